"""What makes a card whole, and what of it nobody can see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.card_rules import (
    LONGEST_SITUATION,
    LONGEST_TITLE,
    CardField,
    card_problems,
    tidy_card,
)
from lqf_workshop.domain.scenario import Fact, FactKind, ScenarioCard

WHOLE = ScenarioCard(
    number=1,
    code="",
    title="The kettle",
    situation="The kettle is broken again.",
    involved=("cook",),
    elements=("MS2",),
    levels=("FW",),
    prompts=("Who minds?",),
    read_aloud="",
    watch_for="",
)


def problems(card: ScenarioCard) -> list[tuple[CardField, int]]:
    return [(problem.field, problem.item) for problem in card_problems(card)]


def test_a_card_needs_a_title_a_situation_and_a_question() -> None:
    assert problems(WHOLE) == []
    empty = tidy_card(replace(WHOLE, title=" ", situation="\u200b", prompts=("", "\n")))
    assert problems(empty) == [
        (CardField.TITLE, 0),
        (CardField.SITUATION, 0),
        (CardField.PROMPTS, 1),
    ]


@pytest.mark.parametrize(
    ("card", "place"),
    [
        (replace(WHOLE, title="t" * (LONGEST_TITLE + 1)), (CardField.TITLE, 0)),
        (replace(WHOLE, situation="s" * (LONGEST_SITUATION + 1)), (CardField.SITUATION, 0)),
        (replace(WHOLE, prompts=("Why?", "w" * 161)), (CardField.PROMPTS, 2)),
        (replace(WHOLE, prompts=tuple("abcdefg")), (CardField.PROMPTS, 0)),
        (replace(WHOLE, involved=("p" * 61,)), (CardField.INVOLVED, 1)),
        (replace(WHOLE, read_aloud="r" * 601), (CardField.READ_ALOUD, 0)),
        (
            replace(WHOLE, facts=(Fact("Most", " ", date(2026, 7, 31), FactKind.LAW),)),
            (CardField.FACTS, 1),
        ),
    ],
)
def test_what_is_too_long_or_missing_is_named_with_its_place(
    card: ScenarioCard, place: tuple[CardField, int]
) -> None:
    assert problems(card) == [place]


def test_a_problem_says_how_long_and_what_fits() -> None:
    (problem,) = card_problems(replace(WHOLE, title="t" * 1234))
    assert problem.sentence == (
        "That is 1,234 characters long; at most 80 fit here. Please shorten it."
    )


def test_people_who_share_a_line_become_one_item_each() -> None:
    tidied = tidy_card(replace(WHOLE, involved=("cook; night staff\nfamilies;;", "cook")))
    assert tidied.involved == ("cook", "night staff", "families")


def test_lines_of_a_situation_are_kept_and_control_characters_are_not() -> None:
    tidied = tidy_card(replace(WHOLE, title="A\x00 \x1bB", situation=" One.\r\n\r\nTwo.\x07 "))
    assert (tidied.title, tidied.situation) == ("A B", "One.\n\nTwo.")


@given(st.text(), st.text(), st.lists(st.text()), st.lists(st.text()))
def test_tidying_twice_changes_nothing_more(
    title: str, situation: str, involved: list[str], prompts: list[str]
) -> None:
    card = replace(
        WHOLE, title=title, situation=situation, involved=tuple(involved), prompts=tuple(prompts)
    )
    assert tidy_card(tidy_card(card)) == tidy_card(card)
