"""A paper on the screen: made in the background, looked at, printed and saved."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.reports import session_summary
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper import saved_strip
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.paper.printing import pages_to_print
from lqf_workshop_ui.paper.workshop_papers import open_summary
from lqf_workshop_ui.problems import Problems
from tests import builders

LONG = 20_000
"""Milliseconds that a paper may take on a busy machine."""


def wait_until_gone(qtbot: QtBot, owner: QWidget) -> None:
    """Wait for a closed window to take itself away, work and all."""
    qtbot.waitUntil(lambda: not owner.findChildren(PaperWindow), timeout=LONG)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QWidget]:
    owner = QWidget()
    yield owner
    owner.deleteLater()


@pytest.fixture
def paper(
    qtbot: QtBot,
    light: None,
    services: Services,
    running: WorkshopId,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> Iterator[PaperWindow]:
    for dimension in ("PQ", "WO", "MS", "IS", "SD"):
        builders.rate(services, running, dimension, 2, 3, 3, 4, 4, 4, 5)
    window = open_summary(services, running, looks, problems, owner)
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass  # the work is done in a thread, and told when this loop turns
    yield window
    for left in owner.findChildren(PaperWindow):
        left.close()
    wait_until_gone(qtbot, owner)


def test_the_summary_is_on_the_screen_page_by_page(qtbot: QtBot, paper: PaperWindow) -> None:
    pages = paper.document.pageCount()
    assert pages >= 2
    assert paper.toolbar.page.text() == f"Page 1 of {pages}"
    assert not paper.toolbar.back.isEnabled()
    paper.toolbar.next.click()
    assert paper.toolbar.page.text() == f"Page 2 of {pages}"
    QTest.keyClick(paper.view, Qt.Key.Key_PageUp)
    assert paper.toolbar.page.text() == f"Page 1 of {pages}"


def test_the_paper_can_be_made_larger_and_smaller(paper: PaperWindow) -> None:
    fitting = paper.view.zoom
    paper.toolbar.larger.click()
    assert paper.view.zoom > fitting
    assert paper.toolbar.zoom.text() == f"{round(paper.view.zoom * 100)} %"
    for _press in range(12):
        paper.toolbar.smaller.click()
    assert paper.view.zoom == 0.5
    paper.view.fit()
    assert paper.view.zoom == pytest.approx(fitting)


def test_saving_suggests_a_name_without_team_or_person(
    paper: PaperWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_kind: type[PaperWindow], _parent: QWidget, suggested: Path) -> Path:
        asked.append(suggested.name)
        return tmp_path / suggested.name

    monkeypatch.setattr(PaperWindow, "ask_file", classmethod(ask))
    paper.toolbar.save.click()
    assert asked == ["Session summary 2026-11-25.pdf"]
    saved = tmp_path / asked[0]
    assert saved.read_bytes().startswith(b"%PDF")
    assert len(pypdfium2.PdfDocument(saved)) == paper.document.pageCount()
    assert str(saved) in paper.saved.text.text()
    assert list(tmp_path.glob("*.pdf")) == [saved]


def test_the_folder_of_a_saved_paper_opens(
    paper: PaperWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(saved_strip, "open_folder", opened.append)
    monkeypatch.setattr(
        PaperWindow, "ask_file", classmethod(lambda _kind, _parent, named: tmp_path / named.name)
    )
    paper.toolbar.save.click()
    paper.saved.open.click()
    assert opened == [tmp_path]


def test_a_place_that_cannot_be_written_is_explained(
    paper: PaperWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = tmp_path / "gone" / "summary.pdf"
    monkeypatch.setattr(
        PaperWindow, "ask_file", classmethod(lambda _kind, _parent, _named: missing)
    )
    paper.toolbar.save.click()
    assert "could not be saved there" in paper.message_bar.text()
    assert not paper.saved.isVisible()


def test_changing_ones_mind_saves_nothing(
    paper: PaperWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PaperWindow, "ask_file", classmethod(lambda *_about: None))
    paper.toolbar.save.click()
    assert not paper.saved.isVisible()


def test_printing_puts_every_page_on_its_sheet(
    qtbot: QtBot, paper: PaperWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = tmp_path / "printed.pdf"

    def ask(_kind: type[PaperWindow], _parent: QWidget, _pages: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(printed))
        return printer

    monkeypatch.setattr(PaperWindow, "ask_printer", classmethod(ask))
    with qtbot.waitSignal(paper.printed, timeout=LONG) as whole:
        paper.toolbar.print.click()
        assert not paper.toolbar.print.isEnabled()
    assert whole.args == [True]
    assert paper.message_bar.text() == "All pages have gone to the printer."
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == paper.document.pageCount()
    assert document[0].get_size() == pytest.approx((595, 842), abs=2)
    ink = document[0].render(scale=0.5)
    assert min(ink.to_pil().convert("L").tobytes()) < 100


def test_a_print_is_named_by_the_paper_on_show(
    light: None, looks: Looks, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = []

    def agree(dialog: QPrintDialog) -> bool:
        named.append(dialog.printer().docName())
        return True

    monkeypatch.setattr(QPrintDialog, "exec", agree)
    for title in ("Voting slips", "Session summary"):
        window = PaperWindow(title, date(2026, 11, 25), looks, owner)
        printer = PaperWindow.ask_printer(window, 1)
        assert printer is not None
        assert printer.docName() == title
        window.close()
    assert named == ["Voting slips", "Session summary"]


def test_a_paper_is_saved_under_a_name_that_every_computer_takes(
    qtbot: QtBot, light: None, looks: Looks, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def ask(_kind: type[PaperWindow], _parent: QWidget, suggested: Path) -> None:
        asked.append(suggested)

    monkeypatch.setattr(PaperWindow, "ask_file", classmethod(ask))
    window = PaperWindow('Plan A/B: "why?" \\ <now>', date(2026, 11, 25), looks, owner)
    window.make(lambda _work: one_page())
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass
    window.toolbar.save.click()
    assert [path.name for path in asked] == ["Plan A B why now 2026-11-25.pdf"]
    window.close()
    wait_until_gone(qtbot, owner)


def one_page() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_paper_can_go_with_its_page_though_nobody_closed_it(
    qtbot: QtBot, light: None, looks: Looks, owner: QWidget
) -> None:
    page = QWidget(owner)
    window = PaperWindow("Paper", date(2026, 11, 25), looks, page)
    pdf = one_page()
    window.make(lambda _work: pdf)
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass
    window.show()
    qtbot.waitUntil(lambda: all(work.isFinished() for work in window.findChildren(Work)))
    with qtbot.waitSignal(page.destroyed, timeout=LONG):
        page.deleteLater()


def test_a_print_can_be_cancelled(
    qtbot: QtBot, paper: PaperWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_kind: type[PaperWindow], _parent: QWidget, _pages: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr(PaperWindow, "ask_printer", classmethod(ask))
    paper.toolbar.print.click()
    with qtbot.waitSignal(paper.printed) as whole:
        paper.making.cancel.click()
    assert whole.args == [False]
    assert paper.message_bar.text() == "The print was cancelled."
    assert paper.toolbar.print.isEnabled()


def test_only_the_chosen_pages_are_printed(qapp: object) -> None:
    printer = QPrinter()
    assert pages_to_print(printer, 4) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert pages_to_print(printer, 4) == [1, 2]
    printer.setFromTo(3, 9)
    assert pages_to_print(printer, 4) == [2, 3]


def test_pages_that_are_not_side_by_side_are_printed_without_those_between(qapp: object) -> None:
    printer = QPrinter()
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,4, 6-99"))
    assert pages_to_print(printer, 7) == [0, 3, 5, 6]


@pytest.mark.parametrize(("collated", "pages"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_are_made_for_a_printer_that_makes_none_itself(
    qapp: object, monkeypatch: pytest.MonkeyPatch, collated: bool, pages: list[int]
) -> None:
    printer = QPrinter()
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _printer: False)
    assert pages_to_print(printer, 2) == pages
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _printer: True)
    assert pages_to_print(printer, 2) == [0, 1]


def test_a_workshop_without_anything_has_a_paper_too(
    qtbot: QtBot,
    services: Services,
    prepared: WorkshopId,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> None:
    window = open_summary(services, prepared, looks, problems, owner)
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass  # the work is done in a thread, and told when this loop turns
    assert window.document.pageCount() >= 1
    window.close()
    wait_until_gone(qtbot, owner)


def test_a_workshop_that_is_gone_opens_no_window(
    services: Services, looks: Looks, problems: Problems, owner: QWidget
) -> None:
    with pytest.raises(WorkshopProblem):
        open_summary(services, 999, looks, problems, owner)


def test_a_paper_that_cannot_be_made_is_told_and_its_window_closes(
    qtbot: QtBot,
    services: Services,
    prepared: WorkshopId,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_about: object, **_more: object) -> None:
        raise WorkshopProblem("The fonts are missing.")

    monkeypatch.setattr(session_summary, "write_session_summary", refuse)
    with qtbot.waitSignal(problems.told, timeout=LONG) as told:
        window = open_summary(services, prepared, looks, problems, owner)
    assert told.args == ["The fonts are missing.", True]
    assert not window.isVisible()
    wait_until_gone(qtbot, owner)


def test_cancelling_closes_the_window_and_stops_the_work(
    qtbot: QtBot, looks: Looks, owner: QWidget
) -> None:
    seen = threading.Event()

    def slow(work: Work[bytes]) -> bytes:
        while not work.cancelled():
            pass
        seen.set()
        return b""

    window = PaperWindow("Session summary", date(2026, 11, 25), looks, owner)
    window.make(slow)
    window.show()
    assert window.making.isVisible()
    window.making.cancel.click()
    wait_until_gone(qtbot, owner)
    assert seen.is_set()


def test_nothing_is_written_to_disk_before_somebody_saves(
    paper: PaperWindow, tmp_path: Path
) -> None:
    assert not list(tmp_path.rglob("*.pdf"))


def test_closing_the_window_while_it_prints_stops_the_print(
    qtbot: QtBot, paper: PaperWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_kind: type[PaperWindow], _parent: QWidget, _pages: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr(PaperWindow, "ask_printer", classmethod(ask))
    paper.toolbar.print.click()
    with qtbot.waitSignal(paper.printed) as whole:
        paper.close()
    assert whole.args == [False]
