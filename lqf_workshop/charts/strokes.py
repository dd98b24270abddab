"""The few strokes that our pictures for paper are made of."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect, String
from reportlab.lib.colors import HexColor

from lqf_workshop.library.themes import theme


@dataclass(frozen=True, slots=True)
class Pens:
    """The colours ("#RRGGBB") and fonts (as ReportLab knows them) of a picture."""

    ink: str
    muted: str
    line: str
    accent: str
    control: str
    paper: str
    warm_soft: str
    warm_line: str
    on_colour: str
    regular: str
    bold: str


def pens_of(regular: str, bold: str) -> Pens:
    """Return the colours of pictures on white paper, with these fonts."""
    colours = theme("light").colours
    return Pens(
        ink=colours.ink,
        muted=colours.muted,
        line=colours.line,
        accent=colours.accent,
        control=colours.control,
        paper=colours.card,
        warm_soft=colours.warm_soft,
        warm_line=colours.warm_line,
        on_colour=colours.on_dimension,
        regular=regular,
        bold=bold,
    )


def blank(width: float, height: float, pens: Pens) -> Drawing:
    """Return an empty picture; ReportLab would otherwise reach for a font of its own."""
    return Drawing(width, height, initialFontName=pens.regular)


def enlarged(drawing: Drawing, scale: float, pens: Pens) -> Drawing:
    """Return a picture with everything in it ``scale`` times as large."""
    whole = blank(drawing.width * scale, drawing.height * scale, pens)
    inside = Group(*drawing.contents)
    inside.scale(scale, scale)
    whole.add(inside)
    return whole


def disc(x: float, y: float, radius: float, colour: str, filled: bool) -> Circle:
    """Return a vote: filled, or a ring."""
    pen = max(0.5, radius * 0.3)
    if filled:
        return Circle(x, y, radius, fillColor=HexColor(colour), strokeColor=None)
    return Circle(
        x, y, radius - pen / 2, fillColor=None, strokeColor=HexColor(colour), strokeWidth=pen
    )


def level_line(x: float, y: float, width: float, colour: str) -> Line:
    """Return a thin level line."""
    return Line(x, y, x + width, y, strokeColor=HexColor(colour), strokeWidth=0.7)


def frame(x: float, y: float, width: float, height: float, colour: str) -> Rect:
    """Return the frame of a middle vote."""
    pen = HexColor(colour)
    return Rect(x, y, width, height, 3.5, 3.5, fillColor=None, strokeColor=pen, strokeWidth=1)


def box(
    x: float, y: float, width: float, height: float, radius: float, *, fill: str, border: str = ""
) -> Rect:
    """Return a box with round corners."""
    return Rect(
        x,
        y,
        width,
        height,
        radius,
        radius,
        fillColor=HexColor(fill),
        strokeColor=HexColor(border) if border else None,
        strokeWidth=0.6,
    )


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    pens: Pens,
    *,
    bold: bool = False,
    colour: str = "",
    middle: bool = False,
) -> String:
    """Return words on one line, from ``x`` on or around it."""
    return String(
        x,
        y,
        words,
        fontName=pens.bold if bold else pens.regular,
        fontSize=size,
        fillColor=HexColor(colour or pens.ink),
        textAnchor="middle" if middle else "start",
    )
