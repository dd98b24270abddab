"""Under the controls: the timer, and the way back and on."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.meeting import Timer
from lqf_workshop.services.desk import Clock
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.shortcuts import Command
from lqf_workshop_ui.widgets.buttons import KeyButton
from lqf_workshop_ui.widgets.words import line, set_role


def clock_words(seconds: int) -> str:
    """Write seconds as a countdown, for example "1:52"."""
    return f"{seconds // 60}:{seconds % 60:02d}"


class Foot(QWidget):
    """Timer at the left, Back and Next at the right. ``asked`` carries what a key would."""

    asked = Signal(Command)

    def __init__(self, looks: Looks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer: Timer | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(10)
        self.time = line("", "figure", self)
        self.time.setMinimumWidth(56)
        self.start = self._button(looks, _("Timer"), "T", Command.TIMER)
        self.more = self._button(looks, _("2 more minutes"), "+", Command.MORE_TIME)
        self.back = self._button(looks, _("Back"), "←", Command.BACK)
        self.next = self._button(looks, _("Next"), "→", Command.NEXT)
        for widget in (self.time, self.start, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self._second = QTimer(self, interval=500)
        self._second.timeout.connect(self._tick)

    def _button(self, looks: Looks, text: str, key: str, command: Command) -> KeyButton:
        made = KeyButton(text, key, looks, self)
        made.setProperty("command", command)
        made.clicked.connect(self._ask)
        return made

    def show_timer(self, timer: Timer | None) -> None:
        """Show the countdown, or offer to start one."""
        self._timer = timer
        running = timer is not None and timer.running
        self.more.setVisible(timer is not None)
        if running:
            self._second.start()
        else:
            self._second.stop()
        self._tick()

    def show_way(self, *, back: bool, on: bool, main: bool) -> None:
        """Say whether there is a way back and on, and whether going on is the main thing."""
        self.back.setEnabled(back)
        self.next.setEnabled(on)
        kind = "primary" if main else "plain"
        if self.next.property("kind") != kind:
            self.next.setProperty("kind", kind)
            self.next.style().unpolish(self.next)
            self.next.style().polish(self.next)

    @Slot()
    def _tick(self) -> None:
        timer = self._timer
        left = timer.left(self._clock()) if timer else 0
        self.time.setText(clock_words(left) if timer else "")
        self.time.setVisible(timer is not None)
        self.start.setText(self._start_words(left))
        set_role(self.time, "warm" if timer and left == 0 else "figure")

    def _start_words(self, left: int) -> str:
        """Say what the button does now, as T does."""
        if self._timer is None:
            return _("Timer")
        if left == 0:
            return _("Clear")
        return _("Pause") if self._timer.running else _("Go on")

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.sender().property("command"))
