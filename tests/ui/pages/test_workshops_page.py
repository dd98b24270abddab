"""The Workshops page: find, open, start and delete, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.workshop_list import PAGE, WorkshopList
from lqf_workshop_ui.pages.workshops_page import WorkshopsPage
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.confirm import Confirm
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
) -> WorkshopsPage:
    page = WorkshopsPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    return page


@pytest.fixture
def open_page(qtbot: QtBot, page: WorkshopsPage) -> Callable[[], WorkshopsPage]:
    def opened() -> WorkshopsPage:
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.refresh()
        return page

    return opened


def prepare_teams(services: Services, count: int) -> None:
    """Prepare so many workshops, the newest first in the list."""
    for n in range(count):
        plan = builders.plan(f"Team {n:03d}", held_on=day(-n))
        builders.prepare(services, plan, StepKind.WELCOME)


def titles(page: WorkshopsPage) -> list[str]:
    """Return the teams in the list."""
    return [str(page.model.index(n, 0).data()) for n in range(page.model.rowCount())]


def question(qtbot: QtBot) -> Confirm:
    """Return the question that is on the screen."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, Confirm)
    return asked


def test_only_the_first_page_is_fetched_and_more_when_scrolled(
    qtbot: QtBot, open_page: Callable[[], WorkshopsPage], services: Services
) -> None:
    prepare_teams(services, 2 * PAGE + 7)
    page = open_page()
    assert page.model.rowCount() == PAGE
    assert page.count.text() == "107 workshops"
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    reached = bar.value()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2 * PAGE and bar.maximum() > reached)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: page.model.rowCount() == 2 * PAGE + 7)
    assert not page.model.canFetchMore()


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, services: Services) -> None:
    prepare_teams(services, PAGE + 3)
    model = WorkshopList(services.lists, lambda: TODAY)
    model.refresh()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.fetchMore()
    assert model.rowCount() == PAGE + 3
    assert model.rowCount(model.index(0, 0)) == 0
    assert not model.data(QModelIndex())


def test_typing_finds_workshops_by_team_and_place(
    qtbot: QtBot, open_page: Callable[[], WorkshopsPage], services: Services
) -> None:
    builders.prepare(services, builders.plan("Night team", place="Rowan House"))
    builders.prepare(services, builders.plan("Day team", place="Eastfield"))
    page = open_page()
    QTest.keyClicks(page.search, "ROWAN night")
    qtbot.waitUntil(lambda: titles(page) == ["Night team"])
    assert page.count.text() == "1 workshop found"
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


@pytest.mark.parametrize("typed", ["zzz", "%", "_", "' OR 1=1 --", "\x07", "W" * 10_000])
def test_words_that_are_nowhere_are_explained(
    qtbot: QtBot, open_page: Callable[[], WorkshopsPage], prepared: WorkshopId, typed: str
) -> None:
    page = open_page()
    page.search.setText(typed)
    qtbot.waitUntil(lambda: page.nothing.isVisible())
    assert page.nothing.heading.text() == "No workshop found"
    assert page.search.text() == typed
    page.clear_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.list.isVisible()


def test_an_empty_library_says_what_to_do(open_page: Callable[[], WorkshopsPage]) -> None:
    page = open_page()
    assert page.nothing.heading.text() == "No workshops yet"
    assert "New workshop" in page.nothing.sentence.text()
    assert not page.search.isEnabled()
    assert not page.clear_button.isVisible()


def test_the_keyboard_goes_from_the_search_to_the_list_and_opens(
    qtbot: QtBot, open_page: Callable[[], WorkshopsPage], services: Services
) -> None:
    prepare_teams(services, 3)
    page = open_page()
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.bar.team.text() == "Team 001"
    chosen = page.chosen
    assert chosen is not None
    with qtbot.waitSignal(page.asked_open) as asked:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == [chosen.id]


