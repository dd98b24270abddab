"""The .lqfdeck file: a deck as one JSON text, with the name and version of its format."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from lqf_workshop.domain.scenario import Deck, Fact, FactKind, ScenarioCard
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.known import MOST_CARDS
from lqf_workshop.exchange.opening import json_as, without_mark
from lqf_workshop.wording import _

FORMAT: Literal["lqf-deck"] = "lqf-deck"
FORMAT_VERSION = 1


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything in the file; a key that is not named here is refused."""


class FactPart(_Part, frozen=True, kw_only=True):
    """A figure or a piece of law, with where and when it was checked."""

    text: str
    source: str
    checked_on: date
    kind: Literal["figure", "law", "guidance"]


class CardPart(_Part, frozen=True, kw_only=True):
    """One card. Its number is its place in the list."""

    code: str = ""
    title: str
    situation: str
    involved: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()
    prompts: tuple[str, ...]
    read_aloud: str = ""
    watch_for: str = ""
    facts: tuple[FactPart, ...] = ()


class DeckFile(_Part, frozen=True, kw_only=True, omit_defaults=False):
    """A deck of scenario cards for LQF Workshop."""

    format: Literal["lqf-deck"]
    format_version: Annotated[int, msgspec.Meta(ge=1, le=FORMAT_VERSION)]
    name: str
    version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 1
    about: str = ""
    cards: Annotated[tuple[CardPart, ...], msgspec.Meta(max_length=MOST_CARDS)]


class _Label(msgspec.Struct, frozen=True):
    """What tells the kind of a file, whatever else is in it."""

    format: str = ""
    format_version: int = 0


def deck_bytes(deck: Deck) -> bytes:
    """Return the file of a deck."""
    file = DeckFile(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        name=deck.name,
        version=deck.version,
        about=deck.about,
        cards=tuple(_part(card) for card in deck.cards),
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def deck_of(content: bytes) -> Deck:
    """Return the deck of a file, its cards numbered but not yet checked.

    Raises WorkshopProblem when the file as a whole is not a deck that this version reads.
    """
    content = without_mark(content)
    try:
        label = json_as(content, _Label, _no_deck)
    except msgspec.ValidationError:
        raise _no_deck() from None
    if label.format != FORMAT:
        raise _no_deck()
    if label.format_version > FORMAT_VERSION:
        raise WorkshopProblem(
            _("A newer version of LQF Workshop wrote this deck. Please update, then try again.")
        )
    try:
        file = json_as(content, DeckFile, _no_deck)
    except msgspec.ValidationError as error:
        raise WorkshopProblem(_wrong_part(str(error))) from None
    cards = tuple(_card(number, part) for number, part in enumerate(file.cards, 1))
    return Deck("", file.name, file.version, file.about, cards, own=True)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the format."""
    found = msgspec.json.schema(DeckFile)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def schema_text() -> str:
    """Return the JSON Schema as the text of ``docs/deck-file.schema.json``."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode("utf-8") + "\n"


def _no_deck() -> WorkshopProblem:
    return WorkshopProblem(
        _("This file is not a deck of cards, or part of it is missing. Please ask for it again.")
    )


def _wrong_part(said: str) -> str:
    """Say where a file is not as it should be; what the decoder said of it helps who made it."""
    what, _at, path = said.partition(" - at ")
    card = re.search(r"cards\[(\d+)\]", path)
    where = _("Card {0} in this file").format(int(card[1]) + 1) if card else _("This file")
    sentence = _(
        "{0} has a part that we cannot read ({1}). Nothing was read. Please ask for it again."
    )
    return sentence.format(where, what)


def _part(card: ScenarioCard) -> CardPart:
    facts = tuple(
        FactPart(text=f.text, source=f.source, checked_on=f.checked_on, kind=f.kind.value)
        for f in card.facts
    )
    return CardPart(
        code=card.code,
        title=card.title,
        situation=card.situation,
        involved=card.involved,
        elements=card.elements,
        levels=card.levels,
        ideas=card.ideas,
        prompts=card.prompts,
        read_aloud=card.read_aloud,
        watch_for=card.watch_for,
        facts=facts,
    )


def _card(number: int, part: CardPart) -> ScenarioCard:
    facts = tuple(Fact(f.text, f.source, f.checked_on, FactKind(f.kind)) for f in part.facts)
    return ScenarioCard(
        number=number,
        code=part.code,
        title=part.title,
        situation=part.situation,
        involved=part.involved,
        elements=part.elements,
        levels=part.levels,
        prompts=part.prompts,
        read_aloud=part.read_aloud,
        watch_for=part.watch_for,
        facts=facts,
        ideas=part.ideas,
    )
