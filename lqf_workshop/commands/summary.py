"""``lqf-workshop summary``: one workshop's session summary as a PDF."""

from __future__ import annotations

from pathlib import Path

from lqf_workshop.commands.console import say
from lqf_workshop.commands.reading import check_target, workshop_in
from lqf_workshop.preferences import load_preferences
from lqf_workshop.user_folders import preferences_file
from lqf_workshop.wording import _


def write_summary(library: Path, workshop_id: int, target: Path) -> None:
    """Write the summary of a workshop to ``target``, whole or not at all."""
    check_target(library, target)
    with workshop_in(library, workshop_id) as services:
        summary = services.summaries.gather(workshop_id)
    from lqf_workshop.letterhead import letterhead_of, wearing
    from lqf_workshop.reports.session_summary import write_session_summary

    choices = preferences_file()
    with wearing(letterhead_of(load_preferences(choices), choices.parent)):
        write_session_summary(summary, target)
    say(_("{0} is written: {1}.").format(target.name, summary.workshop.plan.team))