def test_ctrl_f_comes_back_to_the_search(
    qtbot: QtBot, open_page: Callable[[], WorkshopsPage], prepared: WorkshopId
) -> None:
    page = open_page()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.search.hasFocus)


def test_the_bar_offers_what_fits_the_chosen_workshop(
    qtbot: QtBot, open_page: Callable[[], WorkshopsPage], services: Services
) -> None:
    number = builders.prepare(services, builders.plan("Night team"))
    page = open_page()
    assert not page.bar.isVisible()
    page.list.setCurrentIndex(page.model.index(0, 0))
    assert page.bar.run_button.text() == "Start"
    with qtbot.waitSignal(page.asked_run) as asked:
        page.bar.run_button.click()
    assert asked.args == [number]
    builders.begin(services, number)
    qtbot.waitUntil(lambda: page.bar.run_button.text() == "Continue")
    services.runs.finish(number)
    qtbot.waitUntil(lambda: not page.bar.run_button.isVisible())
    with qtbot.waitSignal(page.asked_open):
        page.bar.open_button.click()


def test_delete_asks_first_and_says_what_goes(
    qtbot: QtBot,
    open_page: Callable[[], WorkshopsPage],
    services: Services,
    prepared: WorkshopId,
) -> None:
    page = open_page()
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    asked = question(qtbot)
    assert "This deletes its votes, notes and actions for good." in asked.sentence.text()
    assert "Rowan House, Wednesday 25 November 2026" in asked.sentence.text()
    assert asked.no_button.isDefault()
    asked.no_button.click()
    assert services.lists.count() == 1


def test_a_deleted_workshop_is_gone_and_the_next_one_is_chosen(
    qtbot: QtBot,
    open_page: Callable[[], WorkshopsPage],
    services: Services,
    problems: Problems,
) -> None:
    prepare_teams(services, 3)
    page = open_page()
    page.list.setCurrentIndex(page.model.index(1, 0))
    page.bar.delete_button.click()
    with qtbot.waitSignal(problems.told) as told:
        question(qtbot).yes_button.click()
    assert told.args == ["The workshop is deleted.", False]
    qtbot.waitUntil(lambda: titles(page) == ["Team 000", "Team 002"])
    assert page.bar.team.text() == "Team 002"


def test_a_change_elsewhere_keeps_the_choice_and_the_place(
    qtbot: QtBot, open_page: Callable[[], WorkshopsPage], services: Services
) -> None:
    prepare_teams(services, 40)
    page = open_page()
    page.list.setCurrentIndex(page.model.index(20, 0))
    scrolled = page.list.verticalScrollBar().value()
    builders.prepare(services, builders.plan("Newest", held_on=day(1)))
    qtbot.waitUntil(lambda: page.model.rowCount() == 41)
    assert page.bar.team.text() == "Team 020"
    assert page.list.verticalScrollBar().value() == scrolled


def test_a_hidden_page_reads_only_when_it_comes_up(
    qtbot: QtBot, open_page: Callable[[], WorkshopsPage], services: Services
) -> None:
    page = open_page()
    page.hide()
    prepare_teams(services, 2)
    qtbot.wait(30)
    assert page.model.rowCount() == 0
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_every_row_is_said_in_one_sentence(
    open_page: Callable[[], WorkshopsPage], prepared: WorkshopId
) -> None:
    page = open_page()
    said = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Rowan House, Wednesday 25 November 2026. "
        "Ready for today · 11 people · 55 minutes · Dining room"
    )


def test_rows_are_painted_in_every_theme(
    open_page: Callable[[], WorkshopsPage], services: Services, looks: Looks
) -> None:
    builders.prepare(services, builders.plan("🌻 صيانة " + "W" * 120))
    page = open_page()
    page.list.setCurrentIndex(page.model.index(0, 0))
    for theme in ("dark", "contrast", "light"):
        looks.choose(theme=theme)
        assert not page.grab().isNull()
