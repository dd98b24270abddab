"""A full disk costs the last change and nothing else, and is explained."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from lqf_workshop.errors import LibraryProblem
from lqf_workshop.storage.database import Database
from lqf_workshop.storage.records import NoteRecord
from tests.builders import run_child

LONG = "We listened at handover. " * 400


def notes_in(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count(NoteRecord.id))) or 0


def write(database: Database, text: str) -> None:
    with database.transaction() as session:
        session.add(NoteRecord(workshop_id=1, kind="t", about="", text=text, shown=False))


def limit_pages(database: Database, pages: int) -> None:
    with database.reading() as session:
        connection = session.connection()
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {used + pages}")


@contextmanager
def full_disk(database: Database) -> Iterator[None]:
    limit_pages(database, 0)
    yield
    limit_pages(database, 10_000)


def test_a_full_disk_is_explained(database: Database, workshop_id: int) -> None:
    with (
        full_disk(database),
        pytest.raises(LibraryProblem, match=r"The disk is full\. Your last change was not saved"),
    ):
        write(database, LONG)


def test_a_full_disk_keeps_what_was_there_and_nothing_of_the_last_change(
    database: Database, workshop_id: int
) -> None:
    write(database, "before")
    with full_disk(database), pytest.raises(LibraryProblem):
        write(database, LONG)
    assert notes_in(database) == 1
    database.check()


def test_when_space_is_free_again_the_same_change_can_be_made(
    database: Database, workshop_id: int
) -> None:
    with full_disk(database), pytest.raises(LibraryProblem):
        write(database, LONG)
    write(database, LONG)
    assert notes_in(database) == 1


FILL_THE_DISK = """
import resource, signal, sys
from pathlib import Path
from lqf_workshop.errors import LibraryProblem
from lqf_workshop.storage.database import Database
from lqf_workshop.storage.records import NoteRecord
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = Database(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
for n in range(1000):
    try:
        with database.transaction() as session:
            session.add(NoteRecord(workshop_id=1, kind="t", about=str(n), text="x" * 3000,
                                   shown=False))
    except LibraryProblem as problem:
        print(problem)
        break
    print(n)
with database.reading() as session:
    print(session.get_one(NoteRecord, 41).about)
database.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of a file’s size needs Unix")
def test_a_file_that_cannot_grow_is_explained_and_loses_nothing(closed_library: Path) -> None:
    *written, sentence, still_readable = run_child(FILL_THE_DISK, closed_library).splitlines()
    assert "Your last change was not saved; the rest is safe" in sentence
    assert still_readable == "0"
    database = Database(closed_library)
    database.check()
    with database.reading() as session:
        kept = session.scalars(select(NoteRecord.about).where(NoteRecord.kind == "t")).all()
    database.close()
    assert list(kept) == written
    assert written
