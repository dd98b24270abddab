"""Home's list of workshops: at most eight rows, and a way to the others."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.domain.workshop import WorkshopLine, WorkshopState
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import empty
from lqf_workshop_ui.widgets.words import words
from lqf_workshop_ui.widgets.workshop_row import WorkshopRow


class WorkshopRows(QWidget):
    """The newest workshops; a prepared one can be started from its row."""

    asked_open = Signal(int)
    asked_run = Signal(int)
    asked_all = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._shown: tuple[tuple[WorkshopLine, ...], date] | None = None
        self.rows: list[WorkshopRow] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(words(_("Workshops"), "heading", self))
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        box.addLayout(self._box)
        self.see_all = button(_("See all workshops"), kind="quiet", parent=self)
        self.see_all.clicked.connect(self.asked_all)
        box.addWidget(self.see_all)
        box.addStretch(1)

    def show_lines(self, lines: tuple[WorkshopLine, ...], more: int, today: date) -> None:
        """Show these workshops, and how many there are besides."""
        self.see_all.setVisible(more > 0)
        self.see_all.setText(
            ngettext("See {n} more workshop", "See {n} more workshops", more) if more else ""
        )
        self.see_all.setAccessibleName(self.see_all.text())
        if self._shown == (lines, today):
            return
        focused = next((row.line.id for row in self.rows if row.hasFocus()), None)
        empty(self._box)
        self._shown = (lines, today)
        self.rows = [self._row(line, today) for line in lines]
        for row in self.rows:
            self._box.addWidget(row)
            if row.line.id == focused:
                row.show()  # what is not shown yet cannot have the keyboard
                row.setFocus()

    def _row(self, line: WorkshopLine, today: date) -> WorkshopRow:
        row = WorkshopRow(line, today, self._looks, self)
        row.clicked.connect(partial(self.asked_open.emit, int(line.id)))
        if line.state is WorkshopState.PREPARED:
            start = button(_("Start"), parent=row)
            start.setAccessibleName(_("Start {0}").format(line.team))
            start.clicked.connect(partial(self.asked_run.emit, int(line.id)))
            row.put_beside(start)
        return row
