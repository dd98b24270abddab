"""More ways to rate: closer, by role, with comments, in other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.framework import NHS_SCALE, TEAM_SCALE
from lqf_workshop.domain.subject import Depth
from lqf_workshop.library.shelf import Shelf
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.prepare.rating_ways import (
    RatingChoice,
    RatingWays,
    scales_to_choose,
)


@pytest.fixture
def ways(qtbot: QtBot, shelf: Shelf, tmp_path: Path) -> RatingWays:
    """The choice for three dimensions of the classic edition."""
    looks = Looks(tmp_path / "preferences.json")
    made = RatingWays(scales_to_choose(shelf), looks)
    looks.setParent(made)
    qtbot.addWidget(made)
    edition = shelf.edition("lqf-classic")
    assert edition is not None
    made.show_dimensions(edition.dimensions[:3])
    made.show_choice(RatingChoice())
    made.show()
    return made


def test_the_usual_way_stays_folded(ways: RatingWays) -> None:
    assert not ways.fold.open
    assert ways.choice == RatingChoice()
    assert ways.votes == 3


def test_looking_closer_counts_every_vote(ways: RatingWays, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ways.changed):
        ways.depths["WO"].setCurrentIndex(1)
    assert ways.choice.depths == {"WO": Depth.BOTH}
    assert ways.votes == 1 + 5 + 1
    ways.depths["PQ"].setCurrentIndex(2)
    assert ways.votes == 4 + 5 + 1


def test_the_words_of_the_points_can_be_seen_before_they_are_chosen(ways: RatingWays) -> None:
    assert "1 Not yet" in ways.preview.text()
    assert "5 Leading" in ways.preview.text()
    ways.scale.setCurrentIndex(ways.scale.findData(NHS_SCALE))
    assert "How far does this reach?" in ways.preview.text()
    assert ways.choice.scale_code == NHS_SCALE


def test_looking_by_role_needs_ten_people(ways: RatingWays) -> None:
    ways.tell_people(9)
    assert not ways.by_level.isEnabled()
    assert "ten people or more" in ways.level_note.text()
    ways.tell_people(10)
    assert ways.by_level.isEnabled()


def test_what_a_plan_has_chosen_is_shown_unfolded(ways: RatingWays) -> None:
    chosen = RatingChoice({"MS": Depth.ELEMENTS}, NHS_SCALE, True, True)
    ways.show_choice(chosen)
    assert ways.fold.open
    assert ways.choice == chosen


def test_a_dimension_left_out_takes_its_depth_with_it(ways: RatingWays, shelf: Shelf) -> None:
    ways.show_choice(RatingChoice({"WO": Depth.BOTH}, TEAM_SCALE))
    edition = shelf.edition("lqf-classic")
    assert edition is not None
    ways.show_dimensions(edition.dimensions[:1])
    assert ways.choice.depths == {}
    ways.show_dimensions(edition.dimensions[:2])
    assert ways.choice.depths == {"WO": Depth.BOTH}


def test_an_edition_without_elements_offers_no_closer_look(ways: RatingWays, shelf: Shelf) -> None:
    edition = shelf.edition("lqf-2026")
    assert edition is not None
    ways.show_dimensions(edition.dimensions)
    assert ways.depths == {}
    assert ways.votes == 5


def test_one_element_alone_stays_so_until_another_way_is_chosen(ways: RatingWays) -> None:
    alone = {"WO": Depth.ELEMENTS, "WO2": Depth.ELEMENTS}
    ways.show_choice(RatingChoice(alone))
    assert ways.choice.depths == alone
    assert ways.votes == 1 + 1 + 1
    ways.depths["PQ"].setCurrentIndex(1)
    assert ways.choice.depths == {"PQ": Depth.BOTH, **alone}
    ways.depths["WO"].setCurrentIndex(1)
    assert ways.choice.depths == {"PQ": Depth.BOTH, "WO": Depth.BOTH}
