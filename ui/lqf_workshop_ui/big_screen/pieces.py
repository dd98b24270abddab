"""What a page is laid out from: pieces with a height, that can be placed, or split in two.

Text never shrinks to fit. A piece that finds no room says which part of it fits and which
goes on to the next page.
"""

# ruff: noqa: D102  (what every piece does is said once, in Piece)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from lqf_workshop_ui.big_screen.marks import Disc, Mark, Panel, Picture, Sheet, Words
from lqf_workshop_ui.big_screen.text import Lines, Style, lay

ROUNDING = 0.5
"""Lengths are compared with this much forgiveness, in units."""


class Piece:
    """Something that takes a width, has a height, and can be placed on a page.

    ``stretch`` is its share of height to spare, up to ``most``; ``clings`` keeps it with what
    follows, as a heading with its text.
    """

    stretch: float = 0.0
    most: float = inf
    clings: bool = False

    def height(self, width: float) -> float:
        """Return the least height this needs at ``width``."""
        raise NotImplementedError

    def width(self, most: float) -> float:
        """Return the width this would take by itself, at most ``most``."""
        return most

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        """Put this on ``sheet`` inside ``rect``, which is at least as high as it needs."""
        raise NotImplementedError

    def split(self, width: float, room: float, must: bool) -> tuple[Piece | None, Piece | None]:
        """Return the part that fits into ``room`` and the rest.

        ``must`` says that the page is empty, so that waiting for the next one cannot help.
        """
        fits = self.height(width) <= room + ROUNDING
        return (self, None) if fits or must else (None, self)


@dataclass(slots=True)
class Gap(Piece):
    """Air; it may stretch up to ``most``, and it disappears at the head of a page."""

    least: float
    stretch: float = 0.0
    most: float = inf
    clings: bool = True
    wide: float = 0.0

    def height(self, width: float) -> float:
        return self.least

    def width(self, most: float) -> float:
        return self.wide

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        pass


class Break(Gap):
    """The end of a page, whether it is full or not."""

    def __init__(self) -> None:
        super().__init__(0)


class Text(Piece):
    """Words in one style. With ``most_lines`` it is a name: a longer one ends in an ellipsis."""

    def __init__(
        self,
        text: str,
        style: Style,
        ink: QColor,
        *,
        most_lines: int = 0,
        clings: bool = False,
        balanced: bool = False,
        backwards: bool | None = None,
    ) -> None:
        self.text = text
        self.style = style
        self.ink = ink
        self.most_lines = most_lines
        self.clings = clings
        self.balanced = balanced
        self.backwards = backwards
        self._laid: dict[float, Lines] = {}

    def lines(self, width: float) -> Lines:
        """Return the text broken into lines, worked out once for each width."""
        if width not in self._laid:
            self._laid[width] = self._single(width) or lay(
                self.text,
                self.style,
                width,
                self.most_lines,
                balanced=self.balanced,
                backwards=self.backwards,
            )
        return self._laid[width]

    def _single(self, width: float) -> Lines | None:
        """Return a single line laid out for another width, if it serves here as well."""
        for lines in self._laid.values():
            if lines.anywhere and lines.natural_width <= width:
                return lines
        return None

    def height(self, width: float) -> float:
        return self.lines(width).height

    def width(self, most: float) -> float:
        return min(most, self.lines(most).natural_width)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        lines = self.lines(rect.width())
        if not lines.rows:
            return
        used = QRectF(rect.topLeft(), rect.size())
        used.setHeight(lines.height)
        at = [(layout, rect.topLeft()) for layout in lines.layouts]
        sheet.marks.append(Words(used, lines.text, self.ink, at))

    def split(self, width: float, room: float, must: bool) -> tuple[Piece | None, Piece | None]:
        lines = self.lines(width)
        if lines.height <= room + ROUNDING:
            return self, None
        if self.most_lines:
            return (self, None) if must else (None, self)
        fits = lines.rows_in(room)
        if fits > 2 and len(lines.rows) - fits == 1:
            fits -= 1
        fits = max(fits, 1) if must else fits
        if fits >= len(lines.rows):
            return self, None
        if fits < (1 if must else 2):
            return None, self
        before, after = lines.cut(fits)
        turned = lines.backwards_at(fits)
        return self._part(before, self.backwards), self._part(after, turned)

    def _part(self, text: str, backwards: bool | None) -> Text | None:
        return Text(text, self.style, self.ink, backwards=backwards) if text.strip() else None


