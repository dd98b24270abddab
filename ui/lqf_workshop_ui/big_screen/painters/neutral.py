"""A calm slide with nothing of the meeting's content on it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from lqf_workshop.scenes.scene import NeutralScene
from lqf_workshop_ui.big_screen.look import LEAD, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import headline, pages_of, words
from lqf_workshop_ui.big_screen.pieces import Gap, Stack


def draw(scene: NeutralScene, look: Look) -> list[Sheet]:
    """Lay out the neutral slide, in the middle of a soft field."""
    middle = Qt.AlignmentFlag.AlignHCenter
    body = Stack(
        [
            Gap(0, stretch=1),
            headline(look, scene.title, align=middle),
            Gap(20),
            words(look, scene.line, LEAD, look.colours.muted, pitch=1.3, align=middle),
            Gap(0, stretch=1.15),
        ]
    )
    return pages_of(look, body, timer=scene.timer, background=look.colours.accent_soft)
