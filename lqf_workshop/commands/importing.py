"""``lqf-workshop import``: bring in workshops from files, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lqf_workshop.commands.console import say
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import open_services
from lqf_workshop.services.files import FileLook, How
from lqf_workshop.wording import _, long_date


def import_workshops(library: Path, files: Sequence[Path], known: str | None = None) -> None:
    """Bring the workshops of ``files`` in and say what became of each.

    One that is here already and not the same stops everything, unless ``known`` says what becomes
    of it: the value of a ``How``.
    """
    services = open_services(library)
    try:
        looks = [services.files.look(file) for file in files]
        chosen = [(look, _how(look, How(known) if known else None)) for look in looks]
        services.files.take_in_all(chosen)
    finally:
        services.close()
    for look, how in chosen:
        plan = look.file.workshop
        say(f"{look.path.name}: {plan.team}, {long_date(plan.held_on)}. {_became(how)}")


def _how(look: FileLook, known: How | None) -> How:
    if not look.here:
        return How.NEW
    if look.same:
        return How.KEEP_MINE
    if known is None:
        differs = "; ".join(one.words for one in look.differences)
        raise WorkshopProblem(
            _("{0} is here already and differs ({1}). Say --merge, --replace or --copy.").format(
                look.path.name, differs
            )
        )
    return known


def _became(how: How) -> str:
    return {
        How.NEW: _("It is brought in."),
        How.COPY: _("It is brought in as a copy."),
        How.MERGE: _("It is put together with the one here."),
        How.REPLACE: _("It takes the place of the one here."),
        How.KEEP_MINE: _("The same is here already."),
    }[how]
