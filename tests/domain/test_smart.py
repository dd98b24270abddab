"""Five plain questions about an action."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.smart import Aspect, smart_check
from tests.builders import TODAY

WHOLE = ActionText(
    what="Ask nights first",
    difference="Mrs B has tea when she wakes",
    owner="Senior on nights",
    first_step="Ask one person tonight",
    first_step_on=TODAY + timedelta(days=7),
    due=TODAY + timedelta(weeks=6),
    how_we_know="Asked on 20 of 28 nights",
)


def asked(text: ActionText) -> dict[Aspect, str]:
    return {p.aspect: p.hint for p in smart_check(text, TODAY) if not p.good}


def test_a_whole_action_leaves_nothing_to_ask() -> None:
    assert asked(WHOLE) == {}


def test_an_empty_one_leaves_all_five() -> None:
    assert list(asked(ActionText())) == list(Aspect)


@pytest.mark.parametrize(
    "what",
    [
        "Better handover",
        "We should talk",
        "The rota",
        "Training for all",
        "12 …",
        "Meeting about falls",
        "Handover sheet",
        "Staffing levels",
        "Jane to ring the GP",
        "Night staff to ring the GP",
        "Should ask",
        "Nights should ring",
        "Jane must ask first",
        "Could ask nights",
        "Need to ask nights",
        "Jane needs to ring",
        "1. Staffing",
    ],
)
def test_a_wish_or_a_topic_is_asked_for_its_verb(what: str) -> None:
    assert "Begin with a verb" in asked(replace(WHOLE, what=what))[Aspect.CLEAR]


@pytest.mark.parametrize(
    "what",
    [
        "Bring the rota to handover",
        "Ring the GP",
        "1. Ask nights first",
        "Talk to every family",
        "Listen to nights",
        "Move handover to nine",
        "Ask who should ring",
        "List needs and wishes",
        "Give the keys to nights",
    ],
)
def test_a_deed_is_left_as_it_is(what: str) -> None:
    assert asked(replace(WHOLE, what=what)) == {}


@pytest.mark.parametrize("what", ["Improve communication", "“Ensure” that all sign", "be kinder"])
def test_a_soft_verb_is_asked_for_a_deed(what: str) -> None:
    assert "on Tuesday" in asked(replace(WHOLE, what=what))[Aspect.CLEAR]


def test_each_gap_has_a_question_of_its_own() -> None:
    for change, aspect in (
        ({"owner": ""}, Aspect.CLEAR),
        ({"how_we_know": ""}, Aspect.SEEN),
        ({"first_step": "", "first_step_on": None}, Aspect.DOABLE),
        ({"first_step_on": TODAY + timedelta(days=8)}, Aspect.DOABLE),
        ({"difference": ""}, Aspect.MATTERS),
        ({"due": None}, Aspect.TIMED),
        ({"due": TODAY + timedelta(weeks=27)}, Aspect.TIMED),
    ):
        assert list(asked(replace(WHOLE, **change))) == [aspect]


def test_from_and_to_say_how_we_know_too() -> None:
    assert asked(replace(WHOLE, how_we_know="", baseline="2 of 6", target="6 of 6")) == {}


@given(st.text())
def test_whatever_is_typed_advice_is_all_it_gets(what: str) -> None:
    assert len(smart_check(ActionText(what=what), TODAY)) == 5
