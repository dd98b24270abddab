"""Cards, strips and rows: the quiet shapes that group what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)


class Surface(QFrame):
    """A rounded shape with air inside; ``kind`` is card, soft, warm or panel."""

    def __init__(
        self,
        kind: str = "card",
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (20, 16, 20, 16),
        spacing: int = 8,
        across: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)
        self.box = QHBoxLayout(self) if across else QVBoxLayout(self)
        self.box.setContentsMargins(*margins)
        self.box.setSpacing(spacing)


def hairline(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """Return a thin line between two groups."""
    frame = QFrame(parent)
    frame.setProperty("surface", "vline" if upright else "line")
    return frame


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return an area that scrolls ``content`` up and down, never sideways."""
    content.setObjectName("scrolled")
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def empty(layout: QLayout) -> None:
    """Remove everything from a layout; the widgets are deleted when Qt next has time."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
