"""A person's own development page on paper, empty and filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from lqf_workshop.library.reference.development import (
    DevelopmentPage,
    empty_page,
    good_in,
    questions,
)
from lqf_workshop.reports.development_page import write_development_page
from tests.builders import SHELF
from tests.reports.paper import (
    outline,
    overlapping,
    reader,
    said_of_itself,
    smallest_type,
    text_of,
    tick_boxes,
)

SECRET = "kumquat"
EDITION = SHELF.edition("lqf-classic")


def empty() -> DevelopmentPage:
    assert EDITION is not None
    return empty_page(EDITION)


def filled(*codes: str, words: dict[str, str] | None = None) -> DevelopmentPage:
    assert EDITION is not None
    good = good_in(SHELF, EDITION, "FL", codes)
    return replace(empty(), level="Front-line leader", good=good, words=words or {})


def paper(page: DevelopmentPage, *, large: bool = False) -> bytes:
    file = BytesIO()
    write_development_page(page, file, large=large, printed_on=date(2026, 11, 25))
    return file.getvalue()


def test_the_empty_page_is_one_page_with_every_question_and_boxes_to_tick() -> None:
    pdf = paper(empty())
    assert len(reader(pdf).pages) == 1
    assert tick_boxes(pdf)[0] - 1 == 4 + 7  # the panel has an outline too
    text = text_of(pdf)
    for question in questions():
        assert question.name in text
        assert question.hint in text
    for name in (*empty().levels, *empty().dimensions):
        assert name in text


def test_what_was_typed_is_printed_and_its_hint_is_not() -> None:
    words = {q.code: f"{SECRET} {q.code}" for q in questions()}
    text = text_of(paper(filled("WO", words=words)))
    for question in questions():
        assert f"{SECRET} {question.code}" in text
        assert question.hint not in text


def test_an_answer_that_is_left_out_has_its_hint_and_lines() -> None:
    text = text_of(paper(filled("WO", words={"grow": SECRET})))
    hints = [question.hint for question in questions() if question.hint in text]
    assert len(hints) == 5


def test_what_good_looks_like_is_beside_it_for_every_chosen_dimension() -> None:
    text = text_of(paper(filled("PQ", "WO")))
    assert "My role level: Front-line leader" in text
    assert "Asks the quietest person" in text
    assert "Keeps a list by the phone" in text
    assert text.index("Demonstrating personal qualities") < text.index("Working with others")
    assert "Improving services" not in text


def test_one_dimension_and_short_answers_fit_one_page() -> None:
    words = {q.code: "A few words about it." for q in questions()}
    assert len(reader(paper(filled("WO", words=words))).pages) == 1


def test_long_answers_and_all_dimensions_run_over_pages() -> None:
    words = {q.code: "A long story about a night that was hard. " * 60 for q in questions()}
    pdf = paper(filled("PQ", "WO", "MS", "IS", "SD", "CV", "DS", words=words))
    assert len(reader(pdf).pages) > 4
    assert text_of(pdf).count("night that was hard") == 6 * 60


@pytest.mark.parametrize("page", [empty(), filled("WO", "CV", words={"grow": SECRET})])
def test_large_print_is_large_and_nothing_overlaps(page: DevelopmentPage) -> None:
    for large in (False, True):
        pdf = paper(page, large=large)
        assert overlapping(pdf) == []
        assert "Private." in text_of(pdf)
    assert smallest_type(pdf) >= 18


def test_neither_bookmarks_nor_the_file_itself_tell_a_typed_word() -> None:
    pdf = paper(filled("WO", words={q.code: SECRET for q in questions()}))
    assert SECRET not in said_of_itself(pdf)
    assert outline(pdf) == ["My development page", "Working with others"]
