"""Cells of a workbook as people like to read them: wide enough, wrapped, and never run."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lqf_workshop.exchange.tables import Table, Value
from lqf_workshop.exchange.xlsx_cells import escaped
from lqf_workshop.exchange.xml_letters import xml_text
from lqf_workshop.library.themes import theme

_COLOURS = theme("light").colours
_HEAD = PatternFill("solid", fgColor=_COLOURS.accent.removeprefix("#"))
SOFT = PatternFill("solid", fgColor=_COLOURS.accent_soft.removeprefix("#"))
_FACE = "Calibri"
BOLD = Font(name=_FACE, bold=True)
_LINE = Border(bottom=Side("thin", color=_COLOURS.line.removeprefix("#")))
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_FIGURE = Alignment(horizontal="center", vertical="top")
_MIDDLE = Alignment(wrap_text=True, vertical="center")
_LINE_HEIGHT = 15.0
_TALLEST = 400.0
"""Points; Excel itself allows 409."""
MOST_LETTERS = 32_000
"""In one cell; Excel itself allows 32,767, an escaped letter being seven."""
_DAY = "dd mmm yyyy"
_DATE = Alignment(horizontal="left", vertical="top")
_ON_ONE_PAGE, _ON_EACH_PAGE = 250, 170
"""Letters across a printed page: where one is enough, and where there must be several."""


def new_book() -> Workbook:
    """Return a workbook that names nobody as its author."""
    book = Workbook()
    book.properties.creator = "LQF Workshop"
    return book


def book_bytes(book: Workbook) -> bytes:
    """Return the file of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def fill_sheet(sheet: Worksheet, table: Table) -> None:
    """Write a table: its head stays in sight and stands on every printed page."""
    widths = [column.width for column in table.columns]
    set_widths(sheet, widths)
    write_row(sheet, 1, [column.name for column in table.columns], widths, head=True)
    for number, row in enumerate(table.rows, 2):
        write_row(sheet, number, row, widths)
    sheet.freeze_panes = f"{get_column_letter(table.fixed + 1)}2"
    if table.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{len(table.rows) + 1}"
    pages = _pages_across(sum(widths))
    for_landscape(sheet, pages)
    if pages > 1 and table.fixed:
        sheet.print_title_cols = f"A:{get_column_letter(table.fixed)}"


def _pages_across(letters: int) -> int:
    return 1 if letters <= _ON_ONE_PAGE else -(-letters // _ON_EACH_PAGE)


def for_landscape(sheet: Worksheet, pages: int = 1) -> None:
    """Print all columns on the width of so many pages, with the head on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def set_widths(sheet: Worksheet, widths: Iterable[int]) -> None:
    """Set how wide the columns are, in letters."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def write_row(
    sheet: Worksheet,
    number: int,
    values: Sequence[Value],
    widths: Sequence[int],
    *,
    head: bool = False,
) -> None:
    """Write texts, dates and numbers as what they are, in a row as high as its longest cell."""
    for place, value in enumerate(values, 1):
        cell = sheet.cell(number, place)
        _put(cell, value)
        cell.border = _LINE
        if head:
            cell.alignment = _MIDDLE
            cell.font = Font(name=_FACE, bold=True, color=_COLOURS.card.removeprefix("#"))
            cell.fill = _HEAD
    lines = max(
        _lines(str(value or ""), width) for value, width in zip(values, widths, strict=True)
    )
    high = min(_TALLEST, lines * _LINE_HEIGHT + (12 if head else 6))
    sheet.row_dimensions[number].height = high


def _put(cell: Cell | MergedCell, value: Value) -> None:
    """Put a value into a cell; a text is a text, whatever it begins with."""
    cell.alignment = _WRAPPED
    if isinstance(value, str):
        if value:
            text = value if len(value) <= MOST_LETTERS else value[: MOST_LETTERS - 2] + " …"
            cell.value = escaped(xml_text(text))
            cell.data_type = "s"
            cell.quotePrefix = True
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = _DAY
        cell.alignment = _DATE
    elif value is not None:
        cell.alignment = _FIGURE


def _lines(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column."""
    return sum(1 + len(line) // max(1, width - 2) for line in text.split("\n"))
