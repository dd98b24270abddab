"""Where a rated dimension belongs on the grid, and which one deserves the team's time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from lqf_workshop.domain.agreement import Spread, agreement, spread_of
from lqf_workshop.domain.rating import RevealedRound, Tally

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
    """One dimension on the grid, by its latest revealed round."""

    dimension: str
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
    """Place every rated dimension, each by its latest round, in the order first rated."""
    latest: dict[str, RevealedRound] = {}
    for one in sorted(rounds, key=lambda r: r.number):
        latest[one.dimension] = one
    found = []
    for dimension in dict.fromkeys(one.dimension for one in rounds):
        quadrant = quadrant_of(latest[dimension].tally)
        if quadrant is not None:
            found.append(Placing(dimension, quadrant, latest[dimension]))
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
