"""Several votes under each other on one scale: a name and its numbers, and a row of dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from lqf_workshop.charts.dot_plot import dot_plot
from lqf_workshop_ui.big_screen.look import BODY, LEAST, SMALL, Look, colour
from lqf_workshop_ui.big_screen.marks import Disc, Panel, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import words
from lqf_workshop_ui.big_screen.pieces import Gap, Middle, Piece, Row, Stack, Wrap

BESIDE = (0.62, 1.0)
"""How the width is shared between what a row is about and its dots."""
GAP = 32
MOST_HIGH = 150
LARGEST_RADIUS = 18.0


@dataclass(frozen=True, slots=True)
class VoteRow:
    """What one row says: ``marked`` stands out, in words as well as in colour."""

    name: str
    numbers: str
    counts: tuple[int, ...]
    marked: str = ""


def vote_rows(
    look: Look,
    rows: Sequence[VoteRow],
    scale_words: Sequence[str],
    ink: str,
    *,
    tight: bool = False,
) -> list[Piece | None]:
    """Return the rows under each other, and the scale under the last; smaller if ``tight``."""
    sizes = (SMALL, LEAST, 68) if tight else (BODY, SMALL, 84)
    pieces: list[Piece | None] = []
    for row in rows:
        pieces += [Gap(6, stretch=0.2, most=20), _row(look, row, ink, *sizes)]
    return [*pieces[1:], Gap(10), _scale(look, scale_words)]


def _row(look: Look, row: VoteRow, ink: str, large: int, small: int, high: int) -> Piece:
    numbers = words(look, row.numbers, small, look.colours.muted, pitch=1.2)
    marked = words(look, row.marked, small, look.colours.warm, bold=True, pitch=1.2)
    name = words(look, row.name, large, bold=True, pitch=1.15, most_lines=2)
    said = Stack([name, Wrap([numbers, marked], look.space(20), 0)])
    if look.large:
        return Stack([said, Gap(8), Dots(row.counts, look, ink, high)])
    return Row(
        [Middle(said), Dots(row.counts, look, ink, high)], GAP, BESIDE, stretch=1, most=MOST_HIGH
    )


def _scale(look: Look, scale_words: Sequence[str]) -> Piece:
    """Every point's number and word under its dots."""
    middle = Qt.AlignmentFlag.AlignHCenter
    cells: list[Piece | None] = [
        Stack(
            [
                words(look, str(n), SMALL, bold=True, pitch=1.15, align=middle),
                words(look, word, LEAST, look.colours.muted, pitch=1.2, align=middle, most_lines=2),
            ]
        )
        for n, word in enumerate(scale_words, 1)
    ]
    scale = Row(cells, 8)
    return scale if look.large else Row([Gap(0), scale], GAP, BESIDE)


class Dots(Piece):
    """One vote as dots over a base line, as low as a row."""

    stretch = 1.0

    def __init__(self, counts: tuple[int, ...], look: Look, ink: str, least_high: int) -> None:
        self._counts, self._look, self._ink = counts, look, ink
        self._least_high = least_high

    def height(self, width: float) -> float:
        """Return the least height in which thirty votes can be told apart."""
        return self._look.space(self._least_high)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        """Put the dots on the page."""
        line = QRectF(rect.x(), rect.bottom() - 3, rect.width(), 3)
        sheet.marks.append(Panel(line, colour(self._look.colours.control), radius=1))
        high = rect.height() - 9
        plot = dot_plot(self._counts, None, rect.width(), high, LARGEST_RADIUS)
        for dot in plot.dots:
            x, y, r = rect.x() + dot.x, rect.y() + high - dot.y, dot.radius
            disc = QRectF(x - r, y - r, 2 * r, 2 * r)
            sheet.marks.append(Disc(disc, colour(self._ink), True))
