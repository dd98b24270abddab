"""Scenario cards from the screen to paper: form chosen, page looked at, print set up."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.reports.cards import CardForm, card_names
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.card_papers import CardPapers
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from tests.builders import SHELF

LONG = 20_000


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QWidget]:
    owner = QWidget()
    yield owner
    for window in owner.findChildren(PaperWindow):
        window.close()
    qtbot.waitUntil(lambda: not owner.findChildren(PaperWindow), timeout=LONG)
    owner.deleteLater()


@pytest.fixture
def papers(light: None, looks: Looks, problems: Problems, owner: QWidget) -> CardPapers:
    deck = SHELF.deck()
    assert deck is not None
    dialog = CardPapers(deck.cards[:5], deck.name, card_names(SHELF), looks, problems, owner)
    dialog.show()
    return dialog


def looked_at(papers: CardPapers, qtbot: QtBot) -> tuple[PaperWindow, list[str]]:
    """Look at the chosen form and return the words of its pages."""
    papers.go_button.click()
    window = papers.window_made
    assert window is not None
    qtbot.waitUntil(lambda: window.document.pageCount() > 0, timeout=LONG)
    reader = pypdf.PdfReader(BytesIO(window._pdf.data()))
    return window, [page.extract_text() for page in reader.pages]


def test_a_page_each_needs_nothing_to_mind(papers: CardPapers, qtbot: QtBot) -> None:
    assert not papers.note.isVisible()
    window, pages = looked_at(papers, qtbot)
    assert len(pages) == 5
    assert "The rota that eats itself" in pages[0]
    assert window.windowTitle() == "Scenario cards"
    assert not window.note.isVisible()


def test_cards_to_cut_out_say_how_to_print_them_and_set_the_printer_up(
    papers: CardPapers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.forms[CardForm.QUARTER].setChecked(True)
    assert "flip on long edge" in papers.note.text()
    assert papers.note.isVisible()
    window, pages = looked_at(papers, qtbot)
    assert len(pages) == 4
    assert window.note.isVisible()
    assert "flip on long edge" in window.note.text.text()
    asked: list[QPrinter.DuplexMode] = []  # a printer that only writes files keeps no such wish
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _printer, mode: asked.append(mode))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: True)
    assert PaperWindow.ask_printer(window, 4) is not None
    assert asked == [QPrinter.DuplexMode.DuplexLongSide]


def test_large_print_has_the_script(papers: CardPapers, qtbot: QtBot) -> None:
    papers.forms[CardForm.LARGE].setChecked(True)
    assert not papers.note.isVisible()
    _window, pages = looked_at(papers, qtbot)
    assert "Watch for" in " ".join(pages)


def test_a_print_is_not_named_by_what_somebody_typed(papers: CardPapers, qtbot: QtBot) -> None:
    window, _pages = looked_at(papers, qtbot)
    assert "Wicked" not in window._file_name
    assert window._file_name.startswith("Scenario cards ")
