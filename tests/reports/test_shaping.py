from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.reports.printable import printable
from lqf_workshop.reports.shaping import shape

LETTERS = "abfiflAVé\u0301\u0303 -12אבש\u05b8\u05c1سلامعليكمक्षत्रियबไทย\u200d"


def texts(text: str, rtl: bool = False) -> list[str]:
    """Return what each glyph stands for, from left to right."""
    return [glyph.text for glyph in shape(text, rtl=rtl).glyphs]


def test_a_ligature_stands_for_all_its_letters() -> None:
    assert texts("office") == ["o", "ffi", "c", "e"]


def test_capitals_are_kerned() -> None:
    assert shape("AVAVA").width < sum(shape(letter).width for letter in "AVAVA")


def test_arabic_letters_join_and_run_from_the_right() -> None:
    joined = shape("سلام", rtl=True)
    alone = [shape(letter, rtl=True).glyphs[0].number for letter in "سلام"]
    assert not {glyph.number for glyph in joined.glyphs} & set(alone[:-1])
    assert texts("سلام", rtl=True) == ["م", "لا", "س"]


def test_a_typed_accent_is_not_turned_into_another_character() -> None:
    assert "".join(texts("Zoe\u0301")) == "Zoe\u0301"


def test_scripts_mixed_in_one_word_are_each_shaped_as_they_want() -> None:
    assert texts("क्षab") == ["क्ष", "a", "b"]
    mixed = shape("क्षab").glyphs
    assert mixed[0].number == shape("क्ष").glyphs[0].number


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(LETTERS), max_size=20) | st.text(max_size=12), st.booleans())
def test_no_character_is_lost_or_doubled_by_shaping(text: str, rtl: bool) -> None:
    text = printable(text)
    order = reversed(texts(text, rtl)) if rtl else texts(text, rtl)
    assert "".join(order) == text
