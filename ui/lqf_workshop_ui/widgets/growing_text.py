"""Text that takes the room of its words, from one line to six."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from lqf_workshop_ui.widgets.saved_text import SavedText

MOST_LINES = 6
AROUND = 24
"""Pixels of border and padding above and below the lines."""


class GrowingText(SavedText):
    """Text that is as high as its words, from one line to six."""

    def __init__(
        self, save: Callable[[str], object], name: str, parent: QWidget | None, hint: str = ""
    ) -> None:
        super().__init__(save, name, parent, hint=hint)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, and be as high as they are now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self, _size: object = None) -> None:
        lines = max(1, int(self.document().documentLayout().documentSize().height()))
        many = lines > MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(min(lines, MOST_LINES) * self.fontMetrics().lineSpacing() + AROUND)


class GrowingLine(GrowingText):
    """One line of words that breaks where it is long; Enter goes to the next field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter: there are no line breaks here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)
