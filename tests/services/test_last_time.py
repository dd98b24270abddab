"""The step for last time's actions: it is there on the day, and stays out once taken out."""

from __future__ import annotations

import pytest

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from tests.builders import begin, day, go_to, plan, prepare

SHORT = (StepKind.WELCOME, StepKind.ACTIONS, StepKind.CLOSE)
WITH_STEP = [StepKind.WELCOME, StepKind.LAST_ACTIONS, StepKind.ACTIONS, StepKind.CLOSE]


def kinds(services: Services, workshop_id: int) -> list[StepKind]:
    return [step.plan.kind for step in services.workshops.steps(workshop_id)]


def agree(services: Services, workshop_id: int, what: str = "Ask nights first") -> int:
    number = services.actions.draft(workshop_id)
    services.actions.write(number, ActionText(what=what))
    services.actions.agree(number)
    return number


def start(services: Services, workshop_id: int) -> str:
    """Begin as the console does, and return what is told."""
    stop = services.meetings.read(workshop_id).stop_now()
    assert stop is not None
    return services.runs.begin(workshop_id, stop)


@pytest.fixture
def february(services: Services) -> WorkshopId:
    """A meeting planned before the one ahead of it was; by then there are two open actions."""
    late = prepare(services, plan(held_on=day(30)), *SHORT)
    early = prepare(services, plan(), *SHORT)
    for what in ("Ask nights first", "Ring before a visit"):
        agree(services, early, what)
    return late


def test_a_meeting_planned_before_the_last_one_was_held_comes_back_to_what_that_agrees(
    services: Services,
) -> None:
    early = prepare(services, plan(), *SHORT)
    late = prepare(services, plan(held_on=day(30)), *SHORT)
    assert kinds(services, early) == list(SHORT)
    assert kinds(services, late) == WITH_STEP
    agree(services, early)
    assert start(services, late) == ""
    assert kinds(services, late) == WITH_STEP


@pytest.mark.parametrize(
    ("held_on", "what_it_does", "team"),
    [
        (day(-1), SHORT, "Rowan House"),
        (day(30), SHORT, "Rowan House"),
        (day(0), (StepKind.WELCOME, StepKind.CLOSE), "Rowan House"),
        (day(0), SHORT, "Elm Court"),
    ],
    ids=["never held", "on the same day", "agrees nothing", "another team"],
)
def test_a_plan_gets_no_step_for_a_meeting_that_will_leave_nothing_open(
    services: Services, held_on: object, what_it_does: tuple[StepKind, ...], team: str
) -> None:
    prepare(services, plan(team, held_on=held_on), *what_it_does)
    assert kinds(services, prepare(services, plan(held_on=day(30)), *SHORT)) == list(SHORT)


def test_a_meeting_that_begins_with_open_actions_it_could_not_know_of_gets_the_step(
    services: Services, february: WorkshopId
) -> None:
    assert kinds(services, february) == list(SHORT)
    told = start(services, february)
    assert told.startswith("2 actions are still open from last time, so the plan now has a step")
    assert kinds(services, february) == WITH_STEP
    assert services.workshops.workshop(february).minutes == 20
    assert len(services.meetings.read(february).last_actions) == 2


def test_undo_takes_the_step_out_again_and_going_on_does_not_bring_it_back(
    services: Services, february: WorkshopId
) -> None:
    start(services, february)
    go_to(services, february, Part.ACTION)
    assert services.journal.undo() == "adding last time’s actions"
    assert kinds(services, february) == list(SHORT)
    assert services.workshops.workshop(february).minutes == 15
    stop = services.meetings.read(february).stop_now()
    assert stop is not None
    assert stop.step_id == services.workshops.steps(february)[1].id
    services.journal.redo()
    assert kinds(services, february) == WITH_STEP
    services.journal.undo()
    assert start(services, february) == ""
    assert kinds(services, february) == list(SHORT)


def test_a_meeting_without_a_welcome_begins_with_the_step_that_came_in(
    services: Services,
) -> None:
    late = prepare(services, plan(held_on=day(30)), StepKind.ACTIONS)
    agree(services, prepare(services, plan(), *SHORT))
    start(services, late)
    stop = services.meetings.read(late).stop_now()
    assert stop is not None
    assert stop.part is Part.ACTION
    services.journal.undo()
    assert kinds(services, late) == [StepKind.ACTIONS]
    now = services.meetings.read(late).stop_now()
    assert now is not None
    assert now.part is Part.START


def test_a_step_that_was_taken_out_on_purpose_stays_out_and_the_facilitator_is_told(
    services: Services,
) -> None:
    early = prepare(services, plan(), *SHORT)
    late = prepare(services, plan(held_on=day(30)), *SHORT)
    kept = [s for s in services.workshops.steps(late) if s.plan.kind is not StepKind.LAST_ACTIONS]
    services.workshops.change_steps(late, [(step.id, step.plan) for step in kept])
    agree(services, early)
    assert start(services, late) == (
        "1 action is still open from last time. The plan has no step for it."
    )
    assert kinds(services, late) == list(SHORT)
    assert services.journal.next_undo == ""


def test_a_meeting_of_a_team_with_nothing_open_begins_as_it_was_planned(
    services: Services, february: WorkshopId
) -> None:
    for action in services.meetings.read(february).last_actions:
        services.actions.set_state(action.id, ActionState.DONE)
    assert start(services, february) == ""
    assert kinds(services, february) == list(SHORT)


def test_a_meeting_under_way_gets_no_step_when_it_is_taken_up(
    services: Services, february: WorkshopId
) -> None:
    other = prepare(services, plan("Elm Court", held_on=day(30)), *SHORT)
    begin(services, other)
    agree(services, prepare(services, plan("Elm Court"), *SHORT))
    assert start(services, other) == ""
    assert kinds(services, other) == list(SHORT)
