"""Who may see what: no subgroup that can be told apart, no promise to a few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.disclosure import (
    levels_to_show,
    may_show_subgroup,
    open_mode,
    tally_without,
)
from lqf_workshop.domain.rating import Tally


@pytest.mark.parametrize(("voters", "few"), [(0, True), (4, True), (5, False), (30, False)])
def test_open_mode_is_below_five(voters: int, few: bool) -> None:
    assert open_mode(voters) is few


def test_a_subgroup_is_withheld_when_it_would_expose_the_rest() -> None:
    everyone, care_staff = Tally((0, 2, 3, 4, 1)), Tally((0, 2, 2, 3, 1))
    left_over = tuple(a - b for a, b in zip(everyone.counts, care_staff.counts, strict=True))
    assert left_over == (0, 0, 1, 1, 0)
    assert not may_show_subgroup(care_staff.voters, everyone.voters)


def test_two_halves_of_five_may_be_shown() -> None:
    assert may_show_subgroup(5, 10)


@pytest.mark.parametrize(("group", "everyone"), [(4, 30), (26, 30), (5, 9), (10, 10), (0, 5)])
def test_a_group_or_a_rest_below_five_is_withheld(group: int, everyone: int) -> None:
    assert not may_show_subgroup(group, everyone)


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_group_may_be_shown_exactly_when_its_rest_may(group: int, rest: int) -> None:
    everyone = group + rest
    assert may_show_subgroup(group, everyone) is may_show_subgroup(rest, everyone)
    assert may_show_subgroup(group, everyone) is (min(group, rest) >= 5)


def added(tallies: list[Tally]) -> Tally:
    counts = tuple(sum(column) for column in zip(*(t.counts for t in tallies), strict=True))
    return Tally(counts, sum(t.cant_see for t in tallies))


@st.composite
def rooms(draw: st.DrawFn) -> dict[str, Tally]:
    """Votes by role level, some of them with none; answers are few so that groups agree often."""
    answers = st.lists(st.integers(0, 7), min_size=6, max_size=6)
    found = {}
    for level in ("FW", "FL", "OL", "SL"):
        *counts, cant_see = draw(answers)
        whole = draw(st.sampled_from([1, 0]))
        found[level] = Tally(tuple(count * whole for count in counts), cant_see * whole)
    return found


def test_care_staff_are_withheld_where_they_would_expose_their_two_managers() -> None:
    care_staff, managers = Tally((0, 2, 2, 3, 1)), Tally((0, 0, 1, 1, 0))
    everyone = added([care_staff, managers])
    assert everyone == Tally((0, 2, 3, 4, 1))
    assert levels_to_show(everyone, {"FW": care_staff, "OL": managers}) == {}


def test_a_level_of_five_is_shown_beside_five_others() -> None:
    staff, leaders = Tally((0, 2, 2, 1, 0)), Tally((0, 0, 3, 2, 0))
    everyone = added([staff, leaders])
    assert levels_to_show(everyone, {"FW": staff, "FL": leaders}) == {"FW": staff, "FL": leaders}


def test_the_smallest_level_is_withheld_where_taking_all_away_would_leave_a_few() -> None:
    staff, leaders, managers = (
        Tally((0, 3, 3, 1, 0)),
        Tally((0, 2, 2, 1, 0)),
        Tally((1, 1, 0, 0, 0)),
    )
    everyone = added([staff, leaders, managers])
    found = levels_to_show(everyone, {"FW": staff, "FL": leaders, "OL": managers})
    assert found == {"FW": staff}


def test_no_level_is_shown_where_one_of_them_agreed() -> None:
    staff, leaders = Tally((0, 2, 2, 1, 0)), Tally((0, 0, 0, 5, 0))
    assert levels_to_show(added([staff, leaders]), {"FW": staff, "FL": leaders}) == {}


@given(rooms())
def test_neither_a_level_nor_what_can_be_worked_out_is_ever_below_five_or_of_one_mind(
    room: dict[str, Tally],
) -> None:
    everyone = added(list(room.values()))
    shown = levels_to_show(everyone, room)
    rest = tally_without(everyone, shown.values())
    for group in (*shown.values(), *((rest,) if shown and rest.voters else ())):
        others = tally_without(everyone, [group])
        assert group.voters >= 5
        assert others.voters >= 5
        assert max(*group.counts, group.cant_see) < group.voters
    assert all(room[level] == tally for level, tally in shown.items())
