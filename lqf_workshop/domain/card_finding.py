"""Find scenario cards by their words and tags, fast enough to follow every letter typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lqf_workshop.domain.scenario import DeckCard, ScenarioCard


@dataclass(frozen=True, slots=True)
class CardWish:
    """What somebody looks for; an empty part asks for nothing."""

    words: str = ""
    dimension: str = ""
    level: str = ""
    idea: str = ""
    deck: str = ""


class CardIndex:
    """The words and tags of many cards, gathered once and then only looked at."""

    def __init__(self, cards: Iterable[DeckCard] = ()) -> None:
        self.cards = tuple(cards)
        self._words = [_words_of(held.card) for held in self.cards]
        self._tags = [_tags_of(held) for held in self.cards]

    def find(self, wish: CardWish) -> tuple[DeckCard, ...]:
        """Return the cards that hold all the words and all the tags, in their order."""
        words = wish.words.casefold().split()
        tags = frozenset(
            (kind, code)
            for kind, code in (
                ("dimension", wish.dimension),
                ("level", wish.level),
                ("idea", wish.idea),
                ("deck", wish.deck),
            )
            if code
        )
        if not words and not tags:
            return self.cards
        return tuple(
            held
            for held, text, there in zip(self.cards, self._words, self._tags, strict=True)
            if tags <= there and all(word in text for word in words)
        )


def _tags_of(held: DeckCard) -> frozenset[tuple[str, str]]:
    card = held.card
    return frozenset(
        [
            *(("dimension", code) for code in card.dimensions),
            *(("level", code) for code in card.levels),
            *(("idea", code) for code in card.ideas),
            ("deck", held.deck.code),
        ]
    )


def _words_of(card: ScenarioCard) -> str:
    parts = (str(card.number), card.title, card.situation, *card.prompts, *card.involved)
    return " ".join(parts).casefold()
