"""A canvas on paper: laid out for a pen, or with what a team has written.

Both are laid out by the same rules, so that a filled paper looks like the one handed out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lqf_workshop.domain.activity import ActivityRun, BlockKind, ColumnKind
from lqf_workshop.domain.activity import Block as ActivityBlock
from lqf_workshop.domain.canvas import Box, Canvas, Cell, Line, canvas_of
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import AtEnd, Listed, Middle, Whole, WritingLines, ticked
from lqf_workshop.reports.handout import LARGE, Print
from lqf_workshop.reports.look import COLOURS, WHITE
from lqf_workshop.reports.page import COLUMN
from lqf_workshop.reports.pieces import bullets
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Nothing, Row, Ruled, Table
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.reports.tags import ORNAMENT
from lqf_workshop.wording import _

_GAP = 10.0
_ROOM = {
    BlockKind.LIST: 7,
    BlockKind.TABLE: 6,
    BlockKind.SCALE: 5,
    BlockKind.QUADRANTS: 5,
    BlockKind.CORNERS: 7,
    BlockKind.COLUMNS: 7,
    BlockKind.SORT: 5,
    BlockKind.TEXT: 4,
}
"""How many empty lines a pen is given in each part of a block."""
_CARDS = 4
"""Empty lines of a table that is too wide for columns."""
_TALL = 560.0
"""What a pen fills in stays on one page up to this height, in points."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a canvas is set: its print, whether a pen fills it in, and its width in points."""

    look: Print
    pen: bool = False
    width: float = COLUMN

    @property
    def large(self) -> bool:
        """Whether nothing may stand side by side that could stand below each other."""
        return self.look.body.size >= LARGE.body.size

    @property
    def label(self) -> Type:
        """The type of small labels."""
        return replace(self.look.small, keep_with_next=True)

    @property
    def tall(self) -> float:
        """How high a row may be before it is torn apart between two pages."""
        return _TALL if self.pen else 240


class Frames(Block):
    """Cells beside each other, each in a frame; the frames are all as high as the highest."""

    _PADDING = 9.0

    def __init__(self, cells: Sequence[Block], *, gap: float = _GAP) -> None:
        self._cells = tuple(cells)
        self._gap = gap

    def _inner(self, width: float) -> float:
        return self._outer(width) - 2 * self._PADDING

    def _outer(self, width: float) -> float:
        return (width - self._gap * (len(self._cells) - 1)) / len(self._cells)

    def _row(self, width: float) -> Row:
        widths = [self._inner(width)] * len(self._cells)
        return Row(self._cells, widths, gap=self._gap + 2 * self._PADDING)

    def height(self, width: float) -> float:
        """Return the height with the frames."""
        return self._row(width).height(width) + 2 * self._PADDING

    def lead(self, width: float) -> float:
        """Return the height of the least that may stand at the foot of a page."""
        return self._row(width).lead(width) + 2 * self._PADDING

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut the cells that do not fit; both halves have frames."""
        parts = self._row(width).split(width, room - 2 * self._PADDING)
        if parts is None:
            return None
        above, below = (p.cells for p in parts if isinstance(p, Row))
        return Frames(above, gap=self._gap), Frames(below, gap=self._gap)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the frames, then what stands in them."""
        height, outer = self.height(width), self._outer(width)
        for number in range(len(self._cells)):
            left = x + number * (outer + self._gap)
            sheet.box(left, top - height, outer, height, border=COLOURS.control, radius=5)
        self._row(width).draw(sheet, x + self._PADDING, top - self._PADDING, width)


