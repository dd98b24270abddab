"""The list at the left of the library, painted row by row."""

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
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lqf_workshop.library.reference.finding import spans
from lqf_workshop.wording import _
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.library.library_list import ENTRY_ROLE, AnyIndex, Entry, LibraryList
from lqf_workshop_ui.widgets.workshop_row import paint_pill

HEADING, SHEET, HIT = 44, 40, 92
SIDE = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BASE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class LibraryDelegate(QStyledItemDelegate):
    """Paints headings, sheets and hits."""

    def __init__(self, model: LibraryList, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._looks = looks

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A hit needs room for two lines of its text."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry) or entry.sheet is None:
            return QSize(100, HEADING)
        return QSize(100, HIT if entry.excerpt else SHEET)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row of the list."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if entry.sheet is None:
            self._paint_heading(painter, box.adjusted(SIDE, 0, -SIDE, -7), entry.title)
        else:
            self._paint_ground(painter, box, option.state)
            room = box.adjusted(SIDE, 0, -SIDE, 0)
            if entry.excerpt:
                self._paint_hit(painter, room, entry)
            else:
                self._paint_sheet(painter, room, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, room: QRectF, text: str) -> None:
        painter.setPen(QColor(self._looks.theme.colours.muted))
        painter.setFont(firago(13, bold=True))
        painter.drawText(room, _BASE, text)

    def _paint_ground(self, painter: QPainter, box: QRectF, flags: QStyle.StateFlag) -> None:
        theme = self._looks.theme
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        hovered = bool(flags & QStyle.StateFlag.State_MouseOver)
        if not chosen and not hovered:
            return
        edge = theme.colours.accent_soft if chosen else theme.colours.panel
        painter.setBrush(QColor(edge))
        if chosen and (flags & QStyle.StateFlag.State_HasFocus or theme.border > 1):
            edge = theme.colours.accent
        painter.setPen(QPen(QColor(edge), theme.border + 1))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 10, 10)

    def _paint_sheet(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        sheet = entry.sheet
        assert sheet is not None
        left = room.left()
        if sheet.is_dimension:
            pill = QRectF(left, room.center().y() - 13, 48, 26)
            paint_pill(painter, pill, sheet.mark, self._looks.theme)
            left += 58
        elif sheet.mark:
            painter.setPen(QColor(self._looks.theme.colours.muted))
            painter.setFont(firago(15))
            width = 34
            painter.drawText(QRectF(left, room.top(), width, room.height()), _LEFT, sheet.mark)
            left += width
        self._paint_line(
            painter, QRectF(left, room.top(), room.right() - left, room.height()), entry.title
        )

    def _paint_line(self, painter: QPainter, room: QRectF, text: str, bold: bool = False) -> None:
        font = firago(15, bold)
        painter.setPen(QColor(self._looks.theme.colours.ink))
        painter.setFont(font)
        fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, fitting)

    def _paint_hit(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        assert entry.sheet is not None
        colours = self._looks.theme.colours
        self._paint_line(
            painter, QRectF(room.left(), room.top() + 8, room.width(), 20), entry.title, True
        )
        small = firago(13)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        where = QFontMetricsF(small).elidedText(
            entry.sheet.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(QRectF(room.left(), room.top() + 28, room.width(), 18), _LEFT, where)
        self._paint_excerpt(
            painter, QPointF(room.left(), room.top() + 48), room.width(), entry.excerpt
        )

    def _paint_excerpt(self, painter: QPainter, place: QPointF, width: float, text: str) -> None:
        """Paint two lines, with the words that were looked for in bold."""
        layout = QTextLayout(text, firago(13))
        strong = QTextCharFormat()
        strong.setFont(firago(13, bold=True))
        ranges = []
        for start, length in spans(text, self._model.looked_for):
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, length, strong
            ranges.append(one)
        layout.setFormats(ranges)
        layout.beginLayout()
        for n in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, n * 18))
        layout.endLayout()
        painter.setPen(QColor(self._looks.theme.colours.ink))
        layout.draw(painter, place)


class LibraryListView(QListView):
    """``chosen`` when another row is the current one, ``entered`` when a row is pressed."""

    chosen = Signal()
    entered_row = Signal()

    def __init__(self, model: LibraryList, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryList")
        self.setAccessibleName(_("Contents of the library"))
        self.setModel(model)
        self.setItemDelegate(LibraryDelegate(model, looks, self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        looks.changed.connect(self.viewport().update)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell that another row is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the reading side with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)
