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
        self.size = words("", "strong", self)
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
        self.size.setFixedWidth(64)
        self.size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.smaller, self.size, self.larger):
            steps.addWidget(widget)
        steps.addStretch(1)
        side.addLayout(steps)
        hint = _("For a small screen or a large room. In a workshop: Ctrl and plus, Ctrl and minus.")
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
        self.size.setText(f"{round(now * 100)} %")
        self.size.setAccessibleName(_("{0} percent").format(round(now * 100)))
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
        return QSize(224, 126)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a frame, a headline and a line of text as they would stand there."""
        theme = self._looks.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.colours.control), 2))
        painter.setBrush(QColor(theme.colours.paper))
        painter.drawRoundedRect(frame, 10, 10)
        scale = self.width() / CANVAS.width()
        factor = self._looks.preferences.room_text
        painter.setClipRect(frame.adjusted(4, 4, -4, -4))
        painter.scale(scale, scale)
        y = 90.0
        for text, size, bold in ((_("How do we lead?"), 96, True), (_("9 of 11 voted"), 42, False)):
            font = firago(round(size * factor), bold)
            painter.setFont(font)
            painter.setPen(QColor(theme.colours.ink if bold else theme.colours.muted))
            y += size * factor * 1.2
            painter.drawText(QPointF(96, y), text)
        painter.end()
