from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.reports.fonts import font
from lqf_workshop.reports.printable import drawn, printable


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Plain “words” – 5 €", "Plain “words” – 5 €"),
        ("🙂", "[slightly smiling face]"),
        ("👍🏽", "[thumbs up sign]"),
        ("👩🏽‍⚕️", "[woman][staff of aesculapius]"),
        ("🇬🇧", "[flag GB]"),
        ("1️⃣", "1"),
        ("✔️ done", "[heavy check mark] done"),
        ("𝐁𝐨𝐥𝐝 and Ａ", "Bold and A"),
        ("漢字", "▯▯"),
        ("a\u202fb", "a b"),
        ("\u2067שלום\u2069", "\u2067שלום\u2069"),
        ("क्‍ष", "क्‍ष"),
        ("\ud800", "▯"),
    ],
)
def test_what_the_typeface_lacks_is_named_or_marked(typed: str, shown: str) -> None:
    assert drawn(printable(typed)) == shown


def test_a_letter_without_a_shape_keeps_its_place_for_search_and_copying() -> None:
    assert printable("漢字, ᚠ") == "漢字, ᚠ"
    assert drawn("漢字, ᚠ") == "▯▯, ▯"


def test_marks_piled_onto_a_letter_are_fewer_and_those_of_real_words_all_there() -> None:
    assert printable("Z" + "\u0300\u0301\u0302\u0303" * 9 + "a") == "Z\u0300\u0301a"
    for words in ("שָּׁלוֹם", "tiếng Việt", "ที่นี่", "قُرْآنٌ", "क्षत्रिय"):
        assert printable(words) == words


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_all_that_is_printed_has_a_shape_or_is_invisible(typed: str) -> None:
    for letter in drawn(printable(typed)):
        known = letter in font().characters and letter in font(bold=True).characters
        assert known or letter in "\n\t" or not letter.isprintable()


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1).filter(lambda text: not text.isspace()))
def test_something_is_printed_for_whatever_can_be_seen(typed: str) -> None:
    if any(letter.isalnum() for letter in typed):
        assert printable(typed).strip()
