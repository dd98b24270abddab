"""Thanks, the words people leave with, and what happens next."""

from __future__ import annotations

from lqf_workshop.scenes.scene import EndScene
from lqf_workshop_ui.big_screen.look import LEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    accent_bar,
    headline,
    pages_of,
    running_title,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Card, Gap, Piece, Stack, Wrap


def draw(scene: EndScene, look: Look) -> list[Sheet]:
    """Lay out the end."""
    lines: list[Piece | None] = []
    for line in scene.lines:
        lines += [Gap(12), words(look, line, LEAD, pitch=1.3)]
    chips = [_word(look, text) for text in scene.words]
    body = Stack(
        [
            Gap(0, stretch=3),
            accent_bar(look),
            Gap(40),
            headline(look, scene.title, lines_at_full=2),
            Gap(12),
            *lines,
            Gap(48) if chips else None,
            Wrap(chips, 20, 20) if chips else None,
            Gap(0, stretch=4),
        ]
    )
    return pages_of(look, body, again=running_title(look, scene.title), timer=scene.timer)


def _word(look: Look, text: str) -> Piece | None:
    inside = words(look, text, LEAD, bold=True, pitch=1.25)
    if inside is None:
        return None
    line = colour(look.colours.line) if look.contrast else None
    return Card(
        inside,
        pad_x=32,
        pad_y=14,
        fill=colour(look.colours.accent_soft),
        line=line,
        line_width=look.line,
        radius=24,
    )
