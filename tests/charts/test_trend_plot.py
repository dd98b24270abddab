"""Votes over time as a picture: every vote a dot in its place, and breaks that join nothing."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import Circle, Line, Rect, String

from lqf_workshop.charts.trend_drawing import LEFT, ColumnWords, trend_drawing
from lqf_workshop.charts.trend_plot import Column, trend_plot
from lqf_workshop.reports.look import pens
from tests.charts.test_drawings import shapes

COUNTS = st.tuples(*[st.integers(0, 30)] * 5)
COLUMNS = st.lists(
    st.builds(Column, st.none() | COUNTS, st.none(), st.booleans()), min_size=1, max_size=8
)


@given(COLUMNS)
def test_every_vote_is_a_dot_inside_its_column_and_no_two_touch(columns: list[Column]) -> None:
    plot = trend_plot(columns, 5, 640, 130, largest=7)
    for column, place in zip(columns, plot.places, strict=True):
        assert len(place.dots) == sum(column.counts or ())
        for dot in place.dots:
            low, high = plot.levels[dot.point - 1] - 13, plot.levels[dot.point - 1] + 13
            assert low - 1e-6 <= dot.y - dot.radius
            assert dot.y + dot.radius <= high + 1e-6
            assert place.left - 1e-6 <= dot.x - dot.radius
            assert dot.x + dot.radius <= place.left + place.width + 1e-6
        for one, other in combinations(place.dots, 2):
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert apart >= 2 * plot.radius


@given(COLUMNS)
def test_columns_stand_in_order_and_a_break_lies_between_two_runs(columns: list[Column]) -> None:
    plot = trend_plot(columns, 5, 640, 130, largest=7)
    for one, other in pairwise(plot.places):
        assert one.left + one.width <= other.left + 1e-6
    assert plot.places[-1].left + plot.places[-1].width <= 640 + 1e-6
    assert len(plot.breaks) == sum(column.apart for column in columns[1:])
    assert len(plot.runs) == len(plot.breaks) + 1
    for middle, (before, after) in zip(plot.breaks, pairwise(plot.runs), strict=True):
        assert before[1] < middle < after[0]


def test_the_middle_vote_is_framed_over_one_level_or_two() -> None:
    one, two = trend_plot(
        [Column((0, 1, 3, 1, 0), (3, 3)), Column((0, 3, 3, 0, 0), (2, 3))], 5, 400, 100, 7
    ).places
    assert one.frame is not None
    assert two.frame is not None
    assert (one.frame.y, one.frame.height) == (40, 20)
    assert (two.frame.y, two.frame.height) == (20, 40)
    assert one.left < one.frame.x < one.frame.x + one.frame.width < one.left + one.width


def test_on_paper_few_voters_are_words_and_no_line_crosses_a_break() -> None:
    drawing = trend_drawing(
        [Column((0, 4, 2, 0, 0), (2, 2)), Column(None), Column((0, 0, 1, 5, 0), (4, 4), True)],
        [
            ColumnWords(("3 Jun 2026", "6 of 6")),
            ColumnWords(("2 Sep 2026", "3 of 6"), instead="talk only"),
            ColumnWords(("25 Nov 2026", "6 of 6"), broken="other words"),
        ],
        (1, 2, 3, 4, 5),
        "#1F5FA8",
        pens(),
        width=480,
    )
    found = list(shapes(drawing))
    assert sum(isinstance(one, Circle) for one in found) == 12
    assert sum(isinstance(one, Rect) and one.strokeColor is not None for one in found) == 2
    said = [one.text for one in found if isinstance(one, String)]
    assert {"talk only", "other words", "25 Nov 2026"} <= set(said)
    upright = {one.x1 for one in found if isinstance(one, Line) and one.x1 == one.x2}
    (middle,) = upright
    assert middle > LEFT
    level = [one for one in found if isinstance(one, Line) and one.y1 == one.y2]
    assert level
    assert all(one.x2 < middle or one.x1 > middle for one in level)
