"""The figures behind "how far apart are we", against the vectors of the domain notes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.agreement import (
    Spread,
    agreement,
    average_deviation,
    consensus,
    interquartile_range,
    rwg,
    spread_of,
    wilson_interval,
)
from lqf_workshop.domain.rating import SCALE, Tally
from tests.builders import tally


@dataclass(frozen=True)
class Vector:
    """One row of section 7.3."""

    tally: Tally
    median: Fraction
    iqr: float
    a: Fraction
    rwg: str
    ad: str
    cns: str
    spread: Spread


def row(
    votes: Tally, median: str, iqr: float, a: str, rwg: str, ad: str, cns: str, spread: Spread
) -> Vector:
    return Vector(votes, Fraction(median), iqr, Fraction(a), rwg, ad, cns, spread)


VECTORS = [
    row(tally(*[4] * 6), "4", 0, "1", "1.0000", "0.0000", "1.0000", Spread.CLOSE),
    row(tally(3, 3, 4, 4, 4), "4", 1, "4/5", "0.8500", "0.4000", "0.8150", Spread.CLOSE),
    row(tally(1, 4, 4, 4, 4, 5, 5), "4", 0.5, "8/21", "0.0952", "0.7143", "0.5731", Spread.MIXED),
    row(tally(1, 2, 3, 4, 5), "3", 2, "0", "0.0000", "1.2000", "0.4340", Spread.SPLIT),
    row(tally(1, 1, 1, 5, 5, 5), "3", 4, "-1", "0.0000", "2.0000", "0.0000", Spread.SPLIT),
    row(tally(*[2] * 4, *[4] * 4), "3", 2, "1/6", "0.4286", "1.0000", "0.5850", Spread.SPLIT),
    row(
        tally(1, 2, 2, 2, 4, 4, 5, 5, 5),
        "4",
        3,
        "-19/162",
        "0.0000",
        "1.3333",
        "0.3470",
        Spread.SPLIT,
    ),
    row(
        tally(1, 2, 2, 2, 2, 3, 3, 3, 3, 4),
        "5/2",
        1,
        "11/20",
        "0.6389",
        "0.7000",
        "0.7103",
        Spread.MOSTLY,
    ),
    row(Tally((0, 1, 6, 4, 1)), "3", 1, "5/8", "0.6856", "0.5833", "0.7317", Spread.MOSTLY),
    row(Tally((1, 4, 9, 12, 4)), "4", 1, "9/20", "0.4920", "0.8000", "0.6368", Spread.MIXED),
    row(Tally((1, 2, 5, 2, 0)), "3", 0.75, "11/20", "0.5778", "0.6000", "0.7094", Spread.MOSTLY),
    row(Tally((0, 3, 1, 5, 1)), "4", 1.75, "11/30", "0.4222", "0.8000", "0.6074", Spread.SPLIT),
    row(tally(2, 3, 5), "3", 1.5, "1/9", "0.0000", "1.0000", "0.5040", Spread.OPEN),
]
every_vector = pytest.mark.parametrize("vector", VECTORS, ids=lambda v: str(v.tally.counts))
counts = st.tuples(*[st.integers(0, 30) for _point in SCALE]).filter(any)
tallies = counts.map(Tally)


@every_vector
def test_the_middle_vote_is_that_of_the_vector(vector: Vector) -> None:
    assert vector.tally.median == vector.median


@every_vector
def test_the_interquartile_range_is_that_of_the_vector(vector: Vector) -> None:
    assert interquartile_range(vector.tally) == pytest.approx(vector.iqr)


@every_vector
def test_agreement_is_exactly_that_of_the_vector(vector: Vector) -> None:
    assert agreement(vector.tally.counts) == vector.a


@every_vector
def test_rwg_is_that_of_the_vector(vector: Vector) -> None:
    found = rwg(vector.tally)
    assert found is not None
    assert f"{found:.4f}" == vector.rwg


@every_vector
def test_the_average_deviation_is_that_of_the_vector(vector: Vector) -> None:
    found = average_deviation(vector.tally)
    assert found is not None
    assert f"{found:.4f}" == vector.ad


@every_vector
def test_consensus_is_that_of_the_vector(vector: Vector) -> None:
    found = consensus(vector.tally)
    assert found is not None
    assert f"{found:.4f}" == vector.cns


@every_vector
def test_the_room_is_told_what_the_vector_says(vector: Vector) -> None:
    assert spread_of(vector.tally) is vector.spread


def test_agreement_reproduces_the_published_check() -> None:
    published = agreement((30, 40, 210, 130, 530, 50, 10))
    assert round(float(published), 7) == 0.6113333


def test_agreement_of_three_votes_says_nothing_because_chance_alone_reaches_it() -> None:
    assert spread_of(tally(4, 4, 4)) is Spread.OPEN


@pytest.mark.parametrize(
    ("yes", "everyone", "low", "high"),
    [(6, 8, "0.409", "0.929"), (9, 12, "0.468", "0.911"), (18, 30, "0.423", "0.754")],
)
def test_the_wilson_interval_is_the_one_in_the_notes(
    yes: int, everyone: int, low: str, high: str
) -> None:
    found = wilson_interval(yes, everyone)
    assert tuple(f"{end:.3f}" for end in found) == (low, high)


def test_there_is_no_agreement_where_nobody_voted() -> None:
    with pytest.raises(ValueError, match="nobody voted"):
        agreement((0, 0, 0, 0, 0))


@pytest.mark.parametrize("measure", [interquartile_range, rwg])
def test_one_vote_has_no_spread(measure: object) -> None:
    assert callable(measure)
    assert measure(tally(4)) is None


@pytest.mark.parametrize("measure", [interquartile_range, rwg, average_deviation, consensus])
def test_nobody_has_no_spread(measure: object) -> None:
    assert callable(measure)
    assert measure(Tally((0, 0, 0, 0, 0), cant_see=7)) is None


def test_votes_that_cannot_see_it_do_not_lift_a_team_out_of_open_mode() -> None:
    assert spread_of(tally(1, 2, 4, 5, cant_see=9)) is Spread.OPEN


def test_five_who_rated_are_enough_for_a_label() -> None:
    assert spread_of(tally(4, 4, 4, 4, 4)) is Spread.CLOSE


def test_two_camps_are_a_split_even_where_agreement_is_above_a_fifth() -> None:
    two_camps = Tally((0, 3, 1, 5, 1))
    assert agreement(two_camps.counts) > Fraction(1, 5)
    assert spread_of(two_camps) is Spread.SPLIT


def test_two_low_votes_are_a_camp_in_a_team_of_ten() -> None:
    two_camps = Tally((0, 2, 1, 6, 1))
    assert agreement(two_camps.counts) > Fraction(1, 5)
    assert spread_of(two_camps) is Spread.SPLIT


def test_in_a_team_of_eleven_a_camp_needs_three() -> None:
    assert spread_of(Tally((0, 2, 1, 6, 2))) is not Spread.SPLIT
    assert spread_of(Tally((0, 3, 1, 6, 1))) is Spread.SPLIT


def test_a_middle_as_large_as_a_camp_is_no_split() -> None:
    assert spread_of(Tally((0, 3, 3, 5, 1))) is not Spread.SPLIT


def test_one_low_vote_is_no_camp() -> None:
    assert spread_of(Tally((1, 0, 0, 4, 2))) is Spread.MIXED


@given(counts)
def test_agreement_is_between_opposed_and_one(found: tuple[int, ...]) -> None:
    assert -1 <= agreement(found) <= 1


@given(counts)
def test_agreement_is_the_same_read_from_the_other_end(found: tuple[int, ...]) -> None:
    assert agreement(found) == agreement(found[::-1])


@given(counts, st.integers(2, 9))
def test_agreement_does_not_change_when_every_vote_is_cast_more_often(
    found: tuple[int, ...], times: int
) -> None:
    assert agreement(found) == agreement(tuple(count * times for count in found))


@given(st.integers(1, 30), st.sampled_from(SCALE))
def test_votes_on_one_point_agree_fully(n: int, point: int) -> None:
    assert agreement(tally(*[point] * n).counts) == 1


@given(st.integers(1, 30))
def test_an_even_spread_is_agreement_nought(n: int) -> None:
    assert agreement((n,) * 5) == 0


@given(st.lists(st.sampled_from(SCALE), min_size=1, max_size=30).flatmap(st.permutations))
def test_the_order_in_which_people_voted_changes_nothing(votes: list[int]) -> None:
    assert tally(*votes) == tally(*sorted(votes))
    assert spread_of(tally(*votes)) is spread_of(tally(*sorted(votes)))


@given(tallies)
def test_the_label_is_the_same_read_from_the_other_end(found: Tally) -> None:
    assert spread_of(found) is spread_of(Tally(found.counts[::-1], found.cant_see))


@given(tallies)
def test_the_label_is_open_exactly_below_five_who_rated(found: Tally) -> None:
    assert (spread_of(found) is Spread.OPEN) == (found.rated < 5)


@given(tallies)
def test_close_means_that_no_two_votes_are_further_apart_than_one(found: Tally) -> None:
    if spread_of(found) is Spread.CLOSE:
        assert found.votes[-1] - found.votes[0] <= 1


@given(tallies)
def test_every_figure_stays_in_its_range(found: Tally) -> None:
    assert 0 <= (rwg(found) or 0) <= 1
    assert 0 <= (interquartile_range(found) or 0) <= 4
    assert 0 <= (average_deviation(found) or 0) <= 2
    assert -1e-9 <= (consensus(found) or 0) <= 1 + 1e-9


@given(st.integers(0, 30), st.integers(1, 30))
def test_the_wilson_interval_holds_the_share(yes: int, everyone: int) -> None:
    yes = min(yes, everyone)
    low, high = wilson_interval(yes, everyone)
    assert low - 1e-9 <= yes / everyone <= high + 1e-9
    assert -1e-9 <= low <= high <= 1 + 1e-9
