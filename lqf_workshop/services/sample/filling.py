"""Fill a library with the sample, or write a new one; all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import LibraryProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Clock, utc_now
from lqf_workshop.services.sample.schedule import schedule
from lqf_workshop.services.sample.storyteller import Storyteller
from lqf_workshop.wording import _

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]

WORKSHOPS_ALLOWED = range(1, 10_001)


def write_sample(
    library: Path,
    workshops: int,
    seed: int,
    *,
    clock: Clock = utc_now,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a new library of invented workshops; stopped or failed, it leaves no library behind.

    A file that already holds something is refused and stays as it is.
    """
    if library.is_dir() or (library.exists() and library.stat().st_size):
        raise _there_already(library)
    services = open_services(library, clock=clock)
    if services.lists.count():  # written by somebody else in the blink before it was ours
        services.close()
        raise _there_already(library)
    written = 0
    try:
        written = fill_with_sample(
            services, workshops, seed, progress=progress, cancelled=cancelled
        )
    finally:
        services.close()
        if not written:
            for rest in ("", "-wal", "-shm"):
                library.with_name(library.name + rest).unlink(missing_ok=True)


def _there_already(library: Path) -> LibraryProblem:
    return LibraryProblem(
        _("{0} is there already and was not changed; choose a new name.").format(library)
    )


def fill_with_sample(
    services: Services,
    workshops: int,
    seed: int,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> int:
    """Fill an open and empty library with invented workshops, and return how many.

    ``progress`` is told how many are on disk. Once ``cancelled`` says so, all are taken out
    again. The same seed gives the same workshops on the same day. Changes are announced once,
    at the end, from the thread that calls this; nothing of it can be undone.
    """
    if workshops not in WORKSHOPS_ALLOWED:
        raise WorkshopProblem(_("A sample has between 1 and 10,000 workshops."))
    if services.lists.count():
        raise WorkshopProblem(
            _("The sample is for an empty library, and this one holds workshops already.")
        )
    written: list[WorkshopId] = []
    try:
        for workshop_id in _tell_all(services, workshops, seed):
            written.append(workshop_id)
            if progress is not None:
                progress(len(written))
            if cancelled is not None and cancelled():
                break
        if len(written) < workshops:
            while written:
                services.workshops.delete(written.pop())
        services.ratings.wipe_traces()
    finally:
        for change in (Change.WORKSHOPS, Change.ACTIONS):
            services.changes.announce(change, written[-1] if written else 0)
    return len(written)


def _tell_all(services: Services, workshops: int, seed: int) -> Iterator[WorkshopId]:
    """Yield the number of each workshop once it is on disk."""
    desk = services.desk
    today = desk.today()
    storyteller = Storyteller(desk.database, services.shelf, seed, desk.clock(), today)
    for sitting in schedule(workshops, seed, today):
        yield storyteller.tell(sitting)
