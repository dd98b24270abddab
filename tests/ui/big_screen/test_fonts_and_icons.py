from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication

from lqf_workshop_ui.fonts import firago, use_firago
from lqf_workshop_ui.icons import has_icon, icon, paint_icon

DIMENSIONS = ("PQ", "WO", "MS", "IS", "SD", "CV", "DS")


def test_firago_is_the_font_of_the_program(qapp: QApplication) -> None:
    assert use_firago(qapp)
    assert use_firago(qapp), "a second time is harmless"
    assert QFontInfo(qapp.font()).family() == "FiraGO"


@pytest.mark.parametrize(("bold", "style"), [(False, "Regular"), (True, "Bold")])
def test_both_weights_are_drawn_ones(qapp: QApplication, bold: bool, style: str) -> None:
    use_firago(qapp)
    found = QFontInfo(firago(40, bold))
    assert (found.family(), found.styleName(), found.pixelSize()) == ("FiraGO", style, 40)


@pytest.mark.parametrize("code", DIMENSIONS)
def test_every_dimension_has_an_icon(code: str) -> None:
    assert has_icon(f"dimension-{code}")
    assert not has_icon("dimension-XX")


def test_an_icon_is_painted_in_the_colour_asked_for(qapp: QApplication) -> None:
    image = QImage(96, 96, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, "timer", QRectF(0, 0, 96, 96), "#B4531A")
    painter.end()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(96)
        for y in range(96)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#b4531a"}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_sharp_at_every_ratio(qapp: QApplication, ratio: float) -> None:
    pixmap = icon("home", "#1C2B2D").pixmap(QSize(16, 16), ratio)
    assert pixmap.size() == QSize(16, 16) * ratio
    assert QColor(pixmap.toImage().pixel(0, 0)).isValid()
