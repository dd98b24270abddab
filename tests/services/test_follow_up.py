"""Coming back to actions: notes on how it goes, and the looks whose time has come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.follow_up import Look, look_due
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services
from tests.builders import plan, prepare

HELD = date(2026, 9, 1)


def agreed(services: Services, held_on: date, what: str = "Ask nights first") -> int:
    made = prepare(services, plan(held_on=held_on))
    action = services.actions.draft(made, what=what)
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
    (one,) = services.actions.everywhere(5)
    assert one.action.text == text
    assert services.lists.open_actions(5)[0].action.text == text
