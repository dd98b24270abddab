"""One action being written: every letter is on disk soon after it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.regulator import RegulatorLine
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.date_field import DateField, in_weeks
from lqf_workshop_ui.widgets.disclosure import Disclosure
from lqf_workshop_ui.widgets.owner_line import OwnerLine
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.saved_text import SavedLine, SavedText
from lqf_workshop_ui.widgets.words import line


class ActionForm(QWidget):
    """The fields of an action. ``write`` is called with the words as they are now.

    ``refused`` carries the sentence when they could not be saved; they stay in the fields.
    """

    refused = Signal(str)

    def __init__(
        self,
        write: Callable[[ActionText], object],
        looks: Looks,
        today: Callable[[], date],
        regulator: Sequence[RegulatorLine] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the form; ``regulator`` are the lines that an action may show evidence of."""
        super().__init__(parent)
        self._write = write
        self._looks, self._today = looks, today
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._add_texts(grid)
        self._add_lines(grid)
        self._add_dates(grid)
        self._add_more(grid, regulator)

    def _add_texts(self, grid: QGridLayout) -> None:
        self.what = self._text(_("What we will do"), _("Begin with a verb: Ask, Write, Ring, Try…"))
        self.difference = self._text(
            _("The difference a person will notice"), _("What will somebody we support notice?")
        )
        grid.addLayout(self._labelled(_("What we will do"), self.what), 0, 0)
        label = _("The difference a person will notice")
        grid.addLayout(self._labelled(label, self.difference), 0, 1)

    def _add_lines(self, grid: QGridLayout) -> None:
        self.owner = OwnerLine(self._save, self._looks, self)
        self.owner.saver.refused.connect(self.refused)
        self.how_we_know = self._line(_("How will we know?"), _("What we will see or count"))
        self.first_step = self._line(_("First step"), _("Something small, within seven days"))
        self.baseline = self._line(_("Now"), _("2 of 6"))
        self.target = self._line(_("Target"), _("6 of 6"))
        grid.addLayout(self._labelled(_("Who"), self.owner), 1, 0)
        grid.addLayout(self._labelled(_("How will we know?"), self.how_we_know), 1, 1)
        grid.addLayout(self._labelled(_("First step"), self.first_step), 2, 0)
        both = QGridLayout()
        both.setHorizontalSpacing(12)
        both.addLayout(self._labelled(_("Now"), self.baseline), 0, 0)
        both.addLayout(self._labelled(_("Target"), self.target), 0, 1)
        grid.addLayout(both, 2, 1)

    def _add_dates(self, grid: QGridLayout) -> None:
        soon = [(_("Tomorrow"), timedelta(days=1)), (_("In a week"), timedelta(weeks=1))]
        later = [
            in_weeks(2),
            (_("Before the next team meeting, in 4 weeks"), timedelta(weeks=4)),
            (_("Before the next supervision, in 6 weeks"), timedelta(weeks=6)),
            in_weeks(12),
        ]
        again = [
            (_("Has it started? In 2 weeks"), timedelta(weeks=2)),
            (_("What do we see? In 6 weeks"), timedelta(weeks=6)),
            (_("Rate it again, in 12 weeks"), timedelta(weeks=12)),
        ]
        self.first_step_on = self._date(_("First step on"), soon)
        self.due = self._date(_("Due"), later)
        self.review_on = self._date(_("Look again on"), again)
        dates = QGridLayout()
        dates.setHorizontalSpacing(12)
        for column, (label, field) in enumerate(
            (
                (_("First step on"), self.first_step_on),
                (_("Due"), self.due),
                (_("Look again on"), self.review_on),
            )
        ):
            dates.addLayout(self._labelled(label, field), 0, column)
        grid.addLayout(dates, 3, 0, 1, 2)

    def _add_more(self, grid: QGridLayout, regulator: Sequence[RegulatorLine]) -> None:
        """Add what few actions need, folded away."""
        inside = QWidget(self)
        more = QGridLayout(inside)
        more.setContentsMargins(0, 0, 0, 0)
        more.setHorizontalSpacing(12)
        self.helpers = self._line(_("Who helps"), _("A role is enough"))
        self.needs = self._line(_("What it needs"), _("A yes from somebody, time, money, a room"))
        more.addLayout(self._labelled(_("Who helps"), self.helpers), 0, 0)
        more.addLayout(self._labelled(_("What it needs"), self.needs), 0, 1)
        self.evidences = PickBox(self._looks, _("It shows the regulator"), inside)
        self.evidences.addItem(_("Nothing in particular"), "")
        for one in regulator:
            self.evidences.addItem(one.name, one.code)
        self.evidences.activated.connect(self.save_now)
        label = self._labelled(_("It shows the regulator"), self.evidences)
        more.addLayout(label, 1, 0, 1, 2)
        self.more = Disclosure(_("Who helps, what it needs, what it shows"), inside, self._looks)
        grid.addWidget(self.more, 4, 0, 1, 2)

    def _show_evidence(self, code: str) -> None:
        """Show a line; one of a framework that is not in use now stays as it is."""
        place = self.evidences.findData(code)
        if place < 0:
            self.evidences.addItem(code, code)
            place = self.evidences.count() - 1
        self.evidences.setCurrentIndex(place)

    def _text(self, name: str, hint: str) -> SavedText:
        field = SavedText(self._save, name, self, hint=hint)
        field.setFixedHeight(72)
        field.saver.refused.connect(self.refused)
        return field

    def _line(self, name: str, hint: str) -> SavedLine:
        field = SavedLine(self._save, name, self, hint=hint)
        field.saver.refused.connect(self.refused)
        return field

    def _date(self, name: str, choices: list[tuple[str, timedelta]]) -> DateField:
        field = DateField(name, self._looks, self._today, choices, self)
        field.changed.connect(self.save_now)
        return field

    def _labelled(self, text: str, field: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(line(text, "label", self))
        column.addWidget(field)
        return column

    @property
    def _fields(self) -> tuple[SavedText | SavedLine, ...]:
        return (
            self.what,
            self.difference,
            self.owner,
            self.how_we_know,
            self.first_step,
            self.baseline,
            self.target,
            self.helpers,
            self.needs,
        )

    @property
    def text(self) -> ActionText:
        """The action as it stands in the fields."""
        return ActionText(
            what=self.what.toPlainText(),
            difference=self.difference.toPlainText(),
            owner=self.owner.text(),
            first_step=self.first_step.text(),
            first_step_on=self.first_step_on.day,
            due=self.due.day,
            how_we_know=self.how_we_know.text(),
            baseline=self.baseline.text(),
            target=self.target.text(),
            review_on=self.review_on.day,
            helpers=self.helpers.text(),
            needs=self.needs.text(),
            evidences=self.evidences.currentData() or "",
        )

    def show_text(self, text: ActionText, *, another: bool) -> None:
        """Show an action; ``another`` replaces even what is being typed, after saving it."""
        for field, stored in (
            (self.what, text.what),
            (self.difference, text.difference),
            (self.owner, text.owner),
            (self.how_we_know, text.how_we_know),
            (self.first_step, text.first_step),
            (self.baseline, text.baseline),
            (self.target, text.target),
            (self.helpers, text.helpers),
            (self.needs, text.needs),
        ):
            (field.replace_text if another else field.show_text)(stored)
        for dates, day in (
            (self.first_step_on, text.first_step_on),
            (self.due, text.due),
            (self.review_on, text.review_on),
        ):
            (dates.replace_date if another else dates.show_date)(day)
        self._show_evidence(text.evidences)
        if another:
            self.more.unfold(bool(text.helpers or text.needs or text.evidences))

    @property
    def waiting(self) -> bool:
        """Whether there are words that are not on disk, because they could not be saved."""
        return any(field.saver.waiting for field in self._fields)

    def flush(self) -> None:
        """Save everything that is waiting."""
        for field in self._fields:
            field.saver.flush()

    def save_now(self) -> None:
        """Save because a date has changed."""
        try:
            self._write(self.text)
        except WorkshopProblem as problem:
            self.refused.emit(str(problem))

    def _save(self, _one_field: str) -> None:
        self._write(self.text)
