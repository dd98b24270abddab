"""What a summary tells of cards and activities: each word once, nothing private or held back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.activity import Activity, ActivityRun, Entry, Takes
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Meeting, NoteKind
from lqf_workshop.domain.summary import CardNotes, PileNotes, WorkshopSummary
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from tests.activity_answers import filled, texts_of
from tests.builders import SHELF, TODAY, plan, prepare

SECRET = "Nobody but me may read kumquat"
EACH = pytest.mark.parametrize("activity", SHELF.activities(), ids=lambda a: a.code)


@pytest.fixture
def workshop_id(services: Services) -> WorkshopId:
    return prepare(services, plan(), StepKind.CARD, StepKind.ACTIVITY, StepKind.ACTIONS)


def step_of(services: Services, workshop_id: int, kind: StepKind) -> int:
    return next(s.id for s in services.workshops.steps(workshop_id) if s.plan.kind is kind)


def with_run(services: Services, workshop_id: int, run: ActivityRun) -> WorkshopSummary:
    """Return the summary of a workshop whose activity is filled in like this."""
    meeting = services.meetings.read(workshop_id)
    step_id = step_of(services, workshop_id, StepKind.ACTIVITY)
    meeting = replace(meeting, activities=(replace(run, step_id=step_id),))
    return services.summaries.of(meeting, TODAY)


def card_step(services: Services, workshop_id: int, *answers: str) -> tuple[int, list[int]]:
    """Lay a card with answers that the room can see; return its step and their numbers."""
    step_id = step_of(services, workshop_id, StepKind.CARD)
    card = services.cards.deck().cards[0]
    services.cards.lay(workshop_id, step_id, card)
    numbers = [
        services.notes.add(workshop_id, NoteKind.CARD, f"{card.code}/1", text, shown=True)
        for text in answers
    ]
    return step_id, numbers


def card_of(services: Services, workshop_id: int) -> CardNotes:
    (card,) = services.summaries.gather(workshop_id).cards
    return card


@EACH
@pytest.mark.parametrize("people", [5, 30])
def test_every_word_of_an_activity_is_in_its_summary(
    services: Services, workshop_id: WorkshopId, activity: Activity, people: int
) -> None:
    run = filled(activity, people)
    found = with_run(services, workshop_id, run)
    (told,) = found.activities
    words = repr(told.filled)
    assert all(repr(text)[1:-1] in words for text in texts_of(run))
    assert told.name == activity.name
    assert told.dimension is not None
    assert told.dimension.code == activity.dimension
    assert run.card is not None
    assert told.issue == run.card.title
    assert not told.stopped
    assert found.taken


@EACH
def test_private_words_are_in_no_summary_even_if_they_were_stored(
    services: Services, workshop_id: WorkshopId, activity: Activity
) -> None:
    run = filled(activity, 5)
    secrets = tuple(
        Entry(9000 + n, block.code, "", {column.code: SECRET for column in block.fields})
        for n, block in enumerate(activity.blocks)
        if block.private
    )
    found = with_run(services, workshop_id, replace(run, entries=(*run.entries, *secrets)))
    assert "kumquat" not in repr(found)
    alone = with_run(services, workshop_id, replace(run, entries=secrets))
    assert alone.activities == ()


@EACH
def test_what_was_held_back_is_named_and_not_told(
    services: Services, workshop_id: WorkshopId, activity: Activity
) -> None:
    run = filled(activity, 5, held=True)
    found = with_run(services, workshop_id, run)
    held = [block for block in activity.blocks if block.held]
    assert found.activities[0].filled.held_back == tuple(block.name for block in held)
    for block in held:
        for entry in run.lines(block.code):
            assert not any(len(w) > 3 and w in repr(found) for w in entry.words.values())


def test_an_activity_is_told_as_it_was_stored_and_says_that_it_was_stopped(
    services: Services, workshop_id: WorkshopId
) -> None:
    acts, step_id = services.activities, step_of(services, workshop_id, StepKind.ACTIVITY)
    run_id = acts.begin(workshop_id, step_id, acts.choice("adaptive-leadership"))
    assert services.summaries.gather(workshop_id).activities == ()
    acts.add(workshop_id, run_id, "seen", "", {"text": "Handover is ten minutes"})
    (told,) = services.summaries.gather(workshop_id).activities
    assert (told.step_id, told.stopped, told.issue) == (step_id, True, "")
    (seen,) = told.filled.canvases
    assert [line.title for box in seen.boxes for line in box.lines] == ["Handover is ten minutes"]
    acts.add(workshop_id, run_id, "tries", "", {"text": "Ask nights first"})
    found = services.summaries.gather(workshop_id)
    assert not found.activities[0].stopped
    (taken,) = found.taken
    assert (taken.takes, taken.source) == (Takes.ACTIONS, "Adaptive leadership")
    assert taken.lines[0].startswith("Ask nights first")


def test_a_step_that_became_an_action_is_told_in_the_plan_alone(
    services: Services, workshop_id: WorkshopId
) -> None:
    acts, step_id = services.activities, step_of(services, workshop_id, StepKind.ACTIVITY)
    run_id = acts.begin(workshop_id, step_id, acts.choice("adaptive-leadership"))
    acts.add(workshop_id, run_id, "fixes", "", {"text": "Order a second hoist"})
    (taken,) = services.summaries.gather(workshop_id).taken
    services.actions.write(services.actions.draft(workshop_id), ActionText(what=taken.lines[0]))
    assert services.summaries.gather(workshop_id).taken == ()


def test_answers_in_piles_are_told_there_and_the_others_with_their_prompt(
    services: Services, workshop_id: WorkshopId
) -> None:
    _step, (one, two, _three) = card_step(services, workshop_id, "ask her", "ask him", "wait")
    for number in (one, two):
        services.notes.put_on_pile(workshop_id, number, "asking")
    card = card_of(services, workshop_id)
    assert card.piles == (PileNotes("asking", ("ask her", "ask him")),)
    assert (card.prompts[0].notes, card.prompts[0].piled) == (("wait",), 2)
    assert not card.dotted


def test_dots_are_told_once_the_room_has_seen_them(
    services: Services, workshop_id: WorkshopId
) -> None:
    step_id, (one, two, three) = card_step(services, workshop_id, "ask her", "wait", "ring")
    services.notes.put_on_pile(workshop_id, one, "asking")
    services.polls.count_dots(workshop_id, step_id, (two,), 4)
    before = card_of(services, workshop_id)
    services.polls.count_dots(workshop_id, step_id, (three,), 2)
    assert card_of(services, workshop_id) == before
    assert before.piles == (PileNotes("asking", ("ask her",)),)

    services.polls.show_dots(workshop_id, step_id)
    card = card_of(services, workshop_id)
    assert card.dotted
    assert card.piles == (
        PileNotes("", ("wait",), 4, most=True),
        PileNotes("", ("ring",), 2),
        PileNotes("asking", ("ask her",), 0),
    )
    assert card.prompts[0].notes == ()


def test_an_answer_kept_from_the_room_is_on_no_pile_and_still_told(
    services: Services, workshop_id: WorkshopId
) -> None:
    _step, (one, _two) = card_step(services, workshop_id, "ask her", "wait")
    services.notes.put_on_pile(workshop_id, one, "asking")
    services.notes.let_through(workshop_id, one, shown=False)
    card = card_of(services, workshop_id)
    assert card.piles == ()
    assert card.prompts[0].notes == ("ask her", "wait")


def test_the_steps_after_a_cards_prompts_are_told_with_the_card(
    services: Services, workshop_id: WorkshopId
) -> None:
    step_id, _numbers = card_step(services, workshop_id)
    run = services.meetings.read(workshop_id).run_at(step_id)
    assert run is not None
    acts = services.activities
    acts.add(workshop_id, run.id, "first", "", {"text": "Sit down with her at four"})
    acts.add(workshop_id, run.id, "watch", "", {"text": "Does she still come down?"})
    acts.add(workshop_id, run.id, "parts", "tame", {"text": "The bulb on the stairs"})
    found = services.summaries.gather(workshop_id)
    (card,) = found.cards
    assert [canvas.code for canvas in card.filled.canvases] == ["parts", "first", "watch"]
    assert found.activities == ()
    assert [(t.takes, t.source, t.lines) for t in found.taken] == [
        (Takes.WATCH, card.title, ("Does she still come down?",)),
        (Takes.ACTIONS, card.title, ("Sit down with her at four",)),
    ]


def test_the_rule_for_dots_is_the_one_of_the_big_screen(
    services: Services, workshop_id: WorkshopId
) -> None:
    from lqf_workshop.scenes.piles import dots_scene

    step_id, (one, two) = card_step(services, workshop_id, "ask her", "wait")
    services.notes.put_on_pile(workshop_id, one, "asking")
    services.notes.put_on_pile(workshop_id, two, "waiting")
    services.polls.count_dots(workshop_id, step_id, (two,), 3)
    for shown in (False, True):
        services.polls.show_dots(workshop_id, step_id, shown=shown)
        meeting: Meeting = services.meetings.read(workshop_id)
        told = [(p.name, p.dots, p.most) for p in card_of(services, workshop_id).piles]
        faces = dots_scene(meeting, step_id, None).faces
        assert told == [(face.name, face.count, face.most) for face in faces]
