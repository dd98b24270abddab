"""The list of workshops as a Qt model: a page at a time, never more than is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from lqf_workshop.domain.workshop import WorkshopLine
from lqf_workshop.services.lists import Lists
from lqf_workshop_ui.models.plain_words import whole_line

PAGE = 50
LINE_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class WorkshopList(QAbstractListModel):
    """Workshops that hold some words, fetched in pages of fifty as the view scrolls."""

    def __init__(
        self, lists: Lists, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lists = lists
        self._today = today
        self._words = ""
        self._lines: list[WorkshopLine] = []
        self._whole = True

    @property
    def words(self) -> str:
        """The words looked for."""
        return self._words

    def look_for(self, words: str) -> None:
        """Show the workshops that hold ``words``, from the top."""
        self._read(words, PAGE)

    def refresh(self) -> None:
        """Read again as many as were shown; what was not fetched yet stays so."""
        pages = max(1, -(-len(self._lines) // PAGE))
        self._read(self._words, pages * PAGE)

    def _read(self, words: str, limit: int) -> None:
        lines = self._lists.workshops(limit, 0, words)
        self.beginResetModel()
        self._words, self._lines = words, lines
        self._whole = len(lines) < limit
        self.endResetModel()

    def line(self, row: int) -> WorkshopLine | None:
        """Return the workshop of a row, if there is one."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, workshop_id: int) -> int:
        """Return the row of a workshop, or -1 when it is not among those fetched."""
        return next((n for n, line in enumerate(self._lines) if line.id == workshop_id), -1)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count the workshops fetched so far."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the whole line for the delegate, and sentences for everything else."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.team
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return whole_line(line, self._today())
        return None

    def canFetchMore(self, parent: AnyIndex = _NOWHERE) -> bool:
        """Say whether there may be more workshops in the library."""
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: AnyIndex = _NOWHERE) -> None:
        """Fetch the next page."""
        if not self.canFetchMore(parent):
            return
        known = {line.id for line in self._lines}
        page = self._lists.workshops(PAGE, len(self._lines), self._words)
        self._whole = len(page) < PAGE
        fresh = [line for line in page if line.id not in known]
        if not fresh:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._lines.extend(fresh)
        self.endInsertRows()
