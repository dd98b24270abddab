"""The Home page: what a person sees on starting the program, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.action import ActionText, Source, SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.follow_up import Look
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.home_page import HomePage
from lqf_workshop_ui.problems import Problems
from tests import builders
from tests.builders import FixedClock, day


@pytest.fixture
def home(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> HomePage:
    page = HomePage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    return page


@pytest.fixture
def open_home(qtbot: QtBot, home: HomePage) -> Callable[[], HomePage]:
    def opened() -> HomePage:
        home.show()
        home.activateWindow()
        qtbot.waitUntil(lambda: home.isActiveWindow() and not home.stale)
        return home

    return opened


def agree(services: Services, workshop_id: int, what: str, due: date | None) -> int:
    """Agree an action; the due date may be in the past."""
    action = services.actions.draft(workshop_id, Source(SourceKind.DIMENSION, "WO"))
    services.actions.write(action, ActionText(what=what, owner="Senior on nights"))
    services.actions.agree(action)
    services.actions.write(action, ActionText(what=what, owner="Senior on nights", due=due))
    return action


def test_it_is_shown_before_anything_is_read(home: HomePage) -> None:
    home.show()
    assert home.stale
    assert home.greeting.text() == "Welcome"


def test_the_greeting_goes_with_the_time_of_day(
    open_home: Callable[[], HomePage], clock: FixedClock
) -> None:
    home = open_home()
    assert home.greeting.text() == "Good morning"
    clock.forward(4 * 3600)
    home.refresh()
    assert home.greeting.text() == "Good afternoon"
    clock.forward(5 * 3600)
    home.refresh()
    assert home.greeting.text() == "Good evening"


def test_a_first_start_offers_a_new_workshop_and_a_sample(
    qtbot: QtBot, open_home: Callable[[], HomePage]
) -> None:
    home = open_home()
    assert home.first.isVisible()
    assert not home.rows.isVisible()
    assert not home.find_button.isVisible()
    with qtbot.waitSignal(home.asked_new):
        home.first.new_button.click()


def test_the_sample_fills_the_library_and_home_shows_it(
    qtbot: QtBot, open_home: Callable[[], HomePage], problems: Problems
) -> None:
    home = open_home()
    with qtbot.waitSignals([home.first.sample.ended, problems.told], timeout=60_000) as told:
        home.first.sample.sample_button.click()
        assert home.first.sample.filling
        assert home.first.sample.cancel_button.isVisible()
        assert not home.first.new_button.isEnabled()
    assert told.signal_triggered
    qtbot.waitUntil(lambda: home.rows.isVisible() and len(home.rows.rows) == 8)
    assert not home.first.isVisible()
    assert home.rows.see_all.text() == "See 4 more workshops"


def test_a_cancelled_sample_leaves_the_library_empty(
    qtbot: QtBot, open_home: Callable[[], HomePage], services: Services
) -> None:
    home = open_home()
    with qtbot.waitSignal(home.first.sample.ended, timeout=60_000):
        home.first.sample.sample_button.click()
        home.first.sample.cancel_button.click()
    assert services.lists.count() == 0
    assert home.first.sample.sample_button.isVisible()


def test_a_workshop_under_way_waits_to_be_continued(
    qtbot: QtBot,
    open_home: Callable[[], HomePage],
    running: WorkshopId,
    clock: FixedClock,
) -> None:
    clock.forward(20 * 60)
    home = open_home()
    (strip,) = home.strips.strips
    assert strip.team.text() == "Rowan House"
    assert strip.sentence.text() == "Stopped 20 minutes ago at “Welcome”. Everything is saved."
    with qtbot.waitSignal(home.asked_run) as asked:
        strip.go_on.click()
    assert asked.args == [running]


def test_a_prepared_workshop_is_started_from_its_row(
    qtbot: QtBot, open_home: Callable[[], HomePage], prepared: WorkshopId
) -> None:
    home = open_home()
    (row,) = home.rows.rows
    assert "Ready for today · 11 people · 55 minutes" in row.accessibleName()
    assert row.beside is not None
    with qtbot.waitSignal(home.asked_run) as asked:
        QTest.mouseClick(row.beside, Qt.MouseButton.LeftButton)
    assert asked.args == [prepared]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_row_opens_by_keyboard(
    qtbot: QtBot, open_home: Callable[[], HomePage], prepared: WorkshopId, key: Qt.Key
) -> None:
    home = open_home()
    with qtbot.waitSignal(home.asked_open) as asked:
        QTest.keyClick(home.rows.rows[0], key)
    assert asked.args == [prepared]


def test_a_row_opens_with_a_click(
    qtbot: QtBot, open_home: Callable[[], HomePage], prepared: WorkshopId
) -> None:
    home = open_home()
    with qtbot.waitSignal(home.asked_open) as asked:
        QTest.mouseClick(home.rows.rows[0], Qt.MouseButton.LeftButton)
    assert asked.args == [prepared]


def test_a_finished_workshop_says_what_became_of_its_actions(
    open_home: Callable[[], HomePage], services: Services, running: WorkshopId
) -> None:
    agree(services, running, "Ring the GP", day(5))
    services.runs.finish(running)
    home = open_home()
    assert "Done · 11 people · 1 action going on" in home.rows.rows[0].accessibleName()


def test_late_actions_come_first_and_say_so_in_words(
    qtbot: QtBot, open_home: Callable[[], HomePage], services: Services, prepared: WorkshopId
) -> None:
    agree(services, prepared, "Write the welcome card", None)
    agree(services, prepared, "Try the huddle", day(5))
    agree(services, prepared, "Ring the GP", day(-3))
    home = open_home()
    said = [(card.when.text(), card.what.text()) for card in home.due.cards]
    assert said == [
        ("3 days late", "Ring the GP"),
        ("By Monday", "Try the huddle"),
        ("No date yet", "Write the welcome card"),
    ]
    assert home.due.cards[0].when.property("role") == "warm"
    assert home.due.cards[1].when.property("role") == "accent"
    assert "Senior on nights · Rowan House" in home.due.cards[0].who.text()
    assert "from Working with others" in home.due.cards[0].who.text()
    with qtbot.waitSignal(home.asked_page) as asked:
        home.due.cards[0].click()
    assert asked.args == ["actions"]


def test_no_more_than_eight_rows_and_five_actions_are_shown(
    open_home: Callable[[], HomePage], services: Services
) -> None:
    for n in range(20):
        number = builders.prepare(services, builders.plan(f"Team {n}"), StepKind.WELCOME)
        agree(services, number, f"Action {n}", day(n))
    home = open_home()
    assert len(home.rows.rows) == 8
    assert home.rows.see_all.text() == "See 12 more workshops"
    assert len(home.due.cards) == 5
    assert home.due.see_all.isVisible()


def test_actions_whose_time_has_come_ask_to_be_looked_at_again(
    qtbot: QtBot, open_home: Callable[[], HomePage], services: Services
) -> None:
    made = builders.prepare(services, builders.plan(held_on=day(-15)))
    agree(services, made, "Try the huddle", day(5))
    home = open_home()
    (card,) = home.due.looks
    assert card.when.text() == "Two weeks on · Has it started?"
    assert card.what.text() == "Try the huddle"
    assert not home.due.again.isHidden()
    services.follow_up.say(services.lists.looks_due(1)[0].one.action.id, "Yes.", Look.STARTED)
    qtbot.waitUntil(lambda: home.due.looks == [])
    assert home.due.again.isHidden()


def test_a_look_that_is_due_leads_to_those_actions(
    qtbot: QtBot, open_home: Callable[[], HomePage], services: Services
) -> None:
    made = builders.prepare(services, builders.plan(held_on=day(-3)))
    action = agree(services, made, "Try the huddle", day(5))
    services.actions.write(action, ActionText("Try the huddle", review_on=day(-1)))
    (card,) = open_home().due.looks
    assert card.when.text() == "Look again · How is it going?"
    with qtbot.waitSignal(open_home().asked_looks):
        card.click()


def test_without_actions_the_column_says_what_would_be_there(
    open_home: Callable[[], HomePage], prepared: WorkshopId
) -> None:
    home = open_home()
    assert home.due.nothing.isVisible()
    assert "Actions that a team agrees" in home.due.nothing.sentence.text()


def test_find_leads_to_the_search_by_button_and_by_key(
    qtbot: QtBot, open_home: Callable[[], HomePage], prepared: WorkshopId
) -> None:
    home = open_home()
    with qtbot.waitSignal(home.asked_page) as asked:
        home.find_button.click()
    assert asked.args == ["workshops"]
    home.rows.rows[0].setFocus()
    with qtbot.waitSignal(home.asked_page) as asked:
        QTest.keyClick(home.rows.rows[0], Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["workshops"]


def test_a_change_is_shown_at_once_while_home_is_up(
    qtbot: QtBot, open_home: Callable[[], HomePage], services: Services, prepared: WorkshopId
) -> None:
    home = open_home()
    builders.prepare(services, builders.plan("Day team"))
    qtbot.waitUntil(lambda: len(home.rows.rows) == 2)


def test_a_hidden_home_only_notes_a_change_and_reads_when_it_comes_up(
    qtbot: QtBot, open_home: Callable[[], HomePage], services: Services, prepared: WorkshopId
) -> None:
    home = open_home()
    home.hide()
    builders.prepare(services, builders.plan("Day team"))
    qtbot.wait(30)
    assert home.stale
    assert len(home.rows.rows) == 1
    home.show()
    qtbot.waitUntil(lambda: len(home.rows.rows) == 2)


def test_the_keyboard_stays_on_its_row_when_the_rows_are_redrawn(
    qtbot: QtBot, open_home: Callable[[], HomePage], services: Services, prepared: WorkshopId
) -> None:
    home = open_home()
    home.rows.rows[0].setFocus()
    builders.prepare(services, builders.plan("Day team"))
    qtbot.waitUntil(lambda: len(home.rows.rows) == 2)
    kept = next(row for row in home.rows.rows if row.line.id == prepared)
    assert kept.hasFocus()


@pytest.mark.parametrize(
    "name",
    ["W" * 160, "🌻" * 100, "صيانة الفريق الليلي", "O’Brien <b>& sons</b>", "Nachtschicht, Köln"],
    ids=["long", "emoji", "right to left", "markup", "umlaut"],
)
def test_any_name_fits_and_is_shown_as_typed(
    open_home: Callable[[], HomePage], services: Services, name: str
) -> None:
    number = builders.prepare(services, builders.plan(name))
    builders.begin(services, number)
    agree(services, number, name, day(1))
    home = open_home()
    assert home.strips.strips[0].team.text() == name
    assert home.due.cards[0].what.text().replace("\u200b", "")[:100] == name[:100]
    for widget in (home.strips, home.rows, home.due):
        assert widget.geometry().right() <= home.width()


def test_the_tab_key_goes_from_top_to_bottom(
    open_home: Callable[[], HomePage], services: Services, running: WorkshopId
) -> None:
    agree(services, running, "Ring the GP", day(-3))
    home = open_home()
    home.find_button.setFocus()
    visited: list[QWidget | None] = [home.find_button]
    for _step in range(4):
        QTest.keyClick(home.focusWidget() or home, Qt.Key.Key_Tab)
        visited.append(home.focusWidget())
    assert visited == [
        home.find_button,
        home.new_button,
        home.strips.strips[0].go_on,
        home.rows.rows[0],
        home.due.cards[0],
    ]


def test_a_clock_set_back_does_not_confuse_the_strip(
    open_home: Callable[[], HomePage], running: WorkshopId, clock: FixedClock
) -> None:
    clock.forward(-timedelta(days=2).total_seconds())
    home = open_home()
    assert "a moment ago" in home.strips.strips[0].sentence.text()
