"""Decks of scenario cards: those shipped to read, and those of the facilitator's own to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from lqf_workshop.domain.card_rules import LONGEST_ABOUT, card_problems, tidy_card
from lqf_workshop.domain.scenario import Deck, ScenarioCard
from lqf_workshop.domain.text import clean_text, required_line
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act, Step
from lqf_workshop.services.own_decks import (
    binned_cards,
    card_of,
    card_record,
    deck_record,
    deck_rows,
    make_room,
    new_card_row,
    new_code,
    own_decks,
    place_at,
    put_card,
    put_deck,
    put_words,
    take_card,
    take_deck,
    touch,
)
from lqf_workshop.storage.records import OwnDeckRecord
from lqf_workshop.wording import _

NO_WORKSHOP = 0
EMPTY_CARD = ScenarioCard(0, "", "", "", (), (), (), (), "", "")


@dataclass(frozen=True, slots=True)
class Bin:
    """What was put away and can be restored: whole decks, and cards with their deck."""

    decks: tuple[Deck, ...]
    cards: tuple[tuple[Deck, ScenarioCard], ...]

    def __len__(self) -> int:
        """Count what can be restored."""
        return len(self.decks) + len(self.cards)


class Decks:
    """All decks. Shipped ones are only read; acts on cards and decks mean own ones."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def decks(self) -> tuple[Deck, ...]:
        """Return the shipped deck, then the own ones by name, with unfinished cards too."""
        shipped = self._shelf.deck()
        with self._desk.database.reading() as session:
            own = own_decks(session)
        return (shipped, *own) if shipped else own

    def deck(self, code: str) -> Deck:
        """Return a deck by its code; one that is gone is explained."""
        found = next((deck for deck in self.decks() if deck.code == code), None)
        if found is None:
            raise StaleProblem(_("That deck is no longer there."))
        return found

    def binned(self) -> Bin:
        """Return what is in the bin; cards of a binned deck lie in it with their deck."""
        with self._desk.database.reading() as session:
            decks = own_decks(session, binned=True)
            there = {deck.code: deck for deck in own_decks(session, with_cards=False)}
            cards = tuple(
                (there[code], card) for code, card in binned_cards(session) if code in there
            )
        return Bin(decks, cards)

    # Decks

    def new_deck(self, name: str) -> str:
        """Make an empty deck and return its code."""
        return self._place(_own_deck(name), _("a new deck"))

    def copy_deck(self, code: str) -> str:
        """Copy a deck with all its cards into an own one and return its code.

        The copies are cards of their own: notes on one never stand under the other.
        """
        deck = self.deck(code)
        name = _("{0}, my copy").format(deck.name) if not deck.own else deck.name
        cards = tuple(replace(card, code="") for card in deck.cards)
        return self._place(replace(deck, name=name, cards=cards), _("copying a deck"))

    def bring_in(self, deck: Deck, cancelled: Callable[[], bool] | None = None) -> str:
        """Store a deck that was read from a file as an own one and return its code.

        Once ``cancelled`` says so, nothing is stored and the code is empty. May be called in
        another thread.
        """
        return self._place(deck, _("bringing in a deck"), cancelled)

    def type_deck(self, code: str, name: str, about: str) -> None:
        """Save the name and description of a deck as they are being typed."""
        self._name(code, name, about)
        self._told()

    def rename(self, code: str, name: str, about: str, before: Deck | None = None) -> None:
        """Name and describe a deck; undo goes back to ``before``, whatever was typed since."""
        stored = self._name(code, name, about)
        was = (before.name, before.about) if before else stored
        if was != (name, about):
            self._did(
                _("the name of a deck"),
                lambda: self._name(code, *was),
                lambda: self._name(code, name, about),
            )
        self._told()

    def bin_deck(self, code: str) -> None:
        """Put a deck into the bin; a card that lies on a table keeps its words."""
        self._swing_deck(code, True, _("binning a deck"))

    def restore_deck(self, code: str) -> None:
        """Take a deck out of the bin again."""
        self._swing_deck(code, False, _("restoring a deck"))

    # Cards

    def add_card(self, deck_code: str) -> str:
        """Add an empty card at the end and return its code.

        It is unfinished until it has a title, a situation and a question; until then nobody is
        offered it for a table.
        """
        return self._place_card(deck_code, EMPTY_CARD, "", _("a new card"))

    def copy_card(self, deck_code: str, code: str, to: str = "") -> tuple[str, str]:
        """Copy a card to the end of an own deck and return the codes of both.

        Without ``to`` it goes into the first own deck, or into a new one if there is none.
        """
        card = self.card(deck_code, code)
        own = [deck.code for deck in self.decks() if deck.own]
        if not to and not own:
            mine = _own_deck(_("My cards"))
            copied = replace(card, code=new_code("card"))
            return self._place(replace(mine, cards=(copied,)), _("copying a card")), copied.code
        to = to or own[0]
        return to, self._place_card(to, card, "", _("copying a card"))

    def duplicate(self, deck_code: str, code: str) -> str:
        """Put a second one right behind a card and return its code."""
        return self._place_card(
            deck_code, self.card(deck_code, code), code, _("duplicating a card")
        )

    def card(self, deck_code: str, code: str) -> ScenarioCard:
        """Return a card of any deck; one that is gone is explained."""
        try:
            return self.deck(deck_code).card(code)
        except KeyError:
            raise StaleProblem(_("That card is no longer in the deck.")) from None

    def type_card(self, deck_code: str, card: ScenarioCard) -> None:
        """Save a card as it is being typed.

        A card may be unfinished, but no change may make it worse than it was: a card that has
        a title keeps one.
        """
        self._write(deck_code, card)
        self._told()

    def keep_card(
        self, deck_code: str, card: ScenarioCard, before: ScenarioCard | None = None
    ) -> None:
        """Save a card; undo goes back to ``before``, whatever was typed since."""
        stored = self._write(deck_code, card)
        was = before or stored
        if not _same(was, card):
            self._did(
                _("changing a card"),
                lambda: self._put_back(deck_code, was),
                lambda: self._put_back(deck_code, card),
            )
        self._told()

    def move(self, deck_code: str, code: str, by: int) -> None:
        """Move a card up or down its deck; at the end of the deck it stays."""
        codes = [card.code for card in self.deck(deck_code).cards]
        if code not in codes:
            raise StaleProblem(_("That card is no longer in the deck."))
        before = codes.index(code)
        after = max(0, min(before + by, len(codes) - 1))
        if after == before:
            return
        self._place_at(deck_code, code, after)
        self._did(
            _("moving a card"),
            lambda: self._place_at(deck_code, code, before),
            lambda: self._place_at(deck_code, code, after),
        )
        self._told()

    def bin_card(self, deck_code: str, code: str) -> None:
        """Put a card into the bin; where it lies on a table it keeps its words."""
        self._swing_card(deck_code, code, True, _("binning a card"))

    def restore_card(self, deck_code: str, code: str) -> None:
        """Take a card out of the bin, back to its place in the deck."""
        self._swing_card(deck_code, code, False, _("restoring a card"))

    # Inside

    def _told(self) -> None:
        self._desk.changes.announce(Change.DECKS, NO_WORKSHOP)

    def _did(self, what: str, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        """Remember an act; going back and forth is announced like the act itself."""

        def told(step: Callable[[], object]) -> Step:
            def run() -> None:
                step()
                self._told()

            return run

        self._desk.journal.did(Act(what, told(undo), told(redo)))

    def _place(self, deck: Deck, what: str, cancelled: Callable[[], bool] | None = None) -> str:
        """Store a deck under a code and a name of its own."""
        with self._desk.database.transaction() as session:
            name = _free_name(session, _deck_name(deck.name))
            stored = deck_rows(
                replace(deck, code=new_code("deck"), name=name, cards=_with_codes(deck.cards))
            )
            put_deck(session, stored)
            if cancelled is not None and cancelled():
                session.rollback()
                return ""
        code: str = stored.deck["code"]

        def take_out() -> None:
            nonlocal stored
            with self._desk.database.transaction() as session:
                stored = take_deck(session, code)

        def put_in() -> None:
            with self._desk.database.transaction() as session:
                put_deck(session, stored)

        self._did(what, take_out, put_in)
        self._told()
        return code

    def _place_card(self, deck_code: str, card: ScenarioCard, after: str, what: str) -> str:
        """Store a card under a code of its own, behind another one or at the end."""
        code = new_code("card")
        with self._desk.database.transaction() as session:
            deck_record(session, deck_code)
            behind = card_record(session, deck_code, after) if after else None
            row = new_card_row(
                deck_code, replace(card, code=code), make_room(session, deck_code, behind)
            )
            put_card(session, row)

        def take_out() -> None:
            nonlocal row
            with self._desk.database.transaction() as session:
                row = take_card(session, deck_code, code)

        def put_in() -> None:
            with self._desk.database.transaction() as session:
                put_card(session, row)

        self._did(what, take_out, put_in)
        self._told()
        return code

    def _name(self, code: str, name: str, about: str) -> tuple[str, str]:
        """Store a deck's name and description and return those before."""
        named, told = _deck_name(name), clean_text(about, limit=LONGEST_ABOUT)
        with self._desk.database.transaction() as session:
            record = deck_record(session, code)
            before = record.name, record.about
            record.name, record.about = named, told
            touch(session, code)
        return before

    def _swing_deck(self, code: str, binned: bool, what: str) -> None:
        def put(away: bool) -> None:
            with self._desk.database.transaction() as session:
                deck_record(session, code).binned = away

        put(binned)
        self._did(what, lambda: put(not binned), lambda: put(binned))
        self._told()

    def _swing_card(self, deck_code: str, code: str, binned: bool, what: str) -> None:
        def put(away: bool) -> None:
            with self._desk.database.transaction() as session:
                card_record(session, deck_code, code).binned = away
                touch(session, deck_code)

        put(binned)
        self._did(what, lambda: put(not binned), lambda: put(binned))
        self._told()

    def _place_at(self, deck_code: str, code: str, index: int) -> None:
        with self._desk.database.transaction() as session:
            place_at(session, deck_code, code, index)
            touch(session, deck_code)

    def _write(self, deck_code: str, card: ScenarioCard) -> ScenarioCard:
        """Store a card after looking at the rules, and return it as it was."""
        tidy = tidy_card(card)
        with self._desk.database.transaction() as session:
            record = card_record(session, deck_code, card.code)
            before = card_of(record)
            known = card_problems(before)
            worse = next((p for p in card_problems(tidy) if p not in known), None)
            if worse is not None:
                raise WorkshopProblem(worse.sentence)
            put_words(record, tidy)
            touch(session, deck_code)
        return before

    def _put_back(self, deck_code: str, card: ScenarioCard) -> None:
        """Store a card as it once was, unfinished if it was so."""
        with self._desk.database.transaction() as session:
            put_words(card_record(session, deck_code, card.code), tidy_card(card))
            touch(session, deck_code)


def _own_deck(name: str) -> Deck:
    return Deck("", name, 1, "", (), own=True)


def _deck_name(name: str) -> str:
    return required_line(name, _("The name of the deck"))


def _free_name(session: Session, name: str) -> str:
    """Return a name that no other deck has, in the bin or not, by counting on."""
    taken = {other.casefold() for other in session.scalars(select(OwnDeckRecord.name))}
    wanted, number = name, 2
    while wanted.casefold() in taken:
        wanted, number = f"{name} ({number})", number + 1
    return wanted


def _with_codes(cards: tuple[ScenarioCard, ...]) -> tuple[ScenarioCard, ...]:
    """Return cards of which each has a code, no two the same."""
    given: set[str] = set()
    coded = []
    for card in cards:
        code = card.code if card.code and card.code not in given else new_code("card")
        given.add(code)
        coded.append(replace(card, code=code))
    return tuple(coded)


def _same(one: ScenarioCard, other: ScenarioCard) -> bool:
    """Whether two cards say the same; their number comes from their place."""
    return replace(tidy_card(one), number=0) == replace(tidy_card(other), number=0)
