"""The person's choices of look."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.preferences import Preferences, load_preferences, save_preferences
from lqf_workshop_ui.looks import ROOM_TEXT_SIZES, Looks


@pytest.fixture
def looks(qtbot: QtBot, preferences: Path) -> Looks:
    return Looks(preferences)


def test_without_a_file_the_theme_is_light(qtbot: QtBot, tmp_path: Path) -> None:
    assert Looks(tmp_path / "none.json").theme.name.lower() == "light"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_choice_is_kept_and_announced(qtbot: QtBot, preferences: Path, theme: str) -> None:
    save_preferences(preferences, Preferences(theme="dark" if theme == "light" else "light"))
    looks = Looks(preferences)
    with qtbot.waitSignal(looks.changed):
        looks.choose(theme=theme)
    assert load_preferences(preferences).theme == theme


def test_the_same_choice_again_announces_nothing(looks: Looks, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(looks.changed):
        looks.choose(theme=looks.preferences.theme)


def test_an_unknown_theme_falls_back_to_light(qtbot: QtBot, preferences: Path) -> None:
    save_preferences(preferences, Preferences(theme="mauve"))
    assert Looks(preferences).theme == Looks(preferences.with_name("none.json")).theme


def test_a_choice_holds_even_when_it_cannot_be_saved(looks: Looks, preferences: Path) -> None:
    preferences.unlink()
    preferences.mkdir()
    with pytest.raises(WorkshopProblem):
        looks.choose(theme="dark")
    assert looks.preferences.theme == "dark"


@pytest.mark.parametrize(
    ("now", "step", "then"),
    [
        (1.0, 1, 1.15),
        (1.15, -1, 1.0),
        (1.0, -1, 1.0),
        (2.0, 1, 2.0),
        (1.2, 1, 1.3),
        (9.0, -1, 1.75),
    ],
)
def test_words_for_the_room_grow_and_shrink_by_steps(
    looks: Looks, now: float, step: int, then: float
) -> None:
    looks.choose(room_text=now)
    assert looks.next_room_text(step) == then


def test_the_largest_words_for_the_room_are_twice_the_smallest() -> None:
    assert ROOM_TEXT_SIZES[-1] == 2 * ROOM_TEXT_SIZES[0]


def test_an_icon_has_the_ink_of_the_theme_unless_another_is_asked_for(looks: Looks) -> None:
    def ink(colour: str | None) -> set[str]:
        picture = looks.icon("bin", colour).pixmap(32, 32).toImage()
        return {
            picture.pixelColor(x, y).name()
            for x in range(32)
            for y in range(32)
            if picture.pixelColor(x, y).alpha() == 255
        }

    assert ink("#ff0000") == {"#ff0000"}
    assert ink(None) == {looks.theme.colours.ink.lower()}
