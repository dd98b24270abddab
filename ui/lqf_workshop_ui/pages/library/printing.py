"""Take a sheet of the library to paper: made, looked at, printed or saved."""

from __future__ import annotations

from datetime import date
from functools import partial
from io import BytesIO

from PySide6.QtWidgets import QWidget

from lqf_workshop.library.reference.sheets import Sheet
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems


def open_sheet(
    sheet: Sheet,
    level: tuple[str, str],
    large: bool,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> PaperWindow:
    """Open a sheet as paper; ``level`` is the code and the name of the reader's role level."""
    window = PaperWindow(sheet.title, date.today(), looks, owner)
    window.failed_with.connect(problems.warn)
    window.make(partial(_pdf, sheet, level, large))
    window.show()
    return window


def _pdf(sheet: Sheet, level: tuple[str, str], large: bool, work: Work[bytes]) -> bytes:
    from lqf_workshop.reports.library_pages import write_library_page

    code, name = level if sheet.by_level else ("", "")
    page = BytesIO()
    write_library_page(
        sheet, page, level=code, level_name=name, large=large, cancelled=work.cancelled
    )
    return page.getvalue()
