"""Put a ReportLab Drawing on a page: its lines as they are, its words shaped like all others.

ReportLab's own renderer takes a third of the time of a whole summary and leaves words
unshaped. This one knows the shapes our pictures are made of, and hands others to ReportLab.
"""

from __future__ import annotations

from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import ArcPath, Circle, Drawing, Group, Line, Rect, Shape, String

from lqf_workshop.reports.direction import begins_rtl
from lqf_workshop.reports.fonts import BOLD, font
from lqf_workshop.reports.printable import printable
from lqf_workshop.reports.shaping import shape

_KNOWN = (ArcPath, Circle, Group, Line, Rect, String)
_ROUND = 0.5523
"""How far the handles of a quarter circle reach, as a share of its radius."""
_STEPS = (("m", 2), ("l", 2), ("c", 6), ("h", 0))
"""The operators of a path in the order of ReportLab's numbers for them."""


def place(drawing: Drawing, canvas: Any, x: float, y: float) -> None:  # noqa: ANN401
    """Draw ``drawing`` with its lower left corner at ``x``, ``y``."""
    if not _all_known(drawing.contents):
        renderPDF.draw(drawing, canvas, x, y)
        return
    code: list[str] = [f"q 1 0 0 1 {x:.2f} {y:.2f} cm"]
    for part in drawing.contents:
        _draw(part, code, canvas._doc)
    canvas._code.append("\n".join([*code, "Q"]))


def _all_known(parts: list[Shape]) -> bool:
    return all(
        isinstance(part, _KNOWN) and (not isinstance(part, Group) or _all_known(part.contents))
        for part in parts
    )


def _draw(part: Shape, code: list[str], document: Any) -> None:  # noqa: ANN401
    match part:
        case Group():
            code.append("q " + " ".join(f"{number:.5g}" for number in part.transform) + " cm")
            for inside in part.contents:
                _draw(inside, code, document)
            code.append("Q")
        case String():
            code.append(_words(part, document))
        case Line():
            code.append(
                f"{_pen(part)} {part.x1:.2f} {part.y1:.2f} m {part.x2:.2f} {part.y2:.2f} l S"
            )
        case Circle():
            code.append(f"{_pen(part)} {_circle(part)} {_paint(part)}")
        case Rect():
            code.append(f"{_pen(part)} {_rect(part)} {_paint(part)}")
        case ArcPath():
            code.append(f"{_pen(part)} {_path(part)} {_paint(part)}")


def _pen(part: Shape) -> str:
    """Set what fills and strokes a shape."""
    words = []
    if getattr(part, "fillColor", None) is not None:
        words.append("{:.3g} {:.3g} {:.3g} rg".format(*part.fillColor.rgb()))
    if part.strokeColor is not None:
        words.append("{:.3g} {:.3g} {:.3g} RG".format(*part.strokeColor.rgb()))
        words.append(f"{part.strokeWidth:.2f} w {part.strokeLineCap} J {part.strokeLineJoin} j")
    return " ".join(words)


def _paint(part: Shape) -> str:
    filled, stroked = part.fillColor is not None, part.strokeColor is not None
    return {(True, True): "B", (True, False): "f", (False, True): "S"}.get((filled, stroked), "n")


def _circle(part: Circle) -> str:
    x, y, r = part.cx, part.cy, part.r
    return _rounded(x - r, y - r, 2 * r, 2 * r, r)


def _rect(part: Rect) -> str:
    if part.rx:
        return _rounded(part.x, part.y, part.width, part.height, part.rx)
    return f"{part.x:.2f} {part.y:.2f} {part.width:.2f} {part.height:.2f} re"


def _rounded(x: float, y: float, width: float, height: float, r: float) -> str:
    """Return the outline of a box with round corners; with no straight sides it is a circle."""
    right, top, h = x + width, y + height, r * (1 - _ROUND)
    numbers = (
        f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l",
        f"{right - h:.2f} {y:.2f} {right:.2f} {y + h:.2f} {right:.2f} {y + r:.2f} c",
        f"{right:.2f} {top - r:.2f} l",
        f"{right:.2f} {top - h:.2f} {right - h:.2f} {top:.2f} {right - r:.2f} {top:.2f} c",
        f"{x + r:.2f} {top:.2f} l",
        f"{x + h:.2f} {top:.2f} {x:.2f} {top - h:.2f} {x:.2f} {top - r:.2f} c",
        f"{x:.2f} {y + r:.2f} l",
        f"{x:.2f} {y + h:.2f} {x + h:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h",
    )
    return " ".join(numbers)


def _path(part: ArcPath) -> str:
    words, at = [], 0
    for operator in part.operators:
        letter, takes = _STEPS[operator]
        words += [f"{number:.2f}" for number in part.points[at : at + takes]]
        words.append(letter)
        at += takes
    return " ".join(words)


def _words(part: String, document: Any) -> str:  # noqa: ANN401
    text = printable(part.text)
    bold = part.fontName == BOLD
    shaped = shape(text, bold, begins_rtl(text))
    width = shaped.width * part.fontSize / 1000
    x = part.x - {"middle": width / 2, "end": width}.get(part.textAnchor, 0)
    face = font(bold)
    colour = "{:.3g} {:.3g} {:.3g} rg".format(*part.fillColor.rgb())
    return (
        f"BT 1 0 0 1 {x:.2f} {part.y:.2f} Tm {face.getSubsetInternalName(0, document)} "
        f"{part.fontSize:g} Tf {colour} {face.show(document, [shaped], part.fontSize)} ET"
    )
