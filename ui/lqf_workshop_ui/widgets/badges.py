"""A dimension's badge: its colour, its icon and its two letters, always together."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lqf_workshop.domain.subject import icon_of
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.icons import has_icon, paint_icon
from lqf_workshop_ui.looks import Looks


class DimensionBadge(QWidget):
    """A tile with icon above letters from 40 pixels up, or a pill with both side by side."""

    def __init__(
        self, code: str, name: str, looks: Looks, parent: QWidget | None = None, *, side: int = 44
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self._code = code
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_dimension(code, name)
        looks.changed.connect(self.update)

    def show_dimension(self, code: str, name: str) -> None:
        """Show another dimension."""
        self._code = code
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square tile, or a pill of the same height when it is small."""
        return QSize(self._side if self._side >= 40 else round(self._side * 1.85), self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile or pill in the dimension's colour."""
        theme = self._looks.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.dimension(self._code)))
        tile = QRectF(self.rect())
        painter.drawRoundedRect(tile, self._side * 0.24, self._side * 0.24)
        ink = theme.colours.on_dimension
        icon_box, letter_box, size = self._boxes(tile)
        if has_icon(icon_of(self._code)):
            paint_icon(painter, icon_of(self._code), icon_box, ink)
        else:
            letter_box = tile
        painter.setPen(QColor(ink))
        painter.setFont(firago(size, bold=True))
        painter.drawText(letter_box, Qt.AlignmentFlag.AlignCenter, self._code)
        painter.end()

    def _boxes(self, tile: QRectF) -> tuple[QRectF, QRectF, int]:
        side = tile.height()
        if self._side >= 40:
            icon_side = side * 0.44
            icon_box = QRectF((tile.width() - icon_side) / 2, side * 0.1, icon_side, icon_side)
            return icon_box, QRectF(0, side * 0.5, tile.width(), side * 0.44), round(side * 0.32)
        icon_side = side * 0.62
        icon_box = QRectF(side * 0.24, (side - icon_side) / 2, icon_side, icon_side)
        rest = QRectF(side * 0.82, 0, tile.width() - side * 0.98, side)
        return icon_box, rest, round(side * 0.46)
