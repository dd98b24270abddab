"""Coming back to what was agreed: three looks at an action, and what was said at each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from lqf_workshop.domain.action import DueAction


class Look(Enum):
    """The three moments at which an agreed action is looked at again."""

    STARTED = "two-weeks"
    EVIDENCE = "six-weeks"
    RATE_AGAIN = "twelve-weeks"

    @property
    def weeks(self) -> int:
        """How many weeks after the meeting it comes."""
        return {Look.STARTED: 2, Look.EVIDENCE: 6, Look.RATE_AGAIN: 12}[self]

    def due_on(self, held_on: date) -> date:
        """Return the day from which it is time for this look."""
        return held_on + timedelta(weeks=self.weeks)


@dataclass(frozen=True, slots=True)
class Progress:
    """What was said about an action on one day; a look is answered by it, or none."""

    id: int
    action_id: int
    said_on: date
    text: str
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class DueLook:
    """An open action that it is time to look at again, and since when."""

    one: DueAction
    look: Look
    since: date


def look_due(held_on: date, answered: Iterable[Look], today: date) -> Look | None:
    """Return the look whose time has come and that nobody has answered; the latest, if several.

    A team that missed the first one is not sent back to it: the later question takes it in.
    """
    done = set(answered)
    come = [look for look in Look if look.due_on(held_on) <= today]
    return come[-1] if come and come[-1] not in done else None
