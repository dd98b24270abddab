"""What the room may see: one scene for the big screen and its miniature, and nothing private."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Part
from lqf_workshop.domain.scenario import DrawReason
from tests.ui.console.lead import Lead, click, seen

K = Qt.Key


@pytest.fixture
def full(lead: Lead) -> Lead:
    """A meeting with words of every kind, none of them let through."""
    services, number = lead.services, lead.workshop_id
    steps = lead.meeting.steps
    for code in ("PQ", "WO"):
        lead.rate(code, 1, 2, 3, 4, 5)
        services.notes.add(number, NoteKind.HEARD, code, f"secret heard {code}")
    for step in steps:
        services.notes.keep_private(number, str(step.id), f"secret private {step.id}")
        services.notes.add(number, NoteKind.TALK, str(step.id), "secret talk")
    card_step = next(s for s in steps if s.plan.kind is StepKind.CARD)
    card = services.cards.deck().cards[0]
    services.cards.lay(number, card_step.id, card, DrawReason.CHOSEN)
    for prompt in range(len(card.prompts) + 1):
        services.notes.add(number, NoteKind.CARD, f"{card.code}/{prompt}", "secret said")
    services.notes.add(number, NoteKind.PARKING, "", "secret parking")
    services.notes.add(number, NoteKind.STRENGTH, "", "secret story")
    services.notes.add(number, NoteKind.WORD, "", "secret word")
    return lead


def test_nowhere_in_a_meeting_does_the_room_read_what_was_not_let_through(full: Lead) -> None:
    for stop in full.meeting.stops():
        full.services.runs.go(full.workshop_id, stop)
        assert "secret" not in full.room_reads, stop
        assert "secret" not in full.room.window.stage.accessibleDescription()


def test_everything_let_through_is_read_somewhere_but_private_and_parking_never(
    full: Lead,
) -> None:
    for note in full.meeting.notes:
        full.services.notes.let_through(full.workshop_id, note.id)
    read = ""
    for stop in full.meeting.stops():
        full.services.runs.go(full.workshop_id, stop)
        read += full.room_reads
    assert "secret private" not in read
    assert "secret parking" not in read
    for said in ("heard PQ", "heard WO", "said", "story", "talk", "word"):
        assert f"secret {said}" in read


def test_the_miniature_shows_the_same_scene_as_the_room_at_every_stop(full: Lead) -> None:
    for stop in full.meeting.stops():
        full.services.runs.go(full.workshop_id, stop)
        assert full.console.side.miniature.scene == full.scene


@pytest.mark.parametrize("key", ["b", "n"])
def test_the_miniature_is_covered_with_the_room(lead: Lead, key: str) -> None:
    lead.press(key)
    assert lead.console.side.miniature.scene == lead.scene


def test_the_miniature_looks_like_the_big_screen(lead: Lead) -> None:
    small = lead.console.side.miniature.grab().toImage()
    large = lead.room.window.stage.grab().toImage()
    shrunk = large.scaled(
        small.size(),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    for x, y in ((4, 4), (small.width() - 4, small.height() - 4)):
        assert small.pixelColor(x, y) == shrunk.pixelColor(x, y)


def test_a_black_screen_is_black_to_its_edges(lead: Lead) -> None:
    lead.press("b")
    picture = lead.room.window.grab().toImage()
    found = {
        picture.pixelColor(x, y).lightness()
        for x in range(0, picture.width(), 97)
        for y in range(0, picture.height(), 53)
    }
    assert max(found) < 40


def test_the_neutral_slide_holds_nothing_of_the_meeting(full: Lead) -> None:
    full.press("n")
    assert full.room_reads == "A short pause\nWe go on in a moment."


def test_a_facilitators_note_is_on_no_label_of_the_console(full: Lead) -> None:
    full.press(K.Key_PageDown)
    labels = "\n".join(label.text() for label in seen(full.console, QLabel))
    assert "secret private" not in labels
    fields = [f.toPlainText() for f in seen(full.console, QPlainTextEdit)]
    assert any("secret private" in text for text in fields)


def test_the_votes_of_a_second_round_stay_hidden_beside_the_first(lead: Lead) -> None:
    lead.rate("PQ", 1, 1, 1, 1, 1)
    lead.go_to(Part.RESULT, "PQ")
    click(lead.see_result().again_button)
    before = lead.room_reads
    lead.vote("PQ", 5, 5, 5)
    assert lead.room_reads == before.replace("0 of 11 voted", "3 of 11 voted")
    lead.press(K.Key_PageUp)
    assert "5: 3 votes" not in lead.room_reads
    assert "1: 5 votes" in lead.room_reads
