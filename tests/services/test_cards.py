"""A card comes to the table with its words, and the team is told why."""

from __future__ import annotations

import pytest

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import DrawnCard, Meeting
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.scenario import DrawReason
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.cards import Cards
from tests.builders import begin, plan, prepare, tally

LOW = RevealedRound("WO", 1, tally(2, 2, 2, 2, 3), 11)
SPLIT = RevealedRound("PQ", 1, tally(1, 1, 5, 5, 5, 5), 11)


def meeting_now(services: Services, workshop_id: int) -> Meeting:
    return services.meetings.read(workshop_id)


def card_step(services: Services, workshop_id: int) -> int:
    return next(
        s.id for s in meeting_now(services, workshop_id).steps if s.plan.kind is StepKind.CARD
    )


def test_a_card_is_laid_on_the_table_of_its_step(services: Services, running: WorkshopId) -> None:
    card, step_id = services.cards.deck().cards[3], card_step(services, running)
    services.cards.lay(running, step_id, card, DrawReason.WEAKEST, "WO")
    assert meeting_now(services, running).cards == (
        DrawnCard(step_id, card, DrawReason.WEAKEST, "WO"),
    )


def test_another_card_takes_the_place_of_the_first(services: Services, running: WorkshopId) -> None:
    step_id = card_step(services, running)
    first, second = services.cards.deck().cards[:2]
    services.cards.lay(running, step_id, first)
    services.cards.lay(running, step_id, second)
    assert [c.card for c in meeting_now(services, running).cards] == [second]


def test_undo_puts_the_card_before_back_and_redo_the_new_one(
    services: Services, running: WorkshopId
) -> None:
    step_id = card_step(services, running)
    first, second = services.cards.deck().cards[:2]
    services.cards.lay(running, step_id, first)
    services.cards.lay(running, step_id, second)
    assert services.journal.undo() == "laying a card"
    assert [c.card for c in meeting_now(services, running).cards] == [first]
    services.journal.undo()
    assert meeting_now(services, running).cards == ()
    services.journal.redo()
    services.journal.redo()
    assert [c.card for c in meeting_now(services, running).cards] == [second]


def test_undo_after_the_step_was_removed_passes_over_the_card(
    services: Services, running: WorkshopId
) -> None:
    step_id = card_step(services, running)
    first, second = services.cards.deck().cards[:2]
    services.cards.lay(running, step_id, first)
    services.cards.lay(running, step_id, second)
    kept = [(s.id, s.plan) for s in services.workshops.steps(running) if s.id != step_id]
    services.workshops.change_steps(running, kept)
    assert services.journal.undo() == ""
    assert meeting_now(services, running).cards == ()


def test_laying_a_card_on_a_step_that_is_gone_is_explained(
    services: Services, running: WorkshopId
) -> None:
    with pytest.raises(StaleProblem):
        services.cards.lay(running, 999, services.cards.deck().cards[0])


def test_the_weakest_dimension_gets_a_card_that_touches_it(
    services: Services, running: WorkshopId
) -> None:
    found = services.cards.suggest(running, (LOW, SPLIT), DrawReason.WEAKEST)
    assert (found.reason, found.dimension) == (DrawReason.WEAKEST, "WO")
    assert "WO" in found.card.dimensions


def test_the_most_split_dimension_gets_a_card_when_that_is_wanted(
    services: Services, running: WorkshopId
) -> None:
    found = services.cards.suggest(running, (LOW, SPLIT), DrawReason.SPLIT)
    assert (found.reason, found.dimension) == (DrawReason.SPLIT, "PQ")
    assert "PQ" in found.card.dimensions


def test_where_nothing_is_split_the_weakest_serves_and_the_room_is_told_so(
    services: Services, running: WorkshopId
) -> None:
    found = services.cards.suggest(running, (LOW,), DrawReason.SPLIT)
    assert (found.reason, found.dimension) == (DrawReason.WEAKEST, "WO")


def test_where_nothing_is_rated_any_card_serves_and_no_reason_is_given(
    services: Services, running: WorkshopId
) -> None:
    found = services.cards.suggest(running, (), DrawReason.SPLIT)
    assert (found.reason, found.dimension) == (DrawReason.CHOSEN, "")


def test_a_suggestion_is_the_same_when_asked_twice(services: Services, running: WorkshopId) -> None:
    once = services.cards.suggest(running, (LOW,), DrawReason.WEAKEST)
    services.cards.lay(running, card_step(services, running), once.card)
    assert services.cards.suggest(running, (LOW,), DrawReason.WEAKEST) == once


def test_a_card_the_team_has_met_in_another_meeting_is_not_suggested_again(
    services: Services, running: WorkshopId
) -> None:
    once = services.cards.suggest(running, (LOW,), DrawReason.WEAKEST)
    services.cards.lay(running, card_step(services, running), once.card)
    next_time = prepare(services, plan(" ROWAN  house"))
    begin(services, next_time)
    assert services.cards.suggest(next_time, (LOW,), DrawReason.WEAKEST).card != once.card


def test_a_card_that_another_team_has_met_is_still_new_here(
    services: Services, running: WorkshopId
) -> None:
    once = services.cards.suggest(running, (LOW,), DrawReason.WEAKEST)
    services.cards.lay(running, card_step(services, running), once.card)
    elsewhere = prepare(services, plan("Elm Court"))
    assert services.cards.suggest(elsewhere, (LOW,), DrawReason.WEAKEST).card == once.card


class ShelfWithoutADeck(Shelf):
    """A shelf whose deck could not be read."""

    def deck(self) -> None:
        """Return nothing."""


def test_without_a_deck_the_rest_goes_on_and_that_is_said(services: Services) -> None:
    cards = Cards(services.desk, ShelfWithoutADeck())
    with pytest.raises(
        WorkshopProblem, match=r"could not be read\. The rest of the workshop works"
    ):
        cards.deck()
