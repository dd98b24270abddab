"""A scenario card: drawn or chosen, prompt by prompt, with what people say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Part
from lqf_workshop.domain.scenario import DrawReason
from lqf_workshop.scenes.scene import CardScene, WordsScene
from lqf_workshop_ui.console.actions_panel import ActionsPanel
from lqf_workshop_ui.console.card_panel import CardPanel
from tests.ui.console.lead import CONTROL, SHIFT, Lead, button_of, click

K = Qt.Key


def open_table(lead: Lead) -> CardPanel:
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.CARD)
    stop = next(s for s in lead.meeting.stops() if s.step_id == step.id)
    lead.services.runs.go(lead.workshop_id, stop)
    return lead.panel(CardPanel)


@pytest.fixture
def table(lead: Lead) -> CardPanel:
    """The card step of a team that rated itself low on one and split on another dimension."""
    lead.rate("WO", 1, 1, 2, 2, 2, 1)
    lead.rate("MS", 1, 1, 3, 5, 5, 5)
    return open_table(lead)


def laid(lead: Lead) -> tuple[str, DrawReason, str]:
    (drawn,) = lead.meeting.cards
    return drawn.card.code, drawn.reason, drawn.reason_dimension


def test_without_a_card_the_room_reads_the_title_of_the_step(lead: Lead, table: CardPanel) -> None:
    assert isinstance(lead.scene, WordsScene)
    assert lead.room_reads == "Card"


def test_a_card_is_drawn_for_the_lowest_dimension(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.weakest_button)
    _code, reason, dimension = laid(lead)
    assert (reason, dimension) == (DrawReason.WEAKEST, "WO")
    assert "drawn for us: our lowest dimension" in lead.room_reads


def test_a_card_is_drawn_for_the_most_split_dimension(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.split_button)
    _code, reason, dimension = laid(lead)
    assert (reason, dimension) == (DrawReason.SPLIT, "MS")


def test_a_card_is_chosen_by_hand(lead: Lead, table: CardPanel) -> None:
    table.chooser.list.setCurrentIndex(table.chooser.model.index(3))
    click(table.chooser.lay_button)
    assert laid(lead) == ("happy-here", DrawReason.CHOSEN, "")
    assert "Happy here?" in lead.room_reads
    assert "drawn for us" not in lead.room_reads


def test_a_card_of_ones_own_is_found_by_its_words_and_laid(lead: Lead) -> None:
    deck, code = lead.services.decks.copy_card("wicked-issues", "happy-here")
    card = lead.services.decks.card(deck, code)
    lead.services.decks.keep_card(deck, replace(card, title="Our front door"))
    chooser = open_table(lead).chooser
    lead.write("front our", chooser.filters.search)
    lead.press(K.Key_Down)
    lead.press(K.Key_Return)
    assert laid(lead)[0] == code
    assert "Our front door" in lead.room_reads


def test_a_card_is_drawn_from_all_decks(lead: Lead) -> None:
    lead.rate("WO", 1, 1, 2, 2, 2, 1)
    deck, code = lead.services.decks.copy_card("wicked-issues", "happy-here")
    card = lead.services.decks.card(deck, code)
    mine = replace(card, situation="Ours.", elements=("WO1", "WO2", "WO3", "WO4"))
    lead.services.decks.keep_card(deck, mine)
    click(open_table(lead).chooser.weakest_button)
    assert laid(lead) == (code, DrawReason.WEAKEST, "WO")


def test_enter_in_the_list_lays_the_card(lead: Lead, table: CardPanel) -> None:
    table.chooser.list.setFocus()
    lead.press(K.Key_Down)
    lead.press(K.Key_Return)
    assert laid(lead)[0] == "quarter-to-five-on-friday"


def test_a_team_without_ratings_is_offered_any_card(lead: Lead) -> None:
    panel = open_table(lead)
    assert not panel.chooser.split_button.isVisible()
    click(button_of(panel, "Draw a card for us"))
    assert laid(lead)[1:] == (DrawReason.CHOSEN, "")


def test_prompts_come_one_at_a_time(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.weakest_button)
    card = lead.meeting.cards[0].card
    for number, prompt in enumerate(card.prompts, 1):
        lead.press(K.Key_PageDown)
        assert isinstance(lead.scene, CardScene)
        assert lead.scene.prompt == prompt
        assert lead.console.title.place.text() == f"Prompt {number} of {len(card.prompts)}"
        assert table.title.text() == prompt


def test_the_room_never_sees_the_facts_and_what_to_watch_for(lead: Lead, table: CardPanel) -> None:
    card = next(c for c in lead.services.cards.deck().cards if c.facts)
    table.chooser.choose(("wicked-issues", card.code))
    for _stop in range(len(card.prompts) + 1):
        assert card.watch_for not in lead.room_reads
        assert all(fact.text not in lead.room_reads for fact in card.facts)
        lead.press(K.Key_PageDown)


def test_the_facilitator_reads_the_facts(lead: Lead, table: CardPanel) -> None:
    card = next(c for c in lead.services.cards.deck().cards if c.facts)
    table.chooser.choose(("wicked-issues", card.code))
    assert table.facts.text().startswith(card.facts[0].text)


def test_another_card_can_be_laid_instead(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.weakest_button)
    click(table.other_button)
    table.chooser.list.setCurrentIndex(table.chooser.model.index(3))
    click(table.chooser.lay_button)
    assert laid(lead)[0] == "happy-here"


def test_laying_a_card_can_be_taken_back_and_done_again(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.weakest_button)
    code = laid(lead)[0]
    lead.press(K.Key_Z, CONTROL)
    assert lead.meeting.cards == ()
    assert table.chooser.isVisible()
    lead.press(K.Key_Z, CONTROL | SHIFT)
    assert laid(lead)[0] == code


def test_what_people_say_is_kept_as_typed_with_its_prompt(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.weakest_button)
    lead.press(K.Key_PageDown)
    lead.write("  “Nobody asked HER.”  ", table.notes.entry)
    lead.press(K.Key_Return)
    (note,) = lead.meeting.notes_of(NoteKind.CARD)
    assert note.text == "  “Nobody asked HER.”  "
    assert note.about == f"{laid(lead)[0]}/1"


def test_a_note_stays_with_its_prompt(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.weakest_button)
    lead.press(K.Key_PageDown)
    lead.write("Nobody asked her", table.notes.entry)
    lead.press(K.Key_Return)
    lead.press(K.Key_PageDown)
    assert "Nobody asked her" not in lead.reads
    lead.press(K.Key_PageUp)
    lead.until(lambda: "Nobody asked her" in lead.reads)


def test_a_note_let_through_appears_to_the_room_and_is_taken_off_again(
    lead: Lead, table: CardPanel
) -> None:
    click(table.chooser.weakest_button)
    lead.write("Nobody asked her", table.notes.entry)
    lead.press(K.Key_Return)
    assert "Nobody asked her" not in lead.room_reads
    click(button_of(table, "Show on the big screen"))
    assert "Nobody asked her" in lead.room_reads
    click(button_of(table, "Take off the big screen"))
    assert "Nobody asked her" not in lead.room_reads


def test_control_enter_keeps_a_note_and_shows_it(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.weakest_button)
    lead.write("Nobody asked her", table.notes.entry)
    lead.press(K.Key_Return, CONTROL)
    assert "Nobody asked her" in lead.room_reads


def test_an_action_from_a_card_waits_under_agree_actions(lead: Lead, table: CardPanel) -> None:
    click(table.chooser.weakest_button)
    title = lead.meeting.cards[0].card.title
    click(table.action_button)
    assert lead.told == "An action from this card waits for you under “Agree actions”."
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.ACTIONS)
    stop = next(s for s in lead.meeting.stops() if s.step_id == step.id)
    lead.services.runs.go(lead.workshop_id, stop)
    assert lead.panel(ActionsPanel).source.currentText() == f"From: {title}"


def test_only_one_button_is_the_main_one(lead: Lead, table: CardPanel) -> None:
    assert lead.console.foot.next.property("kind") == "plain"
    click(table.chooser.weakest_button)
    assert lead.stop.part is Part.START
    lead.press(K.Key_PageDown)
    assert lead.console.foot.next.property("kind") == "primary"
