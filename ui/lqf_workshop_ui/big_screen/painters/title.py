"""The first thing people see as they come in: the team, the question, the day."""

from __future__ import annotations

from lqf_workshop.scenes.scene import TitleScene
from lqf_workshop_ui.big_screen.look import BODY, LEAD, SUBHEAD, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import accent_bar, headline, pages_of, words
from lqf_workshop_ui.big_screen.pieces import Gap, Stack


def draw(scene: TitleScene, look: Look) -> list[Sheet]:
    """Lay out a title scene."""
    base = SUBHEAD if len(scene.line) < 90 else LEAD
    body = Stack(
        [
            Gap(0, stretch=3),
            accent_bar(look),
            Gap(40),
            headline(look, scene.title, lines_at_full=2),
            Gap(24),
            words(look, scene.line, base, pitch=1.28),
            Gap(0, stretch=4),
        ]
    )
    foot = words(look, scene.foot, BODY, look.colours.muted, most_lines=3)
    return pages_of(look, body, footer=foot, timer=scene.timer)
