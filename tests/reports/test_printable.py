from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.reports.fonts import font
from lqf_workshop.reports.printable import printable


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
    assert printable(typed) == shown


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_all_that_is_printed_has_a_shape_or_is_invisible(typed: str) -> None:
    for letter in printable(typed):
        known = letter in font().characters and letter in font(bold=True).characters
        assert known or letter in "\n\t" or not letter.isprintable()


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1).filter(lambda text: not text.isspace()))
def test_something_is_printed_for_whatever_can_be_seen(typed: str) -> None:
    if any(letter.isalnum() for letter in typed):
        assert printable(typed).strip()
