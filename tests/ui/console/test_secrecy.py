"""Two rooms that differ only in how nine of eleven voted look exactly alike until the reveal.

Every surface that somebody beside the facilitator can see is compared: the big screen, its
miniature, the covered console with all it says to those who listen, results page and paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.meeting import Part
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.reports.session_summary import write_session_summary
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.console.vote_panel import VotePanel
from lqf_workshop_ui.pages.results_page import ResultsPage
from lqf_workshop_ui.problems import Problems
from tests import builders
from tests.ui.console.lead import Lead, click

LOW, HIGH = (1, 1, 1, 1, 2, 2, 0, 0, 2), (5, 5, 4, 4, 5, 5, 3, 5, 0)
"""The same number of votes, given to as different answers as can be."""
Pair = tuple[Lead, Lead]


@pytest.fixture
def pair(
    qtbot: QtBot,
    light: None,
    empty_library: Path,
    shelf: Shelf,
    preferences: Path,
    tmp_path: Path,
) -> Iterator[Pair]:
    """Two facilitators with libraries alike, both at the same vote, nobody has voted."""
    with ExitStack() as open_things:
        leads = []
        for name in ("low", "high"):
            folder = tmp_path / name
            services = open_things.enter_context(builders.library_of(empty_library, folder, shelf))
            lead = Lead(qtbot, services, builders.prepare(services), preferences)
            open_things.callback(lead.end)
            leads.append(lead)
        yield leads[0], leads[1]


def begin(pair: Pair) -> None:
    for lead in pair:
        lead.begin()
        lead.rate("WO", 3, 3, 3, 4, 4)
        lead.go_to(Part.VOTE, "PQ")
        lead.panel(VotePanel)


def vote_by_hands(pair: Pair) -> None:
    for lead, votes in zip(pair, (LOW, HIGH), strict=True):
        for vote in votes:
            lead.services.ratings.count_hands(lead.workshop_id, "PQ", vote)


def vote_in_secret(pair: Pair) -> None:
    for lead, votes in zip(pair, (LOW, HIGH), strict=True):
        lead.vote("PQ", *votes)


def vote_in_both_ways(pair: Pair) -> None:
    for lead, votes in zip(pair, (LOW, HIGH), strict=True):
        lead.vote("PQ", *votes[:4])
        for vote in votes[4:]:
            lead.services.ratings.count_hands(lead.workshop_id, "PQ", vote)


WAYS = pytest.mark.parametrize("vote", [vote_by_hands, vote_in_secret, vote_in_both_ways])


def picture(widget: QWidget) -> QImage:
    QCoreApplication.processEvents()
    return widget.grab().toImage()


def told(widget: QWidget) -> list[str]:
    """Everything a widget and its parts say: written, in tooltips, and to those who listen."""
    found = []
    for part in (widget, *widget.findChildren(QWidget)):
        found += [
            part.accessibleName(),
            part.accessibleDescription(),
            part.toolTip(),
            part.statusTip(),
            part.whatsThis(),
            part.windowTitle(),
        ]
        if isinstance(part, QLabel | QAbstractButton):
            found.append(part.text())
        if isinstance(part, QPlainTextEdit):
            found.append(part.toPlainText())
    return found


@WAYS
def test_the_big_screen_and_its_miniature_tell_nothing_of_an_open_vote(
    pair: Pair, vote: object
) -> None:
    begin(pair)
    assert callable(vote)
    vote(pair)
    low, high = pair
    assert low.scene == high.scene
    assert low.room_reads.endswith("9 of 11 voted")
    assert picture(low.room.window) == picture(high.room.window)
    small, other = (lead.console.side.miniature for lead in pair)
    assert small.scene == other.scene
    assert picture(small) == picture(other)
    assert told(low.room.window) == told(high.room.window)
    assert told(small) == told(other)


@WAYS
def test_the_covered_console_tells_nothing_of_an_open_vote(
    one_display: None, pair: Pair, vote: object
) -> None:
    begin(pair)
    assert callable(vote)
    vote(pair)
    low, high = pair
    assert low.panel(VotePanel).voted.text() == "9 of 11"
    assert told(low.window) == told(high.window)
    assert picture(low.window) == picture(high.window)


def test_the_uncovered_console_does_show_the_hands_so_that_the_comparison_means_something(
    pair: Pair,
) -> None:
    begin(pair)
    vote_by_hands(pair)
    low, high = pair
    assert told(low.window) != told(high.window)
    assert picture(low.window) != picture(high.window)


@pytest.mark.parametrize("key", ["z", "3", "n", Qt.Key.Key_PageDown])
def test_no_key_makes_the_covered_console_tell(
    one_display: None, pair: Pair, key: Qt.Key | str
) -> None:
    begin(pair)
    vote_by_hands(pair)
    for lead in pair:
        if key == "z":
            lead.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            lead.press(key)
    low, high = pair
    assert low.told == high.told
    assert told(low.window) == told(high.window)
    assert picture(low.window) == picture(high.window)


def test_no_button_makes_the_covered_console_tell(one_display: None, pair: Pair) -> None:
    begin(pair)
    vote_by_hands(pair)
    for lead in pair:
        panel = lead.panel(VotePanel)
        for answer in (0, 1, 5):
            click(panel.hands.counters[answer].less)
    low, high = pair
    assert {c.count.text() for c in low.panel(VotePanel).hands.counters.values()} == {"–"}
    assert [c.less.isEnabled() for c in low.panel(VotePanel).hands.counters.values()] == [
        c.less.isEnabled() for c in high.panel(VotePanel).hands.counters.values()
    ]


def test_uncovering_ends_with_the_television_pulled_out(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lqf_workshop_ui.big_screen.displays import Displays

    begin(pair)
    vote_by_hands(pair)
    monkeypatch.setattr(Displays, "room_screen", lambda _displays, _key=None: None)
    for lead in pair:
        lead.room.displays.changed.emit()
    low, high = pair
    assert told(low.window) == told(high.window)
    assert picture(low.window) == picture(high.window)


def summary_words(services: Services, workshop_id: int) -> str:
    paper = BytesIO()
    write_session_summary(services.summaries.gather(workshop_id), paper)
    return "\n".join(page.extract_text() for page in PdfReader(paper).pages)


def test_the_summary_tells_nothing_of_an_open_vote(pair: Pair) -> None:
    begin(pair)
    vote_in_both_ways(pair)
    low, high = pair
    assert low.services.summaries.gather(low.workshop_id) == high.services.summaries.gather(
        high.workshop_id
    )
    words = summary_words(low.services, low.workshop_id)
    assert "Working with others" in words
    assert words == summary_words(high.services, high.workshop_id)


def test_the_results_page_tells_nothing_of_an_open_vote(pair: Pair, qtbot: QtBot) -> None:
    begin(pair)
    vote_in_both_ways(pair)
    pages = []
    for lead in pair:
        looks, problems = lead.window.looks, Problems(lead.window)
        changes = ChangeSignals(lead.services.changes, lead.window)
        page = ResultsPage(lead.services, changes, looks, problems, lead.window)
        page.setWindowFlag(Qt.WindowType.Window)
        page.resize(1100, 900)
        page.show_workshop(lead.workshop_id)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        assert page.pictures is not None
        page.pictures.finish()  # both whole, however busy the laptop is
        pages.append((told(page), picture(page)))
        page.close()
    assert any("Working with others" in words for words in pages[0][0])
    assert pages[0] == pages[1]


def test_a_second_vote_keeps_its_secret_beside_the_first(pair: Pair) -> None:
    begin(pair)
    for lead in pair:
        lead.rate("PQ", 1, 2, 3, 4, 5)
        lead.services.ratings.open_round(lead.workshop_id, "PQ")
    vote_in_both_ways(pair)
    for part in (Part.RESULT, Part.VOTE, Part.GRID):
        for lead in pair:
            lead.go_to(part, "" if part is Part.GRID else "PQ")
        low, high = pair
        assert low.scene == high.scene
        assert picture(low.room.window) == picture(high.room.window)
    assert summary_words(low.services, low.workshop_id) == summary_words(
        high.services, high.workshop_id
    )


def test_after_the_reveal_they_differ(pair: Pair) -> None:
    begin(pair)
    vote_in_secret(pair)
    for lead in pair:
        lead.press("r")
    low, high = pair
    assert low.scene != high.scene
    assert picture(low.room.window) != picture(high.room.window)


def test_a_reveal_leaves_no_vote_to_be_read_in_the_library(pair: Pair) -> None:
    begin(pair)
    vote_in_both_ways(pair)
    low, _high = pair
    low.press("r")
    assert set(low.services.ratings.hand_counts(low.workshop_id, "PQ").values()) == {0}
