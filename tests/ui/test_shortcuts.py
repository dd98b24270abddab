"""The keys of a running workshop, as one table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from lqf_workshop_ui.shortcuts import Command, command_of, key_help, vote_of

K, M = Qt.Key, Qt.KeyboardModifier


def pressed(key: Qt.Key, held: Qt.KeyboardModifier = M.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


CLICKER = [
    (K.Key_PageDown, Command.NEXT),
    (K.Key_PageUp, Command.BACK),
    (K.Key_F5, Command.SHOW),
    (K.Key_Escape, Command.LEAVE),
    (K.Key_F1, Command.HELP),
]
LETTERS = [
    (K.Key_Right, Command.NEXT),
    (K.Key_Space, Command.NEXT),
    (K.Key_Left, Command.BACK),
    (K.Key_Period, Command.BLANK),
    (K.Key_B, Command.BLANK),
    (K.Key_N, Command.NEUTRAL),
    (K.Key_R, Command.REVEAL),
    (K.Key_S, Command.SWAP),
    (K.Key_T, Command.TIMER),
    (K.Key_Plus, Command.MORE_TIME),
]


@pytest.mark.parametrize(("key", "command"), CLICKER + LETTERS)
def test_every_key_of_a_run_has_its_command(key: Qt.Key, command: Command) -> None:
    assert command_of(pressed(key), typing=False) is command


@pytest.mark.parametrize(("key", "command"), CLICKER)
def test_the_keys_of_a_clicker_work_while_typing(key: Qt.Key, command: Command) -> None:
    assert command_of(pressed(key), typing=True) is command


@pytest.mark.parametrize(("key", "_command"), LETTERS)
def test_letters_are_letters_while_typing(key: Qt.Key, _command: Command) -> None:
    assert command_of(pressed(key), typing=True) is None


@pytest.mark.parametrize(
    ("key", "held", "command"),
    [
        (K.Key_Z, M.ControlModifier, Command.UNDO),
        (K.Key_Z, M.ControlModifier | M.ShiftModifier, Command.REDO),
        (K.Key_P, M.ControlModifier, Command.PRINT),
        (K.Key_Plus, M.ControlModifier, Command.LARGER),
        (K.Key_Equal, M.ControlModifier, Command.LARGER),
        (K.Key_Minus, M.ControlModifier, Command.SMALLER),
        (K.Key_Plus, M.ControlModifier | M.KeypadModifier, Command.LARGER),
        (K.Key_Plus, M.ShiftModifier, Command.MORE_TIME),
        (K.Key_Plus, M.KeypadModifier, Command.MORE_TIME),
        (K.Key_PageDown, M.KeypadModifier, Command.NEXT),
    ],
)
def test_keys_with_others_held(key: Qt.Key, held: Qt.KeyboardModifier, command: Command) -> None:
    assert command_of(pressed(key, held), typing=False) is command


def test_a_field_for_words_keeps_its_own_undo() -> None:
    assert command_of(pressed(K.Key_Z, M.ControlModifier), typing=True) is None


@pytest.mark.parametrize("held", [M.AltModifier, M.MetaModifier, M.AltModifier | M.ControlModifier])
def test_keys_held_with_alt_mean_nothing(held: Qt.KeyboardModifier) -> None:
    assert command_of(pressed(K.Key_R, held), typing=False) is None
    assert command_of(pressed(K.Key_PageDown, held), typing=False) is None
    assert command_of(pressed(K.Key_P, held), typing=False) is None


@pytest.mark.parametrize("key", [K.Key_A, K.Key_Return, K.Key_Down, K.Key_6, K.Key_F4])
def test_other_keys_mean_nothing(key: Qt.Key) -> None:
    assert command_of(pressed(key), typing=False) is None


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("held", [M.NoModifier, M.KeypadModifier])
def test_digits_are_votes_on_both_sides_of_the_keyboard(
    number: int, held: Qt.KeyboardModifier
) -> None:
    assert vote_of(pressed(Qt.Key(K.Key_0 + number), held)) == number


@pytest.mark.parametrize("key", [K.Key_6, K.Key_9, K.Key_A, K.Key_Space])
def test_no_other_key_is_a_vote(key: Qt.Key) -> None:
    assert vote_of(pressed(key)) is None


@pytest.mark.parametrize("held", [M.ControlModifier, M.ShiftModifier, M.AltModifier])
def test_a_digit_with_another_key_held_is_no_vote(held: Qt.KeyboardModifier) -> None:
    assert vote_of(pressed(K.Key_3, held)) is None


def test_the_help_names_every_command_once() -> None:
    told = [does for _key, does in key_help()]
    assert len(told) == len(set(told))
    assert len(told) >= len(set(Command)) - 1
