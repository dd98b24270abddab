"""A date that may be left empty: typed, picked from a calendar, or chosen in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.pickers import Calendar

_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2,4}))?")
_WORDS = re.compile(r"(\d{1,2})\s*([a-z]{3})[a-z]*\.?(?:\s*(\d{2,4}))?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_date(text: str, today: date) -> date | None:
    """Read a date as people write it in Britain: 18/12/2026, 18.12, 18 Dec; None if it is none.

    Without a year it is the next such day from ``today`` on.
    """
    tidy = text.strip().lower()
    found = _NUMBERS.fullmatch(tidy)
    if found:
        day, month, year = int(found[1]), int(found[2]), found[3]
    else:
        found = _WORDS.fullmatch(tidy)
        if not found or found[2] not in _MONTHS:
            return None
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, found[3]
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def in_weeks(weeks: int) -> tuple[str, timedelta]:
    """Return a choice in words and how far ahead it is."""
    return _("In {0} weeks").format(weeks), timedelta(weeks=weeks)


class DateField(QWidget):
    """One line for a date, a calendar behind a button, and choices such as "In two weeks".

    ``changed`` after the date has become another one, empty included. A text that is no date
    stays as it is, marked, and gives None. ``settled`` once a person has finished with another
    date: not for the days that "18/12/2026" passes through while it is typed, nor for no date.
    """

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        name: str,
        looks: Looks,
        today: Callable[[], date],
        choices: list[tuple[str, timedelta]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._kept: date | None = None
        self._settled: date | None = None
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(_("day/month/year"))
        self.line.textChanged.connect(self._read)
        self.line.editingFinished.connect(self.settle)
        self.button = QToolButton(self)
        self.button.setIcon(looks.icon("calendar"))
        self.button.setAccessibleName(_("{0}: choose a day").format(name))
        self.button.setToolTip(_("Choose a day"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self._menu(choices, looks))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    def _menu(self, choices: list[tuple[str, timedelta]], looks: Looks) -> QMenu:
        menu = QMenu(self)
        for words, ahead in choices:
            menu.addAction(words).triggered.connect(partial(self._choose_ahead, ahead))
        menu.addAction(_("No date")).triggered.connect(self._choose_none)
        menu.addSeparator()
        calendar = Calendar(looks, menu)
        calendar.activated.connect(self._choose_day)
        calendar.clicked.connect(self._choose_day)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        return menu

    @property
    def day(self) -> date | None:
        """The date, or None when the line is empty or no date."""
        return read_date(self.line.text(), self._today())

    def show_date(self, day: date | None) -> None:
        """Show a stored date, unless the person is typing here."""
        if day != self._kept and not self.line.hasFocus():
            self.replace_date(day)

    def replace_date(self, day: date | None) -> None:
        """Show another date in any case, for example of another action."""
        self._kept = self._settled = day
        self.line.blockSignals(True)
        self.line.setText(f"{day:%d/%m/%Y}" if day else "")
        self.line.blockSignals(False)
        self._mark()

    @property
    def wrong(self) -> bool:
        """Whether what is typed is no date, or not yet one."""
        return bool(self.line.text().strip()) and self.day is None

    def _mark(self) -> None:
        wrong = self.wrong
        self.line.setToolTip(_("Please write a date as 18/12/2026.") if wrong else "")
        self.line.setProperty("wrong", wrong)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    @Slot()
    def _read(self) -> None:
        self._mark()
        if self.day != self._kept:
            self._kept = self.day
            self.changed.emit()

    @Slot()
    def settle(self) -> None:
        """Take what stands here as finished."""
        if not self.wrong and self.day != self._settled:
            self._settled = self.day
            self.settled.emit()

    def _choose_ahead(self, ahead: timedelta) -> None:
        self.line.setText(f"{self._today() + ahead:%d/%m/%Y}")
        self.settle()

    @Slot()
    def _choose_none(self) -> None:
        self.line.clear()
        self.settle()

    @Slot(QDate)
    def _choose_day(self, day: QDate) -> None:
        self.line.setText(day.toString("dd/MM/yyyy"))
        self.settle()
        self.button.menu().close()
