"""What may be typed into a plan, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.agenda import Script, StepKind, StepPlan
from lqf_workshop.library.moments import moment_names
from lqf_workshop.library.shelf import Shelf
from lqf_workshop_ui.models.agenda_steps import (
    is_renamed,
    kind_name,
    likely_booking,
    new_step,
    time_words,
    with_count,
    with_script,
)
from lqf_workshop_ui.models.plain_words import (
    day_words,
    due_words,
    greeting,
    month_mark,
    shortened,
)
from lqf_workshop_ui.models.plan_draft import PlanDraft, draft_of, problems_of, settled
from tests import builders
from tests.builders import TODAY, day

GOOD = PlanDraft("Night team", TODAY, "11")


@pytest.mark.parametrize(
    ("fields", "name", "said"),
    [
        ({"team": ""}, "team", "please fill this in"),
        ({"team": " \t "}, "team", "please fill this in"),
        ({"team": "\x00\x07\x1b"}, "team", "please fill this in"),
        ({"team": "W" * 10_000}, "team", "10,000 characters long; at most 160"),
        ({"place": "x" * 161}, "place", "161 characters long"),
        ({"provider": "x" * 161}, "provider", "Organisation"),
        ({"facilitator": "x" * 161}, "facilitator", "Facilitator"),
        ({"held_on": date(1900, 1, 1)}, "held_on", "between 2000 and 2099"),
        ({"headcount": ""}, "headcount", "type a number from 3 to 30"),
        ({"headcount": "abc"}, "headcount", "type a number from 3 to 30"),
        ({"headcount": "2½"}, "headcount", "type a number from 3 to 30"),
        ({"headcount": "0"}, "headcount", "0 was typed"),
        ({"headcount": "31"}, "headcount", "31 was typed"),
        ({"headcount": "-5"}, "headcount", "-5 was typed"),
        ({"role_mix": {"FW": 9, "OL": 3}}, "role_mix", "add up to 12 people, but 11"),
    ],
)
def test_what_is_wrong_is_said_about_its_own_field_only(
    fields: dict[str, object], name: str, said: str
) -> None:
    wrong = problems_of(replace(GOOD, **fields))  # type: ignore[arg-type]
    assert list(wrong) == [name]
    assert said in wrong[name]


@pytest.mark.parametrize("team", ["🌻 Sunflower", "صيانة", "O’Brien & sons", "a", "W" * 160])
def test_any_real_name_is_taken(team: str) -> None:
    assert problems_of(replace(GOOD, team=team)) == {}
    assert settled(replace(GOOD, team=team), builders.plan()).team == team


def test_right_fields_are_kept_beside_wrong_ones() -> None:
    stored = builders.plan("Old name", place="Old place")
    draft = replace(draft_of(stored), team="New name", headcount="abc", place="x" * 300)
    kept = settled(draft, stored)
    assert (kept.team, kept.headcount, kept.place) == ("New name", 11, "Old place")


def test_more_roles_than_people_leave_both_numbers_as_they_were() -> None:
    stored = builders.plan(role_mix={"FW": 5})
    draft = replace(draft_of(stored), headcount="4")
    kept = settled(draft, stored)
    assert (kept.headcount, kept.role_mix) == (11, {"FW": 5})
    assert "role_mix" in problems_of(draft)


@given(
    st.builds(
        PlanDraft,
        team=st.text(max_size=200),
        held_on=st.dates(),
        headcount=st.text(max_size=5) | st.integers(-5, 50).map(str),
        place=st.text(max_size=200),
        provider=st.text(max_size=200),
        facilitator=st.text(max_size=200),
        facilitator_votes=st.booleans(),
        role_mix=st.dictionaries(st.sampled_from(["FW", "FL", "OL", "SL"]), st.integers(0, 40)),
    )
)
def test_whatever_is_typed_a_plan_can_be_stored(draft: PlanDraft) -> None:
    kept = settled(draft, builders.plan())
    assert kept == kept.checked()


def test_the_time_is_said_against_what_was_booked() -> None:
    assert time_words(58, 60) == "58 of 60 minutes: 2 to spare"
    assert time_words(60, 60) == "60 of 60 minutes: just right"
    assert time_words(64, 60) == "4 minutes too many"
    assert time_words(61, 60) == "1 minute too many"


@pytest.mark.parametrize(("total", "booked"), [(0, 15), (58, 60), (64, 60), (65, 60), (180, 180)])
def test_the_booking_is_guessed_by_the_quarter_of_an_hour(total: int, booked: int) -> None:
    assert likely_booking(total) == booked


@pytest.mark.parametrize("kind", list(StepKind))
def test_every_kind_of_step_can_be_added_with_a_script(kind: StepKind, shelf: Shelf) -> None:
    step = new_step(kind, shelf.templates(), 3)
    assert step.kind is kind
    assert step.title
    assert step.scripts["start"].say
    assert set(step.scripts) <= set(moment_names(kind))
    assert kind_name(kind)


def test_without_templates_a_step_begins_empty() -> None:
    assert new_step(StepKind.TALK, (), 0).title == "Open talk"


def test_a_rating_step_counts_its_dimensions_unless_a_person_named_it() -> None:
    counted = StepPlan(StepKind.RATE, "Rate 5 dimensions", 8)
    assert with_count(counted, 1).title == "Rate 1 dimension"
    named = StepPlan(StepKind.RATE, "Our vote", 8)
    assert with_count(named, 3) is named
    assert is_renamed(named)
    assert not is_renamed(counted)


def test_a_moment_whose_words_are_all_taken_out_falls_back_to_the_start() -> None:
    step = StepPlan(StepKind.RATE, "Rate", 8, "", {"start": Script("Hello", "", "")})
    second = with_script(step, "second", Script("Again", "", ""))
    assert second.script("second") == Script("Again", "", "")
    emptied = with_script(second, "second", Script("", "", ""))
    assert emptied.script("second") == Script("Hello", "", "")
    assert with_script(step, "start", Script("", "", "")).scripts == {"start": Script("", "", "")}


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        (-1, "1 day late"),
        (-3, "3 days late"),
        (0, "Due today"),
        (1, "Due tomorrow"),
        (5, "By Monday"),
        (7, "By 2 Dec"),
        (60, "By 24 Jan 2027"),
    ],
)
def test_a_due_date_is_said_in_words(offset: int, said: str) -> None:
    assert due_words(day(offset), TODAY) == said


def test_dates_and_greetings() -> None:
    assert due_words(None, TODAY) == "No date yet"
    assert month_mark(TODAY, TODAY) == "NOV"
    assert month_mark(date(2025, 9, 3), TODAY) == "SEP ’25"
    assert day_words(TODAY, TODAY) == "Wednesday, today"
    assert day_words(day(2), TODAY) == "Friday, in 2 days"
    assert day_words(day(-9), TODAY) == "Monday, in the past"
    assert day_words(day(200), TODAY) == "Sunday"
    assert [greeting(hour) for hour in (3, 4, 12, 18)] == [
        "Good evening",
        "Good morning",
        "Good afternoon",
        "Good evening",
    ]


def test_long_words_are_shortened_and_can_break() -> None:
    assert shortened("  Ring \n the GP ", 40) == "Ring the GP"
    assert shortened("Ring the GP before noon", 12) == "Ring the GP…"
    assert "\u200b" in shortened("W" * 60, 60)
