"""Coming back to an action: the look whose time has come, and notes on how it goes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.follow_up import Look
from lqf_workshop.domain.subject import Depth
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.actions_page import ActionsPage
from lqf_workshop_ui.problems import Problems
from tests import builders


def agreed(services: Services, weeks_ago: int, what: str, source: Source = Source()) -> int:  # noqa: B008
    held_on = services.desk.today() - timedelta(weeks=weeks_ago)
    made = builders.prepare(services, builders.plan(held_on=held_on))
    action = services.actions.draft(made, source)
    text = ActionText(what, helpers="Nights", evidences="cqc-2023/well-led/freedom-to-speak-up")
    services.actions.write(action, text)
    services.actions.set_state(action, ActionState.AGREED)
    return action


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


def state(services: Services) -> ActionState:
    return services.lists.open_actions(1)[0].action.state


def test_two_weeks_on_it_asks_whether_it_has_started(page: ActionsPage, services: Services) -> None:
    action = agreed(services, 3, "Ask nights first")
    page.show()
    look = page.detail.progress.look
    assert (look.when.text(), look.question.text()) == ("Two weeks on", "Has it started?")
    look.yes.click()
    assert state(services) is ActionState.GOING_ON
    (said,) = services.follow_up.progress(action)
    assert (said.text, said.look) == ("It has started", Look.STARTED)
    assert look.isHidden()
    assert page.detail.progress.rows == ["It has started"]


def test_an_answer_takes_the_words_that_were_typed_with_it(
    page: ActionsPage, services: Services
) -> None:
    action = agreed(services, 7, "Ask nights first")
    page.show()
    QTest.keyClicks(page.detail.progress.entry, "Two of six ask now")
    page.detail.progress.look.no.click()
    (said,) = services.follow_up.progress(action)
    assert said.text == "Nothing yet · Two of six ask now"
    assert page.detail.progress.entry.text() == ""


def test_a_note_is_kept_with_enter_and_taken_away_and_brought_back(
    page: ActionsPage, services: Services
) -> None:
    agreed(services, 1, "Ask nights first")
    page.show()
    part = page.detail.progress
    assert part.look.isHidden()
    QTest.keyClicks(part.entry, "Asked on Monday")
    QTest.keyClick(part.entry, Qt.Key.Key_Return)
    assert part.rows == ["Asked on Monday"]
    part._remove(services.follow_up.progress(part._action_id)[0].id)
    assert part.rows == []
    page.undo.click()
    assert part.rows == ["Asked on Monday"]


def test_words_not_yet_kept_are_kept_when_another_action_is_chosen(
    page: ActionsPage, services: Services
) -> None:
    first = agreed(services, 1, "Ask nights first")
    agreed(services, 1, "Buy a kettle")
    page.show()
    chosen = page.detail.action_id
    QTest.keyClicks(page.detail.progress.entry, "Half done")
    other = next(r for r in range(2) if page.model.at(r).action.id != chosen)  # type: ignore[union-attr]
    page.list.setCurrentIndex(page.model.index(other))
    page.list.setCurrentIndex(page.model.index(page.model.row_of(chosen)))
    assert first
    assert page.detail.progress.rows == ["Half done"]


def test_after_twelve_weeks_the_element_alone_can_be_rated_again(
    qtbot: QtBot, page: ActionsPage, services: Services
) -> None:
    agreed(services, 13, "Ask nights first", Source(SourceKind.SPLIT, "WO2"))
    page.show()
    assert page.detail.progress.look.rate.isVisible()
    with qtbot.waitSignal(page.asked_plan) as asked:
        page.detail.progress.look.rate.click()
    plan = services.workshops.workshop(asked.args[0]).plan
    assert (plan.team, plan.dimensions, plan.held_on) == (
        "Rowan House",
        ("WO",),
        services.desk.today(),
    )
    assert plan.depth("WO") is Depth.ELEMENTS
    assert [one.code for one in services.meetings.read(asked.args[0]).rated] == ["WO2"]


def test_who_helps_and_what_it_shows_stand_among_the_facts(
    page: ActionsPage, services: Services
) -> None:
    agreed(services, 1, "Ask nights first")
    page.show()
    facts = {name.text(): text.text() for name, text in page.detail.facts._lines}
    assert facts["Who helps"] == "Nights"
    assert facts["It shows"] == "CQC 2023 · Well-led: Freedom to speak up"


def test_a_done_action_still_asks_for_its_rating_after_twelve_weeks(
    page: ActionsPage, services: Services
) -> None:
    action = agreed(services, 13, "Ask nights first", Source(SourceKind.DIMENSION, "WO"))
    services.actions.set_state(action, ActionState.DONE)
    page.show()
    page.which.buttons["look"].click()
    look = page.detail.progress.look
    assert look.question.text() == "Where would we rate it today?"
    assert look.rate.isVisible()
    page.detail.terms.fold.unfold()
    assert page.detail.minimumSizeHint().width() <= 482, "it does not fit beside the list"
    look.no.click()
    assert look.isHidden()
    page.which.buttons["open"].click()
    page.which.buttons["look"].click()
    assert page.nothing.heading.text() == "Nothing to look at again"


def test_on_the_day_the_team_chose_it_asks_how_it_is_going(
    page: ActionsPage, services: Services
) -> None:
    action = agreed(services, 1, "Ask nights first")
    services.actions.write(action, ActionText("Ask nights first", review_on=services.desk.today()))
    page.show()
    look = page.detail.progress.look
    assert (look.when.text(), look.question.text()) == ("Look again", "How is it going?")
    look.yes.click()
    (said,) = services.follow_up.progress(action)
    assert (said.text, said.look) == ("It is going well", None)
    assert look.isHidden()
