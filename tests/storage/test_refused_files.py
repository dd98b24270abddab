"""A file that cannot be used is named in a sentence and left exactly as it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lqf_workshop.errors import LibraryDamaged, LibraryProblem, LibraryTooNew
from lqf_workshop.storage import snapshots
from lqf_workshop.storage.database import APPLICATION_ID, SCHEMA_VERSION, Database
from lqf_workshop.storage.records import NoteRecord
from tests.builders import run_child

PAGE = 4096
OPEN_IN_A_FOLDER = """
import sys
from pathlib import Path
from lqf_workshop.errors import LibraryProblem
from lqf_workshop.storage.database import Database
try:
    Database(Path(sys.argv[1]))
except LibraryProblem as problem:
    print(problem)
"""


def make_newer(library: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def make_foreign(library: Path) -> None:
    library.unlink()
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


def make_foreign_with_a_journal(library: Path) -> None:
    make_foreign(library)
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def make_text(library: Path) -> None:
    library.write_text("Shopping list: tea, milk, biscuits. " * 20)


def make_short_text(library: Path) -> None:
    library.write_text("tea")


def make_half(library: Path) -> None:
    whole = library.read_bytes()
    library.write_bytes(whole[: len(whole) // 2])


def make_one_byte_short(library: Path) -> None:
    library.write_bytes(library.read_bytes()[:-1])


def make_headless(library: Path) -> None:
    library.write_bytes(bytes(PAGE) + library.read_bytes()[PAGE:])


def make_header_only(library: Path) -> None:
    library.write_bytes(library.read_bytes()[:100])


CASES = [
    (make_newer, LibraryTooNew, "written by a newer version.*It was not changed.*install"),
    (make_foreign, LibraryDamaged, "a database, but not an LQF Workshop library"),
    (make_foreign_with_a_journal, LibraryDamaged, "a database, but not an LQF Workshop library"),
    (make_text, LibraryDamaged, "is not an LQF Workshop library. It was not changed"),
    (make_short_text, LibraryDamaged, "is not an LQF Workshop library. It was not changed"),
    (make_half, LibraryDamaged, "missing or damaged.*If you have a copy of it"),
    (make_one_byte_short, LibraryDamaged, "missing or damaged.*If you have a copy of it"),
    (make_headless, LibraryDamaged, "is not an LQF Workshop library. It was not changed"),
    (make_header_only, LibraryDamaged, "missing or damaged"),
]


def test_a_damaged_library_names_its_copies_where_there_are_some(closed_library: Path) -> None:
    snapshots.take(closed_library, "before-upgrade")
    make_half(closed_library)
    with pytest.raises(LibraryDamaged, match=r"the folder workshops\.lqf-backups"):
        Database(closed_library)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("spoil", "kind", "words"), CASES, ids=lambda v: getattr(v, "__name__", "")
)
def test_a_file_that_is_no_use_is_refused_in_a_sentence_and_not_touched(
    closed_library: Path, spoil: object, kind: type[LibraryProblem], words: str, read_only: bool
) -> None:
    assert callable(spoil)
    spoil(closed_library)
    before = closed_library.read_bytes()
    with pytest.raises(kind, match=words):
        Database(closed_library, read_only=read_only)
    assert closed_library.read_bytes() == before


@pytest.mark.parametrize(
    ("spoil", "_kind", "_words"), CASES, ids=lambda v: getattr(v, "__name__", "")
)
def test_a_refused_file_leaves_nothing_beside_it_but_the_lock(
    closed_library: Path, spoil: object, _kind: object, _words: str
) -> None:
    assert callable(spoil)
    spoil(closed_library)
    with pytest.raises(LibraryProblem):
        Database(closed_library)
    beside = {file.name for file in closed_library.parent.iterdir()} - {closed_library.name}
    assert beside <= {"workshops.lqf.lock"}


@pytest.mark.parametrize("page", range(1, 8))
def test_zeros_in_the_middle_are_found_by_the_check_and_not_touched(
    closed_library: Path, page: int
) -> None:
    whole = bytearray(closed_library.read_bytes())
    start = len(whole) * page // 8 // PAGE * PAGE
    whole[start : start + PAGE] = bytes(PAGE)
    closed_library.write_bytes(whole)
    with pytest.raises(LibraryDamaged, match=r"missing or damaged\. It was not changed"):
        check_whole(closed_library)
    assert closed_library.read_bytes() == whole


def check_whole(library: Path) -> None:
    database = Database(library)
    try:
        database.check()
    finally:
        database.close()


def test_words_that_hang_on_nothing_are_found_by_the_check(closed_library: Path) -> None:
    with closing(sqlite3.connect(closed_library)) as connection, connection:
        connection.execute("UPDATE note SET workshop_id = 999 WHERE id = 1")
    with pytest.raises(LibraryDamaged):
        check_whole(closed_library)


def test_a_first_start_that_was_cut_short_is_started_again(library: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert library.stat().st_size > 0
    check_whole(library)


def test_a_first_start_that_was_cut_short_needs_no_safety_copy(library: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    Database(library).close()
    assert not library.with_name("workshops.lqf-backups").exists()


def test_a_library_killed_while_its_journal_was_moving_in_is_whole(
    database: Database, workshop_id: int, library: Path, tmp_path: Path
) -> None:
    """SQLite writes the first page first, so the file may be shorter than that page says."""
    with database.transaction() as session:
        for n in range(60):
            session.add(
                NoteRecord(
                    workshop_id=workshop_id, kind="t", about="", text=f"{n}" * 900, shown=False
                )
            )
    torn = tmp_path / "torn.lqf"
    shutil.copyfile(library, torn)
    shutil.copyfile(f"{library}-wal", f"{torn}-wal")
    database.close()
    first_page = library.read_bytes()[:PAGE]
    torn.write_bytes(first_page + torn.read_bytes()[PAGE:])
    assert torn.stat().st_size < library.stat().st_size
    again = Database(torn)
    again.check()
    with again.reading() as session:
        assert session.get_one(NoteRecord, 60).text == "59" * 900
    again.close()


def test_an_empty_file_becomes_a_library(library: Path) -> None:
    library.touch()
    check_whole(library)


def test_a_folder_is_no_library(library: Path) -> None:
    library.mkdir()
    with pytest.raises(LibraryProblem, match="cannot be read"):
        Database(library)


def test_a_folder_that_is_really_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("tea")
    with pytest.raises(LibraryProblem, match=r"notes\.txt cannot be written to .*another folder"):
        Database(tmp_path / "notes.txt" / "workshops.lqf")
    assert (tmp_path / "notes.txt").read_text() == "tea"


def without_a_superusers_rights() -> list[str]:
    """Return what to put before a command so that a folder's rights count, even for root."""
    if os.geteuid():
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root may write anywhere, and setpriv is not there to forbid it")
    return [setpriv, "--bounding-set", "-dac_override,-dac_read_search", "--"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a folder are others on Windows")
@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_can_only_be_read_is_explained(
    closed_library: Path, tmp_path: Path, there: bool
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    if there:
        shutil.copyfile(closed_library, folder / "workshops.lqf")
    folder.chmod(0o555)
    try:
        said = run_child(
            OPEN_IN_A_FOLDER, folder / "workshops.lqf", prefix=without_a_superusers_rights()
        )
    finally:
        folder.chmod(0o755)
    assert "cannot be written to" in said
    assert "Choose another folder" in said


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a folder are others on Windows")
def test_a_library_in_a_folder_that_can_only_be_read_can_be_read(
    closed_library: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    shutil.copyfile(closed_library, folder / "workshops.lqf")
    folder.chmod(0o555)
    try:
        said = run_child(
            COUNT_THE_NOTES, folder / "workshops.lqf", prefix=without_a_superusers_rights()
        )
    finally:
        folder.chmod(0o755)
    assert said == "40\n"


COUNT_THE_NOTES = """
import sys
from pathlib import Path
from lqf_workshop.storage.database import Database
database = Database(Path(sys.argv[1]), read_only=True)
database.check()
with database.plain() as connection:
    print(connection.execute("SELECT count(*) FROM note").fetchone()[0])
database.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights of a file are others on Windows")
def test_a_library_that_can_only_be_read_is_explained_and_not_changed(
    closed_library: Path,
) -> None:
    before = closed_library.read_bytes()
    closed_library.chmod(0o444)
    said = run_child(WRITE_A_NOTE, closed_library, prefix=without_a_superusers_rights())
    assert "can only be read, not changed" in said
    assert closed_library.read_bytes() == before


WRITE_A_NOTE = """
import sys
from pathlib import Path
from lqf_workshop.errors import LibraryProblem
from lqf_workshop.storage.database import Database
from lqf_workshop.storage.records import NoteRecord
try:
    database = Database(Path(sys.argv[1]))
    with database.transaction() as session:
        session.add(NoteRecord(workshop_id=1, kind="t", about="", text="", shown=False))
except LibraryProblem as problem:
    print(problem)
"""


def test_a_mark_that_is_not_ours_is_not_ours_whatever_the_tables(closed_library: Path) -> None:
    with closing(sqlite3.connect(closed_library)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID + 1}")
    with pytest.raises(LibraryDamaged, match="not an LQF Workshop library"):
        Database(closed_library)
