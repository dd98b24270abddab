"""How to join with a phone: a square for the camera, and what to type without one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from lqf_workshop.scenes.scene import JoinFace, JoinScene
from lqf_workshop_ui.big_screen.look import BODY, LEAD, SMALL, SUBHEAD, Look
from lqf_workshop_ui.big_screen.marks import Panel, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    headline,
    numeral,
    pages_of,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Gap, Middle, Piece, Row, Stack

SIDE = 620
QUIET = 4
"""Modules of white around the square; cameras need them."""
OVERLAP = 0.8
BLACK, WHITE = QColor("#000000"), QColor("#FFFFFF")


def draw(scene: JoinScene, look: Look) -> list[Sheet]:
    """Lay out the way in: words at the left, the square at the right."""
    join = scene.join
    left = Stack([headline(look, scene.title, 1000, most=72), Gap(36), *_steps(scene, look)])
    right = Stack(_way_in(join, look)) if join else None
    body: Piece = Stack([left, Gap(40), right])
    if not look.large:
        cells: list[Piece | None] = [Middle(left), Middle(right) if right else None]
        body = Row(cells, 80, [1.0, None], stretch=1)
    foot = words(look, scene.foot, SMALL, look.colours.muted)
    return pages_of(look, body, footer=foot, timer=scene.timer, gap=24)


def _steps(scene: JoinScene, look: Look) -> list[Piece | None]:
    pieces: list[Piece | None] = []
    for number, step in enumerate(scene.steps, 1):
        text = words(look, step, BODY, pitch=1.3, balanced=True)
        mark = numeral(look, number, BODY, pitch=1.3)
        pieces += [Gap(28), Row([mark, text], look.space(24), [None, 1.0])]
    return pieces[1:]


def _way_in(join: JoinFace, look: Look) -> list[Piece | None]:
    middle = Qt.AlignmentFlag.AlignHCenter
    square = square_of(join.modules, SIDE) if join.modules else None
    return [
        square,
        Gap(20) if square else None,
        words(look, join.address, LEAD, bold=True, align=middle),
        words(look, join.code, SUBHEAD + 20, look.colours.accent, bold=True, align=middle),
    ]


def square_of(modules: tuple[tuple[bool, ...], ...], side: float) -> Box:
    """Return the square in black on white, whatever the theme: that is what cameras read.

    Neighbours in a row are one mark and rows overlap, so that no hairline shows between them.
    """
    step = side / (len(modules) + 2 * QUIET)
    marks = [Panel(QRectF(0, 0, side, side), WHITE, radius=20)]
    for y, row in enumerate(modules):
        start = None
        for x, dark in enumerate((*row, False)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                left, top = (start + QUIET) * step, (y + QUIET) * step
                bar = QRectF(left, top, (x - start) * step + OVERLAP, step + OVERLAP)
                marks.append(Panel(bar, BLACK, radius=0))
                start = None
    return Box(side, side, marks)
