"""A table of words and counts that never changes while it is on show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lqf_workshop.wording import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class WordTable(QAbstractTableModel):
    """Rows of texts under headers; ``counts`` are the columns that count people."""

    def __init__(
        self,
        headers: Sequence[str],
        rows: Sequence[tuple[str, ...]],
        counts: range,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.headers = tuple(headers)
        self.rows = tuple(rows)
        self._counts = counts

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A row for each thing told."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """A column for each header."""
        return 0 if parent.isValid() else len(self.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words and counts; counts stand in the middle of their column."""
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headers[index.column()]}: {text or _('none')}".replace("\n", " ")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._counts:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Names of the columns."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.headers[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section not in self._counts:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
