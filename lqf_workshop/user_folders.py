"""Where a person's own files live on this machine: library, choices, backups and log."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

LIBRARY_VARIABLE = "LQF_WORKSHOP_LIBRARY"
_FOLDERS = platformdirs.PlatformDirs("LQF Workshop", appauthor=False, roaming=False)


def default_library() -> Path:
    """Return the library file to open when none is named on the command line."""
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named) if named else _FOLDERS.user_data_path / "workshops.lqf"


def preferences_file() -> Path:
    """Return the file that keeps choices such as theme and text size."""
    return _FOLDERS.user_config_path / "preferences.json"


def log_folder() -> Path:
    """Return the folder of the technical log, which holds no words typed by people."""
    return _FOLDERS.user_log_path


def backups_of(library: Path) -> Path:
    """Return the folder beside ``library`` that holds its snapshots."""
    return library.with_name(library.name + "-backups")
