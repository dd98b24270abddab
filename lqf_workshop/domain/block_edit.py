"""Change one block of an activity: its words, its columns and its places."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lqf_workshop.domain.activity import Activity, Block, Column, ColumnKind, Place
from lqf_workshop.domain.activity_edit import (
    block_in,
    column_worked_on,
    found,
    free_code,
    inserted,
    moved,
    step_in,
    swapped,
    tidied,
)

COLUMNS, PLACES = "columns", "places"
"""The two rows of parts that a block can have, by the names of its fields."""


def changed_block(activity: Activity, code: str, **fields: Any) -> Activity:  # noqa: ANN401
    """Return the activity with other fields in one block."""
    old = block_in(activity, code)
    return replace(activity, blocks=swapped(activity.blocks, old, replace(old, **fields)))


def changed_end(activity: Activity, code: str, end: int, ends: int, text: str) -> Activity:
    """Return the activity with another name at one of a block's ends; no names are no ends."""
    now = list((*block_in(activity, code).ends, *("",) * ends)[:ends])
    now[end] = text
    return changed_block(activity, code, ends=tuple(now) if any(now) or ends == 2 else ())


def changed_part(
    activity: Activity,
    code: str,
    row: str,
    part: str,
    **fields: Any,  # noqa: ANN401
) -> Activity:
    """Return the activity with other fields in a column or a place of a block."""
    parts = parts_of(block_in(activity, code), row)
    old = found(parts, lambda one: one.code == part)
    return changed_block(activity, code, **{row: swapped(parts, old, replace(old, **fields))})


def changed_kind(activity: Activity, code: str, column: str, kind: ColumnKind) -> Activity:
    """Return the activity with another kind of column; only a choice has answers."""
    kept = {} if kind is ColumnKind.CHOICE else {"options": ()}
    return changed_part(activity, code, COLUMNS, column, kind=kind, **kept)


def part_added(activity: Activity, step: str, code: str, row: str) -> Activity:
    """Return the activity with one more column or place; the step works on it at once."""
    parts = parts_of(block_in(activity, code), row)
    new: Column | Place
    if row == PLACES:
        new = Place(free_code("place-", (p.code for p in parts)), "")
        return changed_block(activity, code, places=inserted(parts, new, ""))
    new = Column(free_code("column-", (p.code for p in parts)), "")
    made = changed_block(activity, code, columns=inserted(parts, new, ""))
    use = found(step_in(activity, step).uses, lambda one: one.block == code)
    return column_worked_on(made, step, code, new.code, wanted=True) if use.columns else made


def part_removed(activity: Activity, code: str, row: str, part: str) -> Activity:
    """Return the activity without a column or a place of a block."""
    kept = tuple(p for p in parts_of(block_in(activity, code), row) if p.code != part)
    return tidied(changed_block(activity, code, **{row: kept}))


def part_moved(activity: Activity, code: str, row: str, part: str, by: int) -> Activity:
    """Return the activity with a column or a place further down or up."""
    parts = parts_of(block_in(activity, code), row)
    old = found(parts, lambda one: one.code == part)
    return changed_block(activity, code, **{row: moved(parts, old, by)})


def parts_of(block: Block, row: str) -> tuple[Any, ...]:
    """Return the columns or the places of a block."""
    return block.columns if row == COLUMNS else block.places
