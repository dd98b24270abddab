"""Teams as a Qt model, narrowed down by words, with ticks for those to put side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from lqf_workshop.domain.team import Team
from lqf_workshop.domain.trend import TeamLine
from lqf_workshop.scenes.movements import short_day
from lqf_workshop.wording import _

LINE_ROLE = Qt.ItemDataRole.UserRole
MOST = 100
"""As many teams as are put side by side; their pictures come a few rows at a time."""
_NOWHERE = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class TeamList(QAbstractListModel):
    """``ticked`` when other teams are to be put side by side, ``full`` when no more fit."""

    ticked = Signal()
    full = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[TeamLine, ...] = ()
        self._lines: tuple[TeamLine, ...] = ()
        self._words = ""
        self._ticking = False
        self._ticks: set[Team] = set()

    @property
    def words(self) -> str:
        """The words looked for."""
        return self._words

    @property
    def empty(self) -> bool:
        """Whether no team has rated anything yet."""
        return not self._all

    @property
    def ticks(self) -> tuple[Team, ...]:
        """The keys of the ticked teams that are still there."""
        return tuple(line.key for line in self._all if line.key in self._ticks)

    def show_teams(self, teams: Sequence[TeamLine]) -> None:
        """Take other teams; what somebody looks for and what is ticked stays."""
        self._all = tuple(teams)
        self.look_for(self._words)

    def look_for(self, words: str) -> None:
        """Show the teams whose name holds every word."""
        self._words = words
        wanted = words.casefold().split()
        found = tuple(
            line for line in self._all if all(word in line.team.casefold() for word in wanted)
        )
        if [line.key for line in found] == [line.key for line in self._lines]:
            self._lines = found
            self._touch()
            return
        self.beginResetModel()
        self._lines = found
        self.endResetModel()

    def tick_all(self, on: bool) -> None:
        """Tick all teams that were found, as many as fit, or take the ticks of all teams away."""
        if not on:
            self._ticks.clear()
        else:
            free = MOST - len(self.ticks)
            fresh = [line.key for line in self._lines if line.key not in self._ticks]
            self._ticks.update(fresh[:free])
            if len(fresh) > free:
                self.full.emit()
        self._touch()
        self.ticked.emit()

    def let_tick(self, ticking: bool) -> None:
        """Show ticks beside the names, or take them away; what was ticked is kept."""
        self._ticking = ticking
        self._touch()

    def _touch(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0))

    def at(self, row: int) -> TeamLine | None:
        """Return the team of a row, if there is one."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: Team | None) -> int:
        """Return the row of a team, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count the teams that were found."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every team can be chosen, and ticked while ticks are there."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._ticking else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name of the team; its tick; and all of it in words."""
        line = self.at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.team
        if role == Qt.ItemDataRole.CheckStateRole and self._ticking:
            on = line.key in self._ticks
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{line.team}: {met_words(line)}"
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a team or take its tick away."""
        line = self.at(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or line is None or not self._ticking:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Unchecked:
            self._ticks.discard(line.key)
        elif len(self.ticks) >= MOST:
            self.full.emit()
            return False
        else:
            self._ticks.add(line.key)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True


def met_words(line: TeamLine) -> str:
    """Say when a team met last."""
    return _("Last on {0}").format(short_day(line.last_on))
