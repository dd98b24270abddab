"""Choose what stays when a workshop here and the same one in a file are put together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.exchange.thing_words import Sides
from lqf_workshop.exchange.workshop_joined import Joined
from lqf_workshop.exchange.workshop_merge import Keep, usual
from lqf_workshop.wording import _
from lqf_workshop_ui.models.stays_table import FILE, MINE, StaysTable
from lqf_workshop_ui.pages.workshops.file_row import stays_words
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.figures_table import FiguresTable
from lqf_workshop_ui.widgets.surfaces import Surface, scrolling
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words

SIZE = QSize(980, 712)
ROW_HEIGHT = 64
"""Two lines of words; the whole text of the row in hand stands below."""
WHOLE_HEIGHT = 112


class PutTogether(QDialog):
    """A tick for each thing that stays; ``chosen`` carries the answers when they are kept."""

    chosen = Signal(tuple)

    def __init__(
        self, both: Joined, sides: Sequence[Sides], keeps: Sequence[Keep], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._both = both
        self.setWindowTitle(_("Put the two together"))
        self.setModal(True)
        self.resize(SIZE)
        self.heading = words(_("Tick what stays"), "heading", self)
        self.hint = words(
            _(
                "Everything that only one side has is ticked already, so nothing is lost. "
                "Where both have the same thing in two ways, yours is ticked, or the meeting "
                "that has come further. "
                "Space ticks and unticks."
            ),
            "muted",
            self,
        )
        self.model = StaysTable(both, sides, keeps, self)
        self.table = FiguresTable(self.model, _("What differs, and what stays"), ROW_HEIGHT, self)
        self.model.changed.connect(self._count)
        self.mine_button = button(_("Mine where both differ"), self._prefer_mine, parent=self)
        self.file_button = button(_("The file’s where both differ"), self._prefer_file, parent=self)
        self.count = words("", "small", self)
        self.use_button = button(_("Use this"), self._use, kind="primary", parent=self)
        self.cancel_button = button(_("Cancel"), self.reject, parent=self)
        for other in (self.mine_button, self.file_button, self.cancel_button):
            other.setAutoDefault(False)
        self.use_button.setDefault(True)
        self.whole = [typed("", "", self), typed("", "", self)]
        self._dress()
        self._lay_out()
        self._count()
        self.finished.connect(self.deleteLater)
        self.table.selectionModel().currentChanged.connect(self._show_whole)
        self.table.setCurrentIndex(self.model.index(0, self._first_ticked(0)))
        self.table.setFocus()

    def _first_ticked(self, row: int) -> int:
        return MINE if self.model.there(row, MINE) else FILE

    def _dress(self) -> None:
        self.table.setObjectName("stays")
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self.mine_button)
        ways.addWidget(self.file_button)
        ways.addStretch(1)
        whole = QHBoxLayout()
        whole.setSpacing(16)
        for title, label in zip((_("Here"), _("In the file")), self.whole, strict=True):
            side = Surface("soft", self, margins=(16, 10, 16, 10), spacing=4)
            side.box.addWidget(words(title, "label", side))
            side.box.addWidget(label)
            side.box.addStretch(1)
            area = scrolling(side, self)
            area.setFixedHeight(WHOLE_HEIGHT)
            area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            area.setAccessibleName(title)
            label.setAccessibleName(title)
            whole.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.use_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 24)
        box.setSpacing(12)
        box.addWidget(self.heading)
        box.addWidget(self.hint)
        box.addLayout(ways)
        box.addWidget(self.table, 1)
        box.addLayout(whole)
        box.addLayout(foot)

    @Slot()
    def _prefer_mine(self) -> None:
        self.model.keep_all(usual(self._both, clash=Keep.MINE))

    @Slot()
    def _prefer_file(self) -> None:
        self.model.keep_all(usual(self._both, clash=Keep.FILE))

    @Slot()
    def _count(self) -> None:
        """Say what the ticks come to."""
        self.count.setText(stays_words(self.model.keeps))

    @Slot(QModelIndex, QModelIndex)
    def _show_whole(self, now: QModelIndex, _before: QModelIndex) -> None:
        for label, column in zip(self.whole, (MINE, FILE), strict=True):
            there = now.isValid() and self.model.there(now.row(), column)
            label.setText(self.model.text(now.row(), column) if there else _("Not there"))

    @Slot()
    def _use(self) -> None:
        self.chosen.emit(self.model.keeps)
        self.accept()
