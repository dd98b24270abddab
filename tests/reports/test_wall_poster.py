"""The wall poster: one page, as large as it may be, and honest about what is not on it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lqf_workshop.domain.action import ActionState
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.reports.page import POSTER
from lqf_workshop.reports.printable import printable
from lqf_workshop.reports.wall_poster import LEAST
from tests.reports import plans
from tests.reports.paper import boxes, overlapping, reader, smallest_type, squeezed, text_of

_VOWEL_SIGN = 24.0
"""How far, in points, a large sign of Devanagari reaches back under what stands before it."""


def on_one_page(pdf: bytes, slack: float = 0.3) -> bool:
    inside = all(
        x > 0 and y > 0 and right < POSTER.width and top < POSTER.height
        for _page, x, y, right, top in boxes(pdf)
    )
    return len(reader(pdf).pages) == 1 and inside and overlapping(pdf, slack) == []


def test_the_poster_says_what_who_when_and_the_first_step() -> None:
    pdf = plans.poster_of(plans.plan(plans.planned()))
    text = text_of(pdf)
    assert on_one_page(pdf)
    for words in (
        "What we will do Night team, Rowan House",
        "Write night plan 1 with the person.",
        "First: Ask her and her son what a good night looks like",
        "Senior on nights",
        "by 18 Dec",
    ):
        assert words in text


@pytest.mark.parametrize("count", [1, 3, 6, 9, 40])
def test_however_many_actions_there_are_they_fit_or_are_counted(count: int) -> None:
    pdf = plans.poster_of(plans.plan(*(plans.planned(n) for n in range(1, count + 1))))
    assert on_one_page(pdf)
    assert smallest_type(pdf) >= LEAST
    text = text_of(pdf)
    shown = len(re.findall(r"Write night plan \d+ with the person\.", text))
    more = re.search(r"(\d+) more actions? (?:is|are) in the action plan", text)
    assert shown + (int(more[1]) if more else 0) == count
    assert (more is None) == (count < 10)


@pytest.mark.parametrize("words", plans.WORDS)
def test_what_people_really_type_is_on_the_poster(words: str) -> None:
    pdf = plans.poster_of(plans.plan(plans.typed(words)))
    assert on_one_page(pdf, _VOWEL_SIGN)
    assert squeezed(printable(words)) in squeezed(text_of(pdf))


def test_an_action_too_long_for_any_poster_is_counted_not_cut() -> None:
    one = plans.planned()
    text = replace(one.action.text, what="words " * 1_500)
    long = replace(one, action=replace(one.action, text=text))
    pdf = plans.poster_of(plans.plan(long))
    assert on_one_page(pdf)
    assert "1 more action is in the action plan." in text_of(pdf)


def test_only_open_actions_are_on_it_and_without_any_there_is_none() -> None:
    done = plans.planned(2, state=ActionState.DONE)
    assert "night plan 2" not in text_of(plans.poster_of(plans.plan(plans.planned(), done)))
    with pytest.raises(WorkshopProblem, match="still open"):
        plans.poster_of(plans.plan(done))
