"""The field in which a workshop is looked for by its team or place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks


class SearchField(QLineEdit):
    """Where words are typed that a workshop's team or place holds; Down goes to the list."""

    asked_list = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setAccessibleName(_("Find a workshop by its team or place"))
        self.setPlaceholderText(_("Find by team or place"))
        self._mark = QAction(self)
        self.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(_("Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._offer_clear)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        muted = self._looks.theme.colours.muted
        self._mark.setIcon(self._looks.icon("find", muted))
        self._clear.setIcon(self._looks.icon("close", muted))

    @Slot(str)
    def _offer_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list with Down or Enter, and empty the field with Escape."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_list.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
