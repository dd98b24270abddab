"""The window that places pages and the console."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.app import Application
from lqf_workshop_ui.main_window import MainWindow
from tests import builders
from tests.ui.console.lead import button_of, click, type_words


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, services: Services, preferences: Path
) -> Iterator[MainWindow]:
    """The program as it starts."""
    application = Application(qapp, services, preferences)
    made = application.window
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    room = made.room.window
    made.close()
    for one in (room, made):
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_opens_at_home(window: MainWindow) -> None:
    assert window.home_page.isVisible()
    assert window.menu.buttons["home"].isChecked()


@pytest.mark.parametrize("page", ["workshops", "actions", "trends", "library", "settings", "home"])
def test_the_menu_shows_its_page(window: MainWindow, page: str) -> None:
    click(window.menu.buttons[page])
    assert getattr(window, f"{page}_page").isVisible()
    assert [name for name, b in window.menu.buttons.items() if b.isChecked()] == [page]


def test_home_leads_to_the_actions_to_look_at_again(window: MainWindow, services: Services) -> None:
    made = builders.prepare(services, builders.plan(held_on=builders.day(-15)))
    services.actions.agree(services.actions.draft(made, what="Ask every family"))
    window.home_page.asked_looks.emit()
    assert window.actions_page.isVisible()
    assert window.actions_page.which.choice == "look"
    assert window.actions_page.detail.head.what.text() == "Ask every family"


def test_the_decks_are_a_part_of_the_library(window: MainWindow) -> None:
    click(window.menu.buttons["library"])
    click(window.library_page.decks_button)
    assert window.decks_page.isVisible()
    assert window.menu.buttons["library"].isChecked()
    click(window.decks_page.column.back_button)
    assert window.library_page.isVisible()


def test_closing_saves_a_card_that_is_being_typed(window: MainWindow, services: Services) -> None:
    window.show_decks()
    click(window.decks_page.editor.copy_button)
    type_words(window.decks_page.editor.form.title, " again")
    window.close()
    assert services.decks.decks()[1].cards[0].title == "The rota that eats itself again"


def test_a_workshop_starts_in_the_console(window: MainWindow, prepared: WorkshopId) -> None:
    window.home_page.asked_run.emit(prepared)
    assert window.running
    assert window.console.isVisible()
    assert window.console.hasFocus()


def test_a_workshop_that_is_gone_is_explained_and_home_stays(window: MainWindow) -> None:
    window.run_workshop(99)
    assert not window.running
    assert window.message_bar.text() == "This workshop is no longer in the library."


def test_a_workshop_without_steps_is_explained_and_home_stays(
    window: MainWindow, services: Services, prepared: WorkshopId
) -> None:
    services.workshops.change_steps(prepared, [])
    window.run_workshop(prepared)
    assert not window.running
    assert "This workshop has no steps yet" in window.message_bar.text()


def test_starting_takes_an_old_message_away(window: MainWindow, prepared: WorkshopId) -> None:
    window.run_workshop(99)
    window.run_workshop(prepared)
    assert window.message_bar.text() == ""


def test_what_is_told_as_a_workshop_starts_stays_on_show(
    window: MainWindow, services: Services
) -> None:
    close = StepKind.CLOSE
    late = builders.prepare(services, builders.plan(held_on=builders.day(30)), close)
    early = builders.prepare(services, builders.plan(), close)
    services.actions.agree(services.actions.draft(early, what="Ask every family"))
    window.run_workshop(late)
    assert window.message_bar.text().startswith("1 action is still open from last time")


def test_leaving_the_console_shows_what_the_workshop_came_to(
    window: MainWindow, prepared: WorkshopId
) -> None:
    window.run_workshop(prepared)
    click(window.console.header.leave)
    assert not window.running
    assert window.results_page.isVisible()


def test_a_prepared_workshop_opens_its_plan_and_a_begun_one_its_results(
    window: MainWindow, services: Services, prepared: WorkshopId
) -> None:
    window.open_workshop(prepared)
    assert window.prepare_page.isVisible()
    builders.begin(services, prepared)
    window.open_workshop(prepared)
    assert window.results_page.isVisible()


def test_a_new_workshop_is_prepared_on_its_page(window: MainWindow) -> None:
    window.home_page.asked_new.emit()
    assert window.prepare_page.isVisible()


def test_closing_saves_what_is_being_typed_and_takes_the_rooms_window_down(
    window: MainWindow, services: Services, prepared: WorkshopId
) -> None:
    window.run_workshop(prepared)
    notes = window.console.side.notes
    notes.setFocus()
    type_words(notes, "Slow down here")
    assert window.room.showing
    window.close()
    assert not window.room.showing
    kept = services.meetings.read(prepared).notes_of(NoteKind.PRIVATE)
    assert [note.text for note in kept] == ["Slow down here"]


def test_keys_of_a_run_do_nothing_on_the_pages(
    window: MainWindow, services: Services, prepared: WorkshopId
) -> None:
    window.run_workshop(prepared)
    click(window.console.header.leave)
    before = services.meetings.read(prepared).at
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert services.meetings.read(prepared).at == before


def test_home_offers_to_continue_a_workshop_that_was_left(
    window: MainWindow, prepared: WorkshopId
) -> None:
    window.run_workshop(prepared)
    click(window.console.header.leave)
    click(window.menu.buttons["home"])
    click(button_of(window.home_page, "Continue Rowan House"))
    assert window.running
