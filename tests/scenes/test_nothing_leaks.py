"""The rule above all: what the room may not see is in no scene, no meeting and no summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Cover, Meeting, NoteKind, Poll
from lqf_workshop.domain.rating import ANSWERS
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.scenes.build import scene_at, scene_for
from lqf_workshop.scenes.scene import BlankScene, JoinFace, NeutralScene, Scene, VoteScene
from lqf_workshop.services.aids import aids_from
from lqf_workshop.services.assembly import Services
from tests.builders import (
    TODAY,
    WITHOUT_SHRINKING,
    begin,
    day,
    library_of,
    marks_in_turn,
    plan,
    prepare,
)

DIMENSIONS = ("PQ", "WO", "MS")
answers = st.sampled_from(ANSWERS)
SHOWABLE = (NoteKind.CARD, NoteKind.HEARD, NoteKind.STRENGTH, NoteKind.TALK, NoteKind.WORD)
NEVER = (NoteKind.PRIVATE, NoteKind.PARKING)
folders = count()


def words_of(value: object) -> Iterator[str]:
    """Yield every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from words_of(getattr(value, one.name))
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from words_of(inner)
    elif isinstance(value, dict):
        yield from words_of([*value.keys(), *value.values()])


def every_scene(meeting: Meeting, shelf: Shelf) -> list[Scene]:
    """Return all that the room could be shown of a meeting, at every place, under every cover."""
    aids = aids_from(shelf, join=JoinFace("192.168.1.20:8765", "KQXM"))
    found = [scene_at(meeting, stop, aids) for stop in meeting.stops()]
    for stop in (None, *meeting.stops()):
        for cover in Cover:
            found.append(scene_for(replace(meeting, at=stop, cover=cover), aids))
    return found


@dataclass(frozen=True)
class OpenVote:
    """The votes in one open round, in two libraries: as many of them, answered otherwise."""

    dimension: str
    here: tuple[int, ...]
    there: tuple[int, ...]
    hands_here: int
    hands_there: int


@dataclass(frozen=True)
class Story:
    """What happens in a meeting, the same in two libraries but for the votes not revealed."""

    headcount: int
    revealed: dict[str, tuple[tuple[int, ...], ...]]
    open: tuple[OpenVote, ...]
    picks: tuple[str, ...]
    notes: tuple[tuple[NoteKind, str, bool], ...]
    timer: bool


@st.composite
def stories(draw: st.DrawFn) -> Story:
    headcount = draw(st.integers(3, 9))
    some_answers = st.lists(answers, min_size=1, max_size=headcount).map(tuple)
    revealed = {d: tuple(draw(st.lists(some_answers, max_size=2))) for d in DIMENSIONS}
    opened = []
    for dimension in DIMENSIONS:
        if len(revealed[dimension]) < 2 and draw(st.booleans()):
            here = draw(some_answers)
            there = draw(st.lists(answers, min_size=len(here), max_size=len(here)).map(tuple))
            hands = st.integers(0, len(here))
            opened.append(OpenVote(dimension, here, there, draw(hands), draw(hands)))
    about = st.sampled_from(["1", "4", "PQ", "rota-that-eats-itself/1", ""])
    note = st.tuples(st.sampled_from(NoteKind), about, st.booleans())
    return Story(
        headcount,
        revealed,
        tuple(opened),
        tuple(draw(st.lists(st.sampled_from(DIMENSIONS), unique=True, max_size=2))),
        tuple(draw(st.lists(note, max_size=4))),
        draw(st.booleans()),
    )


def cast(services: Services, workshop_id: int, dimension: str, votes: tuple[int, ...]) -> None:
    for answer in votes:
        services.ratings.cast(workshop_id, dimension, answer)


