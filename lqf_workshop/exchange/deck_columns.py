"""A card as one row of a spreadsheet: what the columns are called and how a cell is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lqf_workshop.domain.card_rules import MOST_PROMPTS, CardField, CardProblem
from lqf_workshop.domain.scenario import Fact, FactKind, ScenarioCard
from lqf_workshop.exchange.known import Tags
from lqf_workshop.wording import _

_PARTED = re.compile(r"[\s,;]+")
_FACT_PARTS = " | "
_MOST_COLUMNS = 200
"""How far to the right our columns are looked for."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what to write in it, and its width in letters.

    ``item`` is the number of the question that the column holds, otherwise 0.
    """

    field: CardField
    name: str
    help: str
    width: int
    item: int = 0


def columns() -> tuple[Column, ...]:
    """Return every column, in the order in which we write them."""
    codes = _("Codes from the list below, with a comma between them. May stay empty.")
    return (
        Column(CardField.TITLE, _("Title"), _("A few words that people will remember."), 28),
        Column(
            CardField.SITUATION,
            _("Situation"),
            _("What happens, in about 60 words. Invent it: no real names."),
            60,
        ),
        Column(
            CardField.INVOLVED,
            _("Who is involved"),
            _("One a line, or with a semicolon between them. May stay empty."),
            26,
        ),
        *_questions(),
        Column(
            CardField.READ_ALOUD,
            _("Read aloud"),
            _("What you say when the card comes up. May stay empty."),
            44,
        ),
        Column(
            CardField.WATCH_FOR,
            _("Watch for"),
            _("Where the talk may go wrong, and how to bring it back. May stay empty."),
            44,
        ),
        Column(CardField.ELEMENTS, _("Elements"), codes, 18),
        Column(CardField.LEVELS, _("Role levels"), codes, 16),
        Column(CardField.IDEAS, _("Ideas"), codes, 26),
        Column(CardField.FACTS, _("Facts"), _facts_help(), 44),
    )


def _facts_help() -> str:
    parts = _("One a line, in four parts: {0}. May stay empty.")
    return parts.format(_fact_shape())


def _fact_shape() -> str:
    """Say what a fact looks like; the kinds stay as they are in every language."""
    kinds = " / ".join(kind.value for kind in FactKind)
    return _FACT_PARTS.join((_("the fact"), _("where it is from"), "2026-07-31", kinds))


def _questions() -> Iterable[Column]:
    first = _("An open question. The first is needed.")
    other = _("Another question. May stay empty.")
    for number in range(1, MOST_PROMPTS + 1):
        name = _("Question {0}").format(number)
        yield Column(CardField.PROMPTS, name, first if number == 1 else other, 32, number)


def same_name(name: str) -> str:
    """Return what is left of a column's name without case, spaces and punctuation."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def row_of(card: ScenarioCard) -> list[str]:
    """Return the cells of a card, one for every column."""
    return [_cell(card, column) for column in columns()]


def _cell(card: ScenarioCard, column: Column) -> str:
    match column.field:
        case CardField.PROMPTS:
            return card.prompts[column.item - 1] if column.item <= len(card.prompts) else ""
        case CardField.INVOLVED:
            return "\n".join(card.involved)
        case CardField.FACTS:
            return "\n".join(_fact_line(fact) for fact in card.facts)
        case CardField.ELEMENTS | CardField.LEVELS | CardField.IDEAS:
            return ", ".join(getattr(card, column.field.value))
        case _:
            return str(getattr(card, column.field.value))


def _fact_line(fact: Fact) -> str:
    parts = (fact.text, fact.source.replace("|", "/"), fact.checked_on.isoformat(), fact.kind.value)
    return _FACT_PARTS.join(parts)


def card_of(
    number: int, cells: Mapping[Column, str], tags: Tags
) -> tuple[ScenarioCard, list[CardProblem]]:
    """Return the card of a row, and what of it could not be read."""
    problems: list[CardProblem] = []
    texts = {column.field: text for column, text in cells.items()}
    prompts = [cells[c] for c in sorted(cells, key=lambda c: c.item) if c.item]
    facts, unread = _facts(texts.get(CardField.FACTS, ""))
    card = ScenarioCard(
        number=number,
        code="",
        title=texts.get(CardField.TITLE, ""),
        situation=texts.get(CardField.SITUATION, ""),
        involved=(texts.get(CardField.INVOLVED, ""),),
        elements=_codes(texts.get(CardField.ELEMENTS, ""), tags.elements),
        levels=_codes(texts.get(CardField.LEVELS, ""), tags.levels),
        prompts=tuple(prompts),
        read_aloud=texts.get(CardField.READ_ALOUD, ""),
        watch_for=texts.get(CardField.WATCH_FOR, ""),
        facts=facts,
        ideas=_codes(texts.get(CardField.IDEAS, ""), tags.ideas),
    )
    return card, problems + unread


def _codes(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of a cell, spelt as we spell them where we know them."""
    spelt = {code.casefold(): code for code in known}
    return tuple(spelt.get(code.casefold(), code) for code in _PARTED.split(text) if code)


def _facts(text: str) -> tuple[tuple[Fact, ...], list[CardProblem]]:
    facts: list[Fact] = []
    problems: list[CardProblem] = []
    for number, line in enumerate((line for line in text.splitlines() if line.strip()), 1):
        fact = _fact(line)
        if fact:
            facts.append(fact)
        else:
            sentence = _("Please write each fact in four parts: {0}.").format(_fact_shape())
            problems.append(CardProblem(CardField.FACTS, sentence, number))
    return tuple(facts), problems


def _fact(line: str) -> Fact | None:
    parts = [part.strip() for part in line.rsplit("|", 3)]
    try:
        text, source, day, kind = parts
        return Fact(text, source, date.fromisoformat(day), FactKind(kind.casefold()))
    except ValueError:
        return None


def unknown_codes(card: ScenarioCard, tags: Tags) -> list[CardProblem]:
    """Return a problem for every code that we have never heard of."""
    asked = (
        (CardField.ELEMENTS, card.elements, tags.elements),
        (CardField.LEVELS, card.levels, tags.levels),
        (CardField.IDEAS, card.ideas, tags.ideas),
    )
    sentence = _("There is no code “{0}”. Please take it from the list: {1}.")
    return [
        CardProblem(field, sentence.format(code, _few(known)))
        for field, codes, known in asked
        for code in codes
        if code not in known
    ]


def _few(codes: Iterable[str]) -> str:
    """Return the first codes of a list, for a sentence."""
    found = sorted(codes)
    return ", ".join(found[:4]) + (" …" if len(found) > 4 else "")


def column_names() -> Callable[[CardProblem], str]:
    """Return what names the column that a problem is about."""
    named = {(column.field, column.item): column.name for column in columns()}
    first = {column.field: column.name for column in reversed(columns())}

    def name(problem: CardProblem) -> str:
        return named.get((problem.field, problem.item), first[problem.field])

    return name


def found_columns(header: Sequence[str]) -> dict[int, Column]:
    """Return which of our columns stand where in a row; a name that comes twice counts once."""
    ours = {same_name(column.name): column for column in columns()}
    found: dict[int, Column] = {}
    for place, text in enumerate(header[:_MOST_COLUMNS]):
        column = ours.pop(same_name(text), None)
        if column:
            found[place] = column
    return found
