"""Words that people type are kept whole; only what nobody can see is taken out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text, required_line
from lqf_workshop.errors import WorkshopProblem

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)


def test_ten_thousand_characters_are_kept_whole() -> None:
    words = "We listened at handover. " * 400
    assert len(words) == 10_000
    assert clean_text(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "Tea at four ☕️",
        "👩🏾‍🦽 and 👨‍👩‍👧‍👦 came",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿 Cymru",
        "نحن نستمع عند التسليم",
        "אנחנו מקשיבים",
        "हम सुनते हैं",
        "ខ្ញុំ",
        "Zoë Nuñez, O’Brien",
        "Zoe\u0308 Nun\u0303ez",
        "می‌خواهم",
        "Name: \u2068Amal أمل\u2069, nights",
        "𠜎𠜱",
        "one\n\ntwo\tthree",
    ],
)
def test_every_script_and_emoji_is_kept_as_it_was_typed(words: str) -> None:
    assert clean_text(words) == words


def test_combining_marks_stay_with_their_letters() -> None:
    tower = "a" + "\u0301\u0323\u0330" * 20
    assert clean_text(tower) == tower


def test_control_characters_are_taken_out() -> None:
    assert clean_text("a\x00b\x07c\x1bd\x7fe\x9bf") == "abcdef"


def test_half_a_letter_is_taken_out_because_it_cannot_be_stored() -> None:
    assert clean_text("a\ud83cb").encode() == b"ab"


@pytest.mark.parametrize(
    "none", ["\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"]
)
def test_what_will_never_be_a_character_is_taken_out(none: str) -> None:
    assert clean_text(f"a{none}b") == "ab"
    assert clean_text("\ufdcf\ufdf0\ufffd") == "\ufdcf\ufdf0\ufffd"


def test_marks_that_turn_the_words_after_them_round_are_taken_out() -> None:
    assert clean_text("safe\u202etxt.exe\u202c") == "safetxt.exe"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2029", "\u2028", "\n"])
def test_every_kind_of_line_end_becomes_the_same(line_end: str) -> None:
    assert clean_text(f"one{line_end}two") == "one\ntwo"


def test_an_empty_text_stays_empty() -> None:
    assert clean_text("") == ""


def test_a_text_of_just_the_limit_fits() -> None:
    assert len(clean_text("x" * TEXT_LIMIT)) == TEXT_LIMIT


def test_a_longer_text_is_explained_and_never_cut() -> None:
    with pytest.raises(WorkshopProblem, match="That is 50,001 characters long; at most 50,000"):
        clean_text("x" * (TEXT_LIMIT + 1))


def test_what_cannot_be_seen_does_not_count_against_the_limit() -> None:
    assert clean_text("x" * TEXT_LIMIT + "\x00\x00") == "x" * TEXT_LIMIT


def test_a_line_has_single_spaces_and_none_outside() -> None:
    assert clean_line("  Rowan \t House\n ", "Team") == "Rowan House"


def test_a_control_character_between_two_spaces_leaves_one() -> None:
    assert clean_line("Rowan \x00 House", "Team") == "Rowan House"


def test_a_line_with_spaces_around_it_is_as_long_as_its_words() -> None:
    assert clean_line(" " * 200 + "Rowan House", "Team") == "Rowan House"


def test_a_line_that_is_too_long_is_explained_by_its_name() -> None:
    with pytest.raises(WorkshopProblem, match="Team: That is 161 characters long; at most 160"):
        clean_line("x" * (LINE_LIMIT + 1), "Team")


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t", "\x00", "\u200b", "\u00ad\u2060", "\u202e"])
def test_a_line_with_nothing_to_see_in_it_has_to_be_filled_in(nothing: str) -> None:
    with pytest.raises(WorkshopProblem, match="Team: please fill this in"):
        required_line(nothing, "Team")


@pytest.mark.parametrize("team", ["A", "5", "❤", "أ", "?"])
def test_a_line_of_one_visible_character_is_enough(team: str) -> None:
    assert required_line(team, "Team") == team


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(words: str) -> None:
    assert clean_text(clean_text(words)) == clean_text(words)


@given(ANY_TEXT)
def test_a_cleaned_text_can_always_be_stored(words: str) -> None:
    assert clean_text(words).encode().decode() == clean_text(words)


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), max_size=80))
def test_no_letter_mark_or_sign_is_ever_lost(words: str) -> None:
    assert clean_text(words) == words


@given(ANY_TEXT)
def test_a_cleaned_line_is_one_line(words: str) -> None:
    line = clean_line(words, "Team")
    assert line == " ".join(line.split())
    assert not any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in line)
