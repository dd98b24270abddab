"""Say in a sentence that a part of a library cannot be read, whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lqf_workshop.errors import LibraryDamaged, StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.wording import _

LARGEST_ID = 2**63 - 1
"""What SQLite can number; nothing larger can have been listed."""


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


@contextmanager
def workshop_in(library: Path, workshop_id: int) -> Iterator[Services]:
    """Open a library to read one workshop; a number that is not there is explained."""
    services = open_services(library, read_only=True)
    try:
        if not 0 < workshop_id <= LARGEST_ID:
            raise StaleProblem
        with readable(_("workshop {0}").format(workshop_id), library):
            yield services
    except StaleProblem:
        raise WorkshopProblem(
            _("There is no workshop {0} in {1}; “lqf-workshop list” shows the numbers.").format(
                workshop_id, library.name
            )
        ) from None
    finally:
        services.close()


def check_target(library: Path, target: Path) -> None:
    """Refuse a place where a file would destroy something, or cannot be."""
    if target.is_dir():
        raise WorkshopProblem(_("{0} is a folder; please name a file in it.").format(target))
    if target.exists() and library.exists() and target.samefile(library):
        raise WorkshopProblem(
            _("{0} is the library itself; please choose another name.").format(target)
        )
