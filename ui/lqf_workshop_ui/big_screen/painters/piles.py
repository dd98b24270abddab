"""The team's answers, put together in piles: a card for each, its name above its answers."""

from __future__ import annotations

from functools import partial

from lqf_workshop.scenes.scene import PileFace, PilesScene
from lqf_workshop_ui.big_screen.look import BODY, LEAST, SMALL, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    accent_bar,
    bullet,
    card,
    grid,
    pages_of,
    roomiest,
    running_title,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Gap, Piece, Row, Stack

GAP = 24
WIDE_COLUMNS, COLUMNS = 2, 3


def draw(scene: PilesScene, look: Look) -> list[Sheet]:
    """Lay out the piles as large as one page allows."""
    few = len(scene.faces) <= WIDE_COLUMNS * 2
    sizes = ((WIDE_COLUMNS if few else COLUMNS, base) for base in (BODY, SMALL, LEAST))
    return roomiest(*(partial(_page, scene, look, columns, base) for columns, base in sizes))


def _page(scene: PilesScene, look: Look, columns: int, base: int) -> list[Sheet]:
    named = [_pile(look, face, base) for face in scene.faces if face.name]
    single = [_single(look, face, base) for face in scene.faces if not face.name]
    columns = 1 if look.large else columns
    pieces: list[Piece | None] = [grid(named, columns, GAP)] if named else []
    if single:
        pieces += [Gap(GAP) if named else None, grid(single, columns, GAP)]
    return pages_of(
        look,
        Stack(pieces),
        header=title_and_line(look, scene.title, scene.line, scene.timer),
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=32,
    )


def _pile(look: Look, face: PileFace, base: int) -> Piece:
    """A named pile: its name, a short bar under it, then its answers."""
    rows: list[Piece | None] = [
        words(look, face.name, base + 4, bold=True, pitch=1.2, clings=True),
        Gap(12),
        accent_bar(look),
    ]
    for text in face.answers:
        said = words(look, text, base, pitch=1.28)
        rows += [Gap(14), Row([bullet(look, base), said], look.space(18), [None, 1.0], flows=True)]
    return card(look, Stack(rows))


def _single(look: Look, face: PileFace, base: int) -> Piece:
    """An answer by itself: only its words, since nobody has put it anywhere yet."""
    made = card(look, Stack([words(look, text, base, pitch=1.28) for text in face.answers]))
    made.pad_y, made.dashed = 18, True
    return made
