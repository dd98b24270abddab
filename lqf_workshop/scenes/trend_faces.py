"""The pictures of votes and hands over time: what stands in each column, and all of it in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lqf_workshop.domain.trend import CloseOfMeeting, TeamTrend, TrendLine, TrendPoint
from lqf_workshop.scenes.findings import middle_span
from lqf_workshop.scenes.movements import (
    break_words,
    counts_in_words,
    headline,
    short_day,
    turnout,
)
from lqf_workshop.wording import _, month, ngettext


@dataclass(frozen=True, slots=True)
class Face:
    """One column of a picture: its votes from the lowest answer up, None for too few to show.

    ``under`` are the lines below it, ``instead`` the words in its place, ``broken`` the name
    of the break before it; where that is said, the two are not joined.
    """

    counts: tuple[int, ...] | None
    framed: tuple[int, int] | None
    under: tuple[str, ...]
    instead: str = ""
    broken: str = ""


def faces(line: TrendLine) -> tuple[Face, ...]:
    """Return the columns of a dimension's picture."""
    breaks = ("", *map(break_words, line.shifts))
    return tuple(_face(point, name) for point, name in zip(line.points, breaks, strict=True))


def _face(point: TrendPoint, broken: str) -> Face:
    voters = point.tally.voters
    share = _("{0} of {1}").format(voters, max(point.expected, voters))
    under = (*_day_lines(point.held_on), share)
    if point.talked_only:
        return Face(None, None, under, _("talk only"), broken)
    return Face(point.tally.counts, middle_span(point.tally), under, "", broken)


@dataclass(frozen=True, slots=True)
class Hands:
    """One of the shows of hands at the close: its answers from the lowest up, and its words."""

    title: str
    answers: tuple[int, ...]
    reading: str
    confidence: bool


def shows_of_hands() -> tuple[Hands, Hands]:
    """Return both shows of hands at the close."""
    return (
        Hands(
            _("How sure we were of our plan"),
            (0, 1, 2, 3, 4, 5),
            _(
                "Each dot is one hand, from 0, “I cannot go along with this”, to 5, “I will help "
                "make it happen”. Look at the lowest hands first: what did they need?"
            ),
            True,
        ),
        Hands(
            _("Was it worth our time?"),
            (1, 2, 3, 4, 5),
            _(
                "Each dot is one hand, from 1, “A waste of my time”, to 5, “Time very well spent”. "
                "These are about the meeting, not about the work."
            ),
            False,
        ),
    )


def hand_faces(closes: Sequence[CloseOfMeeting], hands: Hands) -> tuple[Face, ...]:
    """Return the columns of a show of hands, one for each meeting that had it.

    Hands went up in front of everyone, so they are shown however few there were.
    """
    found = []
    for close in closes:
        raised = close.confidence if hands.confidence else close.worth
        counts = tuple(raised[answer] for answer in hands.answers)
        if any(counts):
            hands_up = ngettext("{n} hand", "{n} hands", sum(counts))
            under = (*_day_lines(close.held_on), hands_up)
            found.append(Face(counts, None, under))
    return tuple(found)


def _day_lines(day: date) -> tuple[str, str]:
    """Write a day on two short lines, for a narrow column."""
    return f"{day.day} {month(day)[:3]}", str(day.year)


def points_key(trend: TeamTrend) -> str:
    """Name the five points where all latest votes were given in the same words, else nothing."""
    known = {line.points[-1].wording.points for line in trend.lines}
    points = known.pop() if len(known) == 1 else ()
    return " · ".join(f"{n} {word}" for n, word in enumerate(points, 1))


def picture_key() -> str:
    """Explain the pictures of votes over time once, above the first of them."""
    return _(
        "Each dot is one vote. Framed: the middle vote. A broken line parts two meetings that "
        "must not be compared."
    )


def points_in_words(line: TrendLine) -> str:
    """Tell a picture to those who cannot see it: every vote, and every break between two."""
    told = []
    for number, point in enumerate(line.points):
        if number:
            told.append(headline(line.shifts[number - 1]))
        votes = _("talk only") if point.talked_only else counts_in_words(point.tally)
        told.append(f"{short_day(point.held_on)}, {turnout(point)}: {votes}")
    return ". ".join(told)


def hands_in_words(faces: Sequence[Face], answers: Sequence[int]) -> str:
    """Tell a picture of hands to those who cannot see it."""
    told = []
    for face in faces:
        pairs = zip(answers, face.counts or (), strict=False)
        hands = ", ".join(_("{0} at {1}").format(n, answer) for answer, n in pairs if n)
        told.append(f"{face.under[0]} {face.under[1]}: {hands}")
    return ". ".join(told)
