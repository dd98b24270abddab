"""A headline and a few lines: ground rules, what is stored, a subject to talk about."""

from __future__ import annotations

from functools import partial

from lqf_workshop.scenes.scene import WordsScene
from lqf_workshop_ui.big_screen.look import BODY, SMALL, SUBHEAD, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    beside_timer_width,
    bullet,
    headline,
    numeral,
    pages_of,
    roomiest,
    running_title,
    strip,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Gap, Piece, Row, Stack, Text
from lqf_workshop_ui.big_screen.text import reads_right_to_left

SIZES = (SUBHEAD - 4, 48, BODY)
"""Few words are set larger; many at body size."""
MANY_LETTERS = 1200


def draw(scene: WordsScene, look: Look) -> list[Sheet]:
    """Lay out a page of words, as large as one page allows."""
    sizes = SIZES[-1:] if sum(map(len, scene.lines)) > MANY_LETTERS else SIZES
    return roomiest(*(partial(_draft, scene, look, base) for base in sizes))


def _draft(scene: WordsScene, look: Look, base: int) -> list[Sheet]:
    if len(scene.lines) <= 1 and not scene.numbered:
        return _single(scene, look, base)
    label = _label(scene, look)
    heading = headline(look, scene.title, beside_timer_width(look, scene.timer))
    return pages_of(
        look,
        Stack([*_lines(scene, look, base), Gap(0, stretch=1)]),
        header=Stack([label, Gap(20) if label else None, heading]),
        again=running_title(look, scene.title, scene.label),
        footer=strip(look, scene.foot),
        timer=scene.timer,
        gap=48,
    )


def _single(scene: WordsScene, look: Look, base: int) -> list[Sheet]:
    """One thought for the room to talk about, by itself in the middle."""
    body = Stack(
        [
            Gap(0, stretch=2),
            headline(look, scene.title),
            Gap(28),
            *_lines(scene, look, base),
            Gap(0, stretch=3),
        ]
    )
    return pages_of(
        look,
        body,
        header=_label(scene, look),
        again=running_title(look, scene.title, scene.label),
        footer=strip(look, scene.foot),
        timer=scene.timer,
        gap=20,
    )


def _label(scene: WordsScene, look: Look) -> Text | None:
    return words(look, scene.label, SMALL, look.colours.accent, bold=True, most_lines=1)


def _lines(scene: WordsScene, look: Look, base: int) -> list[Piece | None]:
    """One line a thought; a single line needs no mark before it."""
    marked = len(scene.lines) > 1 or scene.numbered
    pieces: list[Piece | None] = []
    for number, line in enumerate(scene.lines, 1):
        text = words(look, line, base, pitch=1.3, balanced=True)
        if text:
            pieces += [Gap(20, stretch=0.5, most=44)]
            pieces.append(_marked(scene, look, number, base, text) if marked else text)
    return pieces[1:]


def _marked(scene: WordsScene, look: Look, number: int, base: int, text: Text) -> Piece:
    """A dot or a number at the side where the line begins to be read."""
    mark: Piece = bullet(look, base)
    if scene.numbered:
        mark = numeral(look, number, base, pitch=1.3)
    cells: list[Piece | None] = [mark, text]
    shares: list[float | None] = [None, 1.0]
    if reads_right_to_left(text.text):
        cells.reverse()
        shares.reverse()
    return Row(cells, look.space(28), shares, flows=True)
