"""A deck as an Excel workbook that is pleasant to read and to type in."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from lqf_workshop.domain.scenario import Deck
from lqf_workshop.exchange.deck_columns import columns, row_of
from lqf_workshop.exchange.known import Tags
from lqf_workshop.exchange.sheets import (
    BOLD,
    SOFT,
    book_bytes,
    for_landscape,
    new_book,
    set_widths,
    write_row,
)
from lqf_workshop.exchange.template import (
    about_sheet,
    cards_sheet,
    code_lists,
    explanations,
    help_sheet,
)
from lqf_workshop.wording import _


def workbook_bytes(deck: Deck, tags: Tags | None) -> bytes:
    """Return the workbook of a deck; with ``tags`` it also explains how to fill it in."""
    book = new_book()
    cards = book.worksheets[0]
    cards.title = cards_sheet()
    _fill_cards(cards, deck)
    if tags:
        _explain(book.create_sheet(help_sheet()), tags)
    _tell_of(book.create_sheet(about_sheet()), deck)
    return book_bytes(book)


def _fill_cards(sheet: Worksheet, deck: Deck) -> None:
    widths = [column.width for column in columns()]
    set_widths(sheet, widths)
    write_row(sheet, 1, [column.name for column in columns()], widths, head=True)
    for number, card in enumerate(deck.cards, 2):
        write_row(sheet, number, row_of(card), widths)
    sheet.freeze_panes = "B2"
    for_landscape(sheet)


def _explain(sheet: Worksheet, tags: Tags) -> None:
    """Say what each column is for, then list the codes."""
    widths = [26, 76]
    set_widths(sheet, widths)
    rows: list[tuple[Sequence[str], bool]] = [((_("Column"), _("What to write")), True)]
    rows += [(row, False) for row in explanations()]
    for heading, codes in code_lists(tags):
        rows += [(("", ""), False), ((_("Codes: {0}").format(heading), _("Meaning")), True)]
        rows += [(row, False) for row in codes]
    rows += [(("", ""), False), ((_("The example row"), _example_words()), False)]
    for number, (row, head) in enumerate(rows, 1):
        write_row(sheet, number, row, widths, head=head)
    sheet.freeze_panes = "A2"


def _example_words() -> str:
    return _("It shows how a card is written. It is left out as long as nobody changes it.")


def _tell_of(sheet: Worksheet, deck: Deck) -> None:
    widths = [26, 76]
    set_widths(sheet, widths)
    for number, row in enumerate(((_("Name"), deck.name), (_("About"), deck.about)), 1):
        write_row(sheet, number, row, widths)
        sheet.cell(number, 1).font = BOLD
        sheet.cell(number, 1).fill = SOFT
