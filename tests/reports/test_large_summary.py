"""The session summary in large print: the same words, in type of 18 points and more."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.reports.session_summary import write_session_summary
from tests.reports import samples
from tests.reports.paper import (
    boxes,
    outline,
    overlapping,
    sample_pdf,
    smallest_type,
    squeezed,
    text_of,
)


@cache
def large(sample: Callable[[], WorkshopSummary]) -> bytes:
    file = BytesIO()
    write_session_summary(sample(), file, large=True)
    return file.getvalue()


SAMPLES = (samples.real, samples.closer, samples.half_done, samples.few, samples.ugly)


@pytest.mark.parametrize("sample", SAMPLES)
def test_all_type_is_large_and_stays_on_its_page(sample: Callable[[], WorkshopSummary]) -> None:
    pdf = large(sample)
    assert smallest_type(pdf) >= 18
    assert all(x > 45 and right < 550 and y > 5 for _page, x, y, right, _top in boxes(pdf))
    assert overlapping(pdf) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_both_prints_have_the_same_headings(sample: Callable[[], WorkshopSummary]) -> None:
    assert outline(large(sample)) == outline(sample_pdf(sample))


def test_what_stood_beside_each_other_stands_below() -> None:
    text = squeezed(text_of(large(samples.real)))
    for words in (
        "Working with others",
        "middle vote 4, was 3 We see this differently",
        "Who Senior on nights First step Ask Mrs B and her son",
        "Confidence in our plan",
        "spotted 6 times · 1 asks for more",
        "We chose to put our time into Improving services and Working with others.",
    ):
        assert squeezed(words) in text


def test_the_grid_becomes_words() -> None:
    assert squeezed("Fix: Managing services, Setting direction") in squeezed(
        text_of(large(samples.real))
    )


def test_a_canvas_is_set_as_on_its_own_large_sheet() -> None:
    pdf = large(lambda: samples.explored(1))
    assert smallest_type(pdf) >= 18
    assert overlapping(pdf) == []
