from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lqf_workshop_ui.big_screen.displays import (
    Displays,
    RoomChoice,
    ScreenFacts,
    choose_room,
    facts_of,
    laptop_of,
)

LAPTOP = ScreenFacts("eDP-1", "AUO", "B140", "", 0, 0, 1366, 768, True)
TELEVISION = ScreenFacts("HDMI-1", "LG", "TV", "7", 1366, 0, 1920, 1080, False)
PROJECTOR = ScreenFacts("DP-2", "Epson", "EB", "9", 3286, 0, 1280, 720, False)
NOTHING_YET = RoomChoice()


def room(
    *screens: ScreenFacts, preferred: str | None = None, before: RoomChoice = NOTHING_YET
) -> str | None:
    found, _choice = choose_room(screens, preferred, before)
    return found.name if found else None


def test_with_one_display_there_is_none_for_the_room() -> None:
    assert room(LAPTOP) is None
    assert room(replace(TELEVISION, primary=True)) is None
    assert room() is None


def test_the_room_gets_the_display_that_is_not_the_laptops() -> None:
    assert room(LAPTOP, TELEVISION) == "HDMI-1"
    assert room(TELEVISION, LAPTOP) == "HDMI-1"


@pytest.mark.parametrize("name", ["eDP-1", "LVDS1", "DSI-1", "LCD", "\\\\.\\eDP"])
def test_a_laptop_is_known_by_the_name_of_its_display_even_when_it_is_not_primary(
    name: str,
) -> None:
    screens = (replace(TELEVISION, primary=True), replace(LAPTOP, name=name, primary=False))
    assert laptop_of(screens) == screens[1]
    assert room(*screens) == "HDMI-1"


def test_without_a_name_that_tells_the_primary_display_is_the_laptops() -> None:
    assert room(replace(LAPTOP, name="DISPLAY1"), replace(TELEVISION, name="DISPLAY2")) == (
        "DISPLAY2"
    )


def test_a_mirrored_display_is_not_one_for_the_room() -> None:
    assert room(LAPTOP, replace(TELEVISION, x=0, width=1366, height=768)) is None
    assert room(LAPTOP, replace(TELEVISION, x=0)) is None
    assert room(LAPTOP, replace(TELEVISION, x=0, width=1024, height=768)) is None
    assert room(LAPTOP, replace(TELEVISION, x=0), PROJECTOR) == "DP-2"


def test_the_remembered_display_is_chosen_before_the_first() -> None:
    assert room(LAPTOP, TELEVISION, PROJECTOR, preferred=PROJECTOR.key) == "DP-2"


def test_a_remembered_display_that_is_elsewhere_today_does_not_count() -> None:
    assert room(LAPTOP, TELEVISION, preferred=PROJECTOR.key) == "HDMI-1"


def test_the_laptops_own_display_can_be_chosen_for_the_room() -> None:
    assert room(LAPTOP, TELEVISION, preferred=LAPTOP.key) == "eDP-1"
    assert room(LAPTOP, replace(TELEVISION, x=0), preferred=LAPTOP.key) is None


def test_when_the_rooms_display_is_unplugged_nothing_jumps_to_another() -> None:
    _found, choice = choose_room((LAPTOP, TELEVISION, PROJECTOR), PROJECTOR.key)
    assert room(LAPTOP, TELEVISION, preferred=PROJECTOR.key, before=choice) is None
    found, again = choose_room((LAPTOP, TELEVISION), PROJECTOR.key, choice)
    assert found is None
    assert room(LAPTOP, TELEVISION, PROJECTOR, before=again) == "DP-2"


def test_another_display_plugged_in_instead_is_taken() -> None:
    _found, choice = choose_room((LAPTOP, TELEVISION), None)
    assert room(LAPTOP, before=choice) is None
    assert room(LAPTOP, PROJECTOR, before=choice) == "DP-2"


def test_a_choice_of_this_run_holds_without_being_asked_for_again() -> None:
    _found, choice = choose_room((LAPTOP, TELEVISION, PROJECTOR), PROJECTOR.key)
    assert room(LAPTOP, TELEVISION, PROJECTOR, before=choice) == "DP-2"


def test_a_display_is_remembered_by_what_does_not_change(qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    assert facts_of(screen).key == Displays(qapp).key_of(screen)
    assert facts_of(screen).primary
    assert replace(TELEVISION, x=5, width=800).key == TELEVISION.key


def test_many_changes_at_once_are_told_once(qtbot: QtBot, qapp: QApplication) -> None:
    displays = Displays(qapp)
    told: list[None] = []
    displays.changed.connect(lambda: told.append(None))
    screen = QGuiApplication.primaryScreen()
    with qtbot.waitSignal(displays.changed):
        for _time in range(5):
            screen.geometryChanged.emit(screen.geometry())
    qtbot.wait(400)
    assert len(told) == 1


def test_the_room_gets_the_television_of_the_tests(qapp: QApplication) -> None:
    displays = Displays(qapp)
    found = displays.room_screen()
    if len(displays.screens()) < 2:
        assert found is None
    else:
        assert found is not None
        assert found is not qapp.primaryScreen()
        assert displays.room_screen(displays.key_of(found)) is found
