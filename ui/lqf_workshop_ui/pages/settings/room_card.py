"""How large the words on the big screen are, with a small picture of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import ROOM_TEXT_SIZES, Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

CANVAS = QSize(1920, 1080)
"""The big screen's own measure; the picture is this canvas, made small."""


class RoomTextCard(Surface):
    """Smaller, larger, and what the room would see."""

    def __init__(self, looks: Looks, problems: Problems, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 22), spacing=12)
        self._looks = looks
        self._problems = problems
        self.smaller = button("−", kind="round", parent=self, hint=_("Smaller words"))
        self.larger = button("+", kind="round", parent=self, hint=_("Larger words"))
        self.percent = words("", "strong", self)
        self.picture = RoomPicture(looks, self)
        self.smaller.clicked.connect(self._shrink)
        self.larger.clicked.connect(self._enlarge)
        self._lay_out()
        looks.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        self.box.addWidget(words(_("Words on the big screen"), "heading", self))
        side = QVBoxLayout()
        side.setSpacing(10)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        for made in (self.smaller, self.larger):
            made.setFixedSize(44, 40)
        self.percent.setFixedWidth(64)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.smaller, self.percent, self.larger):
            steps.addWidget(widget)
        steps.addStretch(1)
        side.addLayout(steps)
        hint = _(
            "For a small screen or a large room. In a workshop: Ctrl and plus, Ctrl and minus."
        )
        side.addWidget(words(hint, "small", self))
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(side, 1)
        row.addWidget(self.picture)
        self.box.addLayout(row)

    @Slot()
    def _show(self) -> None:
        now = self._looks.preferences.room_text
        self.percent.setText(f"{round(now * 100)} %")
        self.percent.setAccessibleName(_("{0} percent").format(round(now * 100)))
        self.smaller.setEnabled(now > ROOM_TEXT_SIZES[0])
        self.larger.setEnabled(now < ROOM_TEXT_SIZES[-1])
        self.picture.update()

    @Slot()
    def _shrink(self) -> None:
        self._step(-1)

    @Slot()
    def _enlarge(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        size = self._looks.next_room_text(step)
        self._problems.attempt(lambda: self._looks.choose(room_text=size))


class RoomPicture(QWidget):
    """The big screen, small: a headline and a line in the chosen size."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setAccessibleName(_("A small picture of the big screen"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The big screen's shape."""
        return QSize(208, 117)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a frame, a headline and a line of text as they would stand there."""
        theme = self._looks.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.colours.control), 2))
        painter.setBrush(QColor(theme.colours.paper))
        painter.drawRoundedRect(frame, 10, 10)
        painter.setClipRect(frame.adjusted(4, 4, -4, -4))
        scale = self.width() / CANVAS.width()
        painter.scale(scale, scale)
        self._paint_scene(painter, self._looks.preferences.room_text)
        painter.end()

    def _paint_scene(self, painter: QPainter, factor: float) -> None:
        """Paint a headline, the five answers, and how many have voted."""
        colours = self._looks.theme.colours
        y = 96 + 100 * factor
        painter.setPen(QColor(colours.ink))
        painter.setFont(firago(round(116 * factor), bold=True))
        painter.drawText(QPointF(96, y), _("How do we lead?"))
        for n in range(5):
            box = QRectF(96 + n * 350, y + 70, 326, 170 * factor)
            painter.setPen(QPen(QColor(colours.control), 6))
            painter.setBrush(QColor(colours.card))
            painter.drawRoundedRect(box, 40, 40)
            painter.setPen(QColor(colours.accent))
            painter.setFont(firago(round(110 * factor), bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(n + 1))
        painter.setPen(QColor(colours.muted))
        painter.setFont(firago(round(76 * factor), bold=True))
        painter.drawText(QPointF(96, y + 70 + 290 * factor), _("9 of 11 voted"))
