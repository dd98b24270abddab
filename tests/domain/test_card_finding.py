"""Cards are found by words and tags, as fast as somebody types."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from lqf_workshop.domain.card_finding import CardIndex, CardWish
from lqf_workshop.domain.scenario import Deck, cards_of
from lqf_workshop.library.shelf import Shelf

ONE_FRAME = 0.016


@pytest.fixture(scope="module")
def shipped(shelf: Shelf) -> Deck:
    deck = shelf.deck()
    assert deck is not None
    return deck


def titles(deck: Deck, wish: CardWish) -> list[str]:
    return [held.card.title for held in CardIndex(cards_of([deck])).find(wish)]


def test_all_words_must_be_there_in_any_case_and_order(shipped: Deck) -> None:
    assert titles(shipped, CardWish("hospital FRAME")) == ["Quarter to five on Friday"]
    assert titles(shipped, CardWish("frame hosp")) == ["Quarter to five on Friday"]
    assert titles(shipped, CardWish("zzz")) == []


def test_without_a_wish_every_card_is_there_in_its_order(shipped: Deck) -> None:
    assert titles(shipped, CardWish("  ")) == [card.title for card in shipped.cards]


def test_a_dimension_and_a_level_narrow_together(shipped: Deck) -> None:
    found = CardIndex(cards_of([shipped])).find(CardWish(dimension="DS", level="SL"))
    assert found
    assert all("DS" in held.card.dimensions and "SL" in held.card.levels for held in found)


def test_an_item_of_the_taxonomy_and_a_deck_narrow_too(shipped: Deck) -> None:
    tagged = replace(shipped.cards[0], ideas=("wicked-issue",))
    mine = Deck("mine", "Mine", 1, "", (tagged, shipped.cards[1]), own=True)
    index = CardIndex(cards_of([shipped, mine]))
    assert [held.card for held in index.find(CardWish(idea="wicked-issue"))] == [tagged]
    assert [held.key for held in index.find(CardWish(deck="mine"))] == [
        ("mine", tagged.code),
        ("mine", shipped.cards[1].code),
    ]


def test_a_thousand_cards_are_narrowed_within_a_frame(shipped: Deck) -> None:
    many = tuple(
        replace(shipped.cards[n % 26], number=n, code=f"card-{n}", ideas=("wicked-issue",))
        for n in range(1000)
    )
    index = CardIndex(cards_of([replace(shipped, cards=many)]))
    wish = CardWish("the team nobody", "MS", "FL", "wicked-issue", shipped.code)

    def seconds() -> float:
        begun = process_time()
        index.find(wish)
        return process_time() - begun

    assert min(seconds() for _again in range(5)) < ONE_FRAME
