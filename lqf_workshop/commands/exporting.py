"""``lqf-workshop export``: one workshop as a file, its kind told by the end of its name."""

from __future__ import annotations

from pathlib import Path

from lqf_workshop.commands.console import say
from lqf_workshop.commands.reading import check_target, workshop_in
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.workshop_file import SUFFIX
from lqf_workshop.letterhead import letterhead_of, wearing
from lqf_workshop.preferences import load_preferences
from lqf_workshop.services.exports import Kind
from lqf_workshop.user_folders import preferences_file
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole


def export_workshop(library: Path, workshop_id: int, target: Path, *, private: bool) -> None:
    """Write a workshop to ``target``, whole or not at all."""
    check_target(library, target)
    name = target.name.casefold()
    if name.endswith(SUFFIX):
        with workshop_in(library, workshop_id) as services:
            services.files.write(workshop_id, target, private=private)
    else:
        kind = _kind(name)
        if private:
            raise WorkshopProblem(
                _("Your own notes can only be in a {0} file. Nothing was written.").format(SUFFIX)
            )
        choices = preferences_file()
        chosen = letterhead_of(load_preferences(choices), choices.parent)
        with workshop_in(library, workshop_id) as services, wearing(chosen):
            content = services.exports.content(workshop_id, kind)
        write_whole(content, target)
    say(_("{0} is written.").format(target.name))


def _kind(name: str) -> Kind:
    """Return the kind of file that a name asks for."""
    if name.endswith(".csv"):
        return Kind.ACTIONS if name.endswith(f".{Kind.ACTIONS.value}") else Kind.RESULTS
    kind = next((kind for kind in Kind if name.endswith(f".{kind.value}")), None)
    if kind is None:
        raise WorkshopProblem(
            _("Please let the name of the file end with {0}.").format(
                f"{SUFFIX}, .xlsx, .docx, .ics, .csv / .actions.csv"
            )
        )
    return kind
