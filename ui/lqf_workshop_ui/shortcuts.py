"""The keys of a running workshop: one table for keyboard and clicker, both windows alike."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from lqf_workshop.wording import _


class Command(Enum):
    """What a key asks for in run mode."""

    NEXT = "next"
    BACK = "back"
    BLANK = "blank"
    NEUTRAL = "neutral"
    REVEAL = "reveal"
    SWAP = "swap"
    SHOW = "show"
    LEAVE = "leave"
    TIMER = "timer"
    MORE_TIME = "more-time"
    UNDO = "undo"
    REDO = "redo"
    PRINT = "print"
    HELP = "help"
    LARGER = "larger"
    SMALLER = "smaller"
    JOIN = "join"


_K = Qt.Key
ALWAYS = {
    _K.Key_PageDown: Command.NEXT,
    _K.Key_PageUp: Command.BACK,
    _K.Key_F5: Command.SHOW,
    _K.Key_Escape: Command.LEAVE,
    _K.Key_F1: Command.HELP,
    _K.Key_F8: Command.NEUTRAL,
}
"""Keys that work even while typing; a clicker sends these."""
WHEN_NOT_TYPING = {
    _K.Key_Right: Command.NEXT,
    _K.Key_Space: Command.NEXT,
    _K.Key_Left: Command.BACK,
    _K.Key_Period: Command.BLANK,
    _K.Key_B: Command.BLANK,
    _K.Key_N: Command.NEUTRAL,
    _K.Key_R: Command.REVEAL,
    _K.Key_J: Command.JOIN,
    _K.Key_S: Command.SWAP,
    _K.Key_T: Command.TIMER,
    _K.Key_Plus: Command.MORE_TIME,
}
_WITH_CONTROL = {
    _K.Key_P: Command.PRINT,
    _K.Key_Plus: Command.LARGER,
    _K.Key_Equal: Command.LARGER,
    _K.Key_Minus: Command.SMALLER,
}
_DIGITS = {getattr(_K, f"Key_{n}"): n for n in range(6)}


def command_of(event: QKeyEvent, *, typing: bool) -> Command | None:
    """Return what a key press asks for, or None when it means nothing in a run.

    ``typing`` is whether the keyboard is in a field for words, which keeps its letters and
    its own undo.
    """
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held & Qt.KeyboardModifier.AltModifier:
        return None  # AltGr, which types letters, comes as Control and Alt together
    if held & Qt.KeyboardModifier.ControlModifier:
        if key == _K.Key_Z and not typing:
            shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
            return Command.REDO if shift else Command.UNDO
        return _WITH_CONTROL.get(key)
    if held & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    if key in ALWAYS:
        return ALWAYS[key]
    return None if typing else WHEN_NOT_TYPING.get(key)


def vote_of(event: QKeyEvent) -> int | None:
    """Return the vote a key gives in the voting screens: 1 to 5, or 0 for "can't see"."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return None if held else _DIGITS.get(Qt.Key(event.key()))


def digit_of(event: QKeyEvent) -> int | None:
    """Return the number from 0 to 9 that a key writes, on the keypad too."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    return key - _K.Key_0 if not held and _K.Key_0 <= key <= _K.Key_9 else None


def key_help() -> tuple[tuple[str, str], ...]:
    """Return the keys and what they do, for the help of a running workshop."""
    return (
        (_("Page Down, Right, Space"), _("Next")),
        (_("Page Up, Left"), _("Back")),
        ("R", _("Reveal the votes")),
        (_("1 to 5, and 0"), _("Count a vote; Backspace takes it back")),
        (_("1 to 9, 0, Enter, F2"), _("Group answers; 1 to 9 give a dot to a pile")),
        ("J", _("How phones join, on the big screen")),
        (_("N, or F8 while typing"), _("Neutral slide at once")),
        (_("B or full stop"), _("Black screen, and back")),
        ("T", _("Start or pause the timer")),
        ("+", _("Two more minutes")),
        ("S", _("Swap the screens")),
        ("F5", _("Show to the room")),
        ("Esc", _("Leave the big screen")),
        (_("Ctrl + Z, Ctrl + Shift + Z"), _("Undo, and do again")),
        ("Ctrl + P", _("Print the summary so far; with the actions, the plan")),
        (_("Ctrl + Plus, Ctrl + Minus"), _("Larger or smaller words for the room")),
        ("F1", _("This help")),
    )
