"""Change an activity: its steps, and which blocks each of them works on.

Every function returns a whole new activity and leaves nothing that points nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from lqf_workshop.domain.activity import (
    Activity,
    ActivityStep,
    Block,
    BlockKind,
    Column,
    Place,
    Use,
)
from lqf_workshop.domain.activity_shapes import SHAPES
from lqf_workshop.domain.agenda import Script
from lqf_workshop.errors import StaleProblem
from lqf_workshop.wording import _

T = TypeVar("T")
NEW_STEP_MINUTES = 5


def free_code(stem: str, taken: Iterable[str]) -> str:
    """Return the first code of a stem and a number that nothing here has yet."""
    known = set(taken)
    number = len(known) + 1
    while f"{stem}{number}" in known:
        number += 1
    return f"{stem}{number}"


def changed_step(activity: Activity, code: str, **fields: Any) -> Activity:  # noqa: ANN401
    """Return the activity with other fields in one step."""
    old = step_in(activity, code)
    return replace(activity, steps=swapped(activity.steps, old, replace(old, **fields)))


def step_added(activity: Activity, after: str = "") -> Activity:
    """Return the activity with an empty step after another one, or at the end."""
    code = free_code("step-", (step.code for step in activity.steps))
    new = ActivityStep(code, "", NEW_STEP_MINUTES, "", Script("", "", ""))
    return replace(activity, steps=inserted(activity.steps, new, after))


def step_doubled(activity: Activity, code: str) -> Activity:
    """Return the activity with a copy of a step after it; the copy has blocks of its own."""
    step = step_in(activity, code)
    blocks = list(activity.blocks)
    new_code: dict[str, str] = {}
    for use in step.uses:
        new_code[use.block] = free_code("part-", (b.code for b in blocks))
        blocks.append(replace(activity.block(use.block), code=new_code[use.block]))
    copied = set(new_code.values())
    blocks = [_pointed(b, new_code) if b.code in copied else b for b in blocks]
    double = replace(
        step,
        code=free_code("step-", (s.code for s in activity.steps)),
        uses=tuple(replace(use, block=new_code[use.block]) for use in step.uses),
    )
    steps = inserted(activity.steps, double, code)
    return replace(activity, steps=steps, blocks=tuple(blocks))


def step_removed(activity: Activity, code: str) -> Activity:
    """Return the activity without a step, and without the blocks that only it worked on."""
    kept = (step for step in activity.steps if step.code != code)
    return tidied(replace(activity, steps=tuple(kept)))


def step_moved(activity: Activity, code: str, by: int) -> Activity:
    """Return the activity with a step further down, or with a negative number further up."""
    return replace(activity, steps=moved(activity.steps, step_in(activity, code), by))


# What a step works on


def block_added(activity: Activity, step: str, kind: BlockKind) -> Activity:
    """Return the activity with an empty block of a kind at the end of a step."""
    shape = SHAPES[kind]
    code = free_code("part-", (block.code for block in activity.blocks))
    places = tuple(Place(f"place-{n + 1}", "") for n in range(shape.places[0]))
    columns = tuple(Column(f"column-{n + 1}", "") for n in range(shape.columns[0]))
    ends = ("",) * shape.ends if shape.ends_needed else ()
    block = Block(code, kind, "", columns=columns, places=places, ends=ends)
    return block_used(replace(activity, blocks=(*activity.blocks, block)), step, code)


def block_used(activity: Activity, step: str, block: str) -> Activity:
    """Return the activity with a step that works on a block too, which others may work on."""
    uses = step_in(activity, step).uses
    if any(use.block == block for use in uses):
        return activity
    return changed_step(activity, step, uses=(*uses, Use(block)))


def block_left_out(activity: Activity, step: str, block: str) -> Activity:
    """Return the activity with a step that no longer works on a block."""
    uses = tuple(use for use in step_in(activity, step).uses if use.block != block)
    return tidied(changed_step(activity, step, uses=uses))


def block_moved(activity: Activity, step: str, block: str, by: int) -> Activity:
    """Return the activity with a block further down, or up, in one of its steps."""
    uses = step_in(activity, step).uses
    use = found(uses, lambda one: one.block == block)
    return changed_step(activity, step, uses=moved(uses, use, by))


def column_worked_on(
    activity: Activity, step: str, block: str, column: str, *, wanted: bool
) -> Activity:
    """Return the activity with a column taken up in a step, or left to its other steps."""
    uses = step_in(activity, step).uses
    use = found(uses, lambda one: one.block == block)
    all_of = [c.code for c in block_in(activity, block).columns]
    now = set(use.columns or all_of)
    now = now | {column} if wanted else now - {column}
    kept = tuple(code for code in all_of if code in now)
    new = Use(block, () if len(kept) == len(all_of) else kept)
    return changed_step(activity, step, uses=swapped(uses, use, new))


def tidied(activity: Activity) -> Activity:
    """Return the activity without blocks that no step works on, or pointers to what is gone."""
    used = {use.block for step in activity.steps for use in step.uses}
    kept = {block.code: block for block in activity.blocks if block.code in used}
    blocks = tuple(_without_pointers(block, kept) for block in kept.values())
    steps = tuple(
        replace(step, uses=tuple(_tidied_use(use, kept[use.block]) for use in step.uses))
        for step in activity.steps
    )
    return replace(activity, steps=steps, blocks=blocks)


def _tidied_use(use: Use, block: Block) -> Use:
    known = {column.code for column in block.fields}
    return Use(use.block, tuple(code for code in use.columns if code in known))


def _without_pointers(block: Block, kept: dict[str, Block]) -> Block:
    def there(address: str) -> bool:
        code, _slash, rest = address.partition("/")
        place, _slash, column = rest.partition("/")
        target = kept.get(code)
        return (
            target is not None
            and any(p.code == place for p in target.places)
            and target.field(column) is not None
        )

    columns = (c if there(c.named_by) else replace(c, named_by="") for c in block.columns)
    places = (p if there(p.named_by) else replace(p, named_by="") for p in block.places)
    return replace(
        block,
        columns=tuple(columns),
        places=tuple(places),
        ends_from=block.ends_from if block.ends_from in kept else "",
    )


def _pointed(block: Block, new_code: dict[str, str]) -> Block:
    """Return a copied block with its pointers to blocks that were copied with it."""

    def led(address: str) -> str:
        code, slash, rest = address.partition("/")
        return f"{new_code.get(code, code)}{slash}{rest}"

    return replace(
        block,
        columns=tuple(replace(c, named_by=led(c.named_by)) for c in block.columns),
        places=tuple(replace(p, named_by=led(p.named_by)) for p in block.places),
        ends_from=led(block.ends_from),
    )


# Parts in a row


def step_in(activity: Activity, code: str) -> ActivityStep:
    """Return a step; StaleProblem when it was removed meanwhile."""
    return found(activity.steps, lambda step: step.code == code)


def block_in(activity: Activity, code: str) -> Block:
    """Return a block; StaleProblem when it was removed meanwhile."""
    return found(activity.blocks, lambda block: block.code == code)


def found(parts: Iterable[T], wanted: Any) -> T:  # noqa: ANN401
    """Return the first part that is wanted, or explain that it is gone."""
    for part in parts:
        if wanted(part):
            return part
    raise StaleProblem(_("That part of the activity has been removed."))


def swapped(parts: tuple[T, ...], old: T, new: T) -> tuple[T, ...]:
    """Return parts with one in the place of another."""
    return tuple(new if part is old else part for part in parts)


def inserted(parts: tuple[T, ...], new: T, after: str) -> tuple[T, ...]:
    """Return parts with a new one after the one of a code, or at the end."""
    codes = [getattr(part, "code", "") for part in parts]
    at = codes.index(after) + 1 if after in codes else len(parts)
    return (*parts[:at], new, *parts[at:])


def moved(parts: tuple[T, ...], part: T, by: int) -> tuple[T, ...]:
    """Return parts with one of them further down or up, at the end at most."""
    rest = [other for other in parts if other is not part]
    at = next(n for n, other in enumerate(parts) if other is part)
    rest.insert(min(max(at + by, 0), len(rest)), part)
    return tuple(rest)
