"""A revealed round by role level: a row of dots for each group of five or more."""

from __future__ import annotations

from functools import partial

from lqf_workshop.scenes.scene import LevelsScene
from lqf_workshop_ui.big_screen.look import HEADLINE_LONG, LEAD, SMALL, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    badge_header,
    headline,
    pages_of,
    roomiest,
    words,
)
from lqf_workshop_ui.big_screen.painters.vote_rows import VoteRow, vote_rows
from lqf_workshop_ui.big_screen.pieces import Gap, Stack


def draw(scene: LevelsScene, look: Look) -> list[Sheet]:
    """Lay out the groups under each other on one scale, closer where that saves a page."""
    return roomiest(*(partial(_draft, scene, look, tight=tight) for tight in (False, True)))


def _draft(scene: LevelsScene, look: Look, *, tight: bool) -> list[Sheet]:
    ink = look.theme.dimension(scene.badge.code)
    rows = [VoteRow(face.name, face.numbers, face.counts) for face in scene.faces]
    name = words(look, scene.name, LEAD, bold=True, most_lines=2)
    heading = headline(look, scene.title, most=LEAD if tight else HEADLINE_LONG)
    return pages_of(
        look,
        Stack([heading, Gap(16), *vote_rows(look, rows, scene.words, ink, tight=tight)]),
        header=badge_header(look, scene.badge, name),
        footer=words(look, scene.foot, SMALL, look.colours.muted),
        timer=scene.timer,
        gap=20,
    )
