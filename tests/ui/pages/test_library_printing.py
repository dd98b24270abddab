"""The library taken to paper: any sheet, as it is read, by button and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.library_page import LibraryPage
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.typed import MAY_BREAK

LONG = 20_000


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> Iterator[LibraryPage]:
    page = LibraryPage(services, changes, looks, problems)
    page.resize(1150, 708)
    page.show()
    yield page
    for window in page.findChildren(PaperWindow):
        window.close()
    qtbot.waitUntil(lambda: not page.findChildren(PaperWindow), timeout=LONG)
    page.close()
    page.deleteLater()


def choose(page: LibraryPage, key: str) -> str:
    page.list.setCurrentIndex(page.model.index(page.model.row_of(key)))
    return page.pane.toPlainText()


def made(qtbot: QtBot, page: LibraryPage) -> tuple[PaperWindow, str]:
    """Wait for the paper; return its window and all its words without spaces."""
    window = page.window_made
    assert window is not None
    qtbot.waitUntil(lambda: window.document.pageCount() > 0, timeout=LONG)
    reader = pypdf.PdfReader(BytesIO(window._pdf.data()))
    return window, "".join("".join(one.extract_text().split()) for one in reader.pages)


@pytest.mark.parametrize(
    "key", ["dimension/lqf-classic/PQ", "card/rota-that-eats-itself", "activity/learning-review"]
)
def test_the_paper_has_every_word_of_the_screen(qtbot: QtBot, page: LibraryPage, key: str) -> None:
    shown = choose(page, key)
    page.head.print_button.click()
    window, found = made(qtbot, page)
    assert window.windowTitle() == page.head.title.text()
    for line in shown.replace(MAY_BREAK, "").split("\n"):
        for piece in line.split("   "):
            assert "".join(piece.split()) in found, piece


def test_the_keyboard_alone_finds_a_sheet_and_prints_it(qtbot: QtBot, page: LibraryPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.search.searched):
        QTest.keyClicks(page.search, "immunity")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window, found = made(qtbot, page)
    assert page.pane.sheet is not None
    assert "".join(page.pane.sheet.title.split()) in found
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_my_role_level_and_large_print_go_to_the_paper(qtbot: QtBot, page: LibraryPage) -> None:
    choose(page, "dimension/lqf-classic/WO")
    page.head.level.setCurrentIndex(page.head.level.findText("Operational leader"))
    page.head.large.click()
    page.head.print_button.click()
    window, found = made(qtbot, page)
    assert "Foronerolelevel:Operationalleader" in found
    assert "Meetsthehospital,thecouncil" not in found
    normal = page.window_made
    page.head.large.click()
    page.head.print_button.click()
    again, _found = made(qtbot, page)
    assert again is not normal
    assert window.document.pageCount() > again.document.pageCount()


def test_a_card_whose_name_is_a_question_is_saved_under_a_name_that_any_computer_takes(
    qtbot: QtBot, page: LibraryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(parent: QWidget, suggested: Path) -> Path | None:
        asked.append(suggested.name)
        return None

    monkeypatch.setattr(PaperWindow, "ask_file", staticmethod(ask))
    sheet = next(s for s in page._sheets if s.title.startswith("“Can your staff"))
    choose(page, sheet.key)
    page.head.print_button.click()
    window, _found = made(qtbot, page)
    window.toolbar.save.click()
    assert asked[0].startswith("Can your staff do the insulin ")
