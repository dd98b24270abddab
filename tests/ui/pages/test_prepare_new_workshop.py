"""Preparing a new workshop: choose a plan, say who comes, and keep what was typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.workshop import WorkshopPlan, WorkshopState
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.prepare.details_form import DetailsForm
from lqf_workshop_ui.pages.prepare.new_workshop import NewWorkshop
from lqf_workshop_ui.pages.prepare_page import PreparePage
from lqf_workshop_ui.problems import Problems
from tests import builders
from tests.builders import TODAY, day


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
    page.prepare_new()
    return page


@pytest.fixture
def new(page: PreparePage) -> NewWorkshop:
    return page.new


@pytest.fixture
def form(new: NewWorkshop) -> DetailsForm:
    return new.details.form


def choose(new: NewWorkshop, name: str) -> None:
    """Press the card of a plan."""
    card = next(c for c in new.templates.cards if c.accessibleName().startswith(name))
    card.click()


def type_into(field: QWidget, text: str) -> None:
    """Type text as a person would, replacing what is there."""
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)
    line.editingFinished.emit()


def stored(services: Services) -> WorkshopPlan:
    """Return the plan of the only workshop in the library."""
    (line,) = services.lists.workshops(5)
    return services.workshops.workshop(line.id).plan


def test_there_is_a_card_for_each_plan_and_a_blank_one(new: NewWorkshop) -> None:
    said = [card.accessibleName() for card in new.templates.cards]
    assert said == [
        "60-minute workshop, 60 minutes, 3 dimensions rated",
        "90-minute workshop, 90 minutes, 5 dimensions rated",
        "180-minute workshop, 180 minutes, 7 dimensions rated",
        "Follow-up review, 45 minutes, 2 dimensions rated",
        "Ratings only, 30 minutes, 5 dimensions rated",
        "One-issue clinic, 60 minutes, No dimension rated",
        "One method, one hour, 60 minutes, No dimension rated",
        "Blank, 10 minutes, No dimension rated",
    ]
    assert not new.prepare_button.isVisible()


def test_a_workshop_is_prepared_by_keyboard_alone(
    qtbot: QtBot, page: PreparePage, new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    cards = new.templates.cards
    qtbot.waitUntil(cards[0].hasFocus)
    QTest.keyClick(cards[0], Qt.Key.Key_Right)
    assert cards[1].hasFocus()
    QTest.keyClick(cards[1], Qt.Key.Key_Return)
    assert form.team.hasFocus()
    QTest.keyClicks(form.team, "Night team")
    QTest.keyClick(form.team, Qt.Key.Key_Tab)
    assert form.day.hasFocus()
    form.headcount.setFocus()
    QTest.keyClicks(form.headcount, "11")
    QTest.keyClick(form.headcount, Qt.Key.Key_Tab)
    assert form.votes_too.hasFocus()
    QTest.keyClick(form.votes_too, Qt.Key.Key_Space)
    new.prepare_button.setFocus()
    QTest.keyClick(new.prepare_button, Qt.Key.Key_Space)
    plan = stored(services)
    assert (plan.team, plan.headcount, plan.facilitator_votes) == ("Night team", 11, True)
    assert plan.held_on == TODAY
    assert plan.dimensions == ("PQ", "WO", "MS", "IS", "SD")
    assert page.plan.isVisible()
    assert page.plan.model.total == 90


def test_the_tab_key_goes_through_every_field_in_reading_order(
    new: NewWorkshop, form: DetailsForm
) -> None:
    choose(new, "60-minute")
    wanted: list[QWidget] = [form.team, form.day, form.headcount, form.votes_too, form.place]
    wanted += [form.provider, form.facilitator, *form.roles.numbers.values()]
    wanted += [new.details.edition.buttons["lqf-classic"]]
    wanted += [*new.details.dimensions.boxes.values(), new.details.ways.fold.button]
    wanted += [new.prepare_button]
    visited = [form.team.window().focusWidget()]
    while len(visited) < 40 and visited[-1] is not new.prepare_button:
        QTest.keyClick(visited[-1] or form, Qt.Key.Key_Tab)
        if form.window().focusWidget() not in visited:
            visited.append(form.window().focusWidget())
    assert visited == wanted


def test_everything_that_was_filled_in_is_stored(
    new: NewWorkshop, form: DetailsForm, services: Services, looks: Looks
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team, Rowan House")
    form.day.show_day(day(3))
    type_into(form.headcount, "11")
    type_into(form.place, "Dining room")
    type_into(form.provider, "Rowan Care")
    type_into(form.facilitator, "Sam")
    form.roles.numbers["FW"].setValue(7)
    form.roles.numbers["OL"].setValue(1)
    new.details.dimensions.boxes["MS"].click()
    new.details.dimensions.boxes["CV"].click()
    new.prepare_button.click()
    plan = stored(services)
    assert plan == WorkshopPlan(
        team="Night team, Rowan House",
        held_on=day(3),
        headcount=11,
        place="Dining room",
        facilitator="Sam",
        provider="Rowan Care",
        facilitator_votes=False,
        role_mix={"FW": 7, "OL": 1},
        edition_code="lqf-classic",
        dimensions=("PQ", "WO", "CV"),
    )
    assert (looks.preferences.provider, looks.preferences.facilitator) == ("Rowan Care", "Sam")


def test_the_organisation_and_the_name_are_remembered(
    page: PreparePage, new: NewWorkshop, form: DetailsForm, looks: Looks
) -> None:
    looks.choose(provider="Rowan Care", facilitator="Sam")
    page.prepare_new()
    choose(new, "60-minute")
    assert (form.provider.text(), form.facilitator.text()) == ("Rowan Care", "Sam")


def test_the_agenda_comes_from_the_chosen_plan(
    page: PreparePage, new: NewWorkshop, form: DetailsForm
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team")
    type_into(form.headcount, "11")
    new.details.dimensions.boxes["MS"].click()
    new.prepare_button.click()
    titles = [step.plan.title for step in page.plan.model.steps]
    assert "Rate 2 dimensions" in titles
    assert page.plan.agenda.time.sentence.text() == "60 of 60 minutes: just right"


def test_a_blank_plan_has_a_welcome_and_a_close(
    page: PreparePage, new: NewWorkshop, form: DetailsForm
) -> None:
    choose(new, "Blank")
    assert not new.details.dimensions.isVisible()
    assert new.details.no_rating.isVisible()
    type_into(form.team, "Night team")
    type_into(form.headcount, "11")
    new.prepare_button.click()
    kinds = [step.plan.kind for step in page.plan.model.steps]
    assert kinds == [StepKind.WELCOME, StepKind.CLOSE]
    assert page.plan.agenda.time.sentence.text() == "10 of 60 minutes: 50 to spare"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "type a number from 3 to 30"),
        ("abc", "type a number from 3 to 30"),
        ("0", "0 was typed"),
        ("31", "31 was typed"),
        ("eleven", "type a number from 3 to 30"),
    ],
)
def test_a_wrong_headcount_is_explained_beside_the_field_and_stays_in_it(
    new: NewWorkshop, form: DetailsForm, services: Services, typed: str, said: str
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team")
    if typed:
        type_into(form.headcount, typed)
    new.prepare_button.click()
    field = form.fields["headcount"]
    assert said in field.problem.text()
    assert field.problem.isVisible()
    assert form.headcount.text() == typed
    assert form.headcount.hasFocus()
    assert form.headcount.accessibleDescription() == field.problem.text()
    assert services.lists.count() == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "please fill this in"),
        ("   ", "please fill this in"),
        ("\x07\x1b", "please fill this in"),
        ("W" * 10_000, "10,000 characters long"),
    ],
    ids=["empty", "spaces", "control", "ten thousand"],
)
def test_a_wrong_team_is_explained_beside_the_field_and_stays_in_it(
    new: NewWorkshop, form: DetailsForm, services: Services, typed: str, said: str
) -> None:
    choose(new, "60-minute")
    form.team.setEditText(typed)
    type_into(form.headcount, "11")
    new.prepare_button.click()
    assert said in form.fields["team"].problem.text()
    assert form.team.currentText() == typed
    assert services.lists.count() == 0


@pytest.mark.parametrize("team", ["🌻 Sunflower", "صيانة الفريق", "עברית", "<b>Bold</b> & co"])
def test_any_script_is_a_name(
    page: PreparePage, new: NewWorkshop, form: DetailsForm, services: Services, team: str
) -> None:
    choose(new, "60-minute")
    form.team.setEditText(team)
    type_into(form.headcount, "11")
    new.prepare_button.click()
    assert stored(services).team == team
    assert page.plan.head.team.text() == team


def test_the_year_1900_is_explained(
    new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team")
    type_into(form.headcount, "11")
    form.day.show_day(date(1900, 1, 1))
    new.prepare_button.click()
    assert "between 2000 and 2099" in form.fields["held_on"].problem.text()
    assert form.day.day == date(1900, 1, 1)
    assert services.lists.count() == 0
    form.day.show_day(day(1))
    new.prepare_button.click()
    assert stored(services).held_on == day(1)


def test_a_complaint_goes_as_soon_as_it_is_put_right(
    qtbot: QtBot, new: NewWorkshop, form: DetailsForm
) -> None:
    choose(new, "60-minute")
    type_into(form.headcount, "31")
    assert form.fields["headcount"].problem.isVisible()
    form.headcount.clear()
    QTest.keyClicks(form.headcount, "30")
    qtbot.waitUntil(lambda: not form.fields["headcount"].problem.isVisible())


def test_nothing_is_said_about_a_field_nobody_has_come_to_yet(
    new: NewWorkshop, form: DetailsForm
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team")
    assert not any(field.problem.text() for field in form.fields.values())


def test_a_rating_needs_at_least_one_dimension(
    new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    choose(new, "Ratings only")
    type_into(form.team, "Night team")
    type_into(form.headcount, "11")
    for box in new.details.dimensions.boxes.values():
        box.setChecked(False)
    new.prepare_button.click()
    assert new.details.dimensions.problem.text() == "Choose at least one dimension to rate."
    assert services.lists.count() == 0


def test_too_many_dimensions_for_the_time_are_noticed(new: NewWorkshop) -> None:
    choose(new, "60-minute")
    dimensions = new.details.dimensions
    assert dimensions.note.text() == "3 dimensions in 8 minutes."
    for code in ("IS", "SD"):
        dimensions.boxes[code].click()
    assert "That is tight" in dimensions.note.text()


def test_senior_dimensions_say_so(new: NewWorkshop) -> None:
    choose(new, "60-minute")
    boxes = new.details.dimensions.boxes
    assert boxes["CV"].text() == "Creating the vision (mainly senior staff)"
    assert "senior" not in boxes["PQ"].text()


def test_the_edition_with_names_only_says_so(
    new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    choose(new, "60-minute")
    assert not new.details.edition_note.isVisible()
    new.details.edition.buttons["lqf-2026"].click()
    assert "only the names are used" in new.details.edition_note.text()
    assert set(new.details.dimensions.boxes) == {"CV", "SD", "MS", "IS", "DS"}
    type_into(form.team, "Night team")
    type_into(form.headcount, "11")
    new.prepare_button.click()
    assert stored(services).edition_code == "lqf-2026"


def test_a_known_team_fills_in_what_it_had_last_time(
    page: PreparePage, new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    last = builders.plan("Night team", held_on=day(-40), facilitator_votes=True, role_mix={"FW": 8})
    builders.prepare(services, last)
    page.prepare_new()
    choose(new, "60-minute")
    assert form.team.itemText(0) == "Night team"
    form.team.setEditText("night TEAM")
    form.team.line.editingFinished.emit()
    assert form.place.text() == "Dining room"
    assert form.headcount.text() == "11"
    assert form.votes_too.isChecked()
    assert form.roles.mix == {"FW": 8}
    assert form.day.day == TODAY
    assert "Filled in from the workshop of 16 Oct" in form.fields["team"].hint.text()


def test_of_two_teams_with_one_name_the_organisation_says_which_is_meant(
    page: PreparePage, new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    for provider, place in (("Oak Care", "Oak room"), ("Elm House", "Elm room")):
        builders.prepare(services, builders.plan("Night team", provider=provider, place=place))
    page.prepare_new()
    choose(new, "60-minute")
    names = {form.team.itemText(row) for row in range(form.team.count())}
    assert names == {"Night team (Oak Care)", "Night team (Elm House)"}
    form.team.setEditText("night team")
    form.team.line.editingFinished.emit()
    assert form.place.text() == ""
    assert "Which organisation is it" in form.fields["team"].hint.text()
    type_into(form.provider, "elm house")
    assert form.place.text() == "Elm room"
    form.team.setEditText("Night team (Oak Care)")
    form.team.line.editingFinished.emit()
    assert (form.team.currentText(), form.provider.text()) == ("Night team", "Oak Care")
    assert form.place.text() == "Oak room"


def test_what_was_typed_already_is_not_filled_over(
    page: PreparePage, new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    builders.prepare(services, builders.plan("Night team"))
    page.prepare_new()
    choose(new, "60-minute")
    type_into(form.place, "Garden room")
    type_into(form.headcount, "7")
    type_into(form.team, "Night team")
    assert form.place.text() == "Garden room"
    assert form.headcount.text() == "7"


def test_going_back_keeps_what_was_typed(
    qtbot: QtBot, page: PreparePage, new: NewWorkshop, form: DetailsForm
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team")
    new.back_button.click()
    assert new.templates.isVisible()
    choose(new, "90-minute")
    assert form.team.currentText() == "Night team"
    new.back_button.click()
    with qtbot.waitSignal(page.left):
        new.back_button.click()


def test_another_new_workshop_begins_empty(
    page: PreparePage, new: NewWorkshop, form: DetailsForm
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team")
    type_into(form.headcount, "99")
    new.prepare_button.click()
    page.prepare_new()
    choose(new, "60-minute")
    assert form.team.currentText() == ""
    assert form.headcount.text() == ""
    assert not any(field.problem.text() for field in form.fields.values())


def test_every_control_has_a_name_for_a_screen_reader(new: NewWorkshop, form: DetailsForm) -> None:
    choose(new, "60-minute")
    for kind in (QLineEdit, QComboBox, QPushButton):
        for control in new.findChildren(kind):
            if control.isVisible() and control.objectName() != "qt_spinbox_lineedit":
                assert control.accessibleName(), control


def test_a_prepared_workshop_waits_to_be_started(
    qtbot: QtBot, page: PreparePage, new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team")
    type_into(form.headcount, "11")
    new.prepare_button.click()
    (line,) = services.lists.workshops(5)
    assert line.state is WorkshopState.PREPARED
    with qtbot.waitSignal(page.asked_run) as asked:
        page.plan.head.run_button.click()
    assert asked.args == [line.id]


def test_everything_fits_the_smallest_window_in_every_theme(
    page: PreparePage, new: NewWorkshop, form: DetailsForm, looks: Looks
) -> None:
    page.resize(964, 600)
    for theme in ("dark", "contrast", "light"):
        looks.choose(theme=theme)
        choose(new, "60-minute")
        form.team.setEditText("W" * 10_000)
        assert new.details.mapTo(page, new.details.rect().bottomRight()).x() <= 964
        new.back_button.click()


def test_more_ways_to_rate_are_stored_and_come_back_for_the_team(
    new: NewWorkshop, form: DetailsForm, services: Services
) -> None:
    choose(new, "60-minute")
    type_into(form.team, "Night team")
    type_into(form.headcount, "12")
    ways = new.details.ways
    ways.fold.unfold()
    ways.depths["WO"].setCurrentIndex(1)
    ways.by_level.click()
    ways.comments.click()
    assert "3 dimensions, 7 votes in 8 minutes" in new.details.dimensions.note.text()
    new.prepare_button.click()
    plan = stored(services)
    assert plan.depths == {"WO": Depth.BOTH}
    assert (plan.by_level, plan.comments) == (True, True)
    latest = services.workshops.latest_plan("night TEAM")
    assert latest is not None
    assert latest.depths == {"WO": Depth.BOTH}
