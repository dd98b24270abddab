"""Give the tests a laptop and a television, without either being there."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication

_FILE = Path(__file__).with_name("two-displays.json")
OFFSCREEN_REMARK = "This plugin does not support"
"""How Qt begins to say that this platform has no window manager."""
_PLATFORM = "QT_QPA_PLATFORM"


def two_displays() -> str:
    """Return the Qt platform with two displays.

    The laptop is the main one because its name comes first in the alphabet: whatever their
    order in the file, that is how this platform sorts them.
    """
    place = _FILE.as_posix()
    # Qt splits its platform's arguments at colons, so a drive letter cannot be in the path.
    return f"offscreen:configfile={os.path.relpath(place) if ':' in place else place}"


def use_two_displays() -> None:
    """Let the tests run with two displays, unless somebody asked for another platform.

    To be called while tests are collected: later there may be an application already.
    """
    if QCoreApplication.instance() is None and os.environ.get(_PLATFORM, "") in ("", "offscreen"):
        os.environ[_PLATFORM] = two_displays()
