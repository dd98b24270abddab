"""What we have agreed so far, and the action that is being written now."""

from __future__ import annotations

from lqf_workshop.scenes.scene import ActionFace, ActionsScene
from lqf_workshop.wording import _

from lqf_workshop_ui.big_screen.look import LEAD, SMALL, Look, colour
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    badge_mark,
    icon_line,
    pages_of,
    running_title,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Card, Gap, Piece, Row, Stack, Wrap

ON_A_PAGE = 3


def draw(scene: ActionsScene, look: Look) -> list[Sheet]:
    """Lay out the actions, at most three to a page."""
    sheets: list[Piece | None] = []
    for number, face in enumerate(scene.faces, 1):
        if number > 1:
            sheets.append(Gap(22))
        sheets.append(_action(look, face, number))
    return pages_of(
        look,
        Stack(sheets),
        header=title_and_line(look, scene.title, scene.line, scene.timer),
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=36,
    )


def _action(look: Look, face: ActionFace, number: int) -> Piece:
    """One action: what, and the difference it makes; who and by when; how we will know."""
    colours = look.colours
    what = Stack(
        [
            words(look, face.what, LEAD, bold=True, pitch=1.2),
            words(look, face.difference, SMALL, colours.muted, pitch=1.3),
            icon_line(look, "flag", face.how_we_know, SMALL, colours.muted),
        ]
    )
    side = Stack(
        [
            _draft_mark(look) if face.draft else None,
            icon_line(look, "people", face.owner, SMALL),
            icon_line(look, "calendar", face.when, SMALL),
            badge_mark(look, face.badge) if face.badge else None,
        ]
    )
    inside: Piece = Row([what, side], 40, [1.0, 0.42])
    if look.scale >= 1.4:
        inside = Stack([what, Gap(12), side])
    return Card(
        inside,
        pad_x=32,
        pad_y=24,
        fill=colour(colours.accent_soft if face.draft else colours.card),
        line=colour(colours.accent if face.draft else colours.line),
        line_width=3 if face.draft else look.line,
        radius=24,
        dashed=face.draft,
    )


def _draft_mark(look: Look) -> Piece | None:
    return icon_line(look, "pencil", _("being written"), SMALL, look.colours.accent, bold=True)
