"""Teams over time and side by side, as they are stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lqf_workshop.domain.comparison import Movement
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.trend import TrendLine
from lqf_workshop.domain.workshop import WorkshopId, team_key
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from tests.builders import TODAY, plan, prepare, rate, vote


def met(services: Services, weeks_ago: int, *answers: int, **changes: object) -> WorkshopId:
    """Let a team meet and rate one dimension."""
    whole = plan(held_on=TODAY - timedelta(weeks=weeks_ago), dimensions=("WO", "PQ"))
    made = prepare(services, replace(whole, **changes))  # type: ignore[arg-type]
    services.runs.begin(made, services.meetings.read(made).stops()[0])
    if answers:
        rate(services, made, "WO", *answers)
    return made


def line(services: Services, team: str = "Rowan House") -> TrendLine:
    (found,) = services.trends.of(team_key(team)).lines
    return found


LOW, HIGH = (2, 2, 2, 3, 3), (3, 4, 4, 4, 5)


def test_votes_of_one_team_stand_in_order_with_what_may_be_said(services: Services) -> None:
    later = met(services, 1, *HIGH, team="rowan  house")
    met(services, 14, *LOW)
    met(services, 3, *LOW, team="Alder Grange")
    found = line(services)
    assert [point.tally.votes for point in found.points] == [LOW, HIGH]
    assert found.points[1].workshop_id == later
    assert [shift.movement for shift in found.shifts] == [Movement.UP]
    assert found.latest == found.shifts[0]


def test_a_second_vote_takes_the_place_of_the_first(services: Services) -> None:
    made = met(services, 1, *LOW)
    rate(services, made, "WO", *HIGH)
    assert [point.tally.votes for point in line(services).points] == [HIGH]


def test_an_open_vote_and_an_unrated_team_leave_no_line(services: Services) -> None:
    made = met(services, 1)
    vote(services, made, "WO", 3, 3, 3, 3, 3)
    assert services.trends.of("rowan house").lines == ()
    assert services.trends.teams() == []
    assert services.trends.of("nobody").team == ""


def test_other_words_and_changed_teams_are_never_joined(services: Services) -> None:
    met(services, 30, *LOW)
    made = met(services, 20, *HIGH)
    met(services, 10, *LOW, scale_code="nhs-stages")
    services.trends.say_same_people(made, 5)
    moves = [shift.movement for shift in line(services).shifts]
    assert moves == [Movement.OTHER_TEAM, Movement.OTHER_WORDS]
    services.journal.undo()
    assert line(services).shifts[0].movement is Movement.UP
    services.journal.redo()
    assert line(services).points[1].same_people == 5


def test_more_people_than_there_are_cannot_have_been_here_before(services: Services) -> None:
    made = met(services, 1, *LOW)
    with pytest.raises(WorkshopProblem, match="Of 11 people"):
        services.trends.say_same_people(made, 12)


def test_a_team_says_itself_whether_it_is_better(services: Services) -> None:
    made = met(services, 1, *HIGH)
    services.polls.count(made, Poll.FELT, "WO:better", 4)
    services.polls.count(made, Poll.FELT, "WO:worse", 1)
    assert line(services).points[0].felt == (4, 0, 1)


def test_how_meetings_ended_stands_in_order(services: Services) -> None:
    for weeks, fingers in ((2, "4"), (9, "3")):
        made = met(services, weeks, *LOW)
        services.polls.count(made, Poll.CONFIDENCE, fingers, 7)
        services.polls.count(made, Poll.RETURN, "5", 2)
        services.notes.add(made, NoteKind.WORD, "", f"Word {weeks}", shown=True)
    first, second = services.trends.of("rowan house").closes
    assert (first.confidence, first.words) == ((0, 0, 0, 7, 0, 0), ("Word 9",))
    assert (second.confidence[4], second.worth[5]) == (7, 2)


def test_teams_stand_side_by_side_by_name_with_few_votes_hidden(services: Services) -> None:
    met(services, 9, *LOW)
    met(services, 1, *HIGH)
    met(services, 2, *LOW, team="alder Grange")
    met(services, 2, 1, 1, 5, team="Kitchen", headcount=3)
    met(services, 2, *HIGH, team="Willow", scale_code="nhs-stages")
    keys = [team.key for team in services.trends.teams()]
    assert keys[0] == "rowan house"
    (found,) = services.trends.compare(keys)
    assert [vote.team for vote in found.votes] == ["alder Grange", "Kitchen", "Rowan House"]
    assert found.votes[1].tally is None
    assert found.votes[2].tally is not None
    assert found.votes[2].tally.votes == HIGH
    assert found.apart == ("Willow",)
    assert services.trends.compare([]) == []
