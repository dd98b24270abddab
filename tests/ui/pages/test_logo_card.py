"""The logo in Settings: chosen, shown, named, refused and taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.preferences import load_preferences
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.settings.logo_card import LogoCard
from lqf_workshop_ui.problems import Problems
from tests.pictures import bomb, picture

LONG = 10_000


@pytest.fixture
def card(qtbot: QtBot, light: None, looks: Looks, problems: Problems) -> LogoCard:
    card = LogoCard(looks, problems)
    qtbot.addWidget(card)
    card.show()
    return card


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "ours.png"
    file.write_bytes(picture())
    return file


def choose(card: LogoCard, file: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(_kind: type[LogoCard], _parent: QWidget) -> Path | None:
        return file

    monkeypatch.setattr(LogoCard, "ask_file", classmethod(ask))
    card.choose_button.click()


def test_a_logo_is_chosen_shown_kept_and_removed(
    qtbot: QtBot,
    card: LogoCard,
    ours: Path,
    looks: Looks,
    preferences: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not card.picture.isVisible()
    assert not card.remove_button.isVisible()
    choose(card, ours, monkeypatch)
    qtbot.waitUntil(card.picture.isVisible, timeout=LONG)
    kept = load_preferences(preferences).logo
    assert (looks.folder / kept).is_file()
    assert card.choose_button.isEnabled()
    card.alt.setText("A green bar")
    card.alt.keep()
    assert load_preferences(preferences).logo_words == "A green bar"
    assert card.picture.accessibleName() == "A green bar"
    card.remove_button.click()
    assert not card.picture.isVisible()
    assert load_preferences(preferences).logo == ""
    assert not (looks.folder / kept).exists()
    assert ours.exists()


def test_another_logo_takes_the_place_of_the_first(
    qtbot: QtBot,
    card: LogoCard,
    ours: Path,
    looks: Looks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(card, ours, monkeypatch)
    qtbot.waitUntil(lambda: bool(looks.preferences.logo), timeout=LONG)
    first = looks.preferences.logo
    other = tmp_path / "other.jpg"
    other.write_bytes(picture("JPEG", (80, 80)))
    qtbot.waitUntil(card.choose_button.isEnabled, timeout=LONG)
    choose(card, other, monkeypatch)
    qtbot.waitUntil(lambda: looks.preferences.logo != first, timeout=LONG)
    assert [file.name for file in looks.folder.glob("logo-*")] == [looks.preferences.logo]


@pytest.mark.parametrize(
    ("content", "said"), [(b"<html>", "Choose a PNG or JPEG"), (bomb(), "too many dots")]
)
def test_a_bad_file_gets_a_clear_sentence_and_changes_nothing(
    qtbot: QtBot,
    card: LogoCard,
    looks: Looks,
    problems: Problems,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    said: str,
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(content)
    with qtbot.waitSignal(problems.told, timeout=LONG) as told:
        choose(card, bad, monkeypatch)
    assert told.args is not None
    assert said in told.args[0]
    qtbot.waitUntil(card.choose_button.isEnabled, timeout=LONG)
    assert looks.preferences.logo == ""
    assert "Add its logo" in card.hint.text()


def test_changing_ones_mind_changes_nothing(
    card: LogoCard, looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(card, None, monkeypatch)
    assert looks.preferences.logo == ""
    assert card.choose_button.isEnabled()


def test_a_picture_that_went_missing_is_said_and_can_be_removed(
    qtbot: QtBot,
    card: LogoCard,
    ours: Path,
    looks: Looks,
    problems: Problems,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(card, ours, monkeypatch)
    qtbot.waitUntil(lambda: bool(looks.preferences.logo), timeout=LONG)
    (looks.folder / looks.preferences.logo).unlink()
    again = LogoCard(looks, problems)
    qtbot.addWidget(again)
    again.show()
    assert "not there any more" in again.hint.text()
    again.remove_button.click()
    assert "Add its logo" in again.hint.text()