class Point(Block):
    """A point of a scale: a box with its number; a chosen one is filled."""

    def __init__(self, number: str, side: float, kind: Type, *, chosen: bool = False) -> None:
        self._side = side
        self._chosen = chosen
        colour = WHITE if chosen else COLOURS.muted
        tag = "P" if chosen else ORNAMENT
        kind = replace(kind, bold=chosen, colour=colour, leading=side, start=False, tag=tag)
        self._number = Middle(Prose(number, replace(kind, before=0, after=0)))

    def height(self, width: float) -> float:
        """Return the height of the box."""
        return self._side

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the box in the middle of its column, and the number in it."""
        left = x + (width - self._side) / 2
        fill = COLOURS.ink if self._chosen else WHITE
        side = self._side - 1.2
        corner = left + 0.6, top - self._side + 0.6
        sheet.box(
            *corner, side, side, fill=fill, border=COLOURS.ink, radius=self._side / 6, weight=1.2
        )
        self._number.draw(sheet, left, top, self._side)


class Answers(Block):
    """Answers with boxes to tick: beside each other where there is room, else below."""

    def __init__(self, answers: Sequence[str], look: Print) -> None:
        self._answers = tuple(answers)
        self._look = look

    def _widths(self) -> list[float]:
        room = self._look.box * 0.8 + self._look.box / 3
        return [Prose(one, self._look.body).natural_width() + room for one in self._answers]

    def natural_width(self, beside: bool) -> float:
        """Return the width in points that is needed beside each other, or below."""
        widths = self._widths()
        return sum(widths) + self._look.box * len(widths) if beside else max(widths)

    def _set(self, width: float) -> Block:
        look = self._look
        boxes = [ticked(one, look.body, look.box * 0.8, look.box / 3) for one in self._answers]
        if self.natural_width(True) <= width + 0.01:
            return Row([*boxes, Nothing()], [*self._widths(), None], gap=look.box)
        for box in boxes[1:]:
            box.before = 4
        return Listed(boxes)

    def height(self, width: float) -> float:
        """Return the height at this width."""
        return self._set(width).height(width)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the answers."""
        self._set(width).draw(sheet, x, top, width)


class Written(Stack):
    """A canvas with what stands in it, which can be set again in another print."""

    def __init__(self, canvas: Canvas, look: Print, width: float = COLUMN) -> None:
        super().__init__(written(canvas, look, width))
        self._canvas, self._width = canvas, width

    def in_print(self, look: Print) -> Written:
        """Return it in another print."""
        return Written(self._canvas, look, self._width)


def written(canvas: Canvas, look: Print, width: float = COLUMN) -> list[Block]:
    """Return a canvas with what stands in it, as long as it needs to be."""
    return _laid(canvas, Setting(look, width=width))


def for_a_pen(run: ActivityRun, block: ActivityBlock, look: Print) -> list[Block]:
    """Return a block with room to write in, and none of the team's words."""
    canvas = canvas_of(run, block, blank=True)
    setting = Setting(look, pen=True)
    fields = [
        Cell(name, column.kind, "", column.answers)
        for name, column in zip(canvas.columns, block.fields, strict=True)
    ]
    boxes = tuple(_with_room(canvas, box, fields, setting) for box in canvas.boxes)
    return _laid(replace(canvas, boxes=boxes), setting)


def _with_room(canvas: Canvas, box: Box, fields: Sequence[Cell], setting: Setting) -> Box:
    """Return a part with empty lines, where it has no fixed ones."""
    if box.lines:
        return box
    count = _ROOM.get(canvas.kind, _CARDS)
    cells = tuple(fields if canvas.fixed else fields[1:])
    if _is_table(canvas) and _widths(canvas, (Line("", cells),), setting) is None:
        count = min(count, _CARDS)
    elif len(cells) > 0 and not _is_table(canvas):
        count = min(count, 3)
    return replace(box, lines=(Line("", cells),) * count)


def _laid(canvas: Canvas, setting: Setting) -> list[Block]:
    match canvas.kind:
        case BlockKind.QUADRANTS if len(canvas.boxes) == 4:
            return _quadrants(canvas, setting)
        case BlockKind.QUADRANTS | BlockKind.CORNERS | BlockKind.COLUMNS | BlockKind.SORT:
            return _parts(canvas, setting)
        case _ if _is_table(canvas):
            lines = [line for box in canvas.boxes for line in box.lines]
            return _table(canvas, lines, setting) if lines else []
    return [piece for box in canvas.boxes for piece in _plain(canvas, box, setting)]


