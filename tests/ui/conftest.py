"""What tests of the screen have: two displays, the program's fonts and its look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from lqf_workshop.library.themes import theme
from lqf_workshop.preferences import Preferences, save_preferences
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.fonts import use_firago
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.steady import hold_constants
from lqf_workshop_ui.theme import wear
from tests.ui.console.displays import OFFSCREEN_REMARK, use_two_displays

use_two_displays()
hold_constants()


def pytest_configure(config: pytest.Config) -> None:
    """Let the offscreen platform say that it has no window manager; all else is a failure."""
    config.addinivalue_line("qt_log_ignore", OFFSCREEN_REMARK)


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Use the fonts of the program, so that words are as wide as they will be."""
    use_firago(qapp)


@pytest.fixture(scope="session")
def light(qapp: QApplication) -> None:
    """Dress everything in the light theme."""
    wear(qapp, theme("light"))


@pytest.fixture
def preferences(tmp_path: Path) -> Path:
    """The choices of a person who wants no motion, so that pictures stand still at once."""
    file = tmp_path / "preferences.json"
    save_preferences(file, Preferences(reduced_motion=True))
    return file


@pytest.fixture
def looks(qapp: QApplication, preferences: Path) -> Iterator[Looks]:
    """The person's choices, live."""
    looks = Looks(preferences)
    yield looks
    looks.deleteLater()


@pytest.fixture
def problems(qapp: QApplication) -> Iterator[Problems]:
    """Where problems are told."""
    problems = Problems()
    yield problems
    problems.deleteLater()


@pytest.fixture
def changes(qapp: QApplication, services: Services) -> Iterator[ChangeSignals]:
    """The announcements of the services as a Qt signal."""
    owner = QObject()
    yield ChangeSignals(services.changes, owner)
    owner.deleteLater()
