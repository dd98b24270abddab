from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPointF

from lqf_workshop_ui.steady import hold_constants

older = pytest.mark.skipif(sys.version_info >= (3, 12), reason="Python holds them by itself")


@older
@pytest.mark.parametrize("constant", [None, True, False])
def test_constants_cannot_be_let_go_of_too_often(constant: bool | None) -> None:
    hold_constants()
    point = QPointF()
    for _time in range(10_000):
        point.setX(1.0)
    assert sys.getrefcount(constant) > 1_000_000_000
