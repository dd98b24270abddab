"""Going through a meeting: next, back, and the agenda; with keyboard, clicker and buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Cover, NoteKind, Part, Stop
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop_ui.console.actions_panel import ActionsPanel
from lqf_workshop_ui.console.agenda_column import StepRow
from lqf_workshop_ui.console.card_panel import CardPanel
from lqf_workshop_ui.console.close_panel import ClosePanel
from lqf_workshop_ui.console.talk_panel import TalkPanel
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests.ui.console.lead import Lead, click, seen

K = Qt.Key


@pytest.mark.parametrize("key", [K.Key_PageDown, K.Key_Right, K.Key_Space])
def test_keys_that_mean_next_go_on(lead: Lead, key: Qt.Key) -> None:
    lead.press(key)
    assert lead.stop.part is Part.RULES


@pytest.mark.parametrize("key", [K.Key_PageUp, K.Key_Left])
def test_keys_that_mean_back_go_back(lead: Lead, key: Qt.Key) -> None:
    lead.go_to(Part.STORED)
    lead.press(key)
    assert lead.stop.part is Part.RULES


@pytest.mark.parametrize("key", [K.Key_PageDown, K.Key_Right, K.Key_Space])
def test_a_clicker_goes_on_while_the_rooms_window_has_the_keyboard(lead: Lead, key: Qt.Key) -> None:
    lead.press_in_the_room(key)
    assert lead.stop.part is Part.RULES


def test_the_buttons_go_on_and_back(lead: Lead) -> None:
    click(lead.console.foot.next)
    click(lead.console.foot.next)
    click(lead.console.foot.back)
    assert lead.stop.part is Part.RULES


def test_there_is_no_way_back_from_the_first_slide(lead: Lead) -> None:
    assert not lead.console.foot.back.isEnabled()
    before = lead.stop
    lead.press(K.Key_PageUp)
    assert lead.stop == before


def test_the_last_slide_is_the_last(lead: Lead) -> None:
    lead.go_to(Part.END)
    assert not lead.console.foot.next.isEnabled()
    lead.press(K.Key_PageDown)
    assert lead.stop.part is Part.END
    assert lead.told == "This is the last slide."


def test_the_whole_agenda_can_be_walked_on_and_back_with_a_clicker(lead: Lead) -> None:
    stops = lead.meeting.stops()
    for stop in stops[1:]:
        _press_through(lead, K.Key_PageDown)
        assert lead.stop == stop
    for stop in reversed(stops[:-1]):
        _press_through(lead, K.Key_PageUp)
        assert lead.stop == stop


def _press_through(lead: Lead, key: K) -> None:
    """Press a key until the stop is left; long scenes turn their pages first."""
    before = lead.stop
    for _page in range(9):
        lead.press(key)
        if lead.stop != before:
            return


def test_a_click_on_the_agenda_goes_to_that_step(lead: Lead) -> None:
    row = next(r for r in seen(lead.console.agenda, StepRow) if r.toolTip() == "Card")
    click(row)
    assert lead.console.title.title.text() == "Card"


def test_the_agenda_says_what_is_done_what_is_on_and_what_is_to_come(lead: Lead) -> None:
    lead.go_to(Part.GRID)
    told = [row.accessibleName() for row in seen(lead.console.agenda, StepRow)]
    assert told[0] == "Welcome, done, 0 of 5 minutes"
    assert told[4] == "Focus, on now, 0 of 5 minutes"
    assert told[10] == "Close, to come, 0 of 5 minutes"


def test_the_facilitator_reads_what_comes_next(lead: Lead) -> None:
    lead.go_to(Part.MEANING, "PQ")
    lead.press(K.Key_PageDown)
    assert lead.console.side.next.text() == "Next: Personal qualities, the vote"


def test_letters_are_letters_while_typing(lead: Lead) -> None:
    before = lead.meeting
    notes = lead.console.side.notes
    lead.write("rbnst. +0123456789", notes)
    assert notes.toPlainText() == "rbnst. +0123456789"
    after = lead.meeting
    assert (after.at, after.cover, after.timer) == (before.at, before.cover, before.timer)


@pytest.mark.parametrize("key", [K.Key_Right, K.Key_Left])
def test_arrows_move_in_the_words_while_typing(lead: Lead, key: Qt.Key) -> None:
    before = lead.stop
    lead.write("abc", lead.console.side.notes)
    lead.press(key)
    assert lead.stop == before


def test_page_down_goes_on_even_while_typing(lead: Lead) -> None:
    lead.write("abc", lead.console.side.notes)
    lead.press(K.Key_PageDown)
    assert lead.stop.part is Part.RULES


def test_space_on_a_button_reached_by_tab_presses_it(lead: Lead) -> None:
    before = lead.stop
    lead.console.header.blank.setFocus()
    lead.press(K.Key_Space)
    assert lead.stop == before
    assert lead.meeting.cover is Cover.BLANK


def test_space_after_a_click_on_a_button_still_means_next(lead: Lead) -> None:
    QTest.mouseClick(lead.console.foot.next, Qt.MouseButton.LeftButton)
    lead.press(K.Key_Space)
    assert lead.stop.part is Part.STORED


def test_a_click_beside_the_fields_ends_the_typing(lead: Lead) -> None:
    lead.write("abc", lead.console.side.notes)
    QTest.mouseClick(lead.console.title, Qt.MouseButton.LeftButton)
    lead.press("n")
    assert lead.meeting.cover is Cover.NEUTRAL
    assert lead.notes(NoteKind.PRIVATE) == ["abc"]


def test_votes_that_are_in_are_not_left_by_accident(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    for key in "333":
        lead.press(key)
    lead.press(K.Key_PageDown)
    assert lead.stop.part is Part.VOTE
    assert lead.told == (
        "3 of 11 voted. Press R to reveal, or go on once more to leave the vote open."
    )


def test_next_again_leaves_the_vote_open(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    lead.press("3")
    lead.press(K.Key_PageDown)
    lead.press(K.Key_PageDown)
    assert lead.stop.part is Part.MEANING
    voting = lead.meeting.open_round("PQ")
    assert voting is not None
    assert voting.voted == 1


def test_a_vote_without_votes_is_left_without_a_word(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.press(K.Key_PageDown)
    assert lead.stop.part is Part.MEANING
    assert lead.told == ""


def test_a_vote_come_back_to_warns_again(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    lead.press("3")
    for key in (K.Key_PageDown, K.Key_PageUp, K.Key_PageDown, K.Key_PageDown):
        lead.press(key)
    assert lead.stop.part is Part.VOTE


def test_going_back_from_an_open_vote_needs_no_warning(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    lead.press("3")
    lead.press(K.Key_PageUp)
    assert lead.stop.part is Part.MEANING


def test_words_typed_just_before_next_are_kept_where_they_were_typed(lead: Lead) -> None:
    lead.go_to(Part.START)
    talk = next(s for s in lead.meeting.steps if s.plan.title == "Talk")
    stop = next(s for s in lead.meeting.stops() if s.step_id == talk.id)
    lead.services.runs.go(lead.workshop_id, stop)
    lead.write("We need more time at night", lead.panel(TalkPanel).notes.entry)
    lead.press(K.Key_PageDown)
    notes = lead.meeting.notes_of(NoteKind.TALK)
    assert [(n.text, n.about) for n in notes] == [("We need more time at night", str(talk.id))]


def test_words_heard_just_before_next_are_kept_where_they_were_typed(lead: Lead) -> None:
    lead.rate("PQ", 1, 2, 3, 4, 5)
    lead.go_to(Part.RESULT, "PQ")
    lead.write("Nights see less of it", lead.see_result().heard.entry)
    lead.press(K.Key_PageDown)
    notes = lead.meeting.notes_of(NoteKind.HEARD)
    assert [(n.text, n.about) for n in notes] == [("Nights see less of it", "PQ")]


def test_an_action_typed_just_before_next_is_kept_as_a_draft(lead: Lead) -> None:
    step = next(s for s in lead.meeting.steps if s.plan.title == "Actions")
    stop = next(s for s in lead.meeting.stops() if s.step_id == step.id)
    lead.services.runs.go(lead.workshop_id, stop)
    lead.write("Ask every family", lead.panel(ActionsPanel).form.what)
    lead.press(K.Key_PageDown)
    assert [a.text.what for a in lead.meeting.actions] == ["Ask every family"]


def test_private_notes_typed_just_before_next_stay_with_their_step(lead: Lead) -> None:
    lead.go_to(Part.STORED)
    first, second = lead.meeting.steps[0].id, lead.meeting.steps[1].id
    lead.write("Slow down here", lead.console.side.notes)
    lead.press(K.Key_PageDown)
    notes = {n.about: n.text for n in lead.meeting.notes_of(NoteKind.PRIVATE)}
    assert notes[str(first)] == "Slow down here"
    assert notes.get(str(second), "") == ""
    assert lead.console.side.notes.toPlainText() == ""


def test_private_notes_come_back_with_their_step(lead: Lead) -> None:
    lead.go_to(Part.STORED)
    lead.write("Slow down here", lead.console.side.notes)
    lead.press(K.Key_PageDown)
    lead.press(K.Key_PageUp)
    assert lead.console.side.notes.toPlainText() == "Slow down here"


def test_after_typing_a_new_panel_does_not_take_the_keyboard(lead: Lead) -> None:
    step = next(s for s in lead.meeting.steps if s.plan.title == "Talk")
    stop = next(s for s in lead.meeting.stops() if s.step_id == step.id)
    lead.services.runs.go(lead.workshop_id, stop)
    lead.write("Enough", lead.panel(TalkPanel).notes.entry)
    lead.press(K.Key_PageDown)
    lead.panel(ActionsPanel)
    lead.press("n")
    assert lead.meeting.cover is Cover.NEUTRAL
    assert not lead.meeting.actions


def test_the_keyboard_stays_in_the_notes_from_prompt_to_prompt(lead: Lead) -> None:
    lead.go_to(Part.START)
    step = next(s for s in lead.meeting.steps if s.plan.title == "Card")
    stop = next(s for s in lead.meeting.stops() if s.step_id == step.id)
    lead.services.runs.go(lead.workshop_id, stop)
    click(lead.panel(CardPanel).chooser.weakest_button)
    entry = lead.panel(CardPanel).notes.entry
    entry.setFocus()
    lead.press(K.Key_PageDown)
    assert lead.stop.part is Part.PROMPT
    assert entry.hasFocus()


def test_next_reveals_when_every_vote_is_in(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "WO")
    lead.vote("WO", 5, *([4] * (lead.meeting.workshop.expected_voters - 1)))
    lead.press(K.Key_PageDown)
    assert lead.meeting.revealed("WO")
    assert lead.stop.part is Part.RESULT


def test_an_action_being_written_is_not_left_by_accident(lead: Lead) -> None:
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.ACTIONS)
    lead.services.runs.go(lead.workshop_id, Stop(step.id, Part.START))
    lead.write("Ask", into=lead.panel(ActionsPanel).form.what)
    lead.panel(ActionsPanel).form.flush()
    lead.console.setFocus()
    before = lead.stop
    lead.press(K.Key_PageDown)
    assert lead.stop == before
    assert "still being written" in lead.told
    lead.press(K.Key_PageDown)
    assert lead.stop != before


def test_f8_hides_the_room_even_while_typing(lead: Lead) -> None:
    lead.console.side.notes.setFocus()
    lead.press(K.Key_F8)
    assert lead.meeting.cover is Cover.NEUTRAL


def test_plain_words_are_shown_as_soon_as_they_are_chosen(lead: Lead) -> None:
    lead.go_to(Part.MEANING, "PQ")
    dimension = lead.meeting.edition.dimension("PQ")
    assert dimension.plain in lead.room_reads
    lead.window.looks.choose(plain_words=True)
    assert dimension.plainest in lead.room_reads
    assert dimension.elements[0].name not in lead.room_reads


def test_votes_that_nobody_has_seen_are_asked_about_before_the_end(lead: Lead) -> None:
    lead.vote("WO", 3, 4, 5)
    lead.go_to(Part.END)
    click(lead.panel(ClosePanel).finish_button)
    assert "votes that nobody has seen: Working with others" in lead.told
    assert lead.meeting.open_rounds
    click(lead.panel(ClosePanel).finish_button)
    assert lead.meeting.workshop.state is WorkshopState.DONE
    assert lead.meeting.open_rounds == ()


def test_a_click_on_the_agenda_does_not_leave_an_open_vote_by_accident(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "WO")
    lead.press("4")
    row = next(r for r in seen(lead.console.agenda, StepRow) if r.toolTip() == "Card")
    click(row)
    assert "1 of 11 voted" in lead.told
    assert lead.stop.part is Part.VOTE
    click(row)
    assert lead.console.title.title.text() == "Card"


def test_next_says_so_when_only_a_page_is_turned(lead: Lead) -> None:
    lead.go_to(Part.MEANING, "PQ")
    assert lead.console.side.next.text() == "Next: page 2 of 2 of this"
    lead.press(K.Key_PageDown)
    assert lead.console.side.next.text() == "Next: Personal qualities, the vote"


def test_a_second_vote_is_not_left_by_accident_either(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "WO")
    lead.press("4")
    lead.press(" ")
    assert "1 of 11 voted" in lead.told
    lead.press("r")
    click(lead.see_result().again_button)
    lead.press("4")
    lead.press(" ")
    assert lead.stop.part is Part.VOTE
    assert "1 of 11 voted" in lead.told
    lead.press(" ")
    assert (lead.stop.part, lead.stop.about) != (Part.VOTE, "WO")


def test_a_vote_that_came_since_the_warning_is_warned_of_too(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "WO")
    lead.press("4")
    lead.press(" ")
    lead.press("5")
    lead.press(" ")
    assert lead.stop.part is Part.VOTE
    assert "2 of 11 voted" in lead.told
