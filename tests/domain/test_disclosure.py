"""Who may see what: no subgroup that can be told apart, no promise to a few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.disclosure import may_show_subgroup, open_mode
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
