"""Large print of any paper: the same story in type of 18 points and more, columns stacked.

It is made of the story itself, so the two prints of a paper cannot say different things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch

from reportlab.graphics.shapes import Drawing, Group

from lqf_workshop.reports.canvases import Written
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.fonts import REGULAR
from lqf_workshop.reports.forms import Whole
from lqf_workshop.reports.handout import LARGE
from lqf_workshop.reports.page import COLUMN
from lqf_workshop.reports.pieces import Heading, bullets
from lqf_workshop.reports.prose import Prose, Type
from lqf_workshop.reports.rows import Align, Nothing, Panel, Picture, Row, Ruled, Table

LEAST = 18.0
"""The smallest type of large print, in points."""
_SIZES = ((28, 32), (24, 28), (16, 24), (13, 20))
"""From which size on, the size that it becomes; what is smaller becomes the least."""
_MORE = 2.0
"""How much larger pictures and narrow columns become."""
_NARROW = 60.0
"""A column up to this width holds a mark, a dot or a number, and stays beside its words."""
_LEADING = 1.33
_TALL = 420.0
"""What stood beside each other stays on one page, unless it is higher than this."""
_AIR, _INDENT = 6.0, 14.0


@singledispatch
def enlarged(block: Block, labels: Sequence[str] = ()) -> Block:
    """Return a block in large print; ``labels`` head the cells of a table's row.

    What is not known here is left as it is.
    """
    return block


@enlarged.register
def _(block: Written, labels: Sequence[str] = ()) -> Block:
    return block.in_print(LARGE)


@enlarged.register
def _(block: Prose, labels: Sequence[str] = ()) -> Block:
    return Prose(block.spans, _larger(block.kind))


@enlarged.register
def _(block: Heading, labels: Sequence[str] = ()) -> Block:
    return Heading(block.spans, _larger(block.kind), block.level)


@enlarged.register
def _(block: Stack, labels: Sequence[str] = ()) -> Block:
    made = Stack([enlarged(one, labels) for one in block.blocks])
    made.new_page = block.new_page
    return made


@enlarged.register
def _(block: Ruled, labels: Sequence[str] = ()) -> Block:
    return Ruled(
        enlarged(block.inside, labels),
        block.colour,
        weight=block.weight,
        above=block.above * _LEADING,
        below=block.below * _LEADING,
        keep_with_next=block.keep_with_next,
    )


@enlarged.register
def _(block: Panel, labels: Sequence[str] = ()) -> Block:
    return Panel(
        enlarged(block.inside),
        block.fill,
        border=block.border,
        padding=block.padding,
        before=block.before * _LEADING,
        after=block.after,
    )


@enlarged.register
def _(block: Whole, labels: Sequence[str] = ()) -> Block:
    return Whole(enlarged(block.inside), tall=_TALL)


@enlarged.register
def _(block: Picture, labels: Sequence[str] = ()) -> Block:
    """Draw it larger; what would be too wide is told in its words."""
    if block.wide * _MORE > COLUMN:
        return Stack(bullets(block.alt.split("; "), replace(LARGE.body, after=6)))
    drawn = block.drawing
    whole = Group(*drawn.contents)
    whole.scale(_MORE, _MORE)
    made = Drawing(block.wide * _MORE, drawn.height * _MORE, initialFontName=REGULAR)
    made.add(whole)
    return Picture(made, block.alt)


@enlarged.register
def _(block: Table, labels: Sequence[str] = ()) -> Block:
    """Give each cell the name of its column, for it no longer stands under it."""
    names = [cell for cell in _cells(block.head) if isinstance(cell, Prose)]
    titles = ["".join(span.text for span in name.spans) for name in names]
    return Stack([enlarged(row, titles) for row in block.rows])


@enlarged.register
def _(block: Row, labels: Sequence[str] = ()) -> Block:
    """Stack the columns; narrow ones stay beside the words they belong to."""
    if len(labels) == len(block.cells):
        return _labelled(block, labels)
    made: list[Block] = []
    group: list[tuple[Block, float | None]] = []
    for cell, width in zip(block.cells, block.widths, strict=True):
        narrow = width is not None and width <= _NARROW
        if group and not narrow and not _all_narrow(group):
            made.append(_beside(group, block))
            group = []
        if narrow or not _empty(cell):
            group.append((cell, width if narrow else None))
    made += [_beside(group, block)] if group else []
    for later in made[1:]:
        later.before = max(later.before, _AIR)
    whole = Whole(Stack(made), tall=_TALL)
    whole.before, whole.after = block.before * _LEADING, block.after * _LEADING
    whole.keep_with_next = block.keep_with_next
    return whole


def _all_narrow(group: Sequence[tuple[Block, float | None]]) -> bool:
    return all(width is not None for _cell, width in group)


def _beside(group: Sequence[tuple[Block, float | None]], row: Row) -> Block:
    """Return what stays beside each other; alone, a cell has the whole width."""
    if len(group) == 1:
        return enlarged(group[0][0])
    cells = [enlarged(cell) for cell, _width in group]
    widths = [_wider(cell, width) for cell, width in group]
    if None not in widths:
        cells, widths = [*cells, Nothing()], [*widths, None]
    align = Align.TOP if row.align is Align.FOOT else row.align
    return Row(cells, widths, gap=row.gap * _LEADING, align=align)


def _wider(cell: Block, width: float | None) -> float | None:
    """Return the width of a column; one with nothing in it only sets the others in a little."""
    if width is None:
        return None
    return min(width, _INDENT) if _empty(cell) else width * _MORE


def _labelled(row: Row, labels: Sequence[str]) -> Block:
    """Return a table's row: its first cell, then each other below the name of its column."""
    made = [enlarged(row.cells[0])]
    name = replace(LARGE.small, before=10, keep_with_next=True)
    for cell, label in zip(row.cells[1:], labels[1:], strict=True):
        if not _empty(cell):
            made += [Prose(label, name), enlarged(cell)]
    return Stack(made)


def _cells(block: Block) -> Sequence[Block]:
    inside = block.inside if isinstance(block, Ruled) else block
    return inside.cells if isinstance(inside, Row) else ()


def _empty(cell: Block) -> bool:
    if isinstance(cell, Prose):
        return not any(span.text.strip() for span in cell.spans)
    if isinstance(cell, Picture):
        return not cell.drawing.contents
    return isinstance(cell, Nothing) or (isinstance(cell, Stack) and all(map(_empty, cell.blocks)))


def _larger(kind: Type) -> Type:
    if kind.size >= LEAST and kind.size not in dict(_SIZES):
        return kind
    size = next((to for of, to in _SIZES if kind.size >= of), LEAST)
    return replace(
        kind,
        size=size,
        leading=round(size * _LEADING),
        before=kind.before * _LEADING,
        after=kind.after * _LEADING,
    )
