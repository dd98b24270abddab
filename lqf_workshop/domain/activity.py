"""Activities a team fills in together: steps, and the blocks that are filled in them.

An activity is a data file and nothing else. A new one needs a new file and no new code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeVar

from lqf_workshop.domain.agenda import Script
from lqf_workshop.domain.scenario import ScenarioCard


class BlockKind(Enum):
    """How a block is laid out, and so how it is filled in."""

    LIST = "list"
    TABLE = "table"
    QUADRANTS = "quadrants"
    CORNERS = "corners"
    COLUMNS = "columns"
    SCALE = "scale"
    SORT = "sort"
    TEXT = "text"
    PRIVATE = "private"


class ColumnKind(Enum):
    """What one field of a line holds: words, one of a few answers, a point 1 to 5, a count."""

    TEXT = "text"
    CHOICE = "choice"
    POINTS = "points"
    COUNT = "count"


class Takes(Enum):
    """What a team takes away from what stands in a block."""

    NOTHING = ""
    ACTIONS = "actions"
    AGREEMENTS = "agreements"
    QUESTION = "question"
    WATCH = "watch"


POINTS = ("1", "2", "3", "4", "5")
MAIN = "text"
"""The field of a line that has no columns of its own."""
POINT = "point"
"""The field of a scale's line that holds its point."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of every line in a block.

    ``named_by`` is "block/place/column": where the team has written something there, that is
    the column's name.
    """

    code: str
    name: str
    kind: ColumnKind = ColumnKind.TEXT
    hint: str = ""
    options: tuple[str, ...] = ()
    named_by: str = ""

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers to choose from; none where words or counts are typed."""
        return POINTS if self.kind is ColumnKind.POINTS else self.options


@dataclass(frozen=True, slots=True)
class Place:
    """A named part of a block: a column, a corner, a quadrant, a fixed row, a pile.

    ``named_by`` works as for a column.
    """

    code: str
    name: str
    hint: str = ""
    named_by: str = ""


Named = TypeVar("Named", Column, Place)


@dataclass(frozen=True, slots=True)
class Block:
    """Something a team fills in.

    ``places`` are the fixed rows of a table or scale, and the parts of columns, corners,
    quadrants and a sort. ``places_from`` = "card.involved" takes them from the card in hand.
    ``ends`` names both ends of a scale; of quadrants it is left, right, bottom, top, and
    ``ends_from`` names the table whose first two rows hold them as written by the team.
    A ``held`` block stays off the big screen until the facilitator shows it.
    """

    code: str
    kind: BlockKind
    name: str
    ask: str = ""
    columns: tuple[Column, ...] = ()
    places: tuple[Place, ...] = ()
    places_from: str = ""
    ends: tuple[str, ...] = ()
    ends_from: str = ""
    takes: Takes = Takes.NOTHING
    held: bool = False

    @property
    def private(self) -> bool:
        """Whether its words may never be stored or shown."""
        return self.kind is BlockKind.PRIVATE

    @property
    def fields(self) -> tuple[Column, ...]:
        """The fields of each line, whatever the kind of block."""
        if self.kind is BlockKind.SCALE:
            point = Column(POINT, "", ColumnKind.POINTS)
            return (point,) if self.fixed_rows else (Column(MAIN, self.name), point)
        return self.columns or (Column(MAIN, self.name),)

    @property
    def fixed_rows(self) -> bool:
        """Whether each place has exactly one line, which is always there."""
        placed = bool(self.places or self.places_from)
        if self.kind in (BlockKind.TABLE, BlockKind.SCALE):
            return placed
        if self.kind in (BlockKind.QUADRANTS, BlockKind.CORNERS):
            return bool(self.columns)
        return self.kind is BlockKind.TEXT

    def field(self, code: str) -> Column | None:
        """Return a field by its code, if the block has it."""
        return next((column for column in self.fields if column.code == code), None)

    def columns_in(self, use: Use) -> tuple[Column, ...]:
        """Return the fields that one step works on, what names a line first."""
        named = () if self.fixed_rows else self.fields[:1]
        wanted = (c for c in self.fields if not use.columns or c.code in use.columns)
        return tuple(dict.fromkeys((*named, *wanted)))


