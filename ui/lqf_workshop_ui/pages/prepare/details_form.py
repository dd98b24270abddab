"""Who comes, when and where: the fields of a plan, each with its own complaint."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from lqf_workshop.domain.framework import RoleLevel
from lqf_workshop.domain.workshop import WorkshopPlan, team_key
from lqf_workshop.services.workshops import KnownTeam
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.plain_words import day_words
from lqf_workshop_ui.models.plan_draft import PlanDraft, draft_of, problems_of
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.pickers import DayBox, NameBox, NumberBox
from lqf_workshop_ui.widgets.words import words

SMALLEST = 170


def team_hint() -> str:
    """Say what a team's name may look like."""
    return _("For example: Night team, Rowan House")


def which_one(organisations: Sequence[str]) -> str:
    """Say that a name alone does not tell which team is meant."""
    return _("Several teams have this name. Which organisation is it: {0}?").format(
        ", ".join(organisations)
    )


class RoleMix(QWidget):
    """How many of each role level come: four small numbers that may all stay at nought."""

    changed = Signal()

    def __init__(self, levels: Sequence[RoleLevel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.numbers: dict[str, NumberBox] = {}
        for n, level in enumerate(levels):
            number = NumberBox(0, 30, self, name=level.name)
            number.setToolTip(level.plain)
            name = words(level.name, "small", self)
            name.setBuddy(number)
            number.valueChanged.connect(self._tell)
            grid.addWidget(number, 0, n)
            grid.addWidget(name, 1, n, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(n, 1)
            self.numbers[level.code] = number

    @property
    def mix(self) -> dict[str, int]:
        """How many of each level, those with nought left out."""
        return {code: box.value() for code, box in self.numbers.items() if box.value()}

    def show_mix(self, mix: dict[str, int]) -> None:
        """Show these numbers."""
        for code, box in self.numbers.items():
            box.blockSignals(True)
            box.setValue(mix.get(code, 0))
            box.blockSignals(False)

    @property
    def focused(self) -> bool:
        """Whether the keyboard is in one of the numbers."""
        return any(box.hasFocus() for box in self.numbers.values())

    @Slot(int)
    def _tell(self, _value: int) -> None:
        self.changed.emit()


class DetailsForm(QWidget):
    """The fields of a plan. It holds what is typed; whoever owns it keeps or refuses it."""

    edited = Signal()
    team_chosen = Signal(str)

    def __init__(
        self, levels: Sequence[RoleLevel], looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = date.today()
        self._known: tuple[KnownTeam, ...] = ()
        self._make_controls(levels, looks)
        self._make_fields()
        self._lay_out()
        self._connect()

    def _make_controls(self, levels: Sequence[RoleLevel], looks: Looks) -> None:
        self.team = NameBox(looks, _("Team"), self)
        self.day = DayBox(looks, self)
        self.headcount = QLineEdit(self)
        self.headcount.setPlaceholderText(_("3 to 30"))
        self.votes_too = QCheckBox(_("I vote too"), self)
        self.place = QLineEdit(self)
        self.provider = QLineEdit(self)
        self.facilitator = QLineEdit(self)
        self.roles = RoleMix(levels, self)

    def _make_fields(self) -> None:
        self.fields = {
            "team": Field(_("Team"), self.team, self, hint=team_hint()),
            "held_on": Field(_("Date"), self.day, self),
            "headcount": Field(_("People, without you"), self.headcount, self),
            "place": Field(_("Place"), self.place, self),
            "provider": Field(_("Organisation"), self.provider, self),
            "facilitator": Field(_("Your name"), self.facilitator, self),
            "role_mix": Field(_("Who comes (you can leave this out)"), self.roles, self),
        }
        self.facilitator.setAccessibleName(_("Your name, as the facilitator"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        fields = self.fields
        grid.addWidget(fields["team"], 0, 0, 1, 2)
        grid.addWidget(fields["held_on"], 1, 0, top)
        fields["headcount"].add(self.votes_too)
        grid.addWidget(fields["headcount"], 1, 1, top)
        grid.addWidget(fields["place"], 2, 0, top)
        grid.addWidget(fields["provider"], 2, 1, top)
        grid.addWidget(fields["facilitator"], 3, 0, top)
        grid.addWidget(fields["role_mix"], 4, 0, 1, 2, top)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, SMALLEST)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(grid)

    def _connect(self) -> None:
        for text in (self.headcount, self.place, self.provider, self.facilitator):
            text.textChanged.connect(self.edited)
            text.editingFinished.connect(self.check_left)
        self.team.editTextChanged.connect(self.edited)
        self.team.textActivated.connect(self._choose_team)
        self.team.line.editingFinished.connect(self._leave_team)
        self.provider.editingFinished.connect(self._leave_provider)
        self.day.dateChanged.connect(self._tell_day)
        self.day.dateChanged.connect(self.edited)
        self.votes_too.toggled.connect(self.edited)
        self.roles.changed.connect(self.edited)

    def start(self, today: date, teams: Sequence[KnownTeam]) -> None:
        """Say which day it is, and which teams are known."""
        self._today = today
        self._known = tuple(teams)
        self.team.offer([team.shown for team in teams])
        self._tell_day()

    @property
    def draft(self) -> PlanDraft:
        """What stands in the fields."""
        return PlanDraft(
            self.team.currentText(),
            self.day.day,
            self.headcount.text(),
            self.place.text(),
            self.provider.text(),
            self.facilitator.text(),
            self.votes_too.isChecked(),
            self.roles.mix,
        )

    def fill(self, draft: PlanDraft, leave: frozenset[str] = frozenset()) -> None:
        """Fill the fields; those named in ``leave`` keep what is typed there."""
        texts = {
            "headcount": self.headcount,
            "place": self.place,
            "provider": self.provider,
            "facilitator": self.facilitator,
        }
        self.blockSignals(True)
        for name, line in texts.items():
            text = getattr(draft, name)
            if name not in leave and line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        if "team" not in leave and self.team.currentText() != draft.team:
            self.team.setEditText(draft.team)
            self.team.line.setCursorPosition(0)
        if "held_on" not in leave:
            self.day.show_day(draft.held_on)
        if "facilitator_votes" not in leave:
            self.votes_too.setChecked(draft.facilitator_votes)
        if "role_mix" not in leave:
            self.roles.show_mix(draft.role_mix)
        self.blockSignals(False)
        self._tell_day()

    def show_plan(self, plan: WorkshopPlan) -> None:
        """Show a stored plan; a field that is being typed in, or is wrong, stays as it is."""
        busy = {name for name, one in self.fields.items() if one.focused}
        busy |= set(problems_of(self.draft))
        if self.roles.focused:
            busy.add("role_mix")
        self.fill(draft_of(plan), frozenset(busy))

    def complain(self, problems: dict[str, str]) -> None:
        """Show the sentence of each field that is wrong, and take away the others."""
        for name, one in self.fields.items():
            one.complain(problems.get(name, ""))

    def go_to_first_problem(self) -> None:
        """Move the keyboard to the first field that is wrong."""
        for one in self.fields.values():
            if one.problem.text():
                one.control.setFocus()
                return

    @Slot()
    def check_left(self) -> None:
        """Complain about filled fields that are wrong, once a person has left one."""
        draft = self.draft
        wrong = problems_of(draft)
        for name, text in (("team", draft.team), ("headcount", draft.headcount)):
            if not text.strip() and not self.fields[name].problem.text():
                wrong.pop(name, None)
        self.complain(wrong)

    def organisations_of(self, name: str) -> list[str]:
        """Return the organisations of several known teams with one name; of one team nothing."""
        same = [team.provider for team in self._known if team_key(team.name) == team_key(name)]
        return [provider for provider in same if provider] if len(same) > 1 else []

    @Slot()
    def _leave_team(self) -> None:
        self._choose_team(self.team.currentText())
        self.check_left()

    @Slot()
    def _leave_provider(self) -> None:
        if self.organisations_of(self.team.currentText()):
            self.team_chosen.emit(self.team.currentText())

    @Slot(str)
    def _choose_team(self, text: str) -> None:
        """Take a team; one that is offered beside others of its name brings its organisation."""
        for known in self._known:
            if known.shown == text != known.name:
                self.provider.setText(known.provider)
                self.provider.setModified(True)
                self.team.setEditText(known.name)
                text = known.name
                break
        self.team_chosen.emit(text)

    @Slot()
    def _tell_day(self) -> None:
        self.fields["held_on"].say(day_words(self.day.day, self._today))
