"""Where a dimension belongs on the grid, and which deserves the time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.focus import Quadrant, most_split, placings, quadrant_of, weakest
from lqf_workshop.domain.rating import SCALE, RevealedRound, Tally
from tests.builders import tally

LOW_TOGETHER = tally(2, 2, 2, 3, 3)
LOW_APART = tally(1, 2, 3, 4, 5)
HIGH_TOGETHER = tally(4, 4, 4, 5, 5)
HIGH_APART = tally(1, 1, 4, 4, 5, 5, 5)


def revealed(dimension: str, found: Tally, number: int = 1) -> RevealedRound:
    return RevealedRound(dimension, number, found, 11)


@pytest.mark.parametrize(
    ("found", "quadrant"),
    [
        (LOW_TOGETHER, Quadrant.FIX),
        (LOW_APART, Quadrant.EXPLORE),
        (HIGH_TOGETHER, Quadrant.KEEP),
        (HIGH_APART, Quadrant.REACH),
    ],
)
def test_low_or_high_and_together_or_apart_give_the_four_places(
    found: Tally, quadrant: Quadrant
) -> None:
    assert quadrant_of(found) is quadrant


def test_a_middle_half_way_between_three_and_four_counts_as_high() -> None:
    assert quadrant_of(tally(3, 3, 3, 4, 4, 4)) is Quadrant.KEEP


def test_a_middle_of_three_counts_as_low() -> None:
    assert quadrant_of(tally(3, 3, 3, 3, 4)) is Quadrant.FIX


def test_what_nobody_could_rate_has_no_place() -> None:
    assert quadrant_of(Tally((0, 0, 0, 0, 0), 9)) is None


def test_the_few_differ_when_their_votes_are_more_than_one_point_apart() -> None:
    assert quadrant_of(tally(2, 2, 4)) is Quadrant.EXPLORE


@given(st.lists(st.sampled_from(SCALE), min_size=1, max_size=30))
def test_every_dimension_that_somebody_rated_has_a_place(votes: list[int]) -> None:
    assert quadrant_of(tally(*votes)) is not None


def test_the_latest_round_decides_where_a_dimension_is() -> None:
    rounds = (revealed("PQ", LOW_APART), revealed("PQ", HIGH_TOGETHER, 2))
    assert [(p.quadrant, p.latest.number) for p in placings(rounds)] == [(Quadrant.KEEP, 2)]


def test_the_latest_round_decides_whatever_the_order_they_are_given_in() -> None:
    rounds = (revealed("PQ", HIGH_TOGETHER, 2), revealed("PQ", LOW_APART))
    assert placings(rounds)[0].quadrant is Quadrant.KEEP


def test_dimensions_stay_in_the_order_they_were_first_rated() -> None:
    rounds = (
        revealed("WO", LOW_APART),
        revealed("PQ", LOW_APART),
        revealed("WO", HIGH_TOGETHER, 2),
    )
    assert [p.subject for p in placings(rounds)] == ["WO", "PQ"]


def test_a_dimension_nobody_could_rate_is_left_out() -> None:
    assert placings([revealed("PQ", Tally((0,) * 5, 9))]) == ()


def test_the_lowest_middle_vote_is_the_weakest() -> None:
    placed = placings([revealed("PQ", HIGH_TOGETHER), revealed("WO", LOW_TOGETHER)])
    found = weakest(placed)
    assert found is not None
    assert found.subject == "WO"


def test_a_tie_for_the_weakest_goes_to_the_wider_spread() -> None:
    together, apart = tally(3, 3, 3, 3, 3), tally(1, 2, 3, 4, 5)
    placed = placings([revealed("PQ", together), revealed("WO", apart)])
    found = weakest(placed)
    assert found is not None
    assert found.subject == "WO"


def test_the_most_split_is_the_one_with_the_least_agreement() -> None:
    rounds = [revealed("PQ", HIGH_APART), revealed("WO", tally(1, 1, 1, 5, 5, 5))]
    found = most_split(placings(rounds))
    assert found is not None
    assert found.subject == "WO"


def test_nothing_is_most_split_where_nobody_differs() -> None:
    assert most_split(placings([revealed("PQ", HIGH_TOGETHER)])) is None


def test_three_votes_are_never_the_most_split() -> None:
    assert most_split(placings([revealed("PQ", tally(1, 3, 5))])) is None


def test_nothing_rated_has_no_weakest() -> None:
    assert weakest(()) is None
