"""Scenario cards about wicked issues, and how one is drawn for a team."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from lqf_workshop.domain.subject import dimension_code


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
    """An invented situation with no single right answer, and four questions about it."""

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


def draw(
    cards: Sequence[ScenarioCard], subject: str | None, seen: Collection[str]
) -> ScenarioCard | None:
    """Choose a card for a dimension or element: unseen first, best fit first, then deck order.

    An element that no card is about is served by the cards of its dimension. Without a subject
    any unseen card will do. The choice is the same every time, so that asking twice does not
    shuffle what the facilitator has just prepared.
    """
    wanted = subject or ""
    if not any(_touches(card, wanted) for card in cards):
        wanted = dimension_code(wanted)
    fitting = [card for card in cards if _touches(card, wanted)] or list(cards)

    def rank(card: ScenarioCard) -> tuple[bool, int, int]:
        return card.code in seen, -_touches(card, wanted) if wanted else 0, card.number

    return min(fitting, key=rank, default=None)


def _touches(card: ScenarioCard, subject: str) -> int:
    """Count the elements of a card that a dimension's or an element's code takes in."""
    return sum(element.startswith(subject) for element in card.elements)
