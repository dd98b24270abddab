"""Every vote is one dot: none lost, none over another, none outside, always in the same place."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.charts.dot_plot import GAP, Dot, DotPlot, dot_plot

COUNTS = st.tuples(*[st.integers(0, 30)] * 5)
FIRST = st.none() | COUNTS
NONE, ALL_ON_FOUR = (0, 0, 0, 0, 0), (0, 0, 0, 30, 0)
SIZES = [(1500.0, 560.0, 46.0), (600.0, 200.0, 20.0), (360.0, 110.0, 9.0), (160.0, 40.0, 5.0)]
"""Width, height and largest radius: the big screen, the console, paper, a small multiple."""
every_size = pytest.mark.parametrize(("width", "height", "largest"), SIZES)
sizes = st.sampled_from(SIZES)
A_HAIR = 1e-6


def plot(counts: tuple[int, ...], first: tuple[int, ...] | None = None) -> DotPlot:
    return dot_plot(counts, first, 600, 200, 20)


def apart(one: Dot, other: Dot) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def nearest(dots: tuple[Dot, ...]) -> float:
    """Return the least distance between the centres of two dots."""
    pairs = (apart(one, other) for n, one in enumerate(dots) for other in dots[n + 1 :])
    return min(pairs, default=float("inf"))


def test_a_vote_is_one_dot_over_its_point() -> None:
    found = dot_plot((0, 2, 0, 1, 0), None, 500, 100, 10)
    assert [dot.point for dot in found.dots] == [2, 2, 4]
    assert found.centres == (50, 150, 250, 350, 450)
    assert found.dots[-1].x == 350


def test_a_vote_nobody_cast_has_no_dots() -> None:
    assert plot(NONE).dots == ()
    assert plot(NONE, NONE).dots == ()


@given(COUNTS, FIRST, sizes)
def test_there_are_as_many_dots_as_votes(
    counts: tuple[int, ...], first: tuple[int, ...] | None, size: tuple[float, float, float]
) -> None:
    found = dot_plot(counts, first, *size)
    for second, votes in ((False, first), (True, counts)) if first else ((False, counts),):
        of_each = [
            sum(dot.second is second and dot.point == point for dot in found.dots)
            for point in range(1, 6)
        ]
        assert tuple(of_each) == votes


@settings(max_examples=40)
@given(COUNTS, FIRST, sizes)
def test_dots_never_touch_each_other(
    counts: tuple[int, ...], first: tuple[int, ...] | None, size: tuple[float, float, float]
) -> None:
    found = dot_plot(counts, first, *size)
    assert nearest(found.dots) >= 2 * found.radius - A_HAIR


@given(COUNTS, FIRST, sizes)
def test_no_dot_is_outside_the_picture(
    counts: tuple[int, ...], first: tuple[int, ...] | None, size: tuple[float, float, float]
) -> None:
    found = dot_plot(counts, first, *size)
    for dot in found.dots:
        assert dot.x - dot.radius >= -A_HAIR
        assert dot.x + dot.radius <= found.width + A_HAIR
        assert dot.y - dot.radius >= -A_HAIR
        assert dot.y + dot.radius <= found.height + A_HAIR


@given(COUNTS, FIRST, sizes)
def test_no_dot_strays_over_the_next_point(
    counts: tuple[int, ...], first: tuple[int, ...] | None, size: tuple[float, float, float]
) -> None:
    found = dot_plot(counts, first, *size)
    half = found.width / 10
    for dot in found.dots:
        assert abs(dot.x - found.centres[dot.point - 1]) + dot.radius <= half + A_HAIR


@given(COUNTS, COUNTS, sizes)
def test_the_first_vote_stands_left_of_the_second(
    counts: tuple[int, ...], first: tuple[int, ...], size: tuple[float, float, float]
) -> None:
    found = dot_plot(counts, first, *size)
    for dot in found.dots:
        centre = found.centres[dot.point - 1]
        assert (dot.x > centre) is dot.second


@given(COUNTS, FIRST, sizes)
def test_the_same_votes_are_always_drawn_the_same(
    counts: tuple[int, ...], first: tuple[int, ...] | None, size: tuple[float, float, float]
) -> None:
    assert dot_plot(counts, first, *size) == dot_plot(counts, first, *size)


@given(COUNTS, FIRST, sizes)
def test_all_dots_are_of_one_size_and_no_larger_than_allowed(
    counts: tuple[int, ...], first: tuple[int, ...] | None, size: tuple[float, float, float]
) -> None:
    found = dot_plot(counts, first, *size)
    assert {dot.radius for dot in found.dots} <= {found.radius}
    assert 0 < found.radius <= size[2]


@every_size
def test_thirty_votes_on_one_point_fit_in_both_rounds(
    width: float, height: float, largest: float
) -> None:
    found = dot_plot(ALL_ON_FOUR, ALL_ON_FOUR, width, height, largest)
    assert len(found.dots) == 60
    assert nearest(found.dots) >= 2 * found.radius - A_HAIR
    assert max(dot.y + dot.radius for dot in found.dots) <= height + A_HAIR
    assert all(abs(d.x - found.centres[3]) + d.radius <= width / 10 + A_HAIR for d in found.dots)


@pytest.mark.parametrize("first", [None, ALL_ON_FOUR])
def test_thirty_votes_on_one_point_can_still_be_told_apart_on_the_big_screen(
    first: tuple[int, ...] | None,
) -> None:
    width, height, largest = SIZES[0]
    assert dot_plot(ALL_ON_FOUR, first, width, height, largest).radius >= 10


def test_a_few_votes_are_as_large_as_allowed() -> None:
    assert dot_plot((0, 1, 2, 1, 0), None, 600, 200, 20).radius == 20


@given(COUNTS)
def test_a_stack_grows_from_the_base_line_without_holes(counts: tuple[int, ...]) -> None:
    found = plot(counts)
    for point in range(1, 6):
        dots = [dot for dot in found.dots if dot.point == point]
        rows = sorted({round(dot.y, 6) for dot in dots})
        pitch = 2 * found.radius * (1 + GAP)
        assert rows == pytest.approx([found.radius + n * pitch for n in range(len(rows))])


@given(COUNTS)
def test_the_order_in_which_dots_fall_tells_nothing_but_their_place(
    counts: tuple[int, ...],
) -> None:
    for point in range(1, 6):
        dots = [dot for dot in plot(counts).dots if dot.point == point]
        assert [dot.order for dot in dots] == list(range(len(dots)))
