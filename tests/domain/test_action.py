"""When words become an action: something to do, and dates in order."""

from __future__ import annotations

import pytest

from lqf_workshop.domain.action import (
    SENTENCE_LIMIT,
    ActionState,
    ActionText,
    check_before_agreeing,
)
from lqf_workshop.errors import WorkshopProblem
from tests.builders import TODAY, day


@pytest.mark.parametrize("what", ["", "  \n", "\u200b"])
def test_an_action_has_to_say_what_will_be_done(what: str) -> None:
    with pytest.raises(WorkshopProblem, match="Say what will be done"):
        check_before_agreeing(ActionText(what=what), TODAY)


def test_an_action_needs_nothing_but_what_will_be_done() -> None:
    check_before_agreeing(ActionText(what="Try one huddle"), TODAY)


def test_an_action_may_be_due_on_the_day_of_the_workshop() -> None:
    check_before_agreeing(ActionText(what="Try one huddle", due=TODAY), TODAY)


def test_a_due_date_before_the_workshop_is_explained() -> None:
    with pytest.raises(WorkshopProblem, match="due date, Tue 24 Nov, is before this workshop"):
        check_before_agreeing(ActionText(what="Try one huddle", due=day(-1)), TODAY)


def test_a_first_step_after_the_due_date_is_explained() -> None:
    text = ActionText(what="Try one huddle", first_step_on=day(8), due=day(7))
    with pytest.raises(WorkshopProblem, match="first step, Thu 3 Dec, comes after the due date"):
        check_before_agreeing(text, TODAY)


def test_a_first_step_on_the_due_date_is_in_order() -> None:
    check_before_agreeing(ActionText(what="Try", first_step_on=day(7), due=day(7)), TODAY)


def test_the_words_of_an_action_are_cleaned() -> None:
    clean = ActionText(what="Try\x00 it", owner=" Night  lead ").cleaned()
    assert (clean.what, clean.owner) == ("Try it", "Night lead")


def test_too_long_an_action_is_explained_and_not_cut() -> None:
    with pytest.raises(WorkshopProblem, match="2,001 characters"):
        ActionText(what="x" * (SENTENCE_LIMIT + 1)).cleaned()


def test_an_owner_that_is_too_long_is_explained_by_its_name() -> None:
    with pytest.raises(WorkshopProblem, match="Who: That is 161"):
        ActionText(owner="x" * 161).cleaned()


@pytest.mark.parametrize("text", [ActionText(target="80"), ActionText(due=TODAY)])
def test_a_single_word_or_date_makes_an_action_not_empty(text: ActionText) -> None:
    assert not text.empty


def test_an_action_begins_empty() -> None:
    assert ActionText().empty


def test_agreed_and_going_on_are_still_to_do() -> None:
    assert [s for s in ActionState if s.open] == [ActionState.AGREED, ActionState.GOING_ON]