def _is_table(canvas: Canvas) -> bool:
    several = len(canvas.columns) > 1
    rows = (BlockKind.TABLE, BlockKind.SCALE, BlockKind.LIST, BlockKind.PRIVATE)
    return canvas.kind in rows and (several or canvas.fixed)


def _plain(canvas: Canvas, box: Box, setting: Setting) -> list[Block]:
    """Return the lines of a list, or one text."""
    look = setting.look
    if setting.pen:
        return [WritingLines(1, look.pitch) for _line in box.lines]
    texts = [line.title for line in box.lines]
    if canvas.kind is BlockKind.TEXT:
        return [Prose(text, replace(look.body, after=4)) for text in texts]
    return bullets(texts, replace(look.body, after=look.air / 2))


# Tables


def _table(canvas: Canvas, lines: Sequence[Line], setting: Setting) -> list[Block]:
    """Return lines as rows under a head; lines with many fields as cards of labelled fields."""
    widths = _widths(canvas, lines, setting)
    if widths is None:
        return [_card(canvas, line, setting) for line in lines]
    label = replace(setting.label, keep_with_next=False)
    names = ["" if canvas.fixed else canvas.columns[0]]
    names += canvas.columns if canvas.fixed else canvas.columns[1:]
    heads: list[Block] = [Prose(name, label) for name in names]
    if canvas.kind is BlockKind.SCALE:
        heads[-1] = _ends(canvas, setting)
    head = Row(heads, widths, gap=_GAP, align=Align.FOOT, tags=("TR", "TH"))
    rows = [_row(canvas, line, widths, setting) for line in lines]
    return [Table(Ruled(head, COLOURS.ink, weight=1, below=4), rows, tall=setting.tall)]


def _row(canvas: Canvas, line: Line, widths: Sequence[float | None], setting: Setting) -> Block:
    look = setting.look
    bold = replace(look.body, bold=canvas.fixed or len(line.cells) > 1)
    empty = setting.pen and not line.title
    title: Block = WritingLines(1, look.pitch) if empty else Prose(line.title, bold)
    cells = [title, *(_field(cell, setting) for cell in line.cells)]
    wordless = not any(cell.kind is ColumnKind.TEXT for cell in line.cells)
    align = Align.FOOT if setting.pen else Align.TOP
    if setting.pen and wordless and line.title:
        align = Align.MIDDLE
    row = Row(cells, widths, gap=_GAP, align=align, tags=("TR", "TD"))
    air = look.air
    return Ruled(row, COLOURS.line, above=air, below=air, ends=not setting.pen)


def _widths(canvas: Canvas, lines: Sequence[Line], setting: Setting) -> list[float | None] | None:
    """Return the widths of a table's columns, None for a shared one; None if it has no room.

    Answers to tick stand beside each other where the words can spare the room.
    """
    least = (84 if setting.pen else 76) if not setting.large else 170
    for beside, enough in ((True, 1.5 * least), (False, least)):
        widths = [None, *(_width(cell, canvas, setting, beside) for cell in lines[0].cells)]
        given = [width for width in widths if width is not None]
        wordy = len(widths) - len(given)
        share = (setting.width - sum(given) - _GAP * (len(widths) - 1)) / wordy
        if share >= enough:
            return widths
    return None


def _width(cell: Cell, canvas: Canvas, setting: Setting, beside: bool) -> float | None:
    look = setting.look
    if cell.kind is ColumnKind.TEXT:
        return None
    words = [Prose(word, replace(setting.label)).natural_width() for word in cell.name.split()]
    if cell.kind is ColumnKind.POINTS:
        wide = canvas.kind is BlockKind.SCALE
        least = 5 * (look.box + (14 if wide else 4))
    elif cell.kind is ColumnKind.CHOICE:
        options = [Prose(one, look.body).natural_width() for one in cell.options]
        least = max(options, default=0)
        if setting.pen:
            least = Answers(cell.options, look).natural_width(beside)
    else:
        least = 3 * look.body.size
    return max([least, *words])


def _ends(canvas: Canvas, setting: Setting) -> Block:
    """Return the names of both ends of a scale, over its points."""
    label = replace(setting.label, keep_with_next=False)
    left, right = (*canvas.ends, "", "")[:2]
    return Row((Prose(left, label), AtEnd(Prose(right, label))), (None, None), gap=8)


