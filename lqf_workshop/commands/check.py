"""``lqf-workshop check``: read a whole library through, down to what the room would see."""

from __future__ import annotations

from pathlib import Path

from lqf_workshop.commands.console import say
from lqf_workshop.commands.listing import every_line
from lqf_workshop.commands.reading import readable, workshops_list
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
        with readable(workshops_list(), library):
            lines = list(every_line(services))
        for line in lines:
            with readable(_("workshop {0}, {1},").format(line.id, line.team), library):
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
