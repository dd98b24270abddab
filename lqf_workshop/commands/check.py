"""``lqf-workshop check``: read a whole library through, down to what the room would see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lqf_workshop.commands.console import say
from lqf_workshop.commands.listing import every_line
from lqf_workshop.errors import LibraryDamaged, WorkshopProblem
from lqf_workshop.scenes.aids import Aids
from lqf_workshop.scenes.build import scene_at, scene_for
from lqf_workshop.services.aids import aids_from
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.wording import _, ngettext


def check_library(library: Path) -> None:
    """Say that ``library`` is whole; raise the first thing that is wrong with it."""
    services = open_services(library, read_only=True)
    try:
        services.check()
        aids = aids_from(services.shelf)
        with _readable(_("the list of workshops"), library):
            lines = list(every_line(services))
        for line in lines:
            with _readable(_("workshop {0}, {1},").format(line.id, line.team), library):
                _read_through(services, line.id, aids)
    finally:
        services.close()
    found = ngettext("{n} workshop", "{n} workshops", len(lines))
    say(_("{0} is whole: {1}.").format(library.name, found))


def _read_through(services: Services, workshop_id: int, aids: Aids) -> None:
    """Read a workshop, gather its summary, and make the scene of every place in it."""
    meeting = services.meetings.read(workshop_id)
    services.summaries.of(meeting, services.desk.today())
    scene_for(meeting, aids)
    for stop in meeting.stops():
        scene_at(meeting, stop, aids)


@contextmanager
def _readable(part: str, library: Path) -> Iterator[None]:
    """Explain anything that stops a part from being read; finding that is what we are here for."""
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
