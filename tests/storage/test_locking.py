"""One writer at a time, and a place that is free again when its holder dies."""

from __future__ import annotations

import signal
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import func, select

from lqf_workshop.errors import LibraryInUse, LibraryProblem
from lqf_workshop.storage.database import Database
from lqf_workshop.storage.records import NoteRecord
from tests.builders import run_child, start_child

TRY_TO_OPEN = """
import sys
from pathlib import Path
from lqf_workshop.errors import LibraryProblem
from lqf_workshop.storage.database import Database
try:
    Database(Path(sys.argv[1])).close()
    print("opened")
except LibraryProblem as problem:
    print(type(problem).__name__, problem)
"""
HOLD = """
import sys, time
from pathlib import Path
from lqf_workshop.storage.database import Database
held = Database(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""
KEEP_WRITING = """
import sys
from pathlib import Path
from lqf_workshop.storage.database import Database
from lqf_workshop.storage.records import NoteRecord
database = Database(Path(sys.argv[1]))
while True:
    with database.transaction() as session:
        session.add(NoteRecord(workshop_id=1, kind="talk", about="", text="x" * 500, shown=False))
    print("written", flush=True)
"""


def test_a_second_window_is_refused_in_a_sentence(database: Database, library: Path) -> None:
    with pytest.raises(LibraryInUse, match=r"workshops\.lqf is already open in another"):
        Database(library)


def test_a_second_program_is_refused_in_a_sentence(database: Database, library: Path) -> None:
    assert run_child(TRY_TO_OPEN, library).startswith("LibraryInUse workshops.lqf is already open")


def test_the_first_window_goes_on_after_a_second_was_refused(
    database: Database, workshop_id: int, library: Path
) -> None:
    with pytest.raises(LibraryInUse):
        Database(library)
    with database.transaction() as session:
        session.add(
            NoteRecord(workshop_id=workshop_id, kind="talk", about="", text="on", shown=False)
        )


def test_a_library_is_free_after_it_was_closed(database: Database, library: Path) -> None:
    database.close()
    Database(library).close()


def test_a_library_that_could_not_be_opened_is_free_again(library: Path) -> None:
    library.write_text("not a library")
    with pytest.raises(LibraryProblem):
        Database(library)
    library.unlink()
    Database(library).close()


def test_a_library_is_free_when_its_holder_was_killed(library: Path) -> None:
    holder = start_child(HOLD, library)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(LibraryInUse):
        Database(library)
    holder.send_signal(signal.SIGKILL)
    holder.communicate(timeout=10)
    Database(library).close()


def test_a_library_can_be_read_while_another_program_writes_to_it(closed_library: Path) -> None:
    writer = start_child(KEEP_WRITING, closed_library)
    assert writer.stdout is not None
    reader = None
    try:
        writer.stdout.readline()
        reader = Database(closed_library, read_only=True)
        seen: list[int] = []
        for _line in islice(writer.stdout, 2000):
            with reader.reading() as session:
                seen.append(session.scalar(select(func.count(NoteRecord.id))) or 0)
            if len(set(seen)) > 2:
                break
        with (
            pytest.raises(LibraryProblem, match="can only be read, not changed"),
            reader.transaction() as session,
        ):
            session.add(NoteRecord(workshop_id=1, kind="t", about="", text="", shown=False))
        reader.check()
    finally:
        if reader is not None:
            reader.close()
        writer.kill()
        writer.communicate(timeout=10)
    assert seen == sorted(seen)
    assert seen[0] > 40
    assert len(set(seen)) > 2
