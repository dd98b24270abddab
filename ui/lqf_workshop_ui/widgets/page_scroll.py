"""The part of a page that scrolls, with its scroll bar in the page's margin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

MARGIN = 40
BAR = 12


class PageScroll(QScrollArea):
    """Scrolls its ``column`` up and down; that keeps its width when the bar comes and goes.

    It reaches into the page's right margin of forty pixels, where the bar has its place.
    Widgets are best made with ``content`` as their parent: moving them there costs time.
    """

    def __init__(self, parent: QWidget | None = None, *, left: int = 0, bottom: int = 24) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget(self)
        self.content.setObjectName("scrolled")
        self.setWidget(self.content)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(left, 0, MARGIN, bottom)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)

    @Slot(int, int)
    def _keep_width(self, _least: int, most: int) -> None:
        kept = self.column.contentsMargins()
        kept.setRight(MARGIN - BAR if most > 0 else MARGIN)
        self.column.setContentsMargins(kept)
