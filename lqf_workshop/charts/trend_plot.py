"""Votes over time: a column for each meeting, a level for each answer; painted and drawn alike.

Lengths have no unit; x grows to the right and y grows upwards from the foot of the lowest level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from lqf_workshop.charts.dot_plot import GAP, Dot

BREAK = 26.0
"""Room for a break between two columns that must not be compared."""
_AIR = 0.16
"""Air at each end of a level, as a share of its height, and of a column, as a share of its
width."""


@dataclass(frozen=True, slots=True)
class Column:
    """One meeting's votes from the lowest answer up; None where there are too few to show.

    ``framed`` is the span of levels of the middle vote, counted from 1. ``apart`` says that
    this column must not be compared with the one before it.
    """

    counts: tuple[int, ...] | None
    framed: tuple[int, int] | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around a middle vote."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where one column stands, its dots, and the frame of its middle vote."""

    left: float
    width: float
    dots: tuple[Dot, ...]
    frame: Box | None

    @property
    def centre(self) -> float:
        """The middle of the column."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class TrendPlot:
    """A whole picture. ``runs`` are the stretches of columns that may be compared; between two
    of them, at ``breaks``, nothing is joined."""

    places: tuple[Place, ...]
    levels: tuple[float, ...]
    runs: tuple[tuple[float, float], ...]
    breaks: tuple[float, ...]
    radius: float


def trend_plot(
    columns: Sequence[Column],
    levels: int,
    width: float,
    height: float,
    largest: float,
    widest: float = 120.0,
) -> TrendPlot:
    """Lay out columns over ``levels`` answers; none is wider than ``widest``.

    Every vote is one dot of the same size, as large as the fullest place allows and never
    larger than ``largest``.
    """
    broken = sum(column.apart for column in columns[1:])
    slot = min(widest, (width - broken * BREAK) / max(1, len(columns)))
    band = height / levels
    radius = _radius(columns, slot * (1 - _AIR), band * (1 - _AIR), largest)
    places: list[Place] = []
    breaks: list[float] = []
    starts = [0.0]
    ends: list[float] = []
    left = 0.0
    for number, column in enumerate(columns):
        if number and column.apart:
            ends.append(left)
            breaks.append(left + BREAK / 2)
            left += BREAK
            starts.append(left)
        places.append(_place(column, left, slot, band, radius))
        left += slot
    ends.append(left)
    middles = tuple(band * (n + 0.5) for n in range(levels))
    runs = tuple(zip(starts, ends, strict=True)) if columns else ()
    return TrendPlot(tuple(places), middles, runs, tuple(breaks), radius)


def _place(column: Column, left: float, slot: float, band: float, radius: float) -> Place:
    if column.counts is None:
        return Place(left, slot, (), None)
    centre = left + slot / 2
    dots: list[Dot] = []
    for level, count in enumerate(column.counts):
        dots += _group(count, centre, band * (level + 0.5), (slot, band), radius, level)
    return Place(left, slot, tuple(dots), _frame(column, left, slot, band))


def _frame(column: Column, left: float, slot: float, band: float) -> Box | None:
    if column.framed is None:
        return None
    low, high = column.framed
    inset = slot * 0.04
    return Box(left + inset, band * (low - 1), slot - 2 * inset, band * (high - low + 1))


def _pitch(radius: float) -> float:
    return 2 * radius * (1 + GAP)


def _across(radius: float, width: float) -> int:
    """Return how many dots fit beside each other."""
    return max(1, int((width + 2 * radius * GAP) / _pitch(radius) + 1e-9))


def _radius(columns: Sequence[Column], width: float, height: float, largest: float) -> float:
    most = max((max(column.counts) for column in columns if column.counts), default=1)
    radius = largest
    while radius > largest / 40:
        rows = ceil(most / _across(radius, width))
        tall = rows * _pitch(radius) - 2 * radius * GAP
        if 2 * radius <= width and tall <= height:
            break
        radius *= 0.96
    return radius


def _group(
    count: int, x: float, y: float, room: tuple[float, float], radius: float, level: int
) -> Iterator[Dot]:
    """Set the votes for one answer in even rows around a centre."""
    if not count:
        return
    pitch = _pitch(radius)
    rows = ceil(count / _across(radius, room[0] * (1 - _AIR)))
    columns = ceil(count / rows)
    for n in range(count):
        row, column = divmod(n, columns)
        here = min(columns, count - row * columns)
        yield Dot(
            x + (column - (here - 1) / 2) * pitch,
            y + ((rows - 1) / 2 - row) * pitch,
            radius,
            level + 1,
            second=True,
            order=n,
        )
