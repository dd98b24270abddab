"""A table of votes, for those who prefer numbers or hear the screen read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.models.trend_table import TrendTable
from lqf_workshop_ui.widgets.figures_table import FiguresTable
from lqf_workshop_ui.widgets.words import words

ROW_HEIGHT = 56
"""Two lines of words."""
WIDTHS = (104, 76, *[28] * 5, 104, 76, 120, 104)
"""Of every column, in pixels; one of them grows with the window."""


class TrendTableView(QWidget):
    """The table, and the one sentence it needs."""

    def __init__(self, model: TrendTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FiguresTable(model, name, ROW_HEIGHT, self)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._set_widths(self.table.horizontalHeader(), model.widest)
        self.table.be_no_higher_than_its_rows(36)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 40, 24)
        box.setSpacing(12)
        box.addWidget(self.table, 1000)
        note = _("Counts only. Votes of fewer than five people are not shown: they are for talk.")
        box.addWidget(words(note, "small", self))
        box.addStretch(1)

    def _set_widths(self, header: QHeaderView, widest: int) -> None:
        header.setMinimumSectionSize(30)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in enumerate(WIDTHS[: header.count()]):
            header.resizeSection(column, width)
        header.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
