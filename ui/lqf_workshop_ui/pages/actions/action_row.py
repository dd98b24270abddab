"""An action as a row of the long list: painted, so that a thousand cost no more than ten."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lqf_workshop.domain.action import DueAction, SourceKind
from lqf_workshop.domain.subject import SKILL_MARK, icon_of
from lqf_workshop.library.themes import Theme
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.icons import paint_icon
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.action_list import ACTION_ROLE
from lqf_workshop_ui.widgets.action_words import is_late, standing_words, who_and_where
from lqf_workshop_ui.widgets.typed import breakable
from lqf_workshop_ui.widgets.workshop_row import paint_pill

GAP = 10
SIDE, TOP = 20, 14
WHAT_LINES = 2
WHAT_PITCH = 21
LONGEST_PAINTED = 400
"""Letters of a text that can ever be seen in a row; the rest need not be measured."""
_PILL = QSize(50, 28)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ActionDelegate(QStyledItemDelegate):
    """Paints a row: when, what, the difference, who and where, and what it came from."""

    def __init__(self, looks: Looks, parent: QListView) -> None:
        super().__init__(parent)
        self._looks = looks
        self._view = parent
        self.today = date.today()
        self.keep_right = 0

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the words of this action need."""
        one = index.data(ACTION_ROLE)
        width = self._view.viewport().width() - self.keep_right
        if not isinstance(one, DueAction):
            return QSize(width, 0)
        lines = len(_what_lines(one, width - 2 * SIDE))
        difference = 22 if one.action.text.difference else 0
        return QSize(100, TOP + 24 + lines * WHAT_PITCH + difference + 24 + TOP + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row of the list."""
        one = index.data(ACTION_ROLE)
        if not isinstance(one, DueAction):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flags: QStyle.StateFlag = option.state
        rect = option.rect
        box = QRectF(rect).adjusted(1, 1, -self.keep_right - 1, 1 - GAP)
        _paint_card(painter, box, self._looks.theme, flags)
        self._paint_words(painter, box.adjusted(SIDE, TOP, -SIDE, -TOP), one)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRectF, one: DueAction) -> None:
        colours, action = self._looks.theme.colours, one.action
        late = is_late(action, self.today)
        when_colour = colours.warm if late else colours.accent
        y = room.top()
        self._paint_source(painter, QRectF(room.right() - _PILL.width(), y - 6, 50, 28), one)
        when = standing_words(action, self.today)
        _line(painter, QRectF(room.left(), y, room.width() - 70, 20), when, 15, when_colour, True)
        y += 24
        for text in _what_lines(one, room.width()):
            _line(painter, QRectF(room.left(), y, room.width(), 20), text, 16, colours.ink, True)
            y += WHAT_PITCH
        if action.text.difference:
            text = _flat(action.text.difference)
            _line(painter, QRectF(room.left(), y, room.width(), 20), text, 15, colours.ink)
            y += 22
        text = who_and_where(one, self.today)
        _line(painter, QRectF(room.left(), y + 2, room.width(), 20), text, 15, colours.muted)

    def _paint_source(self, painter: QPainter, pill: QRectF, one: DueAction) -> None:
        source = one.action.source
        if source.kind.rated:
            paint_pill(painter, pill, source.code, self._looks.theme)
        elif source.kind is not SourceKind.NOTHING:
            side = 22.0
            place = QRectF(pill.right() - side, pill.top() + 3, side, side)
            icon = "card" if source.kind is SourceKind.CARD else icon_of(SKILL_MARK)
            paint_icon(painter, icon, place, self._looks.theme.colours.muted)


def _paint_card(painter: QPainter, box: QRectF, theme: Theme, flags: QStyle.StateFlag) -> None:
    colours = theme.colours
    chosen = bool(flags & QStyle.StateFlag.State_Selected)
    edge, width = colours.line, float(theme.border)
    if flags & QStyle.StateFlag.State_MouseOver:
        edge = colours.control
    if chosen:
        edge, width = colours.accent, theme.border + 1.0
    if chosen and flags & QStyle.StateFlag.State_HasFocus:
        plain = colours.ink == colours.line
        edge, width = colours.accent if plain else colours.ink, theme.border + 2.0
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(colours.accent_soft if chosen else colours.card))
    painter.drawRoundedRect(box, 16, 16)


def _flat(text: str) -> str:
    return " ".join(text[:LONGEST_PAINTED].split())


def _line(
    painter: QPainter, room: QRectF, text: str, pixels: int, colour: str, bold: bool = False
) -> None:
    font = firago(pixels, bold)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, fitting)


def _what_lines(one: DueAction, width: float) -> list[str]:
    """Break an action's words into the lines of a row; what does not fit ends in dots."""
    return lines_of(breakable(_flat(one.action.text.what)) or "—", firago(16, True), width)


def lines_of(text: str, font: QFont, width: float, most: int = WHAT_LINES) -> list[str]:
    """Break ``text`` into at most ``most`` lines of ``width``."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        last = len(found) == most - 1
        found.append(text[start:] if last else text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    if len(found) == most:
        elide = Qt.TextElideMode.ElideRight
        found[-1] = QFontMetricsF(font).elidedText(found[-1], elide, width)
    return found
