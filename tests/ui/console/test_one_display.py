"""One display for the facilitator and the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from lqf_workshop.domain.meeting import NoteKind, Part
from lqf_workshop.scenes.scene import NeutralScene
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests.ui.console.lead import Lead, click

K = Qt.Key


@pytest.fixture
def voting(lead_alone: Lead) -> VotePanel:
    lead_alone.go_to(Part.VOTE, "PQ")
    return lead_alone.panel(VotePanel)


def test_nothing_is_shown_until_somebody_asks(lead_alone: Lead) -> None:
    assert not lead_alone.room.showing
    assert lead_alone.console.header.screen_label.text() == "One display"


def test_f5_fills_the_only_display_and_escape_gets_out(lead_alone: Lead) -> None:
    lead_alone.press(K.Key_F5)
    assert lead_alone.room.showing
    assert lead_alone.room.window.screen() is lead_alone.window.screen()
    lead_alone.press_in_the_room(K.Key_Escape)
    assert not lead_alone.room.showing


def test_there_is_nothing_to_swap(lead_alone: Lead) -> None:
    assert not lead_alone.console.header.swap.isVisible()
    lead_alone.press("s")
    assert lead_alone.told == "There is only one display. F5 shows the room its screen."


def test_counts_are_covered_and_the_sum_is_not(lead_alone: Lead, voting: VotePanel) -> None:
    for key in "333444445":
        lead_alone.press(key)
    assert {c.count.text() for c in voting.hands.counters.values()} == {"–"}
    assert voting.voted.text() == "9 of 11"
    assert voting.missing.text() == "2 votes still to count"


def test_covered_counts_are_not_read_aloud_either(lead_alone: Lead, voting: VotePanel) -> None:
    lead_alone.press("3")
    assert voting.hands.counters[3].count.accessibleName() == "3: covered"


def test_covered_counts_are_still_counted_and_corrected(
    lead_alone: Lead, voting: VotePanel
) -> None:
    lead_alone.press("3")
    lead_alone.press("4")
    click(voting.hands.counters[3].less)
    click(voting.reveal_button)
    lead_alone.see_result()
    assert lead_alone.meeting.revealed("PQ")[0].tally.counts == (0, 0, 0, 1, 0)


def test_own_notes_are_folded_away_on_every_step(lead_alone: Lead) -> None:
    side = lead_alone.console.side
    for _step in range(6):
        assert not side.notes.isVisible()
        assert side.saved.text() == "Folded away: the room can see this display."
        lead_alone.press(K.Key_PageDown)


def test_own_notes_written_before_are_not_shown_by_a_look_at_the_parking_space(
    lead_alone: Lead,
) -> None:
    side = lead_alone.console.side
    step = str(lead_alone.stop.step_id)
    lead_alone.services.notes.keep_private(lead_alone.workshop_id, step, "Watch Sam")
    click(side.tabs.buttons["parking"])
    click(side.tabs.buttons["notes"])
    assert not side.notes.isVisible()
    assert "Watch Sam" not in lead_alone.reads


def test_the_script_goes_on_being_shown(lead_alone: Lead) -> None:
    assert lead_alone.console.title.isVisible()


def test_the_strip_does_what_the_keys_do(lead_alone: Lead) -> None:
    lead_alone.press(K.Key_F5)
    window = lead_alone.room.window
    window.strip.come()
    been = []
    for name in ("next", "next", "back"):
        click(window.strip.buttons[name])
        been.append(lead_alone.stop.part)
    assert been == [Part.RULES, Part.STORED, Part.RULES]
    click(window.strip.buttons["neutral"])
    assert isinstance(lead_alone.scene, NeutralScene)
    click(window.strip.buttons["leave"])
    assert not lead_alone.room.showing


def test_the_strip_reveals(lead_alone: Lead, voting: VotePanel) -> None:
    for key in "334":
        lead_alone.press(key)
    lead_alone.press(K.Key_F5)
    lead_alone.room.window.strip.come()
    click(lead_alone.room.window.strip.buttons["reveal"])
    assert lead_alone.meeting.revealed("PQ")


def test_hands_are_counted_while_the_room_looks_at_the_big_screen(
    lead_alone: Lead, voting: VotePanel
) -> None:
    lead_alone.press(K.Key_F5)
    for key in "345":
        lead_alone.press_in_the_room(key)
    assert lead_alone.room_reads.endswith("3 of 11 voted")


def test_leaving_the_big_screen_by_its_corner_is_noticed(lead_alone: Lead) -> None:
    lead_alone.press(K.Key_F5)
    lead_alone.room.window.close()
    lead_alone.press(K.Key_F5)
    assert lead_alone.room.showing


def test_notes_typed_on_the_parking_space_are_kept(lead_alone: Lead) -> None:
    side = lead_alone.console.side
    click(side.tabs.buttons["parking"])
    lead_alone.write("Pay on Sundays", side.parking.entry)
    lead_alone.press(K.Key_Return)
    assert lead_alone.notes(NoteKind.PARKING) == ["Pay on Sundays"]
    assert "Pay on Sundays" not in lead_alone.room_reads
