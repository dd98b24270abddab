"""What each kind of block is made of: one table for the checks and for whoever edits a block."""

from __future__ import annotations

from dataclasses import dataclass

from lqf_workshop.domain.activity import BlockKind

CARD_PLACES = "card.involved"
"""Says that the places of a block are the people on the card in hand."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How few and how many parts a kind of block has.

    ``ends`` are the names at the ends of a scale or of two axes; ``ends_needed`` says whether
    it can do without. What is ``private`` is never shown and nothing is taken away from it.
    """

    places: tuple[int, int] = (0, 0)
    columns: tuple[int, int] = (0, 0)
    ends: int = 0
    ends_needed: bool = False
    private: bool = False


SHAPES = {
    BlockKind.LIST: Shape(),
    BlockKind.TABLE: Shape(places=(0, 12), columns=(1, 8)),
    BlockKind.QUADRANTS: Shape(places=(4, 4), columns=(0, 5), ends=4),
    BlockKind.CORNERS: Shape(places=(3, 3), columns=(0, 6)),
    BlockKind.COLUMNS: Shape(places=(2, 5)),
    BlockKind.SCALE: Shape(places=(0, 12), ends=2, ends_needed=True),
    BlockKind.SORT: Shape(places=(2, 4)),
    BlockKind.TEXT: Shape(),
    BlockKind.PRIVATE: Shape(columns=(1, 12), private=True),
}
