"""Labels for words of any length: a word without an end breaks instead of pushing the page wide."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel, QWidget

from lqf_workshop_ui.widgets.words import words

LONGEST_WORD = 28
PIECE = 20
MAY_BREAK = "\u200b"
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_PIECES = re.compile(rf".{{1,{PIECE}}}", re.DOTALL)


def breakable(text: str) -> str:
    """Return ``text`` with places, which nobody sees, where its very long words may break."""
    return _LONG.sub(lambda found: MAY_BREAK.join(_PIECES.findall(found.group())), text)


def typed(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label for words that somebody typed; ``role`` as in ``words``."""
    return words(breakable(text), role, parent)
