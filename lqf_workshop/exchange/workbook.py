"""A deck as an Excel workbook that is pleasant to read and to type in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lqf_workshop.domain.scenario import Deck
from lqf_workshop.exchange.deck_columns import columns, row_of
from lqf_workshop.exchange.known import Tags
from lqf_workshop.exchange.template import (
    about_sheet,
    cards_sheet,
    code_lists,
    explanations,
    help_sheet,
)
from lqf_workshop.exchange.xlsx_cells import escaped
from lqf_workshop.library.themes import theme
from lqf_workshop.wording import _

_COLOURS = theme("light").colours
_HEAD = PatternFill("solid", fgColor=_COLOURS.accent.removeprefix("#"))
_SOFT = PatternFill("solid", fgColor=_COLOURS.accent_soft.removeprefix("#"))
_LINE = Border(bottom=Side("thin", color=_COLOURS.line.removeprefix("#")))
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_MIDDLE = Alignment(wrap_text=True, vertical="center")
_LINE_HEIGHT = 15.0
_TALLEST = 400.0
"""Points; Excel itself allows 409."""


def workbook_bytes(deck: Deck, tags: Tags | None) -> bytes:
    """Return the workbook of a deck; with ``tags`` it also explains how to fill it in."""
    book = Workbook()
    book.properties.creator = "LQF Workshop"
    cards = book.worksheets[0]
    cards.title = cards_sheet()
    _fill_cards(cards, deck)
    if tags:
        _explain(book.create_sheet(help_sheet()), tags)
    _tell_of(book.create_sheet(about_sheet()), deck)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill_cards(sheet: Worksheet, deck: Deck) -> None:
    widths = [column.width for column in columns()]
    _set_widths(sheet, widths)
    _write_row(sheet, 1, [column.name for column in columns()], widths, head=True)
    for number, card in enumerate(deck.cards, 2):
        _write_row(sheet, number, row_of(card), widths)
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _explain(sheet: Worksheet, tags: Tags) -> None:
    """Say what each column is for, then list the codes."""
    widths = [26, 76]
    _set_widths(sheet, widths)
    rows: list[tuple[Sequence[str], bool]] = [((_("Column"), _("What to write")), True)]
    rows += [(row, False) for row in explanations()]
    for heading, codes in code_lists(tags):
        rows += [(("", ""), False), ((_("Codes: {0}").format(heading), _("Meaning")), True)]
        rows += [(row, False) for row in codes]
    rows += [(("", ""), False), ((_("The example row"), _example_words()), False)]
    for number, (row, head) in enumerate(rows, 1):
        _write_row(sheet, number, row, widths, head=head)
    sheet.freeze_panes = "A2"


def _example_words() -> str:
    return _("It shows how a card is written. It is left out as long as nobody changes it.")


def _tell_of(sheet: Worksheet, deck: Deck) -> None:
    widths = [26, 76]
    _set_widths(sheet, widths)
    for number, row in enumerate(((_("Name"), deck.name), (_("About"), deck.about)), 1):
        _write_row(sheet, number, row, widths)
        sheet.cell(number, 1).font = Font(bold=True)
        sheet.cell(number, 1).fill = _SOFT


def _set_widths(sheet: Worksheet, widths: Iterable[int]) -> None:
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _write_row(
    sheet: Worksheet,
    number: int,
    texts: Sequence[str],
    widths: Sequence[int],
    *,
    head: bool = False,
) -> None:
    """Write cells as text, whatever they begin with, in a row as high as its longest cell."""
    for place, text in enumerate(texts, 1):
        cell = sheet.cell(number, place)
        if text:
            cell.value = escaped(text)
            cell.data_type = "s"  # a text that begins with "=" is still a text
            cell.quotePrefix = True
        cell.alignment = _MIDDLE if head else _WRAPPED
        cell.border = _LINE
        if head:
            cell.font = Font(bold=True, color=_COLOURS.card.removeprefix("#"))
            cell.fill = _HEAD
    lines = max(_lines(text, width) for text, width in zip(texts, widths, strict=True))
    high = min(_TALLEST, lines * _LINE_HEIGHT + (12 if head else 6))
    sheet.row_dimensions[number].height = high


def _lines(text: str, width: int) -> int:
    """Return about how many lines a text takes in a column."""
    return sum(1 + len(line) // max(1, width - 2) for line in text.split("\n"))
