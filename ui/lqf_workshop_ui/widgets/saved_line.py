"""One line that is kept when a person has finished with it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class KeptLine(QLineEdit):
    """``kept`` carries the words on Enter, on leaving the line, and when its page goes away.

    For choices whose change restyles the whole program; words that must never be lost belong
    into a SavedLine, which does not wait.
    """

    kept = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._known = ""
        self.editingFinished.connect(self.keep)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless the person is typing here."""
        self._known = text
        if not self.hasFocus() and self.text() != text:
            self.setText(text)

    @Slot()
    def keep(self) -> None:
        """Hand the words over now, if they are new."""
        if self.text() != self._known:
            self._known = self.text()
            self.kept.emit(self.text())

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when the page goes away."""
        super().hideEvent(event)
        self.keep()
