"""A workshop as one value: whole, as it is on disk, in the words of its own day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.meeting import NoteKind, Part, Stop
from lqf_workshop.domain.rating import OpenRound
from lqf_workshop.domain.scenario import Deck
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.storage.records import KeptEditionRecord
from tests.builders import FixedClock, begin, day, plan, prepare, rate, vote


class LaterShelf(Shelf):
    """The shelf of a later release: another version of the edition, other words on the cards."""

    def edition(self, code: str) -> FrameworkEdition | None:
        """Return the edition reworded, with a dimension less."""
        found = super().edition(code)
        if found is None:
            return None
        reworded = tuple(replace(d, name="New " + d.name) for d in found.dimensions[:-1])
        return replace(found, version=found.version + 1, dimensions=reworded)

    def deck(self) -> Deck | None:
        """Return the deck with every card reworded."""
        found = super().deck()
        if found is None:
            return None
        cards = tuple(replace(c, title="New " + c.title, prompts=("New?",)) for c in found.cards)
        return replace(found, version=found.version + 1, cards=cards)


class EmptyShelf(Shelf):
    """A shelf on which nothing could be read."""

    def edition(self, code: str) -> None:
        """Return nothing."""

    def deck(self) -> None:
        """Return nothing."""


def agree(services: Services, workshop_id: int, what: str) -> int:
    number = services.actions.draft(workshop_id)
    services.actions.write(number, ActionText(what=what))
    services.actions.agree(number)
    return number


def last_time(services: Services, workshop_id: int) -> list[str]:
    return [a.text.what for a in services.meetings.read(workshop_id).last_actions]


def test_a_meeting_is_the_same_after_the_program_was_closed(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "PQ", 4, 4, 2, 0)
    vote(services, running, "WO", 3, 3)
    services.ratings.count_hands(running, "WO", 5, by=2)
    services.notes.add(running, NoteKind.HEARD, "PQ", "We listened", shown=True)
    agree(services, running, "Try")
    before = services.meetings.read(running)
    services.close()
    again = open_services(services.desk.database.path, services.shelf)
    assert again.meetings.read(running) == before
    again.close()


def test_an_open_round_is_a_number_of_votes_and_nothing_more(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "PQ", 1, 1, 5)
    services.ratings.count_hands(running, "PQ", 2, by=2)
    found = services.meetings.read(running)
    assert found.open_rounds == (OpenRound("PQ", 1, 5, 11),)
    assert found.rounds == ()


def test_a_workshop_that_is_gone_is_explained(services: Services) -> None:
    with pytest.raises(StaleProblem, match="no longer in the library"):
        services.meetings.read(999)


# Last time's actions


def test_a_first_meeting_has_no_actions_from_last_time(
    services: Services, running: WorkshopId
) -> None:
    agree(services, running, "Try")
    assert last_time(services, running) == []


def test_the_actions_of_the_meeting_before_come_back_finished_or_not(services: Services) -> None:
    before = prepare(services, plan(held_on=day(-30)))
    for what, state in (
        ("done", ActionState.DONE),
        ("dropped", ActionState.DROPPED),
        ("going on", ActionState.GOING_ON),
    ):
        services.actions.set_state(agree(services, before, what), state)
    agree(services, before, "agreed")
    services.actions.write(services.actions.draft(before), ActionText(what="draft"))
    assert last_time(services, prepare(services)) == ["done", "dropped", "going on", "agreed"]


def test_of_earlier_meetings_only_what_is_still_open_comes_back(
    services: Services, clock: FixedClock
) -> None:
    long_ago = prepare(services, plan(held_on=day(-90)))
    agree(services, long_ago, "old and open")
    clock.forward(-60 * 86_400)
    services.actions.set_state(agree(services, long_ago, "old and done"), ActionState.DONE)
    clock.forward(60 * 86_400)
    before = prepare(services, plan(held_on=day(-30)))
    agree(services, before, "recent")
    assert last_time(services, prepare(services)) == ["recent", "old and open"]


def test_the_actions_of_other_teams_and_later_meetings_stay_away(services: Services) -> None:
    agree(services, prepare(services, plan("Elm Court", held_on=day(-30))), "theirs")
    agree(services, prepare(services, plan(held_on=day(30))), "later")
    assert last_time(services, prepare(services)) == []


def test_two_meetings_on_one_day_come_in_the_order_they_were_prepared(services: Services) -> None:
    morning = prepare(services)
    afternoon = prepare(services)
    agree(services, morning, "this morning")
    agree(services, afternoon, "this afternoon")
    assert last_time(services, afternoon) == ["this morning"]
    assert last_time(services, morning) == []


def test_a_team_spelt_another_way_is_the_same_team(services: Services) -> None:
    agree(services, prepare(services, plan("ROWAN  house", held_on=day(-30))), "Try")
    assert last_time(services, prepare(services)) == ["Try"]


def test_an_action_of_last_time_that_is_finished_now_stays_in_view(services: Services) -> None:
    before = prepare(services, plan(held_on=day(-30)))
    number = agree(services, before, "Try")
    today = prepare(services)
    begin(services, today)
    services.actions.set_state(number, ActionState.DONE)
    assert last_time(services, today) == ["Try"]


def test_an_action_of_longer_ago_that_is_finished_now_stays_in_view(services: Services) -> None:
    number = agree(services, prepare(services, plan(held_on=day(-90))), "Try")
    prepare(services, plan(held_on=day(-30)))
    today = prepare(services)
    begin(services, today)
    services.actions.set_state(number, ActionState.DONE)
    assert last_time(services, today) == ["Try"]


# History keeps its words


def test_an_old_workshop_keeps_the_words_of_its_framework(
    services: Services, running: WorkshopId
) -> None:
    before = services.meetings.read(running).edition
    services.close()
    later = open_services(services.desk.database.path, LaterShelf())
    assert later.meetings.read(running).edition == before
    later.close()


def test_an_old_workshop_keeps_the_words_of_its_card(
    services: Services, running: WorkshopId
) -> None:
    step_id = next(s.id for s in services.workshops.steps(running) if s.plan.kind is StepKind.CARD)
    services.cards.lay(running, step_id, services.cards.deck().cards[4])
    before = services.meetings.read(running).cards
    services.close()
    later = open_services(services.desk.database.path, LaterShelf())
    assert later.meetings.read(running).cards == before
    assert Stop(step_id, Part.PROMPT, "4") in later.meetings.read(running).stops()
    later.close()


def test_a_new_workshop_speaks_the_new_words_beside_the_old_one(
    services: Services, running: WorkshopId
) -> None:
    services.close()
    later = open_services(services.desk.database.path, LaterShelf())
    new = prepare(later)
    assert later.meetings.read(new).edition.dimension("PQ").name.startswith("New ")
    assert not later.meetings.read(running).edition.dimension("PQ").name.startswith("New ")
    later.close()


def test_an_old_workshop_can_be_rated_on_a_dimension_that_is_no_longer_shipped(
    services: Services,
) -> None:
    workshop_id = prepare(services, plan(dimensions=("DS",)))
    services.close()
    later = open_services(services.desk.database.path, LaterShelf())
    rate(later, workshop_id, "DS", 4)
    assert later.meetings.read(workshop_id).dimensions[0].code == "DS"
    later.close()


def test_a_workshop_can_be_read_though_nothing_on_the_shelf_can(
    services: Services, running: WorkshopId
) -> None:
    before = services.meetings.read(running)
    services.close()
    bare = open_services(services.desk.database.path, EmptyShelf())
    assert bare.meetings.read(running) == before
    bare.close()


def test_a_framework_that_is_nowhere_is_explained(services: Services, running: WorkshopId) -> None:
    with services.desk.database.transaction() as session:
        session.query(KeptEditionRecord).delete()
    services.close()
    bare = open_services(services.desk.database.path, EmptyShelf())
    with pytest.raises(
        WorkshopProblem, match="framework of this workshop, lqf-classic, is missing"
    ):
        bare.meetings.read(running)
    bare.close()


def test_a_team_never_meets_what_another_of_the_same_name_agreed(services: Services) -> None:
    oak = prepare(services, plan("Night team", provider="Oak Care", held_on=day(-30)))
    agree(services, oak, "Ask the nights")
    prepare(services, plan("Night team", provider="Elm House", held_on=day(-20)))
    elm = prepare(
        services, plan("Night team", provider="Elm House"), StepKind.WELCOME, StepKind.CLOSE
    )
    again = prepare(
        services, plan("Night team", provider="oak care"), StepKind.WELCOME, StepKind.CLOSE
    )
    assert last_time(services, elm) == []
    assert last_time(services, again) == ["Ask the nights"]
    planned = [[s.plan.kind for s in services.workshops.steps(one)] for one in (elm, again)]
    assert [StepKind.LAST_ACTIONS in kinds for kinds in planned] == [False, True]
