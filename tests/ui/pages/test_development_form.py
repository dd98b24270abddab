"""My development page: filled in, printed, warned about once, and stored nowhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.services.assembly import Services
from lqf_workshop_ui import crash
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.library.development_form import DevelopmentForm
from lqf_workshop_ui.pages.library_page import LibraryPage
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from tests.ui.test_crash import log_folder as log_folder

LONG = 20_000
SECRET = "zyzzyva kumquat"


@pytest.fixture
def page(
    light: None,
    qtbot: QtBot,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> Iterator[LibraryPage]:
    """The library, opened at what it says of the page."""
    page = LibraryPage(services, changes, looks, problems)
    page.resize(1150, 708)
    page.show()
    row = page.model.row_of("mine/development")
    page.list.setCurrentIndex(page.model.index(row, 0))
    yield page
    for window in page.findChildren(PaperWindow):
        window.close()
    qtbot.waitUntil(lambda: not page.findChildren(PaperWindow), timeout=LONG)
    page.close()
    page.deleteLater()


@pytest.fixture
def form(page: LibraryPage) -> DevelopmentForm:
    page.head.fill_button.click()
    assert page.form is not None
    return page.form


def fill(form: DevelopmentForm) -> None:
    for code, field in form.words.fields.items():
        field.setFocus()
        QTest.keyClicks(field, f"{SECRET} {code}")


def pages_of(qtbot: QtBot, window: PaperWindow | None) -> list[str]:
    assert window is not None
    qtbot.waitUntil(lambda: window.document.pageCount() > 0, timeout=LONG)
    reader = pypdf.PdfReader(BytesIO(window._pdf.data()))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def traces(folder: Path) -> list[Path]:
    """Return every file under a folder that holds a typed word, in any encoding we use."""
    wanted = [SECRET.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file for file in files if any(word in file.read_bytes() for word in wanted)]


def test_it_shows_what_good_looks_like_where_i_look(form: DevelopmentForm) -> None:
    assert "tick a dimension" in form.good.toPlainText()
    form.level.setCurrentIndex(form.level.findText("Front-line leader"))
    form.dimensions["WO"].click()
    shown = form.good.toPlainText()
    assert "Keeps a list by the phone" in shown
    assert "Meets the hospital, the council" not in shown
    form.dimensions["PQ"].click()
    assert "Demonstrating personal qualities" in form.good.toPlainText()


def test_it_begins_with_the_level_the_library_is_read_for_and_changes_it_nowhere(
    page: LibraryPage, looks: Looks
) -> None:
    looks.choose(role_level="OL")
    page.head.fill_button.click()
    assert page.form is not None
    assert page.form.level.currentText() == "Operational leader"
    page.form.level.setCurrentIndex(page.form.level.findText("Strategic leader"))
    assert looks.preferences.role_level == "OL"


def test_what_is_typed_is_on_the_paper_and_leaves_no_trace(
    qtbot: QtBot,
    page: LibraryPage,
    form: DevelopmentForm,
    services: Services,
    tmp_path: Path,
    log_folder: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    crash.catch_crashes()
    before = QApplication.clipboard().text()
    form.level.setCurrentIndex(form.level.findText("Front-line leader"))
    form.dimensions["WO"].click()
    fill(form)
    form.print_button.click()
    window = form.window_made
    assert window is not None
    text = " ".join(pages_of(qtbot, window))
    assert text.count(SECRET) == 6
    assert "My role level: Front-line leader" in text
    assert not window.toolbar.save.isVisible()
    _print_to_nothing(qtbot, window, tmp_path / "spool", monkeypatch)
    form.close_button.click()
    assert form.asking is not None
    form.asking.yes_button.click()
    qtbot.waitUntil(lambda: not page.findChildren(DevelopmentForm), timeout=LONG)
    assert not _anywhere()
    services.close()
    assert (log_folder / "problems.log").is_file()
    assert traces(tmp_path) == []
    assert SECRET not in caplog.text
    assert SECRET not in services.journal.next_undo
    assert QApplication.clipboard().text() == before


def _print_to_nothing(
    qtbot: QtBot, window: PaperWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Send the paper to a printer; it puts the page out as a picture, and we throw it away."""
    folder.mkdir()
    file = folder / "out.pdf"

    def ask(parent: QWidget, pages: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        return printer

    monkeypatch.setattr(PaperWindow, "ask_printer", staticmethod(ask))
    with qtbot.waitSignal(window.printed, timeout=LONG) as told:
        window.toolbar.print.click()
    assert told.args == [True]
    assert file.stat().st_size > 0
    file.unlink()


def _anywhere() -> bool:
    """Whether any field of the whole program still holds a typed word."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    fields = (w for w in QApplication.allWidgets() if isinstance(w, QPlainTextEdit))
    return any(SECRET in field.toPlainText() for field in fields)


def test_leaving_warns_once_and_the_safe_answer_keeps_every_word(
    qtbot: QtBot, page: LibraryPage, form: DevelopmentForm
) -> None:
    QTest.keyClicks(form.words.fields["grow"], SECRET)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.asking is not None
    assert "Nothing on this page is kept" in form.asking.sentence.text()
    QTest.keyClick(form.asking, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.words.words["grow"] == SECRET
    form.close()
    assert form.isVisible()
    form.asking.yes_button.click()
    qtbot.waitUntil(lambda: not page.findChildren(DevelopmentForm), timeout=LONG)


def test_an_empty_page_closes_without_a_question(
    qtbot: QtBot, page: LibraryPage, form: DevelopmentForm
) -> None:
    form.dimensions["WO"].click()
    form.close_button.click()
    assert form.asking is None
    qtbot.waitUntil(lambda: not page.findChildren(DevelopmentForm), timeout=LONG)


def test_the_paper_goes_when_its_page_goes(
    qtbot: QtBot, page: LibraryPage, form: DevelopmentForm
) -> None:
    fill(form)
    form.print_button.click()
    pages_of(qtbot, form.window_made)
    form.reject()
    assert form.asking is not None
    form.asking.yes_button.click()
    qtbot.waitUntil(lambda: not page.findChildren(PaperWindow), timeout=LONG)


def test_it_can_be_printed_again_after_its_paper_was_closed(
    qtbot: QtBot, page: LibraryPage, form: DevelopmentForm
) -> None:
    fill(form)
    form.print_button.click()
    first = form.window_made
    pages_of(qtbot, first)
    assert first is not None
    first.close()
    qtbot.waitUntil(lambda: not form.findChildren(PaperWindow), timeout=LONG)
    form.words.fields["when"].setPlainText("Friday")
    form.print_button.click()
    assert "Friday" in " ".join(pages_of(qtbot, form.window_made))
    form.words.forget()
    form.reject()


def test_nothing_typed_can_be_taken_back_once_it_is_forgotten(form: DevelopmentForm) -> None:
    fill(form)
    form.words.forget()
    for field in form.words.fields.values():
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert not field.toPlainText()


def test_the_keyboard_alone_fills_it_in(qtbot: QtBot, form: DevelopmentForm) -> None:
    form.level.setFocus()
    for _step in range(2):
        QTest.keyClick(form.level, Qt.Key.Key_Down)
    assert form.level.currentText() == "Front-line leader"
    QTest.keyClick(form.level, Qt.Key.Key_Tab)
    focused = form.focusWidget()
    assert focused is form.dimensions["PQ"]
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert form.dimensions["PQ"].isChecked()
    reached = _tab_through(form)
    assert set(form.words.fields.values()) <= reached
    assert {form.large, form.close_button, form.print_button} <= reached
    assert all(widget.accessibleName() or _named(widget) for widget in reached)


def _tab_through(form: DevelopmentForm) -> set[QWidget]:
    reached: set[QWidget] = set()
    for _step in range(40):
        focused = form.focusWidget()
        if focused in reached:
            break
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return reached


def _named(widget: QWidget) -> bool:
    text = getattr(widget, "text", None)
    return bool(text and text())


def test_the_empty_page_is_printed_from_the_library(qtbot: QtBot, page: LibraryPage) -> None:
    assert page.head.print_button.text() == "Print it empty"
    page.head.print_button.click()
    window = page.window_made
    pages = pages_of(qtbot, window)
    assert len(pages) == 1
    assert "One thing I want to grow" in pages[0]
    assert "Strategic leader" in pages[0]
    assert window is not None
    assert window.toolbar.save.isVisible()


def test_other_pages_of_the_library_are_not_filled_in(page: LibraryPage) -> None:
    assert page.head.fill_button.isVisible()
    page.list.setCurrentIndex(page.model.index(page.model.row_of("dimension/lqf-classic/WO"), 0))
    assert not page.head.fill_button.isVisible()
    assert page.head.print_button.text() == "Print this page"
