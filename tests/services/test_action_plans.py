"""What a workshop agreed, gathered for the paper."""

from __future__ import annotations

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.follow_up import Look
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from tests.builders import day


def agree(services: Services, workshop: int, source: Source = Source(), **words: object) -> int:  # noqa: B008
    action = services.actions.draft(workshop, source)
    services.actions.write(action, ActionText(**words))  # type: ignore[arg-type]
    services.actions.agree(action)
    return action


def test_a_plan_names_sources_lines_and_all_that_was_said(
    services: Services, running: WorkshopId
) -> None:
    line = services.shelf.regulators()[0].lines[0]
    dimension = Source(SourceKind.SPLIT, "WO")
    action = agree(services, running, dimension, what="Ask", evidences=line.code)
    services.follow_up.say(action, "It has begun.", Look.STARTED)
    services.follow_up.say(action, "Two of six.")
    (one,) = services.action_plans.gather(running).actions
    assert one.came_from == "From Working with others, where we differ"
    assert one.shows.startswith("CQC 2023 · ")
    assert line.name in one.shows
    assert [said.text for said in one.said] == ["It has begun.", "Two of six."]


def test_drafts_are_not_on_a_plan_and_open_actions_come_first_by_their_day(
    services: Services, running: WorkshopId
) -> None:
    services.actions.draft(running, what="Not agreed")
    dropped = agree(services, running, what="Dropped", due=day(1))
    done = agree(services, running, what="Done", due=day(2))
    agree(services, running, what="Some day")
    agree(services, running, what="Later", due=day(30))
    agree(services, running, what="Soon", due=day(3))
    services.actions.set_state(dropped, ActionState.DROPPED)
    services.actions.set_state(done, ActionState.DONE)
    plan = services.action_plans.gather(running)
    found = [one.action.text.what for one in plan.actions]
    assert found == ["Soon", "Later", "Some day", "Done", "Dropped"]
    assert [one.action.text.what for one in plan.open] == ["Soon", "Later", "Some day"]
