"""When a bug rises: the person is told that the work is saved, and the log holds no words."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from lqf_workshop_ui import crash

SECRET = "Mrs Okafor said she was frightened"


@pytest.fixture
def log_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for the log; what catching crashes changed is put back."""
    folder = tmp_path / "log"
    monkeypatch.setattr(crash, "log_folder", lambda: folder)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    before = list(crash.log.handlers)
    yield folder
    for handler in crash.log.handlers[:]:
        if handler not in before:
            crash.log.removeHandler(handler)
            handler.close()


@pytest.fixture
def shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What crash dialogs said; they close at once."""
    texts: list[str] = []

    def look(box: QMessageBox) -> int:
        texts.append("\n".join((box.text(), box.informativeText(), box.detailedText())))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    return texts


def break_down() -> None:
    note = SECRET
    raise ValueError(note)


def caught() -> ValueError:
    with pytest.raises(ValueError, match=SECRET) as error:
        break_down()
    return error.value


def test_the_person_is_told_that_the_work_is_saved(log_folder: Path, shown: list[str]) -> None:
    error = caught()
    crash.tell(type(error), error, error.__traceback__)
    assert shown[0].startswith("Something went wrong in the program. Your work is saved.")
    assert "You can go on." in shown[0]


def test_neither_the_log_nor_the_dialog_holds_words_people_typed(
    log_folder: Path, shown: list[str]
) -> None:
    crash.catch_crashes()
    error = caught()
    crash.tell(type(error), error, error.__traceback__)
    logged = (log_folder / "problems.log").read_text("utf-8")
    for text in (logged, shown[0]):
        assert "ValueError" in text
        assert "break_down" in text
        assert SECRET not in text


def test_an_error_raised_from_another_does_not_tell_the_others_words(
    log_folder: Path, shown: list[str]
) -> None:
    crash.catch_crashes()
    try:
        try:
            break_down()
        except ValueError as first:
            raise RuntimeError(f"while saving {SECRET}") from first
    except RuntimeError as error:
        crash.tell(type(error), error, error.__traceback__)
    assert SECRET not in (log_folder / "problems.log").read_text("utf-8") + shown[0]


def test_every_unexpected_error_gets_there(log_folder: Path) -> None:
    crash.catch_crashes()
    assert sys.excepthook is crash.tell


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log_folder: Path, shown: list[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    monkeypatch.setattr(crash, "log_folder", lambda: in_the_way)
    crash.catch_crashes()
    assert any(type(h) is logging.StreamHandler for h in crash.log.handlers)
    error = caught()
    crash.tell(type(error), error, error.__traceback__)
    assert len(shown) == 1


def test_the_log_does_not_grow_without_end(
    log_folder: Path, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "LOG_BYTES", 2000)
    crash.catch_crashes()
    error = caught()
    for _time in range(60):
        crash.tell(type(error), error, error.__traceback__)
    files = list(log_folder.iterdir())
    assert 1 < len(files) <= 3
    assert sum(f.stat().st_size for f in files) <= 3 * crash.LOG_BYTES


def test_control_c_in_a_terminal_is_no_crash(
    qtbot: QtBot, log_folder: Path, shown: list[str]
) -> None:
    crash.tell(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
