"""One team over time on paper, in normal and in large print: pictures, and how to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.charts.trend_drawing import ColumnWords, trend_drawing
from lqf_workshop.charts.trend_plot import Column
from lqf_workshop.domain.rating import SCALE
from lqf_workshop.domain.trend import TeamTrend, TrendLine
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Whole
from lqf_workshop.reports.handout import LARGE, NORMAL, Print, furniture_of, write_story
from lqf_workshop.reports.look import COLOURS, HEADING, SMALL, dimension_colour, pens
from lqf_workshop.reports.page import COLUMN
from lqf_workshop.reports.pieces import Heading, badge
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Panel, Picture, Row
from lqf_workshop.scenes import movements, trend_faces
from lqf_workshop.scenes.trend_faces import Face, Hands
from lqf_workshop.wording import _


@dataclass(frozen=True, slots=True)
class TrendLook:
    """The types of a paper about votes; ``beside`` is how many columns a picture holds."""

    sizes: Print
    heading: Type
    strong: Type
    body: Type
    small: Type
    beside: int
    badge: float
    picture: float
    tall: float
    """A part that is higher may run over to the next page."""

    @property
    def air(self) -> float:
        """The air between two parts."""
        return self.sizes.air


def look_of(large: bool) -> TrendLook:
    """Return the look of normal or of large print."""
    if large:
        body = LARGE.body
        small = replace(LARGE.small, bold=False)
        heading = replace(HEADING, size=24, leading=30, before=0, after=2)
        return TrendLook(LARGE, heading, replace(body, bold=True), body, small, 4, 1.8, 18, 300)
    body = Type(10.5, 15, COLOURS.ink)
    heading = replace(HEADING, size=14, leading=18, before=0, after=1)
    strong = replace(body, bold=True, start=False)
    return TrendLook(NORMAL, heading, strong, body, SMALL, 8, 1.25, 9, 500)


def write_trend(
    trend: TeamTrend,
    target: BinaryIO | Path,
    *,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write what may be seen of a team over time.

    A file at a path is written whole or not at all; raises WorkshopProblem when the disk
    refuses it.
    """
    look = look_of(large)
    story = Stack([*_head(trend, look), *_lines(trend, look), *_closes(trend, look)])
    promise = promise_of(
        point.tally.unanimous and not point.talked_only
        for line in trend.lines
        for point in line.points
    )
    furniture = furniture_of(_("Over time"), trend.team, promise, look.sizes, printed_on)
    write_story(story, furniture, target, cancelled)


def promise_of(unanimous: Iterator[bool]) -> str:
    """Say what can be traced to a person, and never more than is true."""
    if any(unanimous):
        return _("Counts only. Where all chose the same point, everyone’s vote is known.")
    return _("Counts only: no vote can be traced to a person.")


def _head(trend: TeamTrend, look: TrendLook) -> Iterator[Block]:
    yield Heading(trend.team or _("Over time"), look.sizes.title)
    meetings = trend.meetings
    if meetings:
        first, last = (movements.short_day(day) for day, _n in (meetings[0], meetings[-1]))
        said = _("Over time: {0} to {1}").format(first, last)
        yield Prose(said, replace(look.sizes.lead, after=look.air))
    if not trend.lines:
        yield Prose(movements.nothing_rated(), look.body)
        return
    for key in (trend_faces.picture_key(), trend_faces.points_key(trend)):
        if key:
            yield Prose(key, replace(look.small, after=2))


def _lines(trend: TeamTrend, look: TrendLook) -> Iterator[Block]:
    for line in trend.lines:
        yield Whole(Stack(list(_line(line, look))), tall=look.tall)
    if any(line.latest for line in trend.lines):
        yield Prose(movements.chance_note(), replace(look.body, before=3 * look.air))


