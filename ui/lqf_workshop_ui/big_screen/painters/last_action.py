"""An action from last time: how did it go, and what did we learn?"""

from __future__ import annotations

from lqf_workshop.scenes.scene import LastActionScene
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import BODY, LEAD, SMALL, Look, colour
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    card,
    headline,
    icon_line,
    pages_of,
    running_title,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Card, Gap, Piece, Stack, Wrap


def draw(scene: LastActionScene, look: Look) -> list[Sheet]:
    """Lay out one earlier action."""
    colours = look.colours
    who = [
        icon_line(look, "people", scene.owner, BODY, colours.muted, natural=True),
        icon_line(look, "calendar", scene.when, BODY, colours.muted, natural=True),
    ]
    body = Stack(
        [
            Gap(0, stretch=1, most=40 if scene.learnt else 110),
            headline(look, scene.what),
            Gap(24),
            Wrap([*who], 48, 8),
            Gap(48, stretch=1, most=110),
            _labelled(look, _("How we will know"), scene.how_we_know),
            Gap(24) if scene.learnt else None,
            _labelled(look, _("What we learnt"), scene.learnt, soft=True),
            Gap(0, stretch=2),
        ]
    )
    place = words(look, scene.place, BODY, colours.accent, bold=True, pitch=1.2, most_lines=1)
    return pages_of(
        look,
        body,
        header=Wrap([place, _state(look, scene.state)], 32, 12),
        again=running_title(look, scene.what, scene.place),
        timer=scene.timer,
        gap=28,
    )


def _state(look: Look, state: str) -> Piece | None:
    text = words(look, state, BODY - 4, bold=True, pitch=1.2, most_lines=1)
    if text is None:
        return None
    return Card(
        text,
        pad_x=24,
        pad_y=8,
        fill=colour(look.colours.card),
        line=colour(look.colours.control),
        line_width=look.line,
        radius=18,
    )


def _labelled(look: Look, label: str, text: str, *, soft: bool = False) -> Piece | None:
    """A card with a small label over its words."""
    if not text.strip():
        return None
    inside = Stack(
        [
            words(look, label, SMALL, look.colours.muted, bold=True, pitch=1.25, clings=True),
            Gap(6),
            words(look, text, LEAD if len(text) < 120 else BODY, pitch=1.28),
        ]
    )
    made = card(look, inside)
    if soft:
        made.fill = colour(look.colours.accent_soft)
    return made
