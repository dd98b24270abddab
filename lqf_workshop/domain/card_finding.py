"""Find scenario cards by their words and tags, fast enough to follow every letter typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lqf_workshop.domain.scenario import DeckCard, ScenarioCard


@dataclass(frozen=True, slots=True)
class CardWish:
    """What somebody looks for; an empty part asks for nothing."""

    words: str = ""
    dimension: str = ""
    level: str = ""
    idea: str = ""
    deck: str = ""


CARDS_AT_HAND = 8_192
"""Cards whose words are kept gathered; while one is typed, thousands beside it stay the same."""


class CardIndex:
    """The words and dimensions of many cards, gathered once and then only looked at."""

    def __init__(self, cards: Iterable[DeckCard] = ()) -> None:
        self.cards = tuple(cards)
        self._gathered = [_gather(held.card) for held in self.cards]

    def find(self, wish: CardWish) -> tuple[DeckCard, ...]:
        """Return the cards that hold all the words and all the tags, in their order."""
        words = wish.words.casefold().split()
        if not words and not any((wish.dimension, wish.level, wish.idea, wish.deck)):
            return self.cards
        return tuple(
            held
            for held, (text, dimensions) in zip(self.cards, self._gathered, strict=True)
            if (not wish.deck or held.deck.code == wish.deck)
            and (not wish.dimension or wish.dimension in dimensions)
            and (not wish.level or wish.level in held.card.levels)
            and (not wish.idea or wish.idea in held.card.ideas)
            and all(word in text for word in words)
        )


@lru_cache(maxsize=CARDS_AT_HAND)
def _gather(card: ScenarioCard) -> tuple[str, tuple[str, ...]]:
    """Return the words of a card in small letters, and its dimensions."""
    parts = (str(card.number), card.title, card.situation, *card.prompts, *card.involved)
    return " ".join(parts).casefold(), card.dimensions
