"""Answers put together with the keyboard alone, and dots counted by hands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from lqf_workshop.domain.action import SourceKind
from lqf_workshop.domain.meeting import Cover, NoteKind, Part
from lqf_workshop.domain.piles import dots_on, piles_at
from lqf_workshop.scenes.scene import DotsScene, PilesScene
from lqf_workshop_ui.console.dots_panel import DotsPanel
from lqf_workshop_ui.console.piles_panel import PilesPanel
from tests.ui.console.lead import CONTROL, SHIFT, Lead, button_of, buttons_of, click, seen
from tests.ui.console.test_card import open_table

K = Qt.Key
SAID = ("Nobody asked her", "Nights leave first", "We never sit down", "Families hear it last")


@pytest.fixture
def lead(lead: Lead) -> Lead:
    """A team that has answered the first prompt of a card, every answer let through."""
    table = open_table(lead)
    table.chooser.choose(("wicked-issues", "happy-here"))
    for text in SAID:
        lead.services.notes.add(lead.workshop_id, NoteKind.CARD, "happy-here/1", text, shown=True)
    return lead


@pytest.fixture
def panel(lead: Lead) -> PilesPanel:
    lead.go_to(Part.PILES)
    return lead.panel(PilesPanel)


@pytest.fixture
def dots(lead: Lead) -> DotsPanel:
    lead.go_to(Part.DOTS)
    return lead.panel(DotsPanel)


def heaps(lead: Lead) -> list[str]:
    return [note.heap for note in lead.meeting.notes_of(NoteKind.CARD)]


def counts(lead: Lead) -> list[int]:
    step = lead.stop.step_id
    return [dots_on(lead.meeting, step, pile) for pile in piles_at(lead.meeting, step)]


def make_pile(lead: Lead, name: str) -> None:
    lead.press(K.Key_Return)
    for letter in name:
        lead.press(letter)
    lead.press(K.Key_Return)


# ---- Piles ----


def test_the_room_sees_the_answers_put_together(lead: Lead, panel: PilesPanel) -> None:
    assert isinstance(lead.scene, PilesScene)
    assert all(text in lead.room_reads for text in SAID)


def test_with_one_answer_there_is_nothing_to_put_together(lead: Lead) -> None:
    for note in lead.meeting.notes_of(NoteKind.CARD)[1:]:
        lead.services.notes.let_through(lead.workshop_id, note.id, shown=False)
    assert not {Part.PILES, Part.DOTS} & {stop.part for stop in lead.meeting.stops()}


def test_answers_are_grouped_with_the_keyboard_alone(lead: Lead, panel: PilesPanel) -> None:
    make_pile(lead, "asking")
    lead.press(K.Key_Down)
    make_pile(lead, "nights")
    lead.press(K.Key_Down)
    lead.press("2")
    lead.press(K.Key_Down)
    lead.press("1")
    assert heaps(lead) == ["asking", "nights", "nights", "asking"]
    lead.press("0")
    assert heaps(lead) == ["asking", "nights", "nights", ""]
    assert "nights" in lead.room_reads


def test_a_pile_is_named_as_it_is_typed(lead: Lead, panel: PilesPanel) -> None:
    lead.press(K.Key_Return)
    assert heaps(lead)[0] == "Pile 1"
    assert QApplication.focusWidget() is panel.name.line
    lead.press("n")
    lead.press("o")
    lead.until(lambda: heaps(lead)[0] == "no")
    assert "no" in lead.room_reads
    lead.press(K.Key_Return)
    assert not panel.name.isVisible()
    assert panel.list.hasFocus()


def test_f2_names_a_pile_afresh_and_undo_gives_its_old_name_back(
    lead: Lead, panel: PilesPanel
) -> None:
    make_pile(lead, "asking")
    lead.press(K.Key_F2)
    for letter in "telling":
        lead.press(letter)
    lead.press(K.Key_Return)
    assert heaps(lead)[0] == "telling"
    lead.press(K.Key_Z, CONTROL)
    assert heaps(lead)[0] == "asking"
    lead.press(K.Key_Z, CONTROL)
    assert heaps(lead)[0] == "Pile 1"
    lead.press(K.Key_Z, CONTROL)
    assert heaps(lead)[0] == ""
    for _act in range(3):
        lead.press(K.Key_Z, CONTROL | SHIFT)
    assert heaps(lead)[0] == "telling"


def test_a_name_rubbed_out_leaves_the_name_before(lead: Lead, panel: PilesPanel) -> None:
    make_pile(lead, "asking")
    lead.press(K.Key_F2)
    lead.press(K.Key_Delete)
    lead.press(K.Key_Return)
    assert heaps(lead)[0] == "asking"


def test_leaving_keeps_the_name_that_is_being_typed(lead: Lead, panel: PilesPanel) -> None:
    lead.press(K.Key_Return)
    lead.press("q")
    lead.press(K.Key_PageDown)
    assert heaps(lead)[0] == "q"
    assert isinstance(lead.scene, DotsScene)


def test_a_digit_without_a_pile_is_explained(lead: Lead, panel: PilesPanel) -> None:
    lead.press("4")
    assert lead.told == "There is no pile 4 yet. Enter makes one."
    lead.press(K.Key_F2)
    assert lead.told == "This answer is on no pile. Enter makes one."
    assert heaps(lead) == [""] * 4


def test_the_panic_key_is_still_the_panic_key(lead: Lead, panel: PilesPanel) -> None:
    lead.press("n")
    assert lead.meeting.cover is Cover.NEUTRAL
    assert heaps(lead) == [""] * 4


def test_the_mouse_can_do_the_same(lead: Lead, panel: PilesPanel) -> None:
    click(button_of(panel, "Put this answer on a new pile (Enter)"))
    lead.press(K.Key_Return)
    panel.list.setCurrentRow(2)
    click(button_of(panel, "Put on pile 1: Pile 1, 1 answer"))
    assert heaps(lead) == ["Pile 1", "", "Pile 1", ""]
    click(button_of(panel, "Take off its pile (0)"))
    assert heaps(lead) == ["Pile 1", "", "", ""]
    click(button_of(panel, "Name pile 1 afresh: Pile 1"))
    assert panel.name.isVisible()


def test_everything_has_a_name_for_those_who_listen(lead: Lead, panel: PilesPanel) -> None:
    make_pile(lead, "asking")
    assert panel.list.accessibleName() == "Answers"
    said = panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Nobody asked her, on pile 1, asking"
    assert all(made.accessibleName() for made in seen(panel, QAbstractButton))


# ---- Dots ----


def test_dots_are_counted_with_the_number_of_a_pile(lead: Lead, dots: DotsPanel) -> None:
    for key in ("1", "1", "3"):
        lead.press(key)
    assert counts(lead) == [2, 0, 1, 0]
    assert dots.given.text() == "3 of 33 dots given"
    lead.press(K.Key_Backspace)
    assert counts(lead) == [2, 0, 0, 0]
    click(button_of(dots, "One more: 2: Nights leave first"))
    click(button_of(dots, "One less: 1: Nobody asked her"))
    assert counts(lead) == [1, 1, 0, 0]
    lead.press(K.Key_Z, CONTROL)
    assert counts(lead) == [2, 1, 0, 0]


def test_the_room_sees_no_count_before_the_dots_are_shown(lead: Lead, dots: DotsPanel) -> None:
    lead.press("2")
    assert isinstance(lead.scene, DotsScene)
    assert [face.count for face in lead.scene.faces] == [None] * 4
    assert lead.console.foot.next.property("kind") == "plain"
    lead.press("r")
    assert next((face.name, face.count) for face in lead.scene.faces) == ("Nights leave first", 1)
    assert lead.console.foot.next.property("kind") == "primary"
    click(dots.cover_button)
    assert [face.count for face in lead.scene.faces] == [None] * 4


def test_a_dot_too_many_is_explained_in_one_sentence(lead: Lead, dots: DotsPanel) -> None:
    lead.services.polls.count_dots(lead.workshop_id, lead.stop.step_id, dots.piles[0].note_ids, 33)
    lead.press("2")
    assert lead.told.startswith("All 33 dots are given, 3 for each person.")
    assert counts(lead) == [33, 0, 0, 0]


def test_dots_stay_when_answers_are_put_together_afterwards(lead: Lead, dots: DotsPanel) -> None:
    for key in ("1", "2", "2"):
        lead.press(key)
    lead.press(K.Key_PageUp)
    panel = lead.panel(PilesPanel)
    panel.list.setCurrentRow(1)
    make_pile(lead, "asking")
    lead.press(K.Key_Up)
    lead.press("1")
    lead.press(K.Key_PageDown)
    lead.panel(DotsPanel)
    assert counts(lead) == [3, 0, 0]
    for _press in range(3):
        click(button_of(dots, "One less: 1: asking"))
    assert counts(lead) == [0, 0, 0]


def test_on_one_display_the_counts_are_covered_until_they_are_shown(
    one_display: None, lead: Lead, dots: DotsPanel
) -> None:
    lead.press("2")
    assert dots.counters[1].count.text() == "–"
    lead.press("r")
    assert dots.counters[1].count.text() == "1"


def test_an_action_begins_with_the_words_of_a_pile(lead: Lead, dots: DotsPanel) -> None:
    click(buttons_of(dots, "Make an action")[1])
    (action,) = lead.meeting.actions
    assert action.text.what == "Nights leave first"
    assert (action.source.kind, action.source.code) == (SourceKind.CARD, "Happy here?")
    assert "waits for you" in lead.told
