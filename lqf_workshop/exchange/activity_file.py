"""The .lqfactivity file: one activity as JSON, from one laptop to another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.opening import content_of, json_as, without_mark
from lqf_workshop.library.activity_checks import flaws_of
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole

FORMAT: Literal["lqf-activity"] = "lqf-activity"
FORMAT_VERSION = 1
SUFFIX = ".lqfactivity"
MOST_BYTES = 2**20
"""Far more than the longest activity takes."""


class ActivityFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An activity for LQF Workshop."""

    format: Literal["lqf-activity"]
    format_version: Annotated[int, msgspec.Meta(ge=1, le=FORMAT_VERSION)]
    activity: Activity


class _Label(msgspec.Struct, frozen=True):
    """What tells the kind of a file, whatever else is in it."""

    format: str = ""
    format_version: int = 0


def write_activity_file(activity: Activity, path: Path) -> None:
    """Write an activity to a file, whole or not at all."""
    file = ActivityFile(FORMAT, FORMAT_VERSION, activity)
    write_whole(msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n", path)


def read_activity_file(path: Path, edition: FrameworkEdition | None) -> Activity:
    """Return the activity of a file that somebody else may have written.

    Raises WorkshopProblem when it is no activity, or one that could not be led as it stands.
    """
    too_large = _("This file is far larger than an activity. Nothing was read.")
    content = without_mark(content_of(path, MOST_BYTES, too_large))
    try:
        label = json_as(content, _Label, _no_activity)
    except msgspec.ValidationError:
        raise _no_activity() from None
    if label.format != FORMAT:
        raise _no_activity()
    if label.format_version > FORMAT_VERSION:
        told = _("A newer version of LQF Workshop wrote this file. Please update, then try again.")
        raise WorkshopProblem(told)
    try:
        activity = json_as(content, ActivityFile, _no_activity).activity
    except msgspec.ValidationError:
        raise _no_activity() from None
    flaws = flaws_of(activity, edition)
    if flaws:
        told = _("The activity in this file is not whole: {0} Nothing was read.")
        raise WorkshopProblem(told.format(flaws[0].sentence))
    return replace(activity, order=0, on_card=False)


def _no_activity() -> WorkshopProblem:
    return WorkshopProblem(
        _("This file is not an activity, or part of it is missing. Please ask for it again.")
    )
