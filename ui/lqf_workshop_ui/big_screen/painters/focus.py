"""The low/high by agree/differ grid, with the team's picks marked."""

from __future__ import annotations

from lqf_workshop.domain.focus import Quadrant
from lqf_workshop.scenes.scene import Badge, FocusScene, QuadrantFace
from lqf_workshop.wording import _
from PySide6.QtCore import QRectF, Qt

from lqf_workshop_ui.big_screen.look import BODY, LEAD, SMALL, Look, colour
from lqf_workshop_ui.big_screen.marks import Picture, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    Middle,
    badge_mark,
    grid,
    pages_of,
    running_title,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Card, Gap, Piece, Row, Stack, Wrap

LOW = (Quadrant.FIX, Quadrant.EXPLORE)
AGREE = (Quadrant.KEEP, Quadrant.FIX)


def draw(scene: FocusScene, look: Look) -> list[Sheet]:
    """Lay out the focus grid, with axes while it has two columns."""
    head = title_and_line(look, scene.title, scene.line, scene.timer)
    field = _with_axes(scene, look) if look.scale < 1.4 else _in_one_column(scene, look)
    return pages_of(
        look,
        field,
        header=head,
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=32,
    )


def _with_axes(scene: FocusScene, look: Look) -> Piece:
    side = max(
        text.width(FULL) for text in (_axis(look, _("High")), _axis(look, _("Low"))) if text
    )
    rows: list[Piece] = []
    for start, label in ((0, _("High")), (2, _("Low"))):
        faces = scene.faces[start : start + 2]
        cells = [_field(scene, look, face) for face in faces]
        name = _axis(look, label)
        rows.append(
            Row(
                [Middle(name) if name else None, Row(cells, 22, stretch=1)],
                36,
                [side / FULL, 1 - side / FULL],
                stretch=1,
            )
        )
    middle = Qt.AlignmentFlag.AlignHCenter
    feet = Row([_axis(look, _("We agree"), middle), _axis(look, _("We differ"), middle)], 22)
    under = Row([None, feet], 36, [side / FULL, 1 - side / FULL])
    return Stack([rows[0], Gap(22, clings=False), rows[1], Gap(10), under])


def _axis(look: Look, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> Piece:
    found = words(look, text, SMALL, look.colours.muted, bold=True, pitch=1.25, align=align)
    assert found is not None
    return found


def _in_one_column(scene: FocusScene, look: Look) -> Piece:
    return grid([_field(scene, look, face, axes=True) for face in scene.faces], 1, 22)


def _field(scene: FocusScene, look: Look, face: QuadrantFace, *, axes: bool = False) -> Card:
    """One field. The low ones are warm, and edged differently for eyes without colour."""
    colours, low = look.colours, face.quadrant in LOW
    chips = [_chip(look, badge, badge.code in scene.picked) for badge in face.badges]
    inside = Stack(
        [
            words(look, _where(face), SMALL, colours.muted, bold=True, clings=True) if axes else None,
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


def _chip(look: Look, badge: Badge, picked: bool) -> Card:
    """A dimension in its field; a pick has a tick and a strong edge."""
    colours = look.colours
    side = look.space(44)
    tick = Box(side, side, [Picture(QRectF(0, 0, side, side), "check", colours.accent)])
    name = words(look, badge.name, BODY - 2, bold=True, pitch=1.2, most_lines=3)
    edge = colours.accent if picked else colours.line
    return Card(
        Row(
            [badge_mark(look, badge), Middle(name) if name else None]
            + ([Middle(tick)] if picked else []),
            18,
        ),
        pad_x=10,
        pad_y=10,
        fill=colour(colours.paper),
        line=colour(edge) if picked or look.contrast else None,
        line_width=5 if picked else look.line,
        radius=20,
    )
