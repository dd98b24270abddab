from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop_ui.big_screen.text import Style, lay, one_line_width, reads_right_to_left

pytestmark = pytest.mark.usefixtures("qapp")
STYLE = Style(42)


def test_the_first_letter_with_a_direction_tells_where_reading_begins() -> None:
    assert reads_right_to_left("  (1) مرحبا hello")
    assert reads_right_to_left("שלום")
    assert not reads_right_to_left("hello مرحبا")
    assert not reads_right_to_left("123 …")


def test_a_name_that_fits_is_left_as_it_is() -> None:
    assert lay("Rowan House", STYLE, 900, 3).text == "Rowan House"


def test_a_name_never_takes_more_lines_than_it_may() -> None:
    lines = lay("Rowan House, " * 300, STYLE, 500, 3)
    assert len(lines.rows) == 3
    assert lines.text.endswith("…")


def test_balanced_lines_leave_no_word_alone() -> None:
    text = "We look at what is changing, use good information and check how it worked."
    wide = one_line_width(text, STYLE) - 30
    plain, balanced = lay(text, STYLE, wide), lay(text, STYLE, wide, balanced=True)
    assert len(plain.rows) == len(balanced.rows) == 2
    assert len(plain.cut(1)[1].split()) < len(balanced.cut(1)[1].split())


def test_text_is_cut_between_letters_after_an_emoji_too() -> None:
    text = "👩\u200d⚕️🫖 " * 30 + "end"
    lines = lay(text, STYLE, 400)
    before, after = lines.cut(2)
    assert (before + " " + after).split() == text.split()


@given(st.text(max_size=400), st.integers(min_value=1, max_value=5))
def test_cutting_loses_no_letter(text: str, rows: int) -> None:
    lines = lay(text, STYLE, 300)
    before, after = lines.cut(min(rows, len(lines.rows)))
    assert "".join((before + after).split()) == "".join(text.split())
