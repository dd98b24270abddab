"""The low/high by agree/differ grid, with the team's picks marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from lqf_workshop.domain.focus import Quadrant
from lqf_workshop.scenes.scene import Badge, FocusScene, QuadrantFace
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import BODY, LEAD, SMALL, Look, colour
from lqf_workshop_ui.big_screen.marks import Picture, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    badge_mark,
    body_room,
    grid,
    pages_of,
    running_title,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import (
    Box,
    Break,
    Card,
    Gap,
    Middle,
    Piece,
    Row,
    Stack,
    Wide,
    Wrap,
)

LOW = (Quadrant.FIX, Quadrant.EXPLORE)
AGREE = (Quadrant.KEEP, Quadrant.FIX)
GAP = 32
BETWEEN = 22
ALL_NAMED = 99
"""No field ever holds as many dimensions, so every one is named in the grid."""


def draw(scene: FocusScene, look: Look) -> list[Sheet]:
    """Lay out the focus grid: two by two with its axes, or one field under the other.

    Very large text takes one column. Fields with so many dimensions that the grid would
    break show their tiles in the grid, and their names on the page after it.
    """
    head = title_and_line(look, scene.title, scene.line, scene.timer)
    room = body_room(look, head, None, scene.timer, GAP)
    body = _grid_that_fits(scene, look, room) or _in_one_column(scene, look)
    return pages_of(
        look,
        body,
        header=head,
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=GAP,
    )


def _grid_that_fits(scene: FocusScene, look: Look, room: float) -> Piece | None:
    """Return the grid, with names in all fields, or in none that would be too full."""
    if look.large:
        return None
    full = _with_axes(scene, look, ALL_NAMED)
    if full.height(FULL) <= room:
        return full
    for crowd in (3, 1):
        short = _with_axes(scene, look, crowd)
        if short.height(FULL) <= room:
            return Stack([short, Break(), _named(scene, look, crowd)])
    return None


def _with_axes(scene: FocusScene, look: Look, crowd: int) -> Piece:
    names = [_axis(look, _("High")), _axis(look, _("Low"))]
    side = max(name.width(FULL) for name in names)
    rows: list[Piece] = []
    for start, name in zip((0, 2), names, strict=True):
        faces = scene.faces[start : start + 2]
        fields = [_field(scene, look, face, crowd=crowd) for face in faces]
        cells = [Wide(Middle(name), side), Row(fields, BETWEEN)]
        rows.append(Row(cells, 36, [None, 1.0], stretch=1))
    middle = Qt.AlignmentFlag.AlignHCenter
    feet = Row([_axis(look, text, middle) for text in (_("We agree"), _("We differ"))], BETWEEN)
    under = Row([Gap(0, wide=side), feet], 36, [None, 1.0])
    return Stack([rows[0], Gap(BETWEEN), rows[1], Gap(10), under], stretch=1)


def _axis(look: Look, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> Piece:
    found = words(look, text, SMALL, look.colours.muted, bold=True, pitch=1.25, align=align)
    assert found is not None
    return found


def _in_one_column(scene: FocusScene, look: Look) -> Piece:
    return grid([_field(scene, look, face, axes=True) for face in scene.faces], 1, BETWEEN)


def _named(scene: FocusScene, look: Look, crowd: int) -> Piece:
    """The fields whose names found no room in the grid."""
    full = [face for face in scene.faces if len(face.badges) >= crowd]
    return grid([_field(scene, look, face, axes=True) for face in full], 1, BETWEEN)


def _field(
    scene: FocusScene,
    look: Look,
    face: QuadrantFace,
    *,
    axes: bool = False,
    crowd: int = ALL_NAMED,
) -> Card:
    """One field. The low ones are warm, and edged differently for eyes without colour."""
    colours, low = look.colours, face.quadrant in LOW
    short = len(face.badges) >= crowd
    chips = [_chip(look, b, picked=b.code in scene.picked, short=short) for b in face.badges]
    inside = Stack(
        [
            words(look, _where(face), SMALL, colours.muted, bold=True, clings=True)
            if axes
            else None,
            words(look, face.title, LEAD, bold=True, pitch=1.2, clings=True),
            words(look, face.line, SMALL, colours.muted, clings=True),
            Gap(18) if chips else None,
            Wrap(chips, 16, 14),
        ]
    )
    return Card(
        inside,
        pad_x=36,
        pad_y=26,
        fill=colour(colours.warm_soft if low else colours.card),
        line=colour(colours.warm_line if low else colours.line),
        line_width=look.line * (2 if low and look.contrast else 1),
        radius=28,
        stretch=1,
        dashed=low and look.contrast,
    )


def _where(face: QuadrantFace) -> str:
    level = _("Low") if face.quadrant in LOW else _("High")
    return f"{level} · {_('We agree') if face.quadrant in AGREE else _('We differ')}"


def _chip(look: Look, badge: Badge, *, picked: bool, short: bool) -> Card:
    """A dimension in its field; a pick has a tick and a strong edge."""
    colours = look.colours
    cells: list[Piece | None] = [badge_mark(look, badge)]
    name = words(look, badge.name, BODY - 2, bold=True, pitch=1.2, most_lines=3)
    if name and not short:
        cells.append(Middle(name))
    if picked:
        side = look.space(44)
        tick = Picture(QRectF(0, 0, side, side), "check", colours.accent)
        cells.append(Middle(Box(side, side, [tick])))
    elif not short:
        cells.append(Gap(0))
    edge = colours.accent if picked else colours.line
    return Card(
        Row(cells, 18, [None] * len(cells)),
        pad_x=12,
        pad_y=8,
        fill=colour(colours.paper),
        line=colour(edge),
        line_width=5 if picked else look.line,
        radius=20,
    )
