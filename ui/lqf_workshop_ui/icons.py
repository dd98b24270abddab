"""The drawn icons of ``resources/icons``, in any colour, sharp at any size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lqf_workshop.resource_files import resource

_PIXELS = (16, 20, 24, 32, 40, 48, 64, 96)
"""Sizes made ready, in device pixels: those of our buttons at 100, 125, 150 and 200 percent.

A QIconEngine would draw any size, but one written in Python crashes when Qt copies it.
"""


@cache
def has_icon(name: str) -> bool:
    """Say whether there is a drawing of this name; a pack's own dimension has none."""
    return resource("icons", f"{name}.svg").is_file()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Read a drawing once for each colour; ``currentColor`` in it becomes that colour."""
    svg = resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(svg.replace(b"currentColor", colour.encode())))


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: str) -> None:
    """Paint the icon ``name`` to fill ``rect``; ``colour`` is ``#RRGGBB``."""
    _renderer(name, colour).render(painter, rect)


@cache
def icon(name: str, colour: str) -> QIcon:
    """Return the icon ``name`` in a colour (``#RRGGBB``) for buttons and lists."""
    made = QIcon()
    for pixels in _PIXELS:
        made.addPixmap(icon_pixmap(name, pixels, colour))
    return made


def icon_pixmap(name: str, pixels: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return one square picture of an icon, ``pixels`` wide on a display of ``ratio``."""
    pixmap = QPixmap(round(pixels * ratio), round(pixels * ratio))
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, name, QRectF(pixmap.rect()), colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
