"""Coming back to what was agreed: three looks, a day the team chose, and what was said then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from lqf_workshop.domain.action import ActionState, DueAction, Source


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
    """An action that it is time to look at again, and since when.

    ``look`` is None when it is the day that the team itself chose to look again.
    """

    one: DueAction
    look: Look | None
    since: date


def looked_at(state: ActionState, source: Source, look: Look | None) -> bool:
    """Whether an action is ever asked this: an open one is, a done one whether it moved a rating.

    What is done changes a rating only later; so the last look comes although nothing is to do.
    """
    again = look is Look.RATE_AGAIN and source.kind.rated
    return state.open or (state is ActionState.DONE and again)


def look_due(held_on: date, answered: Iterable[Look], today: date) -> Look | None:
    """Return the look whose time has come and that nobody has answered; the latest, if several.

    A team that missed the first one is not sent back to it: the later question takes it in.
    """
    done = set(answered)
    come = [look for look in Look if look.due_on(held_on) <= today]
    return come[-1] if come and come[-1] not in done else None


def due_look(one: DueAction, said: Iterable[Progress], today: date) -> DueLook | None:
    """Return what to ask about an action today: one of the looks, else on the day it was to be.

    Whatever is said on that day or later answers the day, so an answered look does too.
    """
    action, told = one.action, tuple(said)
    look = look_due(one.held_on, (p.look for p in told if p.look), today)
    if look and looked_at(action.state, action.source, look):
        return DueLook(one, look, look.due_on(one.held_on))
    chosen = action.text.review_on
    if chosen is None or chosen > today or not looked_at(action.state, action.source, None):
        return None
    return None if any(p.said_on >= chosen for p in told) else DueLook(one, None, chosen)
