"""Open a library file safely, bring it up to date, and hand out transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from lqf_workshop.errors import (
    LibraryDamaged,
    LibraryInUse,
    LibraryProblem,
    LibraryTooNew,
    WorkshopProblem,
)
from lqf_workshop.storage import snapshots
from lqf_workshop.wording import _

APPLICATION_ID = 0x4C514657
"""Marks a SQLite file as one of ours: the letters LQFW."""
SCHEMA_VERSION = 1
"""The number of the newest migration; kept in the file as ``user_version``."""
_MAGIC = b"SQLite format 3\x00"


class Database:
    """One library file, held by one writer at a time."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open ``path``; a missing file is created unless ``read_only``.

        Raises a LibraryProblem for a file that cannot be used; such a file is left as it is.
        """
        self.path = path
        self._lock = None if read_only else _lock(path)
        try:
            fresh = not path.exists() or path.stat().st_size == 0
            if fresh and read_only:
                raise LibraryProblem(_("There is no library at {0}.").format(path))
            if not fresh:
                _check_header(path)
            self._engine = _engine(path, read_only)
            self._reading = sessionmaker(self._engine, expire_on_commit=False, autoflush=False)
            # A writer waits for its turn before it reads, or what it read could be out of date.
            self._writing = sessionmaker(
                self._engine.execution_options(begin="IMMEDIATE"),
                expire_on_commit=False,
                autoflush=False,
            )
            self._bring_up_to_date(fresh, read_only)
        except BaseException:
            self.close()
            raise

    def _bring_up_to_date(self, fresh: bool, read_only: bool) -> None:
        with _explained(self.path), self._engine.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            empty = not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        if empty and not ours and not version:
            fresh = True  # the very first start was cut short before it had stored anything
        if not fresh and ours != APPLICATION_ID:
            raise LibraryDamaged(
                _("{0} is a database, but not an LQF Workshop library. It was not changed.").format(
                    self.path.name
                )
            )
        if version > SCHEMA_VERSION:
            raise LibraryTooNew(
                _(
                    "{0} was written by a newer version of LQF Workshop. It was not changed. "
                    "Please install the newer version on this laptop too."
                ).format(self.path.name)
            )
        if read_only and version < SCHEMA_VERSION:
            raise LibraryProblem(
                _("{0} is from an older version. Open it once in the app, then try again.").format(
                    self.path.name
                )
            )
        if not read_only:
            self._keep_a_journal()
        if version == SCHEMA_VERSION:
            return
        if not fresh:
            snapshots.take(self.path, f"before-version-{SCHEMA_VERSION}")
        self._migrate()

    def _keep_a_journal(self) -> None:
        """Write ahead from now on; this changes the file, so it comes after every refusal."""
        with _explained(self.path), self._engine.connect() as connection:
            _autocommit(connection).execute("PRAGMA journal_mode = WAL")

    def _migrate(self) -> None:
        # Alembic takes a third of a second to import; most starts do not need it.
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with _explained(self.path), self._engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give one unit of work: all of it is on disk when the block ends, or none of it."""
        with _explained(self.path), self._writing.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give one consistent view of the library, for reading only."""
        with _explained(self.path), self._reading() as session:
            yield session

    def wipe_traces(self) -> None:
        """Empty the journal, so that what was deleted is in no file of the library any more."""
        with _explained(self.path), self._engine.connect() as connection:
            _autocommit(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def check(self) -> None:
        """Read the whole file; raise LibraryDamaged if any part of it is broken."""
        with _explained(self.path), self._engine.connect() as connection:
            found = connection.execute(text("PRAGMA integrity_check(1)")).scalar_one()
            orphans = connection.execute(text("PRAGMA foreign_key_check")).first()
        if found != "ok" or orphans is not None:
            raise LibraryDamaged(_damaged_words(self.path))

    def close(self) -> None:
        """Let go of the file; harmless when called twice."""
        if hasattr(self, "_engine"):
            self._engine.dispose()
        if self._lock is not None:
            self._lock.release()


def _autocommit(connection: Any) -> sqlite3.Connection:  # noqa: ANN401
    """Return sqlite3's own connection, outside any transaction."""
    raw: sqlite3.Connection = connection.connection.driver_connection
    return raw


def _lock(path: Path) -> FileLock:
    """Take the one writer's place, which the system frees by itself if the program dies."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(f"{path}.lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise LibraryInUse(
            _(
                "{0} is already open in another LQF Workshop window. Please use that window, "
                "or close it first."
            ).format(path.name)
        ) from None
    except OSError as error:
        raise LibraryProblem(
            _("The folder {0} cannot be written to ({1}). Choose another folder.").format(
                path.parent, error.strerror or error
            )
        ) from None
    return lock


def _check_header(path: Path) -> None:
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
        raise LibraryDamaged(_damaged_words(path))


def _journal_waits(path: Path) -> bool:
    """Whether the journal still holds pages, which may be those the file seems to lack."""
    journal = path.with_name(path.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0


def _damaged_words(path: Path) -> str:
    return _(
        "Part of {0} is missing or damaged. It was not changed. "
        "Copies are kept in the folder {1}; start with one of those."
    ).format(path.name, path.name + "-backups")


def _engine(path: Path, read_only: bool) -> Engine:
    mode = "ro" if read_only else "rwc"
    uri = f"file:{_uri_path(path)}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=2)
    event.listen(engine, "begin", _begin)
    return engine


def _uri_path(path: Path) -> str:
    """Return a path as SQLite's file URI wants it, whatever letters it holds."""
    return path.absolute().as_uri().removeprefix("file:")


def _begin(connection: Any) -> None:  # noqa: ANN401
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")


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
def _explained(path: Path) -> Iterator[None]:
    """Turn what the disk or the file can do to us into a sentence; let our own bugs rise."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        problem = _problem(path, error.orig if isinstance(error, DBAPIError) else error)
        if problem is None:
            raise
        raise problem from error


def _problem(path: Path, error: BaseException | None) -> WorkshopProblem | None:
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    primary = code & 0xFF
    if primary in _DAMAGE:
        return LibraryDamaged(_damaged_words(path))
    sentence = _SENTENCES.get(primary)
    return LibraryProblem(_(sentence).format(path.name)) if sentence else None
