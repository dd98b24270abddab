"""The Actions page: what every team agreed, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.action_list import PAGE
from lqf_workshop_ui.pages.actions_page import ActionsPage
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from tests import builders
from tests.builders import day

Agree = Callable[..., int]


@pytest.fixture
def agree(services: Services, prepared: WorkshopId) -> Agree:
    def agree(
        what: str,
        due: date | None = None,
        *,
        owner: str = "Deputy",
        source: Source = Source(),  # noqa: B008
        workshop_id: int = prepared,
    ) -> int:
        action_id = services.actions.draft(workshop_id, source)
        services.actions.write(action_id, ActionText(what=what, owner=owner, due=due))
        services.actions.set_state(action_id, ActionState.AGREED)
        return action_id

    return agree


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> ActionsPage:
    page = ActionsPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    return page


def rows(page: ActionsPage) -> list[str]:
    model = page.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_without_actions_the_page_says_where_they_come_from(page: ActionsPage) -> None:
    page.show()
    assert page.nothing.isVisible()
    assert page.nothing.heading.text() == "Nothing is waiting"


def test_open_actions_of_all_teams_come_soonest_first(
    page: ActionsPage, services: Services, agree: Agree
) -> None:
    other = builders.prepare(services, builders.plan("Day team"))
    agree("Later", day(20))
    agree("Sooner", day(3), workshop_id=other)
    agree("Some day")
    page.show()
    assert rows(page) == ["Sooner", "Later", "Some day"]
    assert page.detail.head.when.text() == "By Saturday"
    assert "Day team" in page.detail.head.source.text()


def test_a_late_action_says_how_late_in_words(page: ActionsPage, agree: Agree) -> None:
    agree("Ring the GP", day(-3))
    agree("In time", day(3))
    page.show()
    page.which.buttons["late"].click()
    assert rows(page) == ["Ring the GP"]
    assert page.detail.head.when.text() == "3 days late"
    assert page.detail.head.when.property("role") == "warm"
    spoken = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("3 days late. Ring the GP. Deputy · Rowan House")


def test_pressing_done_keeps_the_row_until_another_choice_is_made(
    page: ActionsPage, services: Services, agree: Agree
) -> None:
    agree("Ring the GP", day(3))
    agree("Buy a kettle", day(4))
    page.show()
    page.detail.states.buttons["done"].click()
    assert rows(page) == ["Ring the GP", "Buy a kettle"]
    assert page.detail.head.what.text() == "Ring the GP"
    assert page.detail.head.when.text() == "Done"
    page.which.buttons["closed"].click()
    assert rows(page) == ["Ring the GP"]
    page.which.buttons["open"].click()
    assert rows(page) == ["Buy a kettle"]


def test_what_happened_saves_itself_and_is_there_when_one_comes_back(
    qtbot: QtBot, page: ActionsPage, services: Services, agree: Agree
) -> None:
    first = agree("Ring the GP", day(3))
    agree("Buy a kettle", day(4))
    page.show()
    field = page.detail.happened
    field.setFocus()
    with qtbot.waitSignal(field.saver.saved):
        QTest.keyClicks(field, "Rang on Friday")
    assert page.detail.saved.text() == "Saved"
    assert services.lists.open_actions(5)[0].action.happened == "Rang on Friday"
    page.list.setCurrentIndex(page.model.index(1))
    assert field.toPlainText() == ""
    page.list.setCurrentIndex(page.model.index(page.model.row_of(first)))
    assert field.toPlainText() == "Rang on Friday"


def test_words_typed_just_before_choosing_another_action_go_to_the_right_one(
    page: ActionsPage, services: Services, agree: Agree
) -> None:
    first, second = agree("Ring the GP", day(3)), agree("Buy a kettle", day(4))
    page.show()
    page.detail.learnt.setFocus()
    QTest.keyClicks(page.detail.learnt, "Ask earlier")
    page.list.setCurrentIndex(page.model.index(1))
    learnt = {one.action.id: one.action.learnt for one in services.lists.open_actions(5)}
    assert learnt == {first: "Ask earlier", second: ""}


def test_words_typed_stay_when_the_page_is_left(
    page: ActionsPage, services: Services, agree: Agree
) -> None:
    agree("Ring the GP", day(3))
    page.show()
    page.detail.happened.setFocus()
    QTest.keyClicks(page.detail.happened, "Half a")
    page.hide()
    assert services.lists.open_actions(5)[0].action.happened == "Half a"


def test_too_many_words_are_explained_and_stay_in_the_field(
    qtbot: QtBot, page: ActionsPage, problems: Problems, agree: Agree
) -> None:
    agree("Ring the GP", day(3))
    agree("Buy a kettle", day(4))
    page.show()
    with qtbot.waitSignal(problems.told) as told:
        page.detail.happened.setPlainText("x" * 50_001)
        page.detail.flush()
    assert "50,001 characters" in told.args[0]
    page.list.setCurrentIndex(page.model.index(1))
    assert page.detail.head.what.text() == "Ring the GP"
    assert len(page.detail.happened.toPlainText()) == 50_001
    page.detail.happened.clear()


def test_undo_takes_the_state_back_and_says_so(
    qtbot: QtBot, page: ActionsPage, problems: Problems, services: Services, agree: Agree
) -> None:
    agree("Ring the GP", day(3))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.detail.states.buttons["dropped"].click()
    with qtbot.waitSignal(problems.told) as told:
        QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Taken back: the state of an action.", False]
    assert services.lists.open_actions(5)[0].action.state is ActionState.AGREED
    assert page.detail.states.choice == "agreed"
    with qtbot.waitSignal(problems.told):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(page.list, Qt.Key.Key_Z, both)
    assert page.detail.states.choice == "dropped"


def test_a_search_finds_words_people_and_teams(
    qtbot: QtBot, page: ActionsPage, agree: Agree
) -> None:
    agree("Ring the GP", day(3), owner="Senior on nights")
    agree("Buy a kettle", day(4), owner="Cook")
    page.show()
    with qtbot.waitSignal(page.search.searched):
        QTest.keyClicks(page.search, "nights")
    assert rows(page) == ["Ring the GP"]
    with qtbot.waitSignal(page.search.searched):
        QTest.keyClicks(page.search, "zz")
    assert page.nothing.isVisible()
    assert "“nightszz”" in page.nothing.sentence.text()
    with qtbot.waitSignal(page.search.searched):
        QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(rows(page)) == 2


def test_a_long_list_is_fetched_as_it_is_scrolled_to(
    qtbot: QtBot, page: ActionsPage, services: Services, agree: Agree
) -> None:
    everything = PAGE * 4 + 5
    for n in range(everything):
        agree(f"Action {n}", day(n))
    page.show()
    assert PAGE <= page.model.rowCount() <= PAGE * 2
    qtbot.wait(50)
    assert page.model.rowCount() <= PAGE * 2

    def scroll_on() -> bool:
        page.list.scrollToBottom()
        return page.model.rowCount() == everything

    qtbot.waitUntil(scroll_on)
    assert not page.model.canFetchMore()


def test_a_search_looks_beyond_the_first_page(page: ActionsPage, agree: Agree) -> None:
    for n in range(PAGE * 2):
        agree(f"Action {n}", day(n))
    agree("The needle", day(300))
    page.show()
    page.search.setText("needle")
    page.search.search_now()
    assert rows(page) == ["The needle"]


def test_an_action_agreed_elsewhere_appears_without_moving_the_choice(
    page: ActionsPage, agree: Agree
) -> None:
    agree("Ring the GP", day(3))
    page.show()
    agree("Sooner still", day(1))
    assert rows(page) == ["Sooner still", "Ring the GP"]
    assert page.detail.head.what.text() == "Ring the GP"
    assert page.list.currentIndex().row() == 1


def test_a_deleted_workshop_takes_its_actions_off_the_page(
    page: ActionsPage, services: Services, prepared: WorkshopId, agree: Agree
) -> None:
    agree("Ring the GP", day(3))
    page.show()
    page.detail.states.buttons["done"].click()
    services.workshops.delete(prepared)
    assert rows(page) == []
    assert page.nothing.isVisible()
    assert page.detail.action_id == 0


def test_what_an_action_came_from_is_told_in_words_and_badge(
    page: ActionsPage, agree: Agree
) -> None:
    agree("Ring the GP", day(3), source=Source(SourceKind.DIMENSION, "WO"))
    agree("Plan nights", day(4), source=Source(SourceKind.CARD, "The stairs and the kettle"))
    page.show()
    assert page.detail.head.badge.isVisible()
    assert page.detail.head.badge.accessibleName() == "Working with others"
    assert page.detail.head.source.text().startswith("From Working with others · Rowan House")
    page.list.setCurrentIndex(page.model.index(1))
    assert not page.detail.head.badge.isVisible()
    assert "From the card “The stairs and the kettle”" in page.detail.head.source.text()


def test_the_workshop_of_an_action_can_be_opened(
    qtbot: QtBot, page: ActionsPage, prepared: WorkshopId, agree: Agree
) -> None:
    agree("Ring the GP", day(3))
    page.show()
    with qtbot.waitSignal(page.asked_open) as asked:
        page.detail.open.click()
    assert asked.args == [prepared]


def test_very_long_words_are_painted_without_pushing_the_page_wide(
    page: ActionsPage, agree: Agree
) -> None:
    agree("w" * 2_000, day(3), owner="o" * 160)
    page.show()
    page.grab()
    assert page.width() == 1150
    assert page.minimumSizeHint().width() <= 964


def test_the_plan_of_the_chosen_action_is_printed_with_what_was_just_typed(
    qtbot: QtBot, page: ActionsPage, agree: Agree
) -> None:
    agree("Ask before supper")
    page.show()
    qtbot.waitUntil(page.detail.isVisible)
    page.detail.happened.setPlainText("Four of six were asked.")
    page.detail.print.click()
    window = page.findChild(PaperWindow)
    assert window is not None
    with qtbot.waitSignal(window.made, timeout=20_000):
        pass
    assert window.windowTitle() == "Action plan"
    assert "Four of six were asked." in window.document.getAllText(0).text()
    window.close()
    qtbot.waitUntil(lambda: not page.findChildren(PaperWindow), timeout=20_000)


def test_who_and_when_of_an_agreed_action_are_changed_here_and_come_back_with_undo(
    page: ActionsPage, services: Services, agree: Agree
) -> None:
    agree("Ring the GP", day(3))
    page.show()
    terms = page.detail.terms
    assert not terms.fold.open
    terms.fold.button.click()
    assert (terms.owner.text(), terms.due.day) == ("Deputy", day(3))
    terms.owner.selectAll()
    QTest.keyClicks(terms.owner, "Night lead")
    terms.owner.saver.flush()
    QTest.keyClicks(terms.review_on.line, "18/12/2026")
    QTest.keyClick(terms.review_on.line, Qt.Key.Key_Return)
    text = services.lists.open_actions(5)[0].action.text
    assert (text.owner, text.due, text.review_on) == ("Night lead", day(3), date(2026, 12, 18))
    assert page.detail.facts.isVisible()
    page.undo.setFocus()
    page.undo.click()
    assert terms.review_on.line.text() == ""
    page.undo.click()
    assert terms.owner.text() == "Deputy"


def test_an_action_that_was_late_stays_in_its_place_when_its_day_is_moved(
    page: ActionsPage, services: Services, agree: Agree
) -> None:
    agree("Ring the GP", day(-3))
    agree("Buy a kettle", day(-2))
    page.show()
    page.which.buttons["late"].click()
    page.detail.terms.fold.button.click()
    page.detail.terms.due.line.setText("18/12/2026")
    page.detail.flush()
    assert rows(page) == ["Ring the GP", "Buy a kettle"]
    assert page.detail.head.what.text() == "Ring the GP"
    page.list.setCurrentIndex(page.model.index(1))
    assert not page.detail.terms.fold.open
    assert page.detail.terms.due.day == day(-2)
