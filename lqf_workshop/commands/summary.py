"""``lqf-workshop summary``: one workshop's session summary as a PDF."""

from __future__ import annotations

from pathlib import Path

from lqf_workshop.commands.console import say
from lqf_workshop.commands.reading import readable
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.preferences import load_preferences
from lqf_workshop.services.assembly import open_services
from lqf_workshop.user_folders import preferences_file
from lqf_workshop.wording import _

LARGEST_ID = 2**63 - 1
"""What SQLite can number; nothing larger can have been listed."""


def write_summary(library: Path, workshop_id: int, target: Path) -> None:
    """Write the summary of a workshop to ``target``, whole or not at all."""
    _check_target(library, target)
    services = open_services(library, read_only=True)
    try:
        if not 0 < workshop_id <= LARGEST_ID:
            raise _unknown(library, workshop_id)
        try:
            with readable(_("workshop {0}").format(workshop_id), library):
                summary = services.summaries.gather(workshop_id)
        except StaleProblem:
            raise _unknown(library, workshop_id) from None
    finally:
        services.close()
    from lqf_workshop.reports.letterhead import letterhead_of, wearing
    from lqf_workshop.reports.session_summary import write_session_summary

    choices = preferences_file()
    with wearing(letterhead_of(load_preferences(choices), choices.parent)):
        write_session_summary(summary, target)
    say(_("{0} is written: {1}.").format(target.name, summary.workshop.plan.team))


def _check_target(library: Path, target: Path) -> None:
    """Refuse a place where the PDF would destroy something, or cannot be."""
    if target.is_dir():
        raise WorkshopProblem(_("{0} is a folder; please name a PDF file in it.").format(target))
    if target.exists() and library.exists() and target.samefile(library):
        raise WorkshopProblem(
            _("{0} is the library itself; please choose another name for the PDF.").format(target)
        )


def _unknown(library: Path, workshop_id: int) -> WorkshopProblem:
    return WorkshopProblem(
        _("There is no workshop {0} in {1}; “lqf-workshop list” shows the numbers.").format(
            workshop_id, library.name
        )
    )
