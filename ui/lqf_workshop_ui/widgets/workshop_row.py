"""A workshop as a row: drawn once, for Home's buttons and for the long list alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lqf_workshop.domain.subject import icon_of
from lqf_workshop.domain.workshop import WorkshopLine
from lqf_workshop.library.themes import Theme
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.icons import has_icon, paint_icon
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.plain_words import about_line, month_mark, whole_line
from lqf_workshop_ui.models.workshop_list import LINE_ROLE

HEIGHT = 72
GAP = 10
_PILL = QSize(50, 28)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands at this moment."""

    hovered: bool = False
    chosen: bool = False
    focused: bool = False


def paint_row(
    painter: QPainter,
    box: QRectF,
    line: WorkshopLine,
    about: str,
    today: date,
    theme: Theme,
    state: RowState = RowState(),
    *,
    keep_right: float = 0,
) -> None:
    """Paint one row into ``box``; ``keep_right`` pixels at its end belong to a button.

    A row with a button shows no dimensions: its team's name needs the room.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_card(painter, box, theme, state)
    _paint_day(painter, QRectF(box.left() + 14, box.top() + 12, 60, 48), line.held_on, today, theme)
    right = box.right() - 18 - keep_right
    for code in () if keep_right else reversed(line.focus[:3]):
        right -= _PILL.width()
        pill = QRectF(right, box.center().y() - _PILL.height() / 2, _PILL.width(), _PILL.height())
        paint_pill(painter, pill, code, theme)
        right -= 6
    room = QRectF(box.left() + 86, box.top() + 13, right - box.left() - 98, 24)
    _paint_words(painter, room, line.team, 16, True, theme.colours.ink)
    _paint_words(painter, room.translated(0, 23), about, 15, False, theme.colours.muted)
    painter.restore()


def paint_pill(painter: QPainter, pill: QRectF, code: str, theme: Theme) -> None:
    """Paint a dimension's colour, icon and letters."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.dimension(code)))
    painter.drawRoundedRect(pill, 8, 8)
    ink = theme.colours.on_dimension
    letters = pill
    if has_icon(icon_of(code)):
        side = pill.height() * 0.58
        paint_icon(
            painter,
            icon_of(code),
            QRectF(pill.left() + 6, pill.center().y() - side / 2, side, side),
            ink,
        )
        letters = pill.adjusted(side + 7, 0, -4, 0)
    painter.setPen(QColor(ink))
    painter.setFont(firago(13, bold=True))
    painter.drawText(letters, _CENTRE, code)


def _paint_card(painter: QPainter, box: QRectF, theme: Theme, state: RowState) -> None:
    colours = theme.colours
    edge, width = colours.line, float(theme.border)
    if state.hovered:
        edge = colours.control
    if state.chosen:
        edge, width = colours.accent, theme.border + 1.0
    if state.focused:
        plain = colours.ink == colours.line
        edge, width = colours.accent if plain else colours.ink, theme.border + 1.0
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(colours.accent_soft if state.chosen else colours.card))
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 16, 16)


def _paint_day(painter: QPainter, room: QRectF, day: date, today: date, theme: Theme) -> None:
    painter.setPen(QColor(theme.colours.muted))
    painter.setFont(firago(13))
    painter.drawText(
        QRectF(room.left(), room.top(), room.width(), 20), _CENTRE, month_mark(day, today)
    )
    painter.setPen(QColor(theme.colours.ink))
    painter.setFont(firago(20, bold=True))
    painter.drawText(
        QRectF(room.left(), room.top() + 19, room.width(), 28), _CENTRE, f"{day.day:02d}"
    )


def _paint_words(
    painter: QPainter, room: QRectF, text: str, pixels: int, bold: bool, colour: str
) -> None:
    font = firago(pixels, bold=bold)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, fitting)


class WorkshopRow(QAbstractButton):
    """A row of Home: a button of its own, opened with a click, Enter or Space."""

    def __init__(
        self, line: WorkshopLine, today: date, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._today = today
        self._looks = looks
        self._about = about_line(line, today)
        self.beside: QWidget | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(whole_line(line, today))
        looks.changed.connect(self.update)

    def put_beside(self, widget: QWidget) -> None:
        """Give the end of the row to a button."""
        self.beside = widget
        widget.setParent(self)
        self._place()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, HEIGHT)

    def resizeEvent(self, _event: object) -> None:
        """Keep the button at the end."""
        self._place()

    def _place(self) -> None:
        if self.beside is not None:
            hint = self.beside.sizeHint()
            left, top = self.width() - hint.width() - 16, (HEIGHT - hint.height()) // 2
            self.beside.setGeometry(left, top, hint.width(), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        state = RowState(hovered=self.underMouse(), focused=self.hasFocus())
        beside = self.beside.width() + 8 if self.beside is not None else 0
        paint_row(
            painter,
            QRectF(self.rect()),
            self.line,
            self._about,
            self._today,
            self._looks.theme,
            state,
            keep_right=beside,
        )
        painter.end()


class WorkshopDelegate(QStyledItemDelegate):
    """Paints the same rows in a list of any length."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self.today = date.today()
        self.keep_right = 0

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every row is as high as the others."""
        return QSize(400, HEIGHT + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row of the list."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, WorkshopLine):
            return
        flags: QStyle.StateFlag = option.state
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        state = RowState(
            hovered=bool(flags & QStyle.StateFlag.State_MouseOver),
            chosen=chosen,
            focused=chosen and bool(flags & QStyle.StateFlag.State_HasFocus),
        )
        rect = option.rect
        box = QRectF(rect).adjusted(0, 1, -self.keep_right, 1 - GAP)
        about = about_line(line, self.today, with_place=True)
        paint_row(painter, box, line, about, self.today, self._looks.theme, state)
