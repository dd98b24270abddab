"""What a file from outside is read against, and what its reader says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.scenario import Deck
from lqf_workshop.library.shelf import Shelf

MOST_CARDS = 2_000
"""More than anyone would turn over; a file with more is no deck."""
MOST_BYTES = 20 * 2**20
"""A deck of the most cards, each as long as can be, is smaller."""


@dataclass(frozen=True, slots=True)
class Tags:
    """The codes that a card may bear, and the name of each where it is known."""

    elements: frozenset[str]
    levels: frozenset[str]
    ideas: frozenset[str]
    names: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a card or column was left out; ``row`` as the spreadsheet numbers it.

    In a .lqfdeck file ``row`` is the card's number. The sentence stands beside the column's name.
    """

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DeckReading:
    """What a file held: a deck without a code, of the cards that are whole, and the problems."""

    deck: Deck
    problems: tuple[RowProblem, ...]


def known_tags(shelf: Shelf) -> Tags:
    """Return the codes of the classic edition, whole dimensions too, and of the taxonomy."""
    edition = shelf.edition("lqf-classic")
    ideas = {idea.code: idea.name for idea in shelf.ideas(Family.TAXONOMY)}
    if edition is None:
        return Tags(frozenset(), frozenset(), frozenset(ideas), ideas)
    elements = {dimension.code: dimension.name for dimension in edition.dimensions}
    elements |= {element.code: element.name for element in edition.elements}
    levels = {level.code: level.name for level in edition.levels}
    names = elements | levels | ideas
    return Tags(frozenset(elements), frozenset(levels), frozenset(ideas), names)
