"""Small pictures of counts: dots a pile was given, and a point on a scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lqf_workshop.domain.activity import POINTS
from lqf_workshop.scenes.explored import dots_words
from lqf_workshop.wording import _
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks

PITCH = 17
RADIUS = 6.5
ACROSS = 15
"""Dots in one row; a room of thirty fills a few."""
BOX = 26
BETWEEN = 6


class PileDots(QWidget):
    """The dots of one pile, each of them painted."""

    def __init__(self, count: int, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = count
        self._looks = looks
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(dots_words(count))
        self.setToolTip(dots_words(count))
        looks.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as a full row, so that the dots of all piles begin at the same place."""
        rows = max(1, -(-self.count // ACROSS))
        return QSize(ACROSS * PITCH, rows * PITCH + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots row by row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._looks.theme.colours.accent))
        for number in range(self.count):
            row, column = divmod(number, ACROSS)
            middle = QPointF(PITCH * (column + 0.5), PITCH * (row + 0.5) + 2)
            painter.drawEllipse(middle, RADIUS, RADIUS)
        painter.end()


class ScalePoints(QWidget):
    """The points 1 to 5 as boxes, the chosen one filled; as on paper."""

    def __init__(self, chosen: str, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = chosen
        self._looks = looks
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said = _("{0} of 5").format(chosen) if chosen else _("No point chosen")
        self.setAccessibleName(said)
        self.setToolTip(said)
        looks.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Five boxes and the air between them."""
        return QSize(len(POINTS) * (BOX + BETWEEN) - BETWEEN, BOX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the boxes with their numbers."""
        colours = self._looks.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, point in enumerate(POINTS):
            chosen = point == self.chosen
            box = QRectF(number * (BOX + BETWEEN) + 1, 1, BOX - 2, BOX - 2)
            painter.setPen(QPen(QColor(colours.accent if chosen else colours.control), 1.4))
            painter.setBrush(QColor(colours.accent if chosen else colours.card))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor(colours.on_accent if chosen else colours.muted))
            painter.setFont(firago(13, bold=chosen))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, point)
        painter.end()
