"""Tallies, answers and rounds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.rating import (
    ANSWERS,
    CANT_SEE,
    SCALE,
    OpenRound,
    Tally,
    check_answer,
    next_round_number,
    tally_of,
)
from lqf_workshop.errors import WorkshopProblem
from tests.builders import tally


def test_the_middle_vote_of_an_even_number_lies_between_two() -> None:
    assert tally(2, 3).median == Fraction(5, 2)


def test_nobody_has_no_middle_vote() -> None:
    assert Tally((0, 0, 0, 0, 0), 4).median is None


def test_those_who_cannot_see_it_voted_but_did_not_rate() -> None:
    found = tally(3, 4, cant_see=2)
    assert (found.rated, found.voters) == (2, 4)


def test_those_who_cannot_see_it_are_out_of_the_middle_vote() -> None:
    assert tally(4, 4, 5, cant_see=9).median == 4


def test_polarised_votes_have_a_middle_that_nobody_chose() -> None:
    split = tally(1, 1, 1, 5, 5, 5)
    assert split.median == 3
    assert split.count(3) == 0


def test_all_on_one_point_is_unanimous() -> None:
    assert tally(4, 4, 4, cant_see=1).unanimous


@pytest.mark.parametrize("votes", [(4,), (), (4, 5)])
def test_one_vote_none_or_two_points_are_not_unanimous(votes: tuple[int, ...]) -> None:
    assert not tally(*votes).unanimous


def test_every_answer_can_be_asked_for() -> None:
    found = Tally((1, 2, 3, 4, 5), 6)
    assert [found.count(answer) for answer in ANSWERS] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("counts", "cant_see"),
    [((1, 2, 3, 4), 0), ((1, 2, 3, 4, 5, 6), 0), ((0, 0, -1, 0, 0), 0), ((0,) * 5, -1)],
)
def test_a_tally_of_the_wrong_shape_cannot_be_made(counts: tuple[int, ...], cant_see: int) -> None:
    with pytest.raises(ValueError, match="tally needs"):
        Tally(counts, cant_see)


@given(st.dictionaries(st.sampled_from(ANSWERS), st.integers(0, 30)))
def test_a_tally_counts_every_answer_it_is_given(answers: dict[int, int]) -> None:
    found = tally_of(answers)
    assert {a: found.count(a) for a in ANSWERS} == {a: answers.get(a, 0) for a in ANSWERS}


@given(st.lists(st.sampled_from(SCALE), max_size=30))
def test_the_votes_of_a_tally_come_back_in_ascending_order(votes: list[int]) -> None:
    assert list(tally(*votes).votes) == sorted(votes)


@pytest.mark.parametrize("answer", [CANT_SEE, *SCALE])
def test_the_six_answers_are_accepted(answer: int) -> None:
    assert check_answer(answer) == answer


@pytest.mark.parametrize("answer", [-1, 6, 10])
def test_any_other_answer_is_explained(answer: int) -> None:
    with pytest.raises(WorkshopProblem, match="A vote is 1, 2, 3, 4, 5, or 0"):
        check_answer(answer)


def test_the_second_vote_is_round_two() -> None:
    assert [next_round_number(0), next_round_number(1)] == [1, 2]


def test_a_third_vote_is_explained_away() -> None:
    with pytest.raises(WorkshopProblem, match="rated twice"):
        next_round_number(2)


def test_a_round_knows_how_many_votes_are_missing() -> None:
    assert OpenRound("PQ", 1, voted=9, expected=11).still_to_come == 2


def test_more_votes_than_people_are_a_negative_number_still_to_come() -> None:
    assert OpenRound("PQ", 1, voted=12, expected=11).still_to_come == -1
