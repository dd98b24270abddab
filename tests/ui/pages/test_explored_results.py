"""Cards, activities and take-aways on the Results page, and an activity printed from there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.activity import Activity, ActivityRun, Entry
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.activities import place_run
from lqf_workshop.services.assembly import Services
from lqf_workshop.storage.database import Database
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.dots import ScalePoints
from lqf_workshop_ui.pages.results.pictures import Pictures
from lqf_workshop_ui.pages.results_page import ResultsPage
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.typed import MAY_BREAK
from tests.activity_answers import filled, texts_of
from tests.builders import SHELF, plan, prepare
from tests.reports.paper import squeezed, text_of

LONG = 20_000


@pytest.fixture
def workshop_id(services: Services) -> WorkshopId:
    return prepare(services, plan(), StepKind.CARD, StepKind.ACTIVITY, StepKind.ACTIONS)


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


def shown(page: ResultsPage, workshop_id: int) -> Pictures:
    page.show_workshop(workshop_id)
    assert page.pictures is not None
    page.pictures.finish()
    return page.pictures


def words_in(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel)
    found = "\n".join(label.text() for label in labels if label.isVisibleTo(widget))
    return found.replace(MAY_BREAK, "")


def step_of(services: Services, workshop_id: int, kind: StepKind) -> int:
    return next(s.id for s in services.workshops.steps(workshop_id) if s.plan.kind is kind)


def fill(services: Services, workshop_id: int, run: ActivityRun) -> int:
    """Write every line of a run into the workshop's activity, as a team would."""
    acts, step_id = services.activities, step_of(services, workshop_id, StepKind.ACTIVITY)
    run_id = acts.begin(workshop_id, step_id, run.activity, run.card)
    for entry in run.entries:
        acts.add(workshop_id, run_id, entry.block, entry.place, entry.words)
    for block in run.shown:
        acts.show(workshop_id, run_id, block, shown=True)
    return step_id


def answers(services: Services, workshop_id: int, *texts: str) -> tuple[int, list[int]]:
    step_id = step_of(services, workshop_id, StepKind.CARD)
    card = services.cards.deck().cards[0]
    services.cards.lay(workshop_id, step_id, card)
    return step_id, [
        services.notes.add(workshop_id, NoteKind.CARD, f"{card.code}/1", text, shown=True)
        for text in texts
    ]


@pytest.mark.slow
@pytest.mark.parametrize("activity", SHELF.activities(), ids=lambda a: a.code)
def test_every_word_of_an_activity_can_be_read(
    page: ResultsPage, services: Services, workshop_id: WorkshopId, activity: Activity
) -> None:
    run = filled(activity, 5)
    fill(services, workshop_id, run)
    (told,) = shown(page, workshop_id).activities
    words = words_in(told)
    assert all(text in words for text in texts_of(run))
    assert activity.name in words
    assert told.accessibleName() == activity.name
    assert {view.accessibleName() for view in told.filled.canvases} == {
        block.name for block in activity.blocks if not block.private
    }


def test_points_of_a_scale_are_pictures_with_a_name(
    page: ResultsPage, services: Services, workshop_id: WorkshopId
) -> None:
    fill(services, workshop_id, filled(services.activities.choice("strategic-triangle"), 5))
    points = shown(page, workshop_id).activities[0].findChildren(ScalePoints)
    assert [point.accessibleName() for point in points] == ["1 of 5", "2 of 5", "3 of 5"]


def test_thirty_people_fill_a_page_that_is_never_wider_than_the_window(
    page: ResultsPage, services: Services, workshop_id: WorkshopId
) -> None:
    run = filled(services.activities.choice("scenario-planning"), 30)
    fill(services, workshop_id, run)
    pictures = shown(page, workshop_id)
    words = words_in(pictures)
    assert all(text in words for text in texts_of(run))
    assert pictures.minimumSizeHint().width() <= 1150


