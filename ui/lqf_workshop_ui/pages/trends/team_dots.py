"""One team's votes beside others': a low row of dots over the five points."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lqf_workshop.charts.dot_plot import dot_plot
from lqf_workshop.domain.rating import Tally
from lqf_workshop.scenes.findings import middle_span
from lqf_workshop.scenes.movements import counts_in_words
from lqf_workshop.wording import _
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks

DOTS, LABELS, LARGEST_RADIUS = 34, 26, 5.5


class TeamDots(QWidget):
    """The same picture as everywhere, in a narrow place; the middle vote is framed."""

    def __init__(
        self, tally: Tally, mark: str, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tally, self._mark, self._looks = tally, mark, looks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Votes as dots"))
        self.setAccessibleDescription(counts_in_words(tally))
        self.setToolTip(self.accessibleDescription())
        looks.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(340, DOTS + LABELS + 4)

    def minimumSizeHint(self) -> QSize:
        """Keep thirty dots apart."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, the base line and the points."""
        theme = self._looks.theme
        ink = QColor(theme.dimension(self._mark))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = dot_plot(self._tally.counts, None, self.width(), DOTS - 2, LARGEST_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for dot in plot.dots:
            painter.drawEllipse(QPointF(dot.x, DOTS - dot.y), dot.radius, dot.radius)
        painter.setPen(QPen(QColor(theme.colours.control), 1))
        painter.drawLine(QPointF(0, DOTS + 2.5), QPointF(self.width(), DOTS + 2.5))
        slot = self.width() / len(plot.centres)
        span = middle_span(self._tally)
        if span is not None:
            painter.setPen(QPen(ink, 2))
            painter.setBrush(QColor(theme.colours.paper))
            frame = QRectF((span[0] - 1) * slot, DOTS + 5, slot * (span[1] - span[0] + 1), LABELS)
            painter.drawRoundedRect(frame.adjusted(slot / 4, 1, -slot / 4, -2), 8, 8)
        painter.setPen(QColor(theme.colours.ink))
        painter.setFont(firago(13, bold=True))
        for n in range(len(plot.centres)):
            box = QRectF(n * slot, DOTS + 5, slot, LABELS - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(n + 1))
        painter.end()
