"""What people fill in with a pen: boxes to tick, lines to write on, answers to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lqf_workshop.domain.framework import Scale, ScalePoint
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.look import COLOURS, WHITE
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Nothing, Row
from lqf_workshop.reports.sheet import Sheet

_OUTLINE = 1.2
"""How heavy a tick box is drawn at least, so that it survives the third photocopy."""


class TickBox(Block):
    """An empty box to tick, at the left of its column or in the middle of it."""

    def __init__(self, side: float, *, middle: bool = False) -> None:
        self._side = side
        self._middle = middle

    def height(self, width: float) -> float:
        """Return the height of the box."""
        return self._side

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the box, its outline wholly within its side."""
        x += (width - self._side) / 2 if self._middle else 0
        outline = max(_OUTLINE, self._side / 20)
        inner = self._side - outline
        sheet.box(
            x + outline / 2,
            top - self._side + outline / 2,
            inner,
            inner,
            fill=WHITE,
            border=COLOURS.ink,
            radius=self._side / 6,
            weight=outline,
        )


class WritingLines(Block):
    """Lines for handwriting; ``pitch`` is the room above each."""

    def __init__(self, count: int, pitch: float) -> None:
        self._count = count
        self._pitch = pitch

    def height(self, width: float) -> float:
        """Return the height down to the last line."""
        return self._count * self._pitch

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the lines."""
        for number in range(1, self._count + 1):
            sheet.line(x, top - number * self._pitch, width, COLOURS.control)


class Middle(Block):
    """A few words in the middle of their column; several lines begin at the same place."""

    _share = 0.5
    """How much of the spare width is left of the words."""

    def __init__(self, words: Prose) -> None:
        self._words = words

    def height(self, width: float) -> float:
        """Return the height of the words."""
        return self._words.height(width)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Set the words."""
        widest = max(line.width for line in self._words.lines(width))
        spare = width - widest * self._words.kind.size / 1000
        self._words.draw(sheet, x + spare * self._share, top, width)


class AtEnd(Middle):
    """A few words at the right of their column."""

    _share = 1.0


class Poles(Block):
    """Something at the top and something at the foot of a given height, the spare between them."""

    def __init__(self, top: Block, foot: Block, height: float) -> None:
        self._top, self._foot = top, foot
        self._height = height

    def height(self, width: float) -> float:
        """Return the given height."""
        return self._height

    def spare(self, width: float) -> float:
        """Return how much room is left between the two; below 0 they would overlap."""
        return self._height - self._top.height(width) - self._foot.height(width)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw both."""
        self._top.draw(sheet, x, top, width)
        self._foot.draw(sheet, x, top - self._height + self._foot.height(width), width)


class Whole(Block):
    """A block that is never torn apart between two pages, unless it is higher than ``tall``."""

    def __init__(self, inside: Block, tall: float | None = None) -> None:
        self.inside = inside
        self._tall = tall
        self.before, self.after = inside.before, inside.after

    def _may_tear(self, width: float) -> bool:
        return self._tall is not None and self.height(width) > self._tall

    def height(self, width: float) -> float:
        """Return the height of what is inside."""
        return self.inside.height(width)

    def lead(self, width: float) -> float:
        """Return the height of the least that may stand at the foot of a page."""
        return self.inside.lead(width) if self._may_tear(width) else self.height(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut what is inside, if it may be torn."""
        return self.inside.split(width, room) if self._may_tear(width) else None

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw what is inside."""
        self.inside.draw(sheet, x, top, width)


class Listed(Stack):
    """Blocks below each other that are read out as one list."""

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw all blocks from the top down."""
        with sheet.inside("L"):
            super().draw(sheet, x, top, width)


@dataclass(frozen=True, slots=True)
class Boxes:
    """How answers are set: the side of a box, its label's type, the air between two answers."""

    side: float
    gap: float
    number: Type
    words: Type
    air: float


def ticked(words: str | Sequence[Span], kind: Type, side: float, gap: float) -> Row:
    """Return a box with words behind it."""
    return Row((TickBox(side), Prose(words, kind)), (side, None), gap=gap, align=Align.MIDDLE)


def answers(scale: Scale, boxes: Boxes) -> Block:
    """Return a box for each point of a scale, lowest first, and one for "can't see this".

    The last stands a little apart, its number lighter, because it is not a point.
    """
    rows: list[Block] = [_answer(point, boxes, apart="\n") for point in scale.points]
    lighter = replace(boxes.number, bold=False, colour=COLOURS.muted)
    last = _answer(scale.cant_see, replace(boxes, number=lighter), apart=" ")
    last.before = 2 * boxes.air
    return Listed([*rows, last])


def _answer(point: ScalePoint, boxes: Boxes, apart: str) -> Row:
    words = Prose([Span(point.word, bold=True), Span(apart + point.meaning)], boxes.words)
    number = Prose(str(point.point), boxes.number)
    width = boxes.number.size * 0.62
    return Row(
        (TickBox(boxes.side), number, words),
        (boxes.side, width, None),
        gap=boxes.gap,
        align=Align.MIDDLE,
        before=boxes.air,
        tags=("LI", ""),
    )


def choices(names: Sequence[str], boxes: Boxes, columns: int = 2) -> Block:
    """Return boxes to tick one of, side by side in columns."""
    cells: list[Block] = [ticked(name, boxes.words, boxes.side, boxes.gap) for name in names]
    cells += [Nothing()] * (-len(cells) % columns)
    return Stack(
        [
            Row(cells[n : n + columns], [None] * columns, before=boxes.air)
            for n in range(0, len(cells), columns)
        ]
    )
