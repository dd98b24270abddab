"""One painter for each kind of scene: it lays the scene out on pages, and adds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lqf_workshop.scenes.scene import Scene

from lqf_workshop_ui.big_screen.look import Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import pages_of, words
from lqf_workshop_ui.big_screen.pieces import Stack
from lqf_workshop_ui.big_screen.words import words_of

PAINTERS: dict[type[Scene], Callable[[Any, Look], list[Sheet]]] = {}


def compose(scene: Scene, look: Look) -> list[Sheet]:
    return pages_of(look, Stack([words(look, words_of(scene))]), timer=scene.timer)
