"""The prep pack from the screen to paper: ticked, timed, looked at."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdf
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.reports.prep_pack import PackPart
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.pack_papers import PackPapers
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from tests.reports.paper import squeezed

LONG = 30_000


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QWidget]:
    owner = QWidget()
    yield owner
    for window in owner.findChildren(PaperWindow):
        window.close()
    qtbot.waitUntil(lambda: not owner.findChildren(PaperWindow), timeout=LONG)
    owner.deleteLater()


@pytest.fixture
def papers(
    light: None,
    services: Services,
    prepared: WorkshopId,
    shelf: Shelf,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> PackPapers:
    looks.choose(provider="Meadow Care")
    dialog = PackPapers(services.meetings.read(prepared), shelf, looks, problems, owner)
    dialog.show()
    return dialog


def only(papers: PackPapers, *wanted: PackPart) -> None:
    for part, tick in papers.ticks.items():
        tick.setChecked(part in wanted)


def looked_at(papers: PackPapers, qtbot: QtBot) -> tuple[PaperWindow, str]:
    papers.go_button.click()
    window = papers.window_made
    assert window is not None
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass
    return window, words_of(window)


def words_of(window: PaperWindow) -> str:
    pages = pypdf.PdfReader(BytesIO(window._pdf.data())).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


def test_one_paper_is_looked_at_under_its_own_name(papers: PackPapers, qtbot: QtBot) -> None:
    only(papers, PackPart.PRIVACY)
    window, text = looked_at(papers, qtbot)
    assert window.windowTitle() == "Privacy notice"
    assert squeezed("Meadow Care is responsible for what is kept") in text
    assert squeezed("Everyone who takes part") not in text


def test_all_papers_together_and_in_large_print(papers: PackPapers, qtbot: QtBot) -> None:
    window, text = looked_at(papers, qtbot)
    assert window.windowTitle() == "Prep pack"
    for words in ("The agenda", "Everyone who takes part", "Privacy notice", "Not sure"):
        assert squeezed(words) in text
    before = window.document.pageCount()
    assert window.forms.choices is not None
    with qtbot.waitSignal(window.made, timeout=LONG):
        window.forms.choices.buttons["1"].click()
    assert window.windowTitle() == "Prep pack, large print"
    assert window.document.pageCount() > before


def test_the_start_gives_the_agenda_its_times(papers: PackPapers, qtbot: QtBot) -> None:
    only(papers, PackPart.AGENDA)
    papers.begins.setText("2.30 pm")
    _window, text = looked_at(papers, qtbot)
    assert squeezed("14:30 Welcome") in text


def test_a_time_that_is_none_is_said_beside_its_field(papers: PackPapers, qtbot: QtBot) -> None:
    for typed in ("25:00", "noon", "13 pm", "9:75"):
        papers.begins.setText(typed)
        papers.go_button.click()
        assert papers.window_made is None
        assert "like 14:00" in papers.begin_field.problem.text()
    papers.begins.clear()
    papers.begins.textEdited.emit("")
    assert not papers.begin_field.problem.text()


def test_with_nothing_ticked_there_is_nothing_to_look_at(papers: PackPapers) -> None:
    only(papers)
    assert not papers.go_button.isEnabled()
    papers.ticks[PackPart.HEADCOUNT].setChecked(True)
    assert papers.go_button.isEnabled()


def test_number_cards_and_sheets_are_one_press_away(papers: PackPapers, qtbot: QtBot) -> None:
    with qtbot.waitSignal(papers.asked_more):
        papers.more_button.click()
    assert not papers.isVisible()
