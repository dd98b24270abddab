"""Coming back to actions: notes on how it goes, and the looks whose time has come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.follow_up import Look, due_look, look_due
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services
from tests.builders import FixedClock, plan, prepare

HELD = date(2026, 9, 1)


DAY = 86_400


def agreed(
    services: Services,
    held_on: date,
    what: str = "Ask nights first",
    *,
    source: Source = Source(),  # noqa: B008
    review_on: date | None = None,
) -> int:
    made = prepare(services, plan(held_on=held_on), StepKind.ACTIONS)
    action = services.actions.draft(made, source)
    services.actions.write(action, ActionText(what, review_on=review_on))
    services.actions.agree(action)
    return action


@pytest.mark.parametrize(
    ("weeks", "answered", "expected"),
    [
        (1, [], None),
        (2, [], Look.STARTED),
        (3, [Look.STARTED], None),
        (6, [], Look.EVIDENCE),
        (7, [Look.STARTED], Look.EVIDENCE),
        (12, [Look.STARTED], Look.RATE_AGAIN),
        (20, [Look.RATE_AGAIN], None),
    ],
)
def test_the_latest_look_whose_time_has_come_is_due(
    weeks: int, answered: list[Look], expected: Look | None
) -> None:
    assert look_due(HELD, answered, HELD + timedelta(weeks=weeks)) is expected


def test_an_action_asks_to_be_looked_at_until_somebody_answers(services: Services) -> None:
    today = services.desk.today()
    first = agreed(services, today - timedelta(weeks=7), "Ask nights first")
    second = agreed(services, today - timedelta(weeks=3), "Ring the pharmacy")
    agreed(services, today - timedelta(days=3), "Write it down")
    due = services.lists.looks_due(10)
    assert [(one.one.action.id, one.look) for one in due] == [
        (first, Look.EVIDENCE),
        (second, Look.STARTED),
    ]
    assert due[1].since == today - timedelta(weeks=1)
    services.follow_up.say(second, "Rung twice.", Look.STARTED)
    assert [one.one.action.id for one in services.lists.looks_due(10)] == [first]
    services.actions.set_state(first, ActionState.DONE)
    assert services.lists.looks_due(10) == []


def test_what_was_said_is_kept_in_order_and_undone_and_redone(services: Services) -> None:
    action = agreed(services, services.desk.today())
    services.follow_up.say(action, "Asked two of six.")
    services.follow_up.say(action, "Asked all six.")

    def texts() -> list[str]:
        return [said.text for said in services.follow_up.progress(action)]

    assert texts() == ["Asked two of six.", "Asked all six."]
    services.journal.undo()
    assert texts() == ["Asked two of six."]
    services.journal.redo()
    services.follow_up.remove(services.follow_up.progress(action)[0].id)
    assert texts() == ["Asked all six."]
    services.journal.undo()
    assert texts() == ["Asked two of six.", "Asked all six."]


def test_an_action_that_is_removed_comes_back_with_what_was_said(services: Services) -> None:
    action = agreed(services, services.desk.today())
    services.follow_up.say(action, "Asked all six.", Look.STARTED)
    services.actions.remove(action)
    with pytest.raises(StaleProblem):
        services.follow_up.say(action, "Too late.")
    services.journal.undo()
    (said,) = services.follow_up.progress(action)
    assert (said.text, said.look) == ("Asked all six.", Look.STARTED)


def test_empty_words_are_refused_with_a_sentence(services: Services) -> None:
    action = agreed(services, services.desk.today())
    with pytest.raises(WorkshopProblem, match="few words"):
        services.follow_up.say(action, " \u200b ")


def test_helpers_needs_and_the_regulators_line_are_kept(services: Services) -> None:
    made = prepare(services, plan())
    text = ActionText(
        "Ask nights first",
        helpers="Night seniors",
        needs="One hour of cover",
        evidences="cqc-2023/well-led/freedom-to-speak-up",
    )
    action = services.actions.draft(made)
    services.actions.write(action, text)
    services.actions.agree(action)
    (one,) = services.lists.open_actions(5)
    assert one.action.text == text


def due_now(services: Services) -> list[tuple[int, Look | None]]:
    return [(due.one.action.id, due.look) for due in services.lists.looks_due(20)]


def test_a_done_action_that_came_from_a_rating_asks_for_it_again_until_somebody_answers(
    services: Services,
) -> None:
    today = services.desk.today()
    split = agreed(services, today - timedelta(weeks=13), source=Source(SourceKind.SPLIT, "WO2"))
    card = agreed(
        services, today - timedelta(weeks=13), source=Source(SourceKind.CARD, "The kettle")
    )
    early = agreed(services, today - timedelta(weeks=7), source=Source(SourceKind.DIMENSION, "PQ"))
    for action in (split, card, early):
        services.actions.set_state(action, ActionState.DONE)
    assert due_now(services) == [(split, Look.RATE_AGAIN)]
    services.follow_up.say(split, "A note answers nothing.")
    assert due_now(services) == [(split, Look.RATE_AGAIN)]
    services.follow_up.say(split, "Rated again.", Look.RATE_AGAIN)
    assert due_now(services) == []


def test_a_dropped_action_asks_for_nothing(services: Services) -> None:
    today = services.desk.today()
    action = agreed(
        services,
        today - timedelta(weeks=13),
        source=Source(SourceKind.DIMENSION, "PQ"),
        review_on=today,
    )
    services.actions.set_state(action, ActionState.DROPPED)
    assert due_now(services) == []


def test_the_day_to_look_again_asks_until_something_is_said_then_or_it_is_moved(
    services: Services, clock: FixedClock
) -> None:
    today = services.desk.today()
    action = agreed(services, today, review_on=today + timedelta(days=10))
    clock.forward(9 * DAY)
    services.follow_up.say(action, "Too early to say.")
    assert due_now(services) == []
    clock.forward(DAY)
    (due,) = services.lists.looks_due(5)
    assert (due.look, due.since) == (None, today + timedelta(days=10))
    services.actions.write(action, ActionText("Ask", review_on=today + timedelta(days=12)))
    assert due_now(services) == []
    clock.forward(2 * DAY)
    assert due_now(services) == [(action, None)]
    services.follow_up.say(action, "It is going well")
    assert due_now(services) == []
    services.actions.write(action, ActionText("Ask", review_on=today + timedelta(days=13)))
    clock.forward(DAY)
    assert due_now(services) == [(action, None)]
    services.actions.set_state(action, ActionState.DONE)
    assert due_now(services) == []


def test_what_waits_longest_comes_first_whatever_asks_for_it(services: Services) -> None:
    today = services.desk.today()
    started = agreed(services, today - timedelta(weeks=3))
    chosen = agreed(services, today - timedelta(weeks=60), review_on=today - timedelta(days=9))
    late = agreed(services, today - timedelta(weeks=14))
    expected = [(late, Look.RATE_AGAIN), (chosen, None), (started, Look.STARTED)]
    assert due_now(services) == expected
    assert [due.one.action.id for due in services.lists.looks_due(2)] == [late, chosen]


@pytest.mark.parametrize("state", [s for s in ActionState if s is not ActionState.DRAFT])
@pytest.mark.parametrize("source", [Source(), Source(SourceKind.DIMENSION, "PQ")])
@pytest.mark.parametrize("answered", [None, *Look])
def test_the_list_and_the_page_of_an_action_ask_the_same(
    services: Services, state: ActionState, source: Source, answered: Look | None
) -> None:
    today = services.desk.today()
    for days in (13, 14, 41, 42, 83, 84, 200):
        held_on = today - timedelta(days=days)
        for review_on in (None, today, today + timedelta(days=1)):
            action = agreed(services, held_on, source=source, review_on=review_on)
            if answered:
                services.follow_up.say(action, "Said", answered)
            services.actions.set_state(action, state)
    every = [*services.lists.open_actions(99), *services.lists.closed_actions(99)]
    asked = {
        one.action.id: due.look
        for one in every
        if (due := due_look(one, services.follow_up.progress(one.action.id), today))
    }
    listed = {due.one.action.id: due.look for due in services.lists.looks_due(99)}
    assert listed == asked
