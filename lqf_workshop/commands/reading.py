"""Say in a sentence that a part of a library cannot be read, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lqf_workshop.errors import LibraryDamaged, WorkshopProblem
from lqf_workshop.wording import _


def workshops_list() -> str:
    """Name the list of workshops, for ``readable``."""
    return _("the list of workshops")


@contextmanager
def readable(part: str, library: Path) -> Iterator[None]:
    """Turn anything that stops ``part`` from being read into LibraryDamaged, in words.

    A file can be sound for SQLite and still hold values that mean nothing to us.
    """
    try:
        yield
    except WorkshopProblem:
        raise
    except Exception as error:
        raise LibraryDamaged(
            _("In {0}, {1} cannot be read ({2}); the file was not changed.").format(
                library.name, part, type(error).__name__
            )
        ) from error
