"""A dimension before its vote: what it means, its elements, and two pictures of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF

from lqf_workshop.scenes.scene import MeaningScene
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import BODY, LEAD, SMALL, SUBHEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Disc, Panel, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    badge_header,
    card,
    grid,
    headline,
    pages_of,
    roomiest,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Break, Gap, Piece, Stack, Wrap
from lqf_workshop_ui.big_screen.text import one_line_width

POINTS = 5


def draw(scene: MeaningScene, look: Look) -> list[Sheet]:
    """Lay out what a dimension means; its plain words as large as one page allows."""
    return roomiest(*(partial(_draft, scene, look, base) for base in (SUBHEAD - 6, BODY)))


def _draft(scene: MeaningScene, look: Look, base: int) -> list[Sheet]:
    place = words(look, scene.place, SMALL, look.colours.muted, most_lines=1)
    body = Stack(
        [
            headline(look, scene.name),
            Gap(16),
            words(look, scene.plain, base, pitch=1.3, balanced=True),
            Gap(36, stretch=1),
            _elements(scene, look),
            Gap(36, stretch=1) if scene.elements else None,
            _pictures(scene, look),
            *_seen(scene, look),
        ]
    )
    name = words(look, scene.name, LEAD, bold=True, most_lines=1)
    return pages_of(
        look,
        body,
        header=badge_header(look, scene.badge, place),
        again=badge_header(look, scene.badge, name, place),
        timer=scene.timer,
        gap=24,
    )


def _elements(scene: MeaningScene, look: Look) -> Piece | None:
    """The element names, each under a short rule of the dimension's colour."""
    if not scene.elements:
        return None
    columns = _columns(scene, look)
    ink = colour(look.theme.dimension(scene.badge.code))
    cells: list[Piece] = []
    for name in scene.elements:
        rule = Box(look.space(56), 18, [Panel(QRectF(0, 0, look.space(56), 6), ink, radius=3)])
        cells.append(Stack([rule, words(look, name, SMALL, bold=True, pitch=1.26)]))
    return grid(cells, columns, 32)


def _columns(scene: MeaningScene, look: Look) -> int:
    """Four columns, or as many as leave the longest word whole."""
    longest = max((w for e in scene.elements for w in e.split()), key=len, default="")
    need = one_line_width(longest[:40], look.style(SMALL, True))
    return next((n for n in (4, 2) if (FULL - 32 * (n - 1)) / n >= need), 1)


def _pictures(scene: MeaningScene, look: Look) -> Piece | None:
    """ "Around 2" and "around 4", side by side while there is room for reading."""
    pairs = ((2, _("Around 2"), scene.around_two), (4, _("Around 4"), scene.around_four))
    cells = [_picture(scene, look, *pair) for pair in pairs if pair[2].strip()]
    if not cells:
        return None
    return grid(cells, 2 if not look.large else 1, 24)


def _seen(scene: MeaningScene, look: Look) -> list[Piece | None]:
    """What it looks like for each role level or at each stage, on a page of its own."""
    if not scene.seen:
        return []
    ink = look.theme.dimension(scene.badge.code)
    cells: list[Piece] = [
        card(
            look,
            Stack(
                [
                    words(look, name, SMALL, ink, bold=True, pitch=1.25, clings=True),
                    Gap(8),
                    words(look, text, BODY, pitch=1.3, balanced=True),
                ]
            ),
            stretch=1,
        )
        for name, text in scene.seen
    ]
    columns = 2 if len(cells) > 1 and not look.large else 1
    title = words(look, scene.seen_title, LEAD, bold=True)
    return [Break(), title, Gap(24), grid(cells, columns, 24, stretch=1, most=look.space(330))]


def _picture(scene: MeaningScene, look: Look, point: int, label: str, text: str) -> Piece:
    ink = look.theme.dimension(scene.badge.code)
    name = words(look, label, BODY, ink, bold=True, pitch=1.2)
    head = Wrap([name, _scale(look, point, ink)], look.space(24), 8)
    head.clings = True
    return card(look, Stack([head, Gap(8), words(look, text, BODY, balanced=True)]))


def _scale(look: Look, point: int, ink: str) -> Box:
    """Five small dots, the one in question filled."""
    side, step = look.space(20), look.space(32)
    discs = [
        Disc(QRectF(n * step, 0, side, side), colour(ink), filled=n + 1 == point, line_width=3)
        for n in range(POINTS)
    ]
    return Box(step * (POINTS - 1) + side, side, discs)
