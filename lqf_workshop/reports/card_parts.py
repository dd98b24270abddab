"""Parts that every printed card is put together from, whatever its size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.reports.direction import begins_rtl
from lqf_workshop.reports.flow import Block
from lqf_workshop.reports.forms import Listed
from lqf_workshop.reports.pieces import badge
from lqf_workshop.reports.prose import Prose, Type
from lqf_workshop.reports.rows import Align, Row
from lqf_workshop.reports.sheet import Sheet


class Wrapped(Block):
    """Blocks of known widths beside each other, going on below where the column ends."""

    def __init__(self, items: Sequence[tuple[Block, float]], *, gap: float, apart: float) -> None:
        self._items = tuple(items)
        self._gap, self._apart = gap, apart

    def _lines(self, width: float) -> list[list[tuple[Block, float]]]:
        lines: list[list[tuple[Block, float]]] = [[]]
        used = 0.0
        for block, wide in self._items:
            if lines[-1] and used + wide > width:
                lines.append([])
                used = 0.0
            lines[-1].append((block, min(wide, width)))
            used += wide + self._gap
        return lines

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        lines = self._lines(width)
        tallest = (max(block.height(wide) for block, wide in line) for line in lines)
        return sum(tallest) + self._apart * (len(lines) - 1)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw line after line, as one reads."""
        for line in self._lines(width):
            left = x
            for block, wide in line:
                block.draw(sheet, left, top, wide)
                left += wide + self._gap
            top -= max(block.height(wide) for block, wide in line) + self._apart


def dimension_badges(
    card: ScenarioCard, names: Mapping[str, str], kind: Type, scale: float
) -> list[Block]:
    """Return the badge of every dimension the card touches, each with its name if it has one."""
    items: list[tuple[Block, float]] = []
    for code in card.dimensions:
        mark = badge(code, scale)
        if code not in names:
            items.append((mark, mark.wide))
            continue
        name = Prose(names[code], kind)
        wide = name.natural_width() + 1
        row = Row((mark, name), (mark.wide, wide), gap=7 * scale, align=Align.MIDDLE)
        items.append((row, mark.wide + 7 * scale + wide))
    return [Wrapped(items, gap=(16 if names else 6) * scale, apart=7 * scale)] if items else []


def people(involved: Sequence[str], kind: Type) -> Block:
    """Return who is involved, in one run; no line begins with a dot."""
    return Prose("\N{NO-BREAK SPACE}· ".join(involved), kind)


def numbered(prompts: Sequence[str], kind: Type, number: str) -> Block:
    """Return the questions as one list, each behind its number, which has its own colour."""
    mark = replace(kind, bold=True, tag="Lbl", colour=number)
    return Listed(
        [_behind(Prose(str(n), mark), prompt, kind) for n, prompt in enumerate(prompts, 1)]
    )


def _behind(mark: Block, prompt: str, kind: Type) -> Block:
    """Put the number where reading begins: to the right of Arabic and Hebrew."""
    words, wide = Prose(prompt, replace(kind, tag="LBody")), kind.size * 0.75
    air = kind.size * 0.45
    if begins_rtl(prompt):
        return Row((words, mark), (None, wide), gap=8, before=air, tags=("LI", ""))
    return Row((mark, words), (wide, None), gap=8, before=air, tags=("LI", ""))
