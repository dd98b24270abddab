"""Read activity files, and check that each can be led from its first step to its take-away."""

from __future__ import annotations

from lqf_workshop.domain.activity import (
    Activity,
    ActivityStep,
    Block,
    BlockKind,
    Column,
    ColumnKind,
    Takes,
)
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.library.reading import expect, read_file, unique
from lqf_workshop.wording import _

LONGEST_QUESTION = 12
"""Words of a step's question: it is the headline of the big screen."""
LONGEST_LINE = 22
"""Words beneath it."""
LONGEST_NAME = 4
"""Words over a column, a corner or a pile."""
MOST_COLUMNS = 5
"""Fields of a line that one step may work on, so that the back row can read them."""
MOST_WORDY = 4
"""Those of them that hold words."""
LONGEST_OPTION = 3
MINUTES = range(5, 241)
_PLACES = {
    BlockKind.CORNERS: (3, 3),
    BlockKind.QUADRANTS: (4, 4),
    BlockKind.SORT: (2, 4),
    BlockKind.COLUMNS: (2, 5),
    BlockKind.LIST: (0, 0),
    BlockKind.TEXT: (0, 0),
}
"""How few and how many places a kind of block has; others may have any number."""
CARD_PLACES = "card.involved"


def read_activity(file: str, edition: FrameworkEdition | None) -> Activity:
    """Read a shipped activity."""
    name = f"resources/activities/{file}"
    activity = read_file(Activity, "activities", file)
    expect(f"{activity.code}.toml" == file, name, "code", _("the name of the file"))
    check_activity(activity, name, edition)
    return activity


def check_activity(activity: Activity, name: str, edition: FrameworkEdition | None) -> None:
    """Raise ContentProblem, naming the key, where an activity could not be led as it stands."""
    unique(name, "steps", (step.code for step in activity.steps))
    unique(name, "blocks", (block.code for block in activity.blocks))
    expect(bool(activity.steps), name, "steps", _("at least one step"))
    total = sum(step.minutes for step in activity.steps)
    expect(total == activity.minutes, name, "minutes", _("the sum of the steps, {0}").format(total))
    expect(activity.minutes in MINUTES, name, "minutes", _("between 5 and 240"))
    if edition is not None:
        known = {element.code for element in edition.elements}
        dimensions = {d.code for d in edition.dimensions}
        expect(set(activity.elements) <= known, name, "elements", _("known elements"))
        expect(activity.dimension in dimensions, name, "dimension", _("a known dimension"))
    for n, block in enumerate(activity.blocks):
        _check_block(activity, block, name, f"blocks[{n}]")
    for n, step in enumerate(activity.steps):
        _check_step(activity, step, name, f"steps[{n}]")
    _check_end(activity, name)


def _check_end(activity: Activity, name: str) -> None:
    """Every block is worked on, and the last step ends in something to take away."""
    used = {use.block for step in activity.steps for use in step.uses}
    for n, block in enumerate(activity.blocks):
        expect(block.code in used, name, f"blocks[{n}]", _("used by a step"))
    last = [block for block, _columns in activity.used(activity.steps[-1])]
    takes = any(block.takes is not Takes.NOTHING for block in last)
    expect(takes, name, "steps", _("a last step with something to take away"))


def _check_step(activity: Activity, step: ActivityStep, name: str, here: str) -> None:
    _short(name, f"{here}.question", step.question, LONGEST_QUESTION)
    if step.line:
        _short(name, f"{here}.line", step.line, LONGEST_LINE)
    expect(step.minutes > 0, name, f"{here}.minutes", _("at least 1"))
    expect(bool(step.script.say), name, f"{here}.script.say", _("what to say, in words"))
    known = {block.code: block for block in activity.blocks}
    for n, use in enumerate(step.uses):
        there = f"{here}.uses[{n}]"
        expect(use.block in known, name, f"{there}.block", _("the code of a block"))
        fields = {column.code for column in known[use.block].fields}
        expect(set(use.columns) <= fields, name, f"{there}.columns", _("columns of that block"))
    for block, columns in activity.used(step):
        wordy = sum(column.kind is ColumnKind.TEXT for column in columns)
        few = (len(columns) <= MOST_COLUMNS and wordy <= MOST_WORDY) or block.private
        wanted = _("at most {0} columns of {1} at once").format(MOST_COLUMNS, block.code)
        expect(few, name, f"{here}.uses", wanted)


def _check_block(activity: Activity, block: Block, name: str, here: str) -> None:
    expect(bool(block.name), name, f"{here}.name", _("a name"))
    unique(name, f"{here}.columns", (column.code for column in block.columns))
    unique(name, f"{here}.places", (place.code for place in block.places))
    fewest, most = _PLACES.get(block.kind, (0, 12))
    good = fewest <= len(block.places) <= most or bool(block.places_from)
    expect(good, name, f"{here}.places", _("between {0} and {1} places").format(fewest, most))
    if block.places_from:
        good = block.places_from == CARD_PLACES
        expect(good, name, f"{here}.places_from", f'"{CARD_PLACES}"')
    if block.kind in (BlockKind.TABLE, BlockKind.PRIVATE):
        expect(bool(block.columns), name, f"{here}.columns", _("at least one column"))
    if block.private:
        expect(block.takes is Takes.NOTHING, name, f"{here}.takes", _("left out: it is private"))
    if block.kind is BlockKind.SCALE:
        expect(len(block.ends) == 2, name, f"{here}.ends", _("the names of both ends"))
        expect(not block.columns, name, f"{here}.columns", _("left out"))
    for n, place in enumerate(block.places):
        _short(name, f"{here}.places[{n}].name", place.name, 12 if block.fixed_rows else 4)
        _check_address(activity, place.named_by, name, f"{here}.places[{n}].named_by")
    for n, column in enumerate(block.columns):
        _check_column(activity, column, name, f"{here}.columns[{n}]")
    if block.ends_from:
        known = block.ends_from in {b.code for b in activity.blocks}
        expect(known, name, f"{here}.ends_from", _("the code of a block"))


def _check_column(activity: Activity, column: Column, name: str, here: str) -> None:
    expect(bool(column.name), name, f"{here}.name", _("a name"))
    choices = column.kind is ColumnKind.CHOICE
    good = 2 <= len(column.options) <= 5 if choices else not column.options
    expect(good, name, f"{here}.options", _("two to five for a choice, else none"))
    for option in column.options:
        _short(name, f"{here}.options", option, LONGEST_OPTION)
    _check_address(activity, column.named_by, name, f"{here}.named_by")


def _check_address(activity: Activity, address: str, name: str, here: str) -> None:
    """Check "block/place/column", the place where the team writes a name."""
    if not address:
        return
    block_code, _slash, rest = address.partition("/")
    place, _slash, column = rest.partition("/")
    block = next((b for b in activity.blocks if b.code == block_code), None)
    places = {p.code for p in block.places} if block else set()
    good = block is not None and place in places and block.field(column) is not None
    expect(good, name, here, _("a block, one of its places and one of its columns"))


def _short(name: str, key: str, text: str, most: int) -> None:
    good = 0 < len(text.split()) <= most
    expect(good, name, key, _("between 1 and {0} words").format(most))