def _field(cell: Cell, setting: Setting, lines: int = 1) -> Block:
    """Return what stands in a field, or what a pen needs to fill it in."""
    look = setting.look
    if cell.kind is ColumnKind.POINTS:
        return _points(cell, look)
    if not setting.pen:
        return Prose(cell.text, look.body) if cell.text else Nothing()
    if cell.kind is ColumnKind.CHOICE:
        return Answers(cell.options, look)
    if cell.kind is ColumnKind.COUNT:
        lines = 1
    return WritingLines(lines, look.pitch)


def _points(cell: Cell, look: Print) -> Block:
    number = replace(look.small, bold=False)
    points = [Point(one, look.box, number, chosen=one == cell.text) for one in cell.options]
    return Row(points, [None] * len(points), gap=0)


def _card(canvas: Canvas, line: Line, setting: Setting) -> Block:
    """Return a line whose fields stand below its title, two by two or one by one."""
    look = setting.look
    blocks: list[Block] = []
    if line.title:
        blocks.append(Prose(line.title, replace(look.name, after=2)))
    elif setting.pen and not canvas.fixed:
        blocks.append(_labelled(Cell(canvas.columns[0], ColumnKind.TEXT, ""), canvas, setting))
    cells = [cell for cell in line.cells if setting.pen or cell.text]
    columns = 1 if setting.large else 2
    fields = [_labelled(cell, canvas, setting) for cell in cells]
    for number in range(0, len(fields), columns):
        side = fields[number : number + columns]
        side += [Nothing()] * (columns - len(side))
        blocks.append(Row(side, [None] * columns, gap=24, before=look.air))
    if not setting.pen:
        return Ruled(Stack(blocks), COLOURS.control, above=look.air + 3, below=look.air + 5)
    card = Whole(Frames([Stack(blocks)]), setting.tall)
    card.after = look.air + 3
    return card


def _labelled(cell: Cell, canvas: Canvas, setting: Setting) -> Block:
    """Return a field under its name; the points of a scale under the scale's ends."""
    ends = canvas.kind is BlockKind.SCALE and cell.kind is ColumnKind.POINTS
    name = _ends(canvas, setting) if ends else Prose(cell.name, setting.label)
    look = setting.look
    field = _field(cell, setting)
    if cell.kind is ColumnKind.POINTS and not ends:
        field = Row((field, Nothing()), (5 * (look.box + look.air), None))
    if cell.kind is ColumnKind.POINTS or (setting.pen and cell.kind is not ColumnKind.TEXT):
        field.before = 4
    return Stack([name, field])


# Parts beside each other


def _parts(canvas: Canvas, setting: Setting) -> list[Block]:
    """Return parts in frames; what a sort has not yet put onto a pile stands before them."""
    blocks: list[Block] = []
    boxes = list(canvas.boxes)
    if canvas.kind is BlockKind.SORT and boxes and not boxes[0].name:
        unsorted = boxes.pop(0)
        if unsorted.lines and not setting.pen:
            blocks.append(Prose(_("Not on a pile yet"), replace(setting.label, after=3)))
            blocks += _inside(unsorted, canvas, setting).blocks
    for some in _chunks(boxes, setting):
        frames = Frames([_inside(box, canvas, setting) for box in some])
        table = Table(_heads(some, setting), [frames], tall=setting.tall)
        table.before, table.after = setting.look.air, setting.look.air + 5
        blocks.append(table)
    return blocks


