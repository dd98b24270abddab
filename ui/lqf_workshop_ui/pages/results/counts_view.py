"""The results as a table of counts, for those who prefer numbers or hear the screen read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.wording import _
from lqf_workshop_ui.models.counts_table import FIRST_COUNT, CountsTable
from lqf_workshop_ui.widgets.figures_table import FiguresTable
from lqf_workshop_ui.widgets.words import words

ROW_HEIGHT = 48


class CountsView(QWidget):
    """The table, and the one sentence it needs."""

    def __init__(self, summary: WorkshopSummary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = _("Votes by dimension and answer")
        self.table = FiguresTable(CountsTable(summary), name, ROW_HEIGHT, self)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._set_widths(self.table.horizontalHeader())
        self.table.be_no_higher_than_its_rows(22)
        box = QVBoxLayout(self)
        box.setContentsMargins(40, 8, 40, 24)
        box.setSpacing(12)
        box.addWidget(self.table, 1000)
        note = _("Counts only: who chose what is never known. “Can’t see” is not in any figure.")
        box.addWidget(words(note, "small", self))
        box.addStretch(1)

    def _set_widths(self, header: QHeaderView) -> None:
        last = header.count() - 1
        header.setMinimumSectionSize(60)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        for column in range(last):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in range(FIRST_COUNT, FIRST_COUNT + 6):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, 76)
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
