"""Small parts that several sections of our papers are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lqf_workshop.charts.drawings import ICON, Tile, badge_drawing
from lqf_workshop.domain.subject import Subject, SubjectKind, dimension_code
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.reports.direction import begins_rtl
from lqf_workshop.reports.flow import Block
from lqf_workshop.reports.icons import dimension_icon
from lqf_workshop.reports.look import BODY, COLOURS, HEADING, MUTED, dimension_colour, pens
from lqf_workshop.reports.printable import printable
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Picture, Row
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.reports.tags import ORNAMENT

_DOT = Type(BODY.size, BODY.leading, COLOURS.muted, tag=ORNAMENT)
_TIGHT = replace(BODY, after=3)


class Heading(Prose):
    """A heading that the reader's list of contents leads to; level 0 is a section."""

    def __init__(self, words: str | Sequence[Span], kind: Type = HEADING, level: int = 0) -> None:
        super().__init__(words, kind)
        self.level = level
        self.title = " ".join("".join(span.text for span in self.spans).split())

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Set the heading and remember its place."""
        sheet.bookmark(self.title, self.level, top + self.kind.size / 2)
        super().draw(sheet, x, top, width)


def bullets(texts: Iterable[str], kind: Type = _TIGHT) -> list[Block]:
    """Return each text after a dot, its lines hanging under the first."""
    return [_bullet(text, kind) for text in texts if text.strip()]


def _bullet(text: str, kind: Type) -> Block:
    """Put the dot where reading begins: to the right of Arabic and Hebrew."""
    dot = Prose("•", replace(_DOT, size=kind.size, leading=kind.leading))
    words, wide = Prose(text, kind), max(5, kind.size * 0.4)
    if begins_rtl(text):
        return Row((words, dot), (None, wide), gap=7, after=kind.after)
    return Row((dot, words), (wide, None), gap=7, after=kind.after)


def tile(code: str, scale: float = 1) -> Tile:
    """Return what the badge of a dimension shows."""
    icon = dimension_icon(code, ICON * scale, COLOURS.on_dimension)
    return Tile(printable(code), dimension_colour(code), icon)


def badge(code: str, scale: float = 1) -> Picture:
    """Return the badge of a dimension, ``scale`` times the usual size."""
    return Picture(badge_drawing(tile(code, scale), pens(), scale), code)


def subject_badge(subject: Subject, scale: float = 1) -> Picture:
    """Return the badge of what is voted on; an element wears its dimension's colour and icon."""
    if subject.kind is SubjectKind.SKILL:
        shown = Tile(printable(subject.mark), COLOURS.accent)
    else:
        code = dimension_code(subject.mark)
        icon = dimension_icon(code, ICON * scale, COLOURS.on_dimension)
        shown = Tile(printable(subject.mark), dimension_colour(code), icon)
    return Picture(badge_drawing(shown, pens(), scale), subject.mark)


def kind_words(summary: WorkshopSummary, not_yet: str, not_this_time: str) -> Prose:
    """Say why a section has nothing to show: the workshop goes on, or it is over."""
    over = summary.workshop.state is WorkshopState.DONE
    return Prose(not_this_time if over else not_yet, MUTED)
