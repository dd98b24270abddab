"""What the room sees of piles and dots: answers let through, and no count before its time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Meeting, NoteKind, Part, Poll, PollCount, Stop
from lqf_workshop.domain.piles import dot_key
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.phones.faces import phone_face
from lqf_workshop.scenes.build import PHONE_SCENES, scene_at
from lqf_workshop.scenes.scene import DotsScene, PileFace, PilesScene
from lqf_workshop.services.assembly import Services

HEAPS = ("", "nights", "", "nights", "asking")


@pytest.fixture
def meeting(services: Services, running: WorkshopId) -> Meeting:
    """A card with five answers let through and one that was not; three piles in all."""
    step = next(s for s in services.workshops.steps(running) if s.plan.kind is StepKind.CARD)
    card = services.cards.deck().cards[0]
    services.cards.lay(running, step.id, card)
    for number, heap in enumerate(HEAPS, 1):
        note = services.notes.add(
            running, NoteKind.CARD, f"{card.code}/1", f"answer {number}", shown=True
        )
        services.notes.put_on_pile(running, note, heap)
    services.notes.add(running, NoteKind.CARD, f"{card.code}/1", "«kept back»")
    services.notes.add(running, NoteKind.CARD, f"{card.code}/0", "«on the story»", shown=True)
    return services.meetings.read(running)


def stop_of(meeting: Meeting, part: Part) -> Stop:
    return next(stop for stop in meeting.stops() if stop.part is part)


def with_dots(meeting: Meeting, *dots: int, shown: bool = False) -> Meeting:
    """Return the meeting with dots on its answers, in the order of the answers."""
    step = stop_of(meeting, Part.DOTS).step_id
    answers = meeting.answers_at(step)
    polls = [
        PollCount(Poll.DOTS, dot_key(step, note.id), count)
        for note, count in zip(answers, dots, strict=False)
    ]
    if shown:
        polls.append(PollCount(Poll.DOTS_SHOWN, str(step), 1))
    return replace(meeting, polls=tuple(polls))


def dots_scene(meeting: Meeting) -> DotsScene:
    scene = scene_at(meeting, stop_of(meeting, Part.DOTS))
    assert isinstance(scene, DotsScene)
    return scene


def test_the_room_sees_its_piles_and_no_answer_that_was_kept_back(meeting: Meeting) -> None:
    scene = scene_at(meeting, stop_of(meeting, Part.PILES))
    assert isinstance(scene, PilesScene)
    assert scene.faces == (
        PileFace("nights", ("answer 2", "answer 4")),
        PileFace("asking", ("answer 5",)),
        PileFace("", ("answer 1",)),
        PileFace("", ("answer 3",)),
    )


def test_where_dots_lie_can_be_told_from_nothing_before_they_are_shown(meeting: Meeting) -> None:
    here = dots_scene(with_dots(meeting, 5, 0, 0, 1, 2))
    there = dots_scene(with_dots(meeting, 0, 3, 3, 1, 1))
    assert here == there
    assert [face.count for face in here.faces] == [None] * 4
    assert not any(face.most for face in here.faces)
    assert here.given == "8 of 33 dots given"


def test_piles_keep_their_order_while_dots_are_given(meeting: Meeting) -> None:
    names = [(face.number, face.name) for face in dots_scene(with_dots(meeting, 5)).faces]
    assert names == [(1, "nights"), (2, "asking"), (3, "answer 1"), (4, "answer 3")]


def test_shown_dots_begin_with_the_most_and_keep_the_numbers_that_were_called(
    meeting: Meeting,
) -> None:
    scene = dots_scene(with_dots(meeting, 4, 1, 0, 1, 0, shown=True))
    assert [(f.number, f.count, f.most) for f in scene.faces] == [
        (3, 4, True),
        (1, 2, False),
        (2, 0, False),
        (4, 0, False),
    ]
    assert scene.line == "Most dots: number 3."


@pytest.mark.parametrize(
    ("dots", "line"),
    [
        ((0, 1, 0, 1, 0), "Most dots: “nights”."),
        ((2, 1, 0, 1, 0), "As many dots each: “nights” and number 3. Too close to call."),
        ((1, 0, 1, 0, 1), "3 piles have as many dots each. Too close to call."),
        ((0, 0, 0, 0, 0), "Nobody has given a dot."),
    ],
)
def test_a_tie_is_told_as_a_tie(meeting: Meeting, dots: tuple[int, ...], line: str) -> None:
    assert dots_scene(with_dots(meeting, *dots, shown=True)).line == line


def test_a_phone_sees_no_count_and_none_wakes_for_anothers_dot(meeting: Meeting) -> None:
    before = phone_face(dots_scene(with_dots(meeting)))
    assert before == phone_face(dots_scene(with_dots(meeting, 3, 1, 1)))
    assert before.content["limit"] == 3
    assert [choice["name"] for choice in before.content["choices"]][:2] == [
        "1. nights",
        "2. asking",
    ]
    assert phone_face(dots_scene(with_dots(meeting, 3, shown=True))).key == "wait"


def test_somebody_who_comes_late_reads_how_to_join() -> None:
    assert DotsScene in PHONE_SCENES