class Wide(Piece):
    """Gives a piece a fixed width, so that what stands beside it lines up."""

    def __init__(self, inside: Piece, wide: float) -> None:
        self._inside = inside
        self._wide = wide

    def height(self, width: float) -> float:
        return self._inside.height(self._wide)

    def width(self, most: float) -> float:
        return self._wide

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        self._inside.place(sheet, QRectF(rect.x(), rect.y(), self._wide, rect.height()))


class Narrow(Piece):
    """Lets a piece take no more than a width of its own choosing."""

    def __init__(self, inside: Piece, most: float) -> None:
        self._inside = inside
        self._most = most

    def height(self, width: float) -> float:
        return self._inside.height(min(width, self._most))

    def width(self, most: float) -> float:
        return self._inside.width(min(most, self._most))

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        wide = min(rect.width(), self._most)
        self._inside.place(sheet, QRectF(rect.x(), rect.y(), wide, rect.height()))


class Middle(Piece):
    """Puts a piece half-way down a higher place; with ``end``, at the right of it too."""

    def __init__(self, inside: Piece, *, end: bool = False) -> None:
        self._inside = inside
        self._end = end

    def height(self, width: float) -> float:
        return self._inside.height(width)

    def width(self, most: float) -> float:
        return self._inside.width(most)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        wide = self._inside.width(rect.width()) if self._end else rect.width()
        high = self._inside.height(wide)
        top = rect.y() + (rect.height() - high) / 2
        self._inside.place(sheet, QRectF(rect.right() - wide, top, wide, high))

    def split(self, width: float, room: float, must: bool) -> tuple[Piece | None, Piece | None]:
        return self._inside.split(width, room, must)


class Rule(Piece):
    """A hairline."""

    def __init__(self, ink: QColor, thick: float) -> None:
        self._ink, self._thick = ink, thick
        self.clings = True

    def height(self, width: float) -> float:
        return self._thick

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        line = QRectF(rect.x(), rect.y(), rect.width(), self._thick)
        sheet.marks.append(Panel(line, self._ink, radius=0))


@dataclass(slots=True)
class Box(Piece):
    """A drawn thing of a fixed size: an icon, a dot, a tile."""

    wide: float
    high: float
    marks: Sequence[Mark]

    def height(self, width: float) -> float:
        return self.high

    def width(self, most: float) -> float:
        return self.wide

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        sheet.marks.extend(_moved(mark, rect.x(), rect.y()) for mark in self.marks)


def _moved(mark: Mark, x: float, y: float) -> Mark:
    """Return a copy of a mark, moved."""
    if isinstance(mark, Words):
        at = [(layout, QPointF(p.x() + x, p.y() + y)) for layout, p in mark.layouts]
        return replace(mark, rect=mark.rect.translated(x, y), layouts=at)
    if isinstance(mark, Panel | Picture | Disc):
        return replace(mark, rect=mark.rect.translated(x, y))
    raise TypeError(mark)


class Holder(Piece):
    """A piece that holds others, and keeps what it measured: it is asked again and again."""

    def __init__(self) -> None:
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        if width not in self._heights:
            self._heights[width] = self.measured(width)
        return self._heights[width]

    def measured(self, width: float) -> float:
        """Return the height of everything in it at ``width``."""
        raise NotImplementedError


