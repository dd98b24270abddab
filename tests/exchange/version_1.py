"""Workshop files as version 1 wrote them."""

from __future__ import annotations

import json
from typing import Any


def as_version_1(whole: dict[str, Any]) -> dict[str, Any]:
    """Return a file of today without what version 1 did not have."""
    file: dict[str, Any] = json.loads(json.dumps(whole))
    file["format_version"] = 1
    for action in file["actions"]:
        del action["mark"]
    for run in file["activities"]:
        del run["mark"], run["continues"]
    return file
