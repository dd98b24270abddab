from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect, Shape, String

from lqf_workshop.charts.drawings import (
    BADGE,
    GridBadge,
    GridField,
    Tile,
    badge_drawing,
    focus_drawing,
    hands_drawing,
    vote_drawing,
)
from lqf_workshop.reports.look import pens

COUNTS = st.tuples(*[st.integers(0, 30)] * 5)
BLUE = "#1F5FA8"


def shapes(parts: Drawing | Group) -> Iterator[Shape]:
    """Yield every shape, groups opened."""
    for part in parts.contents:
        if isinstance(part, Group):
            yield from shapes(part)
        else:
            yield part


def circles(drawing: Drawing) -> list[Circle]:
    return [one for one in shapes(drawing) if isinstance(one, Circle)]


def words(drawing: Drawing) -> list[str]:
    return [one.text for one in shapes(drawing) if isinstance(one, String)]


def test_a_lone_vote_is_filled_and_a_first_beside_a_second_is_rings() -> None:
    one = circles(vote_drawing((0, 1, 2, 7, 1), None, (4, 4), BLUE, pens()))
    assert len(one) == 11
    assert all(dot.fillColor is not None for dot in one)
    both = circles(vote_drawing((0, 3, 2, 5, 1), (0, 4, 3, 4, 0), (4, 4), BLUE, pens()))
    assert sum(dot.fillColor is not None for dot in both) == 11
    assert sum(dot.fillColor is None for dot in both) == 11


def test_the_middle_vote_is_framed_over_one_label_or_two() -> None:
    def frames(framed: tuple[int, int] | None) -> list[Rect]:
        drawing = vote_drawing((1, 1, 1, 1, 1), None, framed, BLUE, pens(), width=200)
        return [one for one in shapes(drawing) if isinstance(one, Rect)]

    (one,) = frames((3, 3))
    assert one.x < 100 < one.x + one.width
    assert one.width < 40
    (two,) = frames((2, 3))
    assert two.x < 60 < 100 < two.x + two.width
    assert frames(None) == []


def test_the_scale_is_written_under_one_line_and_only_the_middle_is_bold() -> None:
    drawing = vote_drawing((0, 0, 3, 3, 0), None, (3, 4), BLUE, pens())
    assert words(drawing) == ["1", "2", "3", "4", "5"]
    assert sum(isinstance(one, Line) for one in shapes(drawing)) == 1
    bold = [
        one.text
        for one in shapes(drawing)
        if isinstance(one, String) and one.fontName == pens().bold
    ]
    assert bold == ["3", "4"]


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.none() | COUNTS)
def test_any_vote_of_a_full_room_stays_inside_its_picture(
    counts: tuple[int, ...], first: tuple[int, ...] | None
) -> None:
    drawing = vote_drawing(counts, first, None, BLUE, pens(), width=164, height=30)
    dots = circles(drawing)
    assert len(dots) == sum(counts) + sum(first or ())
    for dot in dots:
        assert dot.r > 0.2
        assert dot.cx - dot.r >= -1
        assert dot.cx + dot.r <= 165
        assert dot.cy + dot.r <= drawing.height + 2


def test_a_badge_holds_its_letters_with_or_without_an_icon() -> None:
    icon = Group(Circle(5, 5, 3))
    assert words(badge_drawing(Tile("PQ", BLUE, icon), pens())) == ["PQ"]
    assert len(circles(badge_drawing(Tile("PQ", BLUE, icon), pens()))) == 1
    plain = badge_drawing(Tile("ZZ", BLUE), pens())
    assert words(plain) == ["ZZ"]
    assert (plain.width, plain.height) == BADGE


def test_the_grid_names_its_fields_its_sides_and_the_pick() -> None:
    badge = GridBadge(Tile("WO", BLUE), "Working with others", "Our pick")
    fields = [
        GridField("Keep", "Write down why it works", (), False),
        GridField("Reach", "Works for whom?", (badge,), False),
        GridField("Fix", "Act now", (), True),
        GridField("Explore", "Whose experience?", (), True),
    ]
    drawing = focus_drawing(fields, ("High", "Low", "We agree", "We differ"), pens(), width=470)
    told = words(drawing)
    for word in ("Keep", "Reach", "Fix", "Explore", "High", "Low", "We agree", "We differ"):
        assert word in told
    assert told[told.index("Working with others") + 1] == "Our pick"


def test_the_grid_grows_with_its_fullest_field() -> None:
    def height(count: int) -> float:
        badges = tuple(GridBadge(Tile("WO", BLUE), "Working") for _n in range(count))
        fields = [GridField("a", "b", badges, False)] + [GridField("a", "b", (), True)] * 3
        drawing = focus_drawing(fields, ("", "", "", ""), pens(), width=470)
        return float(drawing.height)

    assert height(0) == height(1) < height(2) < height(7)


@pytest.mark.parametrize("count", [0, 1, 5, 6, 11, 30])
def test_each_raised_hand_is_one_dot_inside_the_picture(count: int) -> None:
    drawing = hands_drawing(count, pens(), width=38, height=15)
    dots = circles(drawing)
    assert len(dots) == count
    for dot in dots:
        assert dot.cx + dot.r <= 38.01
        assert dot.cy - dot.r >= 0
        assert dot.cy + dot.r <= 15
        assert dot.r >= 1
