"""The thin strip of controls on a single display: it comes with the mouse and goes again."""

from __future__ import annotations

from PySide6.QtCore import QPropertyAnimation, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from lqf_workshop.library.themes import Theme
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import colour
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.icons import paint_icon

FADE_MILLISECONDS = 160
_HEIGHT, _ICON, _PAD, _RADIUS = 40, 22, 14, 10


class StripButton(QAbstractButton):
    """One control: an icon and its word. It never takes the keyboard away from the clicker."""

    wanted = Signal(str)

    def __init__(self, name: str, icon: str, word: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolTip(tip)
        self.setFont(firago(17, bold=True))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name, self._icon = name, icon
        self._ink = self._over = "#FFFFFF"
        self.clicked.connect(self._want)

    def use_colours(self, ink: str, over: str) -> None:
        """Set the colour of the words, and of the field under the mouse."""
        self._ink, self._over = ink, over
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the icon, the word, and a thumb."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(_PAD + _ICON + 10 + words + _PAD, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon and the word, on a field while the mouse is over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(QPen(colour(self._ink), 1) if self.isDown() else Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._over))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        top = (self.height() - _ICON) / 2
        paint_icon(painter, self._icon, QRectF(_PAD, top, _ICON, _ICON), self._ink)
        painter.setPen(colour(self._ink))
        painter.setFont(self.font())
        left = _PAD + _ICON + 10
        painter.drawText(
            self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self._name)


class ControlStrip(QWidget):
    """Back, next, reveal, blank, neutral slide, leave; for when the console is not in sight."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Controls"))
        self._theme = theme
        self._reduced_motion = False
        self.buttons = {
            name: StripButton(name, icon, word, tip, self) for name, icon, word, tip in _controls()
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(4)
        for button in self.buttons.values():
            button.wanted.connect(self.asked)
            layout.addWidget(button)
        self._veil = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._veil)
        self._fade = QPropertyAnimation(self._veil, b"opacity", self)
        self._fade.setDuration(FADE_MILLISECONDS)
        self._fade.finished.connect(self._faded)
        self._coming = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        for button in self.buttons.values():
            button.use_colours(theme.colours.on_side, theme.colours.side_raised)
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Come and go at once when ``reduced``."""
        self._reduced_motion = reduced

    @property
    def opacity(self) -> float:
        """How far it has appeared, from 0 to 1."""
        return self._veil.opacity()

    def come(self) -> None:
        """Appear, if not there already."""
        if self._coming and self.isVisible():
            return
        self._coming = True
        self.show()
        self._fade_to(1.0)

    def go(self) -> None:
        """Disappear."""
        self._coming = False
        if self.isVisible():
            self._fade_to(0.0)
        else:
            self.hide()

    def _fade_to(self, opacity: float) -> None:
        self._fade.stop()
        if self._reduced_motion or not self.isVisible():
            self._veil.setOpacity(opacity)
            self._faded()
            return
        self._fade.setStartValue(self._veil.opacity() if opacity == 0 else 0.0)
        self._fade.setEndValue(opacity)
        self._fade.start()

    @Slot()
    def _faded(self) -> None:
        if not self._coming:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar under the buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._theme.border
        painter.setPen(QPen(colour(self._theme.colours.side_muted), line))
        painter.setBrush(colour(self._theme.colours.side))
        inner = QRectF(self.rect()).adjusted(line, line, -line, -line)
        painter.drawRoundedRect(inner, 16, 16)


def _controls() -> list[tuple[str, str, str, str]]:
    """Name every control: its name, icon, word, and the key that does the same."""
    return [
        ("back", "back", _("Back"), _("Page Up")),
        ("next", "next", _("Next"), _("Page Down")),
        ("reveal", "eye", _("Reveal"), "R"),
        ("blank", "blank-screen", _("Blank"), "B"),
        ("neutral", "neutral", _("Neutral slide"), "N"),
        ("leave", "close", _("Leave"), "Esc"),
    ]
