"""The lists of Home: the right rows, in the right order, found by any word."""

from __future__ import annotations

from datetime import date

import pytest

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.workshop import WorkshopId, WorkshopState
from lqf_workshop.services.assembly import Services
from tests.builders import FixedClock, begin, day, go_to, plan, prepare


def teams(services: Services, words: str = "") -> list[str]:
    return [line.team for line in services.lists.workshops(50, 0, words)]


def agree(services: Services, workshop_id: int, text: ActionText) -> int:
    number = services.actions.draft(workshop_id, Source(SourceKind.DIMENSION, "PQ"))
    services.actions.write(number, text)
    services.actions.agree(number)
    return number


@pytest.fixture
def three(services: Services) -> dict[str, WorkshopId]:
    """Three workshops of three teams, the oldest of them under way."""
    found = {
        "Rowan House": prepare(services, plan("Rowan House", held_on=day(-30))),
        "Elm Court": prepare(services, plan("Elm Court", held_on=day(10), place="Annexe 50%")),
        "Oak_Lodge": prepare(services, plan("Oak_Lodge", held_on=day(0), place="Oak/Room")),
    }
    begin(services, found["Rowan House"])
    return found


def test_what_is_under_way_comes_first_then_the_newest(
    services: Services, three: dict[str, WorkshopId]
) -> None:
    assert teams(services) == ["Rowan House", "Elm Court", "Oak_Lodge"]


def test_a_page_of_the_list_goes_on_where_the_last_one_ended(
    services: Services, three: dict[str, WorkshopId]
) -> None:
    pages = [services.lists.workshops(2, start) for start in (0, 2)]
    assert [[line.team for line in page] for page in pages] == [
        ["Rowan House", "Elm Court"],
        ["Oak_Lodge"],
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", 3),
        ("elm", 1),
        ("COURT elm", 1),
        ("elm rowan", 0),
        ("annexe", 1),
        ("50%", 1),
        ("%", 1),
        ("_", 1),
        ("/", 1),
        ("oak_lodge oak/room", 1),
        ("'; DROP TABLE workshop; --", 0),
    ],
)
def test_workshops_are_found_by_every_word_in_team_or_place(
    services: Services, three: dict[str, WorkshopId], words: str, found: int
) -> None:
    assert len(teams(services, words)) == found
    assert services.lists.count(words) == found


@pytest.mark.parametrize("words", ["école", "ÉCOLE", "éco"])
def test_letters_with_accents_are_found_in_either_case(services: Services, words: str) -> None:
    prepare(services, plan("Équipe", place="École"))
    assert teams(services, words) == ["Équipe"]
    assert teams(services, "équipe") == ["Équipe"]


def test_a_line_says_what_home_shows(services: Services, clock: FixedClock) -> None:
    workshop_id = prepare(services, plan(dimensions=("PQ", "WO", "MS", "IS")))
    begin(services, workshop_id)
    go_to(services, workshop_id, Part.GRID)
    agree(services, workshop_id, ActionText(what="Try"))
    services.actions.set_state(
        agree(services, workshop_id, ActionText(what="Try")), ActionState.DONE
    )
    services.actions.draft(workshop_id)
    (line,) = services.lists.workshops(1)
    assert (line.id, line.team, line.place) == (workshop_id, "Rowan House", "Dining room")
    assert (line.held_on, line.headcount, line.minutes) == (date(2026, 11, 25), 11, 55)
    assert (line.state, line.stopped_at) == (WorkshopState.RUNNING, "Focus")
    assert (line.actions_open, line.actions_total) == (1, 2)
    assert line.last_seen == clock.now
    assert line.focus == ("PQ", "WO", "MS")


def test_the_picks_are_the_focus_once_there_are_any(
    services: Services, running: WorkshopId
) -> None:
    services.runs.pick(running, "SD")
    assert services.lists.workshops(1)[0].focus == ("SD",)


def test_only_a_workshop_under_way_says_where_it_stopped(
    services: Services, running: WorkshopId
) -> None:
    services.runs.finish(running)
    assert services.lists.workshops(1)[0].stopped_at == ""


def test_open_actions_come_with_every_word_soonest_due_first(
    services: Services, three: dict[str, WorkshopId]
) -> None:
    whole = ActionText(
        what="Try a huddle",
        difference="Known faces",
        owner="Night lead",
        first_step="Ask",
        first_step_on=day(2),
        due=day(20),
        how_we_know="Fewer calls",
        baseline="6",
        target="2",
        review_on=day(30),
    )
    number = agree(services, three["Elm Court"], whole)
    agree(services, three["Rowan House"], ActionText(what="sooner", due=day(5)))
    agree(services, three["Rowan House"], ActionText(what="undated"))
    found = services.lists.open_actions(10)
    assert [due.action.text.what for due in found] == ["sooner", "Try a huddle", "undated"]
    assert found[1].team == "Elm Court"
    assert found[1].action == next(
        a for a in services.meetings.read(three["Elm Court"]).actions if a.id == number
    )


@pytest.mark.parametrize("size", [1, 2, 3, 5, 20])
def test_pages_of_any_size_put_together_are_the_whole_list(services: Services, size: int) -> None:
    for number in range(9):
        made = prepare(services, plan(f"Team {number}", held_on=day(-(number % 4))))
        if number % 3 == 0:
            begin(services, made)
    whole = [line.id for line in services.lists.workshops(50)]
    states = [line.state is WorkshopState.RUNNING for line in services.lists.workshops(50)]
    pages = [
        line.id
        for offset in range(0, 12, size)
        for line in services.lists.workshops(size, offset, "team")
    ]
    assert pages == whole
    assert states == sorted(states, reverse=True)
    assert sum(states) == 3


def test_every_list_says_the_organisation_where_two_teams_have_one_name(
    services: Services,
) -> None:
    for provider in ("Oak Care", "Elm House"):
        made = prepare(services, plan("Night team", provider=provider, held_on=day(-20)))
        agree(services, made, ActionText(what=f"Ask {provider}", due=day(3)))
    agree(services, prepare(services, plan("Days", provider="Oak Care")), ActionText(what="Ask"))
    oak, elm = "Night team (Oak Care)", "Night team (Elm House)"
    assert teams(services) == ["Days", elm, oak]
    assert [one.team for one in services.lists.open_actions(9)] == [oak, elm, "Days"]
    assert [due.one.team for due in services.lists.looks_due(9)] == [oak, elm]
    for one in services.lists.open_actions(9):
        services.actions.set_state(one.action.id, ActionState.DONE)
    assert [one.team for one in services.lists.closed_actions(9)] == ["Days", oak, elm]
