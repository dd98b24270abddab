"""Filling in an activity: kept line by line, taken back, taken up again, never a private word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lqf_workshop.domain.activity import Activity, ActivityRun, BlockKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services
from tests.builders import day, plan, prepare

ADAPTIVE = "adaptive-leadership"


@pytest.fixture
def workshop_id(services: Services) -> WorkshopId:
    return prepare(services, plan(), StepKind.CARD, StepKind.ACTIVITY, StepKind.ACTIONS)


def step_of(services: Services, workshop_id: int, kind: StepKind = StepKind.ACTIVITY) -> int:
    return next(s.id for s in services.workshops.steps(workshop_id) if s.plan.kind is kind)


def begun(services: Services, workshop_id: int, code: str = ADAPTIVE) -> int:
    activity = services.activities.choice(code)
    return services.activities.begin(workshop_id, step_of(services, workshop_id), activity)


def run_now(services: Services, workshop_id: int) -> ActivityRun:
    run = services.meetings.read(workshop_id).run_at(step_of(services, workshop_id))
    assert run is not None
    return run


def lines(services: Services, workshop_id: int, block: str) -> list[tuple[str, dict[str, str]]]:
    run = run_now(services, workshop_id)
    return [(entry.place, entry.words) for entry in run.lines(block)]


def test_an_activity_gives_the_step_a_place_for_each_of_its_steps(
    services: Services, workshop_id: WorkshopId
) -> None:
    begun(services, workshop_id)
    meeting = services.meetings.read(workshop_id)
    about = [stop.about for stop in meeting.stops() if stop.part is Part.FILL]
    assert about == ["balcony", "split", "losses", "experiments", "take"]


def test_lines_are_kept_in_their_order_and_come_back_with_undo(
    services: Services, workshop_id: WorkshopId
) -> None:
    run_id = begun(services, workshop_id)
    acts = services.activities
    first = acts.add(workshop_id, run_id, "seen", "", {"text": "Handover is short"})
    acts.add(workshop_id, run_id, "seen", "", {"text": "Nobody asks nights"})
    acts.write(workshop_id, first, "text", "Handover is ten minutes")
    acts.remove(workshop_id, first)
    assert lines(services, workshop_id, "seen") == [("", {"text": "Nobody asks nights"})]
    services.journal.undo()
    assert lines(services, workshop_id, "seen") == [
        ("", {"text": "Handover is ten minutes"}),
        ("", {"text": "Nobody asks nights"}),
    ]


def test_an_answer_is_one_of_those_offered_and_can_be_taken_back(
    services: Services, workshop_id: WorkshopId
) -> None:
    run_id = begun(services, workshop_id)
    acts = services.activities
    line = acts.add(workshop_id, run_id, "parts", "", {"part": "Handover"})
    acts.choose(workshop_id, line, "kind", "Technical")
    acts.choose(workshop_id, line, "kind", "Adaptive")
    with pytest.raises(WorkshopProblem, match="Choose one of: Technical, Adaptive, Both"):
        acts.choose(workshop_id, line, "kind", "Magic")
    services.journal.undo()
    assert lines(services, workshop_id, "parts")[0][1]["kind"] == "Technical"
    services.journal.undo()
    assert not lines(services, workshop_id, "parts")[0][1]["kind"]


def test_a_fixed_row_has_one_line_however_often_it_is_written(
    services: Services, workshop_id: WorkshopId
) -> None:
    run_id = begun(services, workshop_id, "strategic-triangle")
    run = services.meetings.read(workshop_id).run_at(step_of(services, workshop_id))
    assert run is not None
    corners = next(b for b in run.activity.blocks if b.kind is BlockKind.CORNERS)
    place, column = corners.places[0].code, corners.columns[1].code
    for text in ("A", "A better", "A better breakfast"):
        services.activities.put(workshop_id, run_id, corners.code, place, column, text)
    assert lines(services, workshop_id, corners.code) == [(place, {column: "A better breakfast"})]


def test_choosing_another_activity_can_be_undone_with_every_line(
    services: Services, workshop_id: WorkshopId
) -> None:
    run_id = begun(services, workshop_id)
    services.activities.add(workshop_id, run_id, "seen", "", {"text": "We look away"})
    begun(services, workshop_id, "practice-pledge")
    pledge = run_now(services, workshop_id)
    services.journal.undo()
    assert lines(services, workshop_id, "seen") == [("", {"text": "We look away"})]
    services.journal.redo()
    assert run_now(services, workshop_id) == pledge
    assert pledge.activity.code == "practice-pledge"


def test_what_was_left_half_way_is_taken_up_in_a_later_workshop(services: Services) -> None:
    kinds = (StepKind.CARD, StepKind.ACTIVITY)
    before = prepare(services, plan(held_on=day(-30)), *kinds)
    run_id = begun(services, before)
    services.activities.add(before, run_id, "seen", "", {"text": "Nights hear last"})
    later = prepare(services, plan(), *kinds)
    stopped = services.activities.stopped(later)
    assert [(s.activity.code, s.held_on, s.lines) for s in stopped] == [(ADAPTIVE, day(-30), 1)]

    new_run = services.activities.take_up(later, step_of(services, later), stopped[0].run_id)
    assert run_now(services, later).continues == run_now(services, before).mark
    services.activities.add(later, new_run, "tries", "", {"text": "Ask nights first"})
    assert lines(services, later, "seen") == [("", {"text": "Nights hear last"})]
    assert not lines(services, before, "tries")
    third = prepare(services, plan(held_on=day(30)), *kinds)
    assert not services.activities.stopped(third)  # it has come to its end


def test_another_team_sees_nothing_of_it(services: Services) -> None:
    mine = prepare(services, plan(), StepKind.ACTIVITY)
    services.activities.add(mine, begun(services, mine), "seen", "", {"text": "Nights hear last"})
    other = prepare(services, plan("Kitchen"), StepKind.ACTIVITY)
    assert not services.activities.stopped(other)


def test_a_reworded_activity_changes_no_workshop(
    services: Services, workshop_id: WorkshopId
) -> None:
    activity = services.activities.choice(ADAPTIVE)
    step_id = step_of(services, workshop_id)
    services.activities.begin(workshop_id, step_id, replace(activity, name="As it was"))
    run = services.meetings.read(workshop_id).run_at(step_id)
    assert run is not None
    assert run.activity.name == "As it was"


def test_no_word_of_a_private_sheet_is_ever_stored(
    services: Services, workshop_id: WorkshopId
) -> None:
    run_id = begun(services, workshop_id, "courageous-conversations")
    activity = services.activities.choice("courageous-conversations")
    block = next(b for b in activity.blocks if b.private)
    for column in block.columns:
        with pytest.raises(WorkshopProblem, match="private sheet is not kept"):
            services.activities.add(
                workshop_id, run_id, block.code, "", {column.code: "Zanzibar secret"}
            )
        with pytest.raises(WorkshopProblem, match="private sheet is not kept"):
            services.activities.put(
                workshop_id, run_id, block.code, "", column.code, "Zanzibar secret"
            )
    path = services.desk.database.path
    for file in path.parent.glob(f"{path.name}*"):
        assert b"Zanzibar" not in file.read_bytes()


def test_a_card_brings_the_steps_that_follow_it_and_its_own_people(
    services: Services, workshop_id: WorkshopId
) -> None:
    step_id = step_of(services, workshop_id, StepKind.CARD)
    first, second = services.cards.deck().cards[2:4]
    services.cards.lay(workshop_id, step_id, first)
    run = services.meetings.read(workshop_id).run_at(step_id)
    assert run is not None
    voices = run.activity.block("voices")
    assert [p.name.casefold() for p in run.places(voices)] == [
        name.casefold() for name in first.involved
    ]
    services.activities.add(workshop_id, run.id, "first", "", {"text": "Ask her daughter"})
    services.cards.lay(workshop_id, step_id, second)
    run = services.meetings.read(workshop_id).run_at(step_id)
    assert run is not None
    assert not run.entries
    services.journal.undo()
    run = services.meetings.read(workshop_id).run_at(step_id)
    assert run is not None
    assert [entry.words["text"] for entry in run.entries] == ["Ask her daughter"]


def test_a_line_that_is_gone_is_explained(services: Services, workshop_id: WorkshopId) -> None:
    run_id = begun(services, workshop_id)
    line = services.activities.add(workshop_id, run_id, "seen", "", {"text": "x"})
    services.activities.remove(workshop_id, line)
    with pytest.raises(StaleProblem, match="has been removed"):
        services.activities.write(workshop_id, line, "text", "y")


def test_every_shipped_activity_can_be_begun(services: Services, workshop_id: WorkshopId) -> None:
    choices: tuple[Activity, ...] = services.activities.choices()
    assert len(choices) >= 16
    for activity in choices:
        begun(services, workshop_id, activity.code)
        meeting = services.meetings.read(workshop_id)
        filled = [stop for stop in meeting.stops() if stop.part is Part.FILL]
        assert len(filled) == len(activity.steps)