def _chunks(boxes: Sequence[Box], setting: Setting) -> list[Sequence[Box]]:
    """Cut parts into rows of up to three, as even as they go: four are two and two."""
    if setting.large:
        return [[box] for box in boxes]
    rows = -(-len(boxes) // 3) or 1
    marks = [round(n * len(boxes) / rows) for n in range(rows + 1)]
    return [boxes[begin:end] for begin, end in pairwise(marks)]


def _heads(boxes: Sequence[Box], setting: Setting) -> Block:
    """Return the names over frames, which come again on each page."""
    cells = [_head(box.name, box.hint, setting) for box in boxes]
    return _Head(Row(cells, [None] * len(cells), gap=_GAP))


class _Head(Ruled):
    """Names with a little air under them and no line."""

    def __init__(self, inside: Block) -> None:
        super().__init__(inside, COLOURS.line, below=5, ends=False)


def _head(name: str, hint: str, setting: Setting) -> Block:
    look = setting.look
    words: list[Block] = [Prose(name, replace(look.name, keep_with_next=False))] if name else []
    if hint:
        words.append(Prose(hint, replace(look.small, bold=False, keep_with_next=False)))
    return Stack(words) if words else Nothing()


def _inside(box: Box, canvas: Canvas, setting: Setting) -> Stack:
    """Return the lines of a part; a fixed line is all labelled fields."""
    blocks: list[Block] = []
    for line in box.lines:
        fixed = len(line.cells) == len(canvas.columns)
        some = _to_write(line, fixed, setting) if setting.pen else _told(line, setting)
        if some and line.cells:
            some[0].before = 2 * setting.look.air
        blocks += some
    return Stack(blocks or [Nothing()])


def _to_write(line: Line, fixed: bool, setting: Setting) -> list[Block]:
    pitch = setting.look.pitch
    lines = (3 if len(line.cells) < 3 else 2) if fixed else 1
    blocks: list[Block] = [] if fixed else [WritingLines(1, pitch)]
    for cell in line.cells:
        blocks.append(Prose(cell.name, replace(setting.label, before=setting.look.air)))
        blocks.append(_field(cell, setting, lines))
        blocks[-1].before = 0 if cell.kind is ColumnKind.TEXT else 4
    return blocks


def _told(line: Line, setting: Setting) -> list[Block]:
    look = setting.look
    told = [cell for cell in line.cells if cell.text]
    after = 1 if told else look.air / 2
    blocks = bullets([line.title], replace(look.body, after=after))
    for cell in told:
        text = _("{0} of 5").format(cell.text) if cell.kind is ColumnKind.POINTS else cell.text
        spans = [Span(cell.name + ": ", True, COLOURS.muted), Span(text)]
        blocks.append(Prose(spans, replace(look.body, after=look.air / 2)))
    return blocks


# Quadrants


_AXIS = 62.0


def _quadrants(canvas: Canvas, setting: Setting) -> list[Block]:
    """Return four parts two by two, with the names of both axes' ends at their sides.

    Parts are in reading order: upper left, upper right, lower left, lower right.
    """
    left, right, bottom, top = (*canvas.ends, "", "", "", "")[:4]
    pairs = ((canvas.boxes[:2], top), (canvas.boxes[2:], bottom))
    if setting.large:
        return [
            _quadrant(canvas, box, " · ".join(one for one in (end, side) if one), setting)
            for boxes, end in pairs
            for box, side in zip(boxes, (left, right), strict=True)
        ]
    label = replace(setting.label, keep_with_next=False)
    widths = (_AXIS, None) if any(canvas.ends) else (0.0, None)
    gap = _GAP if any(canvas.ends) else 0.0
    blocks: list[Block] = []
    for boxes, end in pairs:
        frames = Frames([_inside(box, canvas, setting) for box in boxes])
        row = Row((Prose(end, label) if end else Nothing(), frames), widths, gap=gap)
        head = _Head(Row((Nothing(), _heads(boxes, setting)), widths, gap=gap))
        table = Table(head, [row], tall=setting.tall)
        table.before, table.after = setting.look.air, 12
        blocks.append(table)
    if left or right:
        ends = Row((Prose(left, label), AtEnd(Prose(right, label))), (None, None))
        blocks.append(Row((Nothing(), ends), widths, gap=gap))
    return blocks


def _quadrant(canvas: Canvas, box: Box, ends: str, setting: Setting) -> Block:
    head = _heads([replace(box, hint="\n".join(one for one in (ends, box.hint) if one))], setting)
    table = Table(head, [Frames([_inside(box, canvas, setting)])], tall=setting.tall)
    table.before, table.after = setting.look.air, setting.look.air + 5
    return table
