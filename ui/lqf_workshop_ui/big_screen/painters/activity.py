"""A step of an activity: its question, and the team's own lines in the shape of the block."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF

from lqf_workshop.domain.activity import POINTS, BlockKind, ColumnKind
from lqf_workshop.domain.canvas import Box as Part
from lqf_workshop.domain.canvas import Canvas, Cell, Line
from lqf_workshop.scenes.scene import ActivityScene
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import BODY, LEAD, LEAST, SMALL, SUBHEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Disc, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    beside_timer_width,
    bullet,
    card,
    grid,
    headline,
    pages_of,
    quote,
    roomiest,
    running_title,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Gap, Piece, Row, Stack

SIDE_BY_SIDE = (BlockKind.COLUMNS, BlockKind.SORT, BlockKind.CORNERS, BlockKind.QUADRANTS)
MOST_ACROSS, MOST_SHORT = 3, 5
"""Fields side by side: of sentences, and of answers in a word or two."""
LOOSE, TIGHT = (LEAD, BODY), (BODY - 4, LEAST + 2)
"""Sizes of lines: what stands alone, and what stands beside others."""


def draw(scene: ActivityScene, look: Look) -> list[Sheet]:
    """Lay out the question and every block under it; long ones go on to more pages."""
    if not scene.canvases or all(canvas.empty for canvas in scene.canvases):
        return _draft(scene, look, LOOSE)
    return roomiest(*(partial(_draft, scene, look, sizes) for sizes in (LOOSE, TIGHT)))


def _draft(scene: ActivityScene, look: Look, sizes: tuple[int, int]) -> list[Sheet]:
    written = [canvas for canvas in scene.canvases if not canvas.empty]
    beside = BODY if written else LEAD
    if not scene.canvases and not scene.quiet:
        beside = SUBHEAD
    header = Stack(
        [
            _label(scene, look),
            Gap(14),
            headline(look, scene.title, beside_timer_width(look, scene.timer)),
            Gap(8),
            words(look, scene.line, beside - 4, look.colours.muted, balanced=True),
        ]
    )
    pieces: list[Piece | None] = []
    shapes = _alone(scene, look) if not written else []
    for n, canvas in enumerate(written):
        pieces += [Gap(28) if n else None, *_canvas(look, canvas, sizes, named=len(written) > 1)]
    return pages_of(
        look,
        Stack([*shapes, *pieces, Gap(0, stretch=1)]),
        header=header,
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=32,
    )


def _label(scene: ActivityScene, look: Look) -> Piece | None:
    said = " · ".join(part for part in (scene.label, scene.place, scene.issue) if part)
    return words(look, said, SMALL, look.colours.accent, bold=True)


def _alone(scene: ActivityScene, look: Look) -> list[Piece | None]:
    """Say what will stand here, as long as nobody has written anything."""
    if scene.quiet:
        return [quote(look, _("Only you see what you write. It is not collected."), BODY)]
    shapes: list[Piece | None] = []
    for canvas in scene.canvases:
        if canvas.kind in SIDE_BY_SIDE:
            parts = [part for part in canvas.boxes if part.name]
            cells = [card(look, _part_head(look, part, BODY)) for part in parts]
            shapes += [_beside(look, canvas, cells), Gap(20)]
        elif canvas.fixed:
            names = [line.title for box in canvas.boxes for line in box.lines]
            shapes += [grid([quote(look, name, BODY) for name in names], 2, 16), Gap(20)]
        elif canvas.kind is BlockKind.TABLE:
            heads = [words(look, name, BODY, bold=True) for name in canvas.columns]
            shapes += [Row(heads, look.space(32)), Gap(20)]
    return shapes[:-1]


def _canvas(
    look: Look, canvas: Canvas, sizes: tuple[int, int], *, named: bool
) -> list[Piece | None]:
    title = words(look, canvas.name, SMALL, look.colours.muted, bold=True, clings=True)
    head: list[Piece | None] = [title, Gap(12)] if named else []
    if canvas.kind in SIDE_BY_SIDE:
        return [*head, *_sides(look, canvas, sizes)]
    lines = [line for box in canvas.boxes for line in box.lines]
    if canvas.kind is BlockKind.SCALE:
        return [*head, *_ends(look, canvas), *_spaced([_scale(look, one, sizes) for one in lines])]
    if any(line.cells for line in lines) and canvas.kind is not BlockKind.TEXT:
        return [*head, *_spaced([_row(look, line, sizes) for line in lines])]
    texts = [text for line in lines for text in _texts(line)]
    columns = 2 if len(texts) > 3 and not look.large else 1
    base = sizes[0] if len(texts) < 4 else sizes[0] - 6
    return [*head, grid([quote(look, text, base) for text in texts], columns, 16)]


def _texts(line: Line) -> list[str]:
    return [text for text in (line.title, *(cell.text for cell in line.cells)) if text]


def _spaced(rows: Sequence[Piece]) -> list[Piece | None]:
    pieces: list[Piece | None] = []
    for row in rows:
        pieces += [row, Gap(12, clings=False)]
    return pieces[:-1]


def _row(look: Look, line: Line, sizes: tuple[int, int]) -> Piece:
    """A line with fields: what it is about in bold, then each field under its name."""
    told = [cell for cell in line.cells if cell.text]
    title = words(look, line.title, sizes[1], bold=True, pitch=1.26)
    if len(line.cells) == 1 and line.cells[0].kind is ColumnKind.CHOICE:
        return _answered(look, title, line.cells[0].text, sizes[1])
    cells = [_cell(look, cell, sizes[1]) for cell in told]
    wordy = any(cell.kind is ColumnKind.TEXT for cell in told)
    if look.large or not cells or len(cells) > (MOST_ACROSS if wordy else MOST_SHORT):
        inside: Piece = Stack([title, *(Stack([Gap(10), cell]) for cell in cells)])
    else:
        inside = Row([title, *cells], look.space(32), [1.0] * (len(cells) + 1))
    made = card(look, inside, radius=20)
    made.pad_y = 18
    return made


def _answered(look: Look, title: Piece | None, answer: str, base: int) -> Piece:
    """A line with one answer to choose: the answer stands at its end, in a column."""
    told = words(look, answer or "–", base, look.colours.accent, bold=True, pitch=1.26)
    made = card(look, Row([title, told], look.space(32), [3.0, 1.0]), radius=20)
    made.pad_y = 10
    return made


def _cell(look: Look, cell: Cell, base: int) -> Piece:
    name = words(look, cell.name, LEAST, look.colours.muted, pitch=1.2, clings=True)
    if cell.kind is ColumnKind.POINTS:
        return Stack([name, Gap(8), _dots(look, cell.text)])
    bold = cell.kind in (ColumnKind.CHOICE, ColumnKind.COUNT)
    ink = look.colours.accent if bold else ""
    return Stack([name, words(look, cell.text, base, ink, bold=bold, pitch=1.26)])


def _dots(look: Look, point: str) -> Piece:
    """A point as filled dots out of five, with the number before them."""
    reached = int(point) if point in POINTS else 0
    side, pitch = look.space(26), look.space(40)
    discs = [
        Disc(
            QRectF(n * pitch, look.space(8), side, side),
            colour(look.colours.accent if n < reached else look.colours.muted),
            filled=n < reached,
            line_width=3,
        )
        for n in range(len(POINTS))
    ]
    number = words(look, point, SMALL, bold=True, pitch=1.2)
    return Row([number, Box(pitch * len(POINTS), side + look.space(8), discs)], 16, [None, None])


def _scale(look: Look, line: Line, sizes: tuple[int, int]) -> Piece:
    point = next((cell.text for cell in line.cells if cell.kind is ColumnKind.POINTS), "")
    title = words(look, line.title, sizes[1], pitch=1.26)
    made = card(look, Row([title, _dots(look, point)], look.space(32), [1.0, None]), radius=20)
    made.pad_y = 14
    return made


def _ends(look: Look, canvas: Canvas) -> list[Piece | None]:
    if len(canvas.ends) < 2:
        return []
    told = _("1 is “{0}”, 5 is “{1}”").format(*canvas.ends[:2])
    return [words(look, told, LEAST, look.colours.muted), Gap(10)]


def _sides(look: Look, canvas: Canvas, sizes: tuple[int, int]) -> list[Piece | None]:
    """Parts side by side. Lines that were not sorted yet stand over them."""
    loose = [
        text for part in canvas.boxes if not part.name for one in part.lines for text in _texts(one)
    ]
    parts = [part for part in canvas.boxes if part.name]
    cells = [card(look, _part(look, part, sizes[1])) for part in parts]
    pieces: list[Piece | None] = []
    if loose:
        columns = 1 if look.large else 2
        pieces += [grid([quote(look, text, sizes[1]) for text in loose], columns, 12), Gap(20)]
    return [*pieces, _beside(look, canvas, cells)]


def _beside(look: Look, canvas: Canvas, cells: Sequence[Piece]) -> Piece:
    """Set parts side by side; of quadrants the ends of both axes stand around them."""
    if canvas.kind is not BlockKind.QUADRANTS:
        across = 1 if look.large else max(1, min(len(cells), MOST_ACROSS))
        return grid(cells, across, 20)
    made = grid(cells, 1 if look.large else 2, 20)
    if len(canvas.ends) < 4 or not any(canvas.ends):
        return made
    left, right, bottom, top = canvas.ends[:4]
    axes = [
        _("Across: {0} to {1}").format(left, right) if left or right else "",
        _("Up: {0} to {1}").format(bottom, top) if bottom or top else "",
    ]
    told = " · ".join(axis for axis in axes if axis)
    return Stack([words(look, told, LEAST, look.colours.muted), Gap(10), made])


def _part_head(look: Look, part: Part, base: int) -> Piece:
    return Stack(
        [
            words(look, part.name, base, bold=True, pitch=1.24, clings=True),
            words(look, part.hint, LEAST, look.colours.muted, pitch=1.26),
        ]
    )


def _part(look: Look, part: Part, base: int) -> Piece:
    pieces: list[Piece | None] = [
        words(look, part.name, base, look.colours.accent, bold=True, pitch=1.24, clings=True)
    ]
    for line in part.lines:
        if line.title:
            told = [bullet(look, base), words(look, line.title, base, pitch=1.26)]
            row = Row(told, look.space(14), [None, 1.0], flows=True)
            pieces += [Gap(10, clings=False), row]
        for cell in line.cells:
            if cell.text:
                pieces += [Gap(10, clings=False), _cell(look, cell, base)]
    return Stack(pieces)
