from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lqf_workshop.library.themes import THEME_CODES, theme
from lqf_workshop.scenes import scene as scenes
from lqf_workshop.scenes.scene import Scene, VoteScene
from lqf_workshop_ui.big_screen.look import CANVAS, LEAST, Look
from lqf_workshop_ui.big_screen.marks import Panel, Sheet, Words
from lqf_workshop_ui.big_screen.painters import PAINTERS, compose
from lqf_workshop_ui.big_screen.painters.join import QUIET, SIDE, WHITE
from lqf_workshop_ui.big_screen.stage import Stage
from lqf_workshop_ui.big_screen.timer_face import timer_sheet
from lqf_workshop_ui.big_screen.words import words_of
from tests.ui.big_screen.samples import ALL, CARD, JOIN, MODULES, NOW, ORDINARY, RULES, VOTE

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = pytest.mark.parametrize("name", ALL)
SHORTENED = {
    "title with a name of 10,000 letters",
    "title with one word of 10,000 letters",
    "meaning with long words",
    "vote with long answers",
    "result with long words",
}
"""Their names are longer than the three lines a name may take."""


def picture(qtbot: QtBot, scene: Scene, code: str = "light", width: int = 1920) -> QImage:
    stage = Stage(theme(code), now=lambda: NOW)
    qtbot.addWidget(stage)
    stage.resize(width, width * 9 // 16)
    stage.show_scene(scene)
    return stage.grab().toImage()


def text_on(sheets: list[Sheet]) -> str:
    return " ".join(words.text for sheet in sheets for words in sheet.words)


def drawn(words: Words) -> QRectF:
    """Return where the letters of a block really are, lines and all."""
    area = QRectF()
    for layout, at in words.layouts:
        for n in range(layout.lineCount()):
            line = layout.lineAt(n).naturalTextRect()
            area = area.united(line.translated(QPointF(at)))
    return area


def test_every_kind_of_scene_has_a_painter() -> None:
    kinds = {
        kind
        for kind in vars(scenes).values()
        if isinstance(kind, type) and issubclass(kind, Scene) and kind is not Scene
    }
    assert set(PAINTERS) == kinds
    assert {type(scene) for scene in ORDINARY.values()} == kinds


def test_a_kind_of_scene_without_a_painter_is_an_error() -> None:
    @dataclass(frozen=True, slots=True)
    class StrangeScene(Scene):
        pass

    with pytest.raises(KeyError):
        compose(StrangeScene(), Look(theme("light")))


@pytest.mark.parametrize("width", [1280, 1920, 3840])
@pytest.mark.parametrize("code", THEME_CODES)
@pytest.mark.parametrize("name", ORDINARY)
def test_every_scene_paints_in_every_theme_and_size(
    qtbot: QtBot, name: str, code: str, width: int
) -> None:
    image = picture(qtbot, ORDINARY[name], code, width)
    colours = {image.pixel(x, y) for x in range(0, width, 7) for y in range(0, image.height(), 7)}
    assert (len(colours) == 1) == (name == "blank")


@pytest.mark.parametrize("scale", [1.0, 1.2, 1.5, 2.0])
@NAMES
def test_no_word_is_cut_off_or_lies_over_another(name: str, scale: float) -> None:
    for sheet in compose(ALL[name], Look(theme("light"), scale)):
        for words in sheet.words:
            assert CANVAS.contains(words.rect), words.text
            room = words.rect.adjusted(-4, -2, 4, 2)
            assert room.contains(drawn(words)), words.text
        for one, other in combinations(sheet.words, 2):
            overlap = one.rect.intersected(other.rect)
            assert min(overlap.width(), overlap.height()) < 1, (one.text, other.text)


@pytest.mark.parametrize("scale", [1.0, 1.2, 1.5, 2.0])
@NAMES
def test_the_countdown_has_its_place_on_every_page(name: str, scale: float) -> None:
    scene, look = ALL[name], Look(theme("light"), scale)
    for sheet in compose(scene, look):
        if scene.timer is None or sheet.timer is None:
            assert scene.timer is None or "told at length" in name or "card" in name
            continue
        assert not any(sheet.timer.rect.intersects(words.rect) for words in sheet.words)
        for left in (scene.timer.left(NOW), 0):
            for words in timer_sheet(sheet.timer, scene.timer, left, look).words:
                assert sheet.timer.rect.adjusted(-1, -1, 1, 1).contains(drawn(words))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@NAMES
def test_no_word_is_smaller_than_the_least_size(name: str, scale: float) -> None:
    for sheet in compose(ALL[name], Look(theme("light"), scale)):
        for words in sheet.words:
            for layout, _at in words.layouts:
                assert layout.font().pixelSize() >= round(LEAST * scale)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", [name for name in ALL if name not in SHORTENED])
def test_all_words_of_a_scene_are_on_its_pages(name: str, scale: float) -> None:
    scene = ALL[name]
    shown = text_on(compose(scene, Look(theme("light"), scale)))
    spoken = words_of(replace(scene, timer=None))
    spoken = re.sub(r"^\d+: \d+ votes?$", "", spoken, flags=re.MULTILINE)  # these are dots
    lost = [word for word in re.findall(r"\w+", spoken) if word not in shown]
    assert not [word for word in lost if len(word) < 500]


def test_a_name_of_ten_thousand_letters_ends_in_an_ellipsis_on_the_third_line() -> None:
    sheet = compose(ALL["title with a name of 10,000 letters"], Look(theme("light")))[0]
    name = next(words for words in sheet.words if words.text.startswith("Rowan"))
    assert name.text.endswith("…")
    assert sum(layout.lineCount() for layout, _at in name.layouts) == 3


def test_long_words_go_on_to_further_pages_which_are_counted() -> None:
    sheets = compose(ALL["words by the thousand"], Look(theme("light")))
    assert len(sheets) > 2
    assert sheets[0].words[-1].text == f"1 of {len(sheets)}"
    assert sheets[-1].words[-1].text == f"{len(sheets)} of {len(sheets)}"


def test_a_card_that_is_too_long_shows_its_beginning_first() -> None:
    sheets = compose(ALL["card told at length"], Look(theme("light")))
    assert "We listen, we share" in text_on(sheets[:1])
    assert CARD.title in text_on(sheets[:1])
    assert CARD.title not in text_on(sheets[1:])


def test_right_to_left_words_begin_at_the_right() -> None:
    sheet = compose(ALL["words in every script"], Look(theme("light")))[0]
    title = next(words for words in sheet.words if "نستمع" in words.text)
    assert drawn(title).right() > title.rect.right() - 3
    latin = next(words for words in sheet.words if words.text.startswith("Mixed"))
    assert drawn(latin).left() < latin.rect.left() + 3


@pytest.mark.parametrize("code", THEME_CODES)
def test_two_open_votes_with_as_many_voted_are_the_same_picture(qtbot: QtBot, code: str) -> None:
    again = VoteScene(
        VOTE.badge,
        VOTE.place,
        VOTE.name,
        VOTE.plain,
        VOTE.answers,
        VOTE.voted,
        VOTE.expected,
        VOTE.promise,
    )
    picture(qtbot, VOTE, code)  # Qt smooths a letter a shade differently the very first time
    assert picture(qtbot, VOTE, code) == picture(qtbot, again, code)
    assert picture(qtbot, VOTE, code) != picture(qtbot, replace(VOTE, voted=10), code)


def test_a_pick_is_told_by_its_shape_without_any_colour(qtbot: QtBot) -> None:
    focus = ORDINARY["focus"]
    without = replace(focus, picked=())  # type: ignore[call-arg]
    grey = QImage.Format.Format_Mono
    picked = picture(qtbot, focus, "contrast").convertToFormat(grey)
    assert picked != picture(qtbot, without, "contrast").convertToFormat(grey)


def test_the_low_fields_are_told_apart_without_any_colour() -> None:
    panels = compose(ORDINARY["focus"], Look(theme("contrast")))[0].marks
    assert sum(getattr(mark, "dashed", False) for mark in panels) == 2


@settings(max_examples=60)
@given(
    title=st.text(max_size=120),
    lines=st.lists(st.text(max_size=500), max_size=6),
    scale=st.sampled_from((1.0, 1.5, 2.0)),
)
def test_any_words_in_the_world_fit_their_pages(title: str, lines: list[str], scale: float) -> None:
    scene = replace(RULES, title=title, lines=tuple(lines))
    for sheet in compose(scene, Look(theme("light"), scale)):
        assert all(CANVAS.contains(words.rect) for words in sheet.words)
        for one, other in combinations(sheet.words, 2):
            overlap = one.rect.intersected(other.rect)
            assert min(overlap.width(), overlap.height()) < 1


@pytest.mark.parametrize("code", THEME_CODES)
@pytest.mark.parametrize("width", [1280, 1920])
def test_the_square_for_cameras_is_painted_module_by_module(
    qtbot: QtBot, code: str, width: int
) -> None:
    stage = Stage(theme(code), now=lambda: NOW)
    qtbot.addWidget(stage)
    stage.resize(width, width * 9 // 16)
    stage.show_scene(JOIN)
    image = stage.grab().toImage()
    marks = compose(JOIN, Look(theme(code)))[0].marks
    square = next(
        m.rect for m in marks if isinstance(m, Panel) and m.fill == WHITE and m.rect.width() == SIDE
    )
    scale, step = width / CANVAS.width(), SIDE / (len(MODULES) + 2 * QUIET)
    for y, row in enumerate(MODULES):
        for x, dark in enumerate(row):
            at = square.topLeft() + QPointF(x + QUIET + 0.5, y + QUIET + 0.5) * step
            pixel = image.pixelColor(int(at.x() * scale), int(at.y() * scale))
            assert (pixel.lightness() < 128) is dark, (x, y)
