"""An activity at the console: chosen, filled in with the keyboard, and made into actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from lqf_workshop.domain.action import SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Part, Stop
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.scenes.scene import ActivityScene, WordsScene
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.console.activity.activity_panel import ActivityPanel
from lqf_workshop_ui.console.activity.block_view import LinesPart
from lqf_workshop_ui.console.activity.private_sheet import PrivateSheet
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.widgets.growing_text import GrowingLine
from tests.builders import plan, prepare
from tests.ui.console.lead import Lead, button_of, click, words_on

K = Qt.Key
SECRET = "Zanzibar and the blue teapot"


@pytest.fixture
def at_activity(lead: Lead) -> Lead:
    """At the beginning of an activity's step, before one is chosen."""
    lead.services.runs.go(lead.workshop_id, Stop(step_id(lead), Part.START))
    return lead


@pytest.fixture
def prepared(services: Services) -> WorkshopId:
    """Prepare a workshop with a card, an activity and the agreeing of actions."""
    return prepare(
        services, plan(), StepKind.WELCOME, StepKind.CARD, StepKind.ACTIVITY, StepKind.ACTIONS
    )


def step_id(lead: Lead) -> int:
    return next(s.id for s in lead.meeting.steps if s.plan.kind is StepKind.ACTIVITY)


def begin(lead: Lead, code: str, about: str = "") -> ActivityPanel:
    """Choose an activity and go to one of its steps."""
    panel = lead.panel(ActivityPanel)
    panel.chooser.choose(code)
    if about:
        lead.services.runs.go(lead.workshop_id, Stop(step_id(lead), Part.FILL, about))
    return lead.panel(ActivityPanel)


def part(panel: ActivityPanel, block: int = 0) -> LinesPart:
    return panel.blocks[block].parts[0]


def say(lines: LinesPart, text: str) -> None:
    lines.entry.setFocus()
    QTest.keyClicks(lines.entry, text)
    QTest.keyClick(lines.entry, K.Key_Return)


def written(lead: Lead, block: str) -> list[tuple[str, dict[str, str]]]:
    run = lead.meeting.run_at(step_id(lead))
    assert run is not None
    return [(entry.place, entry.words) for entry in run.lines(block)]


def test_an_activity_is_chosen_from_the_list_and_told_to_the_room(at_activity: Lead) -> None:
    panel = at_activity.panel(ActivityPanel)
    assert panel.has_main
    panel.chooser.list.setCurrentRow(0)
    click(panel.chooser.begin_button)
    assert "Adaptive leadership" in words_on(panel)
    assert isinstance(at_activity.scene, WordsScene)
    assert at_activity.scene.title == "Adaptive leadership"
    at_activity.press(" ")
    assert isinstance(at_activity.scene, ActivityScene)
    assert at_activity.scene.title == "What do we see when we step back?"


def test_the_console_calls_the_step_by_its_activity_and_says_what_comes_next(
    at_activity: Lead,
) -> None:
    assert at_activity.console.title.title.text() == "Activity"
    begin(at_activity, "adaptive-leadership", "balcony")
    assert at_activity.console.title.title.text() == "Adaptive leadership"
    assert "Which parts have a known fix?" in words_on(at_activity.console)


def test_a_long_line_breaks_and_never_scrolls_sideways(at_activity: Lead) -> None:
    panel = begin(at_activity, "adaptive-leadership", "losses")
    say(part(panel), "Handover")
    row = part(at_activity.panel(ActivityPanel)).findChildren(GrowingLine)[-1]
    row.setFocus()
    row.insertPlainText("The plan was written the week after a fall, and nobody reads it. " * 9)
    at_activity.qtbot.waitUntil(row.verticalScrollBar().isVisible)
    assert not row.horizontalScrollBar().isVisible()


def test_a_line_is_typed_kept_with_enter_and_seen_by_the_room(at_activity: Lead) -> None:
    panel = begin(at_activity, "adaptive-leadership", "balcony")
    say(part(panel), "Handover is short")
    say(part(panel), "Nights hear last")
    assert written(at_activity, "seen") == [
        ("", {"text": "Handover is short"}),
        ("", {"text": "Nights hear last"}),
    ]
    scene = at_activity.scene
    assert isinstance(scene, ActivityScene)
    assert [line.title for line in scene.canvases[0].boxes[0].lines] == [
        "Handover is short",
        "Nights hear last",
    ]
    assert at_activity.console.isAncestorOf(part(panel).entry)
    assert part(panel).entry.hasFocus()


def test_a_word_being_typed_is_saved_when_the_meeting_moves_on(at_activity: Lead) -> None:
    panel = begin(at_activity, "adaptive-leadership", "balcony")
    part(panel).entry.setFocus()
    QTest.keyClicks(part(panel).entry, "Half a thou")
    at_activity.services.runs.go(at_activity.workshop_id, Stop(step_id(at_activity), Part.START))
    assert written(at_activity, "seen") == [("", {"text": "Half a thou"})]


def test_the_same_table_goes_on_in_the_next_step_with_other_columns(at_activity: Lead) -> None:
    panel = begin(at_activity, "adaptive-leadership", "split")
    say(part(panel), "Handover")
    row = next(iter(part(panel).rows.values()))
    assert set(row.fields.fields) == {"part", "kind"}
    click(button_of(row, "Adaptive"))
    assert written(at_activity, "parts") == [("", {"part": "Handover", "kind": "Adaptive"})]
    at_activity.console.setFocus()
    at_activity.press(" ")
    row = next(iter(part(at_activity.panel(ActivityPanel)).rows.values()))
    assert set(row.fields.fields) == {"part", "who", "lose", "keep"}
    assert row.fields.texts[0].toPlainText() == "Handover"


