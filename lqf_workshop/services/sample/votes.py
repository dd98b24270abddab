"""How a team's votes lie on the scale."""

from __future__ import annotations

from enum import Enum
from random import Random

from lqf_workshop.domain.rating import SCALE

HOW_OFTEN = (7, 33, 34, 11, 15)
"""How many votes in a hundred come out unanimous, close, mostly together, mixed, and split."""


class Shape(Enum):
    """How a team's votes lie on the scale."""

    UNANIMOUS = "unanimous"
    CLOSE = "close"
    MOSTLY = "mostly"
    MIXED = "mixed"
    SPLIT = "split"


def any_shape(rng: Random) -> Shape:
    """Choose a shape, each as often as it comes out."""
    return rng.choices(tuple(Shape), HOW_OFTEN)[0]


def votes_of(rng: Random, shape: Shape, voters: int, level: float) -> list[int]:
    """Return votes on the scale around ``level``, lying as ``shape`` says."""
    middle = min(SCALE[-1], max(SCALE[0], round(level)))
    match shape:
        case Shape.UNANIMOUS:
            return [middle] * voters
        case Shape.CLOSE:
            low = min(middle, SCALE[-1] - 1)
            return [low + int(rng.random() < 0.5) for _one in range(voters)]
        case Shape.SPLIT:
            votes = [rng.choice((1, 2, 2) if n % 2 else (4, 4, 5)) for n in range(voters)]
        case _:
            spread = 0.75 if shape is Shape.MOSTLY else 1.2
            votes = [min(5, max(1, round(rng.gauss(level, spread)))) for _one in range(voters)]
    rng.shuffle(votes)
    return votes
