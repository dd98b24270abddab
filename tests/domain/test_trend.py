"""Which two votes of a team may be held against each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lqf_workshop.domain.comparison import Movement, Shift
from lqf_workshop.domain.trend import Room, TrendPoint, Wording, shift
from tests.builders import tally

DAY = date(2026, 11, 25)


def room(number: int, weeks_ago: int, people: int = 11, same: int | None = None) -> Room:
    return Room(number, DAY - timedelta(weeks=weeks_ago), people, same)


def point(of: Room, *votes: int) -> TrendPoint:
    return TrendPoint(of, tally(*votes), 11, Wording("lqf-classic", 1, "team"))


def moved(before: Room, after: Room, *rooms: Room) -> Movement:
    """Return what may be said of a low and a high vote with other meetings of the team around."""
    low, high = point(before, 2, 2, 2, 3, 3), point(after, 4, 4, 4, 5, 5)
    return shift(low, high, (*rooms, before, after)).movement


def test_who_was_there_is_asked_of_every_meeting_since_the_vote_before() -> None:
    first, replaced, last = room(1, 30), room(2, 20, same=0), room(3, 10, same=11)
    assert moved(first, last) is Movement.UP
    assert moved(first, last, replaced) is Movement.OTHER_TEAM
    assert moved(first, last, room(2, 20, same=7)) is Movement.UP
    assert moved(first, last, room(2, 20)) is Movement.UP


@pytest.mark.parametrize("other", [room(9, 30, same=0), room(9, 31, same=0), room(9, 9, same=0)])
def test_meetings_before_or_after_the_two_votes_say_nothing_about_them(other: Room) -> None:
    other_first = room(10, 30, same=0)
    assert moved(other_first, room(11, 10, same=11), other) is Movement.UP


def test_two_meetings_of_one_day_stand_in_the_order_they_were_made() -> None:
    first, second, third = room(1, 10), room(2, 10, same=0), room(3, 10, same=11)
    assert moved(first, third, second) is Movement.OTHER_TEAM
    assert moved(second, third, first) is Movement.UP


def test_far_more_people_than_before_are_another_team_where_nobody_said() -> None:
    small, large = room(1, 30, people=5), room(2, 10, people=30)
    found = shift(point(small, 2, 2, 2, 3, 3), point(large, *[5] * 30), (small, large))
    assert found == Shift(Movement.OTHER_TEAM, all_said=False)
    assert moved(large, room(3, 1, people=5)) is Movement.UP  # the same five may have stayed
    assert moved(room(1, 30, people=6), room(2, 10, people=10)) is Movement.UP
    assert moved(room(1, 30, people=5), room(2, 10, people=9)) is Movement.OTHER_TEAM


def test_what_people_say_counts_more_than_how_many_came() -> None:
    small, meanwhile = room(1, 30, people=5), room(2, 20, people=30)
    assert moved(small, room(3, 10, people=9, same=6)) is Movement.UP
    assert moved(small, room(3, 10, people=30, same=30), meanwhile) is Movement.OTHER_TEAM


def test_it_is_known_whether_anybody_said_who_was_there() -> None:
    low, high = (2, 2, 2, 3, 3), (4, 4, 4, 5, 5)
    first, silent, last = room(1, 30), room(2, 20), room(3, 10, same=11)
    assert shift(point(first, *low), point(last, *high), (first, last)).all_said
    assert not shift(point(first, *low), point(last, *high), (first, silent, last)).all_said
    assert not shift(point(first, *low), point(silent, *high)).all_said
    replaced = room(4, 15, same=0)
    found = shift(point(first, *low), point(last, *high), (first, silent, replaced, last))
    assert found == Shift(Movement.OTHER_TEAM, all_said=True)
