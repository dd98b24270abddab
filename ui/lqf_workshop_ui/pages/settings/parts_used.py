"""The parts by others that the program is made of, with their versions and licences."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata

from lqf_workshop.wording import _


@dataclass(frozen=True, slots=True)
class PartUsed:
    """A part, what it does here, and the terms it comes with."""

    name: str
    version: str
    licence: str
    job: str


def parts_used() -> tuple[PartUsed, ...]:
    """Return every part that is here; what was not shipped is left out."""
    python = PartUsed("Python", platform.python_version(), "PSF-2.0", _("Runs the program"))
    found = (_look_up(name, licence, job) for name, licence, job in _known())
    return (python, *(part for part in found if part is not None))


def _look_up(name: str, licence: str, job: str) -> PartUsed | None:
    """Read a part's own statement; where it is silent or long, what we know of it stands."""
    try:
        says = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    stated = says.get_all("License-Expression") or [licence]
    return PartUsed(name, says["Version"], stated[0], job)


def _known() -> tuple[tuple[str, str, str], ...]:
    qt = "LGPL-3.0-only, with Qt under the same terms"
    return (
        ("PySide6-Essentials", qt, _("Windows, buttons and painting (Qt)")),
        ("PySide6-Pdf", f"{qt}; PDFium: BSD-3-Clause", _("Shows paper on the screen (Qt)")),
        ("shiboken6", qt, _("Joins Python and Qt")),
        ("SQLAlchemy", "MIT", _("Keeps the workshops")),
        ("alembic", "MIT", _("Brings older libraries up to date")),
        ("Mako", "MIT", _("Used by alembic")),
        ("MarkupSafe", "BSD-3-Clause", _("Used by Mako")),
        ("typing-extensions", "PSF-2.0", _("Used by SQLAlchemy")),
        ("reportlab", "BSD-3-Clause", _("Makes the paper")),
        ("pillow", "MIT-CMU", _("Reads the logo, and pictures on paper")),
        ("charset-normalizer", "MIT", _("Used by reportlab")),
        ("uharfbuzz", "Apache-2.0", _("Sets the letters of every script")),
        ("python-bidi", "LGPL-3.0-or-later", _("Puts Arabic and Hebrew in order")),
        ("pymupdf-fonts", "OFL-1.1 (FiraGO)", _("The letters on screen and paper")),
        ("msgspec", "BSD-3-Clause", _("Reads the library’s files")),
        ("platformdirs", "MIT", _("Finds the folders of this laptop")),
        ("filelock", "MIT", _("Lets one window write at a time")),
        ("openpyxl", "MIT", _("Reads and writes spreadsheets")),
        ("et-xmlfile", "MIT", _("Used by openpyxl")),
        ("defusedxml", "PSF-2.0", _("Reads spreadsheets safely")),
        ("python-docx", "MIT", _("Writes Word files")),
        ("lxml", "BSD-3-Clause", _("Used by python-docx")),
        ("icalendar", "BSD-2-Clause", _("Writes calendar files")),
        ("python-dateutil", "Apache-2.0 AND BSD-3-Clause", _("Used by icalendar")),
        ("tzdata", "Apache-2.0", _("Used by icalendar")),
        ("aiohttp", "Apache-2.0 AND MIT", _("Serves the page for phones")),
        ("aiohappyeyeballs", "PSF-2.0", _("Used by aiohttp")),
        ("aiosignal", "Apache-2.0", _("Used by aiohttp")),
        ("attrs", "MIT", _("Used by aiohttp")),
        ("frozenlist", "Apache-2.0", _("Used by aiohttp")),
        ("multidict", "Apache-2.0", _("Used by aiohttp")),
        ("propcache", "Apache-2.0", _("Used by aiohttp")),
        ("yarl", "Apache-2.0", _("Used by aiohttp")),
        ("idna", "BSD-3-Clause", _("Used by yarl")),
        ("segno", "BSD-3-Clause", _("Draws the QR code")),
    )
