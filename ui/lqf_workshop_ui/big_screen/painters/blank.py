"""Black, for when the room should look at each other."""

from __future__ import annotations

from lqf_workshop.scenes.scene import BlankScene
from lqf_workshop_ui.big_screen.look import Look, colour
from lqf_workshop_ui.big_screen.marks import Sheet

BLACK = "#000000"
"""Black in every theme: the display should look switched off."""


def draw(scene: BlankScene, look: Look) -> list[Sheet]:
    """Return a black page without anything on it, a countdown included."""
    return [Sheet(colour(BLACK))]
