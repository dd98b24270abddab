"""Votes come in hidden, become totals at the reveal, and never change again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lqf_workshop.domain.rating import ANSWERS, OpenRound, RevealedRound, Tally
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.storage.records import BallotRecord, HandCountRecord
from tests.builders import plan, prepare, rate, vote


def open_now(services: Services, workshop_id: int) -> tuple[OpenRound, ...]:
    return services.meetings.read(workshop_id).open_rounds


def revealed_now(services: Services, workshop_id: int) -> tuple[RevealedRound, ...]:
    return services.meetings.read(workshop_id).rounds


def stored_votes(services: Services) -> int:
    with services.desk.database.reading() as session:
        return session.query(BallotRecord).count() + session.query(HandCountRecord).count()


def test_a_round_opens_with_nobody_having_voted(services: Services, running: WorkshopId) -> None:
    assert services.ratings.open_round(running, "PQ") == OpenRound("PQ", 1, 0, 11)


def test_opening_a_round_again_finds_the_one_people_are_voting_in(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "PQ", 4, 2)
    assert services.ratings.open_round(running, "PQ") == OpenRound("PQ", 1, 2, 11)


def test_a_facilitator_who_votes_is_expected_too(services: Services) -> None:
    workshop_id = prepare(services, plan(facilitator_votes=True))
    assert services.ratings.open_round(workshop_id, "PQ").expected == 12


def test_the_first_vote_opens_the_round(services: Services, running: WorkshopId) -> None:
    services.ratings.cast(running, "PQ", 4)
    assert open_now(services, running) == (OpenRound("PQ", 1, 1, 11),)


def test_hands_and_secret_votes_feed_the_same_round(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "PQ", 4, 0)
    services.ratings.count_hands(running, "PQ", 4, by=3)
    services.ratings.count_hands(running, "PQ", 5)
    assert services.ratings.reveal(running, "PQ") == Tally((0, 0, 0, 4, 1), 1)


def test_the_facilitator_sees_counted_hands_and_no_secret_vote(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "PQ", 1, 1, 2)
    services.ratings.count_hands(running, "PQ", 4, by=2)
    assert services.ratings.hand_counts(running, "PQ") == {**dict.fromkeys(ANSWERS, 0), 4: 2}


def test_before_a_round_is_open_no_hands_are_counted(
    services: Services, running: WorkshopId
) -> None:
    assert services.ratings.hand_counts(running, "PQ") == dict.fromkeys(ANSWERS, 0)


def test_hands_can_be_taken_away_again(services: Services, running: WorkshopId) -> None:
    services.ratings.count_hands(running, "PQ", 4, by=3)
    services.ratings.count_hands(running, "PQ", 4, by=-1)
    assert services.ratings.hand_counts(running, "PQ")[4] == 2


def test_there_are_never_fewer_than_no_hands(services: Services, running: WorkshopId) -> None:
    services.ratings.count_hands(running, "PQ", 4, by=2)
    services.ratings.count_hands(running, "PQ", 4, by=-5)
    assert services.ratings.hand_counts(running, "PQ")[4] == 0


def test_taking_hands_away_does_not_open_a_round(services: Services, running: WorkshopId) -> None:
    services.ratings.count_hands(running, "PQ", 4, by=-1)
    assert open_now(services, running) == ()


def test_taking_hands_away_leaves_secret_votes_alone(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "PQ", 4, 4)
    services.ratings.count_hands(running, "PQ", 4, by=-2)
    assert open_now(services, running)[0].voted == 2


@pytest.mark.parametrize("answer", [-1, 6])
def test_an_answer_that_is_not_on_the_card_is_explained_and_opens_nothing(
    services: Services, running: WorkshopId, answer: int
) -> None:
    with pytest.raises(WorkshopProblem, match="A vote is 1, 2, 3, 4, 5"):
        services.ratings.cast(running, "PQ", answer)
    with pytest.raises(WorkshopProblem, match="A vote is 1, 2, 3, 4, 5"):
        services.ratings.count_hands(running, "PQ", answer)
    assert open_now(services, running) == ()


def test_one_secret_vote_too_many_is_refused_and_not_kept(services: Services) -> None:
    workshop_id = prepare(services, plan(headcount=3))
    vote(services, workshop_id, "PQ", 1, 2, 3)
    with pytest.raises(WorkshopProblem, match=r"All 3 votes are in\. If more people came"):
        services.ratings.cast(workshop_id, "PQ", 4)
    assert open_now(services, workshop_id)[0].voted == 3


def test_more_hands_than_people_are_refused_and_none_of_them_kept(services: Services) -> None:
    workshop_id = prepare(services, plan(headcount=3))
    services.ratings.cast(workshop_id, "PQ", 4)
    with pytest.raises(WorkshopProblem, match="All 3 votes are in"):
        services.ratings.count_hands(workshop_id, "PQ", 4, by=3)
    assert open_now(services, workshop_id)[0].voted == 1


def test_hands_can_be_taken_away_while_there_are_more_votes_than_people(
    services: Services,
) -> None:
    workshop_id = prepare(services, plan(headcount=5))
    services.ratings.count_hands(workshop_id, "PQ", 4, by=5)
    services.ratings.set_expected(workshop_id, 3)
    services.ratings.count_hands(workshop_id, "PQ", 4, by=-1)
    assert open_now(services, workshop_id) == (OpenRound("PQ", 1, 4, 3),)


def test_when_more_people_come_an_open_round_expects_them(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.open_round(running, "PQ")
    services.ratings.set_expected(running, services.workshops.change_headcount(running, 12))
    assert open_now(services, running)[0].expected == 12


def test_when_more_people_come_a_revealed_round_stays_as_it_was(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "PQ", 4, 4)
    before = revealed_now(services, running)
    services.ratings.set_expected(running, 12)
    assert revealed_now(services, running) == before


def test_a_reveal_keeps_the_totals(services: Services, running: WorkshopId) -> None:
    found = rate(services, running, "PQ", 1, 4, 4, 5, 0)
    assert revealed_now(services, running) == (RevealedRound("PQ", 1, found, 11),)
    assert found == Tally((1, 0, 0, 2, 1), 1)


def test_after_a_reveal_no_vote_is_left(services: Services, running: WorkshopId) -> None:
    vote(services, running, "PQ", 1, 4)
    services.ratings.count_hands(running, "PQ", 5)
    services.ratings.reveal(running, "PQ")
    assert stored_votes(services) == 0


def test_a_reveal_leaves_the_votes_of_other_dimensions(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "WO", 4, 4)
    rate(services, running, "PQ", 1)
    assert open_now(services, running) == (OpenRound("WO", 1, 2, 11),)


def test_nothing_can_be_revealed_where_nobody_is_voting(
    services: Services, running: WorkshopId
) -> None:
    with pytest.raises(WorkshopProblem, match="Nobody is voting on this now"):
        services.ratings.reveal(running, "PQ")


def test_an_empty_round_is_not_revealed_and_stays_open(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.open_round(running, "PQ")
    with pytest.raises(WorkshopProblem, match="No votes are in yet"):
        services.ratings.reveal(running, "PQ")
    assert len(open_now(services, running)) == 1


def test_a_round_in_which_nobody_could_see_it_is_revealed(
    services: Services, running: WorkshopId
) -> None:
    assert rate(services, running, "PQ", 0, 0) == Tally((0, 0, 0, 0, 0), 2)


def test_a_second_vote_is_kept_beside_the_first(services: Services, running: WorkshopId) -> None:
    first = rate(services, running, "PQ", 2, 2, 4)
    second = rate(services, running, "PQ", 3, 3, 4)
    assert [(r.number, r.tally) for r in revealed_now(services, running)] == [
        (1, first),
        (2, second),
    ]


def act_open(services: Services, workshop_id: int) -> None:
    services.ratings.open_round(workshop_id, "PQ")


def act_cast(services: Services, workshop_id: int) -> None:
    services.ratings.cast(workshop_id, "PQ", 5)


def act_count(services: Services, workshop_id: int) -> None:
    services.ratings.count_hands(workshop_id, "PQ", 5)


@pytest.mark.parametrize("act", [act_open, act_cast, act_count])
def test_a_third_vote_is_refused_and_changes_nothing(
    services: Services, running: WorkshopId, act: Callable[[Services, int], None]
) -> None:
    rate(services, running, "PQ", 2)
    rate(services, running, "PQ", 3)
    before = services.meetings.read(running)
    with pytest.raises(WorkshopProblem, match="rated twice, and both votes are kept"):
        act(services, running)
    assert services.meetings.read(running) == before


def test_a_dimension_that_is_not_rated_today_is_refused(
    services: Services, running: WorkshopId
) -> None:
    with pytest.raises(WorkshopProblem, match="does not rate that"):
        services.ratings.open_round(running, "DS")


def test_voting_in_a_workshop_that_is_gone_is_explained(services: Services) -> None:
    with pytest.raises(StaleProblem, match="no longer in the library"):
        services.ratings.cast(999, "PQ", 4)


def test_two_workshops_vote_on_the_same_dimension_apart(
    services: Services, running: WorkshopId
) -> None:
    other = prepare(services, plan("Elm Court"))
    vote(services, running, "PQ", 1)
    vote(services, other, "PQ", 5, 5)
    assert services.ratings.reveal(other, "PQ") == Tally((0, 0, 0, 0, 2))
    assert open_now(services, running)[0].voted == 1


def test_undo_takes_counted_hands_back(services: Services, running: WorkshopId) -> None:
    services.ratings.count_hands(running, "PQ", 4, by=3)
    services.ratings.count_hands(running, "PQ", 5)
    assert services.journal.undo() == "the last count"
    assert services.ratings.hand_counts(running, "PQ") == {**dict.fromkeys(ANSWERS, 0), 4: 3}


def test_undo_gives_back_only_the_hands_that_were_really_taken(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.count_hands(running, "PQ", 4, by=2)
    services.ratings.count_hands(running, "PQ", 4, by=-5)
    services.journal.undo()
    assert services.ratings.hand_counts(running, "PQ")[4] == 2


def test_after_the_reveal_nothing_of_the_vote_can_be_undone_or_done_again(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.count_hands(running, "PQ", 4, by=2)
    services.ratings.count_hands(running, "PQ", 2)
    services.journal.undo()
    services.ratings.reveal(running, "PQ")
    assert (services.journal.next_undo, services.journal.next_redo) == ("", "")
    before = services.meetings.read(running)
    services.journal.undo()
    services.journal.redo()
    assert services.meetings.read(running) == before


def test_the_reveal_of_one_dimension_leaves_the_hands_of_another_to_be_undone(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.count_hands(running, "WO", 3)
    services.ratings.count_hands(running, "PQ", 4)
    services.ratings.reveal(running, "PQ")
    assert services.journal.undo() == "the last count"
    assert services.ratings.hand_counts(running, "WO")[3] == 0


def test_an_undo_that_no_longer_fits_the_room_is_explained_and_can_be_tried_again(
    services: Services,
) -> None:
    workshop_id = prepare(services, plan(headcount=3))
    services.ratings.count_hands(workshop_id, "PQ", 4, by=3)
    services.ratings.count_hands(workshop_id, "PQ", 4, by=-1)
    services.ratings.cast(workshop_id, "PQ", 2)
    with pytest.raises(WorkshopProblem, match="All 3 votes are in"):
        services.journal.undo()
    services.ratings.set_expected(workshop_id, 4)
    assert services.journal.undo() == "the last count"
    assert services.ratings.hand_counts(workshop_id, "PQ")[4] == 3


def test_each_vote_is_announced_once(services: Services, running: WorkshopId) -> None:
    heard: list[tuple[Change, int]] = []
    services.changes.subscribe(lambda change, number: heard.append((change, number)))
    services.ratings.cast(running, "PQ", 4)
    services.ratings.count_hands(running, "PQ", 4)
    services.ratings.reveal(running, "PQ")
    assert heard == [(Change.VOTES, running), (Change.VOTES, running), (Change.RATINGS, running)]


def test_a_vote_begun_by_mistake_can_be_taken_back_while_it_is_empty(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "PQ", 3, 4)
    services.ratings.open_round(running, "PQ")
    assert services.journal.undo() == "beginning a vote"
    assert services.meetings.read(running).open_rounds == ()
    assert services.journal.redo() == "beginning a vote"
    assert services.meetings.read(running).open_rounds[0].number == 2


def test_a_vote_with_votes_in_it_is_not_taken_back_by_undo(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.open_round(running, "PQ")
    services.ratings.cast(running, "PQ", 4)
    assert services.journal.undo() == ""
    assert services.meetings.read(running).open_rounds[0].voted == 1


def test_all_alike_is_known_before_the_reveal_but_of_few_nothing_is_promised(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "PQ", 4, 4, 4, 4)
    assert not services.ratings.would_tell_everyone(running, "PQ")
    vote(services, running, "PQ", 4)
    assert services.ratings.would_tell_everyone(running, "PQ")
    vote(services, running, "PQ", 3)
    assert not services.ratings.would_tell_everyone(running, "PQ")
    assert not services.ratings.would_tell_everyone(running, "WO")
