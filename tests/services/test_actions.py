"""Actions: drafted, agreed, come back to, and never lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from lqf_workshop.domain.action import (
    Action,
    ActionState,
    ActionText,
    DueAction,
    Source,
    SourceKind,
    Terms,
)
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services import lists
from lqf_workshop.services.assembly import Services
from tests.builders import TODAY, FixedClock, day, plan, prepare

HUDDLE = ActionText(
    what="Try one huddle at nine",
    difference="Mrs B knows who is on",
    owner="Night lead",
    first_step="Ask nights",
    first_step_on=day(5),
    due=day(30),
    how_we_know="Fewer calls",
    baseline="six a week",
    target="two a week",
    review_on=day(40),
)

DAY = 86_400


def actions_now(services: Services, workshop_id: int) -> tuple[Action, ...]:
    return services.meetings.read(workshop_id).actions


def state_now(services: Services, workshop_id: int) -> list[ActionState]:
    return [action.state for action in actions_now(services, workshop_id)]


def drafted(services: Services, workshop_id: int, text: ActionText = HUDDLE) -> int:
    number = services.actions.draft(workshop_id)
    services.actions.write(number, text)
    return number


def agreed(services: Services, workshop_id: int, text: ActionText = HUDDLE) -> int:
    number = drafted(services, workshop_id, text)
    services.actions.agree(number)
    return number


def test_an_action_begins_as_an_empty_draft(services: Services, running: WorkshopId) -> None:
    source = Source(SourceKind.DIMENSION, "PQ")
    number = services.actions.draft(running, source)
    (action,) = actions_now(services, running)
    assert replace(action, mark="") == Action(
        number, running, ActionText(), ActionState.DRAFT, source
    )
    assert re.fullmatch("[0-9a-f]{16}", action.mark)


def test_every_word_and_date_of_an_action_is_kept(services: Services, running: WorkshopId) -> None:
    drafted(services, running)
    assert actions_now(services, running)[0].text == HUDDLE


def test_words_are_kept_even_when_they_are_not_yet_right(
    services: Services, running: WorkshopId
) -> None:
    not_yet = ActionText(what="", due=day(-30))
    drafted(services, running, not_yet)
    assert actions_now(services, running)[0].text == not_yet


def test_too_long_an_action_is_explained_and_the_words_before_stay(
    services: Services, running: WorkshopId
) -> None:
    number = drafted(services, running)
    with pytest.raises(WorkshopProblem, match="Please shorten it"):
        services.actions.write(number, ActionText(what="x" * 3_000))
    assert actions_now(services, running)[0].text == HUDDLE


def test_what_an_action_came_from_can_be_changed(services: Services, running: WorkshopId) -> None:
    number = drafted(services, running)
    services.actions.set_source(number, Source(SourceKind.CARD, "Fifteen minutes"))
    assert actions_now(services, running)[0].source == Source(SourceKind.CARD, "Fifteen minutes")


def test_a_whole_action_is_agreed(services: Services, running: WorkshopId) -> None:
    agreed(services, running)
    assert state_now(services, running) == [ActionState.AGREED]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ActionText(), "Say what will be done"),
        (ActionText(what="Try", due=day(-1)), "before this workshop"),
        (ActionText(what="Try", due=day(3), first_step_on=day(4)), "comes after the due date"),
    ],
)
def test_an_action_that_is_not_right_stays_a_draft_and_that_is_explained(
    services: Services, running: WorkshopId, text: ActionText, words: str
) -> None:
    number = drafted(services, running, text)
    with pytest.raises(WorkshopProblem, match=words):
        services.actions.agree(number)
    assert state_now(services, running) == [ActionState.DRAFT]


def test_three_actions_are_agreed_without_a_word(services: Services, running: WorkshopId) -> None:
    numbers = [drafted(services, running) for _n in range(3)]
    assert [services.actions.agree(number) for number in numbers] == ["", "", ""]


def test_a_fourth_action_is_agreed_with_a_friendly_word(
    services: Services, running: WorkshopId
) -> None:
    for _n in range(3):
        agreed(services, running)
    number = drafted(services, running)
    assert services.actions.agree(number).startswith("That makes 4. Three that happen")
    assert state_now(services, running)[-1] is ActionState.AGREED


def test_a_finished_action_does_not_count_against_the_three(
    services: Services, running: WorkshopId
) -> None:
    for _n in range(3):
        services.actions.set_state(agreed(services, running), ActionState.DONE)
    number = drafted(services, running)
    assert services.actions.agree(number) == ""


def test_agreeing_twice_is_agreeing_once(services: Services, running: WorkshopId) -> None:
    numbers = [agreed(services, running) for _n in range(3)]
    assert services.actions.agree(numbers[-1]) == ""
    services.journal.undo()
    assert state_now(services, running) == [
        ActionState.AGREED,
        ActionState.AGREED,
        ActionState.DRAFT,
    ]


def test_agreeing_a_dropped_action_can_be_undone_to_where_it_was(
    services: Services, running: WorkshopId
) -> None:
    number = agreed(services, running)
    services.actions.set_state(number, ActionState.DROPPED)
    services.actions.agree(number)
    services.journal.undo()
    assert state_now(services, running) == [ActionState.DROPPED]


def test_undo_makes_an_agreed_action_a_draft_again(services: Services, running: WorkshopId) -> None:
    agreed(services, running)
    assert services.journal.undo() == "agreeing an action"
    assert state_now(services, running) == [ActionState.DRAFT]
    services.journal.redo()
    assert state_now(services, running) == [ActionState.AGREED]


@pytest.mark.parametrize("state", [ActionState.GOING_ON, ActionState.DONE, ActionState.DROPPED])
def test_an_action_moves_on_and_undo_moves_it_back(
    services: Services, running: WorkshopId, state: ActionState
) -> None:
    number = agreed(services, running)
    services.actions.set_state(number, state)
    assert state_now(services, running) == [state]
    assert services.journal.undo() == "the state of an action"
    assert state_now(services, running) == [ActionState.AGREED]


def test_what_happened_and_what_was_learnt_are_kept_apart(
    services: Services, running: WorkshopId
) -> None:
    number = agreed(services, running)
    services.actions.tell(number, happened="We tried it")
    services.actions.tell(number, learnt="Nine is too late")
    (found,) = actions_now(services, running)
    assert (found.happened, found.learnt) == ("We tried it", "Nine is too late")


def test_undo_brings_a_removed_action_back_with_every_word(
    services: Services, running: WorkshopId
) -> None:
    number = services.actions.draft(running, Source(SourceKind.DIMENSION, "PQ"))
    services.actions.write(number, HUDDLE)
    services.actions.agree(number)
    services.actions.tell(number, happened="We tried it", learnt="Nine is too late")
    before = actions_now(services, running)
    services.actions.remove(number)
    assert actions_now(services, running) == ()
    assert services.journal.undo() == "removing an action"
    assert actions_now(services, running) == before


def test_undo_brings_an_action_back_though_another_was_begun_meanwhile(
    services: Services, running: WorkshopId
) -> None:
    services.actions.remove(drafted(services, running))
    services.actions.write(services.actions.draft(running), ActionText(what="Another"))
    services.journal.undo()
    assert sorted(a.text.what for a in actions_now(services, running)) == [
        "Another",
        HUDDLE.what,
    ]


def test_words_typed_after_an_undo_survive_redo_and_undo(
    services: Services, running: WorkshopId
) -> None:
    number = drafted(services, running)
    services.actions.remove(number)
    services.journal.undo()
    services.actions.write(number, ActionText(what="Try two huddles"))
    services.journal.redo()
    services.journal.undo()
    assert actions_now(services, running)[0].text.what == "Try two huddles"


@pytest.mark.parametrize("act", ["agree", "remove", "tell"])
def test_acting_on_a_removed_action_is_explained(services: Services, act: str) -> None:
    with pytest.raises(StaleProblem, match="That action has been removed"):
        getattr(services.actions, act)(999)


def test_an_action_of_a_workshop_that_is_gone_is_explained(services: Services) -> None:
    with pytest.raises(StaleProblem, match="no longer in the library"):
        services.actions.draft(999)


def test_open_actions_of_all_teams_come_soonest_due_first(services: Services) -> None:
    rowan, elm = prepare(services), prepare(services, plan("Elm Court"))
    agreed(services, rowan, ActionText(what="undated"))
    agreed(services, rowan, ActionText(what="later", due=day(9)))
    agreed(services, elm, ActionText(what="sooner", due=day(2)))
    services.actions.set_state(
        agreed(services, elm, ActionText(what="finished", due=day(1))), ActionState.DONE
    )
    drafted(services, elm, ActionText(what="draft", due=day(1)))
    found = services.lists.open_actions(10)
    assert [(due.action.text.what, due.team) for due in found] == [
        ("sooner", "Elm Court"),
        ("later", "Rowan House"),
        ("undated", "Rowan House"),
    ]


def test_no_more_open_actions_are_returned_than_are_shown(
    services: Services, running: WorkshopId
) -> None:
    for _n in range(5):
        agreed(services, running)
    assert len(services.lists.open_actions(3)) == 3


def test_open_actions_before_a_day_are_those_that_are_late(
    services: Services, running: WorkshopId
) -> None:
    agreed(services, running, ActionText(what="late", due=day(1)))
    agreed(services, running, ActionText(what="due that day", due=day(2)))
    agreed(services, running, ActionText(what="undated"))
    found = services.lists.open_actions(10, before=day(2))
    assert [due.action.text.what for due in found] == ["late"]


Find = Callable[[Services, int, str], list[DueAction]]


def find_open(services: Services, limit: int, words: str) -> list[DueAction]:
    return services.lists.open_actions(limit, words=words)


def find_closed(services: Services, limit: int, words: str) -> list[DueAction]:
    """Close everything, and find it there."""
    for due in services.lists.open_actions(99):
        services.actions.set_state(due.action.id, ActionState.DONE)
    return services.lists.closed_actions(limit, words)


@pytest.mark.parametrize("find", [find_open, find_closed])
def test_actions_are_found_by_words_in_what_who_and_team(services: Services, find: Find) -> None:
    rowan, elm = prepare(services), prepare(services, plan("Elm Court"))
    agreed(services, rowan)
    agreed(services, elm, ActionText(what="Ask about 50% off_peak"))
    drafted(services, elm, ActionText(what="Draft huddle"))

    def found(words: str) -> list[str]:
        return [due.team for due in find(services, 10, words)]

    assert found("HUDDLE night") == ["Rowan House"]
    assert found("HOUSE") == ["Rowan House"]
    assert found("elm") == ["Elm Court"]
    assert found("50% off_") == ["Elm Court"]
    assert found("%") == ["Elm Court"]
    assert found("") == ["Rowan House", "Elm Court"]


@pytest.mark.parametrize("find", [find_open, find_closed])
@pytest.mark.parametrize("words", ["zoë", "ZOË", "Zoë"])
def test_names_with_accents_are_found_in_either_case(
    services: Services, running: WorkshopId, words: str, find: Find
) -> None:
    agreed(services, running, ActionText(what="Try", owner="ZOË Nuñez"))
    assert len(find(services, 5, words)) == 1


def test_what_is_found_comes_with_the_day_of_the_meeting(
    services: Services, running: WorkshopId
) -> None:
    agreed(services, running)
    assert services.lists.open_actions(1)[0].held_on == TODAY


@pytest.mark.parametrize("few", [0, 500])
def test_finished_actions_come_from_the_newest_meeting_first_however_many_there_are(
    services: Services, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(lists, "FEW", few)
    old, new = prepare(services, plan(held_on=day(-30))), prepare(services)
    for made, what in ((old, "older"), (new, "one"), (new, "two"), (new, "open")):
        number = agreed(services, made, ActionText(what=what))
        if what != "open":
            services.actions.set_state(number, ActionState.DROPPED)
    found = services.lists.closed_actions(9)
    assert [due.action.text.what for due in found] == ["one", "two", "older"]
    assert len(services.lists.closed_actions(2)) == 2


@pytest.mark.parametrize("size", [1, 2, 3, 5, 9])
def test_open_actions_of_both_states_come_in_one_order_for_any_number(
    services: Services, running: WorkshopId, size: int
) -> None:
    for n, due in enumerate([3, None, 1, 2, 1, None, 4]):
        number = agreed(
            services, running, ActionText(f"{n}", due=None if due is None else day(due))
        )
        if n % 2:
            services.actions.set_state(number, ActionState.GOING_ON)
    whole = [due.action.text.what for due in services.lists.open_actions(9)]
    assert whole == ["2", "4", "3", "0", "6", "1", "5"]
    assert [due.action.text.what for due in services.lists.open_actions(size)] == whole[:size]


def closed_on(services: Services) -> list[str | None]:
    """Return the days on which actions were closed, as they are in the file."""
    with services.desk.database.plain() as connection:
        return [row[0] for row in connection.execute("SELECT closed_on FROM action ORDER BY id")]


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED])
def test_an_action_that_is_brought_back_keeps_the_day_on_which_it_was_closed(
    services: Services, running: WorkshopId, clock: FixedClock, state: ActionState
) -> None:
    number = agreed(services, running)
    services.actions.set_state(number, state)
    clock.forward(50 * DAY)
    services.actions.remove(number)
    services.journal.undo()
    assert closed_on(services) == [TODAY.isoformat()]
    services.journal.redo()
    services.journal.undo()
    assert closed_on(services) == [TODAY.isoformat()]


def test_a_done_action_that_is_brought_back_is_shown_to_the_next_meeting_as_before(
    services: Services, clock: FixedClock
) -> None:
    first = prepare(services, plan(held_on=day(-60)))
    number = agreed(services, first, ActionText(what="Ask"))
    prepare(services, plan(held_on=day(-30)))
    now = prepare(services, plan(held_on=TODAY))
    services.actions.set_state(number, ActionState.DONE)

    def shown() -> list[int]:
        return [action.id for action in services.meetings.read(now).last_actions]

    assert shown() == [number]
    services.actions.remove(number)
    services.journal.undo()
    assert shown() == [number]


def test_undo_and_redo_of_a_state_keep_the_days_of_then(
    services: Services, running: WorkshopId, clock: FixedClock
) -> None:
    number = agreed(services, running)
    services.actions.set_state(number, ActionState.DONE)
    clock.forward(3 * DAY)
    services.actions.set_state(number, ActionState.GOING_ON)
    assert closed_on(services) == [None]
    clock.forward(3 * DAY)
    services.journal.undo()
    assert closed_on(services) == [TODAY.isoformat()]
    services.journal.undo()
    assert closed_on(services) == [None]
    services.journal.redo()
    assert closed_on(services) == [TODAY.isoformat()]


def test_a_dropped_action_that_is_agreed_again_is_closed_no_more(
    services: Services, running: WorkshopId
) -> None:
    number = agreed(services, running)
    services.actions.set_state(number, ActionState.DROPPED)
    services.actions.agree(number)
    assert closed_on(services) == [None]
    services.journal.undo()
    assert closed_on(services) == [TODAY.isoformat()]


def test_saying_done_twice_keeps_the_first_day(
    services: Services, running: WorkshopId, clock: FixedClock
) -> None:
    number = agreed(services, running)
    services.actions.set_state(number, ActionState.DONE)
    clock.forward(3 * DAY)
    services.actions.set_state(number, ActionState.DONE)
    assert closed_on(services) == [TODAY.isoformat()]


def terms_now(services: Services, workshop_id: int) -> Terms:
    text = actions_now(services, workshop_id)[0].text
    return Terms(text.owner, text.due, text.review_on)


OLD = Terms("Night lead", day(30), day(40))


def test_who_and_when_of_an_agreed_action_change_and_come_back_with_undo(
    services: Services, running: WorkshopId
) -> None:
    number = agreed(services, running)
    services.actions.change_terms(number, Terms("Deputy", day(50), day(60)))
    assert terms_now(services, running) == Terms("Deputy", day(50), day(60))
    assert services.journal.undo() == "changing who or when"
    assert terms_now(services, running) == OLD
    services.journal.redo()
    assert terms_now(services, running) == Terms("Deputy", day(50), day(60))


def test_a_name_typed_letter_by_letter_is_one_act_and_another_field_is_another(
    services: Services, running: WorkshopId, clock: FixedClock
) -> None:
    number = agreed(services, running)
    for typed in ("D", "De", "Deputy"):
        services.actions.change_terms(number, Terms(typed, OLD.due, OLD.review_on))
        clock.forward(20)
    services.actions.change_terms(number, Terms("Deputy", day(50), OLD.review_on))
    services.journal.undo()
    assert terms_now(services, running) == Terms("Deputy", OLD.due, OLD.review_on)
    services.journal.undo()
    assert terms_now(services, running) == OLD
    assert services.journal.next_undo == "agreeing an action"


def test_a_second_change_after_a_pause_is_an_act_of_its_own(
    services: Services, running: WorkshopId, clock: FixedClock
) -> None:
    number = agreed(services, running)
    for due in (day(50), day(70)):
        services.actions.change_terms(number, Terms(OLD.owner, due, OLD.review_on))
        clock.forward(60)
    services.journal.undo()
    assert terms_now(services, running).due == day(50)


def test_undo_of_a_date_leaves_words_that_were_typed_since(
    services: Services, running: WorkshopId
) -> None:
    number = agreed(services, running)
    services.actions.change_terms(number, Terms(OLD.owner, None, OLD.review_on))
    text = actions_now(services, running)[0].text
    services.actions.write(number, replace(text, what="Try two huddles"))
    services.journal.undo()
    assert terms_now(services, running) == OLD
    assert actions_now(services, running)[0].text.what == "Try two huddles"


def test_terms_that_are_the_same_are_no_act_and_too_long_a_name_is_explained(
    services: Services, running: WorkshopId
) -> None:
    number = agreed(services, running)
    services.actions.change_terms(number, OLD)
    assert services.journal.next_undo == "agreeing an action"
    with pytest.raises(WorkshopProblem, match="Please shorten it"):
        services.actions.change_terms(number, Terms("x" * 3_000))
    assert terms_now(services, running) == OLD
