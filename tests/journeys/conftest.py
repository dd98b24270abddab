"""The whole program on two displays, with a library and choices of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lqf_workshop.preferences import Preferences, save_preferences
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.app import Application
from lqf_workshop_ui.fonts import use_firago
from lqf_workshop_ui.main_window import MainWindow
from lqf_workshop_ui.steady import hold_constants
from tests.builders import ROOT
from tests.ui.console.displays import OFFSCREEN_REMARK, two_displays, use_two_displays

use_two_displays()
hold_constants()


def pytest_configure(config: pytest.Config) -> None:
    """Let the offscreen platform say that it has no window manager; all else is a failure."""
    config.addinivalue_line("qt_log_ignore", OFFSCREEN_REMARK)


@pytest.fixture
def preferences(tmp_path: Path) -> Path:
    """The choices of a person who wants no motion."""
    file = tmp_path / "preferences.json"
    save_preferences(file, Preferences(reduced_motion=True))
    return file


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, services: Services, preferences: Path
) -> Iterator[MainWindow]:
    """The program's window just after its first start."""
    use_firago(qapp)
    application = Application(qapp, services, preferences)
    made = application.window
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    room = made.room.window
    made.close()
    for one in (room, made):
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """The environment of a child process: two displays, and every folder of the person's own."""
    folders = {
        name: str(tmp_path / name.lower())
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    }
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    path = os.pathsep.join((str(ROOT), str(ROOT / "ui")))
    return kept | folders | {"QT_QPA_PLATFORM": two_displays(), "PYTHONPATH": path}
