"""What a team might write into an activity, for every kind of block; for tests and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lqf_workshop.domain.activity import (
    Activity,
    ActivityRun,
    Block,
    BlockKind,
    Column,
    ColumnKind,
    Entry,
)
from lqf_workshop.domain.scenario import ScenarioCard

SAID = (
    "Handover takes ten minutes and should take twenty",
    "We ask the agency worker last, though she sees us with fresh eyes",
    "Breakfast is over before the late risers come down",
    "Nobody knows who may say yes at night",
    "Families hear about a change after it has happened, and then they worry",
    "We begin a new form before the old one is gone",
)


def filled(activity: Activity, people: int, card: ScenarioCard | None = None) -> ActivityRun:
    """Return an activity filled in as a room of so many people would do it."""
    run = ActivityRun(1, 1, activity, card)
    entries = tuple(
        replace(entry, id=number)
        for number, entry in enumerate(
            (e for block in activity.blocks for e in _entries(run, block, people)), 1
        )
    )
    return replace(run, entries=entries, shown=tuple(b.code for b in activity.blocks))


def _entries(run: ActivityRun, block: Block, people: int) -> Iterator[Entry]:
    if block.private or not people:
        return
    places = [place.code for place in run.places(block)]
    if block.fixed_rows:
        for n, place in enumerate(places or [""]):
            yield Entry(0, block.code, place, _words(block, n))
        return
    several = block.kind in (BlockKind.LIST, BlockKind.SORT)
    for n in range(people if several else max(2, people // 4)):
        if block.kind is BlockKind.SORT:
            yield Entry(0, block.code, ["", *places][n % (len(places) + 1)], _words(block, n))
        else:
            for place in places or [""]:
                yield Entry(0, block.code, place, _words(block, n))


def _words(block: Block, n: int) -> dict[str, str]:
    return {column.code: _word(column, n + k) for k, column in enumerate(block.fields)}


def _word(column: Column, n: int) -> str:
    if column.kind is ColumnKind.COUNT:
        return str(n % 7)
    if column.answers:
        return column.answers[n % len(column.answers)]
    return f"{SAID[n % len(SAID)]} ({n + 1})" if n % 3 else SAID[n % len(SAID)]
