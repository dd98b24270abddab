from __future__ import annotations

from math import hypot

import pytest
from reportlab.graphics.shapes import ArcPath, Circle, Rect

from lqf_workshop.reports.icons import UnknownIcon, dimension_icon, icon

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><g stroke="currentColor">{0}</g></svg>'


@pytest.mark.parametrize("code", ["PQ", "WO", "MS", "IS", "SD", "CV", "DS"])
def test_each_dimension_has_an_icon_that_stays_in_its_box(code: str) -> None:
    found = dimension_icon(code, 24, "#FFFFFF")
    assert found is not None
    left, bottom, right, top = found.getBounds()
    assert left >= 0
    assert bottom >= 0
    assert right <= 24
    assert top <= 24


@pytest.mark.parametrize("code", ["ZZ", "", "../app", "É"])
def test_a_dimension_of_somebodys_own_has_none(code: str) -> None:
    assert dimension_icon(code, 24, "#FFFFFF") is None


def test_an_arc_ends_where_the_file_says_and_keeps_its_distance() -> None:
    group = icon(SVG.format('<path d="M3 12a9 9 0 0 1 18 0"/>'), 24, "#FFFFFF")
    (path,) = group.contents
    assert isinstance(path, ArcPath)
    points = list(zip(path.points[::2], path.points[1::2], strict=True))
    ends = [points[0], *points[3::3]] if len(points) > 4 else [points[0], points[-1]]
    assert points[-1] == pytest.approx((21, 12))
    assert all(hypot(x - 12, y - 12) == pytest.approx(9) for x, y in ends)
    assert min(y for _x, y in points) == pytest.approx(3, abs=0.2)


def test_circles_and_rectangles_are_read() -> None:
    shapes = icon(
        SVG.format('<circle cx="5" cy="6" r="2"/><rect x="1" y="2" width="3" height="4" rx="1"/>'),
        24,
        "#FFFFFF",
    ).contents
    assert isinstance(shapes[0], Circle)
    assert (shapes[0].cx, shapes[0].cy, shapes[0].r) == (5, 6, 2)
    assert isinstance(shapes[1], Rect)
    assert shapes[1].rx == 1


def test_what_is_not_understood_is_refused_rather_than_drawn_wrong() -> None:
    with pytest.raises(UnknownIcon):
        icon(SVG.format('<text x="1">hello</text>'), 24, "#FFFFFF")
    with pytest.raises(UnknownIcon):
        icon(SVG.format('<path d="M1 1T2 2"/>'), 24, "#FFFFFF")
