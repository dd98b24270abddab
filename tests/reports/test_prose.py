from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.reports.prose import Prose, Span, Type, clipped
from tests.reports.paper import overlapping, printed
from tests.reports.samples import blank

KIND = Type(10, 14, "#000000")
WORDS = "The night plan says “discourage”, and she says it is the best part of her day. " * 6


def typed(prose: Prose, width: float) -> list[str]:
    """Return the characters of each line in reading order."""
    return [
        "".join(
            glyph.text for piece in line.pieces for word in piece.words for glyph in word.glyphs
        )
        for line in prose.lines(width)
    ]


def test_lines_end_between_words_and_fit() -> None:
    prose = Prose(WORDS, KIND)
    assert all(line.width <= 20_000 for line in prose.lines(200))
    assert "".join(typed(prose, 200)).split() == WORDS.split()


def test_a_line_may_end_after_a_hyphen_but_not_inside_a_date() -> None:
    assert typed(Prose("well-being well-being", KIND), 80) == ["well-being well-", "being"]
    assert typed(Prose("the day 2026-11-25", KIND), 60) == ["the day ", "2026-11-25"]


def test_a_word_wider_than_the_column_is_cut_and_nothing_is_lost() -> None:
    word = "e\u0301" * 300
    lines = typed(Prose(word, KIND), 100)
    assert "".join(lines) == word
    assert all(line[0] == "e" for line in lines)
    assert all(line.width <= 10_000 for line in Prose(word, KIND).lines(100))


def test_line_breaks_and_inner_spaces_are_kept_and_those_at_the_end_are_not() -> None:
    assert typed(Prose("a  b\n\n  c\n\n ", KIND), 100) == ["a  b", "", "  c"]


def test_bold_and_plain_words_follow_each_other_on_a_line() -> None:
    pieces = Prose([Span("Done: ", bold=True), Span("all of it")], KIND).lines(200)[0].pieces
    assert [piece.look.bold for piece in pieces] == [True, False]


def test_hebrew_begins_at_the_right_and_is_kept_in_reading_order() -> None:
    (line,) = Prose("שלום abc עולם", KIND).lines(400)
    places = [piece.x or 0 for piece in line.pieces]
    assert line.rtl
    assert places == sorted(places, reverse=True)


def test_bold_hebrew_in_a_plain_english_line_keeps_its_weight() -> None:
    prose = Prose([Span("who: "), Span("שלום", bold=True), Span(" עולם, then tea")], KIND)
    (line,) = prose.lines(400)
    told = [
        ("".join(g.text for w in piece.words for g in reversed(w.glyphs)), piece.look.bold)
        for piece in line.pieces
    ]
    assert ("שלום", True) in told
    assert not line.rtl


def test_two_lines_stay_together_at_either_side_of_a_page() -> None:
    prose = Prose("\n".join("abcd"), KIND)
    parts = prose.split(100, 3 * 14)
    assert parts is not None
    assert [part.height(100) for part in parts] == [2 * 14, 2 * 14]
    assert prose.split(100, 14) is None
    assert Prose("a\nb\nc", KIND).split(100, 2 * 14) is None


def test_a_long_name_is_cut_for_the_head_of_a_page_and_a_short_one_is_not() -> None:
    assert clipped("Night team", KIND, 200) == "Night team"
    short = clipped("Night team " * 20, KIND, 200)
    assert short.endswith("…")
    assert Prose(short, KIND).natural_width() <= 200


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.integers(30, 300))
def test_no_line_is_wider_than_its_column(text: str, width: int) -> None:
    prose = Prose(text, KIND)
    assert "".join("".join(typed(prose, width)).split()) == "".join(
        "".join(span.text for span in prose.spans).split()
    ) or any(line.rtl for line in prose.lines(width))


@pytest.mark.parametrize(
    "piled", ["Z" + "\u0300\u0301\u0302" * 9 + "algo", "ด" + "้็" * 9, "a" + "\u0323\u0330" * 9]
)
def test_marks_piled_onto_a_letter_do_not_reach_other_lines(piled: str) -> None:
    words = f"gjpq\n{piled}\nTHE LINE BELOW"
    assert overlapping(printed(blank(parking=(words,))), slack=1.0) == []
