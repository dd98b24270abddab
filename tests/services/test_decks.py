"""Decks of one's own: made, copied, changed, ordered, binned and restored, each taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.scenario import Deck, DrawReason, ScenarioCard
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.services.changes import Change
from tests.builders import FixedClock, tally

LOW = RevealedRound("WO", 1, tally(2, 2, 2, 2, 3), 11)
SHIPPED = "wicked-issues"
ROTA = "rota-that-eats-itself"


def card(title: str = "Our Friday", *elements: str) -> ScenarioCard:
    return ScenarioCard(
        0,
        "",
        title,
        f"{title}: something happens.",
        ("staff",),
        elements,
        ("FL",),
        ("Why?",),
        "",
        "",
    )


def words(services: Services) -> list[tuple[str, str, list[str]]]:
    """Return what the own decks hold, without codes and versions."""
    return [
        (deck.name, deck.about, [one.title for one in deck.cards])
        for deck in services.decks.decks()
        if deck.own
    ]


@pytest.fixture
def mine(services: Services) -> str:
    """An own deck of three cards."""
    cards = tuple(card(title) for title in ("One", "Two", "Three"))
    return services.decks.bring_in(Deck("", "Mine", 1, "For nights", cards))


def codes(services: Services, deck: str) -> list[str]:
    return [one.code for one in services.decks.deck(deck).cards]


def titles(services: Services, deck: str) -> list[str]:
    return [one.title for one in services.decks.deck(deck).cards]


def test_the_shipped_deck_comes_first_and_own_ones_by_name(services: Services) -> None:
    for name in ("nights", "Agency", "days"):
        services.decks.new_deck(name)
    names = [deck.name for deck in services.decks.decks()]
    assert names == ["Wicked issues", "Agency", "days", "nights"]
    assert [deck.own for deck in services.decks.decks()] == [False, True, True, True]


def test_a_deck_is_copied_whole_and_the_shipped_one_stays(services: Services) -> None:
    shipped = services.decks.deck(SHIPPED)
    copied = services.decks.deck(services.decks.copy_deck(SHIPPED))
    assert copied.name == "Wicked issues, my copy"
    as_before = [
        replace(one, code=was.code) for one, was in zip(copied.cards, shipped.cards, strict=True)
    ]
    assert tuple(as_before) == shipped.cards
    assert not {one.code for one in copied.cards} & {one.code for one in shipped.cards}
    assert copied.own
    assert services.decks.deck(SHIPPED) == shipped


def test_two_decks_never_have_the_same_name(services: Services, mine: str) -> None:
    again = services.decks.copy_deck(mine)
    third = services.decks.copy_deck(mine)
    assert services.decks.deck(again).name == "Mine (2)"
    assert services.decks.deck(third).name == "Mine (3)"


def test_the_first_copied_card_makes_a_deck_for_it(services: Services) -> None:
    deck, code = services.decks.copy_card(SHIPPED, ROTA)
    assert services.decks.deck(deck).name == "My cards"
    assert services.decks.card(deck, code).title == "The rota that eats itself"
    again, _code = services.decks.copy_card(SHIPPED, "happy-here")
    assert again == deck
    assert titles(services, deck) == ["The rota that eats itself", "Happy here?"]


def test_cards_are_numbered_by_their_place(services: Services, mine: str) -> None:
    first = codes(services, mine)[0]
    services.decks.move(mine, first, 2)
    assert titles(services, mine) == ["Two", "Three", "One"]
    assert [one.number for one in services.decks.deck(mine).cards] == [1, 2, 3]


def test_at_the_end_of_the_deck_a_card_stays_and_nothing_is_to_be_undone(
    services: Services, mine: str
) -> None:
    first = codes(services, mine)[0]
    services.journal.clear()
    services.decks.move(mine, first, -1)
    assert services.journal.next_undo == ""
    assert titles(services, mine) == ["One", "Two", "Three"]


def test_a_duplicate_stands_right_behind_its_card(services: Services, mine: str) -> None:
    made = services.decks.duplicate(mine, codes(services, mine)[0])
    assert titles(services, mine) == ["One", "One", "Two", "Three"]
    assert codes(services, mine)[1] == made
    assert len(set(codes(services, mine))) == 4


def test_a_binned_card_comes_back_to_its_place(services: Services, mine: str) -> None:
    second = codes(services, mine)[1]
    services.decks.bin_card(mine, second)
    assert titles(services, mine) == ["One", "Three"]
    ((deck, binned),) = services.decks.binned().cards
    assert (deck.name, binned.title) == ("Mine", "Two")
    services.decks.restore_card(mine, second)
    assert titles(services, mine) == ["One", "Two", "Three"]
    assert len(services.decks.binned()) == 0


def test_a_binned_deck_takes_its_cards_along_and_brings_them_back(
    services: Services, mine: str
) -> None:
    services.decks.bin_deck(mine)
    assert words(services) == []
    with pytest.raises(StaleProblem):
        services.decks.deck(mine)
    (binned,) = services.decks.binned().decks
    assert [one.title for one in binned.cards] == ["One", "Two", "Three"]
    services.decks.restore_deck(mine)
    assert words(services) == [("Mine", "For nights", ["One", "Two", "Three"])]


def test_a_new_card_is_unfinished_and_may_be_typed_bit_by_bit(
    services: Services, mine: str
) -> None:
    code = services.decks.add_card(mine)
    empty = services.decks.card(mine, code)
    services.decks.type_card(mine, replace(empty, situation="The van is late."))
    services.decks.type_card(mine, replace(empty, situation="The van is late.", title="The van"))
    assert services.decks.card(mine, code).title == "The van"
    assert code not in [one.code for deck in services.cards.decks() for one in deck.cards]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": "  "}, "write a title"),
        ({"situation": ""}, "write what happens"),
        ({"prompts": ()}, "at least one question"),
        ({"prompts": tuple(f"Why {n}?" for n in range(7))}, "at most 6"),
        ({"situation": "x" * 601}, "at most 600"),
    ],
)
def test_a_whole_card_stays_whole(
    services: Services, mine: str, change: dict[str, object], said: str
) -> None:
    before = services.decks.deck(mine).cards[0]
    with pytest.raises(WorkshopProblem, match=said):
        services.decks.type_card(mine, replace(before, **change))  # type: ignore[arg-type]
    assert services.decks.deck(mine).cards[0] == before


def test_taking_a_change_back_goes_to_where_the_person_began(services: Services, mine: str) -> None:
    before = services.decks.deck(mine).cards[0]
    for title in ("O", "On", "One more"):
        services.decks.type_card(mine, replace(before, title=title))
    services.decks.keep_card(mine, replace(before, title="One more"), before)
    assert services.journal.undo() == "changing a card"
    assert services.decks.deck(mine).cards[0] == before
    services.journal.redo()
    assert services.decks.deck(mine).cards[0].title == "One more"


def test_leaving_a_card_as_it_was_is_nothing_to_undo(services: Services, mine: str) -> None:
    before = services.decks.deck(mine).cards[0]
    services.journal.clear()
    services.decks.keep_card(mine, replace(before, title=" One "), before)
    assert services.journal.next_undo == ""


def test_a_deck_keeps_a_name(services: Services, mine: str) -> None:
    with pytest.raises(WorkshopProblem, match="fill this in"):
        services.decks.rename(mine, "   ", "")
    assert words(services)[0][0] == "Mine"


ACTS: dict[str, Callable[[Services, str], object]] = {
    "a new deck": lambda s, _deck: s.decks.new_deck("Nights"),
    "copying a deck": lambda s, _deck: s.decks.copy_deck(SHIPPED),
    "bringing in a deck": lambda s, _deck: s.decks.bring_in(Deck("", "X", 1, "", (card(),))),
    "the name of a deck": lambda s, deck: s.decks.rename(deck, "Ours", "For days"),
    "binning a deck": lambda s, deck: s.decks.bin_deck(deck),
    "a new card": lambda s, deck: s.decks.add_card(deck),
    "copying a card": lambda s, deck: s.decks.copy_card(SHIPPED, ROTA, deck),
    "duplicating a card": lambda s, deck: s.decks.duplicate(deck, codes(s, deck)[1]),
    "changing a card": lambda s, deck: s.decks.keep_card(
        deck, replace(s.decks.deck(deck).cards[0], title="Another")
    ),
    "moving a card": lambda s, deck: s.decks.move(deck, codes(s, deck)[0], 1),
    "binning a card": lambda s, deck: s.decks.bin_card(deck, codes(s, deck)[2]),
}


@pytest.mark.parametrize("what", ACTS)
def test_every_act_is_announced_once_and_can_be_taken_back_and_done_again(
    services: Services, mine: str, what: str
) -> None:
    before, heard = words(services), []
    services.changes.subscribe(lambda change, _id: heard.append((change, words(services))))
    ACTS[what](services, mine)
    after = words(services)
    assert after != before
    assert heard == [(Change.DECKS, after)]
    for _twice in range(2):
        assert services.journal.undo() == what
        assert words(services) == before
        assert services.journal.redo() == what
        assert words(services) == after
    assert [change for change, _seen in heard] == [Change.DECKS] * 5


def test_restoring_can_be_taken_back_too(services: Services, mine: str) -> None:
    code = codes(services, mine)[0]
    services.decks.bin_card(mine, code)
    services.decks.restore_card(mine, code)
    assert services.journal.undo() == "restoring a card"
    assert titles(services, mine) == ["Two", "Three"]
    services.decks.bin_deck(mine)
    services.decks.restore_deck(mine)
    assert services.journal.undo() == "restoring a deck"
    assert words(services) == []


def test_a_new_card_that_comes_back_has_the_words_typed_meanwhile(
    services: Services, mine: str
) -> None:
    code = services.decks.add_card(mine)
    typed = replace(services.decks.card(mine, code), title="The van")
    services.decks.type_card(mine, typed)
    services.journal.undo()
    assert titles(services, mine) == ["One", "Two", "Three"]
    services.journal.redo()
    assert titles(services, mine) == ["One", "Two", "Three", "The van"]


def test_undo_after_the_deck_is_gone_passes_on_to_the_act_before(services: Services) -> None:
    deck = services.decks.new_deck("Nights")
    services.decks.add_card(deck)
    services.journal.undo()
    services.journal.undo()
    assert services.journal.undo() == ""
    assert words(services) == []


def test_a_deck_is_on_disk_before_anybody_is_told(
    services: Services, mine: str, shelf: Shelf, clock: FixedClock
) -> None:
    copied = open_services(services.desk.database.path, shelf, clock=clock, read_only=True)
    assert [deck.name for deck in copied.decks.decks()] == ["Wicked issues", "Mine"]
    copied.close()


def test_a_deck_that_is_cancelled_in_the_middle_leaves_nothing(services: Services) -> None:
    heard: list[Change] = []
    services.changes.subscribe(lambda change, _id: heard.append(change))
    made = services.decks.bring_in(Deck("", "X", 1, "", (card(),)), lambda: True)
    assert (made, words(services), heard) == ("", [], [])
    assert services.journal.next_undo == ""


# At the table


def lay_one(services: Services, workshop_id: int, deck: Deck, one: ScenarioCard) -> int:
    step = next(s.id for s in services.workshops.steps(workshop_id) if s.plan.kind is StepKind.CARD)
    services.cards.lay(workshop_id, step, one, deck=deck)
    return step


def test_a_card_on_a_table_keeps_its_words_whatever_becomes_of_its_deck(
    services: Services, running: WorkshopId, mine: str
) -> None:
    deck = services.decks.deck(mine)
    lay_one(services, running, deck, deck.cards[0])
    services.decks.keep_card(mine, replace(deck.cards[0], title="Reworded"))
    services.decks.bin_card(mine, deck.cards[0].code)
    services.decks.bin_deck(mine)
    (drawn,) = services.meetings.read(running).cards
    assert drawn.card == deck.cards[0]


def test_a_card_is_drawn_from_an_own_deck_where_it_fits_best(
    services: Services, running: WorkshopId
) -> None:
    fits = card("Ours", "WO1", "WO2", "WO3", "WO4")
    deck = services.decks.bring_in(Deck("", "Mine", 1, "", (card("Other", "PQ1"), fits)))
    found = services.cards.suggest(running, (LOW,), DrawReason.WEAKEST)
    assert (found.card.title, found.deck.code) == ("Ours", deck)


def test_a_binned_card_is_not_drawn(services: Services, running: WorkshopId) -> None:
    fits = card("Ours", "WO1", "WO2", "WO3", "WO4")
    deck = services.decks.bring_in(Deck("", "Mine", 1, "", (fits,)))
    services.decks.bin_card(deck, codes(services, deck)[0])
    found = services.cards.suggest(running, (LOW,), DrawReason.WEAKEST)
    assert found.deck.code == SHIPPED


# Many


def test_a_thousand_cards_are_read_and_stored_quickly(services: Services) -> None:
    many = tuple(card(f"Card {n}", "WO1") for n in range(1000))
    begun = process_time()
    deck = services.decks.bring_in(Deck("", "Many", 1, "", many))
    stored = process_time()
    assert len(services.decks.deck(deck).cards) == 1000
    read = process_time()
    assert stored - begun < 2
    assert read - stored < 0.5
