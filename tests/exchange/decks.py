"""Decks and codes that the tests of exchange share."""

from __future__ import annotations

from lqf_workshop.domain.scenario import Deck, ScenarioCard
from lqf_workshop.exchange.known import known_tags
from tests.builders import SHELF

TAGS = known_tags(SHELF)
KINDS = (".lqfdeck", ".xlsx", ".csv")
WHOLE = ScenarioCard(
    number=1,
    code="",
    title="The kettle",
    situation="The kettle is broken again.",
    involved=("cook", "night staff"),
    elements=("MS2",),
    levels=("FW",),
    prompts=("Who minds?", "What next?"),
    read_aloud="Read it quietly.",
    watch_for="Blame.",
)


def shipped() -> Deck:
    deck = SHELF.deck()
    assert deck is not None
    return deck


def deck_of(*cards: ScenarioCard) -> Deck:
    return Deck("own-1", "Ours", 1, "", cards, own=True)
