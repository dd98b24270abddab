from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.charts.dot_plot import dot_plot

COUNTS = st.tuples(*[st.integers(0, 30)] * 5)


def test_a_vote_is_one_dot_over_its_point() -> None:
    plot = dot_plot((0, 2, 0, 1, 0), None, 500, 100, 10)
    assert [dot.point for dot in plot.dots] == [2, 2, 4]
    assert plot.centres == (50, 150, 250, 350, 450)
    assert plot.dots[-1].x == 350


@settings(max_examples=50, deadline=None)
@given(COUNTS, st.none() | COUNTS)
def test_dots_never_touch_each_other(
    counts: tuple[int, ...], first: tuple[int, ...] | None
) -> None:
    dots = dot_plot(counts, first, 600, 200, 20).dots
    for n, one in enumerate(dots):
        for other in dots[n + 1 :]:
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert apart >= 2 * one.radius - 1e-6
