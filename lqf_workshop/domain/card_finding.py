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
    """The words and tags of many cards, gathered once and then only looked at."""

    def __init__(self, cards: Iterable[DeckCard] = ()) -> None:
        self.cards = tuple(cards)
        self._gathered = [_gather(held.card) for held in self.cards]

    def find(self, wish: CardWish) -> tuple[DeckCard, ...]:
        """Return the cards that hold all the words and all the tags, in their order."""
        words = wish.words.casefold().split()
        wanted = (("dimension", wish.dimension), ("level", wish.level), ("idea", wish.idea))
        tags = frozenset((kind, code) for kind, code in wanted if code)
        if not words and not tags and not wish.deck:
            return self.cards
        return tuple(
            held
            for held, (text, there) in zip(self.cards, self._gathered, strict=True)
            if tags <= there
            and all(word in text for word in words)
            and (not wish.deck or held.deck.code == wish.deck)
        )


@lru_cache(maxsize=CARDS_AT_HAND)
def _gather(card: ScenarioCard) -> tuple[str, frozenset[tuple[str, str]]]:
    """Return the words of a card in small letters, and its tags."""
    parts = (str(card.number), card.title, card.situation, *card.prompts, *card.involved)
    tags = (("dimension", card.dimensions), ("level", card.levels), ("idea", card.ideas))
    return " ".join(parts).casefold(), frozenset((k, code) for k, codes in tags for code in codes)