def _line(line: TrendLine, look: TrendLook) -> Iterator[Block]:
    code, shift = badge(line.subject.mark, look.badge), line.latest
    said = Stack(
        [
            Heading(line.subject.short_name, look.heading, level=1),
            Prose(
                [
                    Span(movements.headline(shift), True, COLOURS.accent),
                    Span(f" · {movements.middles(line)}"),
                ],
                replace(look.body, start=False, keep_with_next=True),
            ),
            Prose(movements.span_words(line), look.small),
        ]
    )
    air = 3 * look.air
    yield Row((code, said), (code.wide, None), gap=12, before=air, after=6, keep_with_next=True)
    colour = dimension_colour(line.subject.mark)
    told = trend_faces.points_in_words(line)
    yield from pictures(trend_faces.faces(line), SCALE, colour, told, look)
    yield _reading(movements.reading(shift), look)
    if shift is None:
        return
    own = movements.felt_words(line.points[-1].felt)
    if own:
        words = [Span(_("The team’s own answer, by hands: "), True), Span(own)]
        yield Prose(words, replace(look.body, before=4))
    for figure in movements.figures(shift):
        words = [Span(f"{figure.name}: ", True), Span(figure.value)]
        yield Prose(words, replace(look.small, before=2))


def pictures(
    faces: Sequence[Face], numbers: Sequence[int], colour: str, told: str, look: TrendLook
) -> Iterator[Block]:
    """Yield the picture of some columns, or several below each other where it is too wide."""
    parts = _parts(faces, look.beside)
    for number, part in enumerate(parts):
        if number and part[0].broken:
            yield Prose(f"{part[0].broken}:", replace(look.small, before=4, keep_with_next=True))
            part[0] = replace(part[0], broken="")
        drawing = trend_drawing(
            [Column(face.counts, face.framed, bool(face.broken)) for face in part],
            [ColumnWords(face.under, face.instead, face.broken) for face in part],
            numbers,
            colour,
            pens(),
            width=COLUMN,
            size=look.picture,
        )
        picture = Picture(drawing, "" if number else told)
        picture.before, picture.after = 2, 6
        picture.keep_with_next = part is parts[-1]
        yield picture


def _parts(faces: Sequence[Face], most: int) -> list[list[Face]]:
    """Cut columns into as few parts as hold them, each about as wide as the others."""
    rows = ceil(len(faces) / most)
    ends = [len(faces) * n // rows for n in range(rows + 1)]
    return [list(faces[start:end]) for start, end in pairwise(ends)]


def _reading(words: str, look: TrendLook) -> Block:
    said = Prose([Span(_("Read this as: "), True, COLOURS.accent), Span(words)], look.body)
    return Panel(said, COLOURS.accent_soft, padding=look.air + 2, before=2, after=4)


def _closes(trend: TeamTrend, look: TrendLook) -> Iterator[Block]:
    hands = [h for h in trend_faces.shows_of_hands() if trend_faces.hand_faces(trend.closes, h)]
    words = [close for close in trend.closes if close.words]
    if not hands and not words:
        return
    yield Heading(_("How we finished"), replace(look.heading, before=4 * look.air, after=4))
    for one in hands:
        yield Whole(Stack(list(_hands(one, trend, look))), tall=look.tall)
    if words:
        yield Prose(_("One word each"), replace(look.strong, before=look.air, keep_with_next=True))
    for close in words:
        day = Span(f"{movements.short_day(close.held_on)}: ", True, COLOURS.muted)
        spans = [day, Span("  ·  ".join(close.words))]
        yield Prose(spans, replace(look.body, before=3))


def _hands(hands: Hands, trend: TeamTrend, look: TrendLook) -> Iterator[Block]:
    faces = trend_faces.hand_faces(trend.closes, hands)
    yield Prose(hands.title, replace(look.strong, before=look.air, keep_with_next=True))
    told = trend_faces.hands_in_words(faces, hands.answers)
    yield from pictures(faces, hands.answers, COLOURS.accent, told, look)
    yield _reading(hands.reading, look)
