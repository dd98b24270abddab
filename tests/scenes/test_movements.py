"""What may be said about two votes of a team: modest, kind, and without a figure."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from lqf_workshop.domain.comparison import Movement, Shift, shift_between
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.subject import Subject, SubjectKind
from lqf_workshop.domain.trend import Room, TrendLine, TrendPoint, Wording
from lqf_workshop.scenes import movements, trend_faces
from tests.builders import tally

WORDS = Wording("lqf-classic", 1, "team")
SUBJECT = Subject(
    "WO", SubjectKind.DIMENSION, "WO", "Working with others", "Working with others", ""
)
DAY = date(2026, 11, 25)


def point(votes: Tally, weeks_ago: int = 0, words: Wording = WORDS) -> TrendPoint:
    return TrendPoint(Room(1, DAY - timedelta(weeks=weeks_ago), 11), votes, 11, words)


def line(*points: TrendPoint) -> TrendLine:
    return TrendLine(SUBJECT, points)


@pytest.mark.parametrize("movement", Movement)
def test_every_movement_has_a_headline_and_a_sentence_without_a_figure(movement: Movement) -> None:
    shift = Shift(movement)
    said = f"{movements.headline(shift)} {movements.reading(shift)}"
    assert not re.search(r"\d|delta|p-value|%|signific", said)
    assert movements.reading(shift).endswith(".")
    assert movements.headline(shift) != movements.headline(None)


def test_a_fall_is_said_kindly() -> None:
    for movement in (Movement.DOWN, Movement.DOWN_WEAK):
        said = movements.reading(Shift(movement))
        assert "openly" in said or "honesty arriving" in said
        assert "worse" not in said


def test_where_nobody_said_who_was_there_the_reading_says_so() -> None:
    for movement in Movement:
        told = "Nobody said" in movements.reading(Shift(movement, all_said=False))
        assert told == (movement.moved or movement is Movement.OTHER_TEAM)
        assert "Nobody said" not in movements.reading(Shift(movement))


def test_the_figures_are_exact_and_stand_with_their_meaning() -> None:
    shift = shift_between(tally(2, 2, 2, 3, 3), tally(3, 4, 4, 4, 5))
    delta, chance = movements.figures(shift)
    assert delta.value == "23/25 = 0.92"
    assert chance.value == "1/42 = 0.0238"
    fallen = shift_between(tally(3, 4, 4, 4, 5), tally(2, 2, 2, 3, 3))
    assert movements.figures(fallen)[0].value == "−23/25 = −0.92"
    assert all(one.meaning.endswith(".") for one in (delta, chance))
    assert movements.figures(Shift(Movement.FEW)) == ()


def test_the_middle_of_last_time_is_said_only_where_the_two_are_compared() -> None:
    low, high = tally(2, 2, 2, 3, 3), tally(3, 4, 4, 4, 5)
    assert movements.middles(line(point(low, 9), point(high))) == "Middle vote 4, was 2"
    other = point(high, words=Wording("lqf-classic", 1, "nhs-stages"))
    assert movements.middles(line(point(low, 9), other)) == "Middle vote 4"
    few = point(tally(1, 5))
    assert "Open discussion" in movements.middles(line(point(low, 9), few))


def test_a_picture_is_told_vote_by_vote_and_few_voters_only_as_talk() -> None:
    found = trend_faces.points_in_words(
        line(point(tally(2, 2, 2, 3, 3), 30), point(tally(1, 5), 9), point(tally(4, 4, 4, 4, 5)))
    )
    assert "5 of 11 voted: 3 at 2, 2 at 3" in found
    assert "2 of 11 voted: talk only" in found
    assert found.count("Too few people") == 2


def test_what_a_team_says_itself_stands_in_words() -> None:
    assert movements.felt_words((4, 2, 1)) == "4 better, 2 the same, 1 worse"
    assert movements.felt_words((0, 0, 0)) == ""
