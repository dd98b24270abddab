"""A card that invites a person to do something: what it is about, and the buttons for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lqf_workshop_ui.icons import paint_icon
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class RoundIcon(QWidget):
    """An icon on a soft round ground."""

    def __init__(self, name: str, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._looks = looks
        self.setFixedSize(56, 56)
        looks.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        theme = self._looks.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = theme.border > 1
        painter.setPen(QPen(QColor(theme.colours.ink), 2) if strong else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours.accent_soft))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        paint_icon(painter, self._name, QRectF(15, 15, 26, 26), theme.colours.accent)
        painter.end()


class Invitation(Surface):
    """A quiet card with an icon, a heading, a sentence and what can be done."""

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent, margins=(28, 26, 28, 26), spacing=8)
        self.box.addWidget(RoundIcon(icon, looks, self), 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addSpacing(4)
        self.heading = words(heading, "heading", self)
        self.sentence = words(sentence, "muted", self)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.sentence)
        self.box.addStretch(1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addStretch(1)
        self.box.addLayout(self._buttons)

    def offer(self, made: QPushButton) -> None:
        """Add something that can be done."""
        self._buttons.setContentsMargins(0, 8, 0, 0)
        self._buttons.insertWidget(self._buttons.count() - 1, made)

    def say(self, heading: str, sentence: str) -> None:
        """Show other words."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
