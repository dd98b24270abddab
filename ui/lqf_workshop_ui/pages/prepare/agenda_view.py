"""The agenda as a list: dragged into order, or moved with Alt and the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lqf_workshop.domain.agenda import AgendaStep
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.library.themes import Theme
from lqf_workshop.wording import _
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.icons import paint_icon
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.agenda_list import CARD_ROLE, STEP_ROLE, AgendaList
from lqf_workshop_ui.models.agenda_steps import ICONS

HEIGHT = 46
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StepDelegate(QStyledItemDelegate):
    """Paints one step: a handle to drag, what kind it is, its title and its minutes."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self.handles = True

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every step is as high as the others, whatever its minutes."""
        return QSize(240, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one step of the list."""
        step, card = index.data(STEP_ROLE), index.data(CARD_ROLE)
        if not isinstance(step, AgendaStep):
            return
        theme = self._looks.theme
        flags: QStyle.StateFlag = option.state
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        focused = chosen and bool(flags & QStyle.StateFlag.State_HasFocus)
        hovered = bool(flags & QStyle.StateFlag.State_MouseOver)
        _paint_ground(painter, box, theme, chosen, focused, hovered)
        if self.handles:
            handle = QRectF(box.left() + 6, box.center().y() - 9, 18, 18)
            paint_icon(painter, "drag", handle, theme.colours.control)
        self._paint_words(painter, box, step, card, chosen)
        painter.restore()

    def _paint_words(
        self,
        painter: QPainter,
        box: QRectF,
        step: AgendaStep,
        card: object,
        chosen: bool,
    ) -> None:
        colours = self._looks.theme.colours
        mark = QRectF(box.left() + 30, box.center().y() - 10, 20, 20)
        paint_icon(painter, ICONS[step.plan.kind], mark, colours.accent)
        painter.setFont(firago(15))
        painter.setPen(QColor(colours.muted))
        minutes = QRectF(box.right() - 84, box.top(), 72, box.height())
        painter.drawText(minutes, _RIGHT, _("{0} min").format(step.plan.minutes))
        painter.setPen(QColor(colours.ink))
        room = QRectF(box.left() + 60, box.top(), box.width() - 148, box.height())
        if isinstance(card, ScenarioCard):
            _draw(
                painter,
                QRectF(room.left(), room.top() + 4, room.width(), 20),
                step.plan.title,
                15,
                chosen,
            )
            painter.setPen(QColor(colours.muted))
            _draw(
                painter,
                QRectF(room.left(), room.top() + 23, room.width(), 17),
                card.title,
                13,
                False,
            )
        else:
            _draw(painter, room, step.plan.title, 15, chosen)


def _draw(painter: QPainter, room: QRectF, text: str, pixels: int, bold: bool) -> None:
    font = firago(pixels, bold=bold)
    painter.setFont(font)
    fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, fitting)


def _paint_ground(
    painter: QPainter, box: QRectF, theme: Theme, chosen: bool, focused: bool, hovered: bool
) -> None:
    colours = theme.colours
    if not chosen and not hovered:
        return
    painter.setBrush(QColor(colours.accent_soft if chosen else colours.panel))
    edge = colours.accent if chosen and theme.border > 1 else None
    if focused:
        edge = colours.accent if colours.ink == colours.line else colours.ink
    painter.setPen(QPen(QColor(edge), theme.border + 1) if edge else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, 10, 10)


class AgendaView(QListView):
    """Arrows choose a step, Alt with an arrow moves it, Delete takes it out, Enter edits it."""

    chosen = Signal(int)
    asked_move = Signal(int)
    asked_remove = Signal()
    asked_edit = Signal()

    def __init__(self, model: AgendaList, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Agenda"))
        self.setAccessibleDescription(
            _("Alt with Up or Down moves a step. Delete takes it out. Enter goes to its words.")
        )
        self.setModel(model)
        self.delegate = StepDelegate(looks, self)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(20)
        looks.changed.connect(self.viewport().update)

    def fix(self, fixed: bool) -> None:
        """Show an agenda that cannot be changed any more, or one that can."""
        self.delegate.handles = not fixed
        self.setDragEnabled(not fixed)
        self.viewport().update()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell which step is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out and edit by keyboard."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in moves:
            self.asked_move.emit(moves[key])
        elif key == Qt.Key.Key_Delete:
            self.asked_remove.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_edit.emit()
        else:
            super().keyPressEvent(event)
