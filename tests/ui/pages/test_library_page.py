"""The Library page: the pocket reference, to read and to search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lqf_workshop.library.reference.contents import sheets_of
from lqf_workshop.library.reference.finding import find, spans
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.preferences import load_preferences
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.library_page import LibraryPage
from lqf_workshop_ui.problems import Problems

WO = "dimension/lqf-classic/WO"


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> LibraryPage:
    page = LibraryPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    page.show()
    return page


def choose(page: LibraryPage, key: str) -> str:
    page.list.setCurrentIndex(page.model.index(page.model.row_of(key)))
    return page.pane.toPlainText()


def test_the_shelf_is_not_read_before_somebody_wants_to_see_it(
    qtbot: QtBot,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> None:
    page = LibraryPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    assert page.model.rowCount() == 0


def test_a_dimension_says_what_good_looks_like_at_every_level(page: LibraryPage) -> None:
    words = choose(page, WO)
    assert page.head.title.text() == "Working with others"
    assert "Developing networks" in words
    elements_end = words.index("What the NHS framework calls it")
    for level in ("Front-line worker", "Front-line leader", "Operational leader"):
        assert words.count(level, 0, elements_end) == 5
    assert "Around 2" in words


def test_my_role_level_shows_only_its_own_lines_and_stays_for_the_next_dimension(
    page: LibraryPage,
) -> None:
    choose(page, WO)
    page.head.level.setCurrentIndex(page.head.level.findText("Operational leader"))
    for key in (WO, "dimension/lqf-classic/IS"):
        words = choose(page, key)
        elements_end = words.index("What the NHS framework calls it")
        assert words.count("Operational leader", 0, elements_end) == 5
        assert "Front-line worker" not in words
        assert "Around 4" in words


def test_my_role_level_is_remembered_for_the_next_start(
    qtbot: QtBot, page: LibraryPage, services: Services, looks: Looks, problems: Problems
) -> None:
    choose(page, WO)
    page.head.level.setCurrentIndex(page.head.level.findText("Front-line leader"))
    assert load_preferences(looks._file).role_level == "FL"
    again = LibraryPage(services, ChangeSignals(services.changes, looks), looks, problems)
    qtbot.addWidget(again)
    again.show()
    words = choose(again, "levels/lqf-classic")
    assert again.head.level.currentText() == "Front-line leader"
    assert words.count("Front-line leader") == 7
    assert "Strategic leader" not in words


def test_a_role_level_that_is_not_known_any_more_shows_all(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> None:
    looks.choose(role_level="XX")
    page = LibraryPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.show()
    assert choose(page, "levels/lqf-classic").count("Strategic leader") == 7
    assert page.head.level.currentText() == "All levels"


def test_a_dimension_stands_beside_what_the_nhs_framework_calls_it(page: LibraryPage) -> None:
    words = choose(page, "dimension/lqf-classic/IS")
    names = words[words.index("What the NHS framework calls it") :]
    assert "“Ensuring patient safety”." in names
    assert names.count("The same name.") == 4
    assert "speaks of patient safety" in names
    assert "do not match one to one" in names
    for stage in ("1  Own practice", "2  Whole service", "3  Across services", "4  Whole org"):
        assert stage in names


def test_my_role_level_leaves_the_nhs_stages_that_are_close_to_it(page: LibraryPage) -> None:
    choose(page, WO)
    page.head.level.setCurrentIndex(page.head.level.findText("Front-line leader"))
    words = page.pane.toPlainText()
    assert "1  Own practice" in words
    assert "2  Whole service" in words
    assert "3  Across services" not in words
    assert "4  Whole organisation" not in words


def test_the_newer_edition_says_that_only_names_are_used(page: LibraryPage) -> None:
    words = choose(page, "edition/lqf-2026")
    assert "only the names are used here" in words
    assert "Six principles" in words
    assert "Be compassionate" in words
    assert "not endorsed" in words
    assert not page.head.level.isVisible()


def test_the_nhs_sheet_shows_how_far_each_dimension_reaches(page: LibraryPage) -> None:
    words = choose(page, "nhs/nhs-2011")
    assert words.count("How far it reaches: ") == 7
    here = words.index("How far it reaches: Improving services")
    stages = [
        words.index(found, here) for found in ("by supper", "falls, agree one", "in one home")
    ]
    assert stages == sorted(stages)
    assert words.count("2  Whole service and across teams") == 8
    assert "26 of 28 elements have the same name" in words
    assert "wider healthcare system”" in words


def test_a_search_finds_what_a_stage_looks_like(page: LibraryPage) -> None:
    page.search.setText("safer by supper")
    page.search.search_now()
    assert page.found.text() == "1 place found"
    assert page.head.title.text() == "Improving services"
    assert "by supper" in page.pane.toPlainText()


def test_a_card_shows_prompts_and_facts_with_source_and_day(page: LibraryPage) -> None:
    words = choose(page, "card/rota-that-eats-itself")
    assert "What can we change without money?" in words
    assert "Checked on Friday 31 July 2026." in words
    assert "Watch for" in words


def test_every_part_of_the_shelf_can_be_read(page: LibraryPage, shelf: Shelf) -> None:
    sheets = sheets_of(shelf)
    assert len({sheet.key for sheet in sheets}) == len(sheets)
    for sheet in sheets:
        words = choose(page, sheet.key)
        assert all(passage.title in words for passage in sheet.passages), sheet.key
        assert page.pane.passages() == [passage.key for passage in sheet.passages]


def test_a_search_jumps_to_the_passage_and_marks_its_words(qtbot: QtBot, page: LibraryPage) -> None:
    with qtbot.waitSignal(page.search.searched):
        QTest.keyClicks(page.search, "night cleaner")
    assert page.found.text() == "1 place found"
    entry = page.model.entry(0)
    assert entry is not None
    assert entry.title == "Encouraging contribution"
    assert page.head.title.text() == "Working with others"
    assert page.pane.verticalScrollBar().value() > 0
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()


def test_a_search_shows_the_found_line_whatever_my_level_is(page: LibraryPage) -> None:
    choose(page, WO)
    page.head.level.setCurrentIndex(page.head.level.findText("Strategic leader"))
    page.search.setText("night cleaner")
    page.search.search_now()
    assert "Asks the night worker and the cleaner" in page.pane.toPlainText()


def test_emptying_the_search_brings_the_contents_back(page: LibraryPage) -> None:
    page.search.setText("kettle")
    page.search.search_now()
    there = page.pane.sheet
    page.search.clear()
    page.search.search_now()
    assert there is not None
    assert page.list.currentIndex().row() == page.model.row_of(there.key)
    assert not page.found.isVisible()


def test_a_search_that_finds_nothing_says_so(page: LibraryPage) -> None:
    page.search.setText("zzzz")
    page.search.search_now()
    assert page.found.text() == "Nothing found. Try fewer letters."


def test_headings_of_the_list_cannot_be_chosen(page: LibraryPage) -> None:
    heading = page.model.index(0)
    assert heading.data() == "Leadership Qualities Framework"
    assert heading.flags() == Qt.ItemFlag.NoItemFlags


def test_a_straight_apostrophe_finds_a_curly_one(shelf: Shelf) -> None:
    sheets = sheets_of(shelf)
    assert find(sheets, "it's my house")
    assert spans("“It’s my house.”", "it's") == [(1, 4)]


def test_every_hit_holds_every_word_and_titles_come_first(shelf: Shelf) -> None:
    hits = find(sheets_of(shelf), "networks")
    assert hits[0].passage.title == "Developing networks"
    assert all("networks" in (h.passage.all_words + h.sheet.title).lower() for h in hits)


def test_a_theme_change_keeps_the_sheet(page: LibraryPage, looks: Looks) -> None:
    words = choose(page, WO)
    looks.choose(theme="contrast")
    assert page.pane.toPlainText() == words


class BrokenShelf(Shelf):
    """A shelf whose deck file is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._read["deck"] = None
        self.problems.append("resources/decks/wicked-issues.toml: cards[3].prompts is missing.")


@pytest.fixture
def broken(library: Path, empty_library: Path) -> Iterator[Services]:
    library.write_bytes(empty_library.read_bytes())
    opened = open_services(library, BrokenShelf())
    yield opened
    opened.close()


def test_a_wrong_file_is_named_at_the_top_and_the_rest_can_be_read(
    qtbot: QtBot, light: None, broken: Services, looks: Looks, problems: Problems
) -> None:
    owner = ChangeSignals(broken.changes, looks)
    page = LibraryPage(broken, owner, looks, problems)
    qtbot.addWidget(page)
    page.show()
    assert page.wrong.isVisible()
    assert page.model.row_of("card/rota-that-eats-itself") == -1
    assert page.model.row_of(WO) > 0
