"""Slips typed one key each, and votes that say which role they come from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.rating import Tally
from lqf_workshop.scenes.scene import LevelsScene, VoteScene
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests.ui.console.lead import Lead, button_of, click, words_on

ROLES = {"FW": "223344", "OL": "12345"}


@pytest.fixture
def voting(lead: Lead) -> VotePanel:
    """A vote of a team that looks at results by role."""
    plan = replace(lead.meeting.workshop.plan, by_level=True)
    lead.services.workshops.change_plan(lead.workshop_id, plan)
    lead.go_to(Part.VOTE, "PQ")
    return lead.panel(VotePanel)


def choose(panel: VotePanel, way: str) -> None:
    click(button_of(panel, way))


def test_a_slip_is_one_key_and_the_room_sees_only_how_many(lead: Lead, voting: VotePanel) -> None:
    choose(voting, "Slips")
    for key in "410":
        lead.press(key)
    assert voting.voted.text() == "3 of 11"
    assert isinstance(lead.scene, VoteScene)
    assert lead.scene.voted == 3
    counted = lead.services.ratings.hand_counts(lead.workshop_id, "PQ")
    assert {answer for answer, count in counted.items() if count} == {4, 1, 0}


def test_the_last_slip_is_named_and_taken_back_by_backspace(lead: Lead, voting: VotePanel) -> None:
    choose(voting, "Slips")
    lead.press("2")
    lead.press("5")
    assert "5, Leading" in words_on(voting.slips)
    lead.press(Qt.Key.Key_Backspace)
    assert voting.voted.text() == "1 of 11"
    assert "5, Leading" not in words_on(voting.slips)


def test_a_slip_beyond_the_headcount_is_explained(lead: Lead, voting: VotePanel) -> None:
    choose(voting, "Slips")
    for _slip in range(12):
        lead.press("3")
    assert voting.voted.text() == "11 of 11"
    assert lead.told


def test_hands_and_slips_are_counted_for_the_role_that_is_chosen(
    lead: Lead, voting: VotePanel
) -> None:
    for way, (role, answers) in zip(("Hands", "Slips"), ROLES.items(), strict=True):
        choose(voting, way)
        voting.levels.setCurrentIndex(voting.levels.findData(role))
        for key in answers:
            lead.press(key)
    lead.press("r")
    (found,) = lead.meeting.revealed("PQ")
    assert found.by_level == (("FW", Tally((0, 2, 2, 2, 0))), ("OL", Tally((1, 1, 1, 1, 1))))
    lead.go_to(Part.LEVELS, "PQ")
    assert isinstance(lead.scene, LevelsScene)


def test_whoever_answers_alone_is_not_asked_for_by_the_facilitator(voting: VotePanel) -> None:
    for way, asked in (("Phones", False), ("Slips", True), ("Pass the laptop", False)):
        choose(voting, way)
        assert voting.levels.isVisible() is asked


def test_a_team_that_does_not_look_by_role_is_never_asked_for_it(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    for way in ("Phones", "Slips", "Hands"):
        choose(panel, way)
        assert not panel.levels.isVisible()
