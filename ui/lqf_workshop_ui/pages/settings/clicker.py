"""Try a clicker: what each of its buttons would do in a workshop."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.shortcuts import Command, command_of
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

REMEMBERED = 4
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}


def command_words(command: Command) -> str:
    """Say what a command does in a running workshop."""
    return {
        Command.NEXT: _("Next"),
        Command.BACK: _("Back"),
        Command.BLANK: _("Black screen, and back"),
        Command.NEUTRAL: _("Neutral slide at once"),
        Command.REVEAL: _("Reveal the votes"),
        Command.SWAP: _("Swap the screens"),
        Command.SHOW: _("Show to the room"),
        Command.LEAVE: _("Leave the big screen"),
        Command.TIMER: _("Start or pause the timer"),
        Command.MORE_TIME: _("Two more minutes"),
        Command.JOIN: _("How phones join"),
        Command.UNDO: _("Undo"),
        Command.REDO: _("Do again"),
        Command.PRINT: _("Print the summary so far"),
        Command.HELP: _("Help for the keys"),
        Command.LARGER: _("Larger words for the room"),
        Command.SMALLER: _("Smaller words for the room"),
    }[command]


def press_words(event: QKeyEvent) -> str:
    """Say which key came from the clicker, and what it means."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
    name = keys.toString(QKeySequence.SequenceFormat.NativeText).strip() or _("Unknown key")
    name = name.replace("PgDown", _("Page Down")).replace("PgUp", _("Page Up"))
    command = command_of(event, typing=False)
    meaning = command_words(command) if command else _("does nothing in a workshop")
    return f"{name}: {meaning}"


class ClickerCard(Surface):
    """Says what to do, catches the presses and lists the last of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 22), spacing=12)
        self.box.addWidget(words(_("Try your clicker"), "heading", self))
        self.catcher = PressCatcher(self)
        self.box.addWidget(self.catcher)
        self.box.addWidget(words(_("Tab leaves the field."), "small", self))


class PressCatcher(QFrame):
    """A field that takes every key while the keyboard is in it; only Tab leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("catcher")
        self.setAccessibleName(_("Press the buttons of the clicker here"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._presses: deque[str] = deque(maxlen=REMEMBERED)
        self.hint = words("", "muted", self)
        self.latest = words("", "figure", self)
        self.before = words("", "small", self)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 14, 20, 16)
        box.setSpacing(4)
        for label in (self.hint, self.latest, self.before):
            box.addWidget(label)
        box.addStretch(1)
        self.setMinimumHeight(132)
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Take a key before any shortcut of the page does."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show what the press means."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        elif key not in _MODIFIERS and not event.isAutoRepeat():
            self._presses.appendleft(press_words(event))
            self._tell()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that presses are heard."""
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say how to begin again."""
        super().focusOutEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.hint.setText(
            _("Press a button on the clicker")
            if self.hasFocus()
            else _("Click into this field, then press the clicker’s buttons")
        )
        presses = list(self._presses)
        self.latest.setText(presses[0] if presses else "")
        self.latest.setVisible(bool(presses))
        self.before.setText("\n".join(presses[1:]))
        self.before.setVisible(len(presses) > 1)
        self.setAccessibleDescription(presses[0] if presses else "")
