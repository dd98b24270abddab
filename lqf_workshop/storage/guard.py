"""Keep a library file safe: one writer, no file taken for what it is not, errors in words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lqf_workshop.errors import LibraryDamaged, LibraryInUse, LibraryProblem, WorkshopProblem
from lqf_workshop.user_folders import backups_of
from lqf_workshop.wording import _

_MAGIC = b"SQLite format 3\x00"


class WriterLock:
    """The one writer's place. SQLite holds it on a file beside the library.

    The system frees it by itself when the program dies, whatever the way.
    """

    def __init__(self, library: Path) -> None:
        """Take the place; LibraryInUse when another program has it."""
        self._held: sqlite3.Connection | None = None
        try:
            library.parent.mkdir(parents=True, exist_ok=True)
            file = library.with_name(library.name + ".lock")
            self._held = sqlite3.connect(
                file, timeout=0, isolation_level=None, check_same_thread=False
            )
            self._held.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            self.release()
            raise _not_locked(library, error) from None
        except OSError as error:
            raise _not_writable(library, error.strerror or str(error)) from None

    def release(self) -> None:
        """Give the place up; harmless when called twice."""
        if self._held is not None:
            self._held.close()
            self._held = None


def _not_locked(library: Path, error: sqlite3.Error) -> LibraryProblem:
    if (getattr(error, "sqlite_errorcode", 0) & 0xFF) == sqlite3.SQLITE_BUSY:
        return LibraryInUse(
            _(
                "{0} is already open in another LQF Workshop window. Please use that window, "
                "or close it first."
            ).format(library.name)
        )
    return _not_writable(library, str(error))


def _not_writable(library: Path, why: str) -> LibraryProblem:
    return LibraryProblem(
        _("The folder {0} cannot be written to ({1}). Choose another folder.").format(
            library.parent, why
        )
    )


def check_header(path: Path) -> None:
    """Refuse what is plainly not a whole SQLite file before SQLite touches it."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise LibraryProblem(
            _("{0} cannot be read ({1}).").format(path, error.strerror or error)
        ) from None
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise LibraryDamaged(
            _("{0} is not an LQF Workshop library. It was not changed.").format(path.name)
        )
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if size < (65536 if page == 1 else page) * pages and not _journal_waits(path):
        raise LibraryDamaged(damaged_words(path))


def _journal_waits(path: Path) -> bool:
    """Whether the journal still holds pages, which may be those the file seems to lack."""
    journal = path.with_name(path.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0


def damaged_words(path: Path) -> str:
    """Say that a file is damaged, and what can be done: only copies that exist are named."""
    told = _("Part of {0} is missing or damaged. It was not changed.").format(path.name)
    folder = backups_of(path)
    if folder.is_dir() and any(folder.iterdir()):
        way = _("Copies are kept in the folder {0}; start with one of those.").format(folder.name)
    else:
        way = _("If you have a copy of it on a stick or another laptop, start with that one.")
    return f"{told} {way}"


_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full. Your last change was not saved; the rest is safe. "
    "Free some space, then do it again.",
    sqlite3.SQLITE_READONLY: "{0} can only be read, not changed. Check the folder, "
    "or choose another one in Settings.",
    sqlite3.SQLITE_BUSY: "Another program is using {0} just now. Please try again in a moment.",
    sqlite3.SQLITE_LOCKED: "Another program is using {0} just now. Please try again in a moment.",
    sqlite3.SQLITE_IOERR: "The disk did not answer. Your last change was not saved; "
    "the rest is safe. Check the disk, then do it again.",
    sqlite3.SQLITE_CANTOPEN: "{0} cannot be opened. Check that the folder exists and may be used.",
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the disk or the file can do to us into a sentence; let our own bugs rise."""
    try:
        yield
    except Exception as error:
        # SQLAlchemy wraps the database's own error; it is not imported just to name it here.
        cause = getattr(error, "orig", error)
        problem = _problem(path, cause) if isinstance(cause, sqlite3.Error) else None
        if problem is None:
            raise
        raise problem from error


def _problem(path: Path, error: sqlite3.Error) -> WorkshopProblem | None:
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    primary = code & 0xFF
    if primary in _DAMAGE:
        return LibraryDamaged(damaged_words(path))
    sentence = _SENTENCES.get(primary)
    return LibraryProblem(_(sentence).format(path.name)) if sentence else None
