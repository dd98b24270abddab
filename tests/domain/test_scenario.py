"""Drawing a card: the same one every time, unseen first, best fit first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.scenario import Deck, ScenarioCard, draw


def card(number: int, *elements: str) -> ScenarioCard:
    code = f"card-{number}"
    return ScenarioCard(number, code, f"Card {number}", "", (), elements, (), ("Why?",), "", "")


ROTA = card(1, "MS2", "MS3", "WO4")
FRIDAY = card(2, "MS1", "WO1", "WO2")
KETTLE = card(3, "IS1", "PQ4")
CARDS = (ROTA, FRIDAY, KETTLE)


def test_the_card_that_touches_a_dimension_most_comes_first() -> None:
    assert draw(CARDS, "WO", ()) == FRIDAY


def test_an_unseen_card_comes_before_a_better_fit_that_was_seen() -> None:
    assert draw(CARDS, "WO", {FRIDAY.code}) == ROTA


def test_when_every_fitting_card_was_seen_the_best_fit_comes_again() -> None:
    assert draw(CARDS, "WO", {FRIDAY.code, ROTA.code}) == FRIDAY


def test_a_tie_goes_to_the_order_of_the_deck() -> None:
    assert draw(tuple(reversed(CARDS)), None, ()) == ROTA


def test_without_a_dimension_the_first_unseen_card_is_drawn() -> None:
    assert draw(CARDS, None, {ROTA.code}) == FRIDAY


def test_a_dimension_that_no_card_touches_gets_any_unseen_card() -> None:
    assert draw(CARDS, "CV", {ROTA.code}) == FRIDAY


def test_an_empty_deck_gives_no_card() -> None:
    assert draw((), "WO", ()) is None


@given(
    st.sampled_from([None, "PQ", "WO", "MS", "IS", "CV"]),
    st.sets(st.sampled_from([c.code for c in CARDS])),
    st.permutations(CARDS),
)
def test_asking_twice_draws_the_same_card(
    dimension: str | None, seen: set[str], shuffled: list[ScenarioCard]
) -> None:
    assert draw(CARDS, dimension, seen) == draw(shuffled, dimension, seen)


@given(
    st.sampled_from([None, "PQ", "WO", "MS", "IS", "CV"]),
    st.sets(st.sampled_from([c.code for c in CARDS])),
)
def test_a_seen_card_is_drawn_only_when_all_that_fit_were_seen(
    dimension: str | None, seen: set[str]
) -> None:
    drawn = draw(CARDS, dimension, seen)
    assert drawn is not None
    fitting = [c for c in CARDS if dimension is None or dimension in c.dimensions] or CARDS
    assert drawn.code not in seen or all(c.code in seen for c in fitting)


def test_a_card_names_the_dimensions_it_touches_most_touched_first() -> None:
    assert card(9, "WO1", "MS2", "MS3", "PQ1").dimensions == ("MS", "WO", "PQ")


def test_a_deck_finds_a_card_by_its_code() -> None:
    assert Deck("d", "D", 1, "", CARDS).card("card-2") == FRIDAY


def test_a_deck_has_no_card_that_is_not_in_it() -> None:
    with pytest.raises(KeyError):
        Deck("d", "D", 1, "", CARDS).card("card-9")
