"""An older library is copied first, then brought up to date, or left as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from lqf_workshop.errors import LibraryDamaged, LibraryProblem
from lqf_workshop.storage import snapshots
from lqf_workshop.storage.database import SCHEMA_VERSION, Database
from lqf_workshop.user_folders import backups_of


def grow_older(library: Path, *, in_the_way: bool = False) -> None:
    """Make the library look as one from before its tables; old words stay in a table of theirs.

    With ``in_the_way`` one of the tables is left, so that the upgrade stumbles over it.
    """
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("CREATE TABLE old_words AS SELECT text FROM note")
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name != 'old_words'"
        ).fetchall():
            if not (in_the_way and table == "ballot"):
                connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 0")


def contents(library: Path) -> list[str]:
    with closing(sqlite3.connect(library)) as connection:
        return list(connection.iterdump())


def version(library: Path) -> int:
    with closing(sqlite3.connect(library)) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return found


def copies(library: Path) -> list[Path]:
    folder = backups_of(library)
    return sorted(folder.iterdir()) if folder.exists() else []


def test_an_older_library_is_brought_up_to_date(closed_library: Path) -> None:
    grow_older(closed_library)
    Database(closed_library).close()
    assert version(closed_library) == SCHEMA_VERSION
    assert contents(closed_library)


def test_what_was_in_an_older_library_is_still_there(closed_library: Path) -> None:
    grow_older(closed_library)
    Database(closed_library).close()
    assert "Note 39." in "\n".join(contents(closed_library))


def test_an_older_library_is_copied_whole_before_it_is_changed(closed_library: Path) -> None:
    grow_older(closed_library)
    before = contents(closed_library)
    Database(closed_library).close()
    (copy,) = copies(closed_library)
    assert f"before-version-{SCHEMA_VERSION}" in copy.name
    assert contents(copy) == before
    assert version(copy) == 0


def test_a_library_that_is_up_to_date_is_not_copied(closed_library: Path) -> None:
    Database(closed_library).close()
    assert copies(closed_library) == []


def test_a_new_library_is_not_copied(library: Path) -> None:
    Database(library).close()
    assert copies(library) == []


def test_an_upgrade_that_fails_leaves_the_library_as_it_was(closed_library: Path) -> None:
    grow_older(closed_library, in_the_way=True)
    before = contents(closed_library)
    with pytest.raises(OperationalError, match="already exists"):
        Database(closed_library)
    assert contents(closed_library) == before
    assert version(closed_library) == 0


def test_a_library_whose_upgrade_failed_can_be_opened_by_somebody_else(
    closed_library: Path,
) -> None:
    grow_older(closed_library, in_the_way=True)
    with pytest.raises(OperationalError):
        Database(closed_library)
    with closing(sqlite3.connect(closed_library)) as connection, connection:
        connection.execute("DROP TABLE ballot")
    Database(closed_library).close()


def test_an_older_library_is_not_upgraded_for_reading_alone(closed_library: Path) -> None:
    grow_older(closed_library)
    before = closed_library.read_bytes()
    with pytest.raises(LibraryProblem, match=r"from an older version\. Open it once in the app"):
        Database(closed_library, read_only=True)
    assert closed_library.read_bytes() == before


def test_nothing_is_upgraded_when_the_copy_cannot_be_made(closed_library: Path) -> None:
    grow_older(closed_library)
    backups_of(closed_library).write_text("a file where the folder should be")
    before = contents(closed_library)
    with pytest.raises(LibraryProblem, match=r"safety copy .* could not be made, so nothing was"):
        Database(closed_library)
    assert contents(closed_library) == before


def test_a_copy_holds_what_is_still_in_the_journal(database: Database, workshop_id: int) -> None:
    copy = snapshots.take(database.path, "test")
    assert "Rowan House" in "\n".join(contents(copy))


def test_a_copy_holds_no_vote_that_is_still_open(database: Database, workshop_id: int) -> None:
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        columns = [row[1:4] for row in connection.execute("PRAGMA table_info(ballot)")]
        values = {name: 1 if "INT" in kind.upper() else "" for name, kind, _needed in columns}
        marks = ", ".join("?" for _name in values)
        connection.execute(
            f"INSERT INTO ballot ({', '.join(values)}) VALUES ({marks})", list(values.values())
        )
    copy = snapshots.take(database.path, "test")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM ballot").fetchone() == (0,)
    with closing(sqlite3.connect(database.path)) as connection:
        assert connection.execute("SELECT count(*) FROM ballot").fetchone() == (1,)


def test_two_copies_are_two_files(database: Database) -> None:
    first, second = (snapshots.take(database.path, "test") for _n in range(2))
    assert first != second
    assert copies(database.path) == sorted([first, second])


def test_a_copy_can_be_opened_as_a_library(database: Database) -> None:
    copy = Database(snapshots.take(database.path, "test"))
    copy.check()
    copy.close()


def test_a_damaged_library_gives_no_copy_and_says_so(closed_library: Path) -> None:
    whole = bytearray(closed_library.read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 4096] = bytes(4096)
    closed_library.write_bytes(whole)
    with pytest.raises(LibraryProblem, match="safety copy"):
        snapshots.take(closed_library, "test")
    assert copies(closed_library) == []


def test_a_damaged_older_library_is_not_upgraded(closed_library: Path) -> None:
    grow_older(closed_library)
    whole = bytearray(closed_library.read_bytes())
    whole[-4096:] = b"\x55" * 4096
    closed_library.write_bytes(whole)
    with pytest.raises((LibraryDamaged, LibraryProblem)):
        Database(closed_library)
    assert version(closed_library) == 0
