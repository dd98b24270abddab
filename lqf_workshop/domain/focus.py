"""Where a rated dimension belongs on the grid, and which one deserves the team's time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from lqf_workshop.domain.agreement import Spread, agreement, spread_of
from lqf_workshop.domain.rating import RevealedRound, Tally
from lqf_workshop.domain.subject import dimension_code, skill_of

HIGH_FROM = Fraction(7, 2)
"""A middle vote half-way between "usually" and "reliably" or above counts as high."""
PICKS_ALLOWED = 2


class Quadrant(Enum):
    """The four places of the focus grid."""

    FIX = "fix"
    EXPLORE = "explore"
    KEEP = "keep"
    REACH = "reach"


@dataclass(frozen=True, slots=True)
class Placing:
    """One dimension or element on the grid, by its latest revealed round."""

    subject: str
    quadrant: Quadrant
    latest: RevealedRound


def quadrant_of(tally: Tally) -> Quadrant | None:
    """Return the place of a tally, or None when nobody could rate it.

    Under five voters no spread is claimed; votes more than one point apart count as
    differing, which anybody in the room can see from the dots.
    """
    middle = tally.median
    if middle is None:
        return None
    spread = spread_of(tally)
    differ = tally.votes[-1] - tally.votes[0] > 1 if spread is Spread.OPEN else spread.differ
    if middle >= HIGH_FROM:
        return Quadrant.REACH if differ else Quadrant.KEEP
    return Quadrant.EXPLORE if differ else Quadrant.FIX


def placings(rounds: Sequence[RevealedRound]) -> tuple[Placing, ...]:
    """Place what was rated, each by its latest round, in the order first rated.

    Elements stand for themselves only where their dimension was not rated as a whole;
    how sure a team is of a skill has no place on the grid.
    """
    latest: dict[str, RevealedRound] = {}
    for one in sorted(rounds, key=lambda r: r.number):
        latest[one.subject] = one
    found = []
    for code in dict.fromkeys(one.subject for one in rounds):
        part = code != dimension_code(code) and dimension_code(code) in latest
        quadrant = None if part or skill_of(code) else quadrant_of(latest[code].tally)
        if quadrant is not None:
            found.append(Placing(code, quadrant, latest[code]))
    return tuple(found)


def weakest(placed: Sequence[Placing]) -> Placing | None:
    """Return the dimension with the lowest middle vote; a tie goes to the wider spread."""
    return min(placed, key=lambda p: (p.latest.tally.median, _index(p)), default=None)


def most_split(placed: Sequence[Placing]) -> Placing | None:
    """Return the dimension with the least agreement, if people differ on any at all.

    Dimensions with fewer than five votes are left out: their spread is mostly luck.
    """
    split = [p for p in placed if spread_of(p.latest.tally).differ]
    return min(split, key=_index, default=None)


def _index(placing: Placing) -> Fraction:
    return agreement(placing.latest.tally.counts)


def lowest_of(rounds: Sequence[RevealedRound], subjects: Sequence[str]) -> tuple[str, ...]:
    """Return the subjects with the lowest middle vote, by the latest round of each; ties stay."""
    latest = {one.subject: one for one in sorted(rounds, key=lambda r: r.number)}
    middles = {
        code: latest[code].tally.median
        for code in subjects
        if code in latest and latest[code].tally.median is not None
    }
    lowest = min((m for m in middles.values() if m is not None), default=None)
    return tuple(code for code, middle in middles.items() if middle == lowest)
