"""Cards, activities and take-aways in the session summary."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from lqf_workshop.domain.activity import Activity, Takes
from lqf_workshop.domain.summary import ActivityNotes, Filled, PileNotes, PromptNotes, TakeAway
from lqf_workshop.services.explored import filled_of
from tests.activity_answers import filled, texts_of
from tests.builders import SHELF
from tests.reports import samples
from tests.reports.paper import (
    outline,
    overlapping,
    pages_of,
    printed,
    sample_pdf,
    squeezed,
    text_of,
)
from tests.reports.test_activity_sheet import every_kind, is_in

EACH = pytest.mark.parametrize(
    "activity", [*SHELF.activities(), every_kind()], ids=lambda a: a.code
)


@cache
def explored() -> str:
    return text_of(sample_pdf(samples.explored))


def only(activity: Activity, people: int, **changes: object) -> bytes:
    """Return the summary of a workshop with one activity in it."""
    notes = ActivityNotes(1, activity.name, None, "", filled_of(filled(activity, people)))
    notes = replace(notes, **changes)  # type: ignore[arg-type]
    return printed(samples.blank(activities=(notes,)))


@pytest.mark.slow
@EACH
@pytest.mark.parametrize("people", [5, 30])
def test_every_word_of_an_activity_is_on_paper_and_on_no_other_word(
    activity: Activity, people: int
) -> None:
    pdf = only(activity, people)
    text = squeezed(text_of(pdf))
    for answer in texts_of(filled(activity, people)):
        assert is_in(answer, text), answer
    assert overlapping(pdf) == []


def test_a_table_of_an_activity_repeats_its_head_on_every_page() -> None:
    activity = every_kind()
    activity = replace(activity, blocks=(activity.block("table"),), steps=())
    pages = pages_of(only(activity, 60))
    assert len(pages) > 2
    assert all("What happens Kind Weight Times" in page for page in pages if "table" in page)


def test_an_activity_says_its_dimension_and_issue_and_whether_it_was_stopped() -> None:
    first = SHELF.activities()[0].name
    text = explored().partition("What we explored")[2]
    assert f"{first} Our issue: " in text
    assert text.count("It can be taken up another day.") == 1
    titles = outline(sample_pdf(samples.explored))
    assert titles.index("What we explored") < titles.index(first) < titles.index("What we agreed")


def test_piles_come_first_with_their_dots_and_the_finding() -> None:
    text = explored()
    assert "Where our dots lie Most dots: “Ask her and her son”. Dots say what to talk" in text
    assert "Ask her and her son 7 dots • What is a good night? • Who is afraid?" in text
    assert "A lamp that comes on by itself. 4 dots Plans on paper No dots • Read it again." in text
    assert "Whose fear is it? • Ours. 4 answers are on the piles, above." in text
    assert "Who else?" not in text


def test_piles_without_dots_are_told_without_a_count() -> None:
    card = replace(
        samples.stairs(),
        piles=(PileNotes("Asking", ("Ask her.",)),),
        prompts=(PromptNotes("Whose fear is it?", (), 1),),
    )
    text = text_of(printed(samples.blank(cards=(card,))))
    assert "What belongs together Asking • Ask her." in text
    assert "dots" not in text
    assert "Whose fear is it? One answer is on the piles, above." in text


def test_a_tie_of_dots_is_told_as_one() -> None:
    piles = tuple(PileNotes(name, ("words",), 3, most=True) for name in ("A", "B"))
    card = replace(samples.stairs(), piles=piles, dotted=True)
    text = text_of(printed(samples.blank(cards=(card,))))
    assert "As many dots each: “A” and “B”. Too close to call." in text


def test_what_was_held_back_is_named_and_not_printed() -> None:
    text = text_of(only(every_kind(), 5, filled=Filled((), ("Silent drivers",))))
    assert "“Silent drivers” was not shown to the room, so it is not here." in text


def test_what_is_taken_away_stands_behind_the_plan_with_where_it_came_from() -> None:
    taken = (
        TakeAway(Takes.WATCH, "Scenario planning", ("Two agency shifts in one week",)),
        TakeAway(Takes.AGREEMENTS, "Power map", ("The senior on shift decides about tea",)),
        TakeAway(Takes.QUESTION, "Wicked issue", ("What would she call a good night?",)),
        TakeAway(Takes.ACTIONS, "The stairs and the kettle", ("Sit down with her at four",)),
    )
    pdf = printed(samples.blank(taken=taken))
    text = text_of(pdf)
    assert (
        "What we take away "
        "Our agreements • The senior on shift decides about tea From: Power map "
        "A question to keep • What would she call a good night? From: Wicked issue "
        "What we watch for • Two agency shifts in one week From: Scenario planning "
        "Next steps we wrote down • Sit down with her at four From: The stairs and the kettle"
    ) in text
    titles = outline(pdf)
    assert titles.index("What we agreed") + 1 == titles.index("What we take away")


def test_without_activities_there_is_no_part_for_them() -> None:
    text = text_of(sample_pdf(samples.blank))
    assert "What we explored" not in text
    assert "What we take away" not in text
