"""Scenario cards about wicked issues, and how one is drawn for a team."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from lqf_workshop.domain.subject import dimension_code

CardKey = tuple[str, str]
"""The code of a deck and the code of one of its cards."""


class FactKind(Enum):
    """What sort of outside fact stands on a card's back."""

    FIGURE = "figure"
    LAW = "law"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or a piece of law on the back of a card, with where and when it was checked."""

    text: str
    source: str
    checked_on: date
    kind: FactKind


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """An invented situation with no single right answer, and some questions about it.

    ``elements`` holds codes of elements, and of dimensions where a card is about a whole one.
    """

    number: int
    code: str
    title: str
    situation: str
    involved: tuple[str, ...]
    elements: tuple[str, ...]
    levels: tuple[str, ...]
    prompts: tuple[str, ...]
    read_aloud: str
    watch_for: str
    facts: tuple[Fact, ...] = ()
    ideas: tuple[str, ...] = ()
    """Codes of the taxonomy's items the card goes with."""

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions the card touches, most touched first."""
        found = [code[:2] for code in self.elements]
        return tuple(sorted(dict.fromkeys(found), key=lambda code: -found.count(code)))


@dataclass(frozen=True, slots=True)
class Deck:
    """A set of cards that belong together."""

    code: str
    name: str
    version: int
    about: str
    cards: tuple[ScenarioCard, ...]
    own: bool = False
    """Made by the facilitator, and theirs to change."""

    def card(self, code: str) -> ScenarioCard:
        """Return a card by its code; KeyError when the deck has none such."""
        for card in self.cards:
            if card.code == code:
                return card
        raise KeyError(code)


class DrawReason(Enum):
    """Why a card came to the table; the room is told."""

    CHOSEN = "chosen"
    WEAKEST = "weakest"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class DeckCard:
    """A card and the deck it lies in; two are equal when their cards say the same."""

    deck: Deck = field(compare=False, repr=False)
    card: ScenarioCard

    @property
    def key(self) -> CardKey:
        """The codes of the deck and the card; no other card has both."""
        return self.deck.code, self.card.code


@dataclass(frozen=True, slots=True)
class Seen:
    """The cards a team has had on its table, by their codes and by what they told.

    A copy of a card in another deck tells the same, so it was seen with the first.
    """

    keys: frozenset[CardKey] = frozenset()
    situations: frozenset[str] = frozenset()

    def __contains__(self, held: DeckCard) -> bool:
        """Whether the team knows a card."""
        return held.key in self.keys or held.card.situation in self.situations


NOTHING_SEEN = Seen()


def cards_of(decks: Iterable[Deck]) -> tuple[DeckCard, ...]:
    """Return every card with its deck, deck by deck."""
    return tuple(DeckCard(deck, card) for deck in decks for card in deck.cards)


def draw(
    cards: Sequence[DeckCard], subject: str | None, seen: Seen = NOTHING_SEEN
) -> DeckCard | None:
    """Choose a card for a dimension or element: unseen first, best fit first, then by number.

    An element that no card is about is served by the cards of its dimension. Without a subject
    any unseen card will do. The choice is the same every time, so that asking twice does not
    shuffle what the facilitator has just prepared.
    """
    wanted = subject or ""
    if not any(_touches(held.card, wanted) for held in cards):
        wanted = dimension_code(wanted)
    fitting = [held for held in cards if _touches(held.card, wanted)] or list(cards)

    def rank(held: DeckCard) -> tuple[bool, int, int]:
        touches = _touches(held.card, wanted) if wanted else 0
        return held in seen, -touches, held.card.number

    return min(fitting, key=rank, default=None)


def _touches(card: ScenarioCard, subject: str) -> int:
    """Count the elements of a card that a dimension's or an element's code takes in."""
    return sum(element.startswith(subject) for element in card.elements)
