from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lqf_workshop.library.themes import THEME_CODES, theme
from lqf_workshop_ui.big_screen.window import AudienceWindow
from tests.ui.big_screen.samples import NOW, VOTE


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> AudienceWindow:
    window = AudienceWindow(theme("light"), now=lambda: NOW)
    window.set_reduced_motion(True)
    qtbot.addWidget(window)
    window.show_on(qapp.screens()[-1])
    window.stage.show_scene(VOTE)
    return window


def move_mouse(window: AudienceWindow, *xs: int) -> None:
    for x in xs:
        at = QPointF(x, 100)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            window.mapToGlobal(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(window, event)


def test_the_window_fills_its_display_and_does_not_stay_on_top(window: AudienceWindow) -> None:
    screen = QApplication.screens()[-1]
    assert window.isFullScreen()
    assert window.screen() is screen
    assert window.geometry() == screen.geometry()
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.windowTitle() == "LQF Workshop: for the room"


def test_every_key_goes_to_the_console(window: AudienceWindow) -> None:
    keys: list[int] = []

    def note(event: QKeyEvent) -> None:
        keys.append(event.key())

    window.key_pressed.connect(note)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_R, Qt.Key.Key_Space, Qt.Key.Key_Period):
        QTest.keyClick(window, key)
    assert keys == [
        Qt.Key.Key_PageDown,
        Qt.Key.Key_R,
        Qt.Key.Key_Space,
        Qt.Key.Key_Period,
    ]


def test_escape_always_gets_out(qtbot: QtBot, window: AudienceWindow) -> None:
    with (
        qtbot.waitSignal(window.left),
        qtbot.assertNotEmitted(window.key_pressed),
    ):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_closing_the_window_hides_it_and_it_can_come_back(
    qtbot: QtBot, window: AudienceWindow
) -> None:
    with qtbot.waitSignal(window.left):
        window.close()
    assert not window.isVisible()
    window.show_on(QApplication.screens()[0])
    assert window.isVisible()
    assert window.stage.scene == VOTE


def test_with_a_display_of_its_own_nothing_is_laid_over_the_scene(window: AudienceWindow) -> None:
    move_mouse(window, 10, 60)
    assert not window.strip.isVisible()


def test_on_a_single_display_the_controls_come_with_the_mouse_and_go_again(
    window: AudienceWindow,
) -> None:
    window.set_one_display(True)
    assert not window.strip.isVisible()
    move_mouse(window, 10)
    assert not window.strip.isVisible(), "Qt tells where a still pointer is, too"
    move_mouse(window, 60)
    assert window.strip.isVisible()
    assert window.rect().contains(window.strip.geometry())
    window.fall_quiet()
    assert not window.strip.isVisible()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    move_mouse(window, 90)
    assert window.strip.isVisible()
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("name", ["back", "next", "reveal", "blank", "neutral", "leave"])
def test_each_control_says_what_it_asks_for(
    qtbot: QtBot, window: AudienceWindow, name: str
) -> None:
    window.set_one_display(True)
    move_mouse(window, 10, 60)
    button = window.strip.buttons[name]
    assert button.accessibleName()
    assert min(button.width(), button.height()) >= 32
    with qtbot.waitSignal(window.asked) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [name]
    assert window.isVisible() == (name != "leave")


def test_the_controls_do_not_take_the_clickers_keys(window: AudienceWindow) -> None:
    for button in window.strip.buttons.values():
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("code", THEME_CODES)
def test_the_controls_come_and_go_softly_in_every_theme(
    qtbot: QtBot, window: AudienceWindow, code: str
) -> None:
    window.set_theme(theme(code))
    window.set_reduced_motion(False)
    window.set_one_display(True)
    move_mouse(window, 10, 60)
    qtbot.waitUntil(lambda: window.strip.opacity == 1.0)
    window.fall_quiet()
    qtbot.waitUntil(lambda: not window.strip.isVisible())
