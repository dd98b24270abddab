"""A block as it stands filled in: one value for the big screen, the paper and the summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lqf_workshop.domain.activity import (
    ActivityRun,
    Block,
    BlockKind,
    Column,
    ColumnKind,
    Entry,
    Place,
)

ROWS = (BlockKind.TABLE, BlockKind.SCALE)
"""Kinds whose places are rows with a title; the places of others are parts of their own."""
UNSORTED = ""
"""The place of a line that has not been put anywhere yet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a line: its name, its kind, and what stands in it.

    ``options`` are the answers it is one of, so that paper can print boxes for them.
    """

    name: str
    kind: ColumnKind
    text: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a row of a table, an entry of a list, a statement on a scale.

    ``title`` is what the line is about: the fixed row's name, or its first words.
    """

    title: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a canvas: a column, corner, quadrant or pile; a plain block has one, unnamed."""

    name: str
    hint: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Canvas:
    """A block with everything that stands in it, lines without words left out.

    ``columns`` are the names over the cells; ``ends`` as in the block, filled from the team's
    own words where it takes them from there; ``fixed`` says that the titles of its lines were
    there from the start.
    """

    code: str
    kind: BlockKind
    name: str
    ask: str
    boxes: tuple[Box, ...]
    columns: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    held: bool = False
    fixed: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing has been written into it."""
        return not any(
            (line.title and not self.fixed) or any(cell.text for cell in line.cells)
            for box in self.boxes
            for line in box.lines
        )


def canvas_of(
    run: ActivityRun, block: Block, columns: Iterable[Column] = (), *, blank: bool = False
) -> Canvas:
    """Return a block of a run as it is filled in now, with some of its fields or all.

    A ``blank`` canvas has the fixed lines only, and no words of the team in them.
    """
    wanted = tuple(columns) or block.fields
    fields = wanted if blank else tuple(run.named(column) for column in wanted)
    return Canvas(
        block.code,
        block.kind,
        block.name,
        block.ask,
        tuple(_boxes(run, block, fields, blank)),
        tuple(field.name for field in fields),
        _ends(run, block, blank),
        block.held,
        block.fixed_rows and block.kind in ROWS,
    )


def _ends(run: ActivityRun, block: Block, blank: bool) -> tuple[str, ...]:
    """Return the ends of a scale or of two axes; the team's own where it has named them."""
    if not block.ends_from or blank:
        return block.ends
    table = run.activity.block(block.ends_from)
    rows = [run.line_at(table, place.code) for place in run.places(table)[:2]]
    codes = [column.code for column in table.fields[-2:]]
    named = [(row.words.get(code, "").strip() if row else "") for row in rows for code in codes]
    shipped = (*block.ends, "", "", "", "")
    return tuple(name or shipped[n] for n, name in enumerate(named))


def _boxes(
    run: ActivityRun, block: Block, fields: tuple[Column, ...], blank: bool
) -> Iterator[Box]:
    places = run.places(block)
    if not blank:
        places = tuple(run.named(place) for place in places)
    entries = () if blank else run.lines(block.code)
    if block.kind in ROWS and block.fixed_rows:
        rows = (_fixed_line(place, entries, fields) for place in places)
        yield Box("", "", tuple(rows))
    elif block.fixed_rows and places:
        for place in places:
            found = next((e for e in entries if e.place == place.code), None)
            cells = tuple(_cell(column, found) for column in fields)
            yield Box(place.name, place.hint, (Line("", cells),))
    elif places:
        if block.kind is BlockKind.SORT:
            yield Box("", "", tuple(_lines(entries, UNSORTED, fields)))
        for place in places:
            lines = tuple(_lines(entries, place.code, fields))
            yield Box(place.name, place.hint, lines)
    else:
        yield Box("", "", tuple(_lines(entries, None, fields)))


def _fixed_line(place: Place, entries: tuple[Entry, ...], fields: tuple[Column, ...]) -> Line:
    found = next((e for e in entries if e.place == place.code), None)
    return Line(place.name, tuple(_cell(column, found) for column in fields))


def _lines(
    entries: tuple[Entry, ...], place: str | None, fields: tuple[Column, ...]
) -> Iterator[Line]:
    """Yield the lines with words at a place; None takes them all."""
    for entry in entries:
        if (place is None or entry.place == place) and not entry.empty:
            first, *others = fields
            cells = tuple(_cell(column, entry) for column in others)
            yield Line(entry.words.get(first.code, "").strip(), cells)


def _cell(column: Column, entry: Entry | None) -> Cell:
    text = entry.words.get(column.code, "").strip() if entry else ""
    return Cell(column.name, column.kind, text, column.answers)
