"""Voting on a subject: hands, slips, the laptop and phones, all into one round; then reveal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.rating import CANT_SEE, OpenRound, Way
from lqf_workshop.scenes.rating import levels_asked
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.console.pass_laptop import PassLaptop
from lqf_workshop_ui.console.phones.link import PhoneLink
from lqf_workshop_ui.console.voting.by_phone import ByPhone
from lqf_workshop_ui.console.voting.hands import Hands
from lqf_workshop_ui.console.voting.laptop import Laptop
from lqf_workshop_ui.console.voting.slips import Slips
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.shortcuts import vote_of
from lqf_workshop_ui.widgets.buttons import Choices, KeyButton, button, only_by_tab
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.words import line, set_role


class VotePanel(StepPanel):
    """The controls while votes come in. Counts are for the facilitator; the room sees a sum.

    ``asked_reveal`` goes to the console, which warns first where a reveal would tell too much.
    """

    redraws_on = frozenset({Change.VOTES, Change.RATINGS, Change.RUN, Change.WORKSHOPS})
    asked_reveal = Signal()
    asked_phones = Signal()
    asked_way_in = Signal()
    asked_papers = Signal()

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
        link: PhoneLink,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self._add_choice_of_way()
        self.hands, self.slips = Hands(self), Slips(self)
        self.laptop, self.by_phone = Laptop(self), ByPhone(link, self)
        for part in (self.hands, self.slips, self.laptop, self.by_phone):
            self.box.addWidget(part)
        self._add_foot()
        self._connect()
        self._choose_way(self.ways.choice)
        only_by_tab(self)

    def _add_choice_of_way(self) -> None:
        self.ways = Choices(
            [
                (Way.HANDS.value, _("Hands")),
                (Way.SLIPS.value, _("Slips")),
                (Way.LAPTOP.value, _("Pass the laptop")),
                (Way.PHONES.value, _("Phones")),
            ],
            self,
            name=_("How people vote"),
        )
        row = QHBoxLayout()
        row.addWidget(self.ways)
        row.addStretch(1)
        self.box.addLayout(row)
        self._level_row = QWidget(self)
        row = QHBoxLayout(self._level_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(line(_("Whose votes are these?"), "muted", self._level_row))
        self.levels = PickBox(self.looks, _("Role level of the votes counted now"), self._level_row)
        self.levels.setMinimumContentsLength(20)
        row.addWidget(self.levels)
        row.addStretch(1)
        self.box.addWidget(self._level_row)

    def _add_foot(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.voted = line("", "figure", self)
        self.missing = line("", "warm", self)
        self.undo_button = button(_("Undo"), self._take_back, hint=_("Take back the last count"))
        self.reveal_button = KeyButton(_("Reveal"), "R", self.looks, self, kind="primary")
        self.reveal_button.clicked.connect(self.asked_reveal)
        row.addWidget(self.voted)
        row.addWidget(self.missing)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.reveal_button)
        self.box.addLayout(row)

    def _connect(self) -> None:
        self.ways.chosen.connect(self._choose_way)
        self.levels.currentIndexChanged.connect(self.refresh)
        self.hands.counted.connect(self._count)
        self.slips.typed.connect(self._type_slip)
        self.slips.asked_print.connect(self.asked_papers)
        self.laptop.asked.connect(self.pass_laptop)
        self.by_phone.asked.connect(self.asked_phones)
        self.by_phone.asked_show.connect(self.asked_way_in)

    def arrive(self) -> None:
        """Begin with no slip typed, and ask for role levels where this team looks at them."""
        self.slips.forget()
        asked = levels_asked(self.live.meeting)
        with QSignalBlocker(self.levels):
            self.levels.clear()
            for code, name in (("", _("Any role")), *asked):
                self.levels.addItem(name, code)
        self._ask_for_levels(self.ways.choice)

    @Slot()
    def refresh(self) -> None:
        """Show how many have voted, and the hands and slips counted so far."""
        meeting, code = self.live.meeting, self.about
        if self.live.stop is None or self.live.stop.part is not Part.VOTE:
            return
        voting = meeting.open_round(code)
        if voting is None:
            number = len(meeting.revealed(code)) + 1
            voting = OpenRound(code, number, 0, meeting.workshop.expected_voters)
        counts, undoable = self.services.ratings.counting(self.live.workshop_id, code, self._level)
        self.hands.show_counts(counts, self._words(), covered=self.covered)
        self.slips.show_counts(counts, covered=self.covered)
        self.laptop.set_covered(self.covered)
        self._show_turnout(voting)
        self.reveal_button.setEnabled(voting.voted > 0)
        self.undo_button.setEnabled(undoable)

    def _words(self) -> dict[int, str]:
        scale = self.live.meeting.scale_of(self.about)
        return {p.point: p.word for p in scale.points} | {CANT_SEE: scale.cant_see.word}

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
        """Count a hand or type a slip with 1 to 5 or 0; Backspace takes the last one back."""
        way, vote = self.ways.choice, vote_of(event)
        if way not in (Way.HANDS.value, Way.SLIPS.value):
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self._take_back()
            return True
        if vote is None:
            return False
        if way == Way.HANDS.value:
            self._count(str(vote), 1)
        else:
            self._type_slip(vote)
        return True

    @Slot(str, int)
    def _count(self, answer: str, by: int) -> bool:
        """Count a hand; a late one in the moment of the reveal begins no second vote."""
        stop = self.live.stop
        if stop is None or stop.part is not Part.VOTE:
            return False
        count = partial(self.services.ratings.count_hands, level=self._level)
        return self.attempt(partial(count, self.live.workshop_id, self.about, int(answer), by))

    @Slot(int)
    def _type_slip(self, answer: int) -> None:
        if self._count(str(answer), 1):
            self.slips.tell_typed(answer, self._words()[answer], covered=self.covered)

    @Slot()
    def _take_back(self) -> None:
        """Take back the last count of this vote, and nothing that was done elsewhere."""
        if self.attempt(
            partial(self.services.ratings.take_back, self.live.workshop_id, self.about)
        ):
            self.slips.tell_taken_back()

    @property
    def _level(self) -> str:
        """The role level that hands and slips are counted for now; mostly none."""
        return str(self.levels.currentData() or "")

    @Slot(str)
    def _choose_way(self, way: str) -> None:
        self.hands.setVisible(way == Way.HANDS.value)
        self.slips.setVisible(way == Way.SLIPS.value)
        self.laptop.setVisible(way == Way.LAPTOP.value)
        self.by_phone.setVisible(way == Way.PHONES.value)
        self._ask_for_levels(way)

    def _ask_for_levels(self, way: str) -> None:
        """Ask whose hands or slips are counted; the laptop and phones ask each person."""
        by_hand = way in {Way.HANDS.value, Way.SLIPS.value}
        self._level_row.setVisible(by_hand and self.levels.count() > 1)

    @Slot()
    def pass_laptop(self) -> None:
        """Hand the laptop round; comes back when all have voted or somebody stops it."""
        PassLaptop(self.services, self.live, self.looks, self.about, self.window()).go_round()
