from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.phones.limits import Buckets, Limits, Rate, WrongCodes


def test_so_many_at_once_and_then_so_many_a_second() -> None:
    buckets = Buckets(Rate(3, 2))
    assert [buckets.allow("a", 0) for _ask in range(4)] == [True, True, True, False]
    assert buckets.allow("a", 0.5)
    assert not buckets.allow("a", 0.5)


def test_one_phones_haste_slows_nobody_else() -> None:
    buckets = Buckets(Rate(1, 1))
    assert buckets.allow("a", 0)
    assert not buckets.allow("a", 0)
    assert buckets.allow("b", 0)


@given(st.lists(st.floats(0, 100), max_size=200).map(sorted))
def test_nobody_ever_gets_more_than_the_rate_allows(times: list[float]) -> None:
    buckets = Buckets(Rate(5, 2))
    allowed = [now for now in times if buckets.allow("a", now)]
    for first, start in enumerate(allowed):
        for last in range(first, len(allowed)):
            assert last - first + 1 <= 5 + 2 * (allowed[last] - start) + 1e-6


def test_a_clock_that_goes_back_gives_nothing_away() -> None:
    buckets = Buckets(Rate(1, 1))
    assert buckets.allow("a", 100)
    assert not buckets.allow("a", 50)


def test_the_ones_longest_unheard_of_are_forgotten_first() -> None:
    buckets = Buckets(Rate(1, 0))
    assert all(buckets.allow(who, 0) for who in range(5000))
    assert not buckets.allow(4999, 0)
    assert buckets.allow(0, 0)


def test_a_room_of_300_behind_one_address_fits() -> None:
    limits = Limits()
    assert limits.address.at_once >= 300 * 4
    assert limits.total.at_once >= 300 * 8
    assert limits.connections_of_one >= 600


def test_a_few_wrong_codes_are_a_slip_and_more_wait_ever_longer() -> None:
    codes = WrongCodes()
    delays = [codes.delay("a", 0) for _try in range(20)]
    assert delays[:5] == [0.0] * 5
    assert 0 < delays[5] < delays[6] < delays[7]
    assert delays == sorted(delays)
    assert max(delays) == WrongCodes.LONGEST


def test_somebody_elses_wrong_codes_do_not_slow_a_first_slip() -> None:
    codes = WrongCodes()
    for _try in range(40):
        codes.delay("a", 0)
    assert codes.delay("b", 0) == 0


def test_guessing_from_many_addresses_is_slowed_too() -> None:
    codes = WrongCodes()
    delays = [codes.delay(f"10.0.0.{place}", 0) for place in range(250)]
    assert delays[59] == 0
    assert delays[-1] == WrongCodes.LONGEST


def test_wrong_codes_are_forgiven_with_time() -> None:
    codes = WrongCodes()
    for _try in range(10):
        codes.delay("a", 0)
    assert codes.delay("a", 20 * WrongCodes.FORGIVEN_AFTER) == 0


def test_guesses_at_the_same_time_wait_for_each_other() -> None:
    codes = WrongCodes()
    assert not codes.must_wait("a")
    with codes.waiting("a"), codes.waiting("a"), codes.waiting("a"):
        assert codes.must_wait("a")
        assert not codes.must_wait("b")
    assert not codes.must_wait("a")


def test_no_evening_is_long_enough_to_guess_the_letters() -> None:
    three_hours = 3 * 60 * 60
    longest_run = WrongCodes.AT_ONCE * three_hours / WrongCodes.LONGEST
    assert longest_run < 14 * 13 * 12 * 11 / 20
