"""A library of the first version comes up to date with every vote and word that was in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lqf_workshop.storage.database import Database
from tests.storage.older import insert, make_library, rows


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A library of the first version: a revealed round, and an open one with votes in it."""
    path = tmp_path / "first.lqf"
    make_library(path, 1)
    with closing(sqlite3.connect(path)) as connection, connection:
        insert(connection, "workshop", id=7, team="Rowan House")
        for number, code, tally in ((1, "PQ", "0,1,4,2,0,1"), (2, "WO", None)):
            insert(
                connection,
                "rating_round",
                id=number,
                workshop_id=7,
                dimension=code,
                number=1,
                expected=11,
                tally=tally,
            )
        for number, answer in ((901, 4), (902, 0)):
            insert(connection, "ballot", id=number, round_id=2, answer=answer)
        insert(connection, "hand_count", round_id=2, answer=3, count=5)
        insert(connection, "note", id=1, workshop_id=7, text="Nights are told, not asked.")
    return path


def test_rounds_votes_hands_and_words_are_all_still_there(first: Path) -> None:
    Database(first).close()
    assert rows(first, "SELECT id, subject, tally, by_level FROM rating_round") == [
        (1, "PQ", "0,1,4,2,0,1", "{}"),
        (2, "WO", None, "{}"),
    ]
    assert rows(first, "SELECT id, round_id, answer, level FROM ballot") == [
        (901, 2, 4, ""),
        (902, 2, 0, ""),
    ]
    assert rows(first, "SELECT round_id, level, answer, count FROM hand_count") == [(2, "", 3, 5)]
    assert rows(first, "SELECT text FROM note") == [("Nights are told, not asked.",)]


def test_an_older_workshop_is_rated_as_it_was_planned(first: Path) -> None:
    Database(first).close()
    found = rows(first, "SELECT depths, scale_code, by_level, comments, room_code FROM workshop")
    assert found == [("{}", "team", 0, 0, None)]


def test_the_new_tables_belong_to_the_old_rows_as_before(first: Path) -> None:
    Database(first).close()
    assert rows(first, "PRAGMA foreign_key_check") == []
    with closing(sqlite3.connect(first)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM workshop")
    for table in ("rating_round", "ballot", "hand_count", "note"):
        assert rows(first, f"SELECT * FROM {table}") == []


def test_the_number_of_a_deleted_round_is_not_given_again(first: Path) -> None:
    Database(first).close()
    with closing(sqlite3.connect(first)) as connection, connection:
        connection.execute("DELETE FROM rating_round WHERE id = 2")
        insert(connection, "rating_round", workshop_id=7, subject="MS", number=1, expected=11)
    assert rows(first, "SELECT max(id) FROM rating_round") == [(3,)]
