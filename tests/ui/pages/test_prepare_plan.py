"""The plan of a workshop: its agenda, its steps' words and its details, saved as they change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.card_finding import CardWish
from lqf_workshop.domain.scenario import cards_of
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.workshop import WorkshopId, WorkshopState
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.agenda_list import STEP_DRAG, AgendaList
from lqf_workshop_ui.models.deck_list import DeckList
from lqf_workshop_ui.pages.prepare.plan_view import PlanView
from lqf_workshop_ui.pages.prepare_page import PreparePage
from lqf_workshop_ui.paper.pack_papers import PackPapers
from lqf_workshop_ui.paper.voting_papers import VotingPapers
from lqf_workshop_ui.problems import Problems
from tests import builders
from tests.builders import WHOLE_AGENDA


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> PreparePage:
    page = PreparePage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def plan(page: PreparePage, prepared: WorkshopId) -> PlanView:
    page.show_workshop(prepared)
    return page.plan


def titles(services: Services, workshop_id: int) -> list[str]:
    """Return the agenda as it is on disk."""
    return [step.plan.title for step in services.workshops.steps(workshop_id)]


def shown(plan: PlanView) -> list[str]:
    """Return the agenda as it is on the screen."""
    return [str(plan.model.index(n, 0).data()) for n in range(plan.model.rowCount())]


def choose(plan: PlanView, kind: StepKind) -> int:
    """Choose the first step of a kind, and return its row."""
    row = next(n for n, step in enumerate(plan.model.steps) if step.plan.kind is kind)
    plan.agenda.choose(row)
    return row


def alt(plan: PlanView, key: Qt.Key) -> None:
    QTest.keyClick(plan.agenda.view, key, Qt.KeyboardModifier.AltModifier)


def test_the_plan_shows_its_steps_with_the_first_one_chosen(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    assert shown(plan) == titles(services, prepared)
    assert plan.agenda.row == 0
    assert plan.editor.title.text() == "Welcome"
    assert plan.head.team.text() == "Rowan House"
    assert plan.head.saved.text() == "Saved"


def test_a_plan_that_is_gone_is_explained(page: PreparePage) -> None:
    with pytest.raises(WorkshopProblem, match="no longer"):
        page.show_workshop(99)


def test_steps_move_with_alt_and_the_arrow_keys(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.agenda.view.setFocus()
    alt(plan, Qt.Key.Key_Down)
    alt(plan, Qt.Key.Key_Down)
    assert titles(services, prepared)[:3] == ["Last-Actions", "Strengths", "Welcome"]
    assert shown(plan) == titles(services, prepared)
    assert plan.agenda.row == 2
    assert plan.editor.title.text() == "Welcome"
    alt(plan, Qt.Key.Key_Up)
    assert titles(services, prepared)[:3] == ["Last-Actions", "Welcome", "Strengths"]
    qtbot.wait(30)
    assert plan.agenda.row == 1


def test_steps_stop_at_both_ends(plan: PlanView, services: Services, prepared: WorkshopId) -> None:
    before = titles(services, prepared)
    alt(plan, Qt.Key.Key_Up)
    plan.agenda.choose(len(before) - 1)
    alt(plan, Qt.Key.Key_Down)
    assert titles(services, prepared) == before
    assert not plan.agenda.down_button.isEnabled()
    assert plan.agenda.up_button.isEnabled()


def test_the_buttons_move_a_step_too(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.agenda.down_button.click()
    assert titles(services, prepared)[:2] == ["Last-Actions", "Welcome"]
    plan.agenda.up_button.click()
    assert titles(services, prepared)[:2] == ["Welcome", "Last-Actions"]


def test_a_step_dropped_between_others_is_stored_there(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    nowhere = QModelIndex()
    assert plan.model.moveRows(nowhere, 0, 1, nowhere, 4)
    assert titles(services, prepared)[:4] == ["Last-Actions", "Strengths", "Rate", "Welcome"]
    assert plan.model.moveRows(nowhere, 3, 1, nowhere, 0)
    assert titles(services, prepared)[0] == "Welcome"
    assert not plan.model.moveRows(nowhere, 0, 1, nowhere, 1)
    carried = plan.model.mimeData([plan.model.index(2, 0)])
    assert carried.data(STEP_DRAG).data() == b"2"


@pytest.mark.parametrize("kind", list(StepKind))
def test_every_kind_of_step_can_be_added_and_edited(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId, kind: StepKind
) -> None:
    before = len(titles(services, prepared))
    plan.agenda.add_actions[kind].trigger()
    assert len(titles(services, prepared)) == before + 1
    chosen = plan.model.step(plan.agenda.row)
    assert chosen is not None
    assert chosen.plan.kind is kind
    assert plan.editor.title.text() == chosen.plan.title
    qtbot.wait(20)
    assert plan.editor.dimensions_card.isVisible() == (kind is StepKind.RATE)
    assert plan.editor.cards.isVisible() == (kind is StepKind.CARD)
    assert plan.agenda.view.hasFocus()


def test_a_step_taken_out_can_be_put_back_with_its_words_and_card(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    row = choose(plan, StepKind.CARD)
    step = plan.model.step(row)
    assert step is not None
    services.cards.lay(prepared, step.id, services.cards.deck().cards[3])
    qtbot.waitUntil(lambda: plan.model.card_of(step.id) is not None)
    before = titles(services, prepared)
    plan.agenda.view.setFocus()
    QTest.keyClick(plan.agenda.view, Qt.Key.Key_Delete)
    assert len(titles(services, prepared)) == len(before) - 1
    assert plan.agenda.put_back_bar.isVisible()
    plan.agenda.put_back_bar.button.click()
    assert titles(services, prepared) == before
    assert plan.agenda.row == row
    assert not plan.agenda.put_back_bar.isVisible()
    (drawn,) = services.meetings.read(prepared).cards
    assert drawn.card.title == "Happy here?"


def test_every_step_can_be_taken_out_and_a_first_one_added(
    qtbot: QtBot, page: PreparePage, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    for _step in WHOLE_AGENDA:
        plan.agenda.remove_button.click()
    assert titles(services, prepared) == []
    qtbot.waitUntil(plan.details.form.isVisible)
    assert plan.agenda.nothing.isVisible()
    plan.head.run_button.click()
    assert "Add at least one step" in plan.agenda.problem.text()
    plan.agenda.add_actions[StepKind.TALK].trigger()
    assert titles(services, prepared) != []
    with qtbot.waitSignal(page.asked_run):
        plan.head.run_button.click()


def test_a_step_that_has_been_on_stays(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    builders.begin(services, prepared)
    qtbot.waitUntil(lambda: plan.head.run_button.text() == "Continue")
    before = titles(services, prepared)
    plan.agenda.choose(0)
    plan.agenda.remove_button.click()
    assert titles(services, prepared) == before
    assert "“Welcome” has been on" in plan.agenda.problem.text()


def test_minutes_are_stored_and_the_total_follows(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.agenda.time.stepper.number.setValue(60)
    plan.agenda.time.stepper.flush()
    assert plan.agenda.time.sentence.text() == "55 of 60 minutes: 5 to spare"
    plan.editor.minutes.more.click()
    plan.editor.minutes.more.click()
    qtbot.waitUntil(lambda: services.workshops.workshop(prepared).minutes == 57)
    qtbot.waitUntil(lambda: plan.agenda.time.sentence.text() == "57 of 60 minutes: 3 to spare")
    plan.editor.minutes.number.setValue(19)
    plan.editor.minutes.flush()
    qtbot.waitUntil(lambda: plan.agenda.time.sentence.text() == "9 minutes too many")
    assert plan.agenda.time.sentence.property("role") == "warm"


def test_the_booked_time_is_kept_while_the_program_runs(
    page: PreparePage, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.agenda.time.stepper.number.setValue(75)
    plan.agenda.time.stepper.flush()
    page.show_workshop(builders.prepare(services, builders.plan("Day team"), StepKind.WELCOME))
    page.show_workshop(prepared)
    assert plan.agenda.time.stepper.value == 75


def test_words_are_stored_while_they_are_typed(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.editor.title.setFocus()
    plan.editor.title.selectAll()
    QTest.keyClicks(plan.editor.title, "Hello everyone")
    qtbot.waitUntil(lambda: titles(services, prepared)[0] == "Hello everyone")
    qtbot.waitUntil(lambda: shown(plan)[0] == "Hello everyone")
    assert plan.editor.title.text() == "Hello everyone"
    assert plan.editor.title.hasFocus()
    QTest.keyClicks(plan.editor.purpose, "To begin")
    say = plan.editor.script.texts["say"]
    QTest.keyClicks(say, "Good morning")
    qtbot.waitUntil(
        lambda: services.workshops.steps(prepared)[0].plan.scripts["start"].say == "Good morning"
    )
    assert services.workshops.steps(prepared)[0].plan.purpose == "To begin"
    assert plan.head.saved.text() == "Saved"


def test_words_not_yet_stored_go_to_their_own_step_when_another_is_chosen(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.editor.script.texts["do"].setPlainText("Stand up")
    plan.editor.purpose.setText("Just begun")
    plan.agenda.choose(2)
    steps = services.workshops.steps(prepared)
    assert steps[0].plan.scripts["start"].do == "Stand up"
    assert steps[0].plan.purpose == "Just begun"
    assert steps[2].plan.scripts["start"].do == ""
    assert plan.agenda.row == 2
    assert plan.editor.title.text() == "Strengths"
    assert plan.editor.script.texts["do"].toPlainText() == ""


def test_each_moment_has_words_of_its_own(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    row = choose(plan, StepKind.RATE)
    script = plan.editor.script
    assert script.moments is not None
    assert [b.text() for b in script.moments.buttons.values()] == [
        "Start",
        "Each next one",
        "Vote",
        "Reveal",
        "Second vote",
        "By role",
    ]
    script.texts["say"].setPlainText("At the start")
    script.moments.buttons["second"].click()
    assert script.texts["say"].toPlainText() == ""
    script.texts["say"].setPlainText("Once more")
    plan.flush()
    stored = services.workshops.steps(prepared)[row].plan.scripts
    assert (stored["start"].say, stored["second"].say) == ("At the start", "Once more")
    script.texts["say"].setPlainText("")
    plan.flush()
    assert "second" not in services.workshops.steps(prepared)[row].plan.scripts


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "please fill this in"), ("x" * 161, "161 characters"), ("\x07", "please fill this in")],
)
def test_a_title_that_cannot_be_kept_stays_and_is_explained(
    qtbot: QtBot, page: PreparePage, plan: PlanView, typed: str, said: str
) -> None:
    plan.editor.title.setText(typed)
    plan.flush()
    assert said in plan.editor.title_field.problem.text()
    assert plan.head.saved.text() == "Not all is saved"
    plan.agenda.choose(3)
    assert plan.editor.title_field.problem.text() == ""
    plan.agenda.choose(0)
    assert plan.editor.title.text() == typed
    assert said in plan.editor.title_field.problem.text()
    plan.agenda.choose(3)
    with qtbot.assertNotEmitted(page.asked_run):
        plan.head.run_button.click()
    assert plan.agenda.row == 0
    plan.editor.title.setText("Hello")
    plan.flush()
    assert plan.head.saved.text() == "Saved"
    assert shown(plan)[0] == "Hello"


def test_a_script_is_cleaned_of_what_nobody_can_see_and_not_too_long(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    say = plan.editor.script.texts["say"]
    say.setPlainText("Hello\x07 🌻 صباح")
    plan.flush()
    assert services.workshops.steps(prepared)[0].plan.scripts["start"].say == "Hello 🌻 صباح"
    say.setPlainText("W" * 10_000)
    plan.flush()
    assert "10,000 characters long" in plan.editor.script.problem.text()
    assert len(say.toPlainText()) == 10_000
    say.setPlainText("Hello")
    plan.flush()
    assert not plan.editor.script.problem.isVisible()


def test_enter_goes_from_the_list_to_the_words(plan: PlanView) -> None:
    plan.agenda.view.setFocus()
    QTest.keyClick(plan.agenda.view, Qt.Key.Key_Return)
    assert plan.editor.title.hasFocus()


def test_the_rating_step_says_which_dimensions_and_its_title_follows(
    qtbot: QtBot, page: PreparePage, services: Services
) -> None:
    template = services.shelf.templates()[0]
    prepared = services.workshops.from_template(
        builders.plan(dimensions=("PQ", "WO", "MS")), template
    )
    page.show_workshop(prepared)
    plan = page.plan
    row = choose(plan, StepKind.RATE)
    boxes = plan.editor.dimensions.boxes
    assert [code for code, box in boxes.items() if box.isChecked()] == ["PQ", "WO", "MS"]
    boxes["SD"].click()
    boxes["PQ"].click()
    boxes["IS"].click()
    assert services.workshops.workshop(prepared).plan.dimensions == ("WO", "MS", "IS", "SD")
    assert titles(services, prepared)[row] == "Rate 4 dimensions"
    qtbot.waitUntil(lambda: plan.editor.title.text() == "Rate 4 dimensions")
    for code in ("WO", "MS", "IS", "SD"):
        boxes[code].click()
    assert plan.editor.dimensions.problem.text() == "Choose at least one dimension to rate."
    assert plan.head.saved.text() == "Not all is saved"
    assert services.workshops.workshop(prepared).plan.dimensions == ("SD",)
    boxes["DS"].click()
    assert plan.head.saved.text() == "Saved"
    assert services.workshops.workshop(prepared).plan.dimensions == ("DS",)


def test_a_dimension_that_was_rated_stays_ticked(
    qtbot: QtBot, page: PreparePage, services: Services, running: WorkshopId
) -> None:
    builders.rate(services, running, "PQ", 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5)
    page.show_workshop(running)
    choose(page.plan, StepKind.RATE)
    box = page.plan.editor.dimensions.boxes["PQ"]
    assert box.isChecked()
    assert not box.isEnabled()
    assert "has been rated" in box.toolTip()


def test_a_card_is_chosen_by_hand_and_given_back_to_the_ratings(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    row = choose(plan, StepKind.CARD)
    cards = plan.editor.cards
    assert cards.way.choice == "ratings"
    assert not cards.deck.isVisible()
    cards.way.buttons["hand"].click()
    assert cards.deck.isVisible()
    assert cards.filters.search.hasFocus()
    QTest.keyClicks(cards.filters.search, "kettle")
    assert cards.model.rowCount() == 1
    assert cards.preview.title.text() == "The stairs and the kettle"
    assert "Since a fall" in cards.preview.situation.text()
    assert "1.  Whose fear" in cards.preview.prompts.text()
    cards.use_button.click()
    (drawn,) = services.meetings.read(prepared).cards
    assert drawn.card.title == "The stairs and the kettle"
    qtbot.waitUntil(lambda: cards.explained.text() == "On the table: The stairs and the kettle")
    assert not cards.use_button.isEnabled()
    cards.way.buttons["ratings"].click()
    assert services.meetings.read(prepared).cards == ()
    qtbot.waitUntil(lambda: not cards.deck.isVisible())
    assert plan.agenda.row == row
    assert cards.way.choice == "ratings"


def test_cards_are_narrowed_down_by_dimension_and_level(plan: PlanView) -> None:
    choose(plan, StepKind.CARD)
    cards = plan.editor.cards
    cards.way.buttons["hand"].click()
    whole = cards.model.rowCount()
    cards.filters.dimension.setCurrentIndex(cards.filters.dimension.findData("DS"))
    some = cards.model.rowCount()
    cards.filters.level.setCurrentIndex(cards.filters.level.findData("FW"))
    assert 0 < some < whole
    assert cards.model.rowCount() <= some
    cards.filters.search.setText("zzz")
    assert cards.preview.title.text() == "No card fits"
    assert not cards.use_button.isEnabled()
    cards.filters.search.clear()
    cards.filters.dimension.setCurrentIndex(0)
    cards.filters.level.setCurrentIndex(0)
    assert cards.model.rowCount() == whole


def test_a_card_of_ones_own_deck_is_found_and_laid(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    choose(plan, StepKind.CARD)
    cards = plan.editor.cards
    cards.way.buttons["hand"].click()
    assert not cards.filters.deck.isVisible()
    deck, code = services.decks.copy_card("wicked-issues", "stairs-and-the-kettle")
    kept = replace(services.decks.card(deck, code), title="Our kettle", ideas=("public-value",))
    services.decks.keep_card(deck, kept)
    choose(plan, StepKind.WELCOME)
    choose(plan, StepKind.CARD)
    cards.way.buttons["hand"].click()
    assert cards.filters.deck.isVisible()
    cards.filters.deck.setCurrentIndex(cards.filters.deck.findText("My cards"))
    cards.filters.idea.setCurrentIndex(cards.filters.idea.findData("public-value"))
    assert cards.model.rowCount() == 1
    assert cards.preview.title.text() == "Our kettle"
    assert cards.preview.deck.text() == "From “My cards”"
    cards.use_button.click()
    (drawn,) = services.meetings.read(prepared).cards
    assert drawn.card.title == "Our kettle"


def test_a_card_is_taken_with_enter(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    choose(plan, StepKind.CARD)
    cards = plan.editor.cards
    cards.way.buttons["hand"].click()
    cards.list.setFocus()
    QTest.keyClick(cards.list, Qt.Key.Key_Down)
    QTest.keyClick(cards.list, Qt.Key.Key_Return)
    (drawn,) = services.meetings.read(prepared).cards
    assert drawn.card.number == 2


def test_details_are_stored_while_they_are_typed(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.agenda.details.click()
    form = plan.details.form
    assert form.isVisible()
    form.place.setFocus()
    form.place.selectAll()
    QTest.keyClicks(form.place, "Garden room")
    qtbot.waitUntil(lambda: services.workshops.workshop(prepared).plan.place == "Garden room")
    qtbot.waitUntil(lambda: "Garden room" in plan.agenda.details.rest.text())
    assert form.place.hasFocus()


def test_a_wrong_detail_is_explained_and_the_right_ones_are_stored(
    page: PreparePage, qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.agenda.details.click()
    form = plan.details.form
    form.headcount.setText("abc")
    form.place.setText("Garden room")
    plan.flush()
    stored = services.workshops.workshop(prepared).plan
    assert (stored.headcount, stored.place) == (11, "Garden room")
    assert "type a number from 3 to 30" in form.fields["headcount"].problem.text()
    qtbot.wait(30)
    assert form.headcount.text() == "abc"
    assert plan.head.saved.text() == "Not all is saved"
    plan.agenda.choose(0)
    with qtbot.assertNotEmitted(page.asked_run):
        plan.head.run_button.click()
    assert form.headcount.hasFocus()
    form.headcount.setText("12")
    with qtbot.waitSignal(page.asked_run):
        plan.head.run_button.click()
    assert services.workshops.workshop(prepared).plan.headcount == 12


def test_leaving_or_hiding_the_page_stores_what_is_typed(
    qtbot: QtBot, page: PreparePage, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.editor.purpose.setText("Before leaving")
    with qtbot.waitSignal(page.left):
        plan.head.back_button.click()
    assert services.workshops.steps(prepared)[0].plan.purpose == "Before leaving"
    plan.details.form.place.setText("Hidden room")
    page.hide()
    assert services.workshops.workshop(prepared).plan.place == "Hidden room"


def test_a_change_made_elsewhere_is_shown_and_the_choice_kept(
    qtbot: QtBot, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    row = choose(plan, StepKind.TALK)
    steps = [(s.id, s.plan) for s in services.workshops.steps(prepared)]
    services.workshops.change_steps(prepared, steps[1:])
    qtbot.waitUntil(lambda: plan.model.rowCount() == len(steps) - 1)
    assert plan.agenda.row == row - 1
    assert plan.editor.title.text() == "Talk"


def test_a_plan_deleted_elsewhere_is_left(
    qtbot: QtBot, page: PreparePage, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.editor.purpose.setText("Too late")
    with qtbot.waitSignal(page.left):
        services.workshops.delete(prepared)
    page.hide()


def test_a_finished_workshop_keeps_its_agenda(
    page: PreparePage, services: Services, running: WorkshopId
) -> None:
    services.runs.finish(running)
    page.show_workshop(running)
    plan = page.plan
    assert not plan.head.run_button.isVisible()
    assert not plan.agenda.add_button.isEnabled()
    before = titles(services, running)
    alt(plan, Qt.Key.Key_Down)
    QTest.keyClick(plan.agenda.view, Qt.Key.Key_Delete)
    assert titles(services, running) == before
    assert plan.editor.title.isReadOnly()


def test_another_workshop_shows_its_own_plan(
    page: PreparePage, plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    plan.editor.title.setText("x" * 300)
    other = builders.prepare(services, builders.plan("Day team"), StepKind.TALK)
    page.show_workshop(other)
    assert shown(plan) == ["Talk"]
    assert plan.editor.title.text() == "Talk"
    assert plan.details.form.team.currentText() == "Day team"
    assert plan.head.saved.text() == "Saved"


def test_the_models_keep_the_rules_of_qt(
    qtmodeltester: ModelTester, services: Services, prepared: WorkshopId
) -> None:
    model = AgendaList(services)
    model.show_steps(prepared, services.workshops.steps(prepared), {})
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.move(0, 3)
    assert model.move(3, 0)
    deck = DeckList()
    deck.show_cards(cards_of(services.cards.decks()))
    qtmodeltester.check(deck)  # type: ignore[no-untyped-call]
    deck.narrow(CardWish("kettle"))
    assert deck.rowCount() == 1


def test_every_control_has_a_name_for_a_screen_reader(plan: PlanView) -> None:
    choose(plan, StepKind.CARD)
    plan.editor.cards.way.buttons["hand"].click()
    for kind in (QLineEdit, QPushButton, QToolButton):
        for control in plan.findChildren(kind):
            if control.isVisible() and control.objectName() != "qt_spinbox_lineedit":
                assert control.accessibleName(), control
    said = plan.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Step 1 of 11: Welcome, 5 minutes"


@pytest.mark.parametrize("theme", ["dark", "contrast", "light"])
def test_everything_fits_the_smallest_window(
    qtbot: QtBot, page: PreparePage, plan: PlanView, looks: Looks, theme: str
) -> None:
    looks.choose(theme=theme)
    page.resize(964, 600)
    for kind in WHOLE_AGENDA:
        choose(plan, kind)
        if kind is StepKind.CARD:
            plan.editor.cards.way.buttons["hand"].click()
        qtbot.wait(1)
        right = plan.editor.mapTo(page, plan.editor.rect().topRight()).x()
        assert right <= page.width()
        assert not page.grab().isNull()


def test_how_closely_to_rate_can_change_until_it_was_rated(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    row = next(n for n, s in enumerate(plan.model.steps) if s.plan.kind is StepKind.RATE)
    plan.agenda.choose(row)
    plan._show_step(row)
    ways = plan.editor.ways
    ways.depths["PQ"].setCurrentIndex(1)
    assert services.workshops.workshop(prepared).plan.depths == {"PQ": Depth.BOTH}
    services.ratings.cast(prepared, "PQ1", 4)
    ways.depths["PQ"].setCurrentIndex(0)
    assert services.workshops.workshop(prepared).plan.depths == {"PQ": Depth.BOTH}


def test_the_words_of_the_points_stay_once_people_have_voted(
    plan: PlanView, services: Services, prepared: WorkshopId
) -> None:
    row = next(n for n, s in enumerate(plan.model.steps) if s.plan.kind is StepKind.RATE)
    plan._show_step(row)
    services.ratings.cast(prepared, "PQ", 4)
    scale = plan.editor.ways.scale
    scale.setCurrentIndex(1)
    assert services.workshops.workshop(prepared).plan.scale_code == "team"
    assert scale.currentIndex() == 0


def test_slips_are_printed_from_the_plan_before_anybody_starts(
    plan: PlanView, prepared: WorkshopId, services: Services, qtbot: QtBot
) -> None:
    QTest.mouseClick(plan.head.papers_button, Qt.MouseButton.LeftButton)
    pack = plan.window().findChild(PackPapers)
    assert pack is not None
    QTest.mouseClick(pack.more_button, Qt.MouseButton.LeftButton)
    papers = plan.window().findChild(VotingPapers)
    assert papers is not None
    assert papers.kind == "all"
    QTest.mouseClick(papers.go_button, Qt.MouseButton.LeftButton)
    window = papers.window_made
    assert window is not None
    dimensions = len(services.meetings.read(prepared).rated)
    pages = -(-dimensions * services.workshops.workshop(prepared).plan.headcount // 4)
    qtbot.waitUntil(lambda: window.document.pageCount() >= pages)
    window.close()
    assert services.workshops.workshop(prepared).state is WorkshopState.PREPARED
