from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.reports import direction
from lqf_workshop.reports.direction import begins_rtl, has_rtl, levels, visual_runs

MIXED = "abcXY 123 .,:()-[]+אבגדשكتابسلام٣٤\u0301\u05b8\u2067\u2068\u2066\u2069\u200f\u200e/€%"


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from(MIXED), max_size=30), st.booleans())
def test_runs_put_every_character_where_the_unicode_algorithm_does(text: str, rtl: bool) -> None:
    text = text.rstrip(" \u2066\u2067\u2068\u2069")
    runs = visual_runs(levels(text, rtl))
    seen = "".join(
        text[run.start : run.stop][::-1] if run.rtl else text[run.start : run.stop] for run in runs
    )
    assert seen == get_display(text, base_dir="R" if rtl else "L")


def test_words_like_the_librarys_own_answer_do_not_confuse_it() -> None:
    text = "\n    levels: [Level(1)] שלום"
    assert len(levels(text, False)) == len(text)
    assert levels(text, False)[-1] == 1


def test_an_answer_that_changed_its_form_keeps_the_typed_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(direction, "get_display", lambda *_args, **_words: "something else")
    assert levels("שלום", True) == (1, 1, 1, 1)
    assert levels("abc", False) == (0, 0, 0)


def test_the_first_strong_letter_decides_where_a_paragraph_begins() -> None:
    assert begins_rtl("שלום abc")
    assert begins_rtl("123 سلام")
    assert not begins_rtl("abc שלום")
    assert not begins_rtl("")


def test_latin_text_is_never_sent_to_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(direction, "get_base_level", None)
    assert not has_rtl("Zoë, Łódź and हिन्दी")
    assert not begins_rtl("Zoë")
