"""How large and in which colours the big screen is set, in units of its 1920x1080 canvas."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from lqf_workshop.library.themes import Theme
from lqf_workshop_ui.big_screen.text import Style

WIDTH, HEIGHT = 1920, 1080
CANVAS = QRectF(0, 0, WIDTH, HEIGHT)
MARGIN = 96
TOP = 64
BOTTOM = 64

HEADLINE = 96
HEADLINE_LONG = 72
SUBHEAD = 60
LEAD = 48
BODY = 42
SMALL = 34
LEAST = 30
LARGEST_SCALE = 2.0
LARGE_FROM = 1.3


@cache
def colour(name: str) -> QColor:
    """Return a theme's colour; one object for each, since painting asks often."""
    return QColor(name)


class Look:
    """One theme at one text size: what painters ask for fonts, colours and lengths."""

    def __init__(self, theme: Theme, scale: float = 1.0, *, foot_line: bool = False) -> None:
        """Look like ``theme``; with ``foot_line`` every page keeps room for a line under it."""
        self.theme = theme
        self.foot_line = foot_line
        self.scale = min(max(scale, 1.0), LARGEST_SCALE)
        self.colours = theme.colours
        self.line = 2.0 * theme.border

    def size(self, base: int) -> int:
        """Return a type size in units at this text size.

        Up to body size, text grows by the whole factor. Headlines are large already: they
        grow by as many units as the body does, so a page keeps room for what it says.
        """
        return round(min(base, BODY) * self.scale + max(0, base - BODY))

    def space(self, base: float) -> float:
        """Return a length that grows with the text, such as a badge's side."""
        return base * self.scale

    def style(
        self,
        base: int,
        bold: bool = False,
        pitch: float = 1.34,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> Style:
        """Return how to set words of a base size, scaled."""
        return Style(self.size(base), bold, pitch, align)

    def digits(self, base: int) -> Style:
        """Return how to set a clock: bold, its digits equally wide so that it stands still."""
        return Style(self.size(base), True, 1.2, even_digits=True)

    @property
    def large(self) -> bool:
        """Whether text is so large that a page holds little more than one thing."""
        return self.scale >= LARGE_FROM

    @property
    def contrast(self) -> bool:
        """Whether colours are so few that shapes and hatching must tell things apart."""
        return self.theme.border > 1
