"""The Results page: what a team sees of its own votes, words and actions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.subject import skill_code
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.counts_table import CountsTable
from lqf_workshop_ui.pages.results_page import ResultsPage
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from tests import builders

SPLIT = (1, 2, 2, 2, 4, 4, 5, 5, 5)
TOGETHER = (3, 3, 3, 4, 4, 4, 4)


def shown_words(widget: QWidget) -> str:
    """Return everything a person can read in a widget."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> ResultsPage:
    page = ResultsPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    page.show()
    return page


@pytest.fixture
def show(page: ResultsPage, running: WorkshopId) -> Callable[[], str]:
    def show() -> str:
        page.show_workshop(running)
        assert page.pictures is not None
        page.pictures.finish()
        return shown_words(page)

    return show


def test_before_any_vote_the_page_says_so_and_offers_no_table(
    page: ResultsPage, show: Callable[[], str]
) -> None:
    assert "Nothing is rated yet" in show()
    assert not page.title.views.isVisible()


def test_a_split_vote_is_read_in_words_and_its_middle_is_not_trusted(
    services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", *SPLIT)
    words = show()
    assert "We see this differently" in words
    assert "Middle vote 4" in words
    assert "Some of us are at 1 or 2, some at 4 or 5, and few are between." in words
    assert "9 of 11 voted" in words


def test_the_agreement_index_is_only_in_the_details(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", *SPLIT)
    assert "van der Eijk" not in show()
    assert page.pictures is not None
    page.pictures.cards[0].figures.button.click()
    words = shown_words(page)
    assert "van der Eijk" in words
    assert "−0.12" in words
    assert "The middle half of the votes spans this many points" in words


def test_fewer_than_five_votes_are_open_discussion_without_any_index(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", 2, 3, 5, 5)
    assert "Open discussion" in show()
    assert page.pictures is not None
    page.pictures.cards[0].figures.button.click()
    words = shown_words(page)
    assert "a way into talking, not a measurement" in words
    assert "no figures are worked out" in words
    assert "van der Eijk" not in words


def test_a_second_vote_stands_beside_the_first(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "WO", 2, 2, 2, 3, 3, 3, 4)
    builders.rate(services, running, "WO", 2, 4, 4, 4, 4, 4, 4)
    words = show()
    assert "Middle vote 4, was 3" in words
    assert "Before we talked the middle vote was 3, afterwards 4." in words
    assert page.pictures is not None
    told = page.pictures.cards[0].dots.accessibleDescription()
    assert told.startswith("First vote: 3 votes for 2, 3 votes for 3, 1 vote for 4. Second vote:")


def test_an_open_vote_shows_no_count_anywhere(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", *TOGETHER)
    builders.vote(services, running, "WO", 1, 1, 5)
    words = show()
    assert "Voting is open on Working with others." in words
    assert page.pictures is not None
    assert len(page.pictures.cards) == 1
    page.title.views.buttons["table"].click()
    assert page.counts is not None
    model = page.counts.table.model()
    row = [model.index(1, column).data() for column in range(model.columnCount())]
    assert row[0] == "Working with others"
    assert row[1:-1] == [""] * (len(row) - 2)
    assert row[-1] == "Voting is open"


def test_the_table_has_the_counts_of_every_vote(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", 2, 3, 3, 4, 4, 4, 0)
    show()
    page.title.views.buttons["table"].click()
    assert page.counts is not None
    assert page.body.currentWidget() is page.counts
    model = page.counts.table.model()
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row[:9] == ["Personal qualities", "First", "0", "1", "2", "3", "0", "1", "7 of 11"]
    spoken = model.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "4 Reliably: 3"


def test_words_and_actions_of_the_team_are_shown_as_they_were_typed(
    services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", *TOGETHER)
    services.notes.add(running, NoteKind.HEARD, "PQ", "<b>Handover</b> & tea")
    services.notes.add(running, NoteKind.WORD, "", "lighter")
    action = services.actions.draft(running)
    services.actions.write(action, ActionText(what="Ring the GP", owner="Senior on nights"))
    words = show()
    assert "<b>Handover</b> & tea" in words
    assert "lighter" in words
    assert "Ring the GP" in words
    assert "Not agreed yet" in words


def test_private_notes_are_not_on_the_page(
    services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", *TOGETHER)
    services.notes.keep_private(running, "1", "Anna looked tired")
    assert "Anna looked tired" not in show()


def test_the_focus_grid_says_low_or_high_and_the_picks(
    services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", *TOGETHER)
    builders.rate(services, running, "WO", 1, 1, 2, 4, 5, 5)
    services.runs.pick(running, "WO")
    words = show()
    assert "Low, and we differ. Whose experience differs, and why?" in words
    assert "Working with others: our pick" in words
    assert "We chose to spend our time on Working with others." in words


def test_a_vote_revealed_while_somebody_looks_appears(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    show()
    builders.rate(services, running, "PQ", *TOGETHER)
    assert page.pictures is not None
    assert len(page.pictures.cards) == 1


def test_a_hidden_page_waits_until_it_is_shown_again(
    qtbot: QtBot,
    page: ResultsPage,
    services: Services,
    running: WorkshopId,
    show: Callable[[], str],
) -> None:
    show()
    page.hide()
    before = page.pictures
    builders.rate(services, running, "PQ", *TOGETHER)
    assert page.pictures is before
    page.show()
    assert page.pictures is not None
    assert len(page.pictures.cards) == 1


def test_the_buttons_ask_for_the_workshop_on_show(
    qtbot: QtBot, page: ResultsPage, running: WorkshopId, show: Callable[[], str]
) -> None:
    show()
    assert page.title.run.text() == "Continue"
    with qtbot.waitSignal(page.asked_run) as run:
        page.title.run.click()
    with qtbot.waitSignal(page.asked_plan) as plan:
        page.title.plan.click()
    assert run.args == [running]
    assert plan.args == [running]


def test_a_finished_workshop_can_be_opened_again(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    services.runs.finish(running)
    show()
    assert page.title.run.text() == "Open again"


def test_a_workshop_that_is_gone_is_a_problem_to_tell(page: ResultsPage) -> None:
    with pytest.raises(WorkshopProblem):
        page.show_workshop(999)


def test_the_rest_is_built_while_the_person_begins_to_read(
    qtbot: QtBot, page: ResultsPage, services: Services, running: WorkshopId
) -> None:
    for dimension in ("PQ", "WO", "MS", "IS", "SD"):
        builders.rate(services, running, dimension, *TOGETHER)
    page.show_workshop(running)
    pictures = page.pictures
    assert pictures is not None
    qtbot.waitUntil(lambda: len(pictures.cards) == 5)


def test_pressing_session_summary_twice_opens_one_paper(
    qtbot: QtBot, page: ResultsPage, services: Services, running: WorkshopId
) -> None:
    from lqf_workshop_ui.paper.preview import PaperWindow

    builders.rate(services, running, "PQ", *TOGETHER)
    page.show_workshop(running)
    for _press in range(2):
        page.title.summary.click()
    [paper] = page.findChildren(PaperWindow)
    with qtbot.waitSignal(paper.made, timeout=20_000):
        pass
    paper.close()
    qtbot.waitUntil(lambda: not page.findChildren(PaperWindow))
    page.title.summary.click()
    [paper] = page.findChildren(PaperWindow)
    paper.close()
    qtbot.waitUntil(lambda: not page.findChildren(PaperWindow), timeout=20_000)


def test_a_vote_by_role_can_be_unfolded_and_stands_in_the_table(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    services.workshops.change_plan(
        running, builders.plan(headcount=14, by_level=True, dimensions=("PQ",))
    )
    for level, answers in (("FW", (1, 2, 3, 4, 4)), ("", (3, 3, 4, 4, 5, 5))):
        for answer in answers:
            services.ratings.cast(running, "PQ", answer, level)
    services.ratings.reveal(running, "PQ")
    show()
    assert page.pictures is not None
    card = page.pictures.cards[0]
    card.by_level.unfold()
    assert "Front-line worker" in shown_words(page)
    assert "Middle vote 3 · 5 rated" in shown_words(page)
    table = CountsTable(services.summaries.gather(running))
    assert [row[0] for row in table.rows] == [
        "Personal qualities",
        "Personal qualities, Front-line worker",
    ]


def test_exact_words_are_told_from_what_we_heard(
    services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    builders.rate(services, running, "PQ", *SPLIT)
    services.notes.add(running, NoteKind.HEARD, "PQ", "Nights feel left out")
    services.notes.add(running, NoteKind.QUOTE, "PQ", "Nobody tells us")
    words = show()
    assert "Nights feel left out" in words
    assert "“Nobody tells us”" in words


def test_skills_are_shown_with_the_least_sure_and_what_will_be_practised(
    page: ResultsPage, services: Services, running: WorkshopId, show: Callable[[], str]
) -> None:
    step = next(s for s in services.workshops.steps(running) if s.plan.kind is StepKind.SKILLS)
    for skill, votes in (("be-strategic", TOGETHER), ("promote-learning", (1, 2, 2, 2, 3, 3))):
        builders.rate(services, running, skill_code(skill, step.id), *votes)
    services.notes.add(running, NoteKind.PLEDGE, str(step.id), "Ask one person each week")
    words = show()
    assert "How sure we are of our skills" in words
    assert "We feel least sure here: Promote learning." in words
    assert "Ask one person each week" in words
    table = CountsTable(services.summaries.gather(running))
    assert table.headers[2] == "1"


def test_the_action_plan_is_offered_once_something_is_agreed(
    qtbot: QtBot,
    page: ResultsPage,
    services: Services,
    running: WorkshopId,
    show: Callable[[], str],
) -> None:
    show()
    assert not page.title.agreed.isVisibleTo(page)
    action = services.actions.draft(running, what="Ask before supper")
    services.actions.agree(action)
    show()
    assert page.title.agreed.isVisibleTo(page)
    page.title.agreed.click()
    window = page.findChild(PaperWindow)
    assert window is not None
    with qtbot.waitSignal(window.made, timeout=20_000):
        pass
    assert "Ask before supper" in window.document.getAllText(0).text()
    window.close()
    qtbot.waitUntil(lambda: not page.findChildren(PaperWindow), timeout=20_000)
