"""Teams over time and side by side on paper, read back as a person's computer does."""

from __future__ import annotations

from io import BytesIO

import pytest

from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.subject import Subject, SubjectKind
from lqf_workshop.domain.team import Team
from lqf_workshop.domain.trend import Compared, TeamTrend, TeamVote, Wording
from lqf_workshop.reports.compared_paper import write_compared
from lqf_workshop.reports.trend_paper import write_trend
from lqf_workshop.services.assembly import Services
from tests.builders import TODAY, rate, tally, vote
from tests.reports.paper import (
    overlapping,
    pages_of,
    rings_and_dots,
    said_of_itself,
    smallest_type,
    spoken,
    text_colours,
    text_of,
    too_light,
)
from tests.trends import HIGH, LOW, met


def trend_pdf(trend: TeamTrend, *, large: bool = False) -> bytes:
    file = BytesIO()
    write_trend(trend, file, large=large, printed_on=TODAY)
    return file.getvalue()


@pytest.fixture
def trend(services: Services) -> TeamTrend:
    """Seven workshops of one team, with a break, a talk and a close."""
    met(services, 60, *LOW, scale_code="nhs-stages")
    met(services, 50, 1, 5)
    for weeks in (40, 30, 20, 10):
        met(services, weeks, *LOW)
    latest = met(services, 1, *HIGH)
    rate(services, latest, "PQ", *LOW)
    vote(services, latest, "WO", 1, 1, 1, 1, 1)
    services.polls.count(latest, Poll.FELT, "WO:better", 4)
    services.polls.count(latest, Poll.CONFIDENCE, "4", 6)
    services.polls.count(latest, Poll.RETURN, "5", 6)
    services.notes.add(latest, NoteKind.WORD, "", "Hopeful", shown=True)
    return services.trends.of(Team("rowan house"))


@pytest.mark.parametrize("large", [False, True])
def test_the_paper_says_what_may_be_said_and_shows_every_vote(
    trend: TeamTrend, large: bool
) -> None:
    pdf = trend_pdf(trend, large=large)
    words = text_of(pdf)
    assert "Rowan House" in words
    assert "Moved up · Middle vote 4, was 2" in words
    assert "A broken line parts two meetings" in words
    assert "other words" in words
    assert "talk only" in words
    assert "4 better, 0 the same, 0 worse" in words
    assert "23/25 = 0.92" in words
    assert "One vote so far" in words
    assert "Hopeful" in words
    assert rings_and_dots(pdf) == 6 * 5 + 5 + 12
    assert not overlapping(pdf)


@pytest.mark.parametrize("large", [False, True])
def test_names_of_many_breaks_do_not_run_into_each_other(services: Services, large: bool) -> None:
    for weeks in range(36, 0, -6):
        services.trends.say_same_people(met(services, weeks, *HIGH), 3)
    pdf = trend_pdf(services.trends.of(Team("rowan house")), large=large)
    assert text_of(pdf).count("another team") == 5
    assert not overlapping(pdf)


def test_large_print_is_large_everywhere(trend: TeamTrend) -> None:
    assert smallest_type(trend_pdf(trend, large=True)) >= 18


def test_its_words_can_be_read_in_black_and_white(trend: TeamTrend) -> None:
    pdf = trend_pdf(trend)
    assert text_colours(pdf)
    assert too_light(pdf) == set()


def test_a_vote_that_is_still_open_is_not_on_the_paper(
    services: Services, trend: TeamTrend
) -> None:
    before = trend_pdf(trend)
    vote(services, services.trends.of(Team("rowan house")).lines[0].points[-1].workshop_id, "WO", 5)
    assert trend_pdf(services.trends.of(Team("rowan house"))) == before


def test_the_file_does_not_name_the_team_and_its_pictures_are_told(trend: TeamTrend) -> None:
    pdf = trend_pdf(trend)
    assert "Rowan" not in said_of_itself(pdf)
    assert spoken(pdf).count("/Figure") >= 4


def test_a_team_without_a_vote_says_so() -> None:
    assert "No whole dimension has been rated yet" in text_of(trend_pdf(TeamTrend("Kitchen", ())))


@pytest.mark.parametrize("large", [False, True])
def test_teams_stand_side_by_side_by_name_and_few_votes_are_words(
    services: Services, large: bool
) -> None:
    met(services, 1, *HIGH)
    met(services, 2, *LOW, team="Alder Grange")
    met(services, 2, 1, 1, 5, team="Kitchen", headcount=3)
    met(services, 2, *HIGH, team="Willow", scale_code="nhs-stages")
    rate(services, met(services, 2, team="Beech"), "PQ", *HIGH)
    file = BytesIO()
    keys = [team.key for team in services.trends.teams()]
    write_compared(services.trends.compare(keys), file, large=large, printed_on=TODAY)
    pdf = file.getvalue()
    words = text_of(pdf)
    part = words[words.index("Working with others") :]
    places = [part.index(team) for team in ("Alder Grange", "Kitchen", "Rowan House")]
    assert places == sorted(places)
    assert "Fewer than five people rated this" in part
    assert "Rated in other words: Willow." in part
    assert "Did not rate this: Beech." in part
    assert "not for saying who is best" in words
    assert rings_and_dots(pdf) == 15
    assert not overlapping(pdf)
    if large:
        assert smallest_type(pdf) >= 18
    assert pages_of(pdf)


@pytest.mark.parametrize("large", [False, True])
def test_many_teams_stand_in_parts_that_each_say_what_they_are_about(large: bool) -> None:
    wording = Wording("lqf-classic", 1, "team", ("Not yet", "Starting", "Usually", "Mostly", "All"))
    subject = Subject("WO", SubjectKind.DIMENSION, "WO", "Working with others", "Working", "")
    votes = tuple(TeamVote(f"Team {n:03}", TODAY, tally(*HIGH), 11) for n in range(100))
    file = BytesIO()
    write_compared((Compared(subject, wording, votes),), file, large=large, printed_on=TODAY)
    pdf = file.getvalue()
    pages = pages_of(pdf)
    assert all("Not yet" in page for page in pages if "Team 0" in page)
    words = text_of(pdf)
    places = [words.index(vote.team) for vote in votes]
    assert places == sorted(places)
    assert "of 100, in the order of their names" in " ".join(words.split())
    assert not overlapping(pdf)