def tell(services: Services, story: Story, *, here: bool) -> int:
    """Lead a workshop as the story says, and return its number."""
    earlier = prepare(services, plan(held_on=day(-30)), StepKind.WELCOME)
    action = services.actions.draft(earlier)
    services.actions.write(action, ActionText(what="Try one huddle"))
    services.actions.agree(action)
    whole = plan(headcount=story.headcount, dimensions=DIMENSIONS)
    workshop_id = prepare(services, whole)
    begin(services, workshop_id)
    for dimension, rounds in story.revealed.items():
        for votes in rounds:
            cast(services, workshop_id, dimension, votes)
            services.ratings.reveal(workshop_id, dimension)
    for vote in story.open:
        votes = vote.here if here else vote.there
        by_hand = vote.hands_here if here else vote.hands_there
        cast(services, workshop_id, vote.dimension, votes[by_hand:])
        for answer in votes[:by_hand]:
            services.ratings.count_hands(workshop_id, vote.dimension, answer)
    for dimension in story.picks:
        services.runs.pick(workshop_id, dimension)
    for kind, about, shown in story.notes:
        services.notes.add(workshop_id, kind, about, f"{kind} {about}", shown=shown)
    card_step = next(
        s.id for s in services.workshops.steps(workshop_id) if s.plan.kind is StepKind.CARD
    )
    services.cards.lay(workshop_id, card_step, services.cards.deck().cards[0])
    services.polls.count(workshop_id, Poll.CONFIDENCE, "4", by=3)
    if story.timer:
        services.runs.start_timer(workshop_id, 120)
    return workshop_id


@settings(max_examples=12, phases=WITHOUT_SHRINKING)
@given(story=stories())
def test_how_votes_not_yet_revealed_are_spread_can_be_told_from_nothing(
    empty_library: Path, tmp_path: Path, shelf: Shelf, story: Story
) -> None:
    here, there = (tmp_path / f"leak-{next(folders)}" for _n in range(2))
    with (
        library_of(empty_library, here, shelf) as one,
        library_of(empty_library, there, shelf) as other,
    ):
        with marks_in_turn():
            first = tell(one, story, here=True)
        with marks_in_turn():
            second = tell(other, story, here=False)
        one_meeting, other_meeting = one.meetings.read(first), other.meetings.read(second)
        assert one_meeting == other_meeting
        assert every_scene(one_meeting, shelf) == every_scene(other_meeting, shelf)
        assert one.summaries.of(one_meeting, TODAY) == other.summaries.of(other_meeting, TODAY)
        assert one.summaries.gather(first) == other.summaries.gather(second)
        assert one.lists.workshops(9) == other.lists.workshops(9)
        assert one.trends.teams() == other.trends.teams()
        for team in one.trends.teams():
            assert one.trends.of(team.key) == other.trends.of(team.key)
            assert one.trends.compare([team.key]) == other.trends.compare([team.key])


@settings(max_examples=8, phases=WITHOUT_SHRINKING)
@given(story=stories())
def test_what_is_covered_is_the_same_whatever_the_meeting_holds(
    empty_library: Path, tmp_path: Path, shelf: Shelf, story: Story
) -> None:
    with library_of(empty_library, tmp_path / "cover", shelf) as services:
        meeting = services.meetings.read(tell(services, story, here=True))
        for stop in (None, *meeting.stops()):
            blank = scene_for(replace(meeting, at=stop, cover=Cover.BLANK))
            neutral = scene_for(replace(meeting, at=stop, cover=Cover.NEUTRAL))
            assert blank == BlankScene()
            assert isinstance(neutral, NeutralScene)
            assert list(words_of(neutral)) == [
                "A short pause",
                "We go on in a moment.",
            ]
            assert neutral.timer is None


def test_a_vote_scene_has_no_place_for_a_count_by_score() -> None:
    assert {one.name: one.type for one in fields(VoteScene)} == {
        "timer": "TimerFace | None",
        "join": "JoinFace | None",
        "badge": "Badge",
        "place": "str",
        "name": "str",
        "plain": "str",
        "answers": "tuple[AnswerFace, ...]",
        "voted": "int",
        "expected": "int",
        "promise": "str",
        "subject": "str",
        "number": "int",
        "levels": "tuple[tuple[str, str], ...]",
        "comments": "bool",
    }


