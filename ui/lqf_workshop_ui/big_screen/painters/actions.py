"""What we have agreed so far, and the action that is being written now."""

from __future__ import annotations

from lqf_workshop.scenes.scene import ActionFace, ActionsScene, Badge
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import LEAD, SMALL, SUBHEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    badge_mark,
    headline,
    icon_line,
    pages_of,
    running_title,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Break, Card, Gap, Middle, Piece, Row, Stack

MOST_ON_A_PAGE = 3
MOST_HEIGHT = 250


def draw(scene: ActionsScene, look: Look) -> list[Sheet]:
    """Lay out the actions, at most three to a page; before the first, what to begin with."""
    if not scene.faces:
        return _before_the_first(scene, look)
    pieces: list[Piece | None] = []
    for number, face in enumerate(scene.faces):
        pieces.append(Gap(24) if number % MOST_ON_A_PAGE else Break())
        pieces.append(_action(look, face))
    return pages_of(
        look,
        Stack(pieces[1:]),
        header=title_and_line(look, scene.title, scene.line, scene.timer),
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=36,
    )


def _before_the_first(scene: ActionsScene, look: Look) -> list[Sheet]:
    body = Stack(
        [
            Gap(0, stretch=2),
            headline(look, scene.title),
            Gap(24),
            words(look, scene.line, SUBHEAD - 6, look.colours.muted, pitch=1.3, balanced=True),
            Gap(0, stretch=3),
        ]
    )
    return pages_of(look, body, timer=scene.timer)


def _action(look: Look, face: ActionFace) -> Piece:
    """One action: what, and the difference it makes; who and by when; how we will know."""
    colours = look.colours
    what = Stack(
        [
            words(look, face.what, LEAD, bold=True, pitch=1.2),
            Gap(4),
            words(look, face.difference, SMALL + 2, colours.muted, pitch=1.3),
            icon_line(look, "flag", face.how_we_know, SMALL + 2, colours.muted),
        ]
    )
    draft = _("being written")
    side = Stack(
        [
            icon_line(look, "pencil", draft, SMALL + 2, colours.accent, bold=True)
            if face.draft
            else None,
            icon_line(look, "people", face.owner, SMALL + 2),
            icon_line(look, "calendar", face.when, SMALL + 2),
            Gap(8) if face.badge else None,
            _source(look, face.badge),
        ]
    )
    inside: Piece = Row([Middle(what), Middle(side)], 40, [1.0, 0.42])
    if look.large:
        inside = Stack([what, Gap(12), side])
    return Card(
        inside,
        pad_x=36,
        pad_y=22,
        fill=colour(colours.accent_soft if face.draft else colours.card),
        line=colour(colours.accent if face.draft else colours.line),
        line_width=3 if face.draft else look.line,
        radius=24,
        dashed=face.draft,
        stretch=1,
        most=MOST_HEIGHT,
    )


def _source(look: Look, badge: Badge | None) -> Piece | None:
    """The dimension an action came from."""
    if badge is None:
        return None
    name = words(look, badge.name, SMALL, look.colours.muted, pitch=1.25)
    return Row(
        [badge_mark(look, badge), Middle(name) if name else None], look.space(16), [None, 1.0]
    )
