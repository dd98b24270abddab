"""Cells as a .csv file, in the letters and with the separators that spreadsheets save."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Sequence

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.known import MOST_BYTES
from lqf_workshop.wording import _

_SEPARATORS = ",;\t"
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet may run as a formula, and the apostrophes that keep it from doing so."""
Rows = list[list[str]]
_MOST_MARKS = 1_000_000
"""Line ends, or separators of one kind; a full deck of the most cards has fewer."""


def csv_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the rows as UTF-8 with a mark that spreadsheets know it by; no cell is a formula."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[_harmless(cell) for cell in row] for row in rows])
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8")


def csv_rows(content: bytes, fits: Callable[[Sequence[str]], int]) -> Rows:
    """Return the rows, parted by the separator whose first row ``fits`` best.

    Raises WorkshopProblem when the bytes are no text or no table.
    """
    text = _text(content)
    if "\0" in text:
        raise WorkshopProblem(_not_text())
    if max(text.count(mark) for mark in ("\r", "\n", *_SEPARATORS)) > _MOST_MARKS:
        raise WorkshopProblem(
            _("There is far more in this table than a deck of cards. Nothing was read.")
        )
    said = _SEPARATOR_LINE.match(text)
    if said:
        return _parted(text[said.end() :], said.group(1))
    best = max(_SEPARATORS, key=lambda one: fits(_head(text, one)))
    return _parted(text, best)


def _harmless(cell: str) -> str:
    """Put an apostrophe before what could run; ``_as_written`` takes exactly one away."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _as_written(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _text(content: bytes) -> str:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _decoded(content, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "cp1252")


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        raise WorkshopProblem(_not_text()) from None


def _not_text() -> str:
    return _(
        "The letters in this file cannot be read. Please save it again from your spreadsheet, "
        "as “CSV UTF-8” or as an Excel workbook."
    )


def _head(text: str, separator: str) -> list[str]:
    """Return the first row that has something in it."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return next((row for row in reader if any(cell.strip() for cell in row)), [])
    except csv.Error:
        return []


def _parted(text: str, separator: str) -> Rows:
    before = csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [[_as_written(cell) for cell in row] for row in reader]
    except csv.Error:
        sentence = _("A quotation mark is missing near line {0}. Please save the file again.")
        raise WorkshopProblem(sentence.format(reader.line_num)) from None
    finally:
        csv.field_size_limit(before)
