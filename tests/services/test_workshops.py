"""Preparing a workshop, changing its plan, and deleting it for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.agenda import StepKind, StepPlan
from lqf_workshop.domain.meeting import NoteKind, Part, Poll
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.workshop import WorkshopId, WorkshopPlan, WorkshopState
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.workshops import Workshops
from lqf_workshop.storage.records import Record
from tests.builders import begin, day, go_to, plan, prepare, rate, step, steps, vote

WHOLE_PLAN = plan(
    place="Dining room",
    facilitator="Amal أمل",
    provider="Rowan Care",
    facilitator_votes=True,
    role_mix={"FW": 8, "FL": 2, "OL": 1},
    dimensions=("WO", "PQ"),
)


def plan_now(services: Services, workshop_id: int) -> WorkshopPlan:
    return services.workshops.workshop(workshop_id).plan


def kinds_now(services: Services, workshop_id: int) -> list[StepKind]:
    return [s.plan.kind for s in services.workshops.steps(workshop_id)]


def agree(services: Services, workshop_id: int, what: str = "Try") -> int:
    number = services.actions.draft(workshop_id)
    services.actions.write(number, ActionText(what=what))
    services.actions.agree(number)
    return number


# Preparing


def test_a_plan_is_kept_whole(services: Services) -> None:
    assert plan_now(services, prepare(services, WHOLE_PLAN)) == WHOLE_PLAN


def test_an_agenda_is_kept_in_order_with_every_word(services: Services, shelf: Shelf) -> None:
    for template in shelf.templates():
        workshop_id = services.workshops.from_template(plan(template.name), template)
        found = services.workshops.steps(workshop_id)
        assert tuple(s.plan for s in found) == template.steps
        assert services.workshops.workshop(workshop_id).minutes == template.minutes


def test_a_new_workshop_is_prepared_and_nowhere_yet(services: Services) -> None:
    workshop_id = prepare(services)
    assert services.workshops.workshop(workshop_id).state is WorkshopState.PREPARED
    assert services.meetings.read(workshop_id).at is None


def test_without_dimensions_the_ones_for_everyone_are_rated(services: Services) -> None:
    workshop_id = prepare(services, plan(dimensions=()))
    assert plan_now(services, workshop_id).dimensions == ("PQ", "WO", "MS", "IS", "SD")


def test_a_blank_workshop_has_a_welcome_and_a_close(services: Services) -> None:
    workshop_id = services.workshops.from_template(plan(), None)
    assert kinds_now(services, workshop_id) == [StepKind.WELCOME, StepKind.CLOSE]


@pytest.mark.parametrize("headcount", [0, 31, -4])
def test_a_wrong_plan_is_explained_and_not_kept(services: Services, headcount: int) -> None:
    with pytest.raises(WorkshopProblem, match="3 to 30 people"):
        prepare(services, plan(headcount=headcount))
    assert services.lists.count() == 0


def test_a_dimension_that_the_edition_does_not_have_is_explained_and_not_kept(
    services: Services,
) -> None:
    with pytest.raises(WorkshopProblem, match="no dimension XX"):
        prepare(services, plan(dimensions=("PQ", "XX")))
    assert services.lists.count() == 0


def test_a_step_of_no_length_is_explained_and_nothing_is_kept(services: Services) -> None:
    with pytest.raises(WorkshopProblem, match="between 1 and 240 minutes"):
        services.workshops.prepare(plan(), (step(StepKind.BREAK, minutes=0),))
    assert services.lists.count() == 0


def test_an_edition_that_cannot_be_read_is_explained(services: Services) -> None:
    with pytest.raises(WorkshopProblem, match="framework lqf-1999 could not be read"):
        prepare(services, plan(edition_code="lqf-1999"))


def test_a_team_with_open_actions_meets_them_after_the_welcome(
    services: Services, running: WorkshopId
) -> None:
    agree(services, running)
    again = prepare(services, plan("rowan  HOUSE"), StepKind.WELCOME, StepKind.CLOSE)
    assert kinds_now(services, again) == [
        StepKind.WELCOME,
        StepKind.LAST_ACTIONS,
        StepKind.CLOSE,
    ]
    assert services.workshops.workshop(again).minutes == 15


def test_an_agenda_that_comes_back_to_actions_does_so_once(
    services: Services, running: WorkshopId
) -> None:
    agree(services, running)
    assert kinds_now(services, prepare(services)).count(StepKind.LAST_ACTIONS) == 1


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED])
def test_a_team_whose_actions_are_finished_has_no_step_for_them(
    services: Services, running: WorkshopId, state: ActionState
) -> None:
    services.actions.set_state(agree(services, running), state)
    again = prepare(services, plan(), StepKind.WELCOME)
    assert kinds_now(services, again) == [StepKind.WELCOME]


def test_a_meeting_before_the_one_that_agreed_them_does_not_meet_these_actions(
    services: Services, running: WorkshopId
) -> None:
    agree(services, running)
    earlier = prepare(services, plan(held_on=day(-7)), StepKind.WELCOME)
    assert kinds_now(services, earlier) == [StepKind.WELCOME]


def test_another_team_does_not_meet_these_actions(services: Services, running: WorkshopId) -> None:
    agree(services, running)
    elsewhere = prepare(services, plan("Elm Court"), StepKind.WELCOME)
    assert kinds_now(services, elsewhere) == [StepKind.WELCOME]


@pytest.mark.parametrize(
    ("template", "dimensions"),
    [
        ("60-minutes", ("PQ", "WO", "MS")),
        ("90-minutes", ("PQ", "WO", "MS", "IS", "SD")),
        ("180-minutes", ("PQ", "WO", "MS", "IS", "SD", "CV", "DS")),
        ("one-issue-clinic", ()),
    ],
)
def test_a_template_suggests_as_many_dimensions_as_it_has_time_for(
    services: Services, shelf: Shelf, template: str, dimensions: tuple[str, ...]
) -> None:
    found = next(t for t in shelf.templates() if t.code == template)
    assert services.workshops.suggested_dimensions("lqf-classic", found) == dimensions


# Changing


def test_a_changed_plan_is_kept_whole(services: Services, prepared: WorkshopId) -> None:
    services.workshops.change_plan(prepared, WHOLE_PLAN)
    assert plan_now(services, prepared) == WHOLE_PLAN


def test_a_dimension_that_was_rated_stays_in_the_plan(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "MS", 4, 4, 3)
    vote(services, running, "IS", 4)
    services.workshops.change_plan(running, replace(WHOLE_PLAN, dimensions=("WO",)))
    assert plan_now(services, running).dimensions == ("WO", "MS", "IS")


def test_a_pick_that_is_no_longer_rated_is_let_go(services: Services, running: WorkshopId) -> None:
    services.runs.pick(running, "SD")
    services.runs.pick(running, "WO")
    services.workshops.change_plan(running, replace(WHOLE_PLAN, dimensions=("WO",)))
    assert services.meetings.read(running).picks == ("WO",)


def test_the_edition_of_a_prepared_workshop_cannot_change(
    services: Services, prepared: WorkshopId
) -> None:
    with pytest.raises(WorkshopProblem, match="edition cannot change"):
        services.workshops.change_plan(prepared, plan("Other", edition_code="lqf-2026"))
    assert plan_now(services, prepared).team == "Rowan House"


def test_a_changed_plan_with_an_unknown_dimension_is_explained_and_not_kept(
    services: Services, prepared: WorkshopId
) -> None:
    before = plan_now(services, prepared)
    with pytest.raises(WorkshopProblem, match="no dimension XX"):
        services.workshops.change_plan(prepared, replace(before, dimensions=("XX",)))
    assert plan_now(services, prepared) == before


def test_more_people_can_come(services: Services, running: WorkshopId) -> None:
    assert services.workshops.change_headcount(running, " 14 ") == 14
    assert plan_now(services, running).headcount == 14


def test_the_facilitator_who_votes_is_counted_on_top(services: Services) -> None:
    workshop_id = prepare(services, plan(facilitator_votes=True))
    assert services.workshops.change_headcount(workshop_id, 14) == 15


def test_an_open_vote_expects_the_people_who_are_here_now(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.open_round(running, "PQ")
    services.workshops.change_headcount(running, 14)
    assert services.meetings.read(running).open_rounds[0].expected == 14
    services.workshops.change_plan(running, plan(headcount=9, facilitator_votes=True))
    assert services.meetings.read(running).open_rounds[0].expected == 10


def test_a_revealed_vote_keeps_how_many_people_were_there_then(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "PQ", 4, 4)
    services.workshops.change_headcount(running, 14)
    assert services.meetings.read(running).rounds[0].expected == 11


@pytest.mark.parametrize("headcount", [0, 31, "eleven", -1, ""])
def test_a_headcount_that_cannot_be_is_explained_and_not_kept(
    services: Services, running: WorkshopId, headcount: object
) -> None:
    with pytest.raises(WorkshopProblem, match="3 to 30"):
        services.workshops.change_headcount(running, headcount)
    assert plan_now(services, running).headcount == 11


def test_steps_are_moved_changed_added_and_removed(
    services: Services, prepared: WorkshopId
) -> None:
    old = services.workshops.steps(prepared)
    longer = replace(old[3].plan, minutes=20, title="Rate five")
    extra = StepPlan(StepKind.BREAK, "Cake", 10)
    kept = services.workshops.change_steps(
        prepared, [(old[3].id, longer), (None, extra), (old[0].id, old[0].plan)]
    )
    assert [s.plan for s in kept] == [longer, extra, old[0].plan]
    assert [kept[0].id, kept[2].id] == [old[3].id, old[0].id]
    assert services.workshops.workshop(prepared).minutes == 35
    assert services.workshops.steps(prepared) == kept


def test_a_step_of_impossible_length_changes_nothing(
    services: Services, prepared: WorkshopId
) -> None:
    before = services.workshops.steps(prepared)
    with pytest.raises(WorkshopProblem, match="between 1 and 240"):
        services.workshops.change_steps(prepared, [(None, step(StepKind.BREAK, minutes=500))])
    assert services.workshops.steps(prepared) == before


def test_a_moved_step_keeps_the_time_it_took_and_its_card(
    services: Services, running: WorkshopId
) -> None:
    old = services.workshops.steps(running)
    card_step = next(s for s in old if s.plan.kind is StepKind.CARD)
    services.cards.lay(running, card_step.id, services.cards.deck().cards[0])
    services.workshops.change_steps(running, [(s.id, s.plan) for s in reversed(old)])
    assert services.meetings.read(running).drawn(card_step.id) is not None


def test_when_the_step_it_is_at_is_removed_the_meeting_goes_on_at_the_next(
    services: Services, running: WorkshopId
) -> None:
    here = go_to(services, running, Part.GRID)
    old = services.workshops.steps(running)
    after = old[[s.id for s in old].index(here.step_id) + 1]
    services.workshops.change_steps(running, [(s.id, s.plan) for s in old if s.id != here.step_id])
    now = services.meetings.read(running).stop_now()
    assert now is not None
    assert now.step_id == after.id


def test_when_the_last_step_is_removed_the_meeting_goes_back_to_the_one_before(
    services: Services, running: WorkshopId
) -> None:
    go_to(services, running, Part.END)
    old = services.workshops.steps(running)
    services.workshops.change_steps(running, [(s.id, s.plan) for s in old[:-1]])
    now = services.meetings.read(running).stop_now()
    assert now is not None
    assert now.step_id == old[-2].id


def test_a_new_step_never_takes_the_number_and_the_notes_of_a_removed_one(
    services: Services, running: WorkshopId
) -> None:
    old = services.workshops.steps(running)
    services.notes.keep_private(running, str(old[-1].id), "Ask the night lead")
    kept = [(s.id, s.plan) for s in old[:-1]]
    services.workshops.change_steps(running, kept)
    changed = services.workshops.change_steps(running, [*kept, (None, old[-1].plan)])
    assert changed[-1].id not in {s.id for s in old}


@pytest.mark.parametrize(
    "act",
    [
        lambda w: w.workshop(999),
        lambda w: w.change_plan(999, plan()),
        lambda w: w.change_headcount(999, 11),
        lambda w: w.change_steps(999, []),
        lambda w: w.delete(999),
    ],
)
def test_a_workshop_that_is_gone_is_explained(services: Services, act: object) -> None:
    assert callable(act)
    with pytest.raises(StaleProblem, match="no longer in the library"):
        act(services.workshops)


# Deleting


def test_deleting_a_workshop_leaves_nothing_of_it_in_any_table(services: Services) -> None:
    workshop_id = prepare(services)
    begin(services, workshop_id)
    rate(services, workshop_id, "PQ", 4, 4)
    vote(services, workshop_id, "WO", 3)
    services.ratings.count_hands(workshop_id, "MS", 4)
    services.notes.add(workshop_id, NoteKind.TALK, "1", "We listened")
    services.polls.count(workshop_id, Poll.CONFIDENCE, "4")
    agree(services, workshop_id)
    card_step = next(
        s.id for s in services.workshops.steps(workshop_id) if s.plan.kind is StepKind.CARD
    )
    services.cards.lay(workshop_id, card_step, services.cards.deck().cards[0])
    services.workshops.delete(workshop_id)
    with services.desk.database.reading() as session:
        left = {
            table.name: session.connection().exec_driver_sql(f"SELECT * FROM {table}").first()
            for table in Record.metadata.sorted_tables
            if table.name != "kept_edition"
        }
    assert set(left.values()) == {None}


def test_deleting_a_workshop_leaves_the_others_whole(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "PQ", 4, 4)
    agree(services, running)
    before = services.meetings.read(running)
    services.workshops.delete(prepare(services, plan("Elm Court")))
    assert services.meetings.read(running) == before


def test_a_deletion_cannot_be_undone(services: Services, running: WorkshopId) -> None:
    services.notes.add(running, NoteKind.TALK, "1", "We listened")
    services.workshops.delete(running)
    assert services.journal.undo() == ""


# Finding again


def test_teams_come_latest_first_and_each_once(services: Services) -> None:
    prepare(services, plan("Rowan House", held_on=day(-30)))
    prepare(services, plan("Elm Court", held_on=day(-10)))
    prepare(services, plan("rowan house", held_on=day(-5)))
    assert [team.shown for team in services.workshops.teams()] == ["rowan house", "Elm Court"]
    assert [team.shown for team in services.workshops.teams(limit=1)] == ["rowan house"]


def test_teams_of_the_same_name_are_told_apart_by_their_organisation(services: Services) -> None:
    prepare(services, plan("Night team", held_on=day(-5), provider="Oak Care", headcount=5))
    prepare(services, plan("Night team", held_on=day(-9), provider="oak  care", headcount=6))
    prepare(services, plan("night team", held_on=day(-3), provider="Elm House", headcount=7))
    found = services.workshops.teams()
    assert [team.shown for team in found] == ["night team (Elm House)", "Night team (Oak Care)"]
    assert [(team.name, team.provider) for team in found][1] == ("Night team", "Oak Care")
    for provider, headcount in (("ELM house", 7), ("Oak care", 5)):
        latest = services.workshops.latest_plan("Night team", provider)
        assert latest is not None
        assert latest.headcount == headcount
    assert services.workshops.latest_plan("Night team") is None
    assert services.workshops.latest_plan("Night team", "Willow") is None


def test_the_latest_plan_of_a_team_is_where_the_next_begins(services: Services) -> None:
    prepare(services, plan(held_on=day(-5), headcount=9))
    prepare(services, plan(held_on=day(-30), headcount=20))
    found = services.workshops.latest_plan("  ROWAN house ")
    assert found is not None
    assert found.headcount == 9


def test_a_new_team_has_no_latest_plan(services: Services) -> None:
    assert services.workshops.latest_plan("Elm Court") is None


class EmptyShelf(Shelf):
    """A shelf on which no edition could be read."""

    def edition(self, code: str) -> None:
        """Return nothing."""


def test_without_any_framework_nothing_can_be_prepared_and_that_is_said(
    services: Services,
) -> None:
    with pytest.raises(WorkshopProblem, match="framework lqf-classic could not be read"):
        Workshops(services.desk, EmptyShelf()).prepare(plan(), steps())


def test_a_plan_without_rating_rates_nothing(services: Services) -> None:
    clinic = next(t for t in services.shelf.templates() if t.dimensions == 0)
    workshop = services.workshops.from_template(plan(dimensions=()), clinic)
    assert services.workshops.workshop(workshop).plan.dimensions == ()


def test_the_title_of_a_rating_step_says_how_many_are_rated(services: Services) -> None:
    template = next(t for t in services.shelf.templates() if t.code == "180-minutes")
    workshop = services.workshops.from_template(plan(dimensions=("PQ", "WO")), template)
    titles = [step.plan.title for step in services.workshops.steps(workshop)]
    assert "Rate 2 dimensions" in titles


@pytest.mark.parametrize(("code", "rated"), [("WO2", ["WO2"]), ("WO", ["WO"])])
def test_rating_again_is_about_that_element_or_dimension_alone(
    services: Services, code: str, rated: list[str]
) -> None:
    before = prepare(services, plan(dimensions=("PQ", "WO"), depths={"WO": Depth.BOTH}))
    again = services.workshops.rate_again(before, code)
    meeting = services.meetings.read(again)
    assert [one.code for one in meeting.rated] == rated
    (step,) = [s.plan for s in meeting.steps if s.plan.kind is StepKind.RATE]
    assert step.title.startswith("Rate again: ")
    voted = [stop.about for stop in meeting.stops() if stop.part is Part.VOTE]
    assert voted == rated


def test_another_element_that_was_voted_on_too_stays_in_the_plan(services: Services) -> None:
    again = services.workshops.rate_again(prepare(services, plan(dimensions=("WO",))), "WO2")
    begin(services, again)
    for code in ("WO2", "WO3"):
        rate(services, again, code, 3, 3, 3, 3, 3)
    whole = services.workshops.workshop(again).plan
    services.workshops.change_plan(again, whole)
    assert [one.code for one in services.meetings.read(again).rated] == ["WO2", "WO3"]
    services.workshops.change_plan(again, replace(whole, depths={"WO": Depth.WHOLE}))
    now = services.workshops.workshop(again).plan
    assert now.depth("WO") is Depth.BOTH


def test_the_workshop_after_an_element_alone_begins_with_all_of_them(services: Services) -> None:
    services.workshops.rate_again(prepare(services, plan(dimensions=("WO",))), "WO2")
    latest = services.workshops.latest_plan("Rowan House")
    assert latest is not None
    assert (latest.depth("WO"), latest.only("WO")) == (Depth.ELEMENTS, frozenset())
