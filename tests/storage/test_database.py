"""A library keeps all of a transaction or nothing, and keeps it for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lqf_workshop.errors import LibraryProblem
from lqf_workshop.storage.database import APPLICATION_ID, SCHEMA_VERSION, Database
from lqf_workshop.storage.records import NoteRecord, Record, WorkshopRecord


def note(workshop_id: int, text: str = "We listened") -> NoteRecord:
    return NoteRecord(workshop_id=workshop_id, kind="talk", about="1", text=text, shown=False)


def notes_in(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count(NoteRecord.id))) or 0


def shape(path: Path) -> dict[str, object]:
    """Return every column, key and index of every table, as SQLite understands them."""
    found: dict[str, object] = {}
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        for table, sql in tables.fetchall():
            if table.startswith(("sqlite_", "alembic_")):
                continue
            indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
            found[table] = (
                connection.execute(f"PRAGMA table_info({table})").fetchall(),
                sorted(connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()),
                sorted(
                    (i[1], i[2], tuple(connection.execute(f"PRAGMA index_info({i[1]})")))
                    for i in indexes
                ),
                "AUTOINCREMENT" in sql,
            )
    return found


def test_the_migrations_build_exactly_the_records(database: Database) -> None:
    with database.reading() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, Record.metadata) == []


def test_the_migrations_build_every_key_and_index_of_the_records(
    database: Database, library: Path, tmp_path: Path
) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'wanted.sqlite'}")
    Record.metadata.create_all(engine)
    engine.dispose()
    assert shape(library) == shape(tmp_path / "wanted.sqlite")


def test_a_new_library_carries_our_mark_and_version(database: Database, library: Path) -> None:
    database.close()
    with closing(sqlite3.connect(library)) as connection:
        marks = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]
    assert marks == [APPLICATION_ID, SCHEMA_VERSION]


def test_what_a_transaction_stored_is_there_after_reopening(
    database: Database, workshop_id: int, library: Path
) -> None:
    database.close()
    again = Database(library)
    with again.reading() as session:
        assert session.get_one(WorkshopRecord, workshop_id).team == "Rowan House"
    again.close()


def test_leaving_a_transaction_early_keeps_nothing(database: Database, workshop_id: int) -> None:
    class LeftTheRoom(Exception):
        pass

    def write_and_leave(session: Session) -> None:
        session.add(note(workshop_id))
        session.flush()
        raise LeftTheRoom

    with pytest.raises(LeftTheRoom), database.transaction() as session:
        write_and_leave(session)
    assert notes_in(database) == 0


def test_a_transaction_works_after_one_that_was_left_early(
    database: Database, workshop_id: int
) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(note(workshop_id=999))
    with database.transaction() as session:
        session.add(note(workshop_id))
    assert notes_in(database) == 1


def test_nothing_can_hang_on_a_workshop_that_is_not_there(database: Database) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), database.transaction() as session:
        session.add(note(workshop_id=999))


def test_a_bug_in_the_log_tells_no_words_that_people_typed(database: Database) -> None:
    with pytest.raises(IntegrityError) as caught, database.transaction() as session:
        session.add(note(999, "Mrs B was upset"))
    assert "Mrs B" not in str(caught.value)


def test_deleting_a_workshop_deletes_what_hangs_on_it(database: Database, workshop_id: int) -> None:
    with database.transaction() as session:
        session.add(note(workshop_id))
    with database.transaction() as session:
        session.delete(session.get_one(WorkshopRecord, workshop_id))
    assert notes_in(database) == 0


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)],
)
def test_durable_settings_are_in_force_on_every_connection(
    database: Database, pragma: str, value: object
) -> None:
    with database.reading() as first, database.transaction() as second:
        for session in (first, second):
            found = session.connection().exec_driver_sql(f"PRAGMA {pragma}").scalar_one()
            assert found == value


def test_durable_settings_are_in_force_after_reopening(database: Database, library: Path) -> None:
    database.close()
    again = Database(library)
    with again.transaction() as session:
        found = [
            session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "secure_delete")
        ]
    again.close()
    assert found == ["wal", 2, 1]


def test_a_reader_has_one_view_while_somebody_writes(database: Database, workshop_id: int) -> None:
    with database.reading() as session:
        before = session.scalar(select(func.count(NoteRecord.id)))
        with database.transaction() as writer:
            writer.add(note(workshop_id))
        assert session.scalar(select(func.count(NoteRecord.id))) == before
    assert notes_in(database) == 1


def test_writers_in_several_threads_wait_for_each_other(
    database: Database, workshop_id: int
) -> None:
    problems: list[BaseException] = []

    def write() -> None:
        try:
            for _n in range(10):
                with database.transaction() as session:
                    session.scalar(select(func.count(NoteRecord.id)))
                    session.add(note(workshop_id))
        except BaseException as problem:
            problems.append(problem)

    threads = [Thread(target=write) for _n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert notes_in(database) == 40


def test_closing_twice_is_harmless(database: Database) -> None:
    database.close()
    database.close()
    again = Database(database.path)
    again.check()
    again.close()


@pytest.mark.parametrize(
    "name", ["team’s notes.lqf", "50% off?.lqf", "#1 & co.lqf", "Zoë أمل.lqf", "with space .lqf"]
)
def test_a_library_may_have_any_name(tmp_path: Path, name: str) -> None:
    Database(tmp_path / name).close()
    assert (tmp_path / name).stat().st_size > 0
    Database(tmp_path / name).close()


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    Database(tmp_path / "a" / "b" / "workshops.lqf").close()
    assert (tmp_path / "a" / "b" / "workshops.lqf").exists()


def test_a_new_library_is_whole(database: Database) -> None:
    database.check()


@pytest.fixture
def read_only(closed_library: Path) -> Iterator[Database]:
    opened = Database(closed_library, read_only=True)
    yield opened
    opened.close()


def test_a_library_opened_for_reading_can_be_read(read_only: Database) -> None:
    assert notes_in(read_only) == 40


def test_a_library_opened_for_reading_refuses_to_be_changed_in_a_sentence(
    read_only: Database,
) -> None:
    with (
        pytest.raises(LibraryProblem, match=r"workshops\.lqf can only be read, not changed"),
        read_only.transaction() as session,
    ):
        session.add(note(1))
    assert notes_in(read_only) == 40


def test_reading_a_library_that_is_not_there_is_explained_and_makes_no_file(
    library: Path,
) -> None:
    with pytest.raises(LibraryProblem, match="There is no library at"):
        Database(library, read_only=True)
    assert not library.exists()


def test_a_number_is_never_given_twice_so_that_nothing_old_meets_something_new(
    database: Database, workshop_id: int
) -> None:
    def add() -> int:
        with database.transaction() as session:
            record = note(workshop_id)
            session.add(record)
            session.flush()
            return record.id

    removed = add()
    with database.transaction() as session:
        session.delete(session.get_one(NoteRecord, removed))
    assert add() > removed
