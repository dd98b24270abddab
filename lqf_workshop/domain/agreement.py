"""How far apart a team's votes are: figures for the details, words for the room."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from math import ceil, log2, sqrt
from statistics import quantiles

from lqf_workshop.domain.disclosure import OPEN_MODE_BELOW
from lqf_workshop.domain.rating import SCALE, Tally

K = len(SCALE)
MEAN_SPREAD_OF_CHANCE = Fraction(K * K - 1, 12)
"""Variance of votes spread evenly over the scale, the yardstick of rwg."""


class Spread(Enum):
    """What the room is told about spread, in this order of testing."""

    OPEN = "open"
    SPLIT = "split"
    CLOSE = "close"
    MOSTLY = "mostly"
    MIXED = "mixed"

    @property
    def differ(self) -> bool:
        """Whether people see it differently, the right-hand side of the focus grid."""
        return self in (Spread.SPLIT, Spread.MIXED)


def agreement(counts: tuple[int, ...]) -> Fraction:
    """Return van der Eijk's A (2001), exactly: -1 two opposed ends, 0 flat, 1 one category.

    ``counts`` may have any number of categories from three up; all zero is a ValueError.
    The histogram is peeled into layers of equal height; each layer's agreement is weighted
    with its share of the votes.
    """
    total = sum(counts)
    if total == 0:
        raise ValueError("nobody voted, so there is no agreement to measure")
    left = list(counts)
    result = Fraction(0)
    while any(left):
        height = min(count for count in left if count)
        layer = tuple(int(count > 0) for count in left)
        result += Fraction(height * sum(layer), total) * _layer_agreement(layer)
        left = [count - height if count else 0 for count in left]
    return result


def _layer_agreement(layer: tuple[int, ...]) -> Fraction:
    """Agreement of one layer, a pattern of occupied (1) and empty (0) categories."""
    categories, occupied = len(layer), sum(layer)
    if occupied == 1:
        return Fraction(1)
    spread = 1 - Fraction(occupied - 1, categories - 1)
    together, apart = _triples(layer)
    if together + apart == 0:
        return spread
    unimodality = Fraction(
        (categories - 2) * together - (categories - 1) * apart,
        (categories - 2) * (together + apart),
    )
    return spread * unimodality


def _triples(layer: tuple[int, ...]) -> tuple[int, int]:
    """Count ordered triples of categories that read 110 or 011, and those that read 101."""
    together = apart = 0
    for i, first in enumerate(layer):
        for j in range(i + 1, len(layer)):
            for last in layer[j + 1 :]:
                pattern = (first, layer[j], last)
                together += pattern in ((1, 1, 0), (0, 1, 1))
                apart += pattern == (1, 0, 1)
    return together, apart


def interquartile_range(tally: Tally) -> float | None:
    """Return the distance between the quartiles (linear interpolation), None below two votes."""
    if tally.rated < 2:
        return None
    low, _middle, high = quantiles(tally.votes, n=4, method="inclusive")
    return high - low


def rwg(tally: Tally) -> float | None:
    """Return 1 - s²/σ² with σ² = 2, cut off at 0 (worse than chance looks like chance)."""
    if tally.rated < 2:
        return None
    mean = Fraction(sum(tally.votes), tally.rated)
    variance = sum(((vote - mean) ** 2 for vote in tally.votes), Fraction(0)) / (tally.rated - 1)
    return float(max(Fraction(0), 1 - variance / MEAN_SPREAD_OF_CHANCE))


def average_deviation(tally: Tally) -> float | None:
    """Return the mean distance of a vote from the middle vote, in scale points."""
    middle = tally.median
    if middle is None:
        return None
    return float(sum((abs(vote - middle) for vote in tally.votes), Fraction(0)) / tally.rated)


def consensus(tally: Tally) -> float | None:
    """Return the Tastle-Wierman consensus, 0 two opposed ends to 1 all the same."""
    if not tally.rated:
        return None
    mean = sum(tally.votes) / tally.rated
    return 1 + sum(
        count / tally.rated * log2(1 - abs(point - mean) / (K - 1))
        for point, count in zip(SCALE, tally.counts, strict=True)
        if count
    )


def wilson_interval(successes: int, n: int) -> tuple[float, float]:
    """Return the 95% Wilson interval of a share, as two shares."""
    z = 1.959963984540054
    share = successes / n
    centre = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (centre - half) / (1 + z * z / n), (centre + half) / (1 + z * z / n)


def spread_of(tally: Tally) -> Spread:
    """Return the plain label for the spread; under five voters there is none, only talk."""
    n = tally.rated
    if n < OPEN_MODE_BELOW:
        return Spread.OPEN
    index = agreement(tally.counts)
    if index < Fraction(1, 5) or _two_camps(tally):
        return Spread.SPLIT
    if tally.votes[-1] - tally.votes[0] <= 1:
        return Spread.CLOSE
    return Spread.MOSTLY if index >= Fraction(1, 2) else Spread.MIXED


def _two_camps(tally: Tally) -> bool:
    """Whether a low and a high camp both exist, and the middle is smaller than either."""
    camp = max(2, ceil(tally.rated / 5))
    low, middle, high = sum(tally.counts[:2]), tally.counts[2], sum(tally.counts[3:])
    return low >= camp and high >= camp and middle < min(low, high)
