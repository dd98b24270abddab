"""The page of teams over time and side by side, used as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.team import Team
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.team_list import MOST
from lqf_workshop_ui.pages.trends_page import TrendsPage
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.gradual import GradualColumn
from tests import builders
from tests.trends import HIGH, LOW, met
from tests.ui.pages.test_results_page import shown_words as words_on

LONG = 20_000


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> Iterator[TrendsPage]:
    made = TrendsPage(services, changes, looks, problems)
    qtbot.addWidget(made)
    made.resize(1150, 708)
    yield made
    for window in made.findChildren(PaperWindow):
        window.close()


def shown_words(widget: QWidget) -> str:
    """Return all a person can read once everything is built."""
    for column in widget.findChildren(GradualColumn):
        column.finish()
    QCoreApplication.sendPostedEvents()
    return words_on(widget)


def choose(page: TrendsPage, key: str) -> None:
    page.list.setCurrentIndex(page.model.index(page.model.row_of(Team(key)), 0))


def tick(page: TrendsPage, *keys: str) -> None:
    """Tick teams with the keyboard alone."""
    for key in keys:
        choose(page, key)
        QTest.keyClick(page.list, Qt.Key.Key_Space)


def table_of(model: object) -> list[list[str]]:
    return [list(row) for row in model.rows]  # type: ignore[attr-defined]


def test_without_a_vote_the_page_says_what_to_do(page: TrendsPage, qtbot: QtBot) -> None:
    page.show()
    assert "No team has rated anything yet" in shown_words(page)
    assert not page.side.isVisible()
    with qtbot.waitSignal(page.asked_new):
        page.nobody.findChildren(type(page.team_view.head.print_button))[0].click()


def test_a_team_that_rated_only_parts_reads_where_its_votes_are(
    page: TrendsPage, services: Services
) -> None:
    made = met(services, 1, depths={"WO": Depth.ELEMENTS})
    builders.rate(services, made, "WO1", *HIGH)
    page.show()
    assert page.team_view.head.title.text() == "Rowan House"
    assert "No whole dimension has been rated yet" in shown_words(page.team_view)
    assert not page.team_view.head.views.isVisible()


def test_a_team_that_moved_up_reads_so_without_a_figure_in_the_headline(
    page: TrendsPage, services: Services
) -> None:
    met(services, 14, *LOW)
    met(services, 1, *HIGH)
    page.show()
    (card,) = page.team_view.cards
    assert card.finding.headline.text() == "Moved up"
    assert card.finding.middle.text() == "Middle vote 4, was 2"
    assert "5 of 11 voted" in card.finding.span.text().replace("\u00a0", " ")
    assert "Read this as" in shown_words(page)
    assert "delta" not in shown_words(page)
    card.figures.button.click()
    assert "23/25 = 0.92" in shown_words(page)
    assert "1/42 = 0.0238" in shown_words(page)


def test_a_long_page_is_built_while_the_screen_is_free(
    page: TrendsPage, services: Services, qtbot: QtBot
) -> None:
    made = met(services, 1, *LOW)
    builders.rate(services, made, "PQ", *HIGH)
    services.polls.count(made, Poll.CONFIDENCE, "4", 3)
    page.show()
    qtbot.waitUntil(lambda: len(page.team_view.closes) == 1)
    assert len(page.team_view.cards) == 2
    qtbot.waitUntil(page.team_view.closes[0].isVisible)


def test_the_picture_is_told_in_words_and_has_a_dot_for_every_vote(
    page: TrendsPage, services: Services
) -> None:
    met(services, 14, *LOW)
    met(services, 7, 1, 5)
    met(services, 1, *HIGH, scale_code="nhs-stages")
    page.show()
    dots = page.team_view.cards[0].dots
    assert dots.accessibleName() == "Votes over time as dots"
    told = dots.accessibleDescription()
    assert "3 at 2, 2 at 3" in told
    assert "talk only" in told
    assert "Other words: not compared" in told
    plot = dots.plot()
    assert [len(place.dots) for place in plot.places] == [5, 0, 5]
    assert len(plot.breaks) == 1
    assert not dots.grab().isNull()


def test_an_open_vote_never_appears(page: TrendsPage, services: Services) -> None:
    met(services, 14, *LOW)
    made = met(services, 1)
    page.show()
    before = shown_words(page)
    builders.vote(services, made, "WO", 5, 5, 5, 5, 5)
    builders.vote(services, made, "PQ", 1, 1)
    page.hide()
    page.show()
    assert shown_words(page) == before
    page.team_view.head.views.buttons["table"].click()
    assert page.team_view.table is not None
    (row,) = table_of(page.team_view.table.table.model())
    assert row[2:7] == ["0", "3", "2", "0", "0"]
    services.ratings.reveal(made, "WO")
    assert page.team_view.cards[0].finding.headline.text() == "Moved up"


def test_who_was_here_last_time_parts_two_teams_and_can_be_undone(
    page: TrendsPage, services: Services, qtbot: QtBot
) -> None:
    met(services, 14, *LOW)
    met(services, 1, *HIGH)
    page.show()
    asked = page.team_view.same_people
    assert "Of the 11 people on" in asked.question.text()
    assert asked.number.accessibleName() == asked.question.text()
    asked.number.setFocus()
    asked.number.selectAll()
    QTest.keyClicks(asked.number, "4")
    QTest.keyClick(asked.number, Qt.Key.Key_Return)
    assert page.team_view.cards[0].finding.headline.text() == "Another team: not compared"
    assert services.trends.of(Team("rowan house")).lines[0].points[1].room.same_people == 4
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.team_view.cards[0].finding.headline.text() == "Moved up"
    assert asked.number.text() == "–"
    services.journal.redo()
    asked.number.stepBy(-5)
    assert services.trends.of(Team("rowan house")).lines[0].points[1].room.same_people is None


def test_the_first_workshop_is_not_asked_who_was_there_before(
    page: TrendsPage, services: Services
) -> None:
    met(services, 1, *HIGH)
    page.show()
    assert not page.team_view.same_people.isVisible()
    assert page.team_view.cards[0].finding.headline.text() == "One vote so far"


def test_the_teams_own_answer_stands_beside_its_votes(page: TrendsPage, services: Services) -> None:
    met(services, 14, *LOW)
    made = met(services, 1, *HIGH)
    page.show()
    assert page.team_view.cards[0].own.answer.text() == "Not asked"
    services.polls.count(made, Poll.FELT, "WO:worse", 2)
    services.polls.count(made, Poll.FELT, "WO:better", 3)
    assert page.team_view.cards[0].own.answer.text() == "3 better, 0 the same, 2 worse"
    page.team_view.head.views.buttons["table"].click()
    assert page.team_view.table is not None
    assert table_of(page.team_view.table.table.model())[1][-1] == "3 · 0 · 2"


def test_how_meetings_ended_stands_over_time(page: TrendsPage, services: Services) -> None:
    for weeks in (14, 1):
        made = met(services, weeks, *LOW)
        services.polls.count(made, Poll.CONFIDENCE, "0", 1)
        services.polls.count(made, Poll.CONFIDENCE, "4", 3)
        services.polls.count(made, Poll.RETURN, "5", 4)
        services.notes.add(made, NoteKind.WORD, "", f"Word {weeks}", shown=True)
    page.show()
    words = shown_words(page)
    assert "How sure we were of our plan" in words
    assert "Was it worth our time?" in words
    assert "Word 14" in words
    dots = page.team_view.closes[0].dots
    assert [len(place.dots) for place in dots.plot().places] == [4, 4]
    assert "1 at 0, 3 at 4" in dots.accessibleDescription()


def test_a_team_is_found_by_its_name_and_the_keyboard_reaches_it(
    page: TrendsPage, services: Services, qtbot: QtBot
) -> None:
    met(services, 1, *HIGH)
    met(services, 2, *LOW, team="Alder Grange")
    page.show()
    page.search.setText("alder")
    page.search.search_now()
    assert page.model.rowCount() == 1
    assert page.team_view.head.title.text() == "Alder Grange"
    page.search.setText("zzz")
    page.search.search_now()
    assert page.found.text().startswith("No team found")
    page.search.clear()
    page.search.search_now()
    assert page.model.rowCount() == 2
    assert not page.found.isVisible()
    index = page.model.index(0, 0)
    assert page.team_view.head.subtitle.text() == "Over time · 1 workshop"
    assert "Rowan House: Last on" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_many_workshops_are_shown_six_at_a_time(page: TrendsPage, services: Services) -> None:
    for weeks in range(10, 0, -1):
        met(services, weeks, *(LOW if weeks > 2 else HIGH))
    page.show()
    view = page.team_view
    assert len(view.cards[0].dots.faces) == 6
    assert not view.later_button.isEnabled()
    view.earlier_button.click()
    assert len(view.cards[0].dots.faces) == 4
    assert view.cards[0].finding.headline.text() == "Too close to call"
    assert not view.same_people.isVisible()
    view.later_button.click()
    assert len(view.cards[0].dots.faces) == 6


def test_teams_stand_side_by_side_in_the_order_of_their_names(
    page: TrendsPage, services: Services
) -> None:
    met(services, 1, *HIGH)
    met(services, 2, *LOW, team="Alder Grange")
    met(services, 3, 1, 1, 5, team="Kitchen", headcount=3)
    met(services, 4, *HIGH, team="Willow", scale_code="nhs-stages")
    page.show()
    page.mode.buttons["several"].click()
    assert "Tick two teams or more" in shown_words(page)
    tick(page, "rowan house")
    assert "Tick one more" in shown_words(page)
    tick(page, "alder grange", "kitchen", "willow")
    words = shown_words(page.side_view)
    places = [words.index(team) for team in ("Alder Grange", "Kitchen", "Rowan House")]
    assert places == sorted(places)
    assert "Fewer than five people rated this" in words
    assert "Rated in other words: Willow." in words
    page.side_view.head.views.buttons["table"].click()
    assert page.side_view.table is not None
    rows = table_of(page.side_view.table.table.model())
    assert [row[1] for row in rows] == ["Alder Grange", "Kitchen", "Rowan House", "Willow"]
    assert rows[1][2:7] == [""] * 5
    assert rows[1][7] == "under five"
    tick(page, "willow")
    assert "Willow" not in shown_words(page.side_view)


def test_a_hundred_teams_stand_side_by_side_and_no_more(
    page: TrendsPage, services: Services, problems: Problems, qtbot: QtBot
) -> None:
    many_teams(services, MOST + 1)
    page.show()
    page.mode.buttons["several"].click()
    with qtbot.waitSignal(problems.told) as told:
        page.all_button.click()
    assert "No more than 100 teams" in told.args[0]
    assert len(page.model.ticks) == MOST
    assert len(page.side_view.cards) <= 2  # the others come while the screen is free
    words = shown_words(page.side_view)
    assert len(page.side_view.cards) == 2 * MOST // 10
    assert "Teams 11 to 20 of 100, in the order of their names" in words
    names = [f"Team {number:03}" for number in range(MOST)]
    places = [words.index(name) for name in names[:MOST]]
    assert places == sorted(places)
    page.side_view.head.views.buttons["table"].click()
    assert page.side_view.table is not None
    assert page.side_view.table.table.model().rowCount() == 2 * MOST
    page.none_button.click()
    assert page.model.ticks == ()
    assert "Tick two teams or more" in shown_words(page)


def test_one_dimension_of_many_teams_is_kept_to_on_screen_and_paper(
    page: TrendsPage, services: Services, qtbot: QtBot
) -> None:
    many_teams(services, 12)
    page.show()
    page.mode.buttons["several"].click()
    page.all_button.click()
    assert page.side_view.which is not None
    page.side_view.which.buttons["WO"].click()
    assert "Personal qualities" not in shown_words(page.side_view)
    tick(page, "team 003")
    assert page.side_view.which.choice == "WO"
    assert [one.subject.code for one in page.side_view.shown] == ["WO"]
    page.side_view.head.print_button.click()
    words = " ".join(printed(page, qtbot))
    assert "Working with others" in words
    assert "Personal qualities" not in words


def many_teams(services: Services, count: int) -> None:
    """Let many teams rate two dimensions, each in a meeting like the first."""
    first = met(services, 1, *LOW, team="Team 000")
    builders.rate(services, first, "PQ", *HIGH)
    with services.desk.database.plain() as file:
        names = [row["name"] for row in file.execute("PRAGMA table_info(workshop)")]
        fresh = {"id": "NULL", "team": "?", "team_key": "?", "mark": "?"}
        chosen = ", ".join(fresh.get(name, name) for name in names)
        order = [name for name in names if fresh.get(name) == "?"]
        for number in range(1, count):
            team = {"team": f"Team {number:03}", "team_key": f"team {number:03}", "mark": number}
            file.execute(
                f"INSERT INTO workshop ({', '.join(names)}) SELECT {chosen} FROM workshop"
                " WHERE id = ?",
                (*(team[name] for name in order), first),
            )
        file.execute(
            "INSERT INTO rating_round (workshop_id, subject, number, expected, tally, by_level)"
            " SELECT w.id, r.subject, r.number, r.expected, r.tally, r.by_level"
            " FROM workshop w, rating_round r WHERE w.id != ? AND r.workshop_id = ?",
            (first, first),
        )


def test_what_is_on_show_goes_to_paper_in_two_sizes(
    page: TrendsPage, services: Services, qtbot: QtBot
) -> None:
    met(services, 14, *LOW)
    met(services, 1, *HIGH)
    met(services, 2, *LOW, team="Alder Grange")
    page.show()
    choose(page, "rowan house")
    page.team_view.head.print_button.click()
    normal = printed(page, qtbot)
    assert "Moved up" in " ".join(normal)
    page.mode.buttons["several"].click()
    tick(page, "rowan house", "alder grange")
    page.side_view.head.print_button.click()
    words = " ".join(printed(page, qtbot))
    assert words.index("Alder Grange") < words.index("Rowan House")


def test_the_paper_can_be_had_in_large_print(
    page: TrendsPage, services: Services, qtbot: QtBot
) -> None:
    for weeks in (30, 14, 1):
        met(services, weeks, *LOW)
    page.show()
    page.team_view.head.print_button.click()
    printed(page, qtbot)
    window = page.window_made
    assert window is not None
    assert window.forms.choices is not None
    with qtbot.waitSignal(window.made, timeout=LONG):
        window.forms.choices.buttons["1"].click()
    assert "Too close to call" in " ".join(printed(page, qtbot))
    assert window.windowTitle() == "Over time, large print"


def printed(page: TrendsPage, qtbot: QtBot) -> list[str]:
    """Return the words of every page of the paper on show."""
    window = page.window_made
    assert window is not None
    qtbot.waitUntil(lambda: window.document.pageCount() > 0, timeout=LONG)
    reader = pypdf.PdfReader(BytesIO(window._pdf.data()))
    return [" ".join(p.extract_text().split()) for p in reader.pages]


def test_a_team_that_only_left_words_at_the_close_is_shown(
    page: TrendsPage, services: Services
) -> None:
    services.notes.add(met(services, 1), NoteKind.WORD, "", "Hopeful", shown=False)
    page.show()
    assert page.team_view.head.title.text() == "Rowan House"
    assert "Hopeful" in shown_words(page.team_view)
    assert "No whole dimension has been rated yet" in shown_words(page.team_view)
    page.team_view.head.print_button.click()
    assert page.window_made is not None
