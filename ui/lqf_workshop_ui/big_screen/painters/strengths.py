"""The eight leadership attributes, spotted and never scored, and the moments behind them."""

from __future__ import annotations

from lqf_workshop.scenes.scene import StrengthFace, StrengthsScene
from lqf_workshop_ui.big_screen.look import BODY, LEAD, LEAST, SMALL, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    body_room,
    card,
    counted,
    grid,
    pages_of,
    quote,
    running_title,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Break, Gap, Piece, Stack
from lqf_workshop_ui.big_screen.text import one_line_width

GAP, GAP_ABOVE = 20, 32
NAME = 38
DOT = 24
MOST_HEIGHT = 380


def draw(scene: StrengthsScene, look: Look) -> list[Sheet]:
    """Lay out the strengths, as large as one page allows, and the stories on pages after."""
    header = title_and_line(look, scene.title, scene.line, scene.timer)
    room = body_room(look, header, None, scene.timer, GAP_ABOVE)
    drafts = [_faces(scene, look, base) for base in (SMALL, LEAST + 2, LEAST)]
    faces = next((draft for draft in drafts if draft.height(FULL) <= room), drafts[-1])
    return pages_of(
        look,
        Stack([faces, *_stories(scene, look)]),
        header=header,
        again=running_title(look, scene.title),
        timer=scene.timer,
        gap=GAP_ABOVE,
    )


def _faces(scene: StrengthsScene, look: Look, base: int) -> Stack:
    cells = [_face(look, face, base) for face in scene.faces]
    return grid(cells, _columns(scene, look), GAP, stretch=1, most=look.space(MOST_HEIGHT))


def _stories(scene: StrengthsScene, look: Look) -> list[Piece | None]:
    """What was told, in large words on pages of their own."""
    if not scene.stories:
        return []
    columns = 2 if len(scene.stories) > 3 and not look.large else 1
    told = [quote(look, text, LEAD if columns == 1 else BODY) for text in scene.stories]
    return [Break(), grid(told, columns, GAP)]


def _columns(scene: StrengthsScene, look: Look) -> int:
    """Four columns, or as many as leave every word of a name whole."""
    longest = max((w for face in scene.faces for w in face.name.split()), key=len, default="")
    need = one_line_width(longest[:40], look.style(NAME, True)) + 56
    return next((n for n in (4, 2) if (FULL - GAP * (n - 1)) / n >= need), 1)


def _face(look: Look, face: StrengthFace, base: int) -> Piece:
    return card(
        look,
        Stack(
            [
                words(look, face.name, NAME, bold=True, pitch=1.2, clings=True),
                Gap(6),
                words(look, face.plain, base, look.colours.muted, pitch=1.28),
                Gap(10, stretch=1),
                counted(look, face.count, look.colours.accent, DOT) or Gap(look.size(SMALL) * 1.1),
            ]
        ),
        stretch=1,
    )
