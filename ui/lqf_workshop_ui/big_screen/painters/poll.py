"""A show of hands with its key, so that everyone means the same."""

from __future__ import annotations

from functools import partial

from lqf_workshop.scenes.scene import PollFace, PollScene
from lqf_workshop_ui.big_screen.look import LEAD, SUBHEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    counted,
    numeral,
    pages_of,
    roomiest,
    running_title,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Card, Gap, Middle, Piece, Row, Stack


def draw(scene: PollScene, look: Look) -> list[Sheet]:
    """Lay out a show of hands, one row an answer, closer together when that saves a page."""
    return roomiest(*(partial(_draft, scene, look, air) for air in (14, 2)))


def _draft(scene: PollScene, look: Look, air: int) -> list[Sheet]:
    rows: list[Piece | None] = []
    known = any(face.count is not None for face in scene.faces)
    for face in scene.faces:
        rows += [Gap(12), _row(look, face, known, air)]
    return pages_of(
        look,
        Stack(rows[1:]),
        header=title_and_line(look, scene.title, scene.line, scene.timer),
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=32,
    )


def _row(look: Look, face: PollFace, known: bool, air: int) -> Piece:
    """The number of fingers, what it means, and the hands counted."""
    colours = look.colours
    number = numeral(look, face.number, SUBHEAD, pitch=1.1)
    meaning = words(look, face.meaning, LEAD - 2, pitch=1.25)
    cells: list[Piece | None] = [Middle(number), Middle(meaning) if meaning else None]
    shares: list[float | None] = [None, 1.0]
    hands = counted(look, face.count or 0, colours.accent, 30)
    if known and not look.large:
        cells.append(Middle(hands) if hands else None)
        shares.append(0.9)
    inside: Piece = Row(cells, 40, shares)
    if known and look.large and hands:
        inside = Stack([inside, Gap(8), hands])
    return Card(
        inside,
        pad_x=32,
        pad_y=air,
        fill=colour(colours.card),
        line=colour(colours.line),
        line_width=look.line,
        radius=20,
        stretch=1,
        most=look.space(120),
    )
