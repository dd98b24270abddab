"""Teams over time and side by side, as they are stored."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lqf_workshop.domain.comparison import Movement
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.team import Team
from lqf_workshop.domain.trend import TrendLine
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from tests.builders import TODAY, rate, vote
from tests.trends import HIGH, LOW, met


def line(services: Services, team: str = "Rowan House") -> TrendLine:
    (found,) = services.trends.of(Team.of(team)).lines
    return found


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
    assert services.trends.of(Team("rowan house")).lines == ()
    assert services.trends.teams() == []
    assert services.trends.of(Team("nobody")).team == ""


def test_a_team_that_rated_only_parts_is_named_and_has_no_line(services: Services) -> None:
    made = met(services, 1, depths={"WO": Depth.ELEMENTS}, team="Kitchen")
    rate(services, made, "WO1", *HIGH)
    met(services, 2, *LOW)
    found = services.trends.of(Team("kitchen"))
    assert (found.team, found.lines) == ("Kitchen", ())
    (compared,) = services.trends.compare([Team("kitchen"), Team("rowan house")])
    assert compared.unrated == ("Kitchen",)


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
    assert line(services).points[1].room.same_people == 5


def test_a_team_that_was_replaced_meanwhile_is_another_though_it_did_not_rate_this_then(
    services: Services,
) -> None:
    met(services, 30, *LOW)
    meanwhile = met(services, 20)
    now = met(services, 1, *HIGH)
    services.trends.say_same_people(now, 11)
    assert line(services).shifts[0].movement is Movement.UP
    services.trends.say_same_people(meanwhile, 0)
    assert line(services).shifts[0].movement is Movement.OTHER_TEAM


def test_more_people_than_there_are_cannot_have_been_here_before(services: Services) -> None:
    made = met(services, 1, *LOW)
    with pytest.raises(WorkshopProblem, match="Of 11 people"):
        services.trends.say_same_people(made, 12)


def test_a_team_says_itself_whether_it_is_better(services: Services) -> None:
    made = met(services, 1, *HIGH)
    services.polls.count(made, Poll.FELT, "WO:better", 4)
    services.polls.count(made, Poll.FELT, "WO:worse", 1)
    assert line(services).points[0].felt == (4, 0, 1)


def test_only_what_is_shown_is_read_and_earlier_votes_are_a_page_away(
    services: Services,
) -> None:
    for weeks in (9, 7, 5, 3, 1):
        made = met(services, weeks, *(LOW if weeks > 1 else HIGH))
        services.polls.count(made, Poll.CONFIDENCE, "4", weeks)
    rate(services, made, "WO", *LOW)
    latest = services.trends.of(Team("rowan house"), 2)
    assert latest.more
    (shown,) = latest.lines
    assert [point.tally.votes for point in shown.points] == [LOW, LOW]
    assert shown.points[1].workshop_id == made
    assert [close.confidence[4] for close in latest.closes] == [3, 1]
    oldest = services.trends.of(Team("rowan house"), 2, back=4)
    assert not oldest.more
    assert len(oldest.lines[0].points) == 1
    assert [close.confidence[4] for close in oldest.closes] == [9]


def test_last_time_is_an_earlier_result_of_the_same_team_on_the_same_thing(
    services: Services,
) -> None:
    first = met(services, 9, *LOW)
    met(services, 4, *LOW, team="Alder Grange")
    now = met(services, 1)
    assert services.trends.last_time(now, "WO") == TODAY - timedelta(weeks=9)
    assert services.trends.last_time(now, "PQ") is None
    assert services.trends.last_time(first, "WO") is None
    earlier = met(services, 20)
    vote(services, earlier, "PQ", 1, 2, 3, 4, 5)
    assert services.trends.last_time(now, "PQ") is None


def test_how_meetings_ended_stands_in_order(services: Services) -> None:
    for weeks, fingers in ((2, "4"), (9, "3")):
        made = met(services, weeks, *LOW)
        services.polls.count(made, Poll.CONFIDENCE, fingers, 7)
        services.polls.count(made, Poll.RETURN, "5", 2)
        services.notes.add(made, NoteKind.WORD, "", f"Word {weeks}", shown=True)
        services.notes.add(made, NoteKind.WORD, "", "Kept", shown=False)
        assert services.summaries.gather(made).words == (f"Word {weeks}", "Kept")
    first, second = services.trends.of(Team("rowan house")).closes
    assert (first.confidence, first.words) == ((0, 0, 0, 7, 0, 0), ("Word 9", "Kept"))
    assert (second.confidence[4], second.worth[5]) == (7, 2)


@pytest.mark.parametrize("with_hands", [True, False])
def test_a_meeting_that_rated_nothing_still_tells_how_it_ended(
    services: Services, with_hands: bool
) -> None:
    made = met(services, 2)
    assert services.trends.teams() == []
    if with_hands:
        services.polls.count(made, Poll.RETURN, "5", 3)
    else:
        services.notes.add(made, NoteKind.WORD, "", "Hopeful", shown=False)
    (team,) = services.trends.teams()
    assert (team.key, team.last_on) == (Team("rowan house"), TODAY - timedelta(weeks=2))
    found = services.trends.of(team.key)
    (close,) = found.closes
    assert (close.worth[5], close.words) == ((3, ()) if with_hands else (0, ("Hopeful",)))
    assert (found.team, found.lines) == ("Rowan House", ())
    services.journal.undo()
    assert services.trends.teams() == []


def test_teams_stand_side_by_side_by_name_with_few_votes_hidden(services: Services) -> None:
    met(services, 9, *LOW)
    met(services, 1, *HIGH)
    met(services, 2, *LOW, team="alder Grange")
    met(services, 2, 1, 1, 5, team="Kitchen", headcount=3)
    met(services, 2, *HIGH, team="Willow", scale_code="nhs-stages")
    rate(services, met(services, 2, team="Beech"), "PQ", *HIGH)
    keys = [team.key for team in services.trends.teams()]
    assert keys[0] == Team("rowan house")
    other, found = services.trends.compare(keys)
    assert (other.subject.code, found.subject.code) == ("PQ", "WO")
    assert [vote.team for vote in found.votes] == ["alder Grange", "Kitchen", "Rowan House"]
    assert found.votes[1].tally is None
    assert found.votes[2].tally is not None
    assert found.votes[2].tally.votes == HIGH
    assert found.apart == ("Willow",)
    assert found.unrated == ("Beech",)
    assert found.wording.scale == "team"
    assert len(found.wording.points) == 5
    assert found.subject.short_name == "Working with others"
    assert services.trends.compare([]) == []


def test_teams_of_the_same_name_in_two_organisations_are_never_joined(services: Services) -> None:
    met(services, 9, *LOW, team="Night team", provider="Oak Care")
    met(services, 5, *HIGH, team="night  TEAM", provider="Elm House")
    met(services, 1, *HIGH, team="Night team", provider="OAK care")
    first, second = services.trends.teams()
    oak, elm = (services.trends.of(team.key) for team in (first, second))
    assert (first.team, oak.workshops) == ("Night team (OAK care)", 2)
    assert (second.team, elm.workshops) == ("night TEAM (Elm House)", 1)
    assert (oak.team, len(oak.lines[0].points)) == ("Night team (OAK care)", 2)
    assert [point.tally.votes for point in elm.lines[0].points] == [HIGH]
    (compared,) = services.trends.compare([first.key, second.key])
    assert [vote.team for vote in compared.votes] == [elm.team, oak.team]


def test_a_workshop_without_an_organisation_goes_with_the_only_one_of_that_name(
    services: Services,
) -> None:
    met(services, 9, *LOW, team="Night team")
    met(services, 5, *LOW, team="Night team", provider="Oak Care")
    (only,) = services.trends.teams()
    assert (only.team, services.trends.of(only.key).workshops) == ("Night team", 2)
    now = met(services, 0, team="Night team")
    assert services.trends.last_time(now, "WO") == TODAY - timedelta(weeks=5)
    met(services, 2, *HIGH, team="Night team", provider="Elm House")
    assert [team.team for team in services.trends.teams()] == [
        "Night team (Elm House)",
        "Night team (Oak Care)",
        "Night team (no organisation)",
    ]
    assert services.trends.last_time(now, "WO") == TODAY - timedelta(weeks=9)
    assert services.trends.last_time(0, "WO") is None
