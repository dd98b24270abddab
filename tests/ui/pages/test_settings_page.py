"""The Settings page: every choice holds as soon as it is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lqf_workshop import __version__
from lqf_workshop.preferences import load_preferences
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.settings import own_cards
from lqf_workshop_ui.pages.settings.clicker import command_words
from lqf_workshop_ui.pages.settings.parts_used import parts_used
from lqf_workshop_ui.pages.settings_page import SettingsPage
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.shortcuts import Command, key_help


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> SettingsPage:
    page = SettingsPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    page.show()
    return page


def test_a_theme_is_chosen_live_and_kept(
    page: SettingsPage, looks: Looks, preferences: Path
) -> None:
    page.look.themes["contrast"].click()
    assert looks.theme.code == "contrast"
    assert load_preferences(preferences).theme == "contrast"
    page.look.themes["dark"].click()
    assert page.look.themes["dark"].isChecked()
    assert not page.look.themes["contrast"].isChecked()


def test_the_regulators_framework_can_be_swapped_or_left_out(
    page: SettingsPage, looks: Looks, preferences: Path
) -> None:
    card = page.regulator
    assert card.choice.currentText() == "CQC single assessment framework"
    assert "Checked on" in card.about.text()
    for row, code in ((2, "cqc-2026-draft"), (0, "")):
        card.choice.setCurrentIndex(row)
        card.choice.activated.emit(row)
        assert looks.preferences.regulator == code
        assert load_preferences(preferences).regulator == code
    assert "do not ask" in card.about.text()


def test_motion_can_be_turned_on_and_off(page: SettingsPage, looks: Looks) -> None:
    assert page.look.calm.isChecked()
    page.look.calm.click()
    assert not looks.preferences.reduced_motion


def test_the_words_of_the_big_screen_grow_to_their_largest_and_no_further(
    page: SettingsPage, looks: Looks
) -> None:
    assert not page.room.smaller.isEnabled()
    for _press in range(10):
        page.room.larger.click()
    assert looks.preferences.room_text == 2.0
    assert page.room.percent.text() == "200 %"
    assert not page.room.larger.isEnabled()
    page.room.picture.grab()


def test_a_size_chosen_elsewhere_is_shown_here(page: SettingsPage, looks: Looks) -> None:
    looks.choose(room_text=1.5)
    assert page.room.percent.text() == "150 %"


def test_names_for_new_workshops_are_kept_when_the_line_is_left(
    page: SettingsPage, looks: Looks
) -> None:
    page.names.provider.setFocus()
    QTest.keyClicks(page.names.provider, "  Rowan   Care ")
    page.names.facilitator.setFocus()
    QTest.keyClicks(page.names.facilitator, "Amina")
    QTest.keyClick(page.names.facilitator, Qt.Key.Key_Return)
    assert looks.preferences.provider == "Rowan Care"
    assert looks.preferences.facilitator == "Amina"


def test_a_name_half_typed_is_kept_when_the_page_is_left(page: SettingsPage, looks: Looks) -> None:
    page.names.provider.setFocus()
    QTest.keyClicks(page.names.provider, "Row")
    page.hide()
    assert looks.preferences.provider == "Row"


def test_a_choice_that_cannot_be_saved_holds_and_is_told(
    qtbot: QtBot, page: SettingsPage, looks: Looks, problems: Problems, preferences: Path
) -> None:
    preferences.unlink()
    preferences.mkdir()
    with qtbot.waitSignal(problems.told) as told:
        page.look.themes["dark"].click()
    assert "Your choice holds for now" in told.args[0]
    assert looks.theme.code == "dark"


def test_the_library_file_is_named_and_its_folder_opens(
    page: SettingsPage, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(own_cards, "open_folder", opened.append)
    assert page.library.path.accessibleName() == str(library)
    page.library.open.click()
    assert opened == [library.parent]


def test_the_clicker_test_says_what_each_press_means(page: SettingsPage) -> None:
    catcher = page.clicker.catcher
    page.activateWindow()
    catcher.setFocus()
    assert catcher.hint.text() == "Press a button on the clicker"
    QTest.keyClick(catcher, Qt.Key.Key_PageDown)
    assert catcher.latest.text() == "Page Down: Next"
    QTest.keyClick(catcher, Qt.Key.Key_Period)
    assert catcher.latest.text() == ".: Black screen, and back"
    QTest.keyClick(catcher, Qt.Key.Key_F7)
    assert catcher.latest.text() == "F7: does nothing in a workshop"
    assert catcher.before.text().splitlines()[-1] == "Page Down: Next"


def test_tab_leaves_the_clicker_test(page: SettingsPage) -> None:
    page.activateWindow()
    page.clicker.catcher.setFocus()
    QTest.keyClick(page.clicker.catcher, Qt.Key.Key_Tab)
    assert not page.clicker.catcher.hasFocus()


@pytest.mark.parametrize("command", list(Command))
def test_every_command_has_words(command: Command) -> None:
    assert command_words(command)


def test_all_keys_of_a_running_workshop_are_listed(page: SettingsPage) -> None:
    texts = [label.text() for label in page.keys.findChildren(QLabel)]
    for keys, meaning in key_help():
        assert keys in texts
        assert meaning in texts


def test_about_names_the_version_and_on_request_the_licences(page: SettingsPage) -> None:
    assert page.about.version.text() == f"Version {__version__}"
    assert not page.about.parts.findChildren(QLabel)
    page.about.licences.button.click()
    texts = [label.text() for label in page.about.parts.findChildren(QLabel)]
    assert "PySide6-Essentials" in texts
    assert "OFL-1.1 (FiraGO)" in texts


def test_every_part_has_a_version_and_a_licence() -> None:
    parts = parts_used()
    assert len(parts) > 10
    assert all(part.version and part.licence and part.job for part in parts)
