"""Make the sheets of the library from what stands on the shelf."""

from __future__ import annotations

from collections.abc import Iterator

from lqf_workshop.library.reference.about import about_sheet
from lqf_workshop.library.reference.activities import activity_sheets
from lqf_workshop.library.reference.agendas import agenda_sheet
from lqf_workshop.library.reference.cards import card_sheet
from lqf_workshop.library.reference.development import development_sheet
from lqf_workshop.library.reference.frameworks import (
    dimension_sheet,
    levels_sheet,
    names_sheet,
    overview_sheet,
)
from lqf_workshop.library.reference.ideas import families, ideas_sheet
from lqf_workshop.library.reference.nhs import nhs_sheet
from lqf_workshop.library.reference.sheets import Sheet
from lqf_workshop.library.shelf import Shelf


def sheets_of(shelf: Shelf) -> tuple[Sheet, ...]:
    """Return every sheet, in the order of the list; what could not be read is left out."""
    return (
        *_frameworks(shelf),
        *_ideas(shelf),
        *_activities(shelf),
        *_cards(shelf),
        *map(agenda_sheet, shelf.templates()),
        about_sheet(),
    )


def _frameworks(shelf: Shelf) -> Iterator[Sheet]:
    classic, newer, nhs = shelf.edition("lqf-classic"), shelf.edition("lqf-2026"), shelf.nhs()
    if classic is not None:
        behaviours, glances = shelf.behaviours(), shelf.glances()
        yield overview_sheet(classic)
        if glances:
            yield levels_sheet(classic, glances)
        for dimension in classic.dimensions:
            yield dimension_sheet(dimension, classic, behaviours, glances, nhs)
        yield development_sheet()
    if newer is not None:
        yield names_sheet(newer)
    if nhs is not None:
        yield nhs_sheet(nhs, classic)


def _ideas(shelf: Shelf) -> Iterator[Sheet]:
    for family, title, about in families():
        ideas = shelf.ideas(family)
        if ideas:
            yield ideas_sheet(family, title, about, ideas, shelf.activities())


def _activities(shelf: Shelf) -> Iterator[Sheet]:
    on_card = shelf.card_activity()
    found = (*((on_card,) if on_card else ()), *shelf.activities())
    ideas = [idea for family, _title, _about in families() for idea in shelf.ideas(family)]
    return activity_sheets(found, ideas, shelf.edition("lqf-classic"))


def _cards(shelf: Shelf) -> Iterator[Sheet]:
    deck = shelf.deck()
    if deck is not None:
        classic = shelf.edition("lqf-classic")
        for card in deck.cards:
            yield card_sheet(card, deck, classic)
