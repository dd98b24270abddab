"""Whether an activity can be led from its first step to its take-away, and what is in the way.

The same checks hold for shipped files and for activities that people make by copying one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lqf_workshop.domain.activity import (
    Activity,
    ActivityStep,
    Block,
    BlockKind,
    Column,
    ColumnKind,
    Takes,
    Use,
)
from lqf_workshop.domain.activity_shapes import CARD_PLACES, SHAPES
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.text import has_words
from lqf_workshop.wording import _, ngettext

LONGEST_QUESTION = 12
"""Words of a step's question: it is the headline of the big screen."""
LONGEST_LINE = 22
"""Words beneath it."""
LONGEST_PLACE = 4
"""Words over a column, a corner or a pile."""
LONGEST_ROW = 12
"""Words that name a fixed row."""
MOST_COLUMNS = 5
"""Fields of a line that one step may work on, so that the back row can read them."""
MOST_WORDY = 4
"""Those of them that hold words."""
LONGEST_OPTION = 3
OPTIONS = (2, 5)
MINUTES = range(5, 241)
MOST_STEPS = 20
CODE = re.compile(r"[a-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not right yet: where, as in ``steps[1].question``, and what to do."""

    where: str
    sentence: str


def flaws_of(activity: Activity, edition: FrameworkEdition | None) -> tuple[Flaw, ...]:
    """Return all that keeps an activity from being led as it stands, in reading order."""
    return tuple(_flaws(activity, edition))


def _flaws(activity: Activity, edition: FrameworkEdition | None) -> Iterator[Flaw]:
    if not has_words(activity.name):
        yield Flaw("name", _("Give it a name."))
    if not has_words(activity.about):
        yield Flaw("about", _("Say in a sentence what it is for."))
    if not has_words(activity.takeaway):
        yield Flaw("takeaway", _("Say what the team takes away."))
    yield from _time(activity)
    if edition is not None:
        yield from _links(activity, edition)
    if len(activity.steps) > MOST_STEPS:
        yield Flaw("steps", _("An activity has at most {0} steps.").format(MOST_STEPS))
    yield from _codes("steps", [step.code for step in activity.steps])
    yield from _codes("blocks", [block.code for block in activity.blocks])
    for n, step in enumerate(activity.steps):
        yield from _step(activity, step, f"steps[{n}]")
    for n, block in enumerate(activity.blocks):
        yield from _block(activity, block, f"blocks[{n}]")
    yield from _end(activity)


def _time(activity: Activity) -> Iterator[Flaw]:
    total = sum(step.minutes for step in activity.steps)
    if not activity.steps:
        yield Flaw("steps", _("Add at least one step."))
    elif activity.minutes not in MINUTES:
        yield Flaw("minutes", _("An activity takes between 5 and 240 minutes."))
    elif total != activity.minutes:
        told = _("The steps take {0} minutes together, but {1} are stated here.")
        yield Flaw("minutes", told.format(total, activity.minutes))


def _links(activity: Activity, edition: FrameworkEdition) -> Iterator[Flaw]:
    if activity.dimension not in {d.code for d in edition.dimensions}:
        yield Flaw("dimension", _("Choose a dimension."))
    unknown = set(activity.elements) - {element.code for element in edition.elements}
    if unknown:
        told = _("The framework has no element {0}.").format(", ".join(sorted(unknown)))
        yield Flaw("elements", told)


def _codes(where: str, codes: Sequence[str]) -> Iterator[Flaw]:
    """Check that parts can be told apart, and pointed to as "block/place/column"."""
    yield from _twice(where, codes)
    for code in codes:
        if not CODE.fullmatch(code):
            told = _("The code “{0}” should be small letters, numbers and hyphens.")
            yield Flaw(where, told.format(code))


def _twice(where: str, codes: Iterable[str]) -> Iterator[Flaw]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Flaw(where, _("The code {0} stands here twice.").format(code))


def _end(activity: Activity) -> Iterator[Flaw]:
    """Every block is worked on, and the last step ends in something to take away."""
    used = {use.block for step in activity.steps for use in step.uses}
    for n, block in enumerate(activity.blocks):
        if block.code not in used:
            yield Flaw(f"blocks[{n}]", _("No step works on this part."))
    if activity.steps:
        ends_on = {use.block for use in activity.steps[-1].uses}
        kept = (b for b in activity.blocks if b.code in ends_on)
        if all(block.takes is Takes.NOTHING for block in kept):
            told = _("The last step needs a part that the team takes away: choose what it gives.")
            yield Flaw(f"steps[{len(activity.steps) - 1}].uses", told)


def _step(activity: Activity, step: ActivityStep, here: str) -> Iterator[Flaw]:
    if not has_words(step.name):
        yield Flaw(f"{here}.name", _("Give the step a title."))
    yield from _short(f"{here}.question", step.question, LONGEST_QUESTION)
    if step.line:
        yield from _short(f"{here}.line", step.line, LONGEST_LINE)
    if step.minutes < 1:
        yield Flaw(f"{here}.minutes", _("A step takes at least one minute."))
    if not has_words(step.script.say):
        yield Flaw(f"{here}.script.say", _("Write what to say."))
    yield from _twice(f"{here}.uses", (use.block for use in step.uses))
    known = {block.code: block for block in activity.blocks}
    for n, use in enumerate(step.uses):
        yield from _use(known.get(use.block), use, f"{here}.uses[{n}]")


def _use(block: Block | None, use: Use, here: str) -> Iterator[Flaw]:
    if block is None:
        yield Flaw(here, _("There is no part {0}.").format(use.block))
        return
    unknown = set(use.columns) - {column.code for column in block.fields}
    if unknown:
        told = _("That part has no column {0}.").format(", ".join(sorted(unknown)))
        yield Flaw(f"{here}.columns", told)
    columns = block.columns_in(use)
    wordy = sum(column.kind is ColumnKind.TEXT for column in columns)
    if not block.private and (len(columns) > MOST_COLUMNS or wordy > MOST_WORDY):
        told = _("The back row can read {0} columns at once, {1} of them with words. Use fewer.")
        yield Flaw(here, told.format(MOST_COLUMNS, MOST_WORDY))


def _block(activity: Activity, block: Block, here: str) -> Iterator[Flaw]:
    if not has_words(block.name):
        yield Flaw(f"{here}.name", _("Give this part a heading."))
    yield from _codes(f"{here}.columns", [column.code for column in block.columns])
    yield from _codes(f"{here}.places", [place.code for place in block.places])
    yield from _parts(block, here)
    for n, place in enumerate(block.places):
        there = f"{here}.places[{n}]"
        most = LONGEST_ROW if block.fixed_rows else LONGEST_PLACE
        yield from _short(f"{there}.name", place.name, most)
        yield from _address(activity, place.named_by, f"{there}.named_by")
    for n, column in enumerate(block.columns):
        yield from _column(activity, column, f"{here}.columns[{n}]")
    if block.ends_from and block.ends_from not in {b.code for b in activity.blocks}:
        told = _("There is no part {0}.").format(block.ends_from)
        yield Flaw(f"{here}.ends_from", told)


def _parts(block: Block, here: str) -> Iterator[Flaw]:
    shape = SHAPES[block.kind]
    fewest, most = shape.places
    if not fewest <= len(block.places) <= most and not block.places_from:
        told = _("It has between {0} and {1} places.").format(fewest, most)
        yield Flaw(f"{here}.places", told)
    if block.places_from not in ("", CARD_PLACES):
        yield Flaw(f"{here}.places_from", _("It can only be {0}.").format(CARD_PLACES))
    if len(block.columns) < shape.columns[0]:
        yield Flaw(f"{here}.columns", _("Add at least one column."))
    if shape.private and block.takes is not Takes.NOTHING:
        yield Flaw(f"{here}.takes", _("Nothing is taken away from a private sheet."))
    named = [end for end in block.ends if has_words(end)]
    if shape.ends_needed and len(named) != shape.ends:
        yield Flaw(f"{here}.ends", _("Name both ends of the scale."))
    elif shape.ends > 2 and named and len(named) != shape.ends:
        yield Flaw(f"{here}.ends", _("Name all four ends, or none."))
    if block.kind is BlockKind.SCALE and block.columns:
        yield Flaw(f"{here}.columns", _("A scale has no columns of its own."))


def _column(activity: Activity, column: Column, here: str) -> Iterator[Flaw]:
    if not has_words(column.name):
        yield Flaw(f"{here}.name", _("Give the column a name."))
    fewest, most = OPTIONS
    if column.kind is not ColumnKind.CHOICE:
        if column.options:
            yield Flaw(f"{here}.options", _("Only a choice has answers."))
    elif not fewest <= len(column.options) <= most:
        told = _("Write {0} to {1} answers, with commas between them.").format(fewest, most)
        yield Flaw(f"{here}.options", told)
    elif len(set(column.options)) < len(column.options):
        yield Flaw(f"{here}.options", _("Two of these answers are the same."))
    for option in column.options:
        yield from _short(f"{here}.options", option, LONGEST_OPTION)
    yield from _address(activity, column.named_by, f"{here}.named_by")


def _address(activity: Activity, address: str, here: str) -> Iterator[Flaw]:
    """Check "block/place/column", the place where the team writes a name."""
    if address and not names_a_field(activity, address):
        told = _("{0} should be a block, one of its places and one of its columns.")
        yield Flaw(here, told.format(address))


def names_a_field(activity: Activity, address: str) -> bool:
    """Whether "block/place/column" is a field that a team can write in."""
    code, _slash, rest = address.partition("/")
    place, _slash, column = rest.partition("/")
    block = next((b for b in activity.blocks if b.code == code), None)
    return (
        block is not None
        and place in {p.code for p in block.places}
        and block.field(column) is not None
    )


def _short(here: str, text: str, most: int) -> Iterator[Flaw]:
    count = len(text.split())
    if not has_words(text):
        told = ngettext("Write up to {n} word here.", "Write up to {n} words here.", most)
        yield Flaw(here, told)
    elif count > most:
        told = _("That is {0} words. At most {1} fit here: please shorten it.")
        yield Flaw(here, told.format(count, most))
