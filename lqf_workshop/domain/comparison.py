"""Whether a team sees a dimension differently from last time: exact, and modest about it.

Votes have no names, so two workshops cannot be paired person by person. What can be compared are
two heaps of votes: Cliff's delta says how far one lies above the other, and an exact permutation
test says how often chance alone would put them as far apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from math import comb
from statistics import median

from lqf_workshop.domain.disclosure import OPEN_MODE_BELOW
from lqf_workshop.domain.rating import SCALE, Tally

WEAK_ABOVE = Fraction(5, 100)
TOO_CLOSE_ABOVE = Fraction(10, 100)
SAME_PEOPLE_AT_LEAST = Fraction(60, 100)

Counts = tuple[int, ...]


class Movement(Enum):
    """What may be said about two votes of one team, and no more."""

    UP = "up"
    UP_WEAK = "up-weak"
    DOWN = "down"
    DOWN_WEAK = "down-weak"
    CLOSE = "close"
    FEW = "few"
    OTHER_WORDS = "other-words"
    OTHER_TEAM = "other-team"

    @property
    def moved(self) -> bool:
        """Whether a direction may be named."""
        return self in _DIRECTIONS


_DIRECTIONS = (Movement.UP, Movement.UP_WEAK, Movement.DOWN, Movement.DOWN_WEAK)


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the later of two votes lies above the earlier one.

    ``delta`` is Cliff's delta, from -1 to 1; ``chance`` the exact two-sided p of its size.
    Both are None where the two votes must not be compared. ``all_said`` is False where a meeting
    since the earlier vote did not say who was there, and its answer could change what is said.
    """

    movement: Movement
    delta: Fraction | None = None
    chance: Fraction | None = None
    all_said: bool = True


def shift_between(
    before: Tally, after: Tally, *, same_words: bool = True, same_people: Fraction | None = None
) -> Shift:
    """Compare two votes of one team on one thing.

    ``same_words`` is False where edition, scale or wording changed between them;
    ``same_people`` is the share of those in the later room who were in the earlier one, or None
    where nobody said.
    """
    if not same_words:
        return Shift(Movement.OTHER_WORDS)
    if same_people is not None and same_people < SAME_PEOPLE_AT_LEAST:
        return Shift(Movement.OTHER_TEAM)
    if min(before.rated, after.rated) < OPEN_MODE_BELOW:
        return Shift(Movement.FEW)
    delta, chance = (
        cliffs_delta(before.counts, after.counts),
        exact_chance(before.counts, after.counts),
    )
    return Shift(_movement(before, after, delta, chance), delta, chance)


def _movement(before: Tally, after: Tally, delta: Fraction, chance: Fraction) -> Movement:
    if delta == 0 or chance > TOO_CLOSE_ABOVE or one_vote_decides(before.counts, after.counts):
        return Movement.CLOSE
    weak = chance > WEAK_ABOVE
    if delta > 0:
        return Movement.UP_WEAK if weak else Movement.UP
    return Movement.DOWN_WEAK if weak else Movement.DOWN


def cliffs_delta(before: Counts, after: Counts) -> Fraction:
    """Return (pairs in which the later vote is higher - pairs in which it is lower) / all pairs.

    ValueError where one side has no vote.
    """
    if not sum(before) or not sum(after):
        raise ValueError("there is nothing to compare: one side has no vote")
    return Fraction(_lead(before, after), sum(before) * sum(after))


def _lead(before: Counts, after: Counts) -> int:
    """Count the pairs in which the later vote is higher, less those in which it is lower."""
    below = above = 0
    higher = sum(after)
    lower = 0
    for old, new in zip(before, after, strict=True):
        higher -= new
        above += old * higher
        below += old * lower
        lower += new
    return above - below


@lru_cache(maxsize=1024)
def exact_chance(before: Counts, after: Counts) -> Fraction:
    """Return how often chance parts the pooled votes at least as far: the exact two-sided p.

    All ways to deal the pooled votes out to two heaps of these sizes are counted, each as likely
    as the other, and those whose delta is at least as large either way. Equal votes are the
    same, so the ways are counted point by point of the scale and not person by person.
    """
    pooled = tuple(map(sum, zip(before, after, strict=True)))
    size, wanted = sum(before), abs(_lead(before, after))
    ways = {(0, 0): 1}
    seen = 0
    for count in pooled:
        ways = _deal(ways, seen, count, size, sum(pooled))
        seen += count
    far = sum(number for (_dealt, lead), number in ways.items() if abs(lead) >= wanted)
    return Fraction(far, comb(seen, size))


def _deal(
    ways: dict[tuple[int, int], int], seen: int, count: int, size: int, total: int
) -> dict[tuple[int, int], int]:
    """Deal the votes on one point: so many to the first heap, the others to the second.

    A state is how many the first heap has, and how far the second leads so far.
    """
    dealt: dict[tuple[int, int], int] = {}
    left = total - seen - count
    choices = [comb(count, n) for n in range(count + 1)]
    for (first, lead), number in ways.items():
        second = seen - first
        for here in range(max(0, size - first - left), min(count, size - first) + 1):
            state = first + here, lead + (count - here) * first - here * second
            dealt[state] = dealt.get(state, 0) + number * choices[here]
    return dealt


def one_vote_decides(before: Counts, after: Counts) -> bool:
    """Whether the medians differ, and one changed vote could make them meet or cross."""
    old, new = _median(before), _median(after)
    if old == new:
        return False
    sign = 1 if new > old else -1
    return any(sign * (other - old) <= 0 for other in _medians_near(after)) or any(
        sign * (new - other) <= 0 for other in _medians_near(before)
    )


def _medians_near(counts: Counts) -> list[Fraction]:
    """Return every median that one vote, had it fallen elsewhere, would have made."""
    found = []
    for taken, count in enumerate(counts):
        if not count:
            continue
        for put in range(len(counts)):
            other = list(counts)
            other[taken] -= 1
            other[put] += 1
            found.append(_median(tuple(other)))
    return found


def _median(counts: Counts) -> Fraction:
    votes = [point for point, count in zip(SCALE, counts, strict=True) for _vote in range(count)]
    return Fraction(median(votes))
