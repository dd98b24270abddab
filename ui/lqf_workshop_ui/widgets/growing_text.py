"""Several lines that save themselves and take as much room as their words need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from lqf_workshop_ui.widgets.saved_text import Save, SavedText

BESIDE, ABOVE = 26, 18
"""Pixels that border and padding take of a text's width and height."""
SMALLEST, TALLEST = 64, 220
"""Pixels between which a text grows with its words; beyond them it scrolls."""
ONE_LINE, SIX_LINES = 40, 152
"""The same, for a text that begins as one line."""
LONGEST_MEASURED = 2_000
"""Letters that are more than enough to be the tallest."""


class GrowingText(SavedText):
    """As tall as its words need, within reason."""

    def __init__(
        self,
        save: Save,
        name: str,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        smallest: int = SMALLEST,
        tallest: int = TALLEST,
    ) -> None:
        super().__init__(save, name, parent, hint=hint)
        self._smallest, self._tallest = smallest, tallest
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page where there is nothing of its own to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document, keys = self.document(), QKeySequence.StandardKey
            undo = event.matches(keys.Undo) and not document.isUndoAvailable()
            redo = event.matches(keys.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def replace_text(self, text: str) -> None:
        """Show other words, and take the room they need."""
        super().replace_text(text)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise in another width."""
        super().resizeEvent(event)
        self._grow()

    @Slot()
    def _grow(self) -> None:
        beside = 2 * round(self.document().documentMargin())
        room = QRect(0, 0, max(80, self.width() - BESIDE - beside), 100_000)
        wanted = (
            ABOVE
            + beside
            + max(
                self.fontMetrics()
                .boundingRect(room, int(Qt.TextFlag.TextWordWrap), text[:LONGEST_MEASURED] + " ")
                .height()
                for text in (self.toPlainText(), self.placeholderText())
            )
        )
        scroll = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            scroll.ScrollBarAsNeeded if wanted > self._tallest else scroll.ScrollBarAlwaysOff
        )
        tall = min(max(wanted, self._smallest), self._tallest)
        if tall != self.height():
            self.setFixedHeight(tall)


class GrowingLine(GrowingText):
    """One line of words that breaks where it is long, from one line to six."""

    def __init__(
        self, save: Save, name: str, parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(save, name, parent, hint=hint, smallest=ONE_LINE, tallest=SIX_LINES)


class SingleLine(GrowingLine):
    """The same without line breaks: Enter goes to the next field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)
