"""Leading a workshop: where it is, what time was spent, and what hides the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Cover, Meeting, Part, Stop, Timer
from lqf_workshop.domain.workshop import WorkshopId, WorkshopState
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.services.changes import Change
from lqf_workshop.storage.records import BallotRecord, HandCountRecord
from tests.builders import FixedClock, begin, go_to, library_of, prepare, rate, vote


def now(services: Services, workshop_id: int) -> Meeting:
    return services.meetings.read(workshop_id)


def seconds(services: Services, workshop_id: int) -> list[int]:
    """Return the seconds counted for the steps that took any time, in their order."""
    return [s.actual_seconds for s in now(services, workshop_id).steps if s.actual_seconds]


def live(services: Services, clock: FixedClock, workshop_id: int, minutes: float) -> None:
    """Let time pass as the console does: with a sign of life every few seconds."""
    for _tick in range(round(minutes * 2)):
        clock.forward(30)
        services.runs.still_here(workshop_id)


@pytest.fixture
def reopened(services: Services, library: Path, clock: FixedClock) -> Iterator[Services]:
    """The same library after the program was closed and started again."""
    services.close()
    again = open_services(library, services.shelf, clock=clock)
    yield again
    again.close()


def timer_of(services: Services, workshop_id: int) -> Timer:
    timer = now(services, workshop_id).timer
    assert timer is not None
    return timer


# Where it is


def test_a_workshop_begins_at_its_first_place(services: Services, prepared: WorkshopId) -> None:
    first = begin(services, prepared)
    found = now(services, prepared)
    assert (found.workshop.state, found.at) == (WorkshopState.RUNNING, first)
    assert [s.visited for s in found.steps][:2] == [True, False]


def test_a_workshop_is_taken_up_where_it_was_left(services: Services, running: WorkshopId) -> None:
    there = go_to(services, running, Part.VOTE, "WO")
    services.runs.begin(running, Stop(1, Part.START))
    assert now(services, running).at == there


def test_a_finished_workshop_can_be_taken_up_again(services: Services, running: WorkshopId) -> None:
    there = go_to(services, running, Part.END)
    services.runs.finish(running)
    assert now(services, running).workshop.state is WorkshopState.DONE
    begin(services, running)
    found = now(services, running)
    assert (found.workshop.state, found.at) == (WorkshopState.RUNNING, there)


def test_taking_a_workshop_up_leaves_nothing_to_undo(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.count_hands(running, "PQ", 4)
    begin(services, running)
    assert services.journal.next_undo == ""


def test_every_place_can_be_gone_to_and_is_kept(services: Services, running: WorkshopId) -> None:
    for stop in now(services, running).stops():
        services.runs.go(running, stop)
        assert now(services, running).at == stop


def test_where_it_is_is_known_after_the_program_was_closed(
    services: Services, running: WorkshopId, library: Path
) -> None:
    there = go_to(services, running, Part.MEANING, "MS")
    services.close()
    again = open_services(library, services.shelf)
    assert now(again, running).at == there
    again.close()


@pytest.mark.parametrize("cover", Cover)
def test_the_screen_is_covered_and_uncovered(
    services: Services, running: WorkshopId, cover: Cover
) -> None:
    services.runs.cover(running, cover)
    assert now(services, running).cover is cover


@pytest.mark.parametrize("act", ["still_here", "finish", "clear_timer"])
def test_leading_a_workshop_that_is_gone_is_explained(services: Services, act: str) -> None:
    with pytest.raises(StaleProblem, match="no longer in the library"):
        getattr(services.runs, act)(999)


# What time was spent


def test_the_time_goes_to_the_step_that_is_left(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    live(services, clock, running, minutes=3)
    go_to(services, running, Part.NEEDED)
    live(services, clock, running, minutes=1)
    assert seconds(services, running) == [180, 60]


def test_the_time_of_a_step_that_is_come_back_to_adds_up(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    first = now(services, running).at
    assert first is not None
    live(services, clock, running, minutes=1)
    go_to(services, running, Part.GRID)
    live(services, clock, running, minutes=2)
    services.runs.go(running, first)
    live(services, clock, running, minutes=1)
    assert seconds(services, running) == [120, 120]


def test_a_pause_belongs_to_no_step(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    live(services, clock, running, minutes=1)
    clock.forward(60 * 60)
    begin(services, running)
    live(services, clock, running, minutes=1)
    assert seconds(services, running) == [120]


def test_a_laptop_that_slept_counts_none_of_its_sleep(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    live(services, clock, running, minutes=1)
    clock.forward(60 * 60)
    live(services, clock, running, minutes=1)
    assert seconds(services, running) == [90]


def test_a_night_between_closing_and_opening_belongs_to_no_step(
    reopened: Services, clock: FixedClock, running: WorkshopId
) -> None:
    live(reopened, clock, running, minutes=1)
    clock.forward(16 * 60 * 60)
    begin(reopened, running)
    live(reopened, clock, running, minutes=1)
    assert seconds(reopened, running) == [120]


def test_opening_again_within_seconds_loses_only_the_time_between(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    live(services, clock, running, minutes=1)
    clock.forward(20)
    begin(services, running)
    live(services, clock, running, minutes=1)
    assert seconds(services, running) == [120]


def test_a_clock_that_is_set_back_takes_nothing_away_and_counting_goes_on(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    live(services, clock, running, minutes=1)
    clock.forward(-3600)
    live(services, clock, running, minutes=1)
    assert seconds(services, running) == [90]


def test_parts_of_a_second_are_not_lost(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    for _tick in range(40):
        clock.forward(1.5)
        services.runs.still_here(running)
    assert seconds(services, running) == [60]


@settings(max_examples=25)
@given(st.lists(st.floats(0.01, 44), min_size=1, max_size=12))
def test_however_the_signs_of_life_come_the_time_adds_up(
    empty_library: Path, tmp_path: Path, shelf: Shelf, waits: list[float]
) -> None:
    clock = FixedClock()
    with library_of(empty_library, tmp_path / "time", shelf, clock) as services:
        workshop_id = prepare(services)
        begin(services, workshop_id)
        for wait in waits:
            clock.forward(wait)
            services.runs.still_here(workshop_id)
        assert abs(sum(seconds(services, workshop_id)) - sum(waits)) <= 1.01


def test_after_the_end_no_time_is_counted(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    live(services, clock, running, minutes=1)
    services.runs.finish(running)
    live(services, clock, running, minutes=1)
    assert seconds(services, running) == [60]


def test_the_last_seconds_before_the_end_are_counted(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    clock.forward(30)
    services.runs.finish(running)
    assert seconds(services, running) == [30]


def test_a_workshop_knows_when_it_was_last_seen(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    clock.forward(20)
    services.runs.still_here(running)
    assert now(services, running).workshop.last_seen == clock.now


def test_a_sign_of_life_is_announced_to_nobody(services: Services, running: WorkshopId) -> None:
    heard: list[Change] = []
    services.changes.subscribe(lambda change, _number: heard.append(change))
    services.runs.still_here(running)
    assert heard == []


# The timer


def test_a_timer_counts_down_from_when_it_was_started(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    services.runs.start_timer(running, 120)
    clock.forward(30)
    assert timer_of(services, running).left(clock.now) == 90


def test_a_timer_goes_on_while_the_program_is_closed(
    services: Services, clock: FixedClock, running: WorkshopId, library: Path
) -> None:
    services.runs.start_timer(running, 120)
    services.close()
    clock.forward(50)
    again = open_services(library, services.shelf, clock=clock)
    begin(again, running)
    assert timer_of(again, running).left(clock.now) == 70
    assert timer_of(again, running).total_seconds == 120
    again.close()


def test_a_paused_timer_stands_still_while_the_program_is_closed(
    services: Services, clock: FixedClock, running: WorkshopId, library: Path
) -> None:
    services.runs.start_timer(running, 120)
    clock.forward(20)
    services.runs.pause_or_go_on(running, timer_of(services, running))
    services.close()
    clock.forward(3600)
    again = open_services(library, services.shelf, clock=clock)
    assert timer_of(again, running) == Timer(120, None, 100)
    again.runs.pause_or_go_on(running, timer_of(again, running))
    clock.forward(30)
    assert timer_of(again, running).left(clock.now) == 70
    again.close()


def test_a_timer_that_ran_out_while_the_program_was_closed_is_at_nought(
    services: Services, clock: FixedClock, running: WorkshopId, library: Path
) -> None:
    services.runs.start_timer(running, 120)
    services.close()
    clock.forward(9999)
    again = open_services(library, services.shelf, clock=clock)
    assert timer_of(again, running).left(clock.now) == 0
    again.close()


def test_two_more_minutes_are_added_to_a_running_timer(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    services.runs.start_timer(running, 60)
    clock.forward(20)
    services.runs.add_time(running, timer_of(services, running), 120)
    clock.forward(10)
    timer = timer_of(services, running)
    assert (timer.left(clock.now), timer.total_seconds) == (150, 180)


def test_two_more_minutes_leave_a_paused_timer_paused(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    services.runs.start_timer(running, 60)
    clock.forward(20)
    services.runs.pause_or_go_on(running, timer_of(services, running))
    services.runs.add_time(running, timer_of(services, running), 120)
    clock.forward(500)
    assert timer_of(services, running) == Timer(180, None, 160)


def test_two_more_minutes_start_a_timer_that_has_run_out_from_now(
    services: Services, clock: FixedClock, running: WorkshopId
) -> None:
    services.runs.start_timer(running, 60)
    clock.forward(300)
    services.runs.add_time(running, timer_of(services, running), 120)
    clock.forward(30)
    assert timer_of(services, running).left(clock.now) == 90


def test_a_timer_can_be_taken_off_the_screens(services: Services, running: WorkshopId) -> None:
    services.runs.start_timer(running, 60)
    services.runs.clear_timer(running)
    assert now(services, running).timer is None


def test_going_to_another_step_takes_the_timer_off(services: Services, running: WorkshopId) -> None:
    services.runs.start_timer(running, 60)
    go_to(services, running, Part.GRID)
    assert now(services, running).timer is None


def test_going_on_within_a_step_keeps_the_timer(services: Services, running: WorkshopId) -> None:
    services.runs.start_timer(running, 60)
    go_to(services, running, Part.RULES)
    assert now(services, running).timer is not None


def test_the_end_takes_the_timer_off(services: Services, running: WorkshopId) -> None:
    services.runs.start_timer(running, 60)
    services.runs.finish(running)
    assert now(services, running).timer is None


# Picks


def test_one_or_two_dimensions_are_picked_in_order(services: Services, running: WorkshopId) -> None:
    services.runs.pick(running, "WO")
    services.runs.pick(running, "PQ")
    assert now(services, running).picks == ("WO", "PQ")


def test_picking_again_lets_go(services: Services, running: WorkshopId) -> None:
    services.runs.pick(running, "WO")
    services.runs.pick(running, "WO")
    assert now(services, running).picks == ()


def test_a_third_pick_is_explained_and_changes_nothing(
    services: Services, running: WorkshopId
) -> None:
    services.runs.pick(running, "WO")
    services.runs.pick(running, "PQ")
    with pytest.raises(WorkshopProblem, match="Two are enough for one meeting"):
        services.runs.pick(running, "MS")
    assert now(services, running).picks == ("WO", "PQ")


def test_a_dimension_that_is_not_rated_today_cannot_be_picked(
    services: Services, running: WorkshopId
) -> None:
    with pytest.raises(WorkshopProblem, match="does not rate that"):
        services.runs.pick(running, "XX")
    assert now(services, running).picks == ()


def test_undo_and_redo_move_a_pick(services: Services, running: WorkshopId) -> None:
    services.runs.pick(running, "WO")
    services.runs.pick(running, "PQ")
    assert services.journal.undo() == "a pick"
    assert now(services, running).picks == ("WO",)
    services.journal.redo()
    assert now(services, running).picks == ("WO", "PQ")


def test_a_pick_opens_a_place_for_its_second_vote(services: Services, running: WorkshopId) -> None:
    services.runs.pick(running, "WO")
    focus = next(s.id for s in now(services, running).steps if s.plan.kind is StepKind.FOCUS)
    assert Stop(focus, Part.VOTE, "WO") in now(services, running).stops()


def test_finishing_deletes_votes_that_were_never_revealed(
    services: Services, running: WorkshopId, library: Path
) -> None:
    rate(services, running, "PQ", 3, 4)
    services.ratings.open_round(running, "PQ")
    vote(services, running, "WO", 3, 4, 5)
    services.ratings.count_hands(running, "MS", 2)
    services.runs.finish(running)
    meeting = services.meetings.read(running)
    assert meeting.open_rounds == ()
    assert [one.subject for one in meeting.rounds] == ["PQ"]
    with services.desk.database.reading() as session:
        assert session.scalars(select(BallotRecord)).all() == []
        assert session.scalars(select(HandCountRecord)).all() == []
    assert Path(f"{library}-wal").stat().st_size == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Cover.NEUTRAL, Cover.NEUTRAL),
        (Cover.BLANK, Cover.BLANK),
        (Cover.JOIN, Cover.NONE),
        (Cover.NONE, Cover.NONE),
    ],
)
def test_what_hides_the_screen_hides_it_after_a_restart_too(
    services: Services, running: WorkshopId, before: Cover, after: Cover
) -> None:
    services.runs.cover(running, before)
    begin(services, running)
    assert services.meetings.read(running).cover is after
