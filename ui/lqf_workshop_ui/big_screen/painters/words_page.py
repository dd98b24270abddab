"""A headline and a few lines: ground rules, what is stored, a subject to talk about."""

from __future__ import annotations

from lqf_workshop.scenes.scene import WordsScene

from lqf_workshop_ui.big_screen.look import BODY, HEADLINE_LONG, LEAD, SMALL, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    bullet,
    headline,
    numeral,
    pages_of,
    running_title,
    strip,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Gap, Piece, Row, Stack

FEW_WORDS = 260
"""With no more letters than this, the lines are set larger."""


def draw(scene: WordsScene, look: Look) -> list[Sheet]:
    """Lay out a page of words."""
    label = words(look, scene.label, SMALL, look.colours.accent, bold=True, most_lines=1)
    top = [headline(look, scene.title), Gap(44)]
    body = Stack([*top, *_lines(scene, look), Gap(0, stretch=1)])
    return pages_of(
        look,
        body,
        header=label,
        again=running_title(look, scene.title, scene.label),
        footer=strip(look, scene.foot),
        timer=scene.timer,
        gap=16 if label else 40,
    )


def _lines(scene: WordsScene, look: Look) -> list[Piece | None]:
    """One line a thought; a single line needs no mark before it."""
    base = LEAD if sum(map(len, scene.lines)) <= FEW_WORDS else BODY
    pieces: list[Piece | None] = []
    for number, line in enumerate(scene.lines, 1):
        text = words(look, line, base)
        if scene.numbered:
            lead: Piece = numeral(look, number, HEADLINE_LONG if base == LEAD else LEAD)
        else:
            lead = bullet(look, base)
        marked = len(scene.lines) > 1 or scene.numbered
        if text:
            row = Row([lead, text], look.space(28), [None, 1.0])
            pieces += [Gap(look.space(24)), row if marked else text]
    return pieces[1:]
