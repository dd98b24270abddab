"""The focus grid, and the pick on a result."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from lqf_workshop.domain.meeting import Part
from lqf_workshop.scenes.scene import FocusScene
from lqf_workshop_ui.console.focus_panel import FocusPanel
from tests.ui.console.lead import CONTROL, Lead, button_of, buttons_of, click


@pytest.fixture
def grid(lead: Lead) -> Callable[[], FocusPanel]:
    """Three dimensions rated, and the grid on show."""
    lead.rate("PQ", 4, 4, 4, 5, 5, 5)
    lead.rate("WO", 1, 1, 2, 2, 2, 1)
    lead.rate("MS", 1, 1, 1, 5, 5, 5)
    lead.go_to(Part.GRID)
    return lambda: lead.panel(FocusPanel)


def test_every_rated_dimension_has_its_place(grid: Callable[[], FocusPanel], lead: Lead) -> None:
    buttons_of(grid(), "Pick")
    words = lead.reads
    assert "Middle vote between 4 and 5 · Close together" in words
    assert "Middle vote between 1 and 5 · We see this differently" in words


def test_without_a_reveal_the_grid_says_what_to_do(lead: Lead) -> None:
    lead.go_to(Part.GRID)
    lead.panel(FocusPanel)
    assert "Nothing has been revealed yet. Go back to rate a dimension, or go on." in lead.reads


def test_a_pick_is_kept_and_the_room_sees_it(grid: Callable[[], FocusPanel], lead: Lead) -> None:
    click(button_of(grid(), "Pick Working with others"))
    assert lead.meeting.picks == ("WO",)
    assert isinstance(lead.scene, FocusScene)
    assert lead.scene.picked == ("WO",)


def test_a_pick_can_be_let_go(grid: Callable[[], FocusPanel], lead: Lead) -> None:
    click(button_of(grid(), "Pick Working with others"))
    click(button_of(grid(), "Let go of Working with others"))
    assert lead.meeting.picks == ()


def test_a_third_pick_is_refused_kindly_and_not_marked(
    grid: Callable[[], FocusPanel], lead: Lead
) -> None:
    for name in ("Personal qualities", "Working with others", "Managing services"):
        click(button_of(grid(), f"Pick {name}"))
    assert lead.told == ("Two are enough for one meeting. Let go of one first, then pick this.")
    assert lead.meeting.picks == ("PQ", "WO")
    assert not button_of(grid(), "Pick Managing services").isChecked()


def test_a_pick_can_be_taken_back(grid: Callable[[], FocusPanel], lead: Lead) -> None:
    click(button_of(grid(), "Pick Working with others"))
    lead.press(Qt.Key.Key_Z, CONTROL)
    assert lead.meeting.picks == ()
    assert len(buttons_of(grid(), "Pick")) == 3


def test_a_result_offers_the_pick_too(lead: Lead) -> None:
    lead.rate("PQ", 1, 2, 3, 4, 5)
    lead.go_to(Part.RESULT, "PQ")
    panel = lead.see_result()
    picks = []
    for words in ("Choose this for our time", "Remove from our picks"):
        assert panel.pick_button.text() == words
        click(panel.pick_button)
        picks.append(lead.meeting.picks)
    assert picks == [("PQ",), ()]


def test_picked_dimensions_can_be_voted_on_again_after_the_grid(
    grid: Callable[[], FocusPanel], lead: Lead
) -> None:
    click(button_of(grid(), "Pick Managing services"))
    lead.press(Qt.Key.Key_PageDown)
    assert (lead.stop.part, lead.stop.about) == (Part.RESULT, "MS")
