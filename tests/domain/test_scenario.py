"""Drawing a card: the same one every time, unseen first, best fit first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.scenario import (
    Deck,
    DeckCard,
    ScenarioCard,
    Seen,
    cards_of,
    draw,
)


def card(number: int, *elements: str) -> ScenarioCard:
    code = f"card-{number}"
    return ScenarioCard(number, code, f"Card {number}", "", (), elements, (), ("Why?",), "", "")


DECK = Deck(
    "deck",
    "A deck",
    1,
    "",
    (card(1, "MS2", "MS3", "WO4"), card(2, "MS1", "WO1", "WO2"), card(3, "IS1", "PQ4")),
)
CARDS = ROTA, FRIDAY, KETTLE = cards_of([DECK])


def known(*cards: DeckCard) -> Seen:
    return Seen(frozenset(held.key for held in cards))


def test_the_card_that_touches_a_dimension_most_comes_first() -> None:
    assert draw(CARDS, "WO") == FRIDAY


def test_an_unseen_card_comes_before_a_better_fit_that_was_seen() -> None:
    assert draw(CARDS, "WO", known(FRIDAY)) == ROTA


def test_when_every_fitting_card_was_seen_the_best_fit_comes_again() -> None:
    assert draw(CARDS, "WO", known(FRIDAY, ROTA)) == FRIDAY


def test_a_tie_goes_to_the_order_of_the_deck() -> None:
    assert draw(tuple(reversed(CARDS)), None) == ROTA


def test_without_a_dimension_the_first_unseen_card_is_drawn() -> None:
    assert draw(CARDS, None, known(ROTA)) == FRIDAY


def test_a_dimension_that_no_card_touches_gets_any_unseen_card() -> None:
    assert draw(CARDS, "CV", known(ROTA)) == FRIDAY


def test_an_empty_deck_gives_no_card() -> None:
    assert draw((), "WO") is None


@given(
    st.sampled_from([None, "PQ", "WO", "MS", "IS", "CV"]),
    st.sets(st.sampled_from([held.key for held in CARDS])),
    st.permutations(CARDS),
)
def test_asking_twice_draws_the_same_card(
    dimension: str | None, keys: set[tuple[str, str]], shuffled: list[DeckCard]
) -> None:
    seen = Seen(frozenset(keys))
    assert draw(CARDS, dimension, seen) == draw(shuffled, dimension, seen)


@given(
    st.sampled_from([None, "PQ", "WO", "MS", "IS", "CV"]),
    st.sets(st.sampled_from([held.key for held in CARDS])),
)
def test_a_seen_card_is_drawn_only_when_all_that_fit_were_seen(
    dimension: str | None, keys: set[tuple[str, str]]
) -> None:
    seen = Seen(frozenset(keys))
    drawn = draw(CARDS, dimension, seen)
    assert drawn is not None
    fitting = [c for c in CARDS if dimension is None or dimension in c.card.dimensions] or CARDS
    assert drawn not in seen or all(c in seen for c in fitting)


def test_a_card_of_another_deck_is_drawn_once_the_first_deck_is_known() -> None:
    other = replace(DECK, code="other", name="Another deck")
    cards = cards_of([DECK, other])
    drawn = draw(cards, "WO", known(ROTA, FRIDAY))
    assert drawn is not None
    assert drawn.key == ("other", FRIDAY.card.code)


def test_a_copy_of_a_card_tells_the_same_and_was_seen_with_it() -> None:
    told = replace(FRIDAY.card, situation="It is Friday.")
    deck = replace(DECK, cards=(ROTA.card, told))
    copied = replace(told, code="copy", title="Our Friday")
    cards = cards_of([deck, replace(DECK, code="mine", cards=(copied,))])
    seen = Seen(frozenset([("deck", told.code)]), frozenset([told.situation]))
    drawn = draw(cards, "WO", seen)
    assert drawn is not None
    assert drawn.card == ROTA.card


def test_a_card_about_a_whole_dimension_is_drawn_for_it_and_for_its_elements() -> None:
    (whole,) = cards_of([replace(DECK, cards=(card(1, "CV"),))])
    assert whole.card.dimensions == ("CV",)
    assert draw((*CARDS, whole), "CV") == whole
    assert draw((*CARDS, whole), "CV2") == whole


def test_a_card_names_the_dimensions_it_touches_most_touched_first() -> None:
    assert card(9, "WO1", "MS2", "MS3", "PQ1").dimensions == ("MS", "WO", "PQ")


def test_a_deck_finds_a_card_by_its_code() -> None:
    assert DECK.card("card-2") == FRIDAY.card


def test_a_deck_has_no_card_that_is_not_in_it() -> None:
    with pytest.raises(KeyError):
        DECK.card("card-9")
