from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.phones.faces import phone_face
from lqf_workshop.scenes.scene import (
    AnswerFace,
    Badge,
    BlankScene,
    EndScene,
    NeutralScene,
    PollFace,
    Scene,
    StrengthFace,
    TimerFace,
    TitleScene,
    VoteScene,
)
from tests.phones.fakes import (
    CARD,
    CONFIDENCE,
    DOTS,
    NEEDED,
    RESULT,
    SECOND_RESULT,
    STRENGTHS,
    VOTE,
)

WORDS = st.text(max_size=12)
VOTES = st.builds(
    VoteScene,
    st.builds(Badge, WORDS, WORDS),
    WORDS,
    WORDS,
    WORDS,
    st.lists(st.builds(AnswerFace, st.integers(0, 5), WORDS, WORDS), max_size=6).map(tuple),
    st.integers(0, 30),
    st.integers(0, 30),
    WORDS,
    subject=WORDS,
    number=st.integers(1, 2),
    levels=st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple),
    comments=st.booleans(),
)


@given(scene=VOTES, voted=st.integers(0, 30))
def test_a_vote_on_one_phone_changes_no_other_phones_face(scene: VoteScene, voted: int) -> None:
    assert phone_face(scene) == phone_face(replace(scene, voted=voted))


@given(scene=VOTES, seconds=st.integers(0, 600))
def test_the_clock_changes_no_face(scene: VoteScene, seconds: int) -> None:
    timed = replace(scene, timer=TimerFace(600, None, seconds))
    assert phone_face(scene) == phone_face(timed)


def test_polls_show_no_running_count() -> None:
    raised = replace(
        CONFIDENCE, faces=tuple(PollFace(f.number, f.meaning, 4) for f in CONFIDENCE.faces)
    )
    spotted = replace(
        STRENGTHS, faces=tuple(StrengthFace(f.name, f.plain, 7, f.code) for f in STRENGTHS.faces)
    )
    assert phone_face(raised) == phone_face(CONFIDENCE)
    assert phone_face(spotted) == phone_face(STRENGTHS)


@pytest.mark.parametrize(
    "scene",
    [
        BlankScene(),
        NeutralScene("A short pause", "We go on in a moment."),
        TitleScene("Rowan House", "", ""),
        EndScene("Thank you", (), ()),
        replace(VOTE, subject=""),
        replace(CARD, prompt_number=0),
        replace(CARD, about=""),
        replace(STRENGTHS, poll=""),
        replace(CONFIDENCE, poll=""),
        replace(DOTS, open=False),
        replace(DOTS, faces=()),
    ],
)
def test_a_scene_that_asks_phones_nothing_sends_eyes_to_the_big_screen(scene: Scene) -> None:
    face = phone_face(scene)
    assert face.key == "wait"
    assert face.content["title"] == "Please look at the big screen"


@pytest.mark.parametrize(
    ("scene", "key"),
    [
        (VOTE, "vote"),
        (CARD, "write"),
        (RESULT, "dots"),
        (SECOND_RESULT, "dots"),
        (STRENGTHS, "pick"),
        (NEEDED, "pick"),
        (CONFIDENCE, "pick"),
        (DOTS, "pick"),
    ],
)
def test_every_other_scene_has_a_face_that_can_be_sent(scene: Scene, key: str) -> None:
    face = phone_face(scene)
    assert face.key == key
    assert json.loads(json.dumps(face.content)) == face.content


def test_only_spotting_strengths_lets_people_choose_several() -> None:
    several = [phone_face(scene).content["several"] for scene in (STRENGTHS, NEEDED, CONFIDENCE)]
    assert several == [True, False, False]


def test_dots_say_how_many_there_are_and_not_where_they_lie() -> None:
    counted = tuple(replace(face, count=9, most=True) for face in DOTS.faces)
    assert phone_face(replace(DOTS, faces=counted, given="30 of 33")) == phone_face(DOTS)
    assert phone_face(DOTS).content["limit"] == 3


def test_a_result_shows_what_the_room_sees() -> None:
    content = phone_face(SECOND_RESULT).content
    assert (content["counts"], content["first"]) == ([0, 1, 3, 6, 1], [1, 3, 2, 1, 3])
    assert content["headline"] == "We have come closer"
