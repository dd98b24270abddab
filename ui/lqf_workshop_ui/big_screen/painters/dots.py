"""Dots on piles: the numbered piles while dots are given, and then where the dots lie."""

from __future__ import annotations

from functools import partial

from lqf_workshop.scenes.scene import DotFace, DotsScene
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import BODY, LEAD, LEAST, SMALL, SUBHEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    card,
    counted,
    grid,
    numeral,
    pages_of,
    roomiest,
    running_title,
    strip,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Gap, Piece, Row, Stack

GAP = 20
DOT = 30
FEW = 8
MOST_HEIGHT = 190


def draw(scene: DotsScene, look: Look) -> list[Sheet]:
    """Lay out the piles in two columns, or three when there are many."""
    drafts = [(2, SUBHEAD), (2, LEAD), (2, BODY)] if len(scene.faces) <= FEW else []
    drafts += [(2, SMALL), (3, SMALL), (3, LEAST)]
    return roomiest(*(partial(_page, scene, look, columns, base) for columns, base in drafts))


def _page(scene: DotsScene, look: Look, columns: int, base: int) -> list[Sheet]:
    cells = [_face(look, face, base) for face in scene.faces]
    return pages_of(
        look,
        grid(cells, 1 if look.large else columns, GAP, stretch=1, most=look.space(MOST_HEIGHT)),
        header=title_and_line(look, scene.title, scene.line, scene.timer),
        again=running_title(look, scene.title),
        footer=strip(look, scene.given),
        timer=scene.timer,
        gap=32,
    )


def _face(look: Look, face: DotFace, base: int) -> Piece:
    """A pile with its number; once dots are shown, its dots, and words for the most."""
    accent = look.colours.accent
    rows: list[Piece | None] = [words(look, face.name, base, bold=True, pitch=1.24, balanced=True)]
    if face.count is not None:
        none = words(look, _("No dots"), SMALL, look.colours.muted, pitch=1.2)
        rows += [Gap(12), counted(look, face.count, accent, DOT) or none]
    if face.most:
        rows += [Gap(8), words(look, _("Most dots"), SMALL, accent, bold=True, pitch=1.2)]
    inside = Row(
        [numeral(look, face.number, base, pitch=1.24), Stack(rows)],
        look.space(24),
        [None, 1.0],
        flows=True,
    )
    made = card(look, Stack([inside]), stretch=1)
    if face.most:
        made.line, made.line_width = colour(accent), look.line * 3
    return made
