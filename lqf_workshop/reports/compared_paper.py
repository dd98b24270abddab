"""Several teams side by side on paper: rows in the order of their names, and no total."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.charts.drawings import vote_drawing
from lqf_workshop.charts.strokes import enlarged
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.trend import Compared, TeamVote
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Whole
from lqf_workshop.reports.handout import furniture_of, write_story
from lqf_workshop.reports.look import COLOURS, dimension_colour, pens
from lqf_workshop.reports.pieces import Heading, badge
from lqf_workshop.reports.prose import Prose
from lqf_workshop.reports.rows import Align, Panel, Picture, Row, Ruled
from lqf_workshop.reports.trend_paper import TrendLook, look_of, promise_of
from lqf_workshop.scenes import movements
from lqf_workshop.scenes.findings import middle_span
from lqf_workshop.wording import _

MANY, ON_PAGE, ON_LARGE_PAGE = 10, 8, 3
"""More teams than this stand in parts of so many as fit a page, in normal and in large print."""
NEARLY_A_PAGE = 690.0
_TEAM = 170.0
_DOTS = (190.0, 28.0)


def write_compared(
    compared: Sequence[Compared],
    target: BinaryIO | Path,
    *,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write several teams side by side, dimension by dimension.

    A file at a path is written whole or not at all; raises WorkshopProblem when the disk
    refuses it.
    """
    look = look_of(large)
    title = _("Teams side by side")
    reading = Panel(
        Prose(movements.compared_reading(), look.body),
        COLOURS.accent_soft,
        padding=look.air + 2,
        before=4,
    )
    parts = [
        Whole(Stack(list(part)), tall=look.tall if len(one.votes) <= MANY else NEARLY_A_PAGE)
        for one in compared
        for part in _parts(one, look, large)
    ]
    if not parts:
        parts = [Whole(Prose(movements.nothing_rated(), look.body))]
    story = Stack([Heading(title, look.sizes.title), reading, *parts])
    tallies = (vote.tally for one in compared for vote in one.votes if vote.tally is not None)
    promise = promise_of(tally.unanimous for tally in tallies)
    write_story(story, furniture_of(title, "", promise, look.sizes, printed_on), target, cancelled)


def _parts(one: Compared, look: TrendLook, large: bool) -> Iterator[Iterator[Block]]:
    """Yield a dimension, or as many parts as many teams need, each with its name and points."""
    teams = len(one.votes)
    size = max(1, teams) if teams <= MANY else ON_LARGE_PAGE if large else ON_PAGE
    for first in range(0, max(1, teams), size):
        yield _part(one, range(first, min(first + size, teams)), look, large)


def _part(one: Compared, rows: range, look: TrendLook, large: bool) -> Iterator[Block]:
    code = badge(one.subject.mark, look.badge)
    points = " · ".join(f"{n} {word}" for n, word in enumerate(one.wording.points, 1))
    title = replace(look.heading, keep_with_next=True)
    name = one.subject.short_name
    said: list[Block] = [Prose(name, title) if rows.start else Heading(name, look.heading, level=1)]
    if points:
        said.append(Prose(points, look.small))
    if len(rows) < len(one.votes):
        told = movements.some_teams(rows.start + 1, rows.stop, len(one.votes))
        said.append(Prose(told, look.small))
    named = Stack(said)
    air = 3 * look.air
    yield Row((code, named), (code.wide, None), gap=12, before=air, after=4, keep_with_next=True)
    for vote in one.votes[rows.start : rows.stop]:
        cells = list(_cells(vote, one.subject.mark, look, large))
        shown: Block = (
            Stack(cells) if large else Row(cells, (_TEAM, None), gap=18, align=Align.MIDDLE)
        )
        yield Whole(Ruled(shown, COLOURS.line, above=6, below=6))
    for words in movements.apart_words(one) if rows.stop == len(one.votes) else ():
        yield Prose(words, replace(look.small, before=5))


def _cells(vote: TeamVote, mark: str, look: TrendLook, large: bool) -> Iterator[Block]:
    said: list[Block] = [Prose(vote.team, look.strong)]
    said.append(Prose(movements.short_day(vote.held_on), look.small))
    if vote.tally is None:
        yield Stack(said)
        yield Prose(movements.team_words(vote), look.small)
        return
    said.append(Prose(movements.team_words(vote), look.small))
    yield Stack(said)
    yield _dots(vote.tally, mark, large)


def _dots(tally: Tally, mark: str, large: bool) -> Block:
    width, height = _DOTS
    drawing = vote_drawing(
        tally.counts,
        None,
        middle_span(tally),
        dimension_colour(mark),
        pens(),
        width=width,
        height=height,
    )
    if large:
        drawing = enlarged(drawing, 2, pens())
    return Picture(drawing, movements.counts_in_words(tally))
