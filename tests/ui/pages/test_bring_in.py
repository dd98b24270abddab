"""Workshops come in from files: by the button, by drag and drop, and as the person chooses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.files import FileLook, How
from lqf_workshop_ui.background import stop_all
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.leaving import Leaving
from lqf_workshop_ui.pages.results.saving import Saving
from lqf_workshop_ui.pages.workshops.bring_in import BringIn
from lqf_workshop_ui.pages.workshops_page import WorkshopsPage
from lqf_workshop_ui.problems import Problems
from tests.builders import FixedClock, library_of, plan, prepare, rate


@pytest.fixture
def other(
    tmp_path: Path, empty_library: Path, shelf: Shelf, clock: FixedClock
) -> Iterator[Services]:
    """Another laptop, from which the files come."""
    with library_of(empty_library, tmp_path / "other", shelf, clock) as opened:
        yield opened


@pytest.fixture
def files(other: Services, tmp_path: Path) -> list[Path]:
    """Two workshops as files."""
    found = []
    for team in ("Rowan House", "Elder Bank"):
        path = tmp_path / f"{team}.lqfworkshop"
        other.files.write(prepare(other, plan(team, provider="Oak Care")), path)
        found.append(path)
    return found


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> Iterator[WorkshopsPage]:
    page = WorkshopsPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.refresh()
    yield page
    stop_all(page)


@pytest.fixture
def told(problems: Problems) -> list[str]:
    """The sentences that were told."""
    heard: list[str] = []
    problems.told.connect(lambda sentence, _wrong: heard.append(sentence))
    return heard


def looked(qtbot: QtBot, page: WorkshopsPage) -> BringIn:
    """Return the dialog once it has looked at its files."""
    dialog = page.findChildren(BringIn)[-1]
    qtbot.waitUntil(lambda: bool(dialog.rows or dialog.refused))
    return dialog


def look_at(qtbot: QtBot, page: WorkshopsPage, *files: Path) -> BringIn:
    page.files.look_at(list(files))
    return looked(qtbot, page)


def bring(qtbot: QtBot, dialog: BringIn) -> list[int]:
    with qtbot.waitSignal(dialog.brought) as told:
        QTest.keyClick(dialog.bring_button, Qt.Key.Key_Space)
    assert told.args
    return list(told.args[0])


def test_two_new_workshops_come_in_and_are_taken_back_by_one_key(
    qtbot: QtBot,
    page: WorkshopsPage,
    services: Services,
    files: list[Path],
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(BringIn, "ask_files", lambda _parent: files)
    page.bring_button.click()
    dialog = looked(qtbot, page)
    assert dialog.heading.text() == "2 files"
    assert [row.standing.text() for row in dialog.rows] == ["Not here yet."] * 2
    assert "Not started" in dialog.rows[0].contents.text()
    assert dialog.rows[0].provider.text() == "Oak Care"
    assert dialog.bring_button.text() == "Bring in 2 workshops"
    assert dialog.bring_button.hasFocus()
    numbers = bring(qtbot, dialog)
    assert services.lists.count() == 2
    assert page.chosen is not None
    assert page.chosen.id == numbers[0]
    assert told == ["2 workshops are brought in. Ctrl + Z takes it back."]
    qtbot.waitUntil(lambda: page.findChild(BringIn) is None)
    page.activateWindow()
    qtbot.waitUntil(page.list.hasFocus)
    QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert services.lists.count() == 0
    assert told[-1] == "Taken back: bringing in workshops."


def test_what_differs_is_shown_and_nothing_happens_until_it_is_chosen(
    qtbot: QtBot, page: WorkshopsPage, services: Services, other: Services, files: list[Path]
) -> None:
    bring(qtbot, look_at(qtbot, page, files[0]))
    rate(other, 1, "PQ", 3, 4, 4)
    other.files.write(1, files[0])
    dialog = look_at(qtbot, page, files[0])
    (row,) = dialog.rows
    assert [line.text() for line in row.differences] == [
        "•  Votes: 1 more in the file (Personal qualities)"
    ]
    assert row.how is How.KEEP_MINE
    assert not dialog.bring_button.isEnabled()
    row.choices.buttons[How.REPLACE.value].click()
    assert dialog.bring_button.text() == "Bring in 1 workshop"
    (number,) = bring(qtbot, dialog)
    assert services.meetings.read(number).revealed("PQ")
    assert services.lists.count() == 1


def test_the_same_again_is_left_out_unless_a_copy_is_wanted(
    qtbot: QtBot, page: WorkshopsPage, services: Services, files: list[Path]
) -> None:
    bring(qtbot, look_at(qtbot, page, files[0]))
    dialog = look_at(qtbot, page, files[0])
    assert dialog.rows[0].standing.text() == "Exactly this is here already."
    assert dialog.cancel_button.hasFocus()
    assert not dialog.rows[0].stays.isVisible()
    dialog.rows[0].choices.buttons[How.COPY.value].click()
    assert "two meetings: its votes stand twice" in dialog.rows[0].stays.text()
    assert dialog.rows[0].stays.isVisible()
    bring(qtbot, dialog)
    assert services.lists.count() == 2


def test_the_same_workshop_in_two_files_comes_in_once(
    qtbot: QtBot,
    page: WorkshopsPage,
    services: Services,
    other: Services,
    files: list[Path],
    tmp_path: Path,
) -> None:
    rate(other, 1, "PQ", 3, 4, 4)
    newer = tmp_path / "newer.lqfworkshop"
    other.files.write(1, newer)
    dialog = look_at(qtbot, page, files[0], newer)
    assert "The same workshop as in Rowan House.lqfworkshop" in dialog.rows[1].standing.text()
    assert [row.how for row in dialog.rows] == [How.NEW, How.KEEP_MINE]
    dialog.rows[1].choices.buttons[How.NEW.value].click()
    dialog.bring_button.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "Nothing was brought in" in dialog.problem.text()
    assert services.lists.count() == 0
    dialog.rows[0].choices.buttons[How.KEEP_MINE.value].click()
    assert not dialog.problem.isVisible()
    (number,) = bring(qtbot, dialog)
    assert services.meetings.read(number).revealed("PQ")


def test_a_file_that_is_no_workshop_is_named_with_the_reason(
    qtbot: QtBot, page: WorkshopsPage, files: list[Path], tmp_path: Path
) -> None:
    wrong = tmp_path / "holiday.jpg"
    wrong.write_bytes(b"\xff\xd8\xff")
    dialog = look_at(qtbot, page, wrong, files[0])
    assert dialog.refused[0].file.text() == "holiday.jpg"
    assert "not a workshop" in dialog.refused[0].sentence.text()
    assert dialog.bring_button.text() == "Bring in 1 workshop"


def test_only_wrong_files_leave_nothing_to_press_but_cancel(
    qtbot: QtBot, page: WorkshopsPage, services: Services, tmp_path: Path
) -> None:
    dialog = look_at(qtbot, page, tmp_path / "gone.lqfworkshop")
    assert not dialog.bring_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(BringIn) is None)
    assert services.lists.count() == 0


def test_the_dialog_stays_until_what_was_begun_is_done(
    qtbot: QtBot,
    page: WorkshopsPage,
    services: Services,
    files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = look_at(qtbot, page, files[0])
    may_go_on, take_in = Event(), services.files.take_in_all

    def slowly(chosen: Sequence[tuple[FileLook, How]]) -> list[int]:
        assert may_go_on.wait(5)
        return take_in(chosen)

    monkeypatch.setattr(services.files, "take_in_all", slowly)
    with qtbot.waitSignal(dialog.brought):
        dialog.bring_button.click()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert not dialog.cancel_button.isEnabled()
        may_go_on.set()
    assert services.lists.count() == 1


def held(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def enter(page: WorkshopsPage, mime: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def test_files_are_let_go_over_the_page(
    qtbot: QtBot, page: WorkshopsPage, files: list[Path]
) -> None:
    mime = held(*files)
    assert enter(page, mime)
    assert page.files.hint.isVisible()
    drop = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page, drop)
    assert drop.isAccepted()
    assert not page.files.hint.isVisible()
    assert len(looked(qtbot, page).rows) == 2


def test_words_are_not_taken_and_files_may_leave_again(
    page: WorkshopsPage, files: list[Path]
) -> None:
    mime = QMimeData()
    mime.setText("only words")
    assert not enter(page, mime)
    assert not page.files.hint.isVisible()
    mime = held(files[0])
    assert enter(page, mime)
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not page.files.hint.isVisible()


@pytest.mark.parametrize("private", [False, True])
def test_the_chosen_workshop_is_saved_for_another_laptop(
    qtbot: QtBot,
    page: WorkshopsPage,
    services: Services,
    tmp_path: Path,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    private: bool,
) -> None:
    services.notes.keep_private(prepare(services, plan("Elder Bank")), "1", "Only for me")
    page.refresh()
    page.list.setCurrentIndex(page.model.index(0, 0))
    monkeypatch.setattr(
        Saving, "ask_file", lambda _self, _parent, file, _kinds: tmp_path / file.name
    )
    page.bar.save_button.click()
    asked = page.findChild(Leaving)
    assert isinstance(asked, Leaving)
    asked.private.setChecked(private)
    with qtbot.waitSignal(page.files.saving.saved):
        asked.save_button.click()
    file = tmp_path / "Workshop 2026-11-25.lqfworkshop"
    assert (b"Only for me" in file.read_bytes()) is private
    assert told == [f"Saved as {file}"]
    qtbot.waitUntil(lambda: not page.files.saving.busy)
