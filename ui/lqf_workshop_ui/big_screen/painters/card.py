"""A scenario card on the table: the story on the left, one prompt at a time beside it."""

from __future__ import annotations

from lqf_workshop.scenes.scene import CardScene
from lqf_workshop.wording import _
from PySide6.QtCore import QRectF

from lqf_workshop_ui.big_screen.look import (
    BODY,
    BOTTOM,
    HEADLINE,
    HEADLINE_LONG,
    HEIGHT,
    LEAD,
    LEAST,
    MARGIN,
    SMALL,
    SUBHEAD,
    TOP,
    Look,
    colour,
)
from lqf_workshop_ui.big_screen.marks import Disc, Panel, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    grid,
    mark_page,
    marker_room,
    pages_of,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Card, Gap, Piece, Stack, Text, Wrap
from lqf_workshop_ui.big_screen.timer_face import TimerPlace

SHEET_WIDTH = 1060
COLUMN = 64
"""Air between the card and what stands beside it."""
PAD = 76


def draw(scene: CardScene, look: Look) -> list[Sheet]:
    """Lay out a card: alone while people read it, then with its prompt and the countdown."""
    return _Table(scene, look).pages()


class _Table:
    """Card and prompt are two columns that page on by themselves.

    A column that has come to its end stays in sight while the other goes on.
    """

    def __init__(self, scene: CardScene, look: Look) -> None:
        self._scene = scene
        self._look = look
        alone = not scene.prompt and not scene.notes and not scene.timer
        self._wide = alone or look.scale >= 1.6
        self._sheet_width = FULL if self._wide else SHEET_WIDTH

    def pages(self) -> list[Sheet]:
        pages = self._laid(BOTTOM)
        if len(pages) > 1:
            pages = self._laid(marker_room(self._look))
            for number, page in enumerate(pages, 1):
                mark_page(self._look, page, number, len(pages), self._look.colours.stage_muted)
        return pages

    def _laid(self, bottom: float) -> list[Sheet]:
        area = QRectF(MARGIN, TOP, FULL, HEIGHT - TOP - bottom)
        if self._wide:
            return self._one_after_the_other(area)
        return self._side_by_side(area)

    def _new(self) -> Sheet:
        return Sheet(colour(self._look.colours.stage))
