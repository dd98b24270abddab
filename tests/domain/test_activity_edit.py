"""Changing an activity leaves nothing that points nowhere, and can be carried back later."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.activity import Activity, BlockKind, ColumnKind
from lqf_workshop.domain.activity_edit import (
    block_added,
    block_left_out,
    block_moved,
    block_used,
    changed_step,
    column_worked_on,
    step_added,
    step_doubled,
    step_moved,
    step_removed,
)
from lqf_workshop.domain.activity_shapes import SHAPES
from lqf_workshop.domain.block_edit import (
    changed_block,
    changed_end,
    changed_kind,
    changed_part,
    part_added,
    part_moved,
    part_removed,
)
from lqf_workshop.domain.carrying import carried
from lqf_workshop.errors import StaleProblem
from lqf_workshop.library.activity_checks import flaws_of
from lqf_workshop.library.shelf import Shelf
from tests.builders import SHELF

"""Read once: hypothesis begins anew with every example."""
POINTS_NOWHERE = ("no part", "no column", "should be a block", "No step works", "stands here twice")


def shipped(shelf: Shelf, code: str = "strategic-triangle") -> Activity:
    return next(a for a in shelf.activities() if a.code == code)


def loose_ends(activity: Activity) -> list[str]:
    told = (flaw.sentence for flaw in flaws_of(activity, None))
    return [one for one in told if any(part in one for part in POINTS_NOWHERE)]


def test_a_new_step_comes_after_the_chosen_one_with_a_code_of_its_own(shelf: Shelf) -> None:
    twice = step_added(step_added(shipped(shelf), "proposal"), "proposal")
    codes = [step.code for step in twice.steps]
    assert codes[:2] == ["proposal", codes[1]]
    assert len(set(codes)) == 7


def test_a_doubled_step_has_blocks_of_its_own(shelf: Shelf) -> None:
    made = step_doubled(shipped(shelf), "people")
    first, second = made.steps[-2:]
    assert (second.name, second.question) == (first.name, first.question)
    assert first.uses[0].block != second.uses[0].block
    changed = changed_block(made, second.uses[0].block, name="Others")
    assert changed.block(first.uses[0].block).name == "People to win over"
    assert not loose_ends(made)


def test_a_doubled_step_keeps_what_points_from_one_of_its_blocks_to_another(shelf: Shelf) -> None:
    for activity in shelf.activities():
        for step in activity.steps:
            assert not loose_ends(step_doubled(activity, step.code))


def test_a_removed_step_takes_only_its_own_blocks_with_it(shelf: Shelf) -> None:
    made = step_removed(shipped(shelf), "strength")
    assert "corners" in {block.code for block in made.blocks}
    made = step_removed(made, "weakest")
    assert "corners" not in {block.code for block in made.blocks}


def test_whatever_is_removed_nothing_points_nowhere(shelf: Shelf) -> None:
    for activity in shelf.activities():
        for step in activity.steps:
            assert not loose_ends(step_removed(activity, step.code))
            for use in step.uses:
                assert not loose_ends(block_left_out(activity, step.code, use.block))
        for block in activity.blocks:
            for row in ("columns", "places"):
                for part in getattr(block, row):
                    assert not loose_ends(part_removed(activity, block.code, row, part.code))


def test_steps_and_blocks_move_as_far_as_there_is_room(shelf: Shelf) -> None:
    made = step_moved(shipped(shelf), "people", -1)
    assert [step.code for step in made.steps][-2:] == ["people", "verdict"]
    assert step_moved(made, "proposal", -5).steps[0].code == "proposal"
    made = block_used(made, "people", "corners")
    made = block_moved(made, "people", "corners", -1)
    assert [use.block for use in made.steps[-2].uses] == ["corners", "people"]
    assert block_used(made, "people", "corners") == made


@pytest.mark.parametrize("kind", BlockKind)
def test_a_new_block_has_as_many_parts_as_its_kind_needs(shelf: Shelf, kind: BlockKind) -> None:
    made = block_added(shipped(shelf), "people", kind)
    block = made.blocks[-1]
    shape = SHAPES[kind]
    assert (len(block.places), len(block.columns)) == (shape.places[0], shape.columns[0])
    assert not [
        flaw for flaw in flaws_of(made, None) if flaw.where.endswith((".places", ".columns"))
    ]


def test_a_new_column_is_worked_on_where_it_was_added(shelf: Shelf) -> None:
    made = part_added(shipped(shelf), "weakest", "corners", "columns")
    first, second = made.steps[1].uses[0], made.steps[2].uses[0]
    assert "column-5" in second.columns
    assert "column-5" not in first.columns
    whole = column_worked_on(made, "strength", "corners", "gap", wanted=True)
    for code in ("next", "column-5"):
        whole = column_worked_on(whole, "strength", "corners", code, wanted=True)
    assert whole.steps[1].uses[0].columns == ()
    fewer = column_worked_on(whole, "strength", "corners", "next", wanted=False)
    assert "next" not in fewer.steps[1].uses[0].columns


def test_parts_of_a_block_move_and_change(shelf: Shelf) -> None:
    made = part_moved(shipped(shelf), "corners", "places", "able", -2)
    assert made.block("corners").places[0].code == "able"
    made = changed_part(made, "corners", "places", "able", name="We can")
    assert made.block("corners").places[0].name == "We can"
    made = part_added(made, "people", "people", "places")
    assert made.block("people").fixed_rows


def test_a_column_that_is_no_choice_any_more_has_no_answers(shelf: Shelf) -> None:
    made = changed_kind(shipped(shelf), "verdict", "answer", ColumnKind.TEXT)
    assert made.block("verdict").columns[0].options == ()


def test_ends_are_named_one_by_one_and_taken_away_again(shelf: Shelf) -> None:
    made = block_added(shipped(shelf), "people", BlockKind.QUADRANTS)
    named = changed_end(made, "part-5", 1, 4, "Much")
    assert named.block("part-5").ends == ("", "Much", "", "")
    assert changed_end(named, "part-5", 1, 4, "").block("part-5").ends == ()


def test_what_is_gone_is_explained(shelf: Shelf) -> None:
    with pytest.raises(StaleProblem, match="removed"):
        changed_step(shipped(shelf), "nowhere", name="x")


# Carrying a change back


def test_a_removed_step_comes_back_and_what_was_typed_since_stays(shelf: Shelf) -> None:
    before = shipped(shelf)
    after = step_removed(before, "verdict")
    now = changed_step(after, "people", name="Typed since")
    back = carried(now, after, before)
    assert [step.code for step in back.steps] == [step.code for step in before.steps]
    assert back.block("verdict") == before.block("verdict")
    assert back.step("people") == changed_step(before, "people", name="Typed since").step("people")


def test_a_step_that_came_since_stays_where_it_came(shelf: Shelf) -> None:
    before = shipped(shelf)
    after = step_moved(before, "people", -4)
    now = step_added(after, "proposal")
    back = carried(now, after, before)
    assert [step.code for step in back.steps][:2] == ["proposal", "step-6"]
    assert back.steps[-1].code == "people"


ACTS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 20)), min_size=1, max_size=6)


def acted(activity: Activity, act: int, n: int) -> Activity:
    """Do one of the acts of the editor at some place."""
    if not activity.steps:
        return step_added(activity)
    step = activity.steps[n % len(activity.steps)]
    match act:
        case 0:
            return step_added(activity, step.code)
        case 1:
            return step_removed(activity, step.code)
        case 2:
            return step_moved(activity, step.code, n % 3 - 1)
        case 3:
            return block_added(activity, step.code, list(BlockKind)[n % len(BlockKind)])
        case 4:
            return step_doubled(activity, step.code)
        case _:
            return changed_step(activity, step.code, name=f"Name {n}")


@given(ACTS)
def test_acts_taken_back_one_by_one_lead_to_the_beginning(acts: list[tuple[int, int]]) -> None:
    first = shipped(SHELF)
    row = [first]
    for act, n in acts:
        row.append(acted(row[-1], act, n))
        assert not loose_ends(row[-1])
    now = replace(row[-1], about="Typed at the end")
    for after, before in zip(reversed(row), reversed(row[:-1]), strict=False):
        now = carried(now, after, before)
    assert now == replace(first, about="Typed at the end")
