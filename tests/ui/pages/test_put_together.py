"""A workshop here and the same one in a file are put together, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.files import FileLook, How
from lqf_workshop_ui.background import stop_all
from lqf_workshop_ui.models.stays_table import FILE, MINE, StaysTable
from lqf_workshop_ui.pages.workshops.bring_in import BringIn
from lqf_workshop_ui.pages.workshops.put_together import PutTogether
from tests.builders import FixedClock, library_of, plan, prepare, rate


@pytest.fixture
def look(
    services: Services, tmp_path: Path, empty_library: Path, shelf: Shelf, clock: FixedClock
) -> FileLook:
    """A workshop that went to another laptop; both went on with it."""
    path = tmp_path / "Rowan House.lqfworkshop"
    services.files.write(prepare(services, plan("Rowan House")), path)
    with library_of(empty_library, tmp_path / "other", shelf, clock) as other:
        there = other.files.take_in(other.files.look(path), How.NEW)
        other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
        rate(other, there, "PQ", 3, 4, 4, 4, 5)
        other.workshops.change_plan(
            there, replace(other.workshops.workshop(there).plan, place="Library")
        )
        other.files.write(there, path)
    services.notes.add(1, NoteKind.PARKING, "", "Parking for nights")
    rate(services, 1, "PQ", 1, 2, 2, 2, 3)
    return services.files.look(path)


@pytest.fixture
def dialog(qtbot: QtBot, light: None, look: FileLook) -> Iterator[PutTogether]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert look.joined
    asked = PutTogether(look.joined, look.sides, look.stays, window)
    with qtbot.waitActive(asked):
        asked.open()
    yield asked
    window.close()


def cell(model: StaysTable, name: str, column: int) -> tuple[int, str, bool]:
    """Return the row of a thing, and the words and the tick of one of its sides."""
    for row in range(model.rowCount()):
        if name in model.text(row, 0):
            ticked = model.index(row, column).data(Qt.ItemDataRole.CheckStateRole)
            return row, model.text(row, column), ticked == Qt.CheckState.Checked
    raise AssertionError(f"nothing is called {name}")


def ticks(model: StaysTable) -> list[tuple[str, bool, bool]]:
    return [
        (
            model.text(row, 0),
            *(
                model.index(row, column).data(Qt.ItemDataRole.CheckStateRole)
                == Qt.CheckState.Checked
                for column in (MINE, FILE)
            ),
        )
        for row in range(model.rowCount())
    ]


def test_all_that_only_one_side_has_is_ticked_and_ours_where_both_differ(
    dialog: PutTogether,
) -> None:
    assert ticks(dialog.model) == [
        ("Plan · Team, place and day", True, False),
        ("Votes · Personal qualities", True, False),
        ("Notes · Parking space", True, False),
        ("Notes · Parking space", False, True),
    ]
    assert dialog.count.text() == "3 stay as they are here · 1 comes from the file"


def test_the_space_bar_ticks_a_side_and_the_other_side_gives_way(dialog: PutTogether) -> None:
    model, table = dialog.model, dialog.table
    row, words, ticked = cell(model, "Personal qualities", FILE)
    assert words == "First vote: 5 of 11 voted, middle vote 4"
    assert not ticked
    table.setCurrentIndex(model.index(row, FILE))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert cell(model, "Personal qualities", FILE)[2]
    assert not cell(model, "Personal qualities", MINE)[2]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert ticks(model)[row] == ("Votes · Personal qualities", False, False)
    assert "1 is left out" in dialog.count.text()


def test_return_uses_what_is_ticked(qtbot: QtBot, dialog: PutTogether) -> None:
    dialog.file_button.click()
    ticked = dialog.model.keeps
    dialog.table.setFocus()
    with qtbot.waitSignal(dialog.chosen) as used:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert used.args == [ticked]


def test_a_plan_always_has_one_of_its_sides(dialog: PutTogether) -> None:
    model, table = dialog.model, dialog.table
    table.setCurrentIndex(model.index(0, MINE))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert ticks(model)[0][1:] == (True, False)
    table.setCurrentIndex(model.index(0, FILE))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert ticks(model)[0][1:] == (False, True)


def test_one_button_takes_the_files_side_wherever_both_differ(dialog: PutTogether) -> None:
    dialog.file_button.click()
    assert [row[1:] for row in ticks(dialog.model)] == [
        (False, True),
        (False, True),
        (True, False),
        (False, True),
    ]
    dialog.mine_button.click()
    assert [row[1:] for row in ticks(dialog.model)][:2] == [(True, False)] * 2


def test_both_sides_of_the_row_in_hand_are_read_whole(dialog: PutTogether) -> None:
    row, _words, _ticked = cell(dialog.model, "Parking space", MINE)
    dialog.table.setCurrentIndex(dialog.model.index(row + 1, FILE))
    assert dialog.whole[0].text() == "Not there"
    assert dialog.whole[1].text() == "The car park floods"


def test_who_hears_the_screen_is_told_the_side_the_words_and_whether_they_stay(
    dialog: PutTogether,
) -> None:
    row, _words, _ticked = cell(dialog.model, "Parking space", MINE)
    index = dialog.model.index(row, MINE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Here: Parking for nights. stays"
    nowhere = dialog.model.index(row, FILE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert nowhere == "In the file: Not there"


def test_what_was_ticked_is_what_comes_in(
    qtbot: QtBot, light: None, services: Services, look: FileLook
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    bring_in = BringIn(services, [look.path], window)
    bring_in.open()
    qtbot.waitUntil(lambda: bool(bring_in.rows))
    (row,) = bring_in.rows
    assert [line.text() for line in row.differences] == [
        "•  Plan: changed (Team, place and day)",
        "•  Votes: 1 changed (Personal qualities)",
        "•  Notes: 1 more in the file, 1 only here (Parking space)",
    ]
    assert not row.stays_button.isVisible()
    row.choices.buttons[How.MERGE.value].click()
    assert row.stays.text() == "3 stay as they are here · 1 comes from the file"
    row.stays_button.click()
    asked = bring_in.findChild(PutTogether)
    assert asked is not None
    asked.file_button.click()
    asked.use_button.click()
    assert row.stays.text() == "1 stays as it is here · 3 come from the file"
    with qtbot.waitSignal(bring_in.brought) as told:
        bring_in.bring_button.click()
    assert told.args == [[1]]
    meeting = services.meetings.read(1)
    assert meeting.workshop.plan.place == "Library"
    assert [one.tally.counts for one in meeting.revealed("PQ")] == [(0, 0, 1, 3, 1)]
    assert [note.text for note in meeting.notes_of(NoteKind.PARKING)] == [
        "Parking for nights",
        "The car park floods",
    ]
    stop_all(window)
