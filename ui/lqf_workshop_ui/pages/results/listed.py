"""Words people typed, one below the other, each after a dot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lqf_workshop_ui.widgets.typed import breakable

INDENT = 18
DOT = 2.2


class Listed(QWidget):
    """A list as long as it needs to be."""

    def __init__(self, texts: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        for text in texts:
            if text.strip():
                box.addWidget(Entry(text, self))


class Entry(QLabel):
    """One of them, its lines hanging under the first.

    The dot is painted: thirty people write hundreds of lines, and each label costs time.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(breakable(text), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(INDENT, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and, beside their first line, the dot."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().windowText())
        middle = QPointF(INDENT / 3, self.fontMetrics().height() / 2 + 1)
        painter.drawEllipse(middle, DOT, DOT)
        painter.end()
