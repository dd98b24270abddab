"""How blocks follow each other down a column and over the pages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from lqf_workshop.reports.sheet import Sheet


class Block(ABC):
    """Something that fills the width of a column; ``before`` and ``after`` is air, in points.

    ``new_page`` is for the blocks of a story itself: such a block begins a page.
    """

    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    new_page: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height in points, air not counted."""

    @abstractmethod
    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw downwards from ``top``."""

    def lead(self, width: float) -> float:
        """Return the height of the least that may stand at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut into what fits ``room`` and the rest, or None when it should not be cut there."""
        return None


class Stack(Block):
    """Blocks below each other. Between two blocks the larger of their airs is left."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = tuple(blocks)
        if blocks:
            self.before, self.after = blocks[0].before, blocks[-1].after
            self.keep_with_next = blocks[-1].keep_with_next
        self._measured: tuple[float, float] | None = None

    def height(self, width: float) -> float:
        """Return the height of all blocks and the air between them."""
        if self._measured is None or self._measured[0] != width:
            tops = sum(gap + block.height(width) for gap, block in self._with_gaps())
            self._measured = width, tops
        return self._measured[1]

    def lead(self, width: float) -> float:
        """Return the height down to the first place where a page may end."""
        return self._lead(0, width) if self.blocks else 0

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut where a page may end, as low as possible."""
        used = 0.0
        for number, (gap, block) in enumerate(self._with_gaps()):
            if number and block.new_page:
                return self._cut(number)
            used += gap
            needed = self._lead(number, width)
            if used + needed > room:
                return self._cut(number)
            height = block.height(width)
            if used + height > room:
                parts = block.split(width, room - used)
                return self._cut(number, parts) if parts else self._cut(number)
            used += height
        return None

    def _cut(
        self, number: int, parts: tuple[Block, Block] | None = None
    ) -> tuple[Block, Block] | None:
        """Cut before a block, or inside it when its parts are given."""
        before, after = self.blocks[:number], self.blocks[number:]
        if parts:
            return Stack([*before, parts[0]]), Stack([parts[1], *after[1:]])
        return (Stack(before), Stack(after)) if before else None

    def _lead(self, number: int, width: float) -> float:
        """Return the height that must fit from a block on: all it is kept with, and a beginning."""
        block = self.blocks[number]
        if not block.keep_with_next or number + 1 == len(self.blocks):
            return block.lead(width)
        gap = max(block.after, self.blocks[number + 1].before)
        return block.height(width) + gap + self._lead(number + 1, width)

    def _with_gaps(self) -> Iterator[tuple[float, Block]]:
        after = None
        for block in self.blocks:
            yield 0 if after is None else max(after, block.before), block
            after = block.after

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw all blocks from the top down."""
        for gap, block in self._with_gaps():
            top -= gap
            block.draw(sheet, x, top, width)
            top -= block.height(width)


def pages(story: Block, width: float, first: float, other: float) -> Iterator[Block]:
    """Cut a story into pages: the first ``first`` points high, the others ``other``.

    What can neither be cut nor fits a page stands alone on one, so that printing goes on.
    """
    rest: Block | None = story
    room = first
    while rest is not None:
        if rest.height(width) <= room and not _turns(rest):
            yield rest
            return
        parts = rest.split(width, room) or _alone(rest)
        if parts is None:
            yield rest
            return
        page, rest = parts
        yield page
        room = other


def _turns(rest: Block) -> bool:
    """Whether a page has to begin somewhere inside."""
    return isinstance(rest, Stack) and any(block.new_page for block in rest.blocks[1:])


def _alone(rest: Block) -> tuple[Block, Block] | None:
    if isinstance(rest, Stack) and len(rest.blocks) > 1:
        return Stack(rest.blocks[:1]), Stack(rest.blocks[1:])
    return None
