"""One PDF being drawn: the canvas, and the few strokes our pages are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from io import BytesIO
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from lqf_workshop.reports.drawing import place
from lqf_workshop.reports.fonts import Shaped, font
from lqf_workshop.reports.tags import ORNAMENT, Tags

HAIRLINE = 0.6


class Text:
    """Lines of text in one size."""

    def __init__(self, document: Any, code: list[str], size: float) -> None:  # noqa: ANN401
        self._document = document
        self._code = code
        self._size = size
        self._look: tuple[bool, str] | None = None

    def move_to(self, x: float, y: float) -> None:
        """Begin a line at this place."""
        self._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def show(self, pieces: Sequence[Shaped], bold: bool, colour: str) -> None:
        """Set glyphs after those before them."""
        face = font(bold)
        if self._look != (bold, colour):
            name = face.getSubsetInternalName(0, self._document)
            self._code.append(f"{name} {self._size:g} Tf {_rgb(colour)} rg")
            self._look = bold, colour
        self._code.append(face.show(self._document, pieces, self._size))


class Sheet:
    """What blocks draw on. Lengths are points, measured from the lower left corner."""

    def __init__(self, canvas: Any, tags: Tags) -> None:  # noqa: ANN401
        self.canvas = canvas
        self._tags = tags
        self._bookmarks = 0

    def inside(self, tag: str) -> AbstractContextManager[None]:
        """Put what is drawn next into a table, a row or a cell, for people who listen."""
        return self._tags.inside(tag)

    @contextmanager
    def _tagged(self, tag: str, alt: str = "") -> Iterator[None]:
        self.canvas._code.append(self._tags.begin(tag, alt))
        yield
        self.canvas._code.append("EMC")

    @contextmanager
    def text(self, tag: str, size: float) -> Iterator[Text]:
        """Give lines of text to write into."""
        lines = self.canvas.beginText()
        with self._tagged(tag):
            yield Text(self.canvas._doc, lines._code, size)
            self.canvas.drawText(lines)

    def line(self, x: float, y: float, width: float, colour: str, weight: float = HAIRLINE) -> None:
        """Draw a level line."""
        with self._tagged(ORNAMENT):
            self.canvas.setStrokeColor(_colour(colour))
            self.canvas.setLineWidth(weight)
            self.canvas.line(x, y, x + width, y)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        border: str = "",
        radius: float = 10,
        weight: float = HAIRLINE,
    ) -> None:
        """Draw a box with round corners."""
        with self._tagged(ORNAMENT):
            if fill:
                self.canvas.setFillColor(_colour(fill))
            if border:
                self.canvas.setStrokeColor(_colour(border))
                self.canvas.setLineWidth(weight)
            self.canvas.roundRect(
                x, y, width, height, radius, stroke=int(bool(border)), fill=int(bool(fill))
            )

    def cut(self, x: float, y: float, to_x: float, to_y: float, colour: str) -> None:
        """Draw the broken line that scissors follow."""
        with self._tagged(ORNAMENT):
            self.canvas.setStrokeColor(_colour(colour))
            self.canvas.setLineWidth(HAIRLINE)
            self.canvas.setDash(3, 3)
            self.canvas.line(x, y, to_x, to_y)
            self.canvas.setDash()

    def picture(self, drawing: Drawing, x: float, y: float, alt: str) -> None:
        """Place a Drawing with its lower left corner here; without ``alt`` it is an ornament."""
        with self._tagged("Figure" if alt else ORNAMENT, alt):
            place(drawing, self.canvas, x, y)

    def image(self, png: bytes, x: float, y: float, width: float, height: float, alt: str) -> None:
        """Place a picture of dots; the same one is in the file once, however often it is drawn."""
        with self._tagged("Figure", alt):
            self.canvas.drawImage(ImageReader(BytesIO(png)), x, y, width, height)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Let the reader's list of contents lead to this place."""
        self._bookmarks += 1
        key = f"part-{self._bookmarks}"
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
        self.canvas.addOutlineEntry(title, key, level)


@cache
def _colour(code: str) -> Any:  # noqa: ANN401
    return HexColor(code)


@cache
def _rgb(code: str) -> str:
    return " ".join(f"{int(code[n : n + 2], 16) / 255:.3g}" for n in (1, 3, 5))
