"""What keeps an activity from being led is said with its place, all of it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lqf_workshop.domain.activity import Activity, BlockKind, Column, ColumnKind, Takes, Use
from lqf_workshop.domain.activity_edit import block_added, changed_step, step_added
from lqf_workshop.domain.block_edit import changed_block, changed_part
from lqf_workshop.library.activity_checks import flaws_of
from lqf_workshop.library.shelf import Shelf

Spoil = Callable[[Activity], Activity]


@pytest.fixture(scope="module")
def triangle(shelf: Shelf) -> Activity:
    return next(a for a in shelf.activities() if a.code == "strategic-triangle")


def test_every_shipped_activity_passes(shelf: Shelf) -> None:
    edition = shelf.edition("lqf-classic")
    assert not [flaw for a in shelf.activities() for flaw in flaws_of(a, edition)]


WRONG: list[tuple[str, str, Spoil]] = [
    ("name", "name", lambda a: replace(a, name="\u200b")),
    ("about", "what it is for", lambda a: replace(a, about="")),
    ("takeaway", "takes away", lambda a: replace(a, takeaway=" ")),
    ("minutes", "take 35 minutes together, but 40", lambda a: replace(a, minutes=40)),
    ("minutes", "between 5 and 240", lambda a: replace(a, minutes=400)),
    ("dimension", "Choose a dimension", lambda a: replace(a, dimension="XX")),
    ("elements", "no element XX1", lambda a: replace(a, elements=("XX1",))),
    ("steps[0].name", "title", lambda a: changed_step(a, "proposal", name="")),
    (
        "steps[0].question",
        "13 words. At most 12",
        lambda a: changed_step(a, "proposal", question="a " * 13),
    ),
    (
        "steps[0].question",
        "up to 12 words",
        lambda a: changed_step(a, "proposal", question=""),
    ),
    ("steps[0].line", "At most 22", lambda a: changed_step(a, "proposal", line="a " * 23)),
    (
        "steps[0].script.say",
        "what to say",
        lambda a: changed_step(a, "proposal", script=replace(a.steps[0].script, say="")),
    ),
    (
        "steps[4].uses[0]",
        "5 columns at once",
        lambda a: changed_block(a, "people", columns=_five_columns()),
    ),
    ("steps[1].uses[1]", "no part nowhere", lambda a: _with_use(a, Use("nowhere"))),
    ("steps[1].uses[1].columns", "no column x", lambda a: _with_use(a, Use("people", ("x",)))),
    ("steps[4].uses", "last step", lambda a: changed_block(a, "people", takes=Takes.NOTHING)),
    ("blocks[0].name", "heading", lambda a: changed_block(a, "proposal", name="")),
    (
        "blocks[1].places",
        "between 3 and 3",
        lambda a: changed_block(a, "corners", places=a.block("corners").places[:2]),
    ),
    (
        "blocks[1].places[0].name",
        "up to 12 words",
        lambda a: changed_part(a, "corners", "places", "value", name=""),
    ),
    (
        "blocks[2].columns[0].options",
        "2 to 5 answers",
        lambda a: changed_part(a, "verdict", "columns", "answer", options=("Go",)),
    ),
    (
        "blocks[2].columns[0].options",
        "the same",
        lambda a: changed_part(a, "verdict", "columns", "answer", options=("Go", "Go")),
    ),
    (
        "blocks[2].columns[1].options",
        "Only a choice",
        lambda a: changed_part(a, "verdict", "columns", "reason", options=("Go", "Stop")),
    ),
    (
        "blocks[3].columns[0].named_by",
        "a block, one of its places",
        lambda a: changed_part(a, "people", "columns", "who", named_by="verdict/tomorrow/reason"),
    ),
    ("blocks[3].columns", "at least one", lambda a: changed_block(a, "people", columns=())),
    ("blocks[4].ends", "both ends", lambda a: block_added(a, "people", BlockKind.SCALE)),
    (
        "blocks[4].takes",
        "private sheet",
        lambda a: changed_block(
            block_added(a, "people", BlockKind.PRIVATE), "part-5", takes=Takes.ACTIONS
        ),
    ),
]


def _five_columns() -> tuple[Column, ...]:
    return tuple(Column(f"c{n}", "Name") for n in range(5))


def _with_use(activity: Activity, use: Use) -> Activity:
    uses = activity.steps[1].uses
    return changed_step(activity, activity.steps[1].code, uses=(*uses, use))


@pytest.mark.parametrize(("where", "told", "spoil"), WRONG)
def test_what_is_wrong_is_said_at_its_place(
    triangle: Activity, shelf: Shelf, where: str, told: str, spoil: Spoil
) -> None:
    found = flaws_of(spoil(triangle), shelf.edition("lqf-classic"))
    assert [told for flaw in found if flaw.where == where and told in flaw.sentence], found


def test_everything_that_is_wrong_is_said_at_once(triangle: Activity) -> None:
    half = step_added(replace(triangle, name=""))
    where = {flaw.where for flaw in flaws_of(half, None)}
    assert {"name", "minutes", "steps[5].name", "steps[5].question", "steps[5].uses"} <= where


def test_an_activity_without_a_step_is_not_one(triangle: Activity) -> None:
    bare = replace(triangle, steps=(), blocks=())
    assert [flaw.where for flaw in flaws_of(bare, None)] == ["steps"]


def test_quadrants_have_four_named_ends_or_none(triangle: Activity) -> None:
    made = block_added(triangle, "people", BlockKind.QUADRANTS)
    some = changed_block(made, "part-5", ends=("Little", "", "", ""))
    assert "blocks[4].ends" not in {flaw.where for flaw in flaws_of(made, None)}
    assert "blocks[4].ends" in {flaw.where for flaw in flaws_of(some, None)}


def test_a_column_may_be_of_any_kind(triangle: Activity) -> None:
    for kind in (ColumnKind.TEXT, ColumnKind.POINTS, ColumnKind.COUNT):
        made = changed_part(triangle, "people", "columns", "when", kind=kind)
        assert not flaws_of(made, None)
