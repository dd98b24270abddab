"""After a result: better, the same, or worse than last time, when there was a last time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from lqf_workshop.domain.meeting import Part, Poll
from lqf_workshop.domain.trend import Felt
from lqf_workshop.scenes.scene import ResultScene
from lqf_workshop.services.assembly import Services
from tests.trends import LOW, met
from tests.ui.console.lead import Lead, click

ASKED = "Better, the same, or worse than last time?"


@pytest.fixture
def met_before(services: Services) -> None:
    """The team rated "Working with others" half a year ago."""
    met(services, 26, *LOW)


def see_result(lead: Lead, dimension: str) -> None:
    lead.vote(dimension, 3, 3, 4, 4, 4)
    lead.services.ratings.reveal(lead.meeting.workshop.id, dimension)
    lead.go_to(Part.RESULT, dimension)


def test_a_first_vote_is_not_asked_how_it_is_beside_last_time(lead: Lead) -> None:
    see_result(lead, "WO")
    panel = lead.see_result()
    assert not panel.felt.isVisible()


def test_a_dimension_that_was_not_rated_before_is_not_asked(lead: Lead, met_before: None) -> None:
    see_result(lead, "PQ")
    panel = lead.see_result()
    assert not panel.felt.isVisible()


def test_hands_are_counted_and_the_room_sees_them_once_one_is_up(
    lead: Lead, met_before: None
) -> None:
    see_result(lead, "WO")
    panel = lead.see_result()
    lead.until(panel.felt.isVisible)
    assert panel.felt.question.text() == ASKED
    assert "Last time was 27 May 2026" in panel.felt.last_time.text()
    assert isinstance(lead.scene, ResultScene)
    assert lead.scene.felt == ""
    click(panel.felt.counters[Felt.BETTER].more)
    click(panel.felt.counters[Felt.BETTER].more)
    click(panel.felt.counters[Felt.WORSE].more)
    assert panel.felt.counters[Felt.BETTER].count.text() == "2"
    assert lead.meeting.poll(Poll.FELT) == {"WO:better": 2, "WO:worse": 1}
    assert isinstance(lead.scene, ResultScene)
    assert lead.scene.felt == f"{ASKED} 2 better, 0 the same, 1 worse"
    assert "2 better" in lead.room_reads
    lead.services.journal.undo()
    assert panel.felt.counters[Felt.WORSE].count.text() == "0"


def test_the_counters_are_reached_by_the_tab_key_and_have_names(
    lead: Lead, met_before: None
) -> None:
    see_result(lead, "WO")
    panel = lead.see_result()
    buttons = panel.felt.findChildren(QAbstractButton)
    assert len(buttons) == 6
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)
    names = [one.accessibleName() for one in buttons]
    assert "One more: Better" in names
    assert "One less: The same" in names
