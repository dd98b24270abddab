"""Our own icons, read from their SVG files into ReportLab shapes.

Only what the family uses is understood: paths of lines, curves and round arcs, circles and
rectangles, all drawn with one pen in a box of 24 by 24.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import atan2, copysign, degrees, hypot, sqrt
from typing import Any
from xml.etree import ElementTree

from reportlab.graphics.shapes import ArcPath, Circle, Group, Rect
from reportlab.lib.colors import HexColor

from lqf_workshop.domain.subject import icon_of
from lqf_workshop.resource_files import resource

BOX = 24
_TOKENS = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}
_PEN = {"strokeLineCap": 1, "strokeLineJoin": 1, "fillColor": None}


class UnknownIcon(ValueError):
    """The file uses something that this small reader does not know."""


@cache
def dimension_icon(code: str, size: float, colour: str) -> Group | None:
    """Return the icon of a dimension, its lower left corner at 0, or None when it has none."""
    if not code.isalnum():
        return None
    file = resource("icons", f"{icon_of(code)}.svg")
    if not file.is_file():
        return None
    try:
        return icon(file.read_text("utf-8"), size, colour)
    except (UnknownIcon, ElementTree.ParseError, ValueError):
        return None


@cache
def icon(svg: str, size: float, colour: str) -> Group:
    """Return the shapes of an SVG text, scaled to ``size``; y grows upwards here."""
    scale = size / BOX
    pen = {**_PEN, "strokeColor": HexColor(colour), "strokeWidth": 2}
    shapes = [
        _shape(element, pen, colour)
        for element in ElementTree.fromstring(svg).iter()
        if _name(element) not in ("svg", "g")
    ]
    return Group(*shapes, transform=(scale, 0, 0, -scale, 0, size))


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _shape(element: ElementTree.Element, pen: dict[str, Any], colour: str) -> Any:  # noqa: ANN401
    filled = element.get("fill", "none") != "none"
    pen = {**pen, "fillColor": HexColor(colour) if filled else None}

    def number(key: str) -> float:
        return float(element.get(key, "0"))

    match _name(element):
        case "circle":
            return Circle(number("cx"), number("cy"), number("r"), **pen)
        case "rect":
            corner = number("rx")
            place = (number("x"), number("y"), number("width"), number("height"))
            return Rect(*place, corner, corner, **pen)
        case "path":
            return _path(element.get("d", ""), pen)
        case other:
            raise UnknownIcon(other)


def _path(steps: str, pen: dict[str, Any]) -> ArcPath:
    path = ArcPath(**pen)
    x = y = start_x = start_y = 0.0
    for command, numbers in _commands(steps):
        relative = command.islower()
        base_x, base_y = (x, y) if relative else (0.0, 0.0)
        match command.upper():
            case "M":
                x, y = start_x, start_y = base_x + numbers[0], base_y + numbers[1]
                path.moveTo(x, y)
            case "C":
                points = [n + (base_y if k % 2 else base_x) for k, n in enumerate(numbers)]
                path.curveTo(*points)
                x, y = points[4:]
            case "A":
                end = base_x + numbers[5], base_y + numbers[6]
                _arc(path, (x, y), end, numbers[0], bool(numbers[3]), bool(numbers[4]))
                x, y = end
            case "Z":
                path.closePath()
                x, y = start_x, start_y
            case kind:
                x = x if kind == "V" else base_x + numbers[0]
                y = y if kind == "H" else base_y + numbers[-1]
                path.lineTo(x, y)
    return path


def _commands(steps: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; a command may be followed by several sets of them."""
    tokens = _TOKENS.findall(steps)
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        takes = _TAKES.get(command.upper())
        if takes is None:
            raise UnknownIcon(command)
        yield command, [float(token) for token in tokens[place : place + takes]]
        place += takes
        command = {"M": "L", "m": "l"}.get(command, command)


def _arc(
    path: ArcPath,
    begin: tuple[float, float],
    end: tuple[float, float],
    radius: float,
    large: bool,
    sweep: bool,
) -> None:
    """Add a round arc; in SVG it is told by its ends, here by its centre and angles."""
    half_x, half_y = (end[0] - begin[0]) / 2, (end[1] - begin[1]) / 2
    half = hypot(half_x, half_y)
    radius = max(radius, half)
    off = sqrt(max(0.0, radius * radius - half * half)) / half
    off = copysign(off, 1 if large != sweep else -1)
    x, y = begin[0] + half_x - off * half_y, begin[1] + half_y + off * half_x
    first = degrees(atan2(begin[1] - y, begin[0] - x))
    last = degrees(atan2(end[1] - y, end[0] - x))
    if sweep:
        path.addArc(x, y, radius, first, last if last > first else last + 360)
    else:
        path.addArc(x, y, radius, last, first if first > last else first + 360, reverse=True)
