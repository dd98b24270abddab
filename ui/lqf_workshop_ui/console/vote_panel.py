"""Voting on a dimension: count hands, or pass the laptop; then reveal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.rating import ANSWERS, CANT_SEE, OpenRound, Way
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.console.counter import Counter
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel, only_by_tab
from lqf_workshop_ui.console.pass_laptop import PassLaptop
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.shortcuts import vote_of
from lqf_workshop_ui.widgets.buttons import Choices, KeyButton, button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import line, set_role, words


class VotePanel(StepPanel):
    """The controls while votes come in. Counts are for the facilitator; the room sees a sum."""

    redraws_on = frozenset({Change.VOTES, Change.RATINGS, Change.RUN, Change.WORKSHOPS})

    @property
    def has_main(self) -> bool:
        """Its own button is the main one."""
        return True

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self.ways = Choices(
            [(Way.HANDS.value, _("Hands")), (Way.LAPTOP.value, _("Pass the laptop"))],
            self,
            name=_("How people vote"),
        )
        self.ways.chosen.connect(self._choose_way)
        row = QHBoxLayout()
        row.addWidget(self.ways)
        row.addStretch(1)
        self.box.addLayout(row)
        self._add_counters()
        self._add_laptop()
        self._add_foot()
        self._choose_way(self.ways.choice)
        only_by_tab(self)

    def _add_counters(self) -> None:
        self.hands = QWidget(self)
        grid = QGridLayout(self.hands)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        self.counters: dict[int, Counter] = {}
        for column, answer in enumerate(ANSWERS):
            counter = Counter(str(answer), str(answer), "", self.hands, name=str(answer))
            counter.counted.connect(self._count)
            grid.addWidget(counter, 0, column)
            grid.setColumnStretch(column, 1)
            self.counters[answer] = counter
        self.box.addWidget(self.hands)

    def _add_laptop(self) -> None:
        self.laptop = Surface("card", self, margins=(20, 18, 20, 18), spacing=12)
        text = _(
            "The laptop goes from hand to hand. Each person votes on a screen that shows "
            "nobody else’s vote, then passes it on."
        )
        self.laptop.box.addWidget(words(text, "", self.laptop))
        row = QHBoxLayout()
        self.start_passing = button(_("Start passing the laptop"), self.pass_laptop)
        row.addWidget(self.start_passing)
        row.addStretch(1)
        self.laptop.box.addLayout(row)
        self.box.addWidget(self.laptop)

    def _add_foot(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.voted = line("", "figure", self)
        self.missing = line("", "warm", self)
        self.undo_button = button(_("Undo"), self._undo, hint=_("Take back the last count"))
        self.reveal_button = KeyButton(_("Reveal"), "R", self.looks, self, kind="primary")
        self.reveal_button.clicked.connect(self.reveal)
        row.addWidget(self.voted)
        row.addWidget(self.missing)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.reveal_button)
        self.box.addLayout(row)

    def refresh(self) -> None:
        """Show how many have voted, and the hands counted so far."""
        meeting, code = self.live.meeting, self.about
        if self.live.stop is None or self.live.stop.part is not Part.VOTE:
            return
        voting = meeting.open_round(code)
        if voting is None:
            number = len(meeting.revealed(code)) + 1
            voting = OpenRound(code, number, 0, meeting.workshop.expected_voters)
        counts = self.services.ratings.hand_counts(self.live.workshop_id, code)
        scale = meeting.scale_of(code)
        names = {p.point: p.word for p in scale.points}
        names[CANT_SEE] = scale.cant_see.word
        for answer, counter in self.counters.items():
            counter.word.setText(names[answer])
            counter.show_count(None if self.covered else counts.get(answer, 0))
        self._show_turnout(voting)
        self.reveal_button.setEnabled(voting.voted > 0)
        self.undo_button.setEnabled(bool(self.services.journal.next_undo))

    def _show_turnout(self, voting: OpenRound) -> None:
        self.voted.setText(_("{0} of {1}").format(voting.voted, voting.expected))
        left = voting.still_to_come
        if left > 0:
            text = ngettext("{n} vote still to count", "{n} votes still to count", left)
        elif left < 0:
            text = ngettext("{n} vote more than people", "{n} votes more than people", -left)
        else:
            text = _("All votes are in")
        self.missing.setText(text)
        set_role(self.missing, "warm" if left else "accent")

    def take_key(self, event: QKeyEvent) -> bool:
        """Count a hand with 1 to 5 or 0."""
        vote = vote_of(event)
        if vote is None or self.ways.choice != Way.HANDS.value:
            return False
        self._count(str(vote), 1)
        return True

    @Slot(str, int)
    def _count(self, answer: str, by: int) -> None:
        """Count a hand; a late one in the moment of the reveal begins no second vote."""
        stop = self.live.stop
        if stop is None or stop.part is not Part.VOTE:
            return
        self.attempt(
            partial(
                self.services.ratings.count_hands,
                self.live.workshop_id,
                self.about,
                int(answer),
                by,
            )
        )

    @Slot()
    def reveal(self) -> None:
        """Show the votes to the room, as totals; the votes themselves are deleted."""
        self.attempt(partial(self.services.ratings.reveal, self.live.workshop_id, self.about))

    @Slot()
    def _undo(self) -> None:
        self.attempt(self.services.journal.undo)

    @Slot(str)
    def _choose_way(self, way: str) -> None:
        self.hands.setVisible(way == Way.HANDS.value)
        self.laptop.setVisible(way == Way.LAPTOP.value)

    @Slot()
    def pass_laptop(self) -> None:
        """Hand the laptop round; comes back when all have voted or somebody stops it."""
        PassLaptop(self.services, self.live, self.looks, self.about, self.window()).go_round()
