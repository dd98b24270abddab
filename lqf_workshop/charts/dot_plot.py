"""Where every dot of a vote goes: one geometry, painted on screen and drawn on paper.

Lengths have no unit; x grows to the right and y grows upwards from the base line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

GAP = 0.22
"""Space between two dots, as a share of a dot's diameter."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One vote. ``second`` tells the filled dots of a second vote from the first's rings."""

    x: float
    y: float
    radius: float
    point: int
    second: bool
    order: int


@dataclass(frozen=True, slots=True)
class DotPlot:
    """All dots of one picture, with the centres of the scale points under the base line."""

    width: float
    height: float
    dots: tuple[Dot, ...]
    centres: tuple[float, ...]
    radius: float


def dot_plot(
    counts: tuple[int, ...],
    first: tuple[int, ...] | None,
    width: float,
    height: float,
    largest: float,
) -> DotPlot:
    """Lay out a vote, with the first vote beside it when there are two.

    Dots are as large as fit, ``largest`` being the greatest radius; the same radius serves
    both votes. Every vote is one dot, whatever the number.
    """
    slot = width / len(counts)
    lanes = 1 if first is None else 2
    most = max(*counts, *(first or ()), 1)
    radius = _radius(most, slot * 0.92 / lanes, height, largest)
    centres = tuple(slot * (n + 0.5) for n in range(len(counts)))
    dots: list[Dot] = []
    for n, centre in enumerate(centres):
        if first is None:
            dots += _stack(counts[n], centre, radius, height, n + 1, second=False)
        else:
            shift = max(slot * 0.135, _stack_width(most, radius, height) / 2 + radius * GAP)
            dots += _stack(first[n], centre - shift, radius, height, n + 1, second=False)
            dots += _stack(counts[n], centre + shift, radius, height, n + 1, second=True)
    return DotPlot(width, height, tuple(dots), centres, radius)


def _pitch(radius: float) -> float:
    return 2 * radius * (1 + GAP)


def _rows(radius: float, height: float) -> int:
    return max(1, floor((height + 2 * radius * GAP) / _pitch(radius)))


def _stack_width(count: int, radius: float, height: float) -> float:
    return ceil(count / _rows(radius, height)) * _pitch(radius)


def _radius(most: int, lane: float, height: float, largest: float) -> float:
    radius = largest
    while radius > largest / 40:
        if 2 * radius <= height and _stack_width(most, radius, height) <= lane:
            return radius
        radius *= 0.96
    return radius


def _stack(
    count: int, centre: float, radius: float, height: float, point: int, *, second: bool
) -> Iterator[Dot]:
    """Fill a stack row by row from the base line, centred on ``centre``."""
    if not count:
        return
    pitch = _pitch(radius)
    columns = ceil(count / _rows(radius, height))
    left = centre - (columns - 1) * pitch / 2
    for n in range(count):
        row, column = divmod(n, columns)
        yield Dot(left + column * pitch, radius + row * pitch, radius, point, second, n)
