"""Fields to pick from: a day, a number, a known name; none changes by scrolling past it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from lqf_workshop_ui.icons import paint_icon
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.buttons import button


def _paint_end(widget: QWidget, name: str, looks: Looks) -> None:
    """Paint an icon at the end of a field, where the style sheet left room for it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(widget.width() - 32, (widget.height() - 18) / 2, 18, 18)
    paint_icon(painter, name, box, looks.theme.colours.muted)
    painter.end()


class Calendar(QCalendarWidget):
    """A month from Monday on, in the theme's own colours, weekends like any day in care."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setGridVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setMinimumSize(320, 260)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        colours = self._looks.theme.colours
        plain = QTextCharFormat()
        plain.setForeground(QColor(colours.ink))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(QColor(colours.muted))
        head.setBackground(QColor(colours.card))
        self.setHeaderTextFormat(head)
        for name, icon in (("prevmonth", "back"), ("nextmonth", "next")):
            made = self.findChild(QToolButton, f"qt_calendar_{name}")
            if isinstance(made, QToolButton):
                made.setIcon(self._looks.icon(icon))


class DayBox(QDateEdit):
    """A day as it is written in Britain, with a calendar."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)
        self.setCalendarWidget(Calendar(looks, self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and a small calendar at its end."""
        super().paintEvent(event)
        _paint_end(self, "calendar", self._looks)


class NumberBox(QSpinBox):
    """A small number to type; the arrow keys change it too."""

    def __init__(
        self, least: int, most: int, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the digits the room, which the style sheet forgets without buttons."""
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the digits the room."""
        super().showEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Give the digits the room after another theme was put on."""
        super().changeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.lineEdit().setGeometry(self.rect().adjusted(8, 4, -8, -4))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()


class Stepper(QWidget):
    """A number between a minus and a plus. ``changed`` follows shortly after the last change."""

    changed = Signal(int)

    def __init__(
        self, least: int, most: int, step: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.number = NumberBox(least, most, self, name=name)
        self.number.setSingleStep(step)
        self.number.setFixedWidth(64)
        self.less: QPushButton = button("−", self.number.stepDown, kind="round", parent=self)
        self.more: QPushButton = button("+", self.number.stepUp, kind="round", parent=self)
        for made in (self.less, self.more):
            made.setProperty("edged", True)
        self.less.setAccessibleName(f"{name}: −{step}")
        self.more.setAccessibleName(f"{name}: +{step}")
        self.setAccessibleName(name)
        self.setFocusProxy(self.number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.less, self.number, self.more):
            row.addWidget(part)
        row.addStretch(1)
        self._told = 0
        self._soon = QTimer(self, singleShot=True, interval=300)
        self._soon.timeout.connect(self.flush)
        self.number.valueChanged.connect(self._note)
        self.number.editingFinished.connect(self.flush)

    @property
    def value(self) -> int:
        """The number."""
        return self.number.value()

    def show_value(self, value: int) -> None:
        """Show a stored number, unless a newer one is waiting to be told."""
        if self._soon.isActive():
            return
        self._told = value
        self.number.blockSignals(True)
        self.number.setValue(value)
        self.number.blockSignals(False)

    @Slot(int)
    def _note(self, _value: int) -> None:
        self._soon.start()

    @Slot()
    def flush(self) -> None:
        """Tell the number now, if it is a new one."""
        self._soon.stop()
        if self.value != self._told:
            self._told = self.value
            self.changed.emit(self.value)


class PickBox(QComboBox):
    """A list to choose from, with our own arrow."""

    def __init__(self, looks: Looks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and an arrow at its end."""
        super().paintEvent(event)
        _paint_end(self, "down", self._looks)


class NameBox(PickBox):
    """A name to type, or to choose among those known; letters in the middle are found too."""

    def __init__(self, looks: Looks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(looks, name, parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.line.setAccessibleName(name)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        suggestions = QListView(self)
        suggestions.setObjectName("suggestions")
        completer.setPopup(suggestions)
        self.setCompleter(completer)

    def offer(self, names: list[str]) -> None:
        """Offer these names; what is typed stays."""
        typed = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItems(names)
        self.setCurrentIndex(-1)
        self.setEditText(typed)
        self.blockSignals(False)
