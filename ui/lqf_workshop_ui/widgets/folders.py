"""Folders of this laptop: where people keep their files, and how to show them one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _


def open_folder(folder: Path) -> None:
    """Open ``folder``; a laptop that cannot is explained with the folder's name."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        raise WorkshopProblem(_("This laptop could not open the folder. It is {0}").format(folder))


def documents() -> Path:
    """Return the folder in which a person keeps documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
