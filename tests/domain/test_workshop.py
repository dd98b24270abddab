"""What a person fills in before a meeting, checked kindly."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.subject import Depth, dimension_code, skill_of
from lqf_workshop.domain.workshop import (
    Workshop,
    WorkshopId,
    WorkshopPlan,
    WorkshopState,
    check_headcount,
)
from lqf_workshop.errors import WorkshopProblem
from tests.builders import plan


@pytest.mark.parametrize("headcount", [3, 11, 30, "11", " 7 "])
def test_three_to_thirty_people_may_take_part(headcount: object) -> None:
    assert check_headcount(headcount) == int(str(headcount))


@pytest.mark.parametrize("headcount", [0, 1, 2, 31, -4, "31", 10**6])
def test_fewer_or_more_people_are_explained(headcount: object) -> None:
    with pytest.raises(WorkshopProblem, match=f"3 to 30 people, and {headcount} was typed"):
        check_headcount(headcount)


@pytest.mark.parametrize(
    "headcount", ["eleven", "", " ", "1.5", 1.5, None, "11 people", "9" * 5000]
)
def test_a_headcount_that_is_no_number_is_explained(headcount: object) -> None:
    with pytest.raises(WorkshopProblem, match="Please type a number from 3 to 30"):
        check_headcount(headcount)


@given(st.text(max_size=12) | st.integers() | st.floats() | st.none() | st.booleans())
def test_whatever_is_typed_gives_a_headcount_or_a_sentence(headcount: object) -> None:
    try:
        found = check_headcount(headcount)
    except WorkshopProblem:
        return
    assert 3 <= found <= 30


def test_a_plan_is_returned_with_clean_words() -> None:
    checked = plan(team="  Rowan\n House ", place=" Dining  room ").checked()
    assert (checked.team, checked.place) == ("Rowan House", "Dining room")


def test_a_team_without_a_name_has_to_be_filled_in() -> None:
    with pytest.raises(WorkshopProblem, match="Team: please fill this in"):
        plan(team=" ").checked()


@pytest.mark.parametrize("year", [1999, 2100, 1, 9999])
def test_a_year_out_of_reach_is_explained(year: int) -> None:
    with pytest.raises(WorkshopProblem, match="between 2000 and 2099"):
        plan(held_on=date(year, 6, 1)).checked()


def test_a_dimension_named_twice_is_rated_once() -> None:
    assert plan(dimensions=("PQ", "WO", "PQ")).checked().dimensions == ("PQ", "WO")


def test_roles_nobody_has_are_left_out() -> None:
    assert plan(role_mix={"FW": 8, "FL": 0}).checked().role_mix == {"FW": 8}


def test_more_roles_than_people_are_explained() -> None:
    with pytest.raises(WorkshopProblem, match="add up to 12 people, but 11 take part"):
        plan(role_mix={"FW": 8, "FL": 4}).checked()


def test_fewer_than_no_people_in_a_role_are_explained() -> None:
    with pytest.raises(WorkshopProblem, match="roles add up"):
        plan(role_mix={"FW": 8, "FL": -1}).checked()


@pytest.mark.parametrize(("votes_too", "expected"), [(False, 11), (True, 12)])
def test_the_facilitator_is_expected_to_vote_only_when_they_say_so(
    votes_too: bool, expected: int
) -> None:
    whole = plan(facilitator_votes=votes_too)
    workshop = Workshop(WorkshopId(1), whole, 1, 60, WorkshopState.PREPARED)
    assert workshop.expected_voters == expected


def test_a_headcount_in_words_is_explained_even_beside_roles() -> None:
    with pytest.raises(WorkshopProblem, match="3 to 30"):
        plan(headcount="eleven", role_mix={"FW": 2}).checked()


# --- What has been voted on stays in the plan --------------------------------------------------

VOTED = ("PQ", "PQ1", "PQ2", "WO", "WO3", "MS4", "be-strategic@3")


@st.composite
def plans(draw: st.DrawFn) -> WorkshopPlan:
    chosen = tuple(draw(st.lists(st.sampled_from(("PQ", "WO", "MS")), unique=True)))
    return plan(dimensions=chosen, depths={code: draw(st.sampled_from(Depth)) for code in chosen})


def rates(found: WorkshopPlan, code: str) -> bool:
    """Whether a plan has votes on a dimension, or on the elements of one."""
    dimension = dimension_code(code)
    other = Depth.ELEMENTS if code == dimension else Depth.WHOLE
    return dimension in found.dimensions and found.depth(dimension) is not other


@pytest.mark.parametrize(
    ("before", "voted", "after"),
    [
        (None, "PQ", Depth.WHOLE),
        (None, "PQ2", Depth.ELEMENTS),
        (Depth.WHOLE, "PQ", Depth.WHOLE),
        (Depth.WHOLE, "PQ2", Depth.BOTH),
        (Depth.ELEMENTS, "PQ", Depth.BOTH),
        (Depth.ELEMENTS, "PQ2", Depth.ELEMENTS),
        (Depth.BOTH, "PQ", Depth.BOTH),
        (Depth.BOTH, "PQ2", Depth.BOTH),
    ],
)
def test_a_vote_brings_its_depth_into_the_plan(
    before: Depth | None, voted: str, after: Depth
) -> None:
    chosen = plan() if before is None else plan(dimensions=("PQ",), depths={"PQ": before})
    found = chosen.with_rated([voted])
    assert (found.dimensions, found.depth("PQ")) == (("PQ",), after)


def test_a_vote_on_a_skill_changes_no_plan() -> None:
    chosen = plan(dimensions=("PQ",))
    assert chosen.with_rated(["be-strategic@3"]) == chosen


@given(plans(), st.lists(st.sampled_from(VOTED)))
def test_a_plan_with_what_was_voted_on_loses_nothing_and_settles(
    chosen: WorkshopPlan, voted: list[str]
) -> None:
    found = chosen.with_rated(voted)
    assert found.dimensions[: len(chosen.dimensions)] == chosen.dimensions
    assert all(rates(found, code) for code in voted if not skill_of(code))
    for code in chosen.dimensions:
        assert found.depth(code) in {chosen.depth(code), Depth.BOTH}
    new = {dimension_code(code) for code in voted if not skill_of(code)}
    assert set(found.dimensions) == {*chosen.dimensions, *new}
    assert found.with_rated(voted) == found
    assert Depth.WHOLE not in found.depths.values()
