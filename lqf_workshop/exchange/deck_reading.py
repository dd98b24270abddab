"""Read a deck of cards that someone else made, and say which cards are not whole and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lqf_workshop.domain.card_rules import (
    LONGEST_ABOUT,
    CardField,
    CardProblem,
    card_problems,
    tidy_card,
    tidy_line,
    tidy_paragraphs,
)
from lqf_workshop.domain.scenario import Deck, ScenarioCard
from lqf_workshop.domain.text import LINE_LIMIT, has_words
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.csv_cells import csv_rows
from lqf_workshop.exchange.deck_columns import (
    Column,
    card_of,
    column_names,
    columns,
    found_columns,
    unknown_codes,
)
from lqf_workshop.exchange.deck_file import deck_of
from lqf_workshop.exchange.known import MOST_BYTES, MOST_CARDS, DeckReading, RowProblem, Tags
from lqf_workshop.exchange.opening import content_of
from lqf_workshop.exchange.template import about_sheet, example
from lqf_workshop.exchange.xlsx_cells import Sheet, xlsx_sheets
from lqf_workshop.wording import _

__all__ = ["DeckReading", "RowProblem", "Tags", "read_deck"]
SUFFIXES = (".lqfdeck", ".xlsx", ".csv")
_HEAD_ROWS = 10
"""How far down the row of column names may stand."""
Found = tuple[int, ScenarioCard, list[CardProblem]]
"""The row of a card, the card as it was written, and what of it could not be read."""
_NEEDED = (CardField.TITLE, CardField.SITUATION, CardField.PROMPTS)


def read_deck(path: Path, tags: Tags) -> DeckReading:
    """Return the cards of a file that are whole, and what is wrong with the others.

    The deck has no code yet. A card has one only if it comes from a .lqfdeck file. Raises
    WorkshopProblem when the file as a whole cannot be read.
    """
    kind = path.suffix.casefold()
    if kind not in SUFFIXES:
        raise WorkshopProblem(
            _("A deck comes as {0}, {1} or {2}. Please choose such a file.").format(*SUFFIXES)
        )
    too_large = _("This file is far larger than a deck of cards. Nothing was read.")
    content = content_of(path, MOST_BYTES, too_large)
    if kind == ".lqfdeck":
        return _read_file(path, content, tags)
    if kind == ".xlsx":
        return _read_workbook(path, content, tags)
    rows = csv_rows(content, lambda row: len(found_columns(row)))
    return _read_rows(_deck(path.stem, 1, "", path), rows, tags)


def _read_file(path: Path, content: bytes, tags: Tags) -> DeckReading:
    found = deck_of(content)
    deck = _deck(found.name, found.version, found.about, path)
    return _gathered(deck, ((card.number, card, []) for card in found.cards), tags, [])


def _read_workbook(path: Path, content: bytes, tags: Tags) -> DeckReading:
    """Read the first sheet that has our columns; another may name the deck."""
    sheets = xlsx_sheets(content)
    name, about = _said_of_deck(sheets)
    rows = next((sheet.rows for sheet in sheets if _head_row(sheet.rows) is not None), None)
    if rows is None:
        rows = sheets[0].rows if sheets else []
    return _read_rows(_deck(name, 1, about, path), rows, tags)


def _said_of_deck(sheets: Sequence[Sheet]) -> tuple[str, str]:
    """Return the name and the description that stand on a sheet of their own."""
    for sheet in sheets:
        if sheet.name.casefold() == about_sheet().casefold():
            said = [row[1] if len(row) > 1 else "" for row in sheet.rows[:2]]
            return (*said, "", "")[0], (*said, "", "")[1]
    return "", ""


def _deck(name: str, version: int, about: str, path: Path) -> Deck:
    """Return a deck without cards, called after its file when it has no name of its own."""
    called = tidy_line(name) if has_words(name) else tidy_line(path.stem)
    return Deck(
        code="",
        name=called[:LINE_LIMIT],
        version=version,
        about=tidy_paragraphs(about)[:LONGEST_ABOUT],
        cards=(),
        own=True,
    )


def _head_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Return where the names of the columns stand: the first row with two of those we need."""
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        fields = {column.field for column in found_columns(row).values()}
        if len(fields.intersection(_NEEDED)) > 1:
            return number
    return None


def _read_rows(deck: Deck, rows: Sequence[Sequence[str]], tags: Tags) -> DeckReading:
    head = _head_row(rows)
    named = found_columns(rows[head]) if head is not None else {}
    needed = (c for c in columns() if c.field in _NEEDED and c.item < 2)
    missing = next((column for column in needed if column not in named.values()), None)
    if head is None or missing:
        sentence = _("There is no column “{0}” in this file. Please start from the template.")
        raise WorkshopProblem(sentence.format(missing.name if missing else columns()[0].name))
    below = _cards_below(head + 1, rows, named, tags)
    return _gathered(deck, below, tags, _strangers(head, rows, named))


def _cards_below(
    first: int, rows: Sequence[Sequence[str]], named: dict[int, Column], tags: Tags
) -> Iterator[Found]:
    """Yield the card of each row that is neither empty nor the template's example."""
    left_as_is = example(tags)
    for number, row in enumerate(rows[first:], first + 1):
        cells = {c: row[place] if place < len(row) else "" for place, c in named.items()}
        if any(cell.strip() for cell in cells.values()):
            card, unread = card_of(number, cells, tags)
            same_title = tidy_line(card.title) == left_as_is.title
            if not same_title or replace(tidy_card(card), number=1) != left_as_is:
                yield number, card, unread


def _strangers(
    head: int, rows: Sequence[Sequence[str]], named: dict[int, Column]
) -> list[RowProblem]:
    """Name the columns that we do not know, unless nothing stands in them."""
    sentence = _(
        "This column was not read: its name is not one of the template’s, or it is there twice."
    )
    return [
        RowProblem(head + 1, tidy_line(name)[:LINE_LIMIT], sentence)
        for place, name in enumerate(rows[head])
        if place not in named and name.strip()
    ]


def _gathered(
    deck: Deck, found: Iterable[Found], tags: Tags, problems: list[RowProblem]
) -> DeckReading:
    """Keep the cards that are whole, and say of every other what it lacks."""
    named = column_names()
    cards: list[ScenarioCard] = []
    empty = True
    for row, raw, unread in found:
        empty = False
        card = tidy_card(raw)
        wrong = [*unread, *card_problems(card), *unknown_codes(card, tags)]
        problems += [
            RowProblem(row, named(_where_written(one, card, raw)), one.sentence) for one in wrong
        ]
        if not wrong:
            cards.append(replace(card, number=len(cards) + 1))
    if empty:
        raise WorkshopProblem(_("There are no cards in this file yet."))
    if len(cards) > MOST_CARDS:
        raise WorkshopProblem(
            _("There are more than {0} cards in this file. Please share them out.").format(
                f"{MOST_CARDS:,}"
            )
        )
    return DeckReading(replace(deck, cards=tuple(cards)), tuple(problems))


def _where_written(problem: CardProblem, card: ScenarioCard, raw: ScenarioCard) -> CardProblem:
    """Let a problem with a question point at its column; empty ones before it were left out."""
    if problem.field is not CardField.PROMPTS or not 0 < problem.item <= len(card.prompts):
        return problem
    tidied = [tidy_line(prompt) for prompt in raw.prompts]
    return replace(problem, item=tidied.index(card.prompts[problem.item - 1]) + 1)
