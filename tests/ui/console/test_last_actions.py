"""Last time's actions come back first: how it went, and what was learnt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.action import Action, ActionState, ActionText
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Part
from lqf_workshop.scenes.scene import LastActionScene
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.console.agenda_column import StepRow
from lqf_workshop_ui.console.last_actions_panel import LastActionsPanel
from tests import builders
from tests.ui.console.lead import CONTROL, Lead, button_of, click

K = Qt.Key


@pytest.fixture
def _last_time(services: Services) -> None:
    """The same team met in August, agreed two actions and drafted a third."""
    august = builders.prepare(services, builders.plan(held_on=date(2026, 8, 26)))
    for what in ("Ask every family", "Ring before a visit"):
        number = services.actions.draft(august)
        services.actions.write(number, ActionText(what=what, owner="Senior on nights"))
        services.actions.agree(number)
    services.actions.write(services.actions.draft(august), ActionText(what="Only a thought"))


@pytest.fixture
def panel(_last_time: None, lead: Lead) -> LastActionsPanel:
    """The first of the two actions."""
    lead.go_to(Part.ACTION)
    return lead.panel(LastActionsPanel)


def last(lead: Lead, number: int = 0) -> Action:
    return lead.meeting.last_actions[number]


def test_each_agreed_action_comes_back_and_a_draft_does_not(
    lead: Lead, panel: LastActionsPanel
) -> None:
    assert panel.what.text() == "Ask every family"
    assert panel.details.text() == "Senior on nights"
    lead.press(K.Key_PageDown)
    assert panel.what.text() == "Ring before a visit"
    lead.press(K.Key_PageDown)
    assert lead.stop.part is not Part.ACTION


def test_the_room_reads_the_action(lead: Lead, panel: LastActionsPanel) -> None:
    assert isinstance(lead.scene, LastActionScene)
    assert "From last time, 1 of 2" in lead.room_reads
    assert "Ask every family" in lead.room_reads


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Going on", ActionState.GOING_ON),
        ("Done", ActionState.DONE),
        ("Dropped", ActionState.DROPPED),
    ],
)
def test_one_press_says_how_it_stands(
    lead: Lead, panel: LastActionsPanel, words: str, state: ActionState
) -> None:
    click(button_of(panel, words))
    assert last(lead).state is state
    assert words in lead.room_reads


def test_a_press_too_many_can_be_taken_back(lead: Lead, panel: LastActionsPanel) -> None:
    click(button_of(panel, "Dropped"))
    lead.press(K.Key_Z, CONTROL)
    assert last(lead).state is ActionState.AGREED
    assert panel.states.choice == ActionState.AGREED.value


def test_what_happened_and_what_was_learnt_are_kept_while_typing(
    lead: Lead, panel: LastActionsPanel
) -> None:
    lead.write("Nine families came", panel.happened)
    lead.write("Ask in person", panel.learnt)
    lead.until(lambda: last(lead).learnt == "Ask in person")
    assert last(lead).happened == "Nine families came"


def test_the_room_reads_what_was_learnt_and_not_what_happened(
    lead: Lead, panel: LastActionsPanel
) -> None:
    lead.write("Nine families came", panel.happened)
    lead.write("Ask in person", panel.learnt)
    lead.until(lambda: "Ask in person" in lead.room_reads)
    assert "Nine families" not in lead.room_reads


def test_the_day_is_moved_here_and_one_undo_moves_it_back(
    lead: Lead, panel: LastActionsPanel
) -> None:
    lead.write("18/12/2026", panel.due.line)
    lead.press(K.Key_Return)
    assert last(lead).text.due == date(2026, 12, 18)
    assert "due Fri 18 Dec" in panel.details.text()
    panel.happened.setFocus()
    lead.services.journal.undo()
    assert last(lead).text.due is None
    lead.until(lambda: panel.due.line.text() == "")


def test_half_a_date_leaves_the_day_as_it_was(lead: Lead, panel: LastActionsPanel) -> None:
    lead.write("18/12/2026", panel.due.line)
    lead.press(K.Key_Return)
    for _letter in range(8):
        lead.press(K.Key_Backspace)
    lead.press(K.Key_Return)
    assert panel.due.line.text() == "18"
    assert last(lead).text.due == date(2026, 12, 18)


def test_a_day_typed_just_before_next_stays_with_its_action(
    lead: Lead, panel: LastActionsPanel
) -> None:
    lead.write("18/12/2026", panel.due.line)
    lead.press(K.Key_PageDown)
    assert [last(lead, n).text.due for n in (0, 1)] == [date(2026, 12, 18), None]
    assert panel.due.line.text() == ""


def test_what_is_said_is_kept_with_its_day_and_shown_here_only(
    lead: Lead, panel: LastActionsPanel
) -> None:
    lead.write("Two of six ask now", panel.said)
    lead.press(K.Key_Return)
    (said,) = lead.services.follow_up.progress(last(lead).id)
    assert said.text == "Two of six ask now"
    assert panel.latest.text() == "Wed 25 Nov · Two of six ask now"
    assert panel.said.text() == ""
    assert "Two of six" not in lead.room_reads
    lead.write("Nearly all", panel.said)
    lead.press(K.Key_Tab)
    lead.console.setFocus()
    lead.press(K.Key_PageDown)
    assert [one.text for one in lead.services.follow_up.progress(last(lead).id)] == [
        "Two of six ask now",
        "Nearly all",
    ]
    assert lead.services.follow_up.progress(last(lead, 1).id) == ()


def test_words_typed_just_before_next_stay_with_their_action(
    lead: Lead, panel: LastActionsPanel
) -> None:
    lead.write("Nine families came", panel.happened)
    lead.press(K.Key_PageDown)
    assert (last(lead, 0).happened, last(lead, 1).happened) == ("Nine families came", "")
    assert panel.happened.toPlainText() == ""


def test_words_too_long_to_save_are_explained_and_not_given_to_another_action(
    lead: Lead, panel: LastActionsPanel
) -> None:
    panel.happened.setPlainText("word " * 12_000)
    lead.press(K.Key_PageDown)
    assert "at most 50,000 fit here" in lead.told
    assert panel.happened.toPlainText() == ""
    lead.press(K.Key_PageDown)
    assert (last(lead, 0).happened, last(lead, 1).happened) == ("", "")


def test_a_team_without_earlier_actions_goes_on(lead: Lead) -> None:
    step = lead.meeting.steps[1].id
    stop = next(s for s in lead.meeting.stops() if s.step_id == step)
    lead.services.runs.go(lead.workshop_id, stop)
    lead.panel(LastActionsPanel)
    assert "This team has no actions from an earlier meeting. Go on to the next step." in lead.reads


def rows(lead: Lead) -> list[str]:
    """Return the steps in the agenda at the left."""
    found = lead.console.agenda.findChildren(StepRow)
    return [row.accessibleName().partition(",")[0] for row in found if row.isVisible()]


def test_a_plan_that_did_not_know_of_open_actions_gets_their_step_and_says_so(
    qtbot: QtBot, light: None, services: Services, preferences: Path
) -> None:
    welcome, close = StepKind.WELCOME, StepKind.CLOSE
    late = builders.prepare(services, builders.plan(held_on=builders.day(30)), welcome, close)
    early = builders.prepare(services, builders.plan(), welcome, StepKind.ACTIONS, close)
    services.actions.agree(services.actions.draft(early, what="Ask every family"))
    leading = Lead(qtbot, services, late, preferences)
    leading.begin()
    assert leading.told.startswith("1 action is still open from last time, so the plan now has")
    leading.until(lambda: rows(leading) == ["Welcome", "Last time’s actions", "Close"])
    leading.press(K.Key_Z, CONTROL)
    assert leading.told == "Taken back: adding last time’s actions."
    leading.until(lambda: rows(leading) == ["Welcome", "Close"])
    leading.end()
