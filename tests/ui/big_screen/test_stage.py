from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lqf_workshop.library.themes import theme
from lqf_workshop.scenes.scene import BlankScene, Scene, TimerFace
from lqf_workshop_ui.big_screen.look import Look
from lqf_workshop_ui.big_screen.painters import compose
from lqf_workshop_ui.big_screen.stage import FALL_MILLISECONDS, Stage
from lqf_workshop_ui.big_screen.timer_face import (
    clock_words,
    milliseconds_to_change,
    timer_sheet,
)
from tests.ui.big_screen.samples import (
    ALL,
    CARD,
    NOW,
    ORDINARY,
    RESULT,
    RULES,
    STRENGTHS,
    TIMER,
    TITLE,
    VOTE,
)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def stage(qtbot: QtBot, clock: Clock) -> Stage:
    stage = Stage(theme("light"), now=clock)
    qtbot.addWidget(stage)
    stage.resize(960, 540)
    return stage


def still(stage: Stage) -> QImage:
    return stage.grab().toImage()


def test_a_new_stage_is_black() -> None:
    stage = Stage(theme("light"))
    assert stage.scene == BlankScene()
    assert still(stage).pixelColor(5, 5) == Qt.GlobalColor.black


def test_painted_is_told_once_for_each_scene_shown(qtbot: QtBot, stage: Stage) -> None:
    stage.show()
    with qtbot.waitSignal(stage.painted):
        stage.show_scene(VOTE)
    with qtbot.assertNotEmitted(stage.painted, wait=50):
        stage.update()
    with qtbot.waitSignal(stage.painted):
        stage.show_scene(VOTE)


def test_the_canvas_keeps_its_shape_and_the_background_fills_the_rest(stage: Stage) -> None:
    stage.show_scene(CARD)
    stage.resize(1000, 1000)
    image = still(stage)
    ground = theme("light").colours.stage
    for corner in (QPoint(1, 1), QPoint(998, 998), QPoint(500, 200)):
        assert image.pixelColor(corner).name().upper() == ground
    assert stage.to_canvas().m11() == stage.to_canvas().m22() == 1000 / 1920


def test_screen_readers_get_the_words_of_the_scene(stage: Stage) -> None:
    stage.show_scene(VOTE)
    assert stage.accessibleName() == "WO"
    assert "9 of 11 voted" in stage.accessibleDescription()
    assert "Reliably" in stage.accessibleDescription()
    stage.show_scene(RESULT)
    assert "4: 5 votes" in stage.accessibleDescription()
    assert "1: 1 vote" not in stage.accessibleDescription().splitlines()


def test_larger_text_takes_more_pages_and_smaller_text_fewer(qtbot: QtBot, stage: Stage) -> None:
    stage.show_scene(STRENGTHS)
    assert stage.pages == 2
    with qtbot.waitSignal(stage.pages_changed):
        stage.set_text_scale(2.0)
    assert stage.pages > 3
    stage.turn_to(stage.pages - 1)
    stage.set_text_scale(1.0)
    assert (stage.page, stage.pages) == (1, 2)


def test_pages_are_turned_between_the_first_and_the_last(qtbot: QtBot, stage: Stage) -> None:
    stage.show_scene(ALL["words by the thousand"])
    first = still(stage)
    with qtbot.waitSignal(stage.pages_changed):
        stage.turn_to(1)
    assert still(stage) != first
    stage.turn_to(99)
    assert stage.page == stage.pages - 1
    stage.turn_to(-3)
    assert stage.page == 0
    assert still(stage) == first


def test_another_subject_begins_on_its_first_page(stage: Stage) -> None:
    stage.show_scene(ALL["words by the thousand"])
    stage.turn_to(2)
    stage.show_scene(STRENGTHS)
    assert stage.page == 0


def test_the_same_subject_stays_on_the_page_people_read(stage: Stage) -> None:
    stage.set_text_scale(2.0)
    stage.show_scene(VOTE)
    stage.turn_to(1)
    stage.show_scene(replace(VOTE, voted=10))
    assert stage.page == 1


def test_a_story_that_was_let_through_is_in_sight_and_a_hand_takes_nobody_there(
    stage: Stage,
) -> None:
    stage.show_scene(replace(STRENGTHS, stories=()))
    stage.show_scene(STRENGTHS)
    assert (stage.page, stage.pages) == (1, 2)
    stage.turn_to(0)
    faces = (replace(STRENGTHS.faces[0], count=9), *STRENGTHS.faces[1:])
    stage.show_scene(replace(STRENGTHS, faces=faces))
    assert stage.page == 0


