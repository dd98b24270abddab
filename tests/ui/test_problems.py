"""The one place where problems and small news reach the facilitator."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop_ui import problems as module
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import MessageBar, Problems
from tests.ui.console.lead import click


@pytest.fixture
def problems(qtbot: QtBot) -> Problems:
    return Problems()


@pytest.fixture
def bar(qtbot: QtBot, light: None, problems: Problems, preferences: Path) -> MessageBar:
    made = MessageBar(problems, Looks(preferences))
    qtbot.addWidget(made)
    return made


def refuse() -> None:
    raise WorkshopProblem("Ten is too many. Nothing was changed. Type a smaller number.")


def test_what_works_is_done_without_a_word(problems: Problems, bar: MessageBar) -> None:
    done: list[int] = []
    assert problems.attempt(lambda: done.append(1))
    assert done == [1]
    assert not bar.isVisible()


def test_what_cannot_be_done_is_told_in_its_sentence(problems: Problems, bar: MessageBar) -> None:
    assert not problems.attempt(refuse)
    assert bar.text() == "Ten is too many. Nothing was changed. Type a smaller number."
    assert bar.isVisible()
    assert bar.accessibleName() == bar.text()


def test_every_kind_of_problem_is_told(problems: Problems, bar: MessageBar) -> None:
    def stale() -> None:
        raise StaleProblem("That action has been removed.")

    assert not problems.attempt(stale)
    assert bar.text() == "That action has been removed."


def test_a_bug_rises(problems: Problems, bar: MessageBar) -> None:
    with pytest.raises(ZeroDivisionError):
        problems.attempt(lambda: 1 // 0)
    assert not bar.isVisible()


def test_news_goes_away_by_itself(
    problems: Problems, bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar._timer.setInterval(10)
    problems.tell("Saved.")
    assert bar.text() == "Saved."
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=2000)


def test_a_problem_stays_until_it_is_closed(problems: Problems, bar: MessageBar) -> None:
    problems.warn("The disk is full.")
    assert not bar._timer.isActive()
    button = bar.findChild(QToolButton)
    assert button is not None
    assert button.accessibleName() == "Close this message"
    click(button)
    assert not bar.isVisible()
    assert bar.text() == ""


def test_a_problem_after_news_stays(problems: Problems, bar: MessageBar) -> None:
    problems.tell("Saved.")
    problems.warn("The disk is full.")
    assert not bar._timer.isActive()
    assert bar.text() == "The disk is full."


def test_saying_nothing_leaves_the_sentence_on_show(problems: Problems, bar: MessageBar) -> None:
    problems.warn("The disk is full.")
    problems.tell("")
    assert bar.text() == "The disk is full."


def test_markup_in_a_sentence_is_shown_as_it_is(problems: Problems, bar: MessageBar) -> None:
    problems.warn("Team “<b>Rowan</b> & Lime” is there already.")
    label = next(w for w in bar.findChildren(QLabel) if w.text())
    assert label.text() == "Team “<b>Rowan</b> & Lime” is there already."
    assert "RichText" not in str(label.textFormat())


def test_news_has_time_to_be_read() -> None:
    assert module.NEWS_MILLISECONDS >= 5000
