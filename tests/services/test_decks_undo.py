"""Whatever is done to decks, in any order, undo goes back through and redo forward again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.scenario import Deck, ScenarioCard
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services

places = st.integers(0, 50)
"""Points at one of the decks or cards there are, whatever their number."""
ACTS = (
    "new",
    "copy deck",
    "rename",
    "bin deck",
    "restore deck",
    "add",
    "copy card",
    "duplicate",
    "keep",
    "move up",
    "move down",
    "bin card",
    "restore card",
)
Snapshot = tuple[object, ...]


def snapshot(services: Services) -> Snapshot:
    """Return all that can be seen, without versions, which only ever grow."""
    binned = services.decks.binned()
    decks = tuple(replace(deck, version=0) for deck in services.decks.decks())
    away = tuple(replace(deck, version=0) for deck in binned.decks)
    return decks, away, tuple((deck.code, card) for deck, card in binned.cards)


def act(services: Services, what: str, at: int, to: int) -> None:
    """Do something to some own deck or card, or nothing where there is none."""
    own = [deck for deck in services.decks.decks() if deck.own]
    binned = services.decks.binned()
    deck = own[at % len(own)] if own else None
    card = deck.cards[to % len(deck.cards)] if deck and deck.cards else None
    if what == "new":
        services.decks.new_deck("Ours")
    elif what == "copy card":
        services.decks.copy_card("wicked-issues", "happy-here", deck.code if deck else "")
    elif what == "restore deck" and binned.decks:
        services.decks.restore_deck(binned.decks[at % len(binned.decks)].code)
    elif what == "restore card" and binned.cards:
        there, one = binned.cards[at % len(binned.cards)]
        services.decks.restore_card(there.code, one.code)
    elif deck is not None:
        _act_on(services, what, to, deck, card)


def _act_on(services: Services, what: str, to: int, deck: Deck, card: ScenarioCard | None) -> None:
    on_deck: dict[str, Callable[[], object]] = {
        "copy deck": lambda: services.decks.copy_deck(deck.code),
        "rename": lambda: services.decks.rename(deck.code, f"Ours {to}", f"For {to}"),
        "bin deck": lambda: services.decks.bin_deck(deck.code),
        "add": lambda: services.decks.add_card(deck.code),
    }
    if what in on_deck:
        on_deck[what]()
    if card is None:
        return
    on_card: dict[str, Callable[[], object]] = {
        "duplicate": lambda: services.decks.duplicate(deck.code, card.code),
        "keep": lambda: services.decks.keep_card(deck.code, replace(card, title=f"Card {to}")),
        "move up": lambda: services.decks.move(deck.code, card.code, -1),
        "move down": lambda: services.decks.move(deck.code, card.code, 1),
        "bin card": lambda: services.decks.bin_card(deck.code, card.code),
    }
    if what in on_card:
        on_card[what]()


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(ACTS), places, places), max_size=12))
def test_undo_goes_back_through_every_state_and_redo_forward_again(
    services: Services, acts: list[tuple[str, int, int]]
) -> None:
    services.journal.clear()
    seen = [snapshot(services)]
    for what, at, to in acts:
        act(services, what, at, to)
        now = snapshot(services)
        if now != seen[-1]:
            seen.append(now)
    for before in reversed(seen[:-1]):
        assert services.journal.undo()
        assert snapshot(services) == before
    for after in seen[1:]:
        assert services.journal.redo()
        assert snapshot(services) == after
    while services.journal.undo():
        pass
    assert snapshot(services) == seen[0]


def test_a_change_that_is_refused_leaves_nothing_to_undo(services: Services) -> None:
    deck, code = services.decks.copy_card("wicked-issues", "happy-here")
    services.journal.clear()
    card = services.decks.card(deck, code)
    with pytest.raises(WorkshopProblem):
        services.decks.keep_card(deck, replace(card, title=""))
    assert services.journal.undo() == ""
