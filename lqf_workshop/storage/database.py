"""Open a library file safely, bring it up to date, and hand out transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lqf_workshop.errors import LibraryDamaged, LibraryProblem, LibraryTooNew
from lqf_workshop.storage import snapshots
from lqf_workshop.storage.guard import WriterLock, check_header, damaged_words, explained
from lqf_workshop.wording import _

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from lqf_workshop.storage.engine import Sessions

APPLICATION_ID = 0x4C514657
"""Marks a SQLite file as one of ours: the letters LQFW."""
SCHEMA_VERSION = 5
"""The number of the newest migration; kept in the file as ``user_version``."""


class Database:
    """One library file, held by one writer at a time."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open ``path``; a missing file is created unless ``read_only``.

        Raises a LibraryProblem for a file that cannot be used; such a file is left as it is.
        """
        self.path = path
        self._read_only = read_only
        self._lock = None if read_only else WriterLock(path)
        try:
            fresh = not path.exists() or path.stat().st_size == 0
            if fresh and read_only:
                raise LibraryProblem(_("There is no library at {0}.").format(path))
            if not fresh:
                check_header(path)
            self._bring_up_to_date(fresh)
        except BaseException:
            self.close()
            raise

    @cached_property
    def _sessions(self) -> Sessions:
        # SQLAlchemy takes longer to import than all of Qt, so it waits for its first use.
        from lqf_workshop.storage.engine import Sessions

        return Sessions(self._connect)

    def _connect(self) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?mode={self._mode()}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
        # SQLite's own LIKE tells É from é; names are looked for in either case.
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
        return connection

    def _mode(self) -> str:
        """Say how to open the file; one that lies still in a locked folder needs no journal."""
        if not self._read_only:
            return "rwc"
        journal = self.path.with_name(self.path.name + "-wal")
        still = not journal.exists() and not os.access(self.path.parent, os.W_OK)
        return "ro&immutable=1" if still else "ro"

    @contextmanager
    def plain(self) -> Iterator[sqlite3.Connection]:
        """Give the file as plain SQLite, rows by name: for reading lists, never for writing."""
        with explained(self.path), closing(self._connect()) as connection:
            connection.row_factory = sqlite3.Row
            yield connection

    def _bring_up_to_date(self, fresh: bool) -> None:
        with self.plain() as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            ours = connection.execute("PRAGMA application_id").fetchone()[0]
            empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
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
        if self._read_only and version < SCHEMA_VERSION:
            raise LibraryProblem(
                _("{0} is from an older version. Open it once in the app, then try again.").format(
                    self.path.name
                )
            )
        if not self._read_only:
            self._keep_a_journal()
        if version == SCHEMA_VERSION:
            return
        if not fresh:
            snapshots.take(self.path, f"before-version-{SCHEMA_VERSION}")
        self._migrate()

    def _keep_a_journal(self) -> None:
        """Write ahead from now on; this changes the file, so it comes after every refusal.

        A journal that a killed program left may hold votes that were deleted since: empty it.
        """
        with self.plain() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _migrate(self) -> None:
        # Alembic takes a third of a second to import; most starts do not need it.
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with explained(self.path), self._without_cascades() as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise LibraryDamaged(damaged_words(self.path))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")

    @contextmanager
    def _without_cascades(self) -> Iterator[Connection]:
        """Give a connection on which a table can be made anew; SQLite does it by dropping it.

        With foreign keys on, that would delete whatever belongs to its rows.
        """
        with self._sessions.engine.connect() as connection:
            plain = connection.connection.cursor()
            plain.execute("PRAGMA foreign_keys = OFF")
            try:
                yield connection
            finally:
                plain.execute("PRAGMA foreign_keys = ON")
                plain.close()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give one unit of work: all of it is on disk when the block ends, or none of it."""
        with explained(self.path), self._sessions.writing.begin() as session:
            yield session

    @contextmanager
    def together(self) -> Iterator[Database]:
        """Give this library for acts that belong together: all are on disk at the end, or none.

        Only what is done through the library given belongs to it; whoever uses this one
        meanwhile sees nothing of it, and waits to write. One act that fails must fail the rest.
        """
        with self.transaction() as session:
            yield _Together(self.path, session)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give one consistent view of the library, for reading only."""
        with explained(self.path), self._sessions.reading() as session:
            yield session

    def wipe_traces(self) -> None:
        """Empty the journal, so that what was deleted is in no file of the library any more."""
        with self.plain() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def check(self) -> None:
        """Read the whole file; raise LibraryDamaged if any part of it is broken."""
        with self.plain() as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
        if found != "ok" or orphans is not None:
            raise LibraryDamaged(damaged_words(self.path))

    def close(self) -> None:
        """Let go of the file; harmless when called twice."""
        if "_sessions" in self.__dict__:
            self._sessions.engine.dispose()
        if self._lock is not None:
            self._lock.release()


class _Together(Database):
    """A library in the middle of a larger transaction; its acts are parts of that one."""

    def __init__(self, path: Path, session: Session) -> None:
        self.path = path
        self._read_only = True  # what is read as plain SQLite is what was there before
        self._lock = None
        self._session = session
        self._at_hand: list[object] = []

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give one act its place in the larger transaction."""
        with self.reading() as session:
            yield session
            session.flush()
            self._at_hand = list(session.identity_map.values())  # else read again by every act

    def wipe_traces(self) -> None:
        """Leave the journal alone: what it holds is wanted until the larger transaction ends."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give one view of the library, with all that was written before it."""
        assert self._session.in_transaction(), "an act after the end of together()"
        yield self._session