class Stack(Holder):
    """Pieces one under the other; height to spare goes to those that stretch."""

    def __init__(self, pieces: Sequence[Piece | None], stretch: float = 0.0) -> None:
        super().__init__()
        self.pieces: list[Piece] = [piece for piece in pieces if piece is not None]
        self.stretch = stretch

    def measured(self, width: float) -> float:
        return sum(piece.height(width) for piece in self.pieces)

    def width(self, most: float) -> float:
        return max((p.width(most) for p in self.pieces if not isinstance(p, Gap)), default=0)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        y = rect.y()
        for piece, height in zip(self.pieces, self._stretched(rect), strict=True):
            piece.place(sheet, QRectF(rect.x(), y, rect.width(), height))
            y += height

    def _stretched(self, rect: QRectF) -> list[float]:
        """Return every height with its share of what is to spare, none beyond its most."""
        heights = [piece.height(rect.width()) for piece in self.pieces]
        growing = [n for n, piece in enumerate(self.pieces) if piece.stretch]
        while growing and (spare := rect.height() - sum(heights)) > ROUNDING:
            shares = sum(self.pieces[n].stretch for n in growing)
            wished = {n: heights[n] + spare * self.pieces[n].stretch / shares for n in growing}
            full = [n for n in growing if wished[n] > self.pieces[n].most]
            for n in full or growing:
                heights[n] = min(wished[n], max(heights[n], self.pieces[n].most))
            growing = [n for n in growing if n not in full] if full else []
        return heights

    def split(self, width: float, room: float, must: bool) -> tuple[Piece | None, Piece | None]:
        taken: list[Piece] = []
        for n, piece in enumerate(self.pieces):
            height = piece.height(width)
            if isinstance(piece, Break) and taken:
                return self._some(taken), self._some(self.pieces[n + 1 :])
            if height <= room + ROUNDING:
                taken.append(piece)
                room -= height
                continue
            empty = all(isinstance(p, Gap) for p in taken)
            part, rest = piece.split(width, room, must and empty)
            later = [rest, *self.pieces[n + 1 :]]
            if part is None:
                later = [*self._let_go(taken, must), *later]
            return self._some([*taken, part]), self._some(later)
        return self, None

    @staticmethod
    def _let_go(taken: list[Piece], must: bool) -> list[Piece]:
        """Take back the headings at the end of a page whose text did not follow."""
        kept = len(taken)
        while kept and taken[kept - 1].clings:
            kept -= 1
        if must and not kept:
            return []
        back = taken[kept:]
        del taken[kept:]
        return back

    def _some(self, pieces: Sequence[Piece | None]) -> Stack | None:
        """Return a stack of what is left, without the air at its beginning."""
        left = [piece for piece in pieces if piece is not None]
        while left and isinstance(left[0], Gap):
            del left[0]
        real = any(not isinstance(piece, Gap) for piece in left)
        return Stack(left, self.stretch) if real else None


class Row(Holder):
    """Cells side by side, all as high as the highest; ``shares`` divide the width.

    A share of None gives a cell the width it takes by itself.
    """

    def __init__(
        self,
        cells: Sequence[Piece | None],
        gap: float,
        shares: Sequence[float | None] = (),
        *,
        stretch: float = 0.0,
        most: float = inf,
        flows: bool = False,
    ) -> None:
        super().__init__()
        self.cells = list(cells)
        self.gap = gap
        self.shares: list[float | None] = list(shares) or [1.0] * len(self.cells)
        self.stretch = stretch
        self.most = most
        self.flows = flows

    def widths(self, width: float) -> list[float]:
        """Return the width of every cell."""
        free = width - self.gap * (len(self.cells) - 1)
        fixed: list[float] = []
        for cell, share in zip(self.cells, self.shares, strict=True):
            fixed.append(cell.width(free) if share is None and cell else 0.0)
            free -= fixed[-1]
        shared = sum(share or 0 for share in self.shares) or 1
        return [
            fixed[n] if share is None else free * share / shared
            for n, share in enumerate(self.shares)
        ]

    def width(self, most: float) -> float:
        if any(self.shares):
            return most
        return sum(self.widths(most)) + self.gap * (len(self.cells) - 1)

    def measured(self, width: float) -> float:
        pairs = zip(self.cells, self.widths(width), strict=True)
        return max((cell.height(w) for cell, w in pairs if cell), default=0)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        x = rect.x()
        for cell, width in zip(self.cells, self.widths(rect.width()), strict=True):
            if cell:
                cell.place(sheet, QRectF(x, rect.y(), width, rect.height()))
            x += width + self.gap

    def split(self, width: float, room: float, must: bool) -> tuple[Piece | None, Piece | None]:
        if self.height(width) <= room + ROUNDING:
            return self, None
        if not (must or self.flows):
            return None, self
        widths = self.widths(width)
        pairs = zip(self.cells, widths, strict=True)
        parts = [cell.split(w, room, must) if cell else (None, None) for cell, w in pairs]
        if not must and any(
            cell and not part[0] for cell, part in zip(self.cells, parts, strict=True)
        ):
            return None, self
        return self._of([p[0] for p in parts], widths), self._of([p[1] for p in parts], widths)

    def _of(self, cells: list[Piece | None], widths: list[float]) -> Row | None:
        """Return a part of this row, its cells where they were; an ended cell leaves air."""
        if not any(cells):
            return None
        held = [
            cell or (Gap(0, wide=wide) if share is None else None)
            for cell, share, wide in zip(cells, self.shares, widths, strict=True)
        ]
        return Row(
            held, self.gap, self.shares, stretch=self.stretch, most=self.most, flows=self.flows
        )