def test_what_was_just_said_is_in_sight(stage: Stage) -> None:
    stage.show_scene(RESULT)
    stage.show_scene(replace(RESULT, heard=("Nights hear last.",)))
    assert (stage.page, stage.pages) == (0, 1)


def test_a_reveal_without_motion_is_in_place_at_once(stage: Stage) -> None:
    stage.show_scene(RESULT)
    expected = still(stage)
    stage.show_scene(VOTE)
    stage.set_reduced_motion(True)
    stage.show_scene(RESULT, animate=True)
    assert still(stage) == expected


def test_a_reveal_lets_the_dots_fall_and_ends_as_the_still_picture(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.show()
    stage.show_scene(RESULT)
    expected = still(stage)
    stage.show_scene(VOTE)
    with qtbot.waitSignal(stage.painted):
        stage.show_scene(RESULT, animate=True)
    assert still(stage) != expected
    with qtbot.waitSignal(stage.settled, timeout=5 * FALL_MILLISECONDS):
        pass
    assert still(stage) == expected
    assert 200 <= FALL_MILLISECONDS <= 400


def test_showing_the_same_again_does_not_cut_a_reveal_short(qtbot: QtBot, stage: Stage) -> None:
    stage.show()
    stage.show_scene(RESULT, animate=True)
    with qtbot.waitSignal(stage.settled, timeout=5 * FALL_MILLISECONDS):
        stage.show_scene(replace(RESULT))


def test_only_the_second_votes_dots_fall() -> None:
    look = Look(theme("light"))
    assert len(compose(RESULT, look)[0].falling) == sum(RESULT.counts)
    alone = replace(RESULT, first=None)
    assert len(compose(alone, look)[0].falling) == sum(RESULT.counts)


def test_the_countdown_is_painted_anew_when_a_second_has_gone(
    qtbot: QtBot, stage: Stage, clock: Clock
) -> None:
    stage.show_scene(replace(TITLE, timer=TIMER))
    before = still(stage)
    clock.now += timedelta(seconds=1)
    assert still(stage) != before
    assert stage.pages == 1


def test_a_stage_ticks_only_while_a_countdown_runs_in_sight(
    qtbot: QtBot, stage: Stage, clock: Clock
) -> None:
    stage.show_scene(replace(TITLE, timer=TIMER))
    assert not stage.ticking
    stage.show()
    assert stage.ticking
    stage.show_scene(replace(TITLE, timer=TimerFace(180, None, 60)))
    assert not stage.ticking
    stage.show_scene(replace(TITLE, timer=TIMER))
    stage.show_scene(TITLE)
    assert not stage.ticking
    stage.show_scene(replace(TITLE, timer=TIMER))
    clock.now += timedelta(minutes=5)
    stage.show_scene(replace(TITLE, timer=TIMER))
    assert not stage.ticking
    clock.now = NOW
    stage.show_scene(replace(TITLE, timer=TIMER))
    stage.hide()
    assert not stage.ticking


@pytest.mark.parametrize("scene", [replace(RULES, timer=TIMER), replace(CARD, timer=TIMER)])
def test_at_the_end_the_countdown_says_so_in_words(scene: Scene) -> None:
    look = Look(theme("light"))
    spot = compose(scene, look)[0].timer
    assert spot is not None
    assert scene.timer is not None
    texts = {left: timer_sheet(spot, scene.timer, left, look).words[0].text for left in (61, 0)}
    assert texts == {61: "1:01", 0: "Time to finish"}


def test_the_countdown_does_not_move_what_it_stands_beside() -> None:
    look = Look(theme("light"))
    running, over = (
        [words.rect for words in compose(replace(RULES, timer=face), look)[0].words]
        for face in (TIMER, replace(TIMER, ends_at=NOW))
    )
    assert running == over


def test_a_countdown_is_due_when_its_digits_change() -> None:
    face = TimerFace(60, NOW + timedelta(seconds=10, milliseconds=200), 0)
    wait = milliseconds_to_change(face, NOW)
    assert wait is not None
    assert face.left(NOW) == 10
    assert face.left(NOW + timedelta(milliseconds=wait)) == 9
    assert milliseconds_to_change(replace(face, ends_at=None, seconds_left=9), NOW) is None
    assert milliseconds_to_change(face, NOW + timedelta(minutes=1)) is None


def test_time_is_written_as_minutes_and_seconds() -> None:
    assert [clock_words(n) for n in (0, 9, 112, 3600)] == ["0:00", "0:09", "1:52", "60:00"]


def test_a_stage_wears_another_theme_at_once(stage: Stage) -> None:
    stage.show_scene(ORDINARY["title"])
    stage.set_theme(theme("contrast"))
    assert still(stage).pixelColor(3, 3).name() == "#000000"
