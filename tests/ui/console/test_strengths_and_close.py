"""The rounds that are never secret: strengths spotted, and the close."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from lqf_workshop.domain.meeting import NoteKind, Part, Poll
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.scenes.scene import EndScene, PollScene, StrengthsScene
from lqf_workshop_ui.console.close_panel import ClosePanel
from lqf_workshop_ui.console.strengths_panel import StrengthsPanel
from lqf_workshop_ui.paper.preview import PaperWindow
from tests.ui.console.lead import CONTROL, Lead, click

K = Qt.Key


@pytest.fixture
def strengths(lead: Lead) -> StrengthsPanel:
    """The first half of the strengths round."""
    lead.go_to(Part.NEEDED)
    lead.press(K.Key_PageUp)
    return lead.panel(StrengthsPanel)


def test_a_strength_spotted_is_counted_for_the_room(lead: Lead, strengths: StrengthsPanel) -> None:
    click(strengths.counters["integrity"].more)
    click(strengths.counters["integrity"].more)
    assert strengths.counters["integrity"].count.text() == "2"
    assert isinstance(lead.scene, StrengthsScene)
    assert {f.name: f.count for f in lead.scene.faces}["Integrity"] == 2


def test_what_is_needed_is_counted_apart_from_what_was_spotted(
    lead: Lead, strengths: StrengthsPanel
) -> None:
    click(strengths.counters["integrity"].more)
    lead.press(K.Key_PageDown)
    assert strengths.counters["integrity"].count.text() == "0"
    click(strengths.counters["resilience"].more)
    assert lead.meeting.poll(Poll.SPOTTED) == {"integrity": 1}
    assert lead.meeting.poll(Poll.NEEDED) == {"resilience": 1}


def test_a_moment_people_tell_is_kept_and_shown_when_let_through(
    lead: Lead, strengths: StrengthsPanel
) -> None:
    lead.write("She stayed with him", strengths.stories.entry)
    lead.press(K.Key_Return, CONTROL)
    assert lead.notes(NoteKind.STRENGTH) == ["She stayed with him"]
    assert "She stayed with him" in lead.room_reads


def test_a_strength_counted_by_mistake_is_taken_back(lead: Lead, strengths: StrengthsPanel) -> None:
    click(strengths.counters["integrity"].more)
    lead.press(K.Key_Z, CONTROL)
    assert strengths.counters["integrity"].count.text() == "0"


@pytest.fixture
def confidence(lead: Lead) -> ClosePanel:
    """The first moment of the close."""
    lead.go_to(Part.CONFIDENCE)
    return lead.panel(ClosePanel)


def test_number_keys_count_a_fist_of_five_for_all_to_see(
    lead: Lead, confidence: ClosePanel
) -> None:
    for key in "0123455":
        lead.press(key)
    assert lead.meeting.poll(Poll.CONFIDENCE) == {
        **dict.fromkeys("01234", 1),
        "5": 2,
    }
    assert isinstance(lead.scene, PollScene)
    assert [face.count for face in lead.scene.faces] == [1, 1, 1, 1, 1, 2]


def test_the_buttons_count_up_and_down(lead: Lead, confidence: ClosePanel) -> None:
    counter = confidence.polls[Part.CONFIDENCE].counters["4"]
    click(counter.more)
    click(counter.more)
    click(counter.less)
    assert lead.meeting.poll(Poll.CONFIDENCE) == {"4": 1}


def test_the_return_on_time_has_no_zero(lead: Lead, confidence: ClosePanel) -> None:
    lead.press(K.Key_PageDown)
    lead.press("0")
    lead.press("5")
    assert lead.meeting.poll(Poll.RETURN) == {"5": 1}


def test_a_hand_of_the_close_can_be_taken_back(lead: Lead, confidence: ClosePanel) -> None:
    lead.press("4")
    lead.press(K.Key_Z, CONTROL)
    assert lead.meeting.poll(Poll.CONFIDENCE) == {}


def test_a_stuck_key_is_explained(lead: Lead, confidence: ClosePanel) -> None:
    lead.services.polls.count(lead.workshop_id, Poll.CONFIDENCE, "4", by=93)
    lead.press("4")
    assert lead.told == "That is more hands than a room of 30 can raise."


def test_one_word_each_is_kept_and_shown_when_let_through(
    lead: Lead, confidence: ClosePanel
) -> None:
    lead.go_to(Part.WORD)
    lead.write("hopeful", confidence.words.entry)
    lead.press(K.Key_Return, CONTROL)
    lead.write("tired", confidence.words.entry)
    lead.press(K.Key_Return)
    assert lead.notes(NoteKind.WORD) == ["hopeful", "tired"]
    assert "hopeful" in lead.room_reads
    assert "tired" not in lead.room_reads


def test_the_end_thanks_and_offers_the_summary(lead: Lead, confidence: ClosePanel) -> None:
    lead.go_to(Part.END)
    assert isinstance(lead.scene, EndScene)
    click(confidence.print_button)
    paper = lead.window.findChild(PaperWindow)
    assert paper is not None
    with lead.qtbot.waitSignal(paper.made, timeout=20_000):
        pass
    paper.close()


def test_finishing_closes_the_workshop_and_leaves(lead: Lead, confidence: ClosePanel) -> None:
    lead.go_to(Part.END)
    with lead.qtbot.waitSignal(lead.console.left) as left:
        click(confidence.finish_button)
    assert left.args == [lead.workshop_id]
    assert lead.meeting.workshop.state is WorkshopState.DONE
    assert not lead.room.showing


def test_finishing_keeps_the_words_being_typed(lead: Lead, confidence: ClosePanel) -> None:
    lead.go_to(Part.WORD)
    lead.write("hopeful", confidence.words.entry)
    lead.console.finish()
    assert lead.notes(NoteKind.WORD) == ["hopeful"]


def test_a_finished_workshop_can_be_opened_again_at_its_end(
    lead: Lead, confidence: ClosePanel
) -> None:
    lead.go_to(Part.END)
    click(confidence.finish_button)
    lead.begin()
    assert lead.stop.part is Part.END
    assert lead.meeting.workshop.state is WorkshopState.RUNNING
