"""The eight leadership attributes, spotted and never scored, and the moments behind them."""

from __future__ import annotations

from lqf_workshop.scenes.scene import StrengthFace, StrengthsScene

from lqf_workshop_ui.big_screen.look import LEAST, SMALL, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    card,
    counted,
    grid,
    pages_of,
    quote,
    running_title,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Gap, Piece, Stack
from lqf_workshop_ui.big_screen.text import one_line_width

GAP = 20


def draw(scene: StrengthsScene, look: Look) -> list[Sheet]:
    """Lay out the strengths as a grid, and the stories after it."""
    columns = _columns(scene, look)
    cells = [_face(look, face) for face in scene.faces]
    stories = [quote(look, text) for text in scene.stories]
    body = Stack(
        [
            grid(cells, columns, GAP, stretch=1),
            Gap(GAP * 2) if stories else None,
            grid(stories, 2 if look.scale < 1.4 else 1, GAP),
        ]
    )
    return pages_of(
        look,
        body,
        header=title_and_line(look, scene.title, scene.line, scene.timer),
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=32,
    )


def _columns(scene: StrengthsScene, look: Look) -> int:
    """Four columns, or as many as leave every word of a name whole."""
    longest = max((w for face in scene.faces for w in face.name.split()), key=len, default="")
    need = one_line_width(longest[:40], look.font(SMALL + 4, True)) + 56
    return next((n for n in (4, 2) if (FULL - GAP * (n - 1)) / n >= need), 1)


def _face(look: Look, face: StrengthFace) -> Piece:
    return card(
        look,
        Stack(
            [
                words(look, face.name, SMALL + 4, bold=True, pitch=1.2, clings=True),
                Gap(6),
                words(look, face.plain, LEAST, look.colours.muted, pitch=1.3),
                Gap(10, stretch=1),
                counted(look, face.count, look.colours.accent, LEAST - 2),
            ]
        ),
        stretch=1,
    )
