"""Steps of a plan: their minutes and their words."""

from __future__ import annotations

from datetime import time

import pytest

from lqf_workshop.domain.agenda import (
    AgendaStep,
    Script,
    StepKind,
    StepPlan,
    check_minutes,
    clock_time,
)
from lqf_workshop.errors import WorkshopProblem

START, VOTE = Script("start", "", ""), Script("vote", "", "")


@pytest.mark.parametrize("minutes", [1, 15, 240])
def test_a_step_takes_a_minute_to_four_hours(minutes: int) -> None:
    assert check_minutes(minutes) == minutes


@pytest.mark.parametrize("minutes", [0, -5, 241])
def test_other_lengths_of_a_step_are_explained(minutes: int) -> None:
    with pytest.raises(WorkshopProblem, match="between 1 and 240 minutes"):
        check_minutes(minutes)


def test_a_moment_has_its_own_words() -> None:
    step = StepPlan(StepKind.RATE, "Rate", 8, "", {"start": START, "vote": VOTE})
    assert step.script("vote") is VOTE


def test_a_moment_without_words_borrows_those_for_the_start() -> None:
    step = StepPlan(StepKind.RATE, "Rate", 8, "", {"start": START})
    assert step.script("reveal") is START


def test_a_step_may_have_no_words_at_all() -> None:
    assert StepPlan(StepKind.RATE, "Rate", 8).script("vote") is None


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2)])
def test_minutes_spent_are_rounded_to_the_nearest(seconds: int, minutes: int) -> None:
    step = AgendaStep(1, StepPlan(StepKind.RATE, "Rate", 8), actual_seconds=seconds)
    assert step.actual_minutes == minutes


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("14:00", time(14)),
        (" 9.30 ", time(9, 30)),
        ("9", time(9)),
        ("2 pm", time(14)),
        ("12:15 AM", time(0, 15)),
        ("12pm", time(12)),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, wanted: time | None) -> None:
    assert clock_time(typed) == wanted


@pytest.mark.parametrize("typed", ["24:00", "noon", "0 pm", "13pm", "9:60", "٩", "9:3", "-1"])
def test_what_is_no_time_is_explained(typed: str) -> None:
    with pytest.raises(WorkshopProblem, match="like 14:00"):
        clock_time(typed)
