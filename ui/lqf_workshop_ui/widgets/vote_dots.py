"""The votes on one dimension as a small picture: every vote a dot above its scale point."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lqf_workshop.charts.dot_plot import Dot, DotPlot, dot_plot
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.scenes.findings import middle_span
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks

LARGEST_RADIUS = 8.0
DOTS = 92
"""Height of the dots' field; under it come the base line and the scale."""
LABELS = 50
LEGEND = 24


class VoteDots(QWidget):
    """Rings are a first vote beside a second; filled dots are the latest vote.

    The middle vote is a frame around its label. The picture is told in words as well.
    """

    def __init__(
        self,
        rounds: Sequence[RevealedRound],
        scale_words: Sequence[str],
        dimension: str,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tally = rounds[-1].tally
        self._first = rounds[0].tally.counts if len(rounds) > 1 else None
        self._scale = tuple(scale_words)
        self._dimension = dimension
        self._looks = looks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Votes as dots"))
        self.setAccessibleDescription(votes_in_words(rounds))
        self.setToolTip(self.accessibleDescription())
        looks.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as there is room; two votes need a line more to tell them apart."""
        return QSize(460, DOTS + LABELS + (LEGEND if self._first else 0))

    def minimumSizeHint(self) -> QSize:
        """Keep the words of the scale readable."""
        return QSize(400, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, the base line and the scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(0, self.height() - LABELS - DOTS, self.width(), DOTS - 4)
        plot = dot_plot(
            self._tally.counts, self._first, field.width(), field.height(), LARGEST_RADIUS
        )
        self._paint_base(painter, field)
        for dot in plot.dots:
            self._paint_dot(painter, dot, field)
        self._paint_scale(painter, plot, field)
        if self._first:
            self._paint_legend(painter)
        painter.end()

    def _ink(self) -> QColor:
        return QColor(self._looks.theme.dimension(self._dimension))

    def _paint_base(self, painter: QPainter, field: QRectF) -> None:
        painter.setPen(QPen(QColor(self._looks.theme.colours.control), 1))
        y = field.bottom() + 3.5
        painter.drawLine(QPointF(0, y), QPointF(field.right(), y))

    def _paint_dot(self, painter: QPainter, dot: Dot, field: QRectF) -> None:
        centre = QPointF(field.x() + dot.x, field.bottom() - dot.y)
        self._paint_disc(painter, centre, dot.radius, filled=dot.second or not self._first)

    def _paint_disc(
        self, painter: QPainter, centre: QPointF, radius: float, *, filled: bool
    ) -> None:
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink())
        else:
            thickness = max(1.2, radius / 5)
            painter.setPen(QPen(self._ink(), thickness))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius -= thickness / 2
        painter.drawEllipse(centre, radius, radius)

    def _paint_scale(self, painter: QPainter, plot: DotPlot, field: QRectF) -> None:
        colours = self._looks.theme.colours
        top, slot = field.bottom() + 8, field.width() / len(plot.centres)
        self._paint_frame(painter, top, slot)
        for n, word in enumerate(self._scale):
            painter.setPen(QColor(colours.ink))
            painter.setFont(firago(15, bold=True))
            centred = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(n * slot, top + 2, slot, 20), centred, str(n + 1))
            painter.setPen(QColor(colours.muted))
            painter.setFont(firago(13))
            painter.drawText(QRectF(n * slot, top + 20, slot, 18), centred, word)

    def _paint_frame(self, painter: QPainter, top: float, slot: float) -> None:
        span = middle_span(self._tally)
        if span is None:
            return
        low, high = span
        painter.setPen(QPen(self._ink(), 2))
        painter.setBrush(QColor(self._looks.theme.colours.paper))
        frame = QRectF((low - 1) * slot, top, slot * (high - low + 1), 40)
        painter.drawRoundedRect(frame.adjusted(5, 1, -5, -1), 10, 10)

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(firago(13))
        x = float(self.width())
        for filled, text in ((True, _("second vote")), (False, _("first vote"))):
            width = painter.fontMetrics().horizontalAdvance(text)
            x -= width
            painter.setPen(QColor(self._looks.theme.colours.muted))
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(x, 0, width + 2, 18), middle, text)
            self._paint_disc(painter, QPointF(x - 13, 9), 6, filled=filled)
            x -= 36


def votes_in_words(rounds: Sequence[RevealedRound]) -> str:
    """Say what the dots show, point by point, for example "First vote: 3 for 2, 1 for 4"."""
    if len(rounds) == 1:
        return counts_in_words(rounds[0].tally.counts)
    names = (_("First vote: {0}"), _("Second vote: {0}"))
    return ". ".join(
        name.format(counts_in_words(one.tally.counts))
        for name, one in zip(names, rounds, strict=False)
    )


def counts_in_words(counts: Sequence[int]) -> str:
    """Say how many votes each scale point has, leaving out the points without any."""
    told = [
        _("{0} for {1}").format(ngettext("{n} vote", "{n} votes", count), point)
        for point, count in enumerate(counts, 1)
        if count
    ]
    return ", ".join(told) or _("no votes on the scale")
