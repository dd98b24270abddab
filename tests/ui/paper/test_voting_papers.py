"""Slips and sheets from the console: chosen, made, looked at."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Part, Stop
from lqf_workshop_ui.console.card_panel import CardPanel
from lqf_workshop_ui.console.vote_panel import VotePanel
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.paper.voting_papers import VotingPapers
from tests.ui.console.conftest import lead as lead
from tests.ui.console.lead import Lead, button_of, click


@pytest.fixture
def papers(lead: Lead) -> VotingPapers:
    """The choice of papers, opened from a vote on personal qualities."""
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    click(button_of(panel, "Slips"))
    click(panel.slips.print_button)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, VotingPapers)]
    return found[-1]


@pytest.fixture
def windows() -> Iterator[list[PaperWindow]]:
    """The previews a test opened; they are closed at its end."""
    opened: list[PaperWindow] = []
    yield opened
    for window in opened:
        window.close()


def made(papers: VotingPapers, qtbot: QtBot, windows: list[PaperWindow]) -> list[str]:
    """Look at the chosen paper and return the words of its pages."""
    click(papers.go_button)
    window = papers.window_made
    assert window is not None
    windows.append(window)
    qtbot.waitUntil(lambda: window.document.pageCount() > 0)
    reader = pypdf.PdfReader(BytesIO(window._pdf.data()))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_slips_for_the_open_vote_come_one_for_each_person(
    papers: VotingPapers, qtbot: QtBot, windows: list[PaperWindow]
) -> None:
    pages = made(papers, qtbot, windows)
    assert len(pages) == 3
    assert "\n".join(pages).count("Demonstrating personal qualities") == 11


def test_slips_for_everything_have_every_dimension(
    papers: VotingPapers, qtbot: QtBot, windows: list[PaperWindow]
) -> None:
    papers.kinds["all"].setChecked(True)
    papers.copies.setValue(4)
    pages = made(papers, qtbot, windows)
    assert len(pages) == 5
    for name in ("Working with others", "Setting direction"):
        assert "\n".join(pages).count(name) == 4


def test_large_print_takes_a_page_each(
    papers: VotingPapers, qtbot: QtBot, windows: list[PaperWindow]
) -> None:
    papers.large.setChecked(True)
    papers.copies.setValue(2)
    assert len(made(papers, qtbot, windows)) == 2


@pytest.mark.parametrize(
    ("kind", "words"),
    [("cards", "Reliably"), ("strengths", "Moral purpose"), ("skills", "Cope with uncertainty")],
)
def test_the_other_papers_open_too(
    papers: VotingPapers, qtbot: QtBot, windows: list[PaperWindow], kind: str, words: str
) -> None:
    papers.kinds[kind].setChecked(True)
    assert words in " ".join(made(papers, qtbot, windows))


def test_slips_for_a_skill_name_the_card_on_the_table(
    lead: Lead, qtbot: QtBot, windows: list[PaperWindow]
) -> None:
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.CARD)
    lead.services.runs.go(lead.workshop_id, Stop(step.id, Part.START))
    lead.panel(CardPanel).chooser.choose(("wicked-issues", "stairs-and-the-kettle"))
    dial = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.SKILLS)
    lead.go_to(Part.VOTE, lead.meeting.skills_of(dial.id)[0].code)
    panel = lead.panel(VotePanel)
    click(button_of(panel, "Slips"))
    click(panel.slips.print_button)
    papers = [w for w in QApplication.topLevelWidgets() if isinstance(w, VotingPapers)][-1]
    pages = made(papers, qtbot, windows)
    assert "\n".join(pages).count("The issue: The stairs and the kettle") == 11
