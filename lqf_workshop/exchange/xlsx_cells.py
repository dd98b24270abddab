"""Cells of an Excel workbook, read without trusting it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.known import MOST_BYTES, MOST_CARDS
from lqf_workshop.wording import _

_MOST_PARTS = 500
_MOST_SHEETS = 20
_MOST_MARKS = 500_000
"""Beginnings and ends of XML elements; a full deck of the most cards has fewer."""
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
)
"""What unpacking a damaged or locked file ends in."""
_MOST_ROWS = MOST_CARDS * 2
_MOST_COLUMNS = 60
_LAST_ROW_OF_ALL = 2**20
_NOTHING = (None,) * _MOST_COLUMNS
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an .xls file begins, and how every workbook with a password does."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_WOULD_ESCAPE = re.compile(f"_(?={_ESCAPED.pattern[1:]})")
"""An underscore that begins an escape; two of them may share the one between them."""
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: its name and its rows of text."""

    name: str
    rows: Rows


def xlsx_sheets(content: bytes) -> list[Sheet]:
    """Return the sheets of a workbook; WorkshopProblem when it cannot or must not be read."""
    _check_size(content)
    try:
        return _sheets(content)
    except WorkshopProblem:
        raise
    except Exception as error:  # a damaged workbook makes its reader fail in every way there is
        raise WorkshopProblem(_no_workbook()) from error


def _check_size(content: bytes) -> None:
    """Refuse what holds more than any deck needs, before a part of it is understood.

    What each part says of its size is looked at before it is unpacked; zipfile unpacks no more
    than that. Then marks are counted, for a small file can hold millions of empty ones.
    """
    if content.startswith(_OLD_OR_LOCKED):
        raise WorkshopProblem(
            _(
                "This workbook has a password, or is of an old kind. Please open it in Excel, take "
                "the password off, and save it as .xlsx."
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise WorkshopProblem(_too_much())
            marks = sum(packed.read(part).count(b"<") for part in parts)
    except _UNREADABLE:
        raise WorkshopProblem(_no_workbook()) from None
    if marks > _MOST_MARKS:
        raise WorkshopProblem(_too_much())


def _no_workbook() -> str:
    return _("This file is not an Excel workbook, or part of it is missing. Please save it again.")


def _too_much() -> str:
    return _("There is far more in this workbook than a deck of cards. Nothing was read.")


def _sheets(content: bytes) -> list[Sheet]:
    # defusedxml stands under openpyxl by itself: a document with entities of its own is refused.
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        if len(book.worksheets) > _MOST_SHEETS:
            raise WorkshopProblem(_too_much())
        return [Sheet(sheet.title, _rows(sheet)) for sheet in book.worksheets]
    finally:
        book.close()


def _rows(sheet: Any) -> Rows:  # noqa: ANN401
    """Return the rows down to the last with something in it."""
    sheet.reset_dimensions()  # what the file says of its size may be anything
    rows: Rows = []
    found: Iterable[tuple[object, ...]] = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
    for number, row in enumerate(found):
        if number > _LAST_ROW_OF_ALL:
            raise WorkshopProblem(_too_much())
        if row == _NOTHING:  # rows that are only coloured may go down to the last of all
            continue
        if number >= _MOST_ROWS:
            raise WorkshopProblem(_too_much())
        rows += [[] for _empty in range(number - len(rows))]
        rows.append([_text(value) for value in row])
    return rows


def _text(value: object) -> str:
    """Return what a person sees in a cell, or nearly."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def escaped(text: str) -> str:
    """Return ``text`` so that no part of it is taken for one of the workbook's own escapes."""
    return _WOULD_ESCAPE.sub("_x005F_", text)
