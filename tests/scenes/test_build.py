"""Each place of a meeting gives its scene, with all the room may see and in our words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.focus import Quadrant
from lqf_workshop.domain.meeting import Meeting, NoteKind, Part, Poll, Stop
from lqf_workshop.domain.scenario import DrawReason
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.scenes.build import scene_at, scene_for
from lqf_workshop.scenes.scene import (
    ActionsScene,
    ActivityScene,
    Badge,
    CardScene,
    EndScene,
    FocusScene,
    LastActionScene,
    MeaningScene,
    PollScene,
    ResultScene,
    Scene,
    SkillsScene,
    StrengthsScene,
    TimerFace,
    TitleScene,
    VoteScene,
    WordsScene,
)
from lqf_workshop.services.aids import aids_from
from lqf_workshop.services.assembly import Services
from tests.builders import FixedClock, begin, day, go_to, plan, prepare, rate, vote
from tests.scenes.test_nothing_leaks import every_scene, words_of


def stop_at(meeting: Meeting, part: Part, about: str = "", kind: StepKind | None = None) -> Stop:
    kinds = {s.id: s.plan.kind for s in meeting.steps}
    return next(
        s
        for s in meeting.stops()
        if s.part is part and about in ("", s.about) and kind in (None, kinds[s.step_id])
    )


def show(
    services: Services, workshop_id: int, part: Part, about: str = "", kind: StepKind | None = None
) -> Scene:
    """Return the scene of the first place of a part."""
    meeting = services.meetings.read(workshop_id)
    stop = stop_at(meeting, part, about, kind)
    return scene_at(meeting, stop, aids_from(services.shelf))


def card_step(services: Services, workshop_id: int) -> int:
    return next(s.id for s in services.workshops.steps(workshop_id) if s.plan.kind is StepKind.CARD)


def agreed(services: Services, workshop_id: int, text: ActionText, code: str = "") -> int:
    source = Source(SourceKind.DIMENSION, code) if code else Source()
    number = services.actions.draft(workshop_id, source)
    services.actions.write(number, text)
    services.actions.agree(number)
    return number


# Every place


def test_every_place_of_a_whole_meeting_has_a_scene(services: Services, shelf: Shelf) -> None:
    agreed(services, prepare(services, plan(held_on=day(-30))), ActionText(what="Try"))
    workshop_id = prepare(services)
    begin(services, workshop_id)
    for code in ("PQ", "WO"):
        rate(services, workshop_id, code, 1, 2, 4, 5, 5)
    services.ratings.open_round(workshop_id, "WO")
    services.runs.pick(workshop_id, "WO")
    services.cards.lay(
        workshop_id, card_step(services, workshop_id), services.cards.deck().cards[0]
    )
    agreed(services, workshop_id, ActionText(what="Try"))
    meeting = services.meetings.read(workshop_id)
    kinds = {type(scene_at(meeting, stop, aids_from(shelf))) for stop in meeting.stops()}
    assert kinds == {
        ActionsScene,
        ActivityScene,
        CardScene,
        EndScene,
        FocusScene,
        LastActionScene,
        MeaningScene,
        PollScene,
        ResultScene,
        SkillsScene,
        StrengthsScene,
        TitleScene,
        VoteScene,
        WordsScene,
    }


def test_every_place_of_every_template_has_a_scene(services: Services, shelf: Shelf) -> None:
    for template in shelf.templates():
        workshop_id = services.workshops.from_template(plan(template.name), template)
        meeting = services.meetings.read(workshop_id)
        assert len(every_scene(meeting, shelf)) > len(meeting.stops())


def test_our_own_words_on_the_big_screen_are_calm_and_curled(
    services: Services, running: WorkshopId, shelf: Shelf
) -> None:
    rate(services, running, "PQ", 1, 2, 4, 5, 5, 0)
    rate(services, running, "WO", 4, 4, 5)
    for scene in every_scene(services.meetings.read(running), shelf):
        for words in words_of(scene):
            assert not re.search("[!\"']", words)


def test_no_scene_of_a_few_speaks_of_one_person_or_how_far_they_agree(
    services: Services, shelf: Shelf
) -> None:
    workshop_id = prepare(services, plan(headcount=3))
    begin(services, workshop_id)
    rate(services, workshop_id, "PQ", 1, 5, 5)
    rate(services, workshop_id, "WO", 4, 4, 4)
    meeting = services.meetings.read(workshop_id)
    for code in ("PQ", "WO"):
        said = " ".join(words_of(scene_at(meeting, stop_at(meeting, Part.RESULT, code))))
        assert "Let’s talk about this" in said
        assert not re.search(r"one person|1 person|differently|the same|together|mixed", said)


def test_a_meeting_without_steps_shows_its_title(services: Services) -> None:
    workshop_id = services.workshops.prepare(plan(), ())
    scene = scene_for(services.meetings.read(workshop_id))
    assert isinstance(scene, TitleScene)


def test_a_place_in_a_step_that_is_gone_shows_the_title(
    services: Services, running: WorkshopId
) -> None:
    scene = scene_at(services.meetings.read(running), Stop(999, Part.VOTE, "PQ"))
    assert isinstance(scene, TitleScene)


def test_the_scene_is_that_of_where_the_meeting_is(services: Services, running: WorkshopId) -> None:
    meeting = services.meetings.read(running)
    for stop in meeting.stops():
        assert scene_for(replace(meeting, at=stop)) == scene_at(meeting, stop)


# Welcome


def test_the_title_says_who_when_and_where(services: Services, running: WorkshopId) -> None:
    scene = show(services, running, Part.START)
    assert isinstance(scene, TitleScene)
    assert (scene.title, scene.foot) == ("Rowan House", "Wednesday 25 November 2026 · Dining room")


def test_what_is_stored_says_who_sees_it_and_when_it_goes(
    services: Services, running: WorkshopId
) -> None:
    scene = show(services, running, Part.STORED)
    assert isinstance(scene, WordsScene)
    assert "never who voted what" in scene.lines[0]
    assert "see the summary" in scene.lines[1]
    assert "deletes it" in scene.lines[2]
    assert scene.foot == ""


def test_a_few_are_told_that_a_vote_may_be_guessed(services: Services) -> None:
    scene = show(services, prepare(services, plan(headcount=4)), Part.STORED)
    assert isinstance(scene, WordsScene)
    assert "a vote may be guessed" in scene.foot


def test_four_and_a_facilitator_who_votes_are_not_few(services: Services) -> None:
    workshop_id = prepare(services, plan(headcount=4, facilitator_votes=True))
    scene = show(services, workshop_id, Part.STORED)
    assert isinstance(scene, WordsScene)
    assert scene.foot == ""


def test_ground_rules_ask_nobody_to_explain_a_vote(services: Services, running: WorkshopId) -> None:
    scene = show(services, running, Part.RULES)
    assert isinstance(scene, WordsScene)
    assert "Nobody has to explain their vote." in scene.lines


# Rating


def test_a_dimension_is_explained_before_its_vote(services: Services, running: WorkshopId) -> None:
    scene = show(services, running, Part.MEANING, "WO")
    dimension = services.meetings.read(running).edition.dimension("WO")
    assert isinstance(scene, MeaningScene)
    assert (scene.badge, scene.place) == (Badge("WO", dimension.short_name), "Rate 2 of 5")
    assert scene.elements == tuple(element.name for element in dimension.elements)
    assert (scene.around_two, scene.around_four) == (dimension.around_two, dimension.around_four)


def test_a_vote_shows_the_six_answers_and_how_many_have_voted(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "WO", 1, 5, 5)
    scene = show(services, running, Part.VOTE, "WO")
    assert isinstance(scene, VoteScene)
    assert [face.number for face in scene.answers] == [1, 2, 3, 4, 5, 0]
    assert (scene.voted, scene.expected) == (3, 11)
    assert scene.place == "Rate 2 of 5 · first vote"


def test_a_vote_nobody_has_opened_expects_everybody(services: Services) -> None:
    scene = show(services, prepare(services, plan(facilitator_votes=True)), Part.VOTE)
    assert isinstance(scene, VoteScene)
    assert (scene.voted, scene.expected) == (0, 12)


def test_five_are_promised_that_nobody_sees_a_vote(services: Services) -> None:
    scene = show(services, prepare(services, plan(headcount=5)), Part.VOTE)
    assert isinstance(scene, VoteScene)
    assert scene.promise == "Nothing is shown before the reveal"


def test_four_are_promised_nothing_but_told_that_they_are_few(services: Services) -> None:
    scene = show(services, prepare(services, plan(headcount=4)), Part.VOTE)
    assert isinstance(scene, VoteScene)
    assert scene.promise == "We are few: we show our votes and talk"


def test_the_promise_changes_when_people_leave(services: Services) -> None:
    workshop_id = prepare(services, plan(headcount=5))
    services.ratings.open_round(workshop_id, "PQ")
    expected = services.workshops.change_headcount(workshop_id, 4)
    services.ratings.set_expected(workshop_id, expected)
    scene = show(services, workshop_id, Part.VOTE)
    assert isinstance(scene, VoteScene)
    assert "We are few" in scene.promise


def test_a_result_shows_every_vote_and_the_finding(services: Services, running: WorkshopId) -> None:
    tally = rate(services, running, "PQ", 1, 1, 1, 5, 5, 5, 0)
    scene = show(services, running, Part.RESULT)
    assert isinstance(scene, ResultScene)
    assert scene.counts == tally.counts
    assert scene.headline == "We see this differently"
    assert scene.numbers == (
        "Middle vote between 1 and 5 · 7 of 11 voted, 1 can’t see this from their role"
    )
    assert scene.framed == (1, 5)
    assert (scene.first, scene.subtitle) == (None, "first vote")


def test_a_result_nobody_could_rate_has_no_middle(services: Services, running: WorkshopId) -> None:
    rate(services, running, "PQ", 0, 0)
    scene = show(services, running, Part.RESULT)
    assert isinstance(scene, ResultScene)
    assert (scene.framed, scene.counts) == (None, (0, 0, 0, 0, 0))
    assert scene.numbers == "2 of 11 voted, 2 can’t see this from their role"


def test_a_second_vote_stands_beside_the_first(services: Services, running: WorkshopId) -> None:
    first = rate(services, running, "PQ", 2, 2, 3, 3, 3)
    second = rate(services, running, "PQ", 4, 4, 4, 4, 5)
    scene = show(services, running, Part.RESULT)
    assert isinstance(scene, ResultScene)
    assert (scene.first, scene.counts) == (first.counts, second.counts)
    assert scene.subtitle == "second vote beside the first"
    assert scene.numbers.startswith("Middle vote 4, was 3")


def test_while_a_second_vote_is_open_the_result_is_that_of_the_first(
    services: Services, running: WorkshopId
) -> None:
    first = rate(services, running, "PQ", 2, 2, 3, 3, 3)
    before = show(services, running, Part.RESULT)
    vote(services, running, "PQ", 5, 5, 5)
    scene = show(services, running, Part.RESULT)
    assert scene == before
    assert isinstance(scene, ResultScene)
    assert scene.counts == first.counts


def test_what_was_heard_is_shown_once_it_is_let_through(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "PQ", 4)
    services.notes.add(running, NoteKind.HEARD, "PQ", "hidden")
    services.notes.add(running, NoteKind.HEARD, "PQ", "Nights wait", shown=True)
    scene = show(services, running, Part.RESULT)
    assert isinstance(scene, ResultScene)
    assert scene.heard == ("Nights wait",)


# Focus


def test_the_grid_places_what_was_revealed_and_nothing_else(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "PQ", 4, 4, 4, 5, 5)
    rate(services, running, "WO", 1, 1, 2, 5, 5)
    vote(services, running, "MS", 1, 1, 1, 1, 1)
    services.runs.pick(running, "WO")
    scene = show(services, running, Part.GRID)
    assert isinstance(scene, FocusScene)
    placed = {face.quadrant: [b.code for b in face.badges] for face in scene.faces}
    assert placed == {
        Quadrant.KEEP: ["PQ"],
        Quadrant.REACH: [],
        Quadrant.FIX: [],
        Quadrant.EXPLORE: ["WO"],
    }
    assert scene.picked == ("WO",)


# Strengths


def test_strengths_are_counted_as_they_are_spotted(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.SPOTTED, "integrity", by=2)
    services.polls.count(running, Poll.NEEDED, "insight")
    spotted, needed = (
        show(services, running, p, "", StepKind.STRENGTHS) for p in (Part.START, Part.NEEDED)
    )
    assert isinstance(spotted, StrengthsScene)
    assert isinstance(needed, StrengthsScene)
    assert {f.name: f.count for f in spotted.faces if f.count} == {"Integrity": 2}
    assert {f.name: f.count for f in needed.faces if f.count} == {"Insight": 1}
    assert len(spotted.faces) == 8


# Cards


def test_a_card_is_read_first_then_its_prompts_come_one_at_a_time(
    services: Services, running: WorkshopId
) -> None:
    card = services.cards.deck().cards[0]
    services.cards.lay(running, card_step(services, running), card, DrawReason.WEAKEST, "WO")
    first = show(services, running, Part.START, "", StepKind.CARD)
    third = show(services, running, Part.PROMPT, "3")
    assert isinstance(first, CardScene)
    assert isinstance(third, CardScene)
    assert (first.prompt, first.prompt_number, first.prompts) == ("", 0, 4)
    assert (third.prompt, third.prompt_number) == (card.prompts[2], 3)
    assert first.why == "drawn for us: our lowest dimension"


def test_the_notes_of_a_prompt_are_shown_with_it_alone(
    services: Services, running: WorkshopId
) -> None:
    card = services.cards.deck().cards[0]
    services.cards.lay(running, card_step(services, running), card)
    services.notes.add(running, NoteKind.CARD, f"{card.code}/2", "A fixed Tuesday", shown=True)
    second, third = (show(services, running, Part.PROMPT, n) for n in ("2", "3"))
    assert isinstance(second, CardScene)
    assert isinstance(third, CardScene)
    assert (second.notes, third.notes) == (("A fixed Tuesday",), ())


def test_before_a_card_is_on_the_table_its_step_shows_its_title(
    services: Services, running: WorkshopId
) -> None:
    scene = show(services, running, Part.START, "", StepKind.CARD)
    assert isinstance(scene, WordsScene)
    assert scene.title == "Card"


# Actions


def test_the_action_being_written_is_seen_as_a_draft(
    services: Services, running: WorkshopId
) -> None:
    agreed(services, running, ActionText(what="Try", due=day(30), owner="Night lead"), "WO")
    services.actions.write(services.actions.draft(running), ActionText(what="Ask"))
    services.actions.draft(running)
    scene = show(services, running, Part.START, "", StepKind.ACTIONS)
    assert isinstance(scene, ActionsScene)
    assert [(f.what, f.draft, f.when) for f in scene.faces] == [
        ("Try", False, "by Fri 25 Dec"),
        ("Ask", True, ""),
    ]
    assert scene.faces[0].badge == Badge("WO", "Working with others")


def test_a_dropped_action_is_not_shown(services: Services, running: WorkshopId) -> None:
    number = agreed(services, running, ActionText(what="Try"))
    services.actions.set_state(number, ActionState.DROPPED)
    scene = show(services, running, Part.START, "", StepKind.ACTIONS)
    assert isinstance(scene, ActionsScene)
    assert scene.faces == ()


def test_an_action_from_last_time_shows_how_it_went(services: Services) -> None:
    before = prepare(services, plan(held_on=day(-30)))
    agreed(services, before, ActionText(what="Try", due=day(-2), owner="Night lead"))
    second = agreed(services, before, ActionText(what="Ask"))
    services.actions.set_state(second, ActionState.DONE)
    services.actions.tell(second, learnt="It works")
    today = prepare(services)
    scene = show(services, today, Part.ACTION, str(second))
    assert isinstance(scene, LastActionScene)
    assert (scene.place, scene.what) == ("From last time, 2 of 2", "Ask")
    assert (scene.state, scene.learnt) == ("Done", "It works")


# Close


def test_fingers_are_not_counted_before_a_hand_goes_up(
    services: Services, running: WorkshopId
) -> None:
    scene = show(services, running, Part.CONFIDENCE)
    assert isinstance(scene, PollScene)
    assert {face.count for face in scene.faces} == {None}
    assert [face.number for face in scene.faces] == [0, 1, 2, 3, 4, 5]


def test_once_a_hand_is_counted_the_others_are_nought(
    services: Services, running: WorkshopId
) -> None:
    services.polls.count(running, Poll.RETURN, "4", by=3)
    scene = show(services, running, Part.RETURN)
    assert isinstance(scene, PollScene)
    assert {face.number: face.count for face in scene.faces} == {1: 0, 2: 0, 3: 0, 4: 3, 5: 0}


@pytest.mark.parametrize(
    ("agreed_actions", "line"),
    [
        (0, "Thank you for your time and your honesty."),
        (1, "We agreed 1 action."),
        (2, "We agreed 2 actions."),
    ],
)
def test_the_end_says_what_was_agreed(
    services: Services, running: WorkshopId, agreed_actions: int, line: str
) -> None:
    for n in range(agreed_actions):
        agreed(services, running, ActionText(what="Try", first_step_on=day(3 + n)))
    scene = show(services, running, Part.END)
    assert isinstance(scene, EndScene)
    assert scene.lines[0] == line
    if agreed_actions:
        assert scene.lines[1] == "The first step is on Saturday 28 November 2026."


def test_last_words_are_shown_once_they_are_let_through(
    services: Services, running: WorkshopId
) -> None:
    services.notes.add(running, NoteKind.WORD, "", "tired")
    services.notes.add(running, NoteKind.WORD, "", "calm", shown=True)
    scene = show(services, running, Part.WORD)
    assert isinstance(scene, EndScene)
    assert scene.words == ("calm",)


# The timer


def test_a_running_timer_is_on_every_scene_but_the_covers(
    services: Services, running: WorkshopId, clock: FixedClock
) -> None:
    services.runs.start_timer(running, 120)
    meeting = services.meetings.read(running)
    assert meeting.timer is not None
    clock.forward(50)
    for stop in meeting.stops():
        face = scene_at(meeting, stop).timer
        assert isinstance(face, TimerFace)
        assert face.left(clock.now) == meeting.timer.left(clock.now) == 70


def test_a_paused_timer_says_what_is_left() -> None:
    assert TimerFace(120, None, 45).left(FixedClock().now) == 45


def test_the_grid_of_a_few_claims_no_agreement(services: Services) -> None:
    running = prepare(services, plan(headcount=4), StepKind.RATE, StepKind.FOCUS)
    begin(services, running)
    rate(services, running, "PQ", 2, 2, 2)
    go_to(services, running, Part.GRID)
    scene = scene_for(services.meetings.read(running))
    assert isinstance(scene, FocusScene)
    assert "We are few" in scene.line
    assert not any("agree" in face.line for face in scene.faces)
