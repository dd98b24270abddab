"""Votes over time as a ReportLab Drawing, from the same geometry that the screen paints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, Line, Rect
from reportlab.lib.colors import HexColor

from lqf_workshop.charts.strokes import Pens, blank, disc, level_line, text
from lqf_workshop.charts.trend_plot import Column, TrendPlot, trend_plot

LEFT = 20.0
"""Room for the numbers of the levels."""


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """What stands around a column: lines under it, in its place when it is not drawn, and the
    name of the break before it."""

    under: tuple[str, ...]
    instead: str = ""
    broken: str = ""


def trend_drawing(
    columns: Sequence[Column],
    words: Sequence[ColumnWords],
    numbers: Sequence[int],
    colour: str,
    pens: Pens,
    *,
    width: float,
    size: float = 9,
) -> Drawing:
    """Draw columns of votes; ``numbers`` are the answers from the lowest level up.

    ``size`` is that of the words, and everything grows with it.
    """
    line = size * 1.35
    foot = line * max((len(one.under) for one in words), default=0) + 5
    head = line if any(one.broken for one in words) else 2
    height = size * 1.75 * len(numbers)
    plot = trend_plot(columns, len(numbers), width - LEFT, height, size * 0.4, widest=size * 9.5)
    drawing = blank(width, foot + height + head, pens)
    _ground(drawing, plot, numbers, foot, pens, size)
    _votes(drawing, plot, foot, colour, pens)
    for place, one in zip(plot.places, words, strict=True):
        x = LEFT + place.centre
        for row, said in enumerate(one.under, 1):
            tone = pens.ink if row == 1 else pens.muted
            y = foot - 2 - row * line + size * 0.25
            drawing.add(text(x, y, said, size, pens, colour=tone, middle=True))
        if one.instead:
            y = foot + height / 2 - size * 0.35
            ground = Rect(LEFT + place.left, foot + 1, place.width, height)
            ground.fillColor, ground.strokeColor = HexColor(pens.paper), None
            drawing.add(ground)
            drawing.add(text(x, y, one.instead, size, pens, colour=pens.muted, middle=True))
    named = [one.broken for one in words if one.broken]
    for x, said in zip(plot.breaks, named, strict=True):
        _break(drawing, LEFT + x, foot - 3, foot + height, pens)
        y = foot + height + size * 0.3
        drawing.add(text(LEFT + x, y, said, size, pens, colour=pens.muted, middle=True))
    return drawing


def _ground(
    drawing: Drawing, plot: TrendPlot, numbers: Sequence[int], foot: float, pens: Pens, size: float
) -> None:
    for middle, number in zip(plot.levels, numbers, strict=True):
        drawing.add(text(5, foot + middle - size * 0.35, str(number), size, pens, bold=True))
        for left, right in plot.runs:
            drawing.add(level_line(LEFT + left, foot + middle, right - left, pens.line))
    for left, right in plot.runs:
        drawing.add(level_line(LEFT + left, foot, right - left, pens.control))


def _votes(drawing: Drawing, plot: TrendPlot, foot: float, colour: str, pens: Pens) -> None:
    for place in plot.places:
        if place.frame is not None:
            one = place.frame
            drawing.add(
                Rect(
                    LEFT + one.x,
                    foot + one.y + 0.6,
                    one.width,
                    one.height - 1.2,
                    4,
                    4,
                    fillColor=HexColor(pens.paper),
                    strokeColor=HexColor(colour),
                    strokeWidth=1,
                )
            )
        for dot in place.dots:
            drawing.add(disc(LEFT + dot.x, foot + dot.y, dot.radius, colour, filled=True))


def _break(drawing: Drawing, x: float, low: float, high: float, pens: Pens) -> None:
    """Draw a broken upright line; short strokes, since pictures here know no dashes."""
    stroke, gap, y = 4.0, 3.0, low
    while y < high:
        top = min(high, y + stroke)
        drawing.add(Line(x, y, x, top, strokeColor=HexColor(pens.control), strokeWidth=1))
        y += stroke + gap
