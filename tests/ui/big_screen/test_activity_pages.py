"""Every activity on the big screen, from its first step to its last, in rooms of 5 and of 30."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.agenda import AgendaStep, StepKind
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.meeting import Meeting, Part, Stop
from lqf_workshop.domain.workshop import Workshop, WorkshopId, WorkshopState
from lqf_workshop.library.themes import theme
from lqf_workshop.scenes.build import scene_at
from lqf_workshop.scenes.scene import ActivityScene, Scene
from lqf_workshop_ui.big_screen.look import CANVAS, LEAST, Look
from lqf_workshop_ui.big_screen.painters import compose
from tests.activity_answers import filled
from tests.builders import SHELF, plan, step
from tests.ui.big_screen.test_painters import drawn, text_on

pytestmark = pytest.mark.usefixtures("qapp")
CARD_STEPS = SHELF.card_activity()
EVERY = (*SHELF.activities(), *((CARD_STEPS,) if CARD_STEPS else ()))
ACTIVITIES = pytest.mark.parametrize("activity", EVERY, ids=lambda a: a.code)


def edition() -> FrameworkEdition:
    found = SHELF.edition("lqf-classic")
    assert found is not None
    return found


def meeting_with(activity: Activity, people: int) -> Meeting:
    """Return a meeting at whose one step the activity is filled in."""
    deck = SHELF.deck()
    assert deck is not None
    run = filled(activity, people, deck.cards[2])
    run = run if people else replace(run, entries=())
    workshop = Workshop(WorkshopId(1), plan(), 1, 60, WorkshopState.RUNNING)
    steps = (AgendaStep(1, step(StepKind.ACTIVITY, title="An activity")),)
    return Meeting(workshop, edition(), steps, activities=(run,))


def scenes_of(activity: Activity, people: int) -> list[Scene]:
    meeting = meeting_with(activity, people)
    stops = [Stop(1, Part.START), *(Stop(1, Part.FILL, s.code) for s in activity.steps)]
    return [scene_at(meeting, stop) for stop in stops]


@pytest.mark.slow
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("people", [5, 30])
@ACTIVITIES
def test_no_page_is_too_small_or_too_full(activity: Activity, people: int, scale: float) -> None:
    look = Look(theme("light"), scale)
    for scene in scenes_of(activity, people):
        for sheet in compose(scene, look):
            for words in sheet.words:
                for layout, _at in words.layouts:
                    assert layout.font().pixelSize() >= round(LEAST * scale)
                assert CANVAS.contains(words.rect), words.text
                assert words.rect.adjusted(-4, -2, 4, 2).contains(drawn(words)), words.text
            for one, other in combinations(sheet.words, 2):
                overlap = one.rect.intersected(other.rect)
                assert min(overlap.width(), overlap.height()) < 1, (one.text, other.text)


@ACTIVITIES
def test_every_word_of_the_team_reaches_the_big_screen(activity: Activity) -> None:
    meeting = meeting_with(activity, 5)
    run = meeting.activities[0]
    told = ""
    for now in activity.steps:
        scene = scene_at(meeting, Stop(1, Part.FILL, now.code))
        told += "".join(text_on(compose(scene, Look(theme("light")))).split())
    for entry in run.entries:
        for text in entry.words.values():
            assert "".join(text.split()) in told, (entry.block, text)


@ACTIVITIES
def test_the_room_is_told_what_to_do_before_anybody_has_written(activity: Activity) -> None:
    for scene, now in zip(scenes_of(activity, 0)[1:], activity.steps, strict=True):
        assert isinstance(scene, ActivityScene)
        assert now.question in text_on(compose(scene, Look(theme("light"))))
