"""The action plan on paper: nothing is lost, however much there is of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lqf_workshop.domain.action import ActionState
from lqf_workshop.domain.follow_up import Progress
from lqf_workshop.reports.action_plan import write_action_plan
from lqf_workshop.reports.page import WIDE
from lqf_workshop.reports.printable import printable
from tests.reports import plans
from tests.reports.paper import (
    boxes,
    outline,
    overlapping,
    pages_of,
    reader,
    said_of_itself,
    smallest_type,
    spoken,
    squeezed,
    text_of,
)

EVERYTHING = (
    "Write night plan 1 with the person.",
    "She decides about her tea.",
    "Senior on nights",
    "With: The cook, two bank colleagues",
    "Ask her and her son what a good night looks like",
    "Mon 30 Nov",
    "18 Dec",
    "Look again: 13 Jan 2027",
    "6 of 6 plans signed",
    "Now: 0 of 6",
    "Goal: all six",
    "Twenty minutes at handover",
    "How it goes: Going on",
    "From the card “The stairs and the kettle”",
    "Shows: CQC 2023 · Well-led: Learning, improvement and innovation",
    "9 Dec, after two weeks: Two of six are written.",
    "3 Jan 2027: Four of six.",
    "What happened: Four were written.",
    "What we learnt: Ask before supper.",
)


def missing(pdf: bytes, *wanted: str) -> list[str]:
    found = squeezed(text_of(pdf))
    return [words for words in wanted if squeezed(words) not in found]


def is_on_its_page(pdf: bytes, width: float, height: float) -> bool:
    return all(x > 0 and y > 0 and right < width and top < height
               for _page, x, y, right, top in boxes(pdf))  # fmt: skip


@pytest.mark.parametrize("large", [False, True])
def test_everything_that_is_known_of_an_action_is_on_the_plan(large: bool) -> None:
    assert missing(plans.pdf_of(plans.plan(plans.planned()), large=large), *EVERYTHING) == []


def test_the_plan_lies_on_its_side_and_tells_the_computer_no_words_of_the_team() -> None:
    pdf = plans.pdf_of(plans.plan(plans.planned()))
    page = reader(pdf).pages[0].mediabox
    assert (float(page.width), float(page.height)) == pytest.approx((WIDE.width, WIDE.height))
    assert reader(pdf).trailer["/Root"]["/Lang"] == "en-GB"  # type: ignore[index]
    assert "Action plan" in said_of_itself(pdf)
    assert "Night" not in said_of_itself(pdf)
    assert outline(pdf) == ["Night team, Rowan House"]
    kinds = spoken(pdf)
    assert (kinds.count("/Table"), kinds.count("/TH"), kinds.count("/TR")) == (1, 6, 3)


def test_large_print_has_no_small_type_and_names_each_column_in_words() -> None:
    pdf = plans.pdf_of(plans.plan(plans.planned()), large=True)
    assert smallest_type(pdf) >= 18
    page = reader(pdf).pages[0].mediabox
    assert page.width < page.height
    assert missing(pdf, "Who Senior on nights", "What it needs Twenty minutes at handover") == []


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
def test_two_hundred_actions_flow_over_pages_with_the_head_on_each(large: bool) -> None:
    pdf = plans.pdf_of(plans.plan(*(plans.planned(n) for n in range(1, 201))), large=large)
    assert missing(pdf, *(f"Write night plan {n} with the person." for n in range(1, 201))) == []
    if not large:
        assert all("How we will know" in page for page in pages_of(pdf))
    size = reader(pdf).pages[0].mediabox
    assert is_on_its_page(pdf, float(size.width), float(size.height))
    assert overlapping(pdf) == []


def test_the_foot_of_a_hundred_pages_has_the_room_that_its_numbers_need() -> None:
    pdf = plans.pdf_of(plans.plan(*(plans.planned(n) for n in range(1, 101))), large=True)
    assert len(reader(pdf).pages) > 99
    assert min(bottom for _page, _left, bottom, _right, _top in boxes(pdf)) > 14


@pytest.mark.parametrize("large", [False, True])
def test_a_very_long_note_goes_on_over_pages_without_losing_a_word(large: bool) -> None:
    words = " ".join(f"word{n}" for n in range(2_500))
    assert len(words) > 20_000
    one = replace(plans.planned(), said=(Progress(1, 1, date(2026, 12, 9), words),))
    pdf = plans.pdf_of(plans.plan(one, plans.planned(2)), large=large)
    assert missing(pdf, "Write night plan 2 with the person.") == []
    found = text_of(pdf).split()
    assert [n for n in range(2_500) if f"word{n}" not in found] == []


def test_a_cell_as_long_as_may_be_typed_goes_on_too() -> None:
    words = " ".join(f"sign{n}" for n in range(240))
    one = plans.planned()
    text = replace(one.action.text, how_we_know=words, needs=words)
    pdf = plans.pdf_of(plans.plan(replace(one, action=replace(one.action, text=text))))
    found = text_of(pdf).split()
    assert [n for n in range(240) if found.count(f"sign{n}") != 2] == []


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("words", plans.WORDS)
def test_what_people_really_type_is_read_back_and_stays_on_the_page(
    words: str, large: bool
) -> None:
    pdf = plans.pdf_of(plans.plan(plans.typed(words)), large=large)
    assert missing(pdf, printable(words)) == []
    size = reader(pdf).pages[0].mediabox
    assert is_on_its_page(pdf, float(size.width), float(size.height))
    assert overlapping(pdf, slack=_VOWEL_SIGN) == []


_VOWEL_SIGN = 6.0
"""How far, in points, a sign of Devanagari reaches back under what stands before it."""


def test_a_team_that_agreed_nothing_has_a_plan_that_says_so() -> None:
    assert "No action is agreed yet." in text_of(plans.pdf_of(plans.plan()))


def test_the_head_says_how_many_are_still_open() -> None:
    done = plans.planned(2, state=ActionState.DONE)
    assert "1 action still open" in text_of(plans.pdf_of(plans.plan(plans.planned(), done)))
    assert "No action is still open" in text_of(plans.pdf_of(plans.plan(done)))


def test_a_cancelled_plan_writes_nothing(tmp_path: Path) -> None:
    write_action_plan(plans.plan(plans.planned()), tmp_path / "a.pdf", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []
