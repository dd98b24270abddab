"""How decks of the facilitator's own lie in the library: read as values, moved as whole rows."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Row, String, delete, func, insert, select, type_coerce, update
from sqlalchemy.orm import Session

from lqf_workshop.domain.card_rules import card_problems
from lqf_workshop.domain.scenario import Deck, ScenarioCard
from lqf_workshop.errors import StaleProblem
from lqf_workshop.storage.records import OwnCardRecord, OwnDeckRecord
from lqf_workshop.wording import _

StoredRow = dict[str, Any]
"""One row of a table, by the names of its columns."""
CARDS_AT_HAND = 8_192
"""Cards that are kept as they were read; while one is typed, thousands beside it stay the same."""
_DECODER = msgspec.json.Decoder(ScenarioCard)


@dataclass(frozen=True, slots=True)
class StoredDeck:
    """A deck with every card, binned ones too, exactly as its rows were."""

    deck: StoredRow
    cards: tuple[StoredRow, ...]


def new_code(kind: str) -> str:
    """Return a code that tells nothing and that no other deck or card will have."""
    return f"{kind}-{secrets.token_hex(6)}"


# Reading


def own_decks(
    session: Session, *, binned: bool = False, with_cards: bool = True
) -> tuple[Deck, ...]:
    """Return the own decks by name with their cards numbered, unfinished ones too.

    With ``binned`` the decks that are in the bin.
    """
    records = session.scalars(select(OwnDeckRecord).where(OwnDeckRecord.binned.is_(binned))).all()
    cards: dict[str, list[ScenarioCard]] = {record.code: [] for record in records}
    for deck_code, words in _read_words(session, binned=False) if with_cards and cards else ():
        there = cards.get(deck_code)
        if there is not None:
            there.append(_card_from(words, len(there) + 1))
    decks = (_deck_of(record, cards[record.code]) for record in records)
    return tuple(sorted(decks, key=lambda deck: (deck.name.casefold(), deck.code)))


def binned_cards(session: Session) -> tuple[tuple[str, ScenarioCard], ...]:
    """Return the cards in the bin, each with the code of its deck."""
    rows = _read_words(session, binned=True)
    return tuple((deck_code, _card_from(words, 0)) for deck_code, words in rows)


def whole_decks(decks: Iterable[Deck]) -> tuple[Deck, ...]:
    """Return the decks with the cards that can come to a table; unfinished ones are left out."""
    ready = (
        replace(deck, cards=tuple(card for card in deck.cards if not card_problems(card)))
        for deck in decks
    )
    return tuple(deck for deck in ready if deck.cards)


def _read_words(session: Session, *, binned: bool) -> Iterable[Row[str, str]]:
    """Return the decks' codes and the cards' words as they are stored, in their order."""
    return session.execute(
        select(OwnCardRecord.deck_code, type_coerce(OwnCardRecord.words, String))
        .where(OwnCardRecord.binned.is_(binned))
        .order_by(OwnCardRecord.deck_code, OwnCardRecord.position, OwnCardRecord.id)
    )


@lru_cache(maxsize=CARDS_AT_HAND)
def _card_from(words: str, number: int) -> ScenarioCard:
    """Read a card from its stored text; the same text is read once, not with every letter typed."""
    return replace(_DECODER.decode(words), number=number)


def _deck_of(record: OwnDeckRecord, cards: Sequence[ScenarioCard]) -> Deck:
    return Deck(record.code, record.name, record.version, record.about, tuple(cards), own=True)


def card_of(record: OwnCardRecord) -> ScenarioCard:
    """Return a stored card as a value."""
    return msgspec.convert(record.words, ScenarioCard)


# Finding and changing


def deck_record(session: Session, code: str) -> OwnDeckRecord:
    """Return the record of an own deck; one that is gone is explained."""
    record = session.get(OwnDeckRecord, code)
    if record is None:
        raise StaleProblem(_("That deck is no longer there."))
    return record


def card_record(session: Session, deck_code: str, code: str) -> OwnCardRecord:
    """Return the record of a card in an own deck; one that is gone is explained."""
    record = session.scalar(
        select(OwnCardRecord).where(
            OwnCardRecord.deck_code == deck_code, OwnCardRecord.code == code
        )
    )
    if record is None:
        raise StaleProblem(_("That card is no longer in the deck."))
    return record


def touch(session: Session, deck_code: str) -> None:
    """Count a deck's version up: it no longer says what it said before."""
    deck_record(session, deck_code).version += 1


def put_words(record: OwnCardRecord, card: ScenarioCard) -> None:
    """Store the words of a card; its code stays, and its number comes from its place."""
    record.words = msgspec.to_builtins(replace(card, code=record.code, number=0))


def make_room(session: Session, deck_code: str, after: OwnCardRecord | None) -> int:
    """Return a free place: at the end of a deck, or right behind a card."""
    if after is None:
        last = session.scalar(
            select(func.max(OwnCardRecord.position)).where(OwnCardRecord.deck_code == deck_code)
        )
        return (last or 0) + 1
    behind = OwnCardRecord.position > after.position
    session.execute(
        update(OwnCardRecord)
        .where(OwnCardRecord.deck_code == deck_code, behind)
        .values(position=OwnCardRecord.position + 1)
    )
    return after.position + 1


def place_at(session: Session, deck_code: str, code: str, index: int) -> None:
    """Put a card at a place among those of its deck; only the places between are written."""
    rows = session.execute(
        select(OwnCardRecord.id, OwnCardRecord.code, OwnCardRecord.position)
        .where(OwnCardRecord.deck_code == deck_code, OwnCardRecord.binned.is_(False))
        .order_by(OwnCardRecord.position, OwnCardRecord.id)
    ).all()
    before = next((n for n, row in enumerate(rows) if row.code == code), None)
    if before is None:
        raise StaleProblem(_("That card is no longer in the deck."))
    order = list(rows)
    order.insert(max(0, min(index, len(rows) - 1)), order.pop(before))
    moved = [
        {"id": row.id, "position": place.position}
        for row, place in zip(order, rows, strict=True)
        if row.position != place.position
    ]
    if moved:
        session.execute(update(OwnCardRecord), moved)


# Whole rows, for undo


def deck_rows(deck: Deck) -> StoredDeck:
    """Return a deck as rows to be stored."""
    cards = tuple(
        new_card_row(deck.code, card, position) for position, card in enumerate(deck.cards, 1)
    )
    row = {"code": deck.code, "name": deck.name, "about": deck.about, "version": deck.version}
    return StoredDeck({**row, "binned": False}, cards)


def new_card_row(deck_code: str, card: ScenarioCard, position: int) -> StoredRow:
    """Return a card as a row to be stored."""
    words = msgspec.to_builtins(replace(card, number=0))
    row = {"deck_code": deck_code, "position": position, "code": card.code, "words": words}
    return {**row, "binned": False}


def put_deck(session: Session, stored: StoredDeck) -> None:
    """Store a deck with all its cards."""
    session.execute(insert(OwnDeckRecord), [stored.deck])
    if stored.cards:
        session.execute(insert(OwnCardRecord), list(stored.cards))


def take_deck(session: Session, code: str) -> StoredDeck:
    """Take a deck out and return it as it was."""
    row = _row(deck_record(session, code))
    records = session.scalars(
        select(OwnCardRecord)
        .where(OwnCardRecord.deck_code == code)
        .order_by(OwnCardRecord.position, OwnCardRecord.id)
    )
    cards = tuple(_row(record) for record in records)
    session.expunge_all()
    session.execute(delete(OwnDeckRecord).where(OwnDeckRecord.code == code))
    return StoredDeck(row, cards)


def put_card(session: Session, row: StoredRow) -> None:
    """Store a card's row."""
    deck_record(session, row["deck_code"])
    session.execute(insert(OwnCardRecord), [row])
    touch(session, row["deck_code"])


def take_card(session: Session, deck_code: str, code: str) -> StoredRow:
    """Take a card out and return it as it was."""
    record = card_record(session, deck_code, code)
    row = _row(record)
    session.delete(record)
    touch(session, deck_code)
    return row


def _row(record: OwnDeckRecord | OwnCardRecord) -> StoredRow:
    return {column.key: getattr(record, column.key) for column in record.__table__.columns}
