"""Notes are kept word for word, and the room sees only what is let through."""

from __future__ import annotations

import pytest

from lqf_workshop.domain.meeting import Note, NoteKind
from lqf_workshop.domain.text import TEXT_LIMIT
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services
from tests.builders import prepare


def notes_now(services: Services, workshop_id: int) -> tuple[Note, ...]:
    return services.meetings.read(workshop_id).notes


def texts_now(services: Services, workshop_id: int) -> list[str]:
    return [note.text for note in notes_now(services, workshop_id)]


def test_a_note_is_kept_word_for_word(services: Services, running: WorkshopId) -> None:
    words = "Nights wait too long.\n\tنحن ننتظر 👩🏾‍🦽 “too long”, said three"
    number = services.notes.add(running, NoteKind.TALK, "1", words)
    assert notes_now(services, running) == (Note(number, NoteKind.TALK, "1", words, shown=False),)


def test_ten_thousand_characters_are_kept(services: Services, running: WorkshopId) -> None:
    services.notes.add(running, NoteKind.TALK, "1", "tea 🫖 " * 1_700)
    assert texts_now(services, running) == ["tea 🫖 " * 1_700]


def test_too_long_a_note_is_explained_and_not_cut(services: Services, running: WorkshopId) -> None:
    with pytest.raises(WorkshopProblem, match="Please shorten it"):
        services.notes.add(running, NoteKind.TALK, "1", "x" * (TEXT_LIMIT + 1))
    assert notes_now(services, running) == ()


def test_an_empty_note_is_kept_to_be_typed_into(services: Services, running: WorkshopId) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", "")
    services.notes.change(running, number, "We listened")
    assert texts_now(services, running) == ["We listened"]


def test_notes_come_in_the_order_they_were_added(services: Services, running: WorkshopId) -> None:
    for word in ("one", "two", "three"):
        services.notes.add(running, NoteKind.WORD, "", word)
    assert texts_now(services, running) == ["one", "two", "three"]


def test_the_private_note_of_a_step_is_one_note_that_changes(
    services: Services, running: WorkshopId
) -> None:
    services.notes.keep_private(running, "1", "Ask")
    services.notes.keep_private(running, "1", "Ask the night lead")
    services.notes.keep_private(running, "2", "Slow down")
    assert texts_now(services, running) == ["Ask the night lead", "Slow down"]


def test_a_private_note_of_another_workshop_is_another_note(
    services: Services, running: WorkshopId
) -> None:
    other = prepare(services)
    services.notes.keep_private(running, "1", "here")
    services.notes.keep_private(other, "1", "there")
    assert texts_now(services, running) == ["here"]


def test_a_note_can_be_let_through_and_taken_off_again(
    services: Services, running: WorkshopId
) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", "We listened")
    services.notes.let_through(running, number)
    assert notes_now(services, running)[0].shown
    services.notes.let_through(running, number, shown=False)
    assert not notes_now(services, running)[0].shown


def test_undo_takes_a_note_off_the_big_screen_again(
    services: Services, running: WorkshopId
) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", "We listened")
    services.notes.let_through(running, number)
    assert services.journal.undo() == "showing a note"
    assert not notes_now(services, running)[0].shown


def test_undo_leaves_a_note_that_was_shown_already_on_the_big_screen(
    services: Services, running: WorkshopId
) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", "We listened", shown=True)
    services.notes.let_through(running, number)
    services.journal.undo()
    assert notes_now(services, running)[0].shown


def test_a_removed_note_is_gone(services: Services, running: WorkshopId) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", "We listened")
    services.notes.remove(running, number)
    assert notes_now(services, running) == ()


def test_undo_brings_a_removed_note_back_with_every_word(
    services: Services, running: WorkshopId
) -> None:
    number = services.notes.add(running, NoteKind.HEARD, "PQ", "We listened", shown=True)
    before = notes_now(services, running)
    services.notes.remove(running, number)
    services.journal.undo()
    assert notes_now(services, running) == before


def test_redo_brings_a_note_back_with_the_words_it_had_when_it_was_undone(
    services: Services, running: WorkshopId
) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", "")
    services.notes.change(running, number, "We listened at handover")
    before = notes_now(services, running)
    services.journal.undo()
    services.journal.redo()
    assert notes_now(services, running) == before


def test_words_typed_after_an_undo_survive_redo_and_undo(
    services: Services, running: WorkshopId
) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", "We")
    services.notes.remove(running, number)
    services.journal.undo()
    services.notes.change(running, number, "We listened")
    services.journal.redo()
    services.journal.undo()
    assert texts_now(services, running) == ["We listened"]


def test_undo_brings_a_note_back_though_another_was_typed_meanwhile(
    services: Services, running: WorkshopId
) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", "We listened")
    services.notes.remove(running, number)
    services.notes.keep_private(running, "1", "Slow down")
    services.journal.undo()
    assert sorted(texts_now(services, running)) == ["Slow down", "We listened"]


@pytest.mark.parametrize("act", ["change", "let_through", "remove"])
def test_acting_on_a_removed_note_is_explained(
    services: Services, running: WorkshopId, act: str
) -> None:
    words = {"change": ("new",)}.get(act, ())
    with pytest.raises(StaleProblem, match="That note has been removed"):
        getattr(services.notes, act)(running, 999, *words)


def test_a_note_in_a_workshop_that_is_gone_is_explained(services: Services) -> None:
    with pytest.raises(StaleProblem, match="no longer in the library"):
        services.notes.add(999, NoteKind.TALK, "1", "We listened")
    with pytest.raises(StaleProblem, match="no longer in the library"):
        services.notes.keep_private(999, "1", "We listened")
