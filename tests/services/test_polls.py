"""Shows of hands: counted in the open, never below none."""

from __future__ import annotations

import pytest

from lqf_workshop.domain.meeting import Poll
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services


def poll_now(services: Services, workshop_id: int, poll: Poll) -> dict[str, int]:
    return services.meetings.read(workshop_id).poll(poll)


def test_hands_add_up(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.CONFIDENCE, "4", by=3)
    services.polls.count(running, Poll.CONFIDENCE, "4")
    services.polls.count(running, Poll.CONFIDENCE, "2")
    assert poll_now(services, running, Poll.CONFIDENCE) == {"4": 4, "2": 1}


def test_polls_are_counted_apart(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.CONFIDENCE, "4")
    services.polls.count(running, Poll.RETURN, "5")
    assert poll_now(services, running, Poll.CONFIDENCE) == {"4": 1}


def test_there_are_never_fewer_than_no_hands(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.RETURN, "4", by=2)
    services.polls.count(running, Poll.RETURN, "4", by=-5)
    assert poll_now(services, running, Poll.RETURN) == {}


def test_undo_gives_back_the_hands_that_were_really_taken(
    services: Services, running: WorkshopId
) -> None:
    services.polls.count(running, Poll.RETURN, "4", by=2)
    services.polls.count(running, Poll.RETURN, "4", by=-5)
    assert services.journal.undo() == "a show of hands"
    assert poll_now(services, running, Poll.RETURN) == {"4": 2}


def test_a_count_that_moved_nothing_is_no_act(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.RETURN, "4", by=-1)
    assert services.journal.next_undo == ""


def test_a_key_that_is_stuck_is_noticed(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.SPOTTED, "integrity", by=93)
    with pytest.raises(WorkshopProblem, match="more hands than a room of 30 can raise"):
        services.polls.count(running, Poll.SPOTTED, "integrity")
    assert poll_now(services, running, Poll.SPOTTED) == {"integrity": 93}


def test_a_show_of_hands_in_a_workshop_that_is_gone_is_explained(services: Services) -> None:
    with pytest.raises(StaleProblem, match="no longer in the library"):
        services.polls.count(999, Poll.RETURN, "4")
