"""A copied activity from its first changed word to the big screen and onto paper."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.activity import ActivityRun
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.block_edit import changed_block
from lqf_workshop.domain.meeting import Part, Stop
from lqf_workshop.scenes.scene import ActivityScene
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.console.activity.activity_panel import ActivityPanel
from lqf_workshop_ui.main_window import MainWindow
from lqf_workshop_ui.pages.prepare.activity_choice import ActivityChoice
from tests import builders

QUESTION = "Who would miss it first?"


@pytest.fixture
def workshop_id(services: Services) -> int:
    return builders.prepare(services, builders.plan(), StepKind.ACTIVITY, StepKind.ACTIONS)


@pytest.fixture
def choice(window: MainWindow, workshop_id: int) -> ActivityChoice:
    """The choice of an activity in the plan, with nothing chosen."""
    window.plan_workshop(workshop_id)
    return window.prepare_page.plan.editor.activity


def mark(choice: ActivityChoice, name: str) -> None:
    items = choice.chooser.list.findItems(name, Qt.MatchFlag.MatchStartsWith)
    choice.chooser.list.setCurrentItem(items[0])


def listed(choice: ActivityChoice) -> list[str]:
    rows = choice.chooser.list
    return [rows.item(n).text().split("  ·")[0] for n in range(rows.count())]


def run_of(services: Services, workshop_id: int) -> ActivityRun:
    step = services.workshops.steps(workshop_id)[0]
    run = services.meetings.read(workshop_id).run_at(step.id)
    assert run is not None
    return run


def words_in(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def test_a_copy_is_edited_chosen_run_shown_and_printed(
    qtbot: QtBot,
    window: MainWindow,
    services: Services,
    workshop_id: int,
    choice: ActivityChoice,
) -> None:
    mark(choice, "Power map")
    assert choice.edit_button.text() == "Edit our copy"
    choice.edit_button.click()
    editor = window.own_activities_page.editor
    assert editor.isVisible()
    editor.column.rows.setCurrentRow(1)
    field = editor.form.head.fields["question"].text
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, QUESTION)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert choice.isVisible()

    qtbot.waitUntil(lambda: "Power map (our copy)" in listed(choice))
    mark(choice, "Power map (our copy)")
    assert choice.edit_button.text() == "Edit it"
    choice.chooser.begin_button.click()
    assert run_of(services, workshop_id).activity.steps[0].question == QUESTION

    window.run_workshop(workshop_id)
    run = run_of(services, workshop_id)
    services.runs.go(workshop_id, Stop(run.step_id, Part.FILL, run.activity.steps[0].code))
    panel = window.console.panels.panel
    assert isinstance(panel, ActivityPanel)
    assert QUESTION in words_in(panel)
    scene = window.room.window.stage.scene
    assert isinstance(scene, ActivityScene)
    assert (scene.label, scene.title) == ("Power map (our copy)", QUESTION)

    services.runs.go(workshop_id, Stop(run.step_id, Part.START))
    panel.print_button.click()
    assert panel.paper is not None
    paper = panel.paper
    qtbot.waitUntil(lambda: not paper._pdf.isEmpty(), timeout=10_000)
    pages = pypdf.PdfReader(BytesIO(panel.paper._pdf.data())).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Power map (our copy)" in text
    assert QUESTION in text
    paper.close()


def test_a_half_made_copy_is_offered_once_it_is_mended(
    qtbot: QtBot, services: Services, workshop_id: int, choice: ActivityChoice
) -> None:
    code = services.own_activities.copy("power-map")
    qtbot.waitUntil(lambda: "Power map (our copy)" in listed(choice))
    own = services.own_activities.find(code).activity
    services.own_activities.keep(changed_block(own, own.blocks[0].code, name=""))
    qtbot.waitUntil(lambda: "Power map (our copy)" not in listed(choice))
    services.own_activities.keep(own)
    qtbot.waitUntil(lambda: "Power map (our copy)" in listed(choice))
    services.own_activities.bin(code)
    qtbot.waitUntil(lambda: "Power map (our copy)" not in listed(choice))
    services.own_activities.restore(code)
    qtbot.waitUntil(lambda: "Power map (our copy)" in listed(choice))


def test_a_step_takes_the_new_words_only_when_it_is_asked_to(
    qtbot: QtBot, services: Services, workshop_id: int, choice: ActivityChoice
) -> None:
    code = services.own_activities.copy("power-map")
    own = services.own_activities.find(code).activity
    step_id = services.workshops.steps(workshop_id)[0].id
    services.activities.begin(workshop_id, step_id, own)
    qtbot.waitUntil(lambda: choice.chosen.isVisible())
    assert not choice.newer_button.isVisible()
    block = own.blocks[0].code
    services.own_activities.keep(changed_block(own, block, name="Who decides what"))
    qtbot.waitUntil(lambda: choice.newer_button.isVisible())
    assert run_of(services, workshop_id).activity == own
    choice.newer_button.click()
    assert run_of(services, workshop_id).activity.block(block).name == "Who decides what"
    qtbot.waitUntil(lambda: not choice.newer_button.isVisible())


def test_the_list_of_ones_own_is_reached_from_the_plan_and_leads_back(
    window: MainWindow, choice: ActivityChoice
) -> None:
    choice.own_button.click()
    page = window.own_activities_page
    assert page.list.isVisible()
    page.list.back_button.click()
    assert window.prepare_page.isVisible()


def test_a_copy_is_begun_from_the_page_of_an_activity_in_the_library(
    window: MainWindow, services: Services
) -> None:
    window.show_page("library")
    page = window.library_page
    row = page.model.row_of("activity/power-map")
    page.list.setCurrentIndex(page.model.index(row, 0))
    assert page.head.edit_button.isVisible()
    page.head.edit_button.click()
    assert window.own_activities_page.editor.head.name.text() == "Power map (our copy)"
    window.own_activities_page.editor.head.back_button.click()
    assert page.isVisible()
    row = page.model.row_of("activity/card-in-the-room")
    page.list.setCurrentIndex(page.model.index(row, 0))
    assert not page.head.edit_button.isVisible()
    page.activities_button.click()
    assert list(window.own_activities_page.list.rows)


def test_an_activity_that_is_gone_is_explained(window: MainWindow) -> None:
    window.open_activity_editor("nowhere")
    assert window.home_page.isVisible()
    assert "no longer in the library" in window.message_bar.text()
    window.open_activity_editor()
    assert window.own_activities_page.list.isVisible()
    window.show_page("home")
    assert window.home_page.isVisible()
