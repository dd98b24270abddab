"""A scenario card: draw one or choose one, then its prompts one at a time, with notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lqf_workshop.domain.action import Source, SourceKind
from lqf_workshop.domain.meeting import NoteKind, Part
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.domain.sent import SentKind
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.scenes.build import reason_words
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.note_list import NoteList
from lqf_workshop_ui.console.panel import StepPanel, only_by_tab
from lqf_workshop_ui.console.phones.inbox import Inbox
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class CardChooser(QWidget):
    """The deck, to choose by hand or to draw from."""

    def __init__(self, panel: CardPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.weakest_button = button(
            _("Draw for our lowest"), partial(panel.draw, DrawReason.WEAKEST), kind="primary"
        )
        self.split_button = button(
            _("Draw for our most split"), partial(panel.draw, DrawReason.SPLIT)
        )
        row.addWidget(self.weakest_button)
        row.addWidget(self.split_button)
        row.addWidget(words(_("or choose one:"), "muted", self), 1)
        box.addLayout(row)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Scenario cards"))
        self.list.setMinimumHeight(220)
        self.list.itemActivated.connect(self._lay)
        box.addWidget(self.list)
        self.lay_button = button(_("Put this card on the table"), self._lay)
        last = QHBoxLayout()
        last.addWidget(self.lay_button)
        last.addStretch(1)
        box.addLayout(last)

    def fill(self, cards: tuple[ScenarioCard, ...], names: dict[str, str]) -> None:
        """List the cards, once; ``names`` are the dimensions' short names by code."""
        if self.list.count() == len(cards):
            return
        self.list.clear()
        for card in cards:
            about = ", ".join(names.get(code, code) for code in card.dimensions[:2])
            text = f"{card.number}. {card.title}  ·  {about}"
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, card.code)
            item.setToolTip(card.situation)
        self.list.setCurrentRow(0)

    @Slot()
    def _lay(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._panel.choose(item.data(Qt.ItemDataRole.UserRole))


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
        self.chooser = CardChooser(self)
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
        self.notes = NoteList(
            services,
            live,
            looks,
            problems,
            NoteKind.CARD,
            name=_("Notes on this card"),
            hint=_("What people say. Enter keeps it, Ctrl + Enter also shows it to the room."),
            parent=self,
        )
        self.box.addWidget(self.notes)
        self.inbox = Inbox(services, live, looks, problems, SentKind.CARD, self)
        self.box.addWidget(self.inbox)
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
            self._fill_chooser()
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

    def _fill_chooser(self) -> None:
        try:
            names = {d.code: d.short_name for d in self.live.meeting.edition.dimensions}
            self.chooser.fill(self.services.cards.deck().cards, names)
        except WorkshopProblem as problem:
            self.problems.warn(str(problem))
        rated = bool(self.live.meeting.rounds)
        self.chooser.weakest_button.setText(
            _("Draw for our lowest") if rated else _("Draw a card for us")
        )
        self.chooser.split_button.setVisible(rated)

    def flush(self) -> None:
        """Keep the line being typed."""
        self.notes.finish(shown=False)

    def draw(self, wanted: DrawReason) -> None:
        """Lay the card that fits the team's ratings best."""

        def lay() -> None:
            found = self.services.cards.suggest(
                self.live.workshop_id, self.live.meeting.rounds, wanted
            )
            self._lay(found.card, found.reason, found.dimension)

        self.attempt(lay)

    def choose(self, code: str) -> None:
        """Lay a card by its code."""
        self.attempt(lambda: self._lay(self.services.cards.deck().card(code)))

    def _lay(
        self, card: ScenarioCard, reason: DrawReason = DrawReason.CHOSEN, dimension: str = ""
    ) -> None:
        stop = self.live.stop
        assert stop is not None
        self._choosing = False
        self.services.cards.lay(self.live.workshop_id, stop.step_id, card, reason, dimension)

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
