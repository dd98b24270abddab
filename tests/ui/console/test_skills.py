"""The skills dial: an issue, a vote on each skill, where we feel least sure, what we practise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from lqf_workshop.domain.action import ActionState, Source, SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Part, Stop
from lqf_workshop.domain.scenario import DrawReason
from lqf_workshop.scenes.scene import CardScene, SkillsScene, VoteScene
from lqf_workshop_ui.console.actions_panel import ActionsPanel
from lqf_workshop_ui.console.card_panel import CardPanel
from lqf_workshop_ui.console.result_panel import ResultPanel
from lqf_workshop_ui.console.skills_panel import SkillsPanel
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests.ui.console.lead import Lead, button_of, click, words_on

K = Qt.Key
TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def at_skills(lead: Lead) -> Lead:
    """At the beginning of the skills dial, before any card was laid."""
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.SKILLS)
    lead.services.runs.go(lead.workshop_id, Stop(step.id, Part.START))
    return lead


def skills(lead: Lead) -> list[str]:
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.SKILLS)
    return [skill.code for skill in lead.meeting.skills_of(step.id)]


def dial(lead: Lead) -> None:
    """Vote on all five skills; the fourth is the lowest."""
    for code, middle in zip(skills(lead), (3, 4, 3, 2, 5), strict=True):
        lead.rate(code, middle, middle, middle, min(5, middle + 1), 1)


def test_without_a_card_the_issue_is_named_aloud(at_skills: Lead) -> None:
    panel = at_skills.panel(SkillsPanel)
    assert "Name the issue aloud" in words_on(panel)
    assert button_of(panel, "Use a scenario card").isEnabled()


def test_the_issue_is_the_card_that_was_on_the_table_before(lead: Lead) -> None:
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.CARD)
    lead.services.runs.go(lead.workshop_id, Stop(step.id, Part.START))
    lead.panel(CardPanel).chooser.choose(("wicked-issues", "stairs-and-the-kettle"))
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.SKILLS)
    lead.services.runs.go(lead.workshop_id, Stop(step.id, Part.START))
    assert "The issue: The stairs and the kettle" in words_on(lead.panel(SkillsPanel))
    assert isinstance(lead.scene, CardScene)
    assert lead.scene.title == "The stairs and the kettle"


def test_another_issue_can_be_chosen_for_the_dial_alone(at_skills: Lead) -> None:
    panel = at_skills.panel(SkillsPanel)
    click(panel.other_button)
    panel.chooser.list.setCurrentIndex(panel.chooser.model.index(1))
    click(panel.chooser.lay_button)
    assert "The issue: Quarter to five on Friday" in words_on(panel)
    assert not panel.chooser.isVisible()


def test_a_skill_is_voted_on_how_sure_we_are(at_skills: Lead) -> None:
    at_skills.press(" ")
    panel = at_skills.panel(VotePanel)
    assert isinstance(at_skills.scene, VoteScene)
    assert at_skills.scene.name == "Be strategic"
    assert [a.word for a in at_skills.scene.answers][:2] == ["Not sure", "A little"]
    for key in "33344":
        at_skills.press(key)
    assert "Not sure" in words_on(panel)
    at_skills.press("r")
    result = at_skills.panel(ResultPanel)
    assert not result.pick_button.isVisible()
    assert at_skills.console.title.title.text() == "Be strategic"
    assert "Skill 1 of 5" in at_skills.console.title.place.text()


def test_at_the_end_the_least_sure_stands_out_and_a_practice_is_agreed(lead: Lead) -> None:
    dial(lead)
    lead.go_to(Part.LOWEST)
    panel = lead.panel(SkillsPanel)
    lead.until(lambda: "Middle vote 2 · least sure" in words_on(panel))
    assert isinstance(lead.scene, SkillsScene)
    assert [face.name for face in lead.scene.faces if face.lowest] == ["Cope with uncertainty"]
    lead.write("At handover one of us asks what we do not know", into=panel.pledges.entry)
    click(panel.pledges.show_button)
    assert lead.notes(NoteKind.PLEDGE) == ["At handover one of us asks what we do not know"]
    assert "At handover one of us asks what we do not know" in lead.room_reads


def test_a_skill_becomes_an_action_in_one_step(lead: Lead) -> None:
    dial(lead)
    lead.go_to(Part.LOWEST)
    click(button_of(lead.panel(SkillsPanel), "Make an action from Cope with uncertainty"))
    (action,) = lead.meeting.actions
    assert action.state is ActionState.DRAFT
    assert action.source == Source(SourceKind.SKILL, "Cope with uncertainty")
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.ACTIONS)
    lead.services.runs.go(lead.workshop_id, Stop(step.id, Part.START))
    assert lead.panel(ActionsPanel).source.currentText() == "From: Cope with uncertainty"


def test_skills_have_no_place_on_the_grid(lead: Lead) -> None:
    dial(lead)
    lead.go_to(Part.GRID)
    assert "Be strategic" not in lead.room_reads


def test_the_summary_tells_how_sure_the_team_is(lead: Lead) -> None:
    dial(lead)
    step = next(s for s in lead.meeting.steps if s.plan.kind is StepKind.SKILLS)
    lead.services.notes.add(lead.workshop_id, NoteKind.PLEDGE, str(step.id), "Ask first")
    (told,) = lead.services.summaries.gather(lead.workshop_id).skills
    assert [r.subject.name for r in told.results if r.subject.code in told.lowest] == [
        "Cope with uncertainty"
    ]
    assert told.pledges == ("Ask first",)


def test_after_the_dial_alone_a_card_is_drawn_for_no_skill(at_skills: Lead) -> None:
    dial(at_skills)
    panel = at_skills.panel(SkillsPanel)
    click(panel.other_button)
    assert panel.chooser.weakest_button.text() == "Draw a card for us"
    assert not panel.chooser.split_button.isVisible()
    click(panel.chooser.weakest_button)
    (drawn,) = at_skills.meeting.cards
    assert (drawn.reason, drawn.reason_dimension) == (DrawReason.CHOSEN, "")


def test_the_issue_is_chosen_with_keys_alone(at_skills: Lead) -> None:
    panel = at_skills.panel(SkillsPanel)
    panel.other_button.setFocus(TAB)
    at_skills.press(" ")
    at_skills.until(panel.chooser.list.hasFocus)
    at_skills.press(K.Key_Down)
    at_skills.press(K.Key_Down)
    at_skills.press(K.Key_Return)
    at_skills.until(lambda: "The issue: The stairs and the kettle" in words_on(panel))
    assert at_skills.stop.part is Part.START


def test_the_dial_is_led_with_keys_alone(at_skills: Lead) -> None:
    for middle in "34325":
        at_skills.press(" ")
        at_skills.panel(VotePanel)
        for key in middle * 3 + "1":
            at_skills.press(key)
        at_skills.press("r")
        at_skills.see_result()
    at_skills.press(" ")
    panel = at_skills.panel(SkillsPanel)
    at_skills.until(lambda: "Middle vote 2 · least sure" in words_on(panel))
    at_skills.write("One of us asks at handover", into=panel.pledges.entry)
    at_skills.press(K.Key_Return)
    assert at_skills.notes(NoteKind.PLEDGE) == ["One of us asks at handover"]
    (note,) = at_skills.meeting.notes_of(NoteKind.PLEDGE)
    assert note.about == str(at_skills.stop.step_id)