def test_piles_stand_with_their_dots_and_the_finding(
    page: ResultsPage, services: Services, workshop_id: WorkshopId
) -> None:
    step_id, (one, two, _three) = answers(services, workshop_id, "ask her", "ask him", "wait")
    for number in (one, two):
        services.notes.put_on_pile(workshop_id, number, "asking")
    services.polls.count_dots(workshop_id, step_id, (one,), 7)
    (card,) = shown(page, workshop_id).explored
    assert card.piles[0].dots is None
    assert "dots" not in words_in(card)

    services.polls.show_dots(workshop_id, step_id)
    (card,) = shown(page, workshop_id).explored
    words = words_in(card)
    assert "Most dots: “asking”." in words
    assert card.piles[0].dots is not None
    assert card.piles[0].dots.accessibleName() == "7 dots"
    assert "ask her" in words_in(card.piles[0])
    assert "2 answers are on the piles, above." in words
    assert words.count("ask him") == 1
    assert "wait" in words


def test_what_the_team_takes_away_has_a_part_of_its_own(
    page: ResultsPage, services: Services, workshop_id: WorkshopId
) -> None:
    run = filled(services.activities.choice("wicked-issue"), 5)
    fill(services, workshop_id, run)
    words = words_in(shown(page, workshop_id))
    _before, _heading, taken = words.rpartition("What we take away")
    for title in ("A question to keep", "What we watch for", "Next steps we wrote down"):
        assert title in taken
    assert "Our agreements" not in taken
    assert "From: Wicked issue" in taken


def test_an_unfinished_activity_says_that_it_can_be_taken_up_again(
    page: ResultsPage, services: Services, workshop_id: WorkshopId
) -> None:
    run = filled(services.activities.choice("adaptive-leadership"), 5)
    first = replace(run, entries=tuple(e for e in run.entries if e.block == "seen"))
    fill(services, workshop_id, first)
    assert "It can be taken up another day." in words_in(shown(page, workshop_id))


def test_private_words_are_not_on_the_page_even_if_they_were_stored(
    page: ResultsPage, services: Services, workshop_id: WorkshopId
) -> None:
    run = filled(services.activities.choice("courageous-conversations"), 5)
    secret = Entry(0, next(b.code for b in run.activity.blocks if b.private), "", {"x": "kumquat"})
    run = replace(run, entries=(*run.entries, secret))
    database: Database = services.activities._desk.database
    step_id = step_of(services, workshop_id, StepKind.ACTIVITY)
    with database.transaction() as session:
        place_run(session, workshop_id, step_id, replace(run, id=0, step_id=step_id))
    words = words_in(shown(page, workshop_id))
    assert run.activity.name in words
    assert "kumquat" not in words


@pytest.mark.parametrize("large", [False, True])
def test_one_filled_activity_is_printed_from_the_page(
    qtbot: QtBot, page: ResultsPage, services: Services, workshop_id: WorkshopId, large: bool
) -> None:
    run = filled(services.activities.choice("power-map"), 5)
    fill(services, workshop_id, run)
    (told,) = shown(page, workshop_id).activities
    (told.large_button if large else told.print_button).click()
    (told.large_button if large else told.print_button).click()
    (paper,) = page.findChildren(PaperWindow)
    qtbot.waitUntil(lambda: paper.document.pageCount() > 0, timeout=LONG)
    assert paper.windowTitle() == "Power map"
    text = squeezed(text_of(bytes(paper._pdf.data())))
    assert all(squeezed(answer) in text for answer in texts_of(run))
    paper.close()
    qtbot.waitUntil(lambda: not page.findChildren(PaperWindow), timeout=LONG)


def test_an_activity_that_was_taken_away_is_a_problem_to_tell(
    page: ResultsPage, services: Services, workshop_id: WorkshopId
) -> None:
    step_id = fill(services, workshop_id, filled(services.activities.choice("power-map"), 5))
    (told,) = shown(page, workshop_id).activities
    page.hide()
    services.activities.put_away(workshop_id, step_id)
    told.print_button.click()
    assert not page.findChildren(PaperWindow)
