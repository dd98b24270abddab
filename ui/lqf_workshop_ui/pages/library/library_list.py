"""The left side of the library: its contents, or what a search has found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lqf_workshop.library.reference.finding import Hit
from lqf_workshop.library.reference.sheets import Sheet, group_name

AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a heading when it leads nowhere, else a sheet and perhaps a passage on it."""

    title: str
    sheet: Sheet | None = None
    passage: str = ""
    excerpt: str = ""


class LibraryList(QAbstractListModel):
    """Rows of the list. Headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self.looked_for = ""

    def show_contents(self, sheets: Sequence[Sheet]) -> None:
        """Show every sheet under the name of its part."""
        self._show(list(_contents(sheets)), "")

    def show_hits(self, hits: Sequence[Hit], looked_for: str) -> None:
        """Show what was found."""
        found = [Entry(hit.passage.title, hit.sheet, hit.passage.key, hit.excerpt) for hit in hits]
        self._show(found, looked_for)

    def _show(self, entries: list[Entry], looked_for: str) -> None:
        self.beginResetModel()
        self._entries, self.looked_for = entries, looked_for
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, if there is one."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, sheet_key: str) -> int:
        """Return the first row that leads to a sheet, or -1."""
        return next(
            (n for n, e in enumerate(self._entries) if e.sheet and e.sheet.key == sheet_key), -1
        )

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count the rows, headings too."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings are there to be read only."""
        entry = self.entry(index.row())
        if entry is None or entry.sheet is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the entry for painting, and words for everything else."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _aloud(entry)
        return None


def _contents(sheets: Sequence[Sheet]) -> Iterator[Entry]:
    group = None
    for sheet in sheets:
        if sheet.group is not group:
            group = sheet.group
            yield Entry(group_name(group))
        yield Entry(sheet.short_title or sheet.title, sheet)


def _aloud(entry: Entry) -> str:
    if entry.sheet is None or not entry.excerpt:
        return entry.title
    return f"{entry.title}, {entry.sheet.title}. {entry.excerpt}"
