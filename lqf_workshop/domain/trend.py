"""One team over time, and several teams side by side, without joining what does not belong."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction

from lqf_workshop.domain.comparison import SAME_PEOPLE_AT_LEAST, Shift, shift_between
from lqf_workshop.domain.disclosure import open_mode
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.subject import Subject
from lqf_workshop.domain.team import Team


class Felt(Enum):
    """What a team says itself: how it is now, beside last time."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


def felt_answer(subject: str, felt: Felt) -> str:
    """Return the answer of the poll FELT under which hands for this are counted."""
    return f"{subject}:{felt.value}"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words a vote was given in, ``points`` those of the scale from 1 to 5.

    Votes in other words are not compared.
    """

    edition: str
    version: int
    scale: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """Who came to a meeting of a team: ``same_people`` of them were there the time before.

    None where nobody said.
    """

    workshop_id: int
    held_on: date
    headcount: int
    same_people: int | None = None

    @property
    def share(self) -> Fraction | None:
        """Which part of them was there the time before, if somebody said."""
        if self.same_people is None:
            return None
        return Fraction(self.same_people, self.headcount)

    @property
    def place(self) -> tuple[date, int]:
        """Where it stands among the team's meetings."""
        return self.held_on, self.workshop_id


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A team's latest vote on a dimension in one workshop.

    ``felt`` is how many said better, the same and worse than last time, in this order.
    """

    room: Room
    tally: Tally
    expected: int
    wording: Wording
    felt: tuple[int, int, int] = (0, 0, 0)

    @property
    def workshop_id(self) -> int:
        """The number of the workshop."""
        return self.room.workshop_id

    @property
    def held_on(self) -> date:
        """The day of the workshop."""
        return self.room.held_on

    @property
    def talked_only(self) -> bool:
        """Whether so few voted that their votes stand for talk and are not drawn."""
        return open_mode(self.tally.rated)


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A dimension's votes of one team, earliest first, and each step from one to the next.

    ``rooms`` are the team's meetings meanwhile, those that did not rate it among them.
    """

    subject: Subject
    points: tuple[TrendPoint, ...]
    rooms: tuple[Room, ...] = ()

    @property
    def code(self) -> str:
        """The dimension's two letters."""
        return self.subject.code

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """What may be said from each vote to the next: one fewer than there are points."""
        return tuple(
            shift(before, after, self.rooms)
            for before, after in zip(self.points, self.points[1:], strict=False)
        )

    @property
    def latest(self) -> Shift | None:
        """What may be said about the last step, or None while there is only one vote."""
        return self.shifts[-1] if len(self.points) > 1 else None


def shift(before: TrendPoint, after: TrendPoint, rooms: Collection[Room] = ()) -> Shift:
    """Compare two votes of one team, if they may be compared.

    Each of its meetings says who was there the time before, so the team is another one if any
    since the earlier vote says so, whether it rated this or not. Where one says nothing, no more
    people can have been at both votes than were at the smaller of them.
    """
    meanwhile = [room for room in rooms if before.room.place < room.place < after.room.place]
    since = (*meanwhile, after.room)
    said = [room.share for room in since if room.share is not None]
    changed = min(said, default=Fraction(1)) < SAME_PEOPLE_AT_LEAST
    all_said = changed or len(said) == len(since)
    at_most = Fraction(min(before.room.headcount, after.room.headcount), after.room.headcount)
    found = shift_between(
        before.tally,
        after.tally,
        same_words=before.wording == after.wording,
        same_people=min(said if all_said else (*said, at_most)),
    )
    return replace(found, all_said=all_said)


@dataclass(frozen=True, slots=True)
class CloseOfMeeting:
    """How one meeting ended: hands for each answer from 0 to 5, and the words people left."""

    workshop_id: int
    held_on: date
    confidence: tuple[int, ...]
    worth: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamTrend:
    """What may be seen of one team over time; ``more`` says that there are earlier votes.

    ``workshops`` counts all that anything can be seen of, also those that are not in it.
    """

    team: str
    lines: tuple[TrendLine, ...]
    closes: tuple[CloseOfMeeting, ...] = ()
    more: bool = False
    workshops: int = 0

    @property
    def meetings(self) -> tuple[tuple[date, int], ...]:
        """The day and the number of every workshop there is something of, earliest first."""
        rated = ((p.held_on, p.workshop_id) for line in self.lines for p in line.points)
        closed = ((close.held_on, close.workshop_id) for close in self.closes)
        return tuple(sorted({*rated, *closed}))

    @property
    def latest(self) -> TrendPoint | None:
        """A vote of the workshop in which this team last rated anything."""
        points = [line.points[-1] for line in self.lines]
        return max(points, key=lambda p: (p.held_on, p.workshop_id), default=None)


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team in a list, and when it last met."""

    key: Team
    team: str
    last_on: date


@dataclass(frozen=True, slots=True)
class TeamVote:
    """One team's latest vote on a dimension; None stands for too few votes to show."""

    team: str
    held_on: date
    tally: Tally | None
    expected: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Several teams on one dimension in the same words, in the order of their names.

    There is no best and no worst: each team's counts stand beside the others'. Teams that
    rated in other words are named in ``apart``, those that did not rate it in ``unrated``.
    """

    subject: Subject
    wording: Wording
    votes: tuple[TeamVote, ...]
    apart: tuple[str, ...] = ()
    unrated: tuple[str, ...] = ()
