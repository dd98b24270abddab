"""The .lqfworkshop file: one workshop as one JSON text, written whole and read without trust."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.opening import content_of, json_as, without_mark
from lqf_workshop.exchange.workshop_parts import FORMAT, FORMAT_VERSION, WorkshopFile
from lqf_workshop.exchange.workshop_sense import nonsense_in
from lqf_workshop.exchange.workshop_version_1 import VERSION as VERSION_1
from lqf_workshop.exchange.workshop_version_1 import brought_up_to_date
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole

SUFFIX = ".lqfworkshop"
MOST_BYTES = 32 * 2**20
"""A workshop of 30 people who never stop typing is smaller."""


class _Label(msgspec.Struct, frozen=True):
    """What tells the kind of a file, whatever else is in it."""

    format: str = ""
    format_version: int = 0


def workshop_bytes(file: WorkshopFile) -> bytes:
    """Return the text of a file; the same workshop always gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(file, order="deterministic"), indent=2) + b"\n"


def write_workshop(file: WorkshopFile, path: Path) -> None:
    """Write a workshop, whole or not at all."""
    content = workshop_bytes(file)
    if len(content) > MOST_BYTES:
        raise WorkshopProblem(_("This workshop holds far too many words for one file."))
    write_whole(content, path)


def read_workshop(path: Path) -> WorkshopFile:
    """Return what is in a file; WorkshopProblem when it is no workshop that we can trust."""
    too_large = _("This file is far larger than a workshop. Nothing was read.")
    return workshop_of(content_of(path, MOST_BYTES, too_large))


def workshop_of(content: bytes) -> WorkshopFile:
    """Return the workshop of a text after looking at every part of it."""
    content = without_mark(content)
    try:
        label = json_as(content, _Label, _no_workshop)
    except msgspec.ValidationError:
        raise _no_workshop() from None
    if label.format != FORMAT:
        raise _no_workshop()
    if label.format_version > FORMAT_VERSION:
        raise WorkshopProblem(
            _("A newer version of LQF Workshop wrote this file. Please update, then try again.")
        )
    try:
        if label.format_version == VERSION_1:
            content = _in_this_version(content)
        file = json_as(content, WorkshopFile, _no_workshop)
        written = json_as(content, object, _no_workshop)
    except msgspec.ValidationError as error:
        raise _wrong_part(str(error)) from None
    wrong = _unknown_key(written, msgspec.to_builtins(file)) or nonsense_in(file)
    if wrong:
        raise _wrong_part(wrong)
    return file


def _in_this_version(content: bytes) -> bytes:
    """Return the text of a file of version 1 as this version would have written it."""
    value = json_as(content, dict[str, Any], _no_workshop)
    wrong = brought_up_to_date(value, FORMAT_VERSION)
    if wrong:
        raise _wrong_part(wrong)
    return msgspec.json.encode(value)


def in_words_of(file: WorkshopFile, edition: FrameworkEdition) -> WorkshopFile:
    """Return a workshop with the framework as it is known here, whatever the file says of it.

    WorkshopProblem when what was rated is not in that framework.
    """
    known = msgspec.structs.replace(file, edition=edition)
    wrong = nonsense_in(known)
    if wrong:
        raise _wrong_part(wrong)
    return known


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the format."""
    found = msgspec.json.schema(WorkshopFile)
    for part in found["$defs"].values():
        if "properties" in part:
            part["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def schema_text() -> str:
    """Return the JSON Schema as the text of ``docs/workshop-file.schema.json``."""
    encoded = msgspec.json.encode(schema(), order="deterministic")
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"


def _unknown_key(written: object, understood: object) -> str:
    """Return what stands in a file and was not understood, or nothing.

    Kept words are read as the library reads them, which passes over a key it does not know.
    """
    if isinstance(written, dict) and isinstance(understood, dict):
        for key, value in written.items():
            if key not in understood:
                return f"unknown field `{key[:40]}`"
            if found := _unknown_key(value, understood[key]):
                return found
    elif isinstance(written, list) and isinstance(understood, list | tuple):
        pairs = zip(written, understood, strict=True)
        return next((found for pair in pairs if (found := _unknown_key(*pair))), "")
    return ""


def _no_workshop() -> WorkshopProblem:
    return WorkshopProblem(
        _("This file is not a workshop, or part of it is missing. Please ask for it again.")
    )


def _wrong_part(said: str) -> WorkshopProblem:
    """Say that a file is not as it should be; the rest helps whoever made it."""
    return WorkshopProblem(
        _(
            "This file has a part that we cannot read ({0}). Nothing was brought in. "
            "Please ask for it again."
        ).format(said)
    )
