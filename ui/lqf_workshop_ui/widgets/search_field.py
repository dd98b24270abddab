"""A line to type what one looks for."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks

SEARCH_AFTER_MILLISECONDS = 150


class SearchField(QLineEdit):
    """``searched`` when a person pauses; Down and Enter ask for the list, Escape empties."""

    searched = Signal(str)
    asked_list = Signal()

    def __init__(self, name: str, hint: str, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(_("Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        for made, said in zip(
            self.findChildren(QToolButton), (name, self._clear.text()), strict=True
        ):
            made.setAccessibleName(said)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MILLISECONDS)
        self._pause.timeout.connect(self.search_now)
        self.textChanged.connect(self._wait)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def search_now(self) -> None:
        """Look for what is typed, without waiting for a pause."""
        self._pause.stop()
        self.searched.emit(self.text())

    @Slot(str)
    def _wait(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    @Slot()
    def _wear(self) -> None:
        muted = self._looks.theme.colours.muted
        self._glass.setIcon(self._looks.icon("find", muted))
        self._clear.setIcon(self._looks.icon("close", muted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list with Down or Enter, and empty the field with Escape."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self.search_now()
            self.asked_list.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
