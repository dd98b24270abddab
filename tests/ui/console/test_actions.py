"""Agreeing what will be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lqf_workshop.domain.action import Action, ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.smart import Aspect
from lqf_workshop.scenes.scene import ActionsScene
from lqf_workshop_ui.console.actions_panel import ActionsPanel
from lqf_workshop_ui.paper.preview import PaperWindow
from tests import builders
from tests.ui.console.lead import CONTROL, SHIFT, Lead, button_of, buttons_of, click

K = Qt.Key


def open_actions(lead: Lead) -> ActionsPanel:
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.ACTIONS)
    stop = next(s for s in lead.meeting.stops() if s.step_id == step.id)
    lead.services.runs.go(lead.workshop_id, stop)
    return lead.panel(ActionsPanel)


@pytest.fixture
def panel(lead: Lead) -> ActionsPanel:
    """The empty form."""
    return open_actions(lead)


def only(lead: Lead) -> Action:
    (action,) = lead.meeting.actions
    return action


def agree(lead: Lead, panel: ActionsPanel, what: str) -> None:
    lead.write(what, panel.form.what)
    click(panel.agree_button)


def test_the_first_letters_make_a_draft_on_disk(lead: Lead, panel: ActionsPanel) -> None:
    lead.write("As", panel.form.what)
    lead.until(lambda: lead.meeting.actions)
    assert (only(lead).text.what, only(lead).state) == ("As", ActionState.DRAFT)


def test_typing_on_fills_the_same_draft(lead: Lead, panel: ActionsPanel) -> None:
    lead.write("As", panel.form.what)
    lead.until(lambda: lead.meeting.actions)
    lead.write("k every family", panel.form.what)
    lead.until(lambda: only(lead).text.what == "Ask every family")


def test_the_room_sees_the_draft_being_written(lead: Lead, panel: ActionsPanel) -> None:
    lead.write("Ask every family", panel.form.what)
    lead.until(lambda: "Ask every family" in lead.room_reads)
    assert isinstance(lead.scene, ActionsScene)
    assert lead.scene.faces[0].draft


def test_every_field_is_kept(lead: Lead, panel: ActionsPanel) -> None:
    form = panel.form
    lead.write("Ask every family", form.what)
    lead.write("Mrs Okafor is greeted by name", form.difference)
    lead.write("Senior on nights", form.owner)
    lead.write("We count visits", form.how_we_know)
    lead.write("Ring two families", form.first_step)
    lead.write("2 of 10", form.baseline)
    lead.write("8 of 10", form.target)
    lead.write("30/11/2026", form.first_step_on.line)
    lead.write("18/12/2026", form.due.line)
    lead.write("15 Jan 2027", form.review_on.line)
    click(panel.agree_button)
    text = only(lead).text
    assert text.what == "Ask every family"
    assert text.difference == "Mrs Okafor is greeted by name"
    assert text.owner == "Senior on nights"
    assert text.how_we_know == "We count visits"
    assert text.first_step == "Ring two families"
    assert (text.baseline, text.target) == ("2 of 10", "8 of 10")
    assert (text.first_step_on, text.due) == (date(2026, 11, 30), date(2026, 12, 18))
    assert text.review_on == date(2027, 1, 15)


def test_a_date_picked_from_the_choices_is_kept_without_any_words(
    lead: Lead, panel: ActionsPanel
) -> None:
    next(a for a in panel.form.due.button.menu().actions() if a.text() == "In 2 weeks").trigger()
    assert only(lead).text.due == date(2026, 12, 9)
    assert panel.form.due.line.text() == "09/12/2026"


def test_an_agreed_action_stands_below_and_the_form_is_empty(
    lead: Lead, panel: ActionsPanel
) -> None:
    agree(lead, panel, "Ask every family")
    assert only(lead).state is ActionState.AGREED
    assert panel.form.what.toPlainText() == ""
    lead.until(lambda: "Ask every family" in lead.reads)


def test_an_empty_action_is_not_agreed(lead: Lead, panel: ActionsPanel) -> None:
    click(panel.agree_button)
    assert lead.told == "Say what will be done, beginning with a verb. Then agree it."
    assert not any(a.state is ActionState.AGREED for a in lead.meeting.actions)


def test_a_due_date_before_the_workshop_is_explained_and_the_words_stay(
    lead: Lead, panel: ActionsPanel
) -> None:
    lead.write("Ask every family", panel.form.what)
    lead.write("1/11/2026", panel.form.due.line)
    click(panel.agree_button)
    assert "is before this workshop. Your words are saved; change it." in lead.told
    assert panel.form.what.toPlainText() == "Ask every family"
    assert panel.form.due.line.text() == "1/11/2026"
    assert only(lead).state is ActionState.DRAFT


def test_a_first_step_after_the_due_date_is_explained_and_the_words_stay(
    lead: Lead, panel: ActionsPanel
) -> None:
    lead.write("Ask every family", panel.form.what)
    lead.write("18/12/2026", panel.form.due.line)
    lead.write("19/12/2026", panel.form.first_step_on.line)
    click(panel.agree_button)
    assert "comes after the due date" in lead.told
    assert panel.form.what.toPlainText() == "Ask every family"


def test_a_text_that_is_no_date_stays_and_is_marked(lead: Lead, panel: ActionsPanel) -> None:
    lead.write("soon", panel.form.due.line)
    assert panel.form.due.line.text() == "soon"
    assert panel.form.due.line.toolTip() == "Please write a date as 18/12/2026."


def test_a_text_that_is_no_date_does_not_stay_for_the_next_action(
    lead: Lead, panel: ActionsPanel
) -> None:
    lead.write("soon", panel.form.due.line)
    agree(lead, panel, "Ask every family")
    assert panel.form.due.line.text() == ""
    assert not panel.form.due.line.property("wrong")


def test_advice_is_kind_and_never_stops_an_action(lead: Lead, panel: ActionsPanel) -> None:
    lead.write("Ask every family", panel.form.what)
    lead.until(lambda: panel.smart.hint.text() == "Who will do it? A role is enough.")
    assert not panel.smart.hint.isHidden()
    click(panel.agree_button)
    assert only(lead).state is ActionState.AGREED


def test_the_questions_that_are_answered_get_a_tick(lead: Lead, panel: ActionsPanel) -> None:
    assert panel.smart.isHidden()
    lead.write("Ask every family", panel.form.what)
    lead.write("Senior on nights", panel.form.owner)
    lead.until(lambda: panel.smart.names[Aspect.CLEAR].accessibleName() == "Clear: yes")
    assert panel.smart.names[Aspect.TIMED].accessibleName() == "Has a date: not yet"
    lead.write("18/12/2026", panel.form.due.line)
    lead.until(lambda: panel.smart.names[Aspect.TIMED].accessibleName() == "Has a date: yes")


def test_who_helps_what_it_needs_and_what_it_shows_are_kept(
    lead: Lead, panel: ActionsPanel
) -> None:
    form = panel.form
    lead.write("Ask every family", form.what)
    assert not form.helpers.isVisible()
    click(form.more.button)
    lead.write("Activities lead", form.helpers)
    lead.write("An hour a week", form.needs)
    form.evidences.setCurrentIndex(form.evidences.findText("Well-led: Freedom to speak up"))
    form.evidences.activated.emit(form.evidences.currentIndex())
    click(panel.agree_button)
    text = only(lead).text
    assert (text.helpers, text.needs) == ("Activities lead", "An hour a week")
    assert text.evidences == "cqc-2023/well-led/freedom-to-speak-up"
    assert not form.more.open
    click(button_of(panel, "Change this action"))
    assert form.more.open
    assert form.evidences.currentText() == "Well-led: Freedom to speak up"


def test_a_line_of_another_framework_stays_as_it_is(lead: Lead, panel: ActionsPanel) -> None:
    number = lead.services.actions.draft(lead.workshop_id)
    lead.services.actions.write(number, ActionText("Ask", evidences="other-2019/safe"))
    lead.write("Senior on nights", panel.form.owner)
    lead.until(lambda: only(lead).text.owner == "Senior on nights")
    assert only(lead).text.evidences == "other-2019/safe"


def test_a_fourth_action_is_warned_about_and_agreed(lead: Lead, panel: ActionsPanel) -> None:
    for number in range(3):
        agree(lead, panel, f"Action {number}")
        assert lead.told == ""
    agree(lead, panel, "One more")
    assert lead.told == "That makes 4. Three that happen are worth more than ten that wait."
    assert [a.state for a in lead.meeting.actions] == [ActionState.AGREED] * 4


def test_an_agreed_action_can_be_changed(lead: Lead, panel: ActionsPanel) -> None:
    agree(lead, panel, "Ask every family")
    click(button_of(panel, "Change this action"))
    assert panel.form.what.toPlainText() == "Ask every family"
    assert panel.agree_button.text() == "Done"
    lead.write(" and friend", panel.form.what)
    click(panel.agree_button)
    assert only(lead).state is ActionState.AGREED
    assert "Ask every family" in only(lead).text.what
    assert "and friend" in only(lead).text.what
    assert panel.form.what.toPlainText() == ""


def test_an_action_can_be_removed_and_brought_back_with_every_word(
    lead: Lead, panel: ActionsPanel
) -> None:
    lead.write("Senior on nights", panel.form.owner)
    agree(lead, panel, "Ask every family")
    before = only(lead)
    lead.console.setFocus()
    click(button_of(panel, "Remove this action"))
    assert lead.meeting.actions == ()
    lead.press(K.Key_Z, CONTROL)
    assert only(lead) == before
    lead.press(K.Key_Z, CONTROL | SHIFT)
    assert lead.meeting.actions == ()


def test_an_action_remembers_the_dimension_it_came_from(lead: Lead) -> None:
    lead.rate("WO", 1, 1, 2, 2, 2)
    lead.services.runs.pick(lead.workshop_id, "WO")
    panel = open_actions(lead)
    assert panel.source.currentText() == "From: Working with others"
    agree(lead, panel, "Ask every family")
    source = only(lead).source
    assert (source.kind, source.code) == (SourceKind.DIMENSION, "WO")


def test_the_source_of_a_draft_can_be_changed(lead: Lead, panel: ActionsPanel) -> None:
    lead.write("Ask", panel.form.what)
    lead.until(lambda: lead.meeting.actions)
    place = panel.source.findText("From: Managing services")
    panel.source.setCurrentIndex(place)
    panel.source.activated.emit(place)
    assert only(lead).source.code == "MS"


def test_two_actions_keep_their_own_words(lead: Lead, panel: ActionsPanel) -> None:
    lead.write("Senior on nights", panel.form.owner)
    agree(lead, panel, "First")
    agree(lead, panel, "Second")
    texts = [(a.text.what, a.text.owner) for a in lead.meeting.actions]
    assert texts == [("First", "Senior on nights"), ("Second", "")]


def test_changing_between_two_actions_mixes_nothing(lead: Lead, panel: ActionsPanel) -> None:
    agree(lead, panel, "First")
    agree(lead, panel, "Second")
    click(buttons_of(panel, "Change this action")[0])
    lead.write("!", panel.form.what)
    click(button_of(panel, "Change this action"))
    click(panel.agree_button)
    assert sorted(a.text.what.strip("!") for a in lead.meeting.actions) == ["First", "Second"]


@pytest.mark.parametrize("field", ["what", "difference"])
def test_words_too_long_to_save_stay_in_the_form_and_are_explained(
    lead: Lead, panel: ActionsPanel, field: str
) -> None:
    lead.write("Ask every family", panel.form.what)
    long = "word " * 2000
    getattr(panel.form, field).setPlainText(long)
    click(panel.agree_button)
    assert lead.told == (
        "That is 10,000 characters long; at most 2,000 fit here. Please shorten it."
    )
    assert getattr(panel.form, field).toPlainText() == long
    assert not any(a.state is ActionState.AGREED for a in lead.meeting.actions)


def test_words_too_long_leave_no_empty_draft_behind(lead: Lead, panel: ActionsPanel) -> None:
    panel.form.what.setPlainText("word " * 2000)
    click(panel.agree_button)
    assert lead.meeting.actions == ()


def test_words_too_long_survive_a_look_at_another_step(lead: Lead, panel: ActionsPanel) -> None:
    long = "word " * 2000
    panel.form.what.setPlainText(long)
    lead.press(K.Key_PageDown)
    lead.press(K.Key_PageUp)
    assert panel.form.what.toPlainText() == long


def test_another_action_does_not_replace_words_too_long_to_save(
    lead: Lead, panel: ActionsPanel
) -> None:
    agree(lead, panel, "First")
    long = "word " * 2000
    panel.form.what.setPlainText(long)
    click(button_of(panel, "Change this action"))
    assert "at most 2,000 fit here" in lead.told
    assert panel.form.what.toPlainText() == long
    assert [a.text.what for a in lead.meeting.actions] == ["First"]


def test_words_shortened_again_are_saved(lead: Lead, panel: ActionsPanel) -> None:
    panel.form.what.setPlainText("word " * 2000)
    click(panel.agree_button)
    panel.form.what.setPlainText("Ask every family")
    click(panel.agree_button)
    assert (only(lead).text.what, only(lead).state) == ("Ask every family", ActionState.AGREED)


def test_owners_are_suggested_while_typing(panel: ActionsPanel) -> None:
    completer = panel.form.owner.completer()
    completer.setCompletionPrefix("night")
    assert completer.currentCompletion() == "Senior on nights"


def test_whoever_is_in_the_room_and_was_named_before_is_offered_first(
    lead: Lead, panel: ActionsPanel
) -> None:
    services, plan = lead.services, lead.meeting.workshop.plan
    services.workshops.change_plan(lead.workshop_id, replace(plan, role_mix={"FL": 2, "FW": 3}))
    before = builders.prepare(services, builders.plan(plan.team, held_on=builders.day(-30)))
    for owner in ("Cook", "Night porter", "Cook"):
        number = services.actions.draft(before)
        services.actions.write(number, ActionText("Ask", owner=owner))
        services.actions.agree(number)
    lead.press(K.Key_PageUp)
    lead.press(K.Key_PageDown)
    assert panel.form.owner.names.stringList()[:5] == [
        "Front-line worker",
        "Front-line leader",
        "Cook",
        "Night porter",
        "Registered manager",
    ]


def test_down_opens_the_list_of_owners_without_typing_and_one_is_taken_with_enter(
    lead: Lead, panel: ActionsPanel
) -> None:
    owner = panel.form.owner
    owner.setFocus()
    lead.press(K.Key_Down)
    popup = owner.popup
    assert popup.isVisible()
    assert popup.model().rowCount() == len(owner.names.stringList())
    QTest.keyClick(popup, K.Key_Down)
    QTest.keyClick(popup, K.Key_Return)
    assert owner.text() == owner.names.stringList()[0]
    owner.saver.flush()
    assert only(lead).text.owner == owner.text()


def test_a_draft_waits_when_the_facilitator_comes_back(lead: Lead, panel: ActionsPanel) -> None:
    lead.write("Ask every family", panel.form.what)
    lead.press(K.Key_PageUp)
    lead.press(K.Key_PageDown)
    assert panel.form.what.toPlainText() == "Ask every family"


def test_an_action_whose_agreeing_is_taken_back_is_a_draft_in_the_form_again(
    lead: Lead, panel: ActionsPanel
) -> None:
    agree(lead, panel, "Ask every family")
    lead.console.setFocus()
    lead.press(K.Key_Z, CONTROL)
    assert only(lead).state is ActionState.DRAFT
    assert panel.form.what.toPlainText() == "Ask every family"


def test_the_source_that_was_chosen_first_is_kept_whatever_else_happens(
    lead: Lead, panel: ActionsPanel
) -> None:
    panel.source.setCurrentIndex(panel.source.findText("From: Working with others"))
    panel.source.activated.emit(panel.source.currentIndex())
    lead.console.setFocus()
    lead.press("t")
    assert panel.source.currentText() == "From: Working with others"
    lead.write("Ask each night worker", into=panel.form.what)
    panel.form.flush()
    (action,) = lead.meeting.actions
    assert action.source == Source(SourceKind.DIMENSION, "WO")


def test_agreeing_nothing_leaves_nothing_behind(lead: Lead, panel: ActionsPanel) -> None:
    click(panel.agree_button)
    assert "Say what will be done" in lead.told
    assert lead.meeting.actions == ()


def test_control_p_prints_the_plan_once_something_is_agreed(
    lead: Lead, panel: ActionsPanel
) -> None:
    agree(lead, panel, "Ask before supper")
    lead.until(lambda: only(lead).state is ActionState.AGREED)
    lead.press(K.Key_P, CONTROL)
    paper = lead.window.findChild(PaperWindow)
    assert paper is not None
    lead.until(lambda: paper.document.pageCount() > 0)
    assert paper.windowTitle() == "Action plan"
    assert "Ask before supper" in paper.document.getAllText(0).text()
    paper.close()
    lead.until(lambda: not lead.window.findChildren(PaperWindow))
