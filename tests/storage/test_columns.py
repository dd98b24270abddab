"""Our own values come back from the library as they went in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from lqf_workshop.domain.rating import Tally
from lqf_workshop.storage.columns import JsonColumn, MomentColumn, TallyColumn

SQLITE = dialect()
counts = st.tuples(*[st.integers(0, 30)] * 5)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(counts, st.integers(0, 30))
def test_a_tally_comes_back_as_it_was(found: tuple[int, ...], cant_see: int) -> None:
    column, tally = TallyColumn(), Tally(found, cant_see)
    stored = column.process_bind_param(tally, SQLITE)
    assert column.process_result_value(stored, SQLITE) == tally


def test_a_round_without_a_tally_stores_nothing() -> None:
    column = TallyColumn()
    assert column.process_bind_param(None, SQLITE) is None
    assert column.process_result_value(None, SQLITE) is None


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)))
def test_a_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    column = MomentColumn()
    back = column.process_result_value(column.process_bind_param(moment, SQLITE), SQLITE)
    assert back is not None
    assert abs(back - moment) < timedelta(milliseconds=1)


def test_a_moment_in_another_zone_is_the_same_moment() -> None:
    column = MomentColumn()
    there = datetime(2026, 11, 25, 12, tzinfo=timezone(timedelta(hours=2)))
    back = column.process_result_value(column.process_bind_param(there, SQLITE), SQLITE)
    assert back == datetime(2026, 11, 25, 10, tzinfo=UTC)


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="time zone"):
        MomentColumn().process_bind_param(datetime(2026, 11, 25), SQLITE)


@given(json_values.filter(lambda value: value is not None))
def test_a_plain_value_comes_back_as_it_was(value: object) -> None:
    column = JsonColumn()
    assert column.process_result_value(column.process_bind_param(value, SQLITE), SQLITE) == value


def test_letters_are_stored_as_they_are() -> None:
    assert JsonColumn().process_bind_param(["Zoë أمل"], SQLITE) == '["Zoë أمل"]'
