"""A scenario card: draw one or choose one, then its prompts one at a time, with notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.action import Source, SourceKind
from lqf_workshop.domain.meeting import NoteKind, Part
from lqf_workshop.domain.sent import SentKind
from lqf_workshop.scenes.build import reason_words
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.card_chooser import CardChooser
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class CardPanel(StepPanel):
    """Without a card the deck; with one its situation or prompt, and the notes about it."""

    redraws_on = frozenset({Change.CARDS, Change.NOTES, Change.RUN, Change.RATINGS, Change.SENT})

    @property
    def has_main(self) -> bool:
        """While there is no card, drawing one is the main thing."""
        return self.chooser.isVisible()

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self._choosing = False
        self.chooser = CardChooser(services, live, looks, problems, self)
        self.chooser.laid.connect(self._show_card)
        self.box.addWidget(self.chooser)
        self.table = Surface("soft", self, margins=(20, 14, 20, 14), spacing=6)
        self.title = words("", "heading", self.table)
        self.text = words("", "", self.table)
        self.facts = words("", "small", self.table)
        for label in (self.title, self.text, self.facts):
            self.table.box.addWidget(label)
        row = QHBoxLayout()
        self.action_button = button(_("Make an action from this card"), self._draft_action)
        self.other_button = button(_("Another card"), self._choose_again)
        row.addWidget(self.action_button)
        row.addWidget(self.other_button)
        row.addStretch(1)
        self.table.box.addLayout(row)
        self.box.addWidget(self.table)
        self.notes = self.add_notes(
            NoteKind.CARD,
            _("Notes on this card"),
            _("What people say. Enter keeps it, Ctrl + Enter also shows it to the room."),
        )
        self.inbox = self.add_inbox(SentKind.CARD)
        only_by_tab(self)

    def arrive(self) -> None:
        """Show the card that is on the table, if there is one."""
        self._choosing = False

    def refresh(self) -> None:
        """Show the deck or the card."""
        stop = self.live.stop
        drawn = self.live.meeting.drawn(stop.step_id) if stop else None
        choosing = drawn is None or self._choosing
        self.chooser.setVisible(choosing)
        self.table.setVisible(not choosing)
        self.notes.setVisible(not choosing)
        if choosing:
            self.inbox.hide()
            self.chooser.fill()
            return
        assert drawn is not None
        assert stop is not None
        card = drawn.card
        number = int(stop.about) if stop.part is Part.PROMPT else 0
        self.title.setText(card.prompts[number - 1] if number else card.title)
        read = card.situation if number else card.read_aloud or card.situation
        why = reason_words(drawn.reason)
        self.text.setText(read if number or not why else f"{why[:1].upper()}{why[1:]}. {read}")
        facts = [] if number else [f"{f.text} ({f.source})" for f in card.facts]
        self.facts.setText("\n".join(facts))
        self.facts.setVisible(bool(facts))
        self.other_button.setVisible(number == 0)
        self.notes.show_notes(f"{card.code}/{number}")
        self.inbox.show_about(f"{card.code}/{number}", covered=self.covered)

    def flush(self) -> None:
        """Keep the line being typed."""
        self.notes.finish(shown=False)

    @Slot()
    def _show_card(self) -> None:
        """Put the deck away again."""
        self._choosing = False
        self.refresh()

    @Slot()
    def _choose_again(self) -> None:
        self._choosing = True
        self.refresh()
        self.chooser.list.setFocus()

    @Slot()
    def _draft_action(self) -> None:
        stop = self.live.stop
        drawn = self.live.meeting.drawn(stop.step_id) if stop else None
        if drawn is None:
            return
        source = Source(SourceKind.CARD, drawn.card.title)
        if self.attempt(partial(self.services.actions.draft, self.live.workshop_id, source)):
            self.problems.tell(_("An action from this card waits for you under “Agree actions”."))
