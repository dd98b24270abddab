"""Read shipped activity files; one that could not be led as it stands is refused."""

from __future__ import annotations

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.errors import ContentProblem
from lqf_workshop.library.activity_checks import flaws_of
from lqf_workshop.library.reading import expect, read_file
from lqf_workshop.wording import _


def read_activity(file: str, edition: FrameworkEdition | None) -> Activity:
    """Read a shipped activity; ContentProblem names every key that is wrong."""
    name = f"resources/activities/{file}"
    activity = read_file(Activity, "activities", file)
    expect(f"{activity.code}.toml" == file, name, "code", _("the name of the file"))
    found = flaws_of(activity, edition)
    if found:
        told = "; ".join(f"{flaw.where}: {flaw.sentence}" for flaw in found)
        raise ContentProblem(f"{name}: {told}")
    return activity
