"""The part of a page that scrolls, with its scroll bar in the page's margin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

MARGIN = 40
BAR = 12


class PageScroll(QScrollArea):
    """Scrolls up and down; what it holds keeps its width when the bar comes and goes.

    It reaches into the page's right margin, mostly of forty pixels, where the bar has its place.
    """

    def __init__(
        self, content: QWidget, parent: QWidget | None = None, *, margin: int = MARGIN
    ) -> None:
        super().__init__(parent)
        self._margin = margin
        content.setObjectName("scrolled")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._keep_width(0, 0)

    @Slot(int, int)
    def _keep_width(self, _least: int, most: int) -> None:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return
        kept = layout.contentsMargins()
        kept.setRight(self._margin - BAR if most > 0 else self._margin)
        layout.setContentsMargins(kept)


class PageColumn(PageScroll):
    """A page's scrolling ``column``.

    Widgets are best made with ``content`` as their parent: moving them there costs time.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        left: int = 0,
        bottom: int = 24,
        margin: int = MARGIN,
    ) -> None:
        content = QWidget(parent)
        column = QVBoxLayout(content)
        column.setContentsMargins(left, 0, margin, bottom)
        super().__init__(content, parent, margin=margin)
        self.content, self.column = content, column
