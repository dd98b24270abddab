"""A library without marks gets them, and its runs still name the runs that they go on with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lqf_workshop.storage.database import SCHEMA_VERSION, Database
from lqf_workshop.user_folders import backups_of
from tests.storage.older import insert, make_library, rows


@pytest.fixture
def fourth(tmp_path: Path) -> Path:
    """A library of the fourth version: two actions, and five runs of which two go on."""
    path = tmp_path / "fourth.lqf"
    make_library(path, 4)
    with closing(sqlite3.connect(path)) as connection, connection:
        insert(connection, "workshop", id=7, team="Rowan House")
        for number in (1, 2):
            insert(connection, "action", id=number, workshop_id=7, what=f"Action {number}")
        for number, continues in ((1, 0), (2, 1), (3, 9), (4, 2), (9, 0)):
            insert(connection, "step", id=number, workshop_id=7)
            insert(
                connection,
                "activity_run",
                id=number,
                workshop_id=7,
                step_id=number,
                continues=continues,
                words='{"name": "Power map"}',
            )
            insert(connection, "activity_entry", run_id=number, block="seen")
        connection.execute("DELETE FROM activity_run WHERE id = 9")
        connection.execute("DELETE FROM activity_entry WHERE run_id = 9")
    return path


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_empty_library_of_every_version_comes_up_to_date(tmp_path: Path, version: int) -> None:
    path = tmp_path / "older.lqf"
    make_library(path, version)
    Database(path).close()
    again = Database(path)
    again.check()
    again.close()
    assert rows(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert len(list(backups_of(path).iterdir())) == 1


def test_every_action_and_run_has_a_mark_of_its_own(fourth: Path) -> None:
    Database(fourth).close()
    found = rows(fourth, "SELECT mark FROM action UNION ALL SELECT mark FROM activity_run")
    marks = {str(mark) for (mark,) in found}
    assert len(marks) == len(found) == 6
    assert all(len(mark) == 16 and set(mark) <= set("0123456789abcdef") for mark in marks)


def test_a_run_goes_on_with_the_run_it_went_on_with_or_with_none_that_is_gone(
    fourth: Path,
) -> None:
    Database(fourth).close()
    marks = {row[0]: row[1] for row in rows(fourth, "SELECT id, mark FROM activity_run")}
    assert rows(fourth, "SELECT id, continues FROM activity_run ORDER BY id") == [
        (1, ""),
        (2, marks[1]),
        (3, ""),
        (4, marks[2]),
    ]


def test_the_lines_of_a_run_are_still_its_own(fourth: Path) -> None:
    before = rows(fourth, "SELECT * FROM activity_entry")
    words = rows(fourth, "SELECT id, workshop_id, step_id, words FROM activity_run")
    Database(fourth).close()
    assert rows(fourth, "SELECT * FROM activity_entry") == before
    assert rows(fourth, "SELECT id, workshop_id, step_id, words FROM activity_run") == words
    assert rows(fourth, "PRAGMA foreign_key_check") == []
    with closing(sqlite3.connect(fourth)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM workshop")
    for table in ("activity_run", "activity_entry", "action"):
        assert rows(fourth, f"SELECT * FROM {table}") == []


def test_the_number_of_a_run_that_is_gone_is_not_given_again(fourth: Path) -> None:
    Database(fourth).close()
    with closing(sqlite3.connect(fourth)) as connection, connection:
        insert(connection, "activity_run", workshop_id=7, step_id=9)
    assert rows(fourth, "SELECT max(id) FROM activity_run") == [(10,)]