def test_lines_are_sorted_with_the_number_keys_alone(at_activity: Lead) -> None:
    panel = begin(at_activity, "wicked-issue", "parts")
    lines = part(panel)
    for text in ("A bruise", "The rota", "Trust"):
        say(lines, text)
    at_activity.console.setFocus()
    at_activity.press("1")
    at_activity.press("2")
    at_activity.press("3")
    run = at_activity.meeting.run_at(step_id(at_activity))
    assert run is not None
    block = panel.blocks[0].block
    assert [e.place for e in run.lines(block.code)] == [p.code for p in block.places]
    at_activity.services.journal.undo()
    run = at_activity.meeting.run_at(step_id(at_activity))
    assert run is not None
    assert [bool(e.place) for e in run.lines(block.code)] == [True, True, False]


def test_a_line_becomes_an_action_in_one_step(at_activity: Lead) -> None:
    panel = begin(at_activity, "adaptive-leadership", "take")
    say(part(panel), "Ask nights first")
    row = next(iter(part(panel).rows.values()))
    at_activity.qtbot.waitUntil(row.act.isVisible)
    click(row.act)
    action = at_activity.meeting.actions[-1]
    assert action.text.what == "Ask nights first"
    assert action.source.kind is SourceKind.ACTIVITY
    assert action.source.code == "Adaptive leadership"


def test_a_held_block_is_shown_by_the_facilitators_hand_alone(at_activity: Lead) -> None:
    activity = at_activity.services.activities.choice("shared-leadership")
    block = next(b for b in activity.blocks if b.held)
    step = next(s for s in activity.steps if any(u.block == block.code for u in s.uses))
    panel = begin(at_activity, "shared-leadership", step.code)
    scene = at_activity.scene
    assert isinstance(scene, ActivityScene)
    assert block.code not in [canvas.code for canvas in scene.canvases]
    view = next(v for v in panel.blocks if v.block.code == block.code)
    click(view.show_button)
    scene = at_activity.scene
    assert isinstance(scene, ActivityScene)
    assert block.code in [canvas.code for canvas in scene.canvases]


def test_the_script_of_each_step_stands_beside_its_blocks(at_activity: Lead) -> None:
    begin(at_activity, "adaptive-leadership", "balcony")
    assert "Imagine we stand on a balcony" in words_on(at_activity.console)


def private_step(lead: Lead) -> tuple[ActivityPanel, PrivateSheet]:
    activity = lead.services.activities.choice("courageous-conversations")
    step = next(s for s in activity.steps if any(b.private for b, _c in activity.used(s)))
    panel = begin(lead, "courageous-conversations", step.code)
    click(panel.type_button)
    assert panel.sheet is not None
    return panel, panel.sheet


def test_a_private_sheet_leaves_no_trace(at_activity: Lead) -> None:
    panel, sheet = private_step(at_activity)
    for field in sheet.fields.values():
        field.setFocus()
        QTest.keyClicks(field, SECRET)
    scene = at_activity.scene
    assert isinstance(scene, ActivityScene)
    assert scene.quiet
    assert not scene.canvases
    click(sheet.print_button)
    assert sheet.window_made is not None
    with at_activity.qtbot.waitSignal(sheet.window_made.made, timeout=20_000):
        pass
    paper = sheet.window_made
    assert not paper.toolbar.save.isVisible()
    assert SECRET not in paper.windowTitle()
    click(button_of(sheet, "Forget it and close"))
    assert not any(field.toPlainText() for field in sheet.fields.values())
    assert not any(field.document().isUndoAvailable() for field in sheet.fields.values())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    services = at_activity.services
    assert SECRET not in services.journal.next_undo
    assert SECRET not in str(at_activity.meeting)
    folder: Path = services.desk.database.path.parent
    for file in folder.rglob("*"):
        if file.is_file():
            assert SECRET.encode() not in file.read_bytes(), file
    assert panel.isVisible()


def test_a_private_sheet_closes_after_its_paper_was_closed(at_activity: Lead) -> None:
    _panel, sheet = private_step(at_activity)
    click(sheet.print_button)
    paper = sheet.window_made
    assert paper is not None
    with at_activity.qtbot.waitSignal(paper.made, timeout=20_000):
        pass
    paper.close()
    at_activity.qtbot.waitUntil(lambda: not sheet.findChildren(PaperWindow), timeout=20_000)
    click(button_of(sheet, "Forget it and close"))
    assert not sheet.isVisible()


def test_nothing_private_is_typed_while_the_room_sees_this_screen(
    one_display: None, at_activity: Lead
) -> None:
    activity = at_activity.services.activities.choice("courageous-conversations")
    step = next(s for s in activity.steps if any(b.private for b, _c in activity.used(s)))
    panel = begin(at_activity, "courageous-conversations", step.code)
    assert not panel.type_button.isEnabled()
    assert panel.blank_button.isEnabled()


def test_an_activity_can_begin_from_the_card_in_hand(lead: Lead) -> None:
    card_step = next(s.id for s in lead.meeting.steps if s.plan.kind is StepKind.CARD)
    lead.services.cards.lay(
        lead.workshop_id, card_step, lead.services.cards.deck().card("stairs-and-the-kettle")
    )
    lead.services.runs.go(lead.workshop_id, Stop(step_id(lead), Part.START))
    panel = lead.panel(ActivityPanel)
    assert panel.chooser.with_card.isVisible()
    panel.chooser.choose("adaptive-leadership")
    run = lead.meeting.run_at(step_id(lead))
    assert run is not None
    assert run.card is not None
    assert run.card.title == "The stairs and the kettle"
