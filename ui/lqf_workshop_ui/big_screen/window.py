"""The window the room looks at, and the thin strip of controls for a single display."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.library.themes import Theme
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.stage import Stage, utc_now
from lqf_workshop_ui.big_screen.strip import ControlStrip

QUIET_MILLISECONDS = 3000
"""How long after the last movement the strip and the mouse pointer go away."""


class AudienceWindow(QWidget):
    """A window of its own that shows the stage and decides nothing.

    It swallows no key: each goes out as ``key_pressed``, so that the console treats it as if
    it had been pressed there. Only Esc is its own: it always gets out.
    """

    key_pressed = Signal(QKeyEvent)
    """A key other than Esc; the event lives only while the signal is handled."""
    left = Signal()
    """The window was left by Esc, by the strip, or by closing it; it is hidden now."""
    asked = Signal(str)
    """A button of the strip: back, next, reveal, blank, neutral or leave.

    After "leave" the window goes by itself, and ``left`` follows.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_("LQF Workshop: for the room"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMouseTracking(True)
        self.stage = Stage(theme, self, now=now)
        self.stage.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stage)
        self.strip = ControlStrip(theme, self)
        self.strip.hide()
        self.strip.asked.connect(self._ask)
        self._one_display = False
        self._pointer_at: QPoint | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self.fall_quiet)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours on the stage and on the strip."""
        self.stage.set_theme(theme)
        self.strip.set_theme(theme)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Neither let dots fall nor let the strip fade."""
        self.stage.set_reduced_motion(reduced)
        self.strip.set_reduced_motion(reduced)

    def set_one_display(self, one: bool) -> None:
        """Offer the strip of controls, since the console is behind this window."""
        self._one_display = one
        if not one:
            self.strip.go()

    def show_on(self, screen: QScreen) -> None:
        """Fill ``screen``; the window goes there before it is shown full-screen."""
        self.winId()
        handle = self.windowHandle()
        if self.isVisible() and handle and handle.screen() is not screen:
            self.hide()
        if handle:
            handle.setScreen(screen)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._quiet.start()

    # Keys and the pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, and hand on every other key."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        self.key_pressed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Wake at a real movement; Qt also reports a still pointer when windows change."""
        where = event.globalPosition().toPoint()
        moved = self._pointer_at is not None and where != self._pointer_at
        self._pointer_at = where
        if moved:
            self._wake()
        super().mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Forget where the pointer was once it leaves."""
        if event.type() == QEvent.Type.Leave:
            self._pointer_at = None
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strip at the foot."""
        super().resizeEvent(event)
        self._place_strip()

    def hideEvent(self, event: QHideEvent) -> None:
        """Begin with a quiet window next time."""
        super().hideEvent(event)
        self._quiet.stop()
        self.strip.go()
        self.unsetCursor()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide, tell that the room was left, and leave the program running."""
        event.accept()
        self.hide()
        self.left.emit()

    def _wake(self) -> None:
        self.unsetCursor()
        if self._one_display:
            self._place_strip()
            self.strip.come()
        self._quiet.start()

    @Slot()
    def fall_quiet(self) -> None:
        """Take strip and pointer away, unless the pointer rests on the strip."""
        if self.strip.isVisible() and self.strip.underMouse():
            self._quiet.start()
            return
        self.strip.go()
        self.setCursor(Qt.CursorShape.BlankCursor)

    @Slot(str)
    def _ask(self, what: str) -> None:
        self.asked.emit(what)
        if what == "leave":
            self.close()

    def _place_strip(self) -> None:
        size: QSize = self.strip.sizeHint()
        left = (self.width() - size.width()) // 2
        top = self.height() - size.height() - 8
        self.strip.setGeometry(left, top, size.width(), size.height())
        self.strip.raise_()
