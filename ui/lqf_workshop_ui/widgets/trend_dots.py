"""Votes over time as a picture: a column for each meeting, every vote a dot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lqf_workshop.charts.trend_plot import BREAK, Column, Place, TrendPlot, trend_plot
from lqf_workshop.scenes.trend_faces import Face
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks

LARGEST_RADIUS = 6.5
LEVEL = 30
"""Height of one answer's level."""
LEFT = 34
TOP = 24
"""Room over the columns for the names of breaks."""
LABELS = 62
WIDEST = 150
NARROWEST = 50
"""A column this wide still holds its day and its turnout."""
LEAST = 528
"""A picture never asks for more, so that a page in the smallest window holds it."""


class TrendDots(QWidget):
    """Paints columns of votes over ``numbers``, the answers from the lowest up.

    What must not be compared is parted by a broken line that nothing crosses. ``told`` says
    the whole picture in words.
    """

    def __init__(
        self,
        faces: Sequence[Face],
        numbers: Sequence[int],
        mark: str,
        name: str,
        told: str,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.faces = tuple(faces)
        self._numbers = tuple(numbers)
        self._mark = mark
        self._looks = looks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        looks.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(640, self._top + LEVEL * len(self._numbers) + LABELS)

    def minimumSizeHint(self) -> QSize:
        """Narrower, columns would run into each other."""
        breaks = sum(bool(face.broken) for face in self.faces)
        width = LEFT + 4 + NARROWEST * len(self.faces) + int(BREAK) * breaks
        return QSize(min(width, LEAST), self.sizeHint().height())

    @property
    def _top(self) -> int:
        return TOP if any(face.broken for face in self.faces) else 4

    @property
    def _ink(self) -> QColor:
        theme = self._looks.theme
        return QColor(theme.dimension(self._mark) if self._mark else theme.colours.accent)

    def plot(self) -> TrendPlot:
        """Return the geometry at the present width."""
        columns = [Column(face.counts, face.framed, bool(face.broken)) for face in self.faces]
        levels = len(self._numbers)
        width = self.width() - LEFT - 4
        height = LEVEL * levels
        return trend_plot(columns, levels, width, height, LARGEST_RADIUS, widest=WIDEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the levels, the frames, the dots, and the words around them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self.plot()
        foot = float(self._top + LEVEL * len(self._numbers))
        self._paint_levels(painter, plot, foot)
        for face, place in zip(self.faces, plot.places, strict=True):
            self._paint_votes(painter, place, foot)
            self._paint_words(painter, face, place, foot)
        self._paint_breaks(painter, plot, foot)
        painter.end()

    def _paint_levels(self, painter: QPainter, plot: TrendPlot, foot: float) -> None:
        colours = self._looks.theme.colours
        painter.setFont(firago(15, bold=True))
        for number, middle in zip(self._numbers, plot.levels, strict=True):
            y = foot - middle
            painter.setPen(QColor(colours.ink))
            centred = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(0, y - 11, LEFT - 8, 22), centred, str(number))
            painter.setPen(QPen(QColor(colours.line), 1))
            for left, right in plot.runs:
                painter.drawLine(QPointF(LEFT + left, y), QPointF(LEFT + right, y))
        painter.setPen(QPen(QColor(colours.control), 1))
        for left, right in plot.runs:
            painter.drawLine(QPointF(LEFT + left, foot), QPointF(LEFT + right, foot))

    def _paint_votes(self, painter: QPainter, place: Place, foot: float) -> None:
        if place.frame is not None:
            one = place.frame
            painter.setPen(QPen(self._ink, 2))
            painter.setBrush(QColor(self._looks.theme.colours.paper))
            box = QRectF(LEFT + one.x, foot - one.y - one.height, one.width, one.height)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink)
        for dot in place.dots:
            centre = QPointF(LEFT + dot.x, foot - dot.y)
            painter.drawEllipse(centre, dot.radius, dot.radius)

    def _paint_words(self, painter: QPainter, face: Face, place: Place, foot: float) -> None:
        colours = self._looks.theme.colours
        centred = Qt.AlignmentFlag.AlignCenter
        left = LEFT + place.left
        painter.setFont(firago(13))
        for row, text in enumerate(face.under):
            painter.setPen(QColor(colours.muted if row else colours.ink))
            painter.drawText(QRectF(left, foot + 5 + row * 18, place.width, 18), centred, text)
        if face.instead:
            painter.setPen(QColor(colours.muted))
            area = QRectF(left, self._top, place.width, foot - self._top)
            painter.fillRect(area.adjusted(1, 0, -1, -1), QColor(colours.card))
            painter.drawText(area, centred, face.instead)

    def _paint_breaks(self, painter: QPainter, plot: TrendPlot, foot: float) -> None:
        colours = self._looks.theme.colours
        names = [face.broken for face in self.faces if face.broken]
        painter.setFont(firago(13))
        for x, name in zip(plot.breaks, names, strict=True):
            painter.setPen(QPen(QColor(colours.control), 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(LEFT + x, TOP), QPointF(LEFT + x, foot + 6))
            painter.setPen(QColor(colours.muted))
            words = QRectF(LEFT + x - 70, 0, 140, TOP - 4)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, name)
