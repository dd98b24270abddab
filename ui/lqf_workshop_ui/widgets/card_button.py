"""A card that is pressed as a whole: a button with labels inside."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget


class CardButton(QPushButton):
    """Takes its size from the labels in ``box``, and Enter as well as Space."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(18, 12, 18, 14)
        self.box.setSpacing(2)

    def add(self, *labels: QWidget) -> None:
        """Add labels; the mouse goes through them to the card."""
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.box.addWidget(label)

    def hasHeightForWidth(self) -> bool:
        """Words that wrap take as many lines as they need."""
        return self.box.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height that fits the words."""
        tall = self.box.totalHeightForWidth(width)
        return tall if tall > 0 else self.box.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """Fit the words, not a button's text."""
        return self.box.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never clip the words."""
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
