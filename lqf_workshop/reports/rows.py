"""Blocks beside each other, and tables made of them that run over as many pages as they need."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from reportlab.graphics.shapes import Drawing

from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.sheet import HAIRLINE, Sheet


class Nothing(Block):
    """An empty cell."""

    def height(self, width: float) -> float:
        """Return no height."""
        return 0

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Picture(Block):
    """A Drawing, at the left of its column; ``alt`` tells it to those who cannot see it."""

    def __init__(self, drawing: Drawing, alt: str = "") -> None:
        self.drawing = drawing
        self._height: float = drawing.height
        self.wide: float = drawing.width
        self.alt = alt

    def height(self, width: float) -> float:
        """Return the Drawing's height."""
        return self._height

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Place the Drawing."""
        sheet.picture(self.drawing, x, top - self._height, self.alt)


class Align(Enum):
    """Where the lower cells of a row stand: the share of the spare height that is above them."""

    TOP = 0.0
    MIDDLE = 0.5
    FOOT = 1.0


class Row(Block):
    """Cells beside each other; ``widths`` in points, None for those that share the rest.

    ``tags`` name the row and its cells when they belong to a table.
    """

    def __init__(
        self,
        cells: Sequence[Block],
        widths: Sequence[float | None],
        *,
        gap: float = 12,
        align: Align = Align.TOP,
        before: float = 0,
        after: float = 0,
        keep_with_next: bool = False,
        tags: tuple[str, str] | None = None,
    ) -> None:
        self.cells = tuple(cells)
        self.tags = tags
        self.widths = tuple(widths)
        self.gap = gap
        self.align = align
        self.before, self.after = before, after
        self.keep_with_next = keep_with_next

    def _columns(self, width: float) -> list[float]:
        given = sum(one for one in self.widths if one is not None)
        sharing = max(1, self.widths.count(None))
        rest = (width - given - self.gap * (len(self.widths) - 1)) / sharing
        return [rest if one is None else one for one in self.widths]

    def height(self, width: float) -> float:
        """Return the height of the tallest cell."""
        columns = self._columns(width)
        return max(cell.height(w) for cell, w in zip(self.cells, columns, strict=True))

    def lead(self, width: float) -> float:
        """Return the height down to the first place where every cell may be cut."""
        columns = self._columns(width)
        return max(cell.lead(w) for cell, w in zip(self.cells, columns, strict=True))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut the cells that do not fit; the others stay whole above the cut."""
        above: list[Block] = []
        below: list[Block] = []
        for cell, column in zip(self.cells, self._columns(width), strict=True):
            if cell.height(column) <= room:
                above.append(cell)
                below.append(Nothing())
                continue
            parts = cell.split(column, room)
            if parts is None:
                return None
            above.append(parts[0])
            below.append(parts[1])
        return self._like(above), self._like(below)

    def _like(self, cells: Sequence[Block]) -> Row:
        return Row(
            cells,
            self.widths,
            gap=self.gap,
            align=self.align,
            before=self.before,
            after=self.after,
            tags=self.tags,
        )

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the cells from a common top, around a common middle, or down to a common foot."""
        height = self.height(width)
        row, one = self.tags or ("", "")
        with sheet.inside(row):
            for cell, column in zip(self.cells, self._columns(width), strict=True):
                down = (height - cell.height(column)) * self.align.value
                with sheet.inside(one):
                    cell.draw(sheet, x, top - down, column)
                x += column + self.gap


class Ruled(Block):
    """A block with air around it and a line under its end."""

    def __init__(
        self,
        inside: Block,
        colour: str,
        *,
        weight: float = HAIRLINE,
        above: float = 0,
        below: float = 0,
        keep_with_next: bool = False,
        ends: bool = True,
    ) -> None:
        self.inside = inside
        self.keep_with_next = keep_with_next
        self.colour, self.weight = colour, weight
        self.above, self.below = above, below
        self._ends = ends

    def height(self, width: float) -> float:
        """Return the height with the air."""
        return self.above + self.inside.height(width) + self.below

    def lead(self, width: float) -> float:
        """Return the height of the least that may stand at the foot of a page."""
        least = self.above + self.inside.lead(width) + self.below
        return min(least, self.height(width))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut the block inside; the line belongs to its end."""
        parts = self.inside.split(width, room - self.above - self.below)
        if parts is None:
            return None
        return self._like(parts[0], ends=False), self._like(parts[1], ends=self._ends)

    def _like(self, inside: Block, *, ends: bool) -> Ruled:
        return Ruled(
            inside,
            self.colour,
            weight=self.weight,
            above=self.above,
            below=self.below,
            ends=ends,
        )

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the block and, at its end, the line."""
        self.inside.draw(sheet, x, top - self.above, width)
        if self._ends:
            sheet.line(x, top - self.height(width), width, self.colour, self.weight)


class Panel(Block):
    """Blocks on a soft ground with round corners."""

    def __init__(
        self,
        inside: Block,
        fill: str,
        *,
        border: str = "",
        padding: float = 14,
        before: float = 0,
        after: float = 10,
    ) -> None:
        self.inside = inside
        self.before, self.after = before, after
        self.fill, self.border, self.padding = fill, border, padding

    def height(self, width: float) -> float:
        """Return the height with the padding."""
        return self.inside.height(width - 2 * self.padding) + 2 * self.padding

    def lead(self, width: float) -> float:
        """Return the height of the least that may stand at the foot of a page."""
        return self.inside.lead(width - 2 * self.padding) + 2 * self.padding

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut into two panels."""
        padding = 2 * self.padding
        parts = self.inside.split(width - padding, room - padding)
        return (self._like(parts[0]), self._like(parts[1])) if parts else None

    def _like(self, inside: Block) -> Panel:
        return Panel(
            inside,
            self.fill,
            border=self.border,
            padding=self.padding,
            before=self.before,
            after=self.after,
        )

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the ground, then what stands on it."""
        height = self.height(width)
        sheet.box(x, top - height, width, height, fill=self.fill, border=self.border)
        padding = self.padding
        self.inside.draw(sheet, x + padding, top - padding, width - 2 * padding)


class Table(Block):
    """Rows under a head that comes again on each page.

    Only a row that fills a good part of a page is torn apart, and the last row does not go
    to the next page by itself.
    """

    def __init__(self, head: Block, rows: Sequence[Block], *, tall: float = 240) -> None:
        self.head = head
        self.rows = tuple(rows)
        self._tall = tall

    def height(self, width: float) -> float:
        """Return the height of the head and all rows."""
        return self.head.height(width) + sum(row.height(width) for row in self.rows)

    def lead(self, width: float) -> float:
        """Return the height of the head and as much of the first row as may stand alone."""
        return self.head.height(width) + self._least(self.rows[0], width)

    def _least(self, row: Block, width: float) -> float:
        height = row.height(width)
        return row.lead(width) if height > self._tall else height

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut between two rows, or in a tall one."""
        used = self.head.height(width)
        for number, row in enumerate(self.rows):
            height = row.height(width)
            if used + height > room:
                return self._cut(number, width, room - used)
            used += height
        return None

    def _cut(self, number: int, width: float, left: float) -> tuple[Block, Block] | None:
        row = self.rows[number]
        if row.height(width) > self._tall and self._least(row, width) <= left:
            parts = row.split(width, left)
            if parts is not None:
                before, after = self.rows[:number], self.rows[number + 1 :]
                return self._like([*before, parts[0]]), self._like([parts[1], *after])
        if number == len(self.rows) - 1 and number > 2:
            number -= 1
        if number == 0:
            return None
        return self._like(self.rows[:number]), self._like(self.rows[number:])

    def _like(self, rows: Sequence[Block]) -> Table:
        return Table(self.head, rows, tall=self._tall)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the head and the rows."""
        with sheet.inside("Table"):
            Stack([self.head, *self.rows]).draw(sheet, x, top, width)
