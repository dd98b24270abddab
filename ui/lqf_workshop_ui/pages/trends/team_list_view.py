"""The list of teams at the left, painted row by row."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lqf_workshop.domain.trend import TeamLine
from lqf_workshop.wording import _
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.icons import paint_icon
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.team_list import LINE_ROLE, AnyIndex, TeamList, met_words

ROW = 60
SIDE = 12
TICK = 22


class TeamDelegate(QStyledItemDelegate):
    """Paints a team: its tick, its name, when it met last."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every row is as high as every other."""
        return QSize(100, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row of the list."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, TeamLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._paint_ground(painter, box, option.state)
        room = box.adjusted(SIDE, 0, -SIDE, 0)
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if tick is not None:
            self._paint_tick(painter, room, Qt.CheckState(tick) == Qt.CheckState.Checked)
            room.setLeft(room.left() + TICK + 10)
        self._paint_words(painter, room, line)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, flags: QStyle.StateFlag) -> None:
        theme = self._looks.theme
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        if not chosen and not flags & QStyle.StateFlag.State_MouseOver:
            return
        edge = theme.colours.accent_soft if chosen else theme.colours.panel
        painter.setBrush(QColor(edge))
        if chosen and (flags & QStyle.StateFlag.State_HasFocus or theme.border > 1):
            edge = theme.colours.accent
        painter.setPen(QPen(QColor(edge), theme.border + 1))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 10, 10)

    def _paint_tick(self, painter: QPainter, room: QRectF, on: bool) -> None:
        colours = self._looks.theme.colours
        box = QRectF(room.left(), room.center().y() - TICK / 2, TICK, TICK)
        painter.setPen(QPen(QColor(colours.accent if on else colours.control), 2))
        painter.setBrush(QColor(colours.accent if on else colours.card))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if on:
            paint_icon(painter, "check", box.adjusted(3, 3, -3, -3), colours.on_accent)

    def _paint_words(self, painter: QPainter, room: QRectF, line: TeamLine) -> None:
        colours = self._looks.theme.colours
        rows = (
            (firago(15, bold=True), colours.ink, line.team, 27.0),
            (firago(13), colours.muted, met_words(line), 47.0),
        )
        for font, colour, text, base in rows:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            fitting = QFontMetricsF(font).elidedText(
                text, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(QPointF(room.left(), room.top() + base), fitting)


class TeamListView(QListView):
    """``chosen`` when another team is the current one, ``entered_row`` when Enter is pressed.

    While teams can be ticked, Space, Enter or a click anywhere on the row ticks.
    """

    chosen = Signal()
    entered_row = Signal()

    def __init__(self, model: TeamList, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("teamList")
        self.setAccessibleName(_("Teams"))
        self.setModel(model)
        self._teams = model
        self.setItemDelegate(TeamDelegate(looks, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        looks.changed.connect(self.viewport().update)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell that another team is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def toggle(self, index: AnyIndex) -> bool:
        """Tick a team or take its tick away; False while there are no ticks."""
        now = index.data(Qt.ItemDataRole.CheckStateRole) if index.isValid() else None
        if now is None:
            return False
        on = Qt.CheckState(now) == Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self._teams.setData(index, other, Qt.ItemDataRole.CheckStateRole)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter; without ticks Enter goes to the pictures."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (enter or event.key() == Qt.Key.Key_Space) and self.toggle(self.currentIndex()):
            return
        if enter:
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row that was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle(self.indexAt(event.position().toPoint()))
