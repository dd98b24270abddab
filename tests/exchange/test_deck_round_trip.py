"""A deck that is written and read again is the same deck, in each of the three kinds of file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lqf_workshop.domain.scenario import Deck
from lqf_workshop.exchange.deck_reading import read_deck
from lqf_workshop.exchange.deck_writing import write_deck, write_template
from lqf_workshop.exchange.known import known_tags
from lqf_workshop.library.shelf import Shelf

SHELF = Shelf()
TAGS = known_tags(SHELF)
KINDS = (".lqfdeck", ".xlsx", ".csv")


def shipped() -> Deck:
    deck = SHELF.deck()
    assert deck is not None
    return deck


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_deck_comes_back_card_for_card(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"Wicked issues{kind}"
    write_deck(shipped(), path)
    reading = read_deck(path, TAGS)
    assert reading.problems == ()
    assert reading.deck.name == "Wicked issues"
    assert reading.deck.code == ""
    assert reading.deck.own
    codes = [card.code if kind == ".lqfdeck" else "" for card in shipped().cards]
    wanted = [replace(c, code=code) for c, code in zip(shipped().cards, codes, strict=True)]
    assert list(reading.deck.cards) == wanted


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
def test_the_example_of_a_template_is_no_card(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"new{kind}"
    write_template(path, TAGS)
    with pytest.raises(Exception, match="no cards in this file yet"):
        read_deck(path, TAGS)