@dataclass(frozen=True, slots=True)
class Use:
    """A block as one step works on it: all of its columns, or some."""

    block: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityStep:
    """One step: what the room reads, what the facilitator says, and the blocks to fill in.

    ``question`` stands large on the big screen, ``line`` small beneath it.
    """

    code: str
    name: str
    minutes: int
    question: str
    script: Script
    line: str = ""
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """A method in steps, complete and usable for its stated minutes.

    ``dimension`` and ``elements`` link it to the classic framework; ``idea`` to the shelf's
    list of ideas. ``on_card`` marks the steps that follow the prompts of every scenario card.
    """

    code: str
    name: str
    version: int
    order: int
    minutes: int
    people: str
    about: str
    takeaway: str
    dimension: str
    elements: tuple[str, ...]
    steps: tuple[ActivityStep, ...]
    blocks: tuple[Block, ...]
    idea: str = ""
    origin: str = ""
    ready: tuple[str, ...] = ()
    on_card: bool = False

    def block(self, code: str) -> Block:
        """Return a block by its code; KeyError when the activity has none such."""
        for block in self.blocks:
            if block.code == code:
                return block
        raise KeyError(code)

    def step(self, code: str) -> ActivityStep | None:
        """Return a step by its code, if the activity has it."""
        return next((step for step in self.steps if step.code == code), None)

    def used(self, step: ActivityStep) -> Iterator[tuple[Block, tuple[Column, ...]]]:
        """Yield the blocks of a step with the fields it works on, what names a line first."""
        for use in step.uses:
            block = self.block(use.block)
            yield block, block.columns_in(use)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that a team has written into a block.

    ``words`` maps a field's code to what stands in it; answers, points and counts as text.
    """

    id: int
    block: str
    place: str
    words: dict[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing has been written yet."""
        return not any(text.strip() for text in self.words.values())


@dataclass(frozen=True, slots=True)
class ActivityRun:
    """An activity at one step of one workshop, in the words of the day it was begun.

    ``shown`` are the held blocks that the facilitator has shown to the room.
    ``mark`` is the same on every laptop; a run that is not stored yet has none.
    ``continues`` is the mark of the run of an earlier workshop whose lines it began with.
    """

    id: int
    step_id: int
    activity: Activity
    card: ScenarioCard | None = None
    entries: tuple[Entry, ...] = ()
    shown: tuple[str, ...] = ()
    mark: str = ""
    continues: str = ""

    def lines(self, block: str) -> tuple[Entry, ...]:
        """Return the lines of a block, in their order."""
        return tuple(entry for entry in self.entries if entry.block == block)

    def places(self, block: Block) -> tuple[Place, ...]:
        """Return the places of a block, those too that come from the card in hand."""
        if block.places_from and self.card is not None:
            people = enumerate(self.card.involved, 1)
            return (*(Place(f"p{n}", name[:1].upper() + name[1:]) for n, name in people),)
        return block.places

    def line_at(self, block: Block, place: str) -> Entry | None:
        """Return the first line at a place of a block."""
        return next((e for e in self.lines(block.code) if e.place == place), None)

    def written(self, address: str) -> str:
        """Return what the team wrote at "block/place/column", or nothing."""
        block, _slash, rest = address.partition("/")
        place, _slash, column = rest.partition("/")
        found = (e for e in self.lines(block) if e.place == place)
        return next((e.words.get(column, "").strip() for e in found), "")

    def named(self, part: Named) -> Named:
        """Return a column or a place under the name that the team has given it, if any."""
        name = self.written(part.named_by) if part.named_by else ""
        return replace(part, name=name) if name else part

    def tells(self, block: Block) -> bool:
        """Whether what stands in a block may be on the big screen, a paper or a page.

        A private one never; a held one once the facilitator has shown it.
        """
        return not block.private and (not block.held or block.code in self.shown)

    def taken(self, takes: Takes) -> tuple[str, ...]:
        """Return what stands in the blocks of one kind of take-away, in words."""
        return tuple(
            text
            for block in self.activity.blocks
            if block.takes is takes and self.tells(block)
            for entry in self.lines(block.code)
            if (text := one_line(block, entry))
        )

    @property
    def ended(self) -> bool:
        """Whether something was taken away; if not, it can be taken up another day."""
        takes = {block.code for block in self.activity.blocks if block.takes is not Takes.NOTHING}
        return any(e.block in takes and not e.empty for e in self.entries)


def one_line(block: Block, entry: Entry) -> str:
    """Say a line of a block in one go, for an action or a list."""
    found = [text for column in block.fields if (text := entry.words.get(column.code, "").strip())]
    return ", ".join([*(text.removesuffix(".") for text in found[:-1]), *found[-1:]])