class Wrap(Piece):
    """Small pieces in reading order, as many to a line as fit, each line centred on itself."""

    def __init__(self, pieces: Sequence[Piece | None], gap: float, line_gap: float) -> None:
        self.pieces: list[Piece] = [piece for piece in pieces if piece is not None]
        self.gap = gap
        self.line_gap = line_gap

    def _rows(self, width: float) -> list[list[tuple[Piece, float]]]:
        rows: list[list[tuple[Piece, float]]] = []
        x = 0.0
        for piece in self.pieces:
            wide = piece.width(width)
            if not rows or x + wide > width + ROUNDING:
                rows.append([])
                x = 0.0
            rows[-1].append((piece, wide))
            x += wide + self.gap
        return rows

    @staticmethod
    def _height(row: list[tuple[Piece, float]]) -> float:
        return max(piece.height(wide) for piece, wide in row)

    def height(self, width: float) -> float:
        rows = self._rows(width)
        return sum(map(self._height, rows)) + self.line_gap * max(0, len(rows) - 1)

    def width(self, most: float) -> float:
        lengths = [
            sum(w for _piece, w in row) + self.gap * (len(row) - 1) for row in self._rows(most)
        ]
        return max(lengths, default=0)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        y = rect.y()
        for row in self._rows(rect.width()):
            x, high = rect.x(), self._height(row)
            for piece, wide in row:
                own = piece.height(wide)
                piece.place(sheet, QRectF(x, y + (high - own) / 2, wide, own))
                x += wide + self.gap
            y += high + self.line_gap

    def split(self, width: float, room: float, must: bool) -> tuple[Piece | None, Piece | None]:
        rows, used, kept = self._rows(width), 0.0, 0
        for row in rows:
            if used + self._height(row) > room + ROUNDING:
                break
            used += self._height(row) + self.line_gap
            kept += 1
        kept = max(kept, 1 if must else 0)
        return self._of(rows[:kept]), self._of(rows[kept:])

    def _of(self, rows: list[list[tuple[Piece, float]]]) -> Wrap | None:
        pieces = [piece for row in rows for piece, _wide in row]
        return Wrap(pieces, self.gap, self.line_gap) if pieces else None


@dataclass(slots=True)
class Card(Piece):
    """A panel around a piece; split over two pages it is two panels."""

    inside: Piece
    pad_x: float
    pad_y: float
    fill: QColor | None = None
    line: QColor | None = None
    line_width: float = 2
    radius: float = 20
    dashed: bool = False
    stretch: float = 0.0
    most: float = inf

    def height(self, width: float) -> float:
        return self.inside.height(width - 2 * self.pad_x) + 2 * self.pad_y

    def width(self, most: float) -> float:
        return self.inside.width(most - 2 * self.pad_x) + 2 * self.pad_x

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        panel = Panel(rect, self.fill, self.line, self.line_width, self.radius, self.dashed)
        sheet.marks.append(panel)
        inner = rect.adjusted(self.pad_x, self.pad_y, -self.pad_x, -self.pad_y)
        self.inside.place(sheet, inner)

    def split(self, width: float, room: float, must: bool) -> tuple[Piece | None, Piece | None]:
        if self.height(width) <= room + ROUNDING:
            return self, None
        if not must:
            return None, self
        inside = self.inside.split(width - 2 * self.pad_x, room - 2 * self.pad_y, True)
        first, rest = (replace(self, inside=part) if part else None for part in inside)
        return first, rest