def everything_noted(services: Services, workshop_id: int) -> dict[NoteKind, dict[str, int]]:
    """Add a note of every kind about everything it can be about, none let through."""
    card = services.cards.deck().cards[0]
    steps = services.workshops.steps(workshop_id)
    card_step = next(s.id for s in steps if s.plan.kind is StepKind.CARD)
    services.cards.lay(workshop_id, card_step, card)
    for dimension in DIMENSIONS:
        services.ratings.cast(workshop_id, dimension, 4)
        services.ratings.reveal(workshop_id, dimension)
    talk_step = next(s.id for s in steps if s.plan.kind is StepKind.TALK)
    abouts = [str(talk_step), str(card_step), "PQ", "", "integrity"]
    abouts += [f"{card.code}/{n}" for n in (0, 2)]
    return {
        kind: {
            about: services.notes.add(workshop_id, kind, about, f"«{kind.value} {about}»")
            for about in abouts
        }
        for kind in NoteKind
    }


def seen_now(services: Services, workshop_id: int, shelf: Shelf) -> str:
    meeting = services.meetings.read(workshop_id)
    return "\n".join(words_of(every_scene(meeting, shelf)))


def test_a_note_that_was_not_let_through_is_in_no_scene(
    services: Services, running: int, shelf: Shelf
) -> None:
    everything_noted(services, running)
    assert "«" not in seen_now(services, running, shelf)


@pytest.mark.parametrize("kind", SHOWABLE)
def test_a_note_that_is_let_through_is_seen_where_it_belongs(
    services: Services, running: int, shelf: Shelf, kind: NoteKind
) -> None:
    for number in everything_noted(services, running)[kind].values():
        services.notes.let_through(running, number)
    seen = seen_now(services, running, shelf)
    assert f"«{kind.value}" in seen
    assert not [other for other in NoteKind if other is not kind and f"«{other.value}" in seen]


@pytest.mark.parametrize("kind", NEVER)
def test_a_private_or_parked_note_is_in_no_scene_even_when_let_through(
    services: Services, running: int, shelf: Shelf, kind: NoteKind
) -> None:
    for number in everything_noted(services, running)[kind].values():
        services.notes.let_through(running, number)
    assert "«" not in seen_now(services, running, shelf)


def test_what_the_facilitator_does_and_watches_for_is_in_no_scene(
    services: Services, shelf: Shelf
) -> None:
    for template in shelf.templates():
        workshop_id = services.workshops.from_template(plan(), template)
        seen = seen_now(services, workshop_id, shelf)
        for step in template.steps:
            for script in step.scripts.values():
                assert script.do not in seen
                assert script.watch not in seen


def test_what_to_watch_for_on_a_card_is_in_no_scene(
    services: Services, running: int, shelf: Shelf
) -> None:
    everything_noted(services, running)
    card = services.cards.deck().cards[0]
    seen = seen_now(services, running, shelf)
    assert card.situation in seen
    assert card.watch_for not in seen


def test_the_facilitators_name_is_in_no_scene(services: Services, shelf: Shelf) -> None:
    workshop_id = prepare(services, plan(facilitator="Amal Okafor", provider="Rowan Care"))
    assert "Amal" not in seen_now(services, workshop_id, shelf)


def test_what_happened_with_an_action_stays_off_the_big_screen_until_it_is_learnt(
    services: Services, shelf: Shelf
) -> None:
    earlier = prepare(services, plan(held_on=day(-30)))
    number = services.actions.draft(earlier)
    services.actions.write(number, ActionText(what="Try one huddle"))
    services.actions.agree(number)
    services.actions.tell(number, happened="Sam was off sick", learnt="Nine is too late")
    seen = seen_now(services, prepare(services), shelf)
    assert "Nine is too late" in seen
    assert "Sam" not in seen


def test_every_value_in_a_scene_is_frozen_and_plain(
    services: Services, running: int, shelf: Shelf
) -> None:
    everything_noted(services, running)
    for scene in every_scene(services.meetings.read(running), shelf):
        hash(scene)  # a tuple of tuples: nothing in it can change or be looked into later
        for one in fields(scene):
            value = getattr(scene, one.name)
            assert (
                value is None or isinstance(value, str | int | tuple | Enum) or is_dataclass(value)
            )
