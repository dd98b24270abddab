"""The actions of every team as a list that fetches no more than somebody scrolls to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lqf_workshop.domain.action import DueAction
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.widgets.action_words import action_in_words

AnyIndex = QModelIndex | QPersistentModelIndex
PAGE = 40
ACTION_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
Today = Callable[[], date]
FindAgain = Callable[[DueAction], DueAction | None]


class Which(Enum):
    """Which actions a person wants to see."""

    OPEN = "open"
    LATE = "late"
    LOOK = "look"
    CLOSED = "closed"


def find(services: Services, which: Which, words: str, today: date, limit: int) -> list[DueAction]:
    """Return up to ``limit`` actions that one choice and one search find."""
    if which is Which.CLOSED:
        return services.lists.closed_actions(limit, words)
    if which is Which.LOOK:
        return _looked_for(services, words, limit)
    return services.lists.open_actions(
        limit, before=today if which is Which.LATE else None, words=words
    )


def _looked_for(services: Services, words: str, limit: int) -> list[DueAction]:
    """Search among what is to be looked at, further only until enough is found."""
    asked = limit
    while True:
        read = [due.one for due in services.lists.looks_due(asked)]
        found = [one for one in read if _holds(one, words)]
        if len(found) >= limit or len(read) < asked:
            return found[:limit]
        asked *= 4


def _holds(one: DueAction, words: str) -> bool:
    held = f"{one.action.text.what}\n{one.action.text.owner}\n{one.team}".casefold()
    return all(word in held for word in words.casefold().split())


class ActionList(QAbstractListModel):
    """What one choice and one search find.

    An action that was changed on the page stays in its place, although it may no longer fit
    the choice, until another choice is made: nothing jumps away under a person's hands.
    """

    def __init__(
        self, services: Services, find_again: FindAgain, today: Today, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._find_again = find_again
        self._today = today
        self._rows: list[DueAction] = []
        self._kept: dict[int, int] = {}
        self._limit = PAGE
        self._whole = False
        self.which = Which.OPEN
        self.words = ""

    def choose(self, which: Which, words: str) -> None:
        """Show what another choice or search finds, from its beginning."""
        self.which, self.words = which, words
        self._kept.clear()
        self._limit = PAGE
        self.refresh()

    def keep(self, action_id: int) -> None:
        """Let an action stay where it is until another choice is made."""
        row = self.row_of(action_id)
        if row >= 0:
            self._kept.setdefault(action_id, row)

    def let_go(self) -> None:
        """Keep nothing in its place any more."""
        self._kept.clear()

    def refresh(self) -> None:
        """Read again what is shown."""
        fresh = self._read_fresh()
        if [one.action.id for one in fresh] == [one.action.id for one in self._rows]:
            self._rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def _read_fresh(self) -> list[DueAction]:
        fresh = find(self._services, self.which, self.words, self._today(), self._limit)
        self._whole = len(fresh) < self._limit
        there = {one.action.id for one in fresh}
        for one in self._left_behind(there):
            fresh.insert(min(self._kept[one.action.id], len(fresh)), one)
        return fresh

    def _left_behind(self, there: Iterable[int]) -> list[DueAction]:
        """Return the kept actions that no longer fit, as they are now."""
        gone = [r for r in self._rows if r.action.id in self._kept and r.action.id not in there]
        found: list[DueAction] = []
        for one in gone:
            try:
                again = self._find_again(one)
            except WorkshopProblem:
                again = None
            if again is not None:
                found.append(again)
        return sorted(found, key=lambda one: self._kept[one.action.id])

    def at(self, row: int) -> DueAction | None:
        """Return the action of a row, if there is one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, action_id: int) -> int:
        """Return the row of an action, or -1 when it is not shown."""
        return next((n for n, one in enumerate(self._rows) if one.action.id == action_id), -1)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count the actions fetched so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the action itself for painting, and words for everything else."""
        one = self.at(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == ACTION_ROLE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.action.text.what
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return action_in_words(one, self._today())
        return None

    def canFetchMore(self, parent: AnyIndex = _NOWHERE) -> bool:
        """Say whether there may be more to find."""
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: AnyIndex = _NOWHERE) -> None:
        """Fetch the next page."""
        if not self.canFetchMore(parent):
            return
        self._limit += PAGE
        fresh = self._read_fresh()
        first = len(self._rows)
        if [one.action.id for one in fresh[:first]] != [one.action.id for one in self._rows]:
            self.refresh()
        elif len(fresh) > first:
            self.beginInsertRows(QModelIndex(), first, len(fresh) - 1)
            self._rows = fresh
            self.endInsertRows()
