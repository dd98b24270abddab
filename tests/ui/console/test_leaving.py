"""Leaving a meeting, coming back to it, and leading another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lqf_workshop.domain.meeting import Cover, NoteKind, Part
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop_ui.console.meaning_panel import MeaningPanel
from lqf_workshop_ui.console.talk_panel import TalkPanel
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests import builders
from tests.builders import FixedClock
from tests.ui.console.lead import Lead, click

K = Qt.Key


def go_to_talk(lead: Lead) -> TalkPanel:
    step = next(s for s in lead.meeting.steps if s.plan.title == "Talk")
    stop = next(s for s in lead.meeting.stops() if s.step_id == step.id)
    lead.services.runs.go(lead.workshop_id, stop)
    return lead.panel(TalkPanel)


def test_leaving_saves_words_tells_which_workshop_and_takes_the_room_window_down(
    lead: Lead,
) -> None:
    lead.write("Slow down here", lead.console.side.notes)
    with lead.qtbot.waitSignal(lead.console.left) as left:
        click(lead.console.header.leave)
    assert left.args == [lead.workshop_id]
    assert lead.notes(NoteKind.PRIVATE) == ["Slow down here"]
    assert not lead.room.showing


def test_continuing_opens_the_same_stop_with_the_same_votes(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    for key in "3344":
        lead.press(key)
    click(lead.console.header.leave)
    lead.begin()
    panel = lead.panel(VotePanel)
    assert panel.voted.text() == "4 of 11"
    assert (panel.hands.counters[3].count.text(), panel.hands.counters[4].count.text()) == (
        "2",
        "2",
    )


def test_a_half_typed_note_is_a_note_after_continuing(lead: Lead) -> None:
    lead.write("Half a thou", go_to_talk(lead).notes.entry)
    click(lead.console.header.leave)
    lead.begin()
    assert lead.notes(NoteKind.TALK) == ["Half a thou"]
    lead.until(lambda: "Half a thou" in lead.reads)
    assert lead.panel(TalkPanel).notes.entry.toPlainText() == ""


def test_a_timer_goes_on_while_nobody_leads(lead: Lead, clock: FixedClock) -> None:
    lead.press("t")
    click(lead.console.header.leave)
    clock.forward(60)
    lead.begin()
    assert lead.console.foot.time.text() == "4:00"


def test_after_a_restart_there_is_nothing_to_take_back_and_nothing_lost(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    lead.press("3")
    click(lead.console.header.leave)
    lead.begin()
    lead.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lead.told == "There is nothing to take back."
    assert lead.panel(VotePanel).voted.text() == "1 of 11"


def test_keys_do_nothing_once_the_console_is_left(lead: Lead) -> None:
    click(lead.console.header.leave)
    before = lead.stop
    for key in (K.Key_PageDown, K.Key_B, K.Key_N, K.Key_F5):
        QTest.keyClick(lead.console, key)
    assert lead.stop == before
    assert lead.meeting.cover is Cover.NONE
    assert not lead.room.showing


def test_another_workshop_starts_with_none_of_the_words_of_the_first(lead: Lead) -> None:
    first = lead.workshop_id
    too_long = "word " * 12_000
    lead.console.side.notes.setPlainText(too_long)
    lead.console.side.parking.entry.setPlainText(too_long)
    click(lead.console.header.leave)
    lead.workshop_id = builders.prepare(lead.services, builders.plan("Lime Street"))
    lead.begin()
    assert lead.console.side.notes.toPlainText() == ""
    assert lead.console.side.parking.entry.toPlainText() == ""
    assert lead.console.header.team.text() == "Lime Street"
    lead.press(K.Key_PageDown)
    assert lead.meeting.notes == ()
    lead.workshop_id = first
    assert lead.notes(NoteKind.PARKING) == []


def test_a_workshop_without_steps_is_not_opened_and_says_what_to_do(lead: Lead) -> None:
    empty = builders.prepare(lead.services)
    lead.services.workshops.change_steps(empty, [])
    click(lead.console.header.leave)
    with pytest.raises(WorkshopProblem, match="This workshop has no steps yet"):
        lead.console.begin(empty)
    assert not lead.console.live.open
    assert lead.services.workshops.workshop(empty).state is WorkshopState.PREPARED


def test_minutes_are_counted_for_the_step_that_is_on(lead: Lead, clock: FixedClock) -> None:
    for _quarter in range(8):
        clock.forward(15)
        lead.services.runs.still_here(lead.workshop_id)
    lead.go_to(Part.GRID)
    assert lead.console.agenda.used.text() == "2 min used · 53 left"


def test_a_meeting_behind_its_plan_is_told_so(lead: Lead, clock: FixedClock) -> None:
    for _quarter in range(32):
        clock.forward(15)
        lead.services.runs.still_here(lead.workshop_id)
    lead.press(K.Key_PageDown)
    assert lead.console.agenda.pace.text() == "3 min behind plan"


def test_private_words_too_long_stay_with_their_step(lead: Lead) -> None:
    long = "word " * 12_000
    lead.go_to(Part.STORED)
    lead.console.side.notes.setPlainText(long)
    lead.press(K.Key_PageDown)
    assert "at most 50,000 fit here" in lead.told
    assert lead.console.side.notes.toPlainText() == long
    lead.console.side.notes.setPlainText("Short enough")
    lead.until(lambda: lead.notes(NoteKind.PRIVATE))
    notes = {n.about: n.text for n in lead.meeting.notes_of(NoteKind.PRIVATE)}
    assert notes == {str(lead.meeting.steps[0].id): "Short enough"}


def test_a_role_mix_with_levels_of_another_framework_does_no_harm(lead: Lead) -> None:
    click(lead.console.header.leave)
    plan = builders.plan(role_mix={"unknown": 3, "FW": 2})
    lead.workshop_id = builders.prepare(lead.services, plan)
    lead.begin()
    lead.go_to(Part.MEANING, "PQ")
    panel = lead.panel(MeaningPanel)
    assert panel.levels is not None
    assert panel.levels.choice == "FW"


def test_the_commonest_role_in_the_room_is_shown_first(lead: Lead) -> None:
    click(lead.console.header.leave)
    plan = builders.plan(role_mix={"FW": 2, "OL": 7})
    lead.workshop_id = builders.prepare(lead.services, plan)
    lead.begin()
    lead.go_to(Part.MEANING, "PQ")
    panel = lead.panel(MeaningPanel)
    assert panel.levels is not None
    assert panel.levels.choice == "OL"


def test_choices_that_cannot_be_saved_hold_for_this_sitting(lead: Lead, preferences: Path) -> None:
    preferences.unlink()
    preferences.mkdir()
    lead.press(K.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert lead.told != ""
    assert lead.window.looks.preferences.room_text == 1.15
