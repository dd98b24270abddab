"""Saving a workshop from the Results page: every kind of file, the folder, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.logo import keep_logo
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.exports import Kind
from lqf_workshop_ui.background import stop_all
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.leaving import Leaving
from lqf_workshop_ui.pages.results.picture_files import write_pictures
from lqf_workshop_ui.pages.results.saving import Saving
from lqf_workshop_ui.pages.results_page import ResultsPage
from lqf_workshop_ui.problems import Problems
from tests.pictures import picture
from tests.services.whole_workshops import EVERYTHING, PRIVATE, live


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> Iterator[ResultsPage]:
    page = ResultsPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    page.show_workshop(live(services, EVERYTHING))
    page.show()
    yield page
    stop_all(page)


@pytest.fixture
def suggested(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names that were suggested; every file goes into the test's folder."""
    names: list[str] = []

    def ask_file(_parent: QWidget, file: Path, kinds: str) -> Path:
        names.append(file.name)
        assert f"*{file.suffix}" in kinds
        return tmp_path / file.name

    monkeypatch.setattr(Saving, "ask_file", staticmethod(ask_file))
    monkeypatch.setattr(Saving, "ask_folder", lambda *_asked: tmp_path)
    return names


def saved(qtbot: QtBot, page: ResultsPage, trigger: object) -> Path:
    """Do something that saves, and return the file or folder that was written."""
    with qtbot.waitSignal(page.saving.saving.saved) as told:
        trigger()  # type: ignore[operator]
    qtbot.waitUntil(lambda: not page.saving.saving.busy)
    assert told.args
    assert isinstance(told.args[0], Path)
    return told.args[0]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.SPREADSHEET, "Results 2026-11-25.xlsx"),
        (Kind.RESULTS, "Results 2026-11-25.csv"),
        (Kind.ACTIONS, "Actions 2026-11-25.csv"),
        (Kind.WORD, "Action plan 2026-11-25.docx"),
        (Kind.CALENDAR, "Action dates 2026-11-25.ics"),
    ],
)
def test_each_kind_of_file_is_written_and_its_folder_opened(
    qtbot: QtBot,
    page: ResultsPage,
    suggested: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: Kind,
    name: str,
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    file = saved(qtbot, page, page.saving.entries[kind].trigger)
    assert suggested == [name]
    assert file == tmp_path / name
    assert file.stat().st_size > 200
    assert page.saving.saved.isVisible()
    assert name in page.saving.saved.text.text()
    page.saving.saved.open.click()
    assert opened == [str(tmp_path)]


@pytest.mark.parametrize("private", [False, True])
def test_ones_own_notes_stay_unless_they_are_asked_for(
    qtbot: QtBot, page: ResultsPage, suggested: list[str], private: bool
) -> None:
    page.saving.workshop_action.trigger()
    asked = page.findChild(Leaving)
    assert isinstance(asked, Leaving)
    qtbot.waitUntil(asked.isVisible)
    assert not asked.private.isChecked()
    asked.private.setChecked(private)
    file = saved(qtbot, page, asked.save_button.click)
    assert suggested == ["Workshop 2026-11-25.lqfworkshop"]
    assert (PRIVATE.encode() in file.read_bytes()) is private


def test_nothing_is_written_when_the_person_changes_their_mind(
    qtbot: QtBot, page: ResultsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Saving, "ask_file", lambda *_asked: None)
    monkeypatch.setattr(Saving, "ask_folder", lambda *_asked: None)
    page.saving.entries[Kind.WORD].trigger()
    page.saving.pictures_action.trigger()
    page.saving.workshop_action.trigger()
    asked = page.findChild(Leaving)
    assert isinstance(asked, Leaving)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(Leaving) is None)
    assert not page.saving.saving.busy
    assert not page.saving.saved.isVisible()


def test_a_name_without_an_ending_gets_one(
    qtbot: QtBot, page: ResultsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Saving, "ask_file", lambda *_asked: tmp_path / "my plan")
    assert saved(qtbot, page, page.saving.entries[Kind.WORD].trigger).name == "my plan.docx"


