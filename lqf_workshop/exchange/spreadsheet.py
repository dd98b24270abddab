"""A workshop as a spreadsheet: one workbook, or a .csv of its results or its actions."""

from __future__ import annotations

from datetime import date

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.exchange.csv_cells import csv_bytes
from lqf_workshop.exchange.tables import Table, Value, actions_table, hands_table, results_table
from lqf_workshop.exchange.word_tables import explored_table, notes_table

LONGEST_NAME = 31
"""Letters in the name of a sheet; Excel takes no more."""


def workbook_of(summary: WorkshopSummary) -> bytes:
    """Return the workbook."""
    from lqf_workshop.exchange.sheets import book_bytes, fill_sheet, new_book  # openpyxl is slow

    book = new_book()
    first, *others = (
        results_table(summary),
        actions_table(summary),
        notes_table(summary),
        explored_table(summary),
        hands_table(summary),
    )
    sheet = book.worksheets[0]
    sheet.title = first.name[:LONGEST_NAME]
    fill_sheet(sheet, first)
    for table in others:
        fill_sheet(book.create_sheet(table.name[:LONGEST_NAME]), table)
    return book_bytes(book)


def results_csv(summary: WorkshopSummary) -> bytes:
    """Return the revealed votes as .csv, dates as 2026-11-25."""
    return _csv(results_table(summary))


def actions_csv(summary: WorkshopSummary) -> bytes:
    """Return the actions as .csv, dates as 2026-11-25."""
    return _csv(actions_table(summary))


def _csv(table: Table) -> bytes:
    head = [column.name for column in table.columns]
    return csv_bytes([head, *([_text(value) for value in row] for row in table.rows)])


def _text(value: Value) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
