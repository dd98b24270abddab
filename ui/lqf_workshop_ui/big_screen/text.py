"""Words broken into lines: any script, either direction, never smaller than asked."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from lqf_workshop_ui.fonts import firago

ELLIPSIS = "…"
MOST_BALANCED = 4
"""Longer text is read as a paragraph, where even lines would only cost room."""
_ENDLESS = 1_000_000.0
_REMEMBERED = 400
"""Texts up to this long are laid out once."""
_LOOK_AHEAD = 600
"""How much of a name that is too long is looked at to fill its last line."""


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set, colour aside; ``pitch`` is from line to line, in type sizes.

    ``even_digits`` makes all digits equally wide, for a clock that stands still.
    """

    size: int
    bold: bool = False
    pitch: float = 1.34
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    even_digits: bool = False

    @property
    def font(self) -> QFont:
        """The font to set it in."""
        return _font(self.size, self.bold, self.even_digits)


@cache
def _font(size: int, bold: bool, even_digits: bool) -> QFont:
    font = firago(size, bold)
    if even_digits:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def reads_right_to_left(text: str) -> bool:
    """Say whether a paragraph begins on the right: its first letter with a direction tells."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


@dataclass(slots=True)
class _Row:
    """One line of a paragraph: where it ends in the text, and its height."""

    end: int
    height: float
    backwards: bool


class Lines:
    """Text laid out to a width, from its own top left corner."""

    def __init__(
        self, text: str, style: Style, width: float, backwards: bool | None = None
    ) -> None:
        self.text = text
        self.width = width
        self.layouts: list[QTextLayout] = []
        self.rows: list[_Row] = []
        self.height = 0.0
        self._start = 0
        self._natural = 0.0
        self._from_left = style.align is Qt.AlignmentFlag.AlignLeft
        for n, paragraph in enumerate(text.split("\n")):
            turned = backwards if n == 0 else None
            self._lay_paragraph(
                paragraph, style, reads_right_to_left(paragraph) if turned is None else turned
            )
            self._start += len(paragraph) + 1

    def _lay_paragraph(self, paragraph: str, style: Style, backwards: bool) -> None:
        layout = QTextLayout(paragraph, style.font)
        layout.setTextOption(_option(style, backwards))
        layout.setCacheEnabled(True)
        ends = _Ends(paragraph)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            height = max(style.size * style.pitch, line.height())
            line.setPosition(QPointF(0, self.height + (height - line.height()) / 2))
            end = self._start + ends.after(line.textStart() + line.textLength())
            self.rows.append(_Row(end, height, backwards))
            self.height += height
            self._natural = max(self._natural, line.naturalTextWidth())
        layout.endLayout()
        self.layouts.append(layout)

    @property
    def natural_width(self) -> float:
        """The width of the longest line, rounded up so that it still fits itself."""
        return self._natural + 1

    @property
    def anywhere(self) -> bool:
        """Whether this is one line that begins at the left, so that any width will do."""
        return len(self.rows) == 1 and self._from_left and not self.rows[0].backwards

    def rows_in(self, room: float) -> int:
        """Return how many lines fit into a height."""
        used, count = 0.0, 0
        for row in self.rows:
            used += row.height
            if used > room + 0.5:
                break
            count += 1
        return count

    def cut(self, rows: int) -> tuple[str, str]:
        """Return the text of the first lines, and the rest."""
        end = self.rows[rows - 1].end
        return self.text[:end].rstrip(), self.text[end:].lstrip()

    def backwards_at(self, row: int) -> bool:
        """Say whether the paragraph of a line reads from right to left."""
        return self.rows[row].backwards


class _Ends:
    """Turns Qt's positions, in UTF-16 units, into Python's; they differ after an emoji."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._same = max(text, default="") <= "\uffff"

    def after(self, units: int) -> int:
        if self._same:
            return units
        coded = self._text.encode("utf-16-le", "surrogatepass")
        return len(coded[: 2 * units].decode("utf-16-le", "ignore"))


def _option(style: Style, backwards: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
    )
    turned = backwards and style.align is Qt.AlignmentFlag.AlignLeft
    option.setAlignment(Qt.AlignmentFlag.AlignRight if turned else style.align)
    return option


def lay(
    text: str,
    style: Style,
    width: float,
    most_lines: int = 0,
    *,
    balanced: bool = False,
    backwards: bool | None = None,
) -> Lines:
    """Break ``text`` into lines; with ``most_lines``, a longer text ends in an ellipsis.

    ``balanced`` makes the lines alike in length, so that no word stands alone on the last.
    Short texts are remembered: most of a scene is the same when the next vote comes in, and
    the miniature shows what the big screen shows.
    """
    make = _lay_again if len(text) <= _REMEMBERED else _lay
    return make(text, style, width, most_lines, balanced, backwards)


def _lay(
    text: str,
    style: Style,
    width: float,
    most_lines: int,
    balanced: bool,
    backwards: bool | None,
) -> Lines:
    if most_lines:
        text = _name(text, style, width, most_lines)
    lines = Lines(text, style, width, backwards)
    return _balanced(lines, style) if balanced else lines


_lay_again = lru_cache(maxsize=512)(_lay)


def _name(text: str, style: Style, width: float, most_lines: int) -> str:
    """Return a name as it is, or as much of it as ``most_lines`` hold and an ellipsis."""
    text = " ".join(text.split())
    head = text[: _LOOK_AHEAD * most_lines]
    rows = Lines(head, style, width).rows
    if len(head) == len(text) and len(rows) <= most_lines:
        return text
    full = min(most_lines - 1, len(rows))
    start = rows[full - 1].end if full else 0
    last = text[start : start + _LOOK_AHEAD] + ELLIPSIS
    metrics = QFontMetricsF(style.font)
    return text[:start] + metrics.elidedText(last, Qt.TextElideMode.ElideRight, width - 2)


def _balanced(lines: Lines, style: Style) -> Lines:
    rows = len(lines.rows)
    left = style.align is Qt.AlignmentFlag.AlignLeft and not lines.rows[0].backwards
    if not left or not 1 < rows <= MOST_BALANCED or lines.text.endswith(ELLIPSIS):
        return lines
    best = lines
    for share in (0.92, 0.84, 0.74):
        closer = Lines(lines.text, style, lines.width * share)
        if len(closer.rows) > rows:
            break
        best = closer
    return best


def one_line_width(text: str, style: Style) -> float:
    """Return how wide a text is without a break."""
    return lay(text, style, _ENDLESS).natural_width
