"""Dots on piles: counted by hands here, sent from phones there, shown when all are given."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from lqf_workshop.domain.action import Source, SourceKind
from lqf_workshop.domain.piles import Pile, dots_allowed, dots_given, dots_on, piles_at
from lqf_workshop.scenes.piles import given_words
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.counter import Counter
from lqf_workshop_ui.console.drafting import draft_action
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.shortcuts import digit_of
from lqf_workshop_ui.widgets.buttons import KeyButton, button, only_by_tab
from lqf_workshop_ui.widgets.surfaces import empty
from lqf_workshop_ui.widgets.words import words

COLUMNS = 3


class PileCounter(Counter):
    """Counts the dots of one pile, and makes an action of it."""

    asked_action = Signal(str)

    def __init__(self, number: int, pile: Pile, parent: QWidget) -> None:
        super().__init__(
            str(number), str(number), pile.title, parent, name=f"{number}: {pile.title}"
        )
        self.word.setProperty("role", "strong")
        self.action_button = button(
            _("Make an action"),
            self._ask,
            kind="quiet",
            parent=self,
            hint=_("Make an action from {0}").format(pile.title[:80]),
        )
        self.box.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignHCenter)

    @Slot()
    def _ask(self) -> None:
        self.asked_action.emit(self.answer)


class DotsPanel(StepPanel):
    """A counter for each pile; the room sees the counts once they are shown."""

    redraws_on = frozenset({Change.POLLS, Change.NOTES, Change.CARDS, Change.RUN, Change.WORKSHOPS})

    @property
    def has_main(self) -> bool:
        """Until the dots are shown, showing them is the main thing."""
        return not self._shown

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self._drawn: tuple[Pile, ...] | None = None
        self._latest = 0
        self.counters: list[PileCounter] = []
        row = QHBoxLayout()
        row.setSpacing(12)
        self.given = words("", "figure", self)
        row.addWidget(self.given, 1)
        self.show_button = KeyButton(_("Show the dots"), "R", looks, self, "primary")
        self.cover_button = button(_("Cover the dots again"), self._cover, parent=self)
        self.show_button.clicked.connect(self.reveal)
        row.addWidget(self.show_button)
        row.addWidget(self.cover_button)
        self.box.addLayout(row)
        self.help = words(
            _(
                "Call each number and count the hands: 1 to 9 add a dot, Backspace takes the "
                "last one back. The room sees no count before you show it."
            ),
            "muted",
            self,
        )
        self.box.addWidget(self.help)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self.box.addLayout(self._grid)
        only_by_tab(self)

    @property
    def _step_id(self) -> int:
        stop = self.live.stop
        return stop.step_id if stop else 0

    @property
    def _shown(self) -> bool:
        return self.live.meeting.dots_shown(self._step_id)

    @property
    def piles(self) -> tuple[Pile, ...]:
        """The piles, in the order of their numbers."""
        return piles_at(self.live.meeting, self._step_id)

    def arrive(self) -> None:
        """Forget which number was counted last at another moment."""
        self._latest = 0

    def refresh(self) -> None:
        """Show the counts, or cover them while the room looks at this display."""
        meeting, piles, shown = self.live.meeting, self.piles, self._shown
        if piles != self._drawn:
            self._draw(piles)
        for counter, pile in zip(self.counters, piles, strict=True):
            dots = dots_on(meeting, self._step_id, pile)
            counter.show_count(None if self.covered and not shown else dots)
        allowed = dots_allowed(meeting.workshop.expected_voters)
        self.given.setText(given_words(dots_given(meeting, self._step_id), allowed))
        self.show_button.setVisible(not shown)
        self.cover_button.setVisible(shown)

    def _draw(self, piles: tuple[Pile, ...]) -> None:
        self._drawn = piles
        empty(self._grid)
        self.counters = []
        for n, pile in enumerate(piles):
            counter = PileCounter(n + 1, pile, self)
            counter.counted.connect(self._count)
            counter.asked_action.connect(self._draft)
            self._grid.addWidget(counter, n // COLUMNS, n % COLUMNS)
            self.counters.append(counter)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        only_by_tab(self)

    def take_key(self, event: QKeyEvent) -> bool:
        """Give a dot with the number of a pile; Backspace takes the latest back."""
        number = digit_of(event)
        if event.key() == Qt.Key.Key_Backspace:
            if self._latest:
                self._count(str(self._latest), -1)
            return True
        if not number:
            return False
        if number > len(self.counters):
            self.problems.tell(_("There is no pile {0}.").format(number))
        else:
            self._count(str(number), 1)
        return True

    @Slot(str, int)
    def _count(self, number: str, by: int) -> None:
        self._latest = int(number)
        pile = self.piles[self._latest - 1]
        count = self.services.polls.count_dots
        self.attempt(partial(count, self.live.workshop_id, self._step_id, pile.note_ids, by))

    @Slot()
    def reveal(self) -> bool:
        """Show the room how many dots every pile has."""
        show = self.services.polls.show_dots
        self.attempt(partial(show, self.live.workshop_id, self._step_id))
        return True

    @Slot()
    def _cover(self) -> None:
        show = self.services.polls.show_dots
        self.attempt(partial(show, self.live.workshop_id, self._step_id, shown=False))

    @Slot(str)
    def _draft(self, number: str) -> None:
        drawn = self.live.meeting.drawn(self._step_id)
        source = Source(SourceKind.CARD, drawn.card.title) if drawn else Source()
        pile = self.piles[int(number) - 1]
        draft_action(self.services, self.live, self.problems, pile.title, source)
