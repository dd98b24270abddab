"""Change between workshops: published figures to the last digit, and laws that always hold."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.comparison import (
    Movement,
    cliffs_delta,
    exact_chance,
    one_vote_decides,
    shift_between,
)
from lqf_workshop.domain.rating import Tally

COUNTS = st.lists(st.integers(0, 5), min_size=5, max_size=5).map(tuple).filter(any)
FEW_COUNTS = st.lists(st.integers(0, 2), min_size=5, max_size=5).map(tuple).filter(any)


def of(votes: str) -> tuple[int, ...]:
    return tuple(votes.count(point) for point in "12345")


VECTORS = [
    (of("23334"), of("33444"), Fraction(48, 100), Fraction(92, 252), Movement.CLOSE),
    (of("22233"), of("34445"), Fraction(92, 100), Fraction(6, 252), Movement.UP),
    (of("223"), of("445"), Fraction(1), Fraction(2, 20), Movement.FEW),
    (of("23334423"), of("33444433"), Fraction(3, 8), Fraction(3534, 12870), Movement.CLOSE),
    (of("22332323"), of("34443435"), Fraction(13, 16), Fraction(70, 12870), Movement.UP),
    (
        (0, 4, 5, 3, 0),
        (0, 1, 3, 5, 1),
        Fraction(52, 120),
        Fraction(50911, 646646),
        Movement.UP_WEAK,
    ),
]


@pytest.mark.parametrize(("before", "after", "delta", "chance", "said"), VECTORS)
def test_the_published_vectors_come_out_exactly(
    before: tuple[int, ...],
    after: tuple[int, ...],
    delta: Fraction,
    chance: Fraction,
    said: Movement,
) -> None:
    assert cliffs_delta(before, after) == delta
    assert exact_chance(before, after) == chance
    assert shift_between(Tally(before), Tally(after)).movement is said


def test_thirty_against_thirty_is_too_close_to_call() -> None:
    before, after = (1, 4, 9, 12, 4), (0, 3, 8, 13, 6)
    assert cliffs_delta(before, after) == Fraction(14, 100)
    assert round(float(exact_chance(before, after)), 4) == 0.3355
    assert shift_between(Tally(before), Tally(after)).movement is Movement.CLOSE


@pytest.mark.parametrize(
    ("before", "after", "least"),
    [("111", "555", 0.1), ("1111", "5555", 0.0286), ("11111", "55555", 0.0079)],
)
def test_the_least_chance_of_small_rooms(before: str, after: str, least: float) -> None:
    assert round(float(exact_chance(of(before), of(after))), 4) == least


def test_one_vote_that_turns_the_median_decides_nothing() -> None:
    assert one_vote_decides(of("33344"), of("33444"))
    assert not one_vote_decides(of("22233"), of("34445"))
    assert not one_vote_decides(of("33344"), of("33344"))


def test_other_words_and_another_team_are_told_and_not_compared() -> None:
    low, high = Tally(of("1111111")), Tally(of("5555555"))
    for shift, said in (
        (shift_between(low, high, same_words=False), Movement.OTHER_WORDS),
        (shift_between(low, high, same_people=Fraction(1, 2)), Movement.OTHER_TEAM),
    ):
        assert shift.movement is said
        assert shift.delta is shift.chance is None
    assert shift_between(low, high, same_people=Fraction(6, 10)).movement is Movement.UP
    assert shift_between(high, low).movement is Movement.DOWN


@given(FEW_COUNTS, FEW_COUNTS)
def test_the_fast_way_matches_dealing_out_every_vote(
    before: tuple[int, ...], after: tuple[int, ...]
) -> None:
    votes = [p for p in range(5) for _ in range(before[p] + after[p])]
    if len(votes) > 12:
        votes = votes[:12]
        before, after = _first_five(votes)
    size = sum(before)
    seen = abs(cliffs_delta(before, after)) if size and sum(after) else None
    if seen is None:
        return
    far = total = 0
    for heap in combinations(range(len(votes)), size):
        first = [votes[i] for i in heap]
        other = [votes[i] for i in range(len(votes)) if i not in heap]
        lead = sum((b > a) - (b < a) for a in first for b in other)
        far += abs(Fraction(lead, size * len(other))) >= seen
        total += 1
    assert exact_chance(before, after) == Fraction(far, total)


def _first_five(votes: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    first, other = votes[:5], votes[5:]
    return (
        tuple(first.count(p) for p in range(5)),
        tuple(other.count(p) for p in range(5)),
    )


@given(COUNTS, COUNTS)
def test_looking_back_turns_the_sign_and_keeps_the_chance(
    before: tuple[int, ...], after: tuple[int, ...]
) -> None:
    assert cliffs_delta(before, after) == -cliffs_delta(after, before)
    assert exact_chance(before, after) == exact_chance(after, before)
    assert 0 < exact_chance(before, after) <= 1


@given(COUNTS)
def test_a_room_that_votes_the_same_again_has_not_moved(counts: tuple[int, ...]) -> None:
    assert cliffs_delta(counts, counts) == 0
    assert exact_chance(counts, counts) == 1
    assert not shift_between(Tally(counts), Tally(counts)).movement.moved
