"""Copies of the library, each checked after it was made."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from lqf_workshop.errors import LibraryProblem
from lqf_workshop.user_folders import backups_of
from lqf_workshop.wording import _


def take(library: Path, why: str) -> Path:
    """Copy the library into its backups folder and return the copy.

    The copy is read through before this returns; LibraryProblem if it could not be made whole.
    Votes that are open at that moment are left out: no copy may outlive their reveal.
    """
    folder = backups_of(library)
    copy = folder / f"{library.stem}-{datetime.now():%Y%m%d-%H%M%S-%f}-{why}{library.suffix}"
    try:
        folder.mkdir(exist_ok=True)
        with closing(sqlite3.connect(library)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            _forget_votes(target)
            found = target.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except (OSError, sqlite3.Error) as error:
        _forget(copy)
        raise _not_copied(library) from error
    if found != "ok":
        _forget(copy)
        raise _not_copied(library)
    return copy


def _forget_votes(copy: sqlite3.Connection) -> None:
    """Overwrite every vote that was not yet revealed."""
    copy.execute("PRAGMA journal_mode = DELETE")
    copy.execute("PRAGMA secure_delete = ON")
    tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    with copy:
        for table in {"ballot", "hand_count"} & tables:
            copy.execute(f"DELETE FROM {table}")


def _forget(copy: Path) -> None:
    """Remove a copy that is not whole, so that nobody starts with it."""
    with suppress(OSError):
        copy.unlink()


def _not_copied(library: Path) -> LibraryProblem:
    return LibraryProblem(
        _(
            "A safety copy of {0} could not be made, so nothing was changed. "
            "Check that the disk has space, then start again."
        ).format(library.name)
    )
