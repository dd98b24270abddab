"""Our Drawings as SVG: the strokes that paper shows, for slides and documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect, String

from lqf_workshop.exchange.xml_letters import xml_text

BOLD = "bold"
"""What bold type is called in the pens of these pictures."""
_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}


class _View(NamedTuple):
    """Where a part lies: its place and its size, y growing downwards."""

    x: float
    y: float
    scale: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.scale, self.y - y * self.scale

    def inside(self, group: Group) -> _View:
        """Return the view of a group; ours are only moved and made larger."""
        scale, turned, slanted, _same, x, y = group.transform
        assert turned == slanted == 0
        return _View(*self.place(x, y), self.scale * scale)


def svg_parts(drawing: Drawing, x: float, y: float, scale: float) -> Iterator[str]:
    """Yield the strokes of a Drawing, its upper left corner at a place, ``scale`` times as large.

    Words are in the type that is set around them, bold where a pen's font is ``BOLD``.
    """
    yield from _parts(drawing.contents, _View(x, y + drawing.height * scale, scale))


def _parts(parts: list[Any], view: _View) -> Iterator[str]:
    for part in parts:
        match part:
            case Group():
                yield from _parts(part.contents, view.inside(part))
            case String():
                yield _words(part, view)
            case Line():
                (x1, y1), (x2, y2) = view.place(part.x1, part.y1), view.place(part.x2, part.y2)
                ends = f'x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}"'
                yield f"<line {ends}{_pen(part, view)}/>"
            case Circle():
                x, y = view.place(part.cx, part.cy)
                radius = part.r * view.scale
                yield f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}"{_pen(part, view)}/>'
            case Rect():
                yield _rect(part, view)
            case _:
                raise TypeError(type(part))


def _rect(part: Rect, view: _View) -> str:
    x, y = view.place(part.x, part.y + part.height)
    wide, high, round_ = (view.scale * one for one in (part.width, part.height, part.rx))
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}" '
        f'rx="{round_:.2f}"{_pen(part, view)}/>'
    )


def _pen(part: Any, view: _View) -> str:  # noqa: ANN401
    fill = getattr(part, "fillColor", None)
    said = f' fill="{_colour(fill) if fill is not None else "none"}"'
    if part.strokeColor is not None:
        wide = part.strokeWidth * view.scale
        said += f' stroke="{_colour(part.strokeColor)}" stroke-width="{wide:.2f}"'
    return said


def _words(part: String, view: _View) -> str:
    x, y = view.place(part.x, part.y)
    weight = ' font-weight="bold"' if part.fontName == BOLD else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{part.fontSize * view.scale:.2f}" '
        f'fill="{_colour(part.fillColor)}"{weight}{_ANCHORS[part.textAnchor]}>'
        f"{escape(xml_text(part.text))}</text>"
    )


def _colour(colour: Any) -> str:  # noqa: ANN401
    return "#" + str(colour.hexval())[2:]
