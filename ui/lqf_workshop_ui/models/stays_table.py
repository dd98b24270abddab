"""What differs between a workshop here and in a file: a row a thing, a tick for what stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from lqf_workshop.exchange.thing_words import Sides
from lqf_workshop.exchange.workshop_differences import part_name
from lqf_workshop.exchange.workshop_joined import Joined
from lqf_workshop.exchange.workshop_merge import Keep, may_go
from lqf_workshop.wording import _
from lqf_workshop_ui.models.plain_words import BETWEEN

Index = QModelIndex | QPersistentModelIndex
WHAT, MINE, FILE = range(3)
KEPT_BY = {MINE: Keep.MINE, FILE: Keep.FILE}
_NOWHERE = QModelIndex()


class StaysTable(QAbstractTableModel):
    """Ticks one side of each thing at most; ``changed`` whenever other things stay.

    The plan has no third way: one of its sides is always ticked.
    """

    changed = Signal()

    def __init__(
        self, both: Joined, sides: Sequence[Sides], keeps: Sequence[Keep], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.things = both.differing
        self.sides = tuple(sides)
        self._keeps = list(keeps)

    @property
    def keeps(self) -> tuple[Keep, ...]:
        """What stays of each thing."""
        return tuple(self._keeps)

    def keep_all(self, keeps: Sequence[Keep]) -> None:
        """Tick other sides in every row."""
        self._keeps = list(keeps)
        self.dataChanged.emit(self.index(0, MINE), self.index(self.rowCount() - 1, FILE))
        self.changed.emit()

    def text(self, row: int, column: int) -> str:
        """Return the whole text of one side, or the name of the thing."""
        sides = self.sides[row]
        if column == WHAT:
            return BETWEEN.join((part_name(self.things[row].part), sides.name))
        return sides.mine if column == MINE else sides.theirs

    def there(self, row: int, column: int) -> bool:
        """Whether a side has the thing of this row."""
        thing = self.things[row]
        return (thing.mine if column == MINE else thing.theirs) is not None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A row for each thing that differs."""
        return 0 if parent.isValid() else len(self.things)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """What it is, how it is here, and how it is in the file."""
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A side that has the thing can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() != WHAT and self.there(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words and ticks."""
        row, column = index.row(), index.column()
        there = column != WHAT and self.there(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.CheckStateRole and there:
            kept = self._keeps[row] is KEPT_BY[column]
            return Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, column)
        return None

    def _shown(self, row: int, column: int) -> str:
        if column != WHAT and not self.there(row, column):
            return _("Not there")
        return self.text(row, column) or _("Nothing written")

    def _said(self, row: int, column: int) -> str:
        """Say a cell to somebody who hears it: the side, the words, and whether they stay."""
        words = self._shown(row, column)
        if column == WHAT:
            return words
        stays = _("stays") if self._keeps[row] is KEPT_BY[column] else _("does not stay")
        side = self.headerData(column, Qt.Orientation.Horizontal)
        return f"{side}: {words}. {stays}" if self.there(row, column) else f"{side}: {words}"

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick one side; the other side of the same thing gives way."""
        row, column = index.row(), index.column()
        if role != Qt.ItemDataRole.CheckStateRole or column == WHAT:
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        if not ticked and not may_go(self.things[row]):
            return False
        self._keeps[row] = KEPT_BY[column] if ticked else Keep.NEITHER
        self.dataChanged.emit(self.index(row, MINE), self.index(row, FILE))
        self.changed.emit()
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Names of the columns."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return (_("What differs"), _("Here"), _("In the file"))[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
