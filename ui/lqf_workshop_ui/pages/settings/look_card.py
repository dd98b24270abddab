"""How the program looks: the theme, and whether things may move."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from lqf_workshop.library.themes import THEME_CODES, Theme, theme
from lqf_workshop.wording import _
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class LookCard(Surface):
    """Three themes to choose from, each shown as it is."""

    def __init__(self, looks: Looks, problems: Problems, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 20), spacing=12)
        self._looks = looks
        self._problems = problems
        self.box.addWidget(words(_("How it looks"), "heading", self))
        self.themes: dict[str, ThemeTile] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        for code in THEME_CODES:
            tile = ThemeTile(theme(code), theme_words(code), looks, self)
            tile.clicked.connect(partial(self._choose, code))
            self._group.addButton(tile)
            self.themes[code] = tile
            row.addWidget(tile)
        self.box.addLayout(row)
        self.calm = QCheckBox(_("Nothing moves on the screens"), self)
        self.calm.toggled.connect(self._choose_calm)
        self.box.addWidget(self.calm)
        hint = _("The dots are in their places at once, instead of falling into them.")
        self.box.addWidget(words(hint, "small", self))
        self.plain = QCheckBox(_("Plain words on the big screen"), self)
        self.plain.toggled.connect(self._choose_plain)
        self.box.addWidget(self.plain)
        hint = _("A dimension is told in one short sentence, without the names of its elements.")
        self.box.addWidget(words(hint, "small", self))
        looks.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.plain.setChecked(self._looks.preferences.plain_words)
        self.themes[self._looks.theme.code].setChecked(True)
        self.calm.setChecked(self._looks.preferences.reduced_motion)

    def _choose(self, code: str, _checked: bool = False) -> None:
        self._problems.attempt(lambda: self._looks.choose(theme=code))

    @Slot(bool)
    def _choose_calm(self, calm: bool) -> None:
        self._problems.attempt(lambda: self._looks.choose(reduced_motion=calm))

    @Slot(bool)
    def _choose_plain(self, plain: bool) -> None:
        self._problems.attempt(lambda: self._looks.choose(plain_words=plain))


def theme_words(code: str) -> str:
    """Name a theme."""
    return {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}[code]


class ThemeTile(QAbstractButton):
    """A theme as a small picture of itself, with its name under it."""

    def __init__(
        self, shown: Theme, name: str, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._looks = looks
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the picture and the name."""
        return QSize(116, 124)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, its frame and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(0, 0, self.width(), self.height() - 32)
        self._paint_frame(painter, frame)
        self._paint_picture(painter, frame.adjusted(6, 6, -6, -6))
        colours = self._looks.theme.colours
        painter.setPen(QColor(colours.ink))
        painter.setFont(firago(15, bold=self.isChecked()))
        name = QRectF(0, self.height() - 28, self.width(), 26)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        colours = self._looks.theme.colours
        edge, width = colours.line, 1.0
        if self.isChecked():
            edge, width = colours.accent, 3.0
        if self.hasFocus():
            edge, width = colours.ink, 3.0
        elif self.underMouse() and not self.isChecked():
            edge = colours.control
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), 14, 14)

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        """Paint a page of the shown theme: a heading, a line and a few dots."""
        colours = self._shown.colours
        painter.setPen(QPen(QColor(self._looks.theme.colours.line), 1))
        painter.setBrush(QColor(colours.paper))
        painter.drawRoundedRect(room, 9, 9)
        painter.setPen(QColor(colours.ink))
        painter.setFont(firago(18, bold=True))
        painter.drawText(room.adjusted(12, 6, 0, 0).topLeft() + QPointF(0, 20), "Aa")
        bar = QRectF(room.left() + 44, room.top() + 18, room.width() * 0.36, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.muted))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        for n, code in enumerate(("PQ", "WO", "MS", "IS")):
            painter.setBrush(QColor(self._shown.dimension(code)))
            painter.drawEllipse(QPointF(room.left() + 20 + n * 20, room.bottom() - 18), 7, 7)
