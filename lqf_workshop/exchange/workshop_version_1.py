"""Workshop files of version 1, in which actions and activities had no marks of their own."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

VERSION = 1
_PARTS: dict[str, dict[str, str]] = {"actions": {}, "activities": {"continues": ""}}
"""The parts that have a mark since then, and what else each of them has."""


def brought_up_to_date(file: dict[str, Any], version: int) -> str:
    """Turn a file of version 1 into one of ``version``; return what must not be in it, if it is.

    The marks come from the workshop and the place of a part in its file: whoever reads the same
    file gets the same marks. Nothing else is looked at, for a strict reader comes after this one.
    """
    file["format_version"] = version
    workshop = file.get("workshop")
    owner = workshop.get("mark") if isinstance(workshop, dict) else None
    for kind, more in _PARTS.items():
        parts = file.get(kind)
        for place, part in enumerate(parts if isinstance(parts, list) else (), 1):
            if isinstance(part, dict):
                for key in ("mark", *more):
                    if key in part:
                        return f"unknown field `{key}`"
                part.update(more, mark=_mark(f"{owner}/{kind}/{place}"))
    return ""


def _mark(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
