"""The look of paper: its colours, and the four sizes of type it is set in."""

from __future__ import annotations

from functools import cache

from lqf_workshop.charts.strokes import Pens, pens_of
from lqf_workshop.library.themes import theme
from lqf_workshop.reports.fonts import BOLD, REGULAR
from lqf_workshop.reports.prose import Type

COLOURS = theme("light").colours
WHITE = COLOURS.card
TITLE = Type(28, 33, COLOURS.ink, bold=True, start=False, after=8, keep_with_next=True, tag="H1")
HEADING = Type(
    16, 20, COLOURS.ink, bold=True, start=False, before=24, after=8, keep_with_next=True, tag="H2"
)
PART = Type(11, 16, COLOURS.ink, bold=True, before=12, after=2, keep_with_next=True, tag="H3")
BODY = Type(11, 16, COLOURS.ink)
MUTED = Type(11, 16, COLOURS.muted, start=False)
SMALL = Type(9, 13, COLOURS.muted)
LABEL = Type(9, 13, COLOURS.muted, bold=True, start=False, keep_with_next=True)


@cache
def pens() -> Pens:
    """Return the colours and fonts of pictures on white paper."""
    return pens_of(REGULAR, BOLD)


def dimension_colour(code: str) -> str:
    """Return a dimension's colour on paper."""
    return theme("light").dimension(code)
