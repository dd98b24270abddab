"""Write a deck of cards for another laptop or a spreadsheet, and the template for a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from lqf_workshop.domain.card_rules import tidy_card
from lqf_workshop.domain.scenario import Deck
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.csv_cells import csv_bytes
from lqf_workshop.exchange.deck_columns import columns, row_of
from lqf_workshop.exchange.deck_file import deck_bytes
from lqf_workshop.exchange.known import Tags
from lqf_workshop.exchange.template import example
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole


def write_deck(deck: Deck, path: Path) -> None:
    """Write a deck as .lqfdeck, .xlsx or .csv, whole or not at all.

    A spreadsheet holds the words of the cards; only a .lqfdeck file also holds their codes and
    the deck's version. A .csv is named after its deck by its file name alone.
    """
    tidied = replace(deck, cards=tuple(tidy_card(card) for card in deck.cards))
    kinds: dict[str, Callable[[Deck], bytes]] = {
        ".lqfdeck": deck_bytes,
        ".xlsx": _workbook,
        ".csv": lambda one: csv_bytes(_rows(one)),
    }
    write_whole(_of_kind(kinds, path)(tidied), path)


def write_template(path: Path, tags: Tags) -> None:
    """Write an empty spreadsheet, .xlsx or .csv, with an example row that is never read as a card.

    The .xlsx explains every column and lists the codes; whole or not at all.
    """
    deck = Deck("", "", 1, "", (example(tags),), own=True)
    kinds: dict[str, Callable[[Deck], bytes]] = {
        ".xlsx": lambda one: _workbook(one, tags),
        ".csv": lambda one: csv_bytes(_rows(one)),
    }
    write_whole(_of_kind(kinds, path)(deck), path)


def _of_kind(kinds: dict[str, Callable[[Deck], bytes]], path: Path) -> Callable[[Deck], bytes]:
    try:
        return kinds[path.suffix.casefold()]
    except KeyError:
        raise WorkshopProblem(
            _("Please let the name of the file end with {0}.").format(" / ".join(kinds))
        ) from None


def _workbook(deck: Deck, tags: Tags | None = None) -> bytes:
    from lqf_workshop.exchange.workbook import workbook_bytes  # openpyxl takes a while to import

    return workbook_bytes(deck, tags)


def _rows(deck: Deck) -> list[Sequence[str]]:
    return [[column.name for column in columns()], *(row_of(card) for card in deck.cards)]
