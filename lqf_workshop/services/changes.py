"""Tell whoever is listening that something stored has changed."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto


class Change(Enum):
    """The part of a workshop that is no longer as it was."""

    WORKSHOPS = auto()
    RUN = auto()
    VOTES = auto()
    RATINGS = auto()
    FOCUS = auto()
    CARDS = auto()
    NOTES = auto()
    ACTIONS = auto()
    POLLS = auto()
    SENT = auto()
    ACTIVITIES = auto()
    DECKS = auto()
    """Decks belong to no workshop; they are announced with the number 0."""
    OWN_ACTIVITIES = auto()
    """So are activities of one’s own."""


Listener = Callable[[Change, int], None]


class ChangeFeed:
    """Announces a change after it is safely stored, and only then."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        """Call ``listener`` with the change and the workshop's number on every announcement."""
        self._listeners.append(listener)

    def announce(self, change: Change, workshop_id: int) -> None:
        """Tell every listener."""
        for listener in self._listeners:
            listener(change, workshop_id)