def test_pictures_go_into_a_folder_of_their_own(
    qtbot: QtBot, page: ResultsPage, suggested: list[str], tmp_path: Path
) -> None:
    folders = [saved(qtbot, page, page.saving.pictures_action.trigger) for _n in range(2)]
    assert [folder.name for folder in folders] == [
        "Pictures 2026-11-25",
        "Pictures 2026-11-25 (2)",
    ]
    files = sorted(path.name for path in folders[0].iterdir())
    assert {"Votes PQ.png", "Votes PQ.svg", "Votes MS1.png", "Votes MS1.svg"} <= set(files)
    assert not any("IS" in name for name in files)
    image = QImage(str(folders[0] / "Votes PQ.png"))
    assert (image.width(), image.height()) == (1920, 960)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1920, 4) for y in range(0, 960, 4)}
    assert "#7b3f8c" in colours
    assert page.saving.saved.text.text().endswith("Pictures 2026-11-25 (2)")


def test_the_word_plan_wears_the_chosen_logo(
    qtbot: QtBot, page: ResultsPage, looks: Looks, suggested: list[str], tmp_path: Path
) -> None:
    (tmp_path / "ours.png").write_bytes(picture())
    looks.choose(logo=keep_logo(tmp_path / "ours.png", looks.folder))
    plan = docx.Document(str(saved(qtbot, page, page.saving.entries[Kind.WORD].trigger)))
    head = plan.sections[0].header
    assert head.paragraphs[0].text.strip() == "Oak Care"
    assert len(list(head._element.iter(qn("wp:inline")))) == 1


def test_cancelled_pictures_leave_no_folder(services: Services, tmp_path: Path) -> None:
    found = services.exports.pictures(live(services, EVERYTHING))
    asked = iter([False, True])
    write_pictures(found, tmp_path, "Pictures", lambda *_told: None, lambda: next(asked))
    assert list(tmp_path.glob("Pictures*")) == []


def test_what_cannot_be_written_is_told_and_the_page_goes_on(
    qtbot: QtBot,
    page: ResultsPage,
    problems: Problems,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Saving, "ask_file", lambda *_asked: tmp_path / "gone" / "a.docx")
    with qtbot.waitSignal(problems.told) as told:
        page.saving.entries[Kind.WORD].trigger()
    assert told.args
    assert "not there any more" in str(told.args[0])
    qtbot.waitUntil(page.title.save.isEnabled)
    assert not page.saving.strip.isVisible()
    assert not page.saving.saved.isVisible()


def test_without_a_vote_no_pictures_are_offered(
    page: ResultsPage, services: Services, prepared: int
) -> None:
    assert page.saving.pictures_action.isEnabled()
    page.show_workshop(prepared)
    assert not page.saving.pictures_action.isEnabled()


def test_the_strip_goes_when_another_workshop_is_shown(
    qtbot: QtBot, page: ResultsPage, services: Services, suggested: list[str], prepared: int
) -> None:
    number = page.saving._summary.workshop.id if page.saving._summary else 0
    saved(qtbot, page, page.saving.entries[Kind.RESULTS].trigger)
    services.notes.add(number, NoteKind.PARKING, "", "The car park")
    assert page.saving.saved.isVisible()
    page.show_workshop(prepared)
    assert not page.saving.saved.isVisible()


def test_the_menu_opens_with_the_keyboard(qtbot: QtBot, page: ResultsPage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.title.save.setFocus()
    assert page.title.save.accessibleName() == "Save this workshop as a file"
    texts = [action.text() for action in page.title.save_menu.actions() if action.text()]
    assert texts == [
        "Workshop file, for another laptop…",
        "Spreadsheet…",
        "Results as .csv…",
        "Actions as .csv…",
        "Action plan for Word…",
        "Dates for a calendar…",
        "Pictures…",
    ]
