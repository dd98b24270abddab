"""Voting slips: a quarter of a page each, or a page each in large print.

The boxes stand at the same height on every slip, so a pile is counted by leafing through it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lqf_workshop.domain.slip import Slip
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.reports.flow import Block, Stack, pages
from lqf_workshop.reports.forms import Boxes, Poles, answers, choices
from lqf_workshop.reports.letterhead import one_line
from lqf_workshop.reports.look import COLOURS
from lqf_workshop.reports.page import HEIGHT, WIDTH, Cancelled, Label, bound
from lqf_workshop.reports.pieces import subject_badge
from lqf_workshop.reports.prose import Prose, Type
from lqf_workshop.reports.rows import Align, Nothing, Row, Ruled
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole

_INK, _MUTED = COLOURS.ink, COLOURS.muted


@dataclass(frozen=True, slots=True)
class Format:
    """How a page is cut up, and the type and boxes of each part; lengths in points.

    ``boxes`` are set closer than ``alone``, to leave room for the ``roles`` under them.
    """

    columns: int
    rows: int
    side: float
    edge: float
    air: float
    badge: float
    head: Type
    name: Type
    plain: Type
    ask: Type
    small: Type
    boxes: Boxes
    alone: Boxes
    roles: Boxes

    @property
    def parts(self) -> int:
        """How many slips a page holds."""
        return self.columns * self.rows

    @property
    def width(self) -> float:
        """The width that words have."""
        return WIDTH / self.columns - 2 * self.side

    @property
    def height(self) -> float:
        """The height that words have."""
        return HEIGHT / self.rows - 2 * self.edge

    def place(self, number: int) -> tuple[float, float]:
        """Return the left and the top of a part's words, parts counted as one reads."""
        row, column = divmod(number, self.columns)
        return WIDTH / self.columns * column + self.side, HEIGHT * (1 - row / self.rows) - self.edge


def _number(size: float) -> Type:
    return Type(size, size * 1.2, _INK, bold=True, tag="Lbl")


QUARTER = Format(
    columns=2,
    rows=2,
    side=24,
    edge=20,
    air=9,
    badge=1.1,
    head=Type(9, 12, _MUTED, start=False),
    name=Type(13, 15.5, _INK, bold=True, tag="H2"),
    plain=Type(10.5, 13.5, _INK),
    ask=Type(10.5, 13.5, _INK, bold=True),
    small=Type(10, 13, _MUTED, start=False),
    boxes=Boxes(20, 8, _number(14), Type(10, 12, _INK, tag="LBody"), 4),
    alone=Boxes(25, 9, _number(17), Type(11, 13.5, _INK, tag="LBody"), 8),
    roles=Boxes(13, 6, Type(9.5, 12, _INK), Type(9.5, 12, _INK), 4.5),
)
LARGE = Format(
    columns=1,
    rows=1,
    side=54,
    edge=42,
    air=16,
    badge=1.9,
    head=Type(18, 22, _MUTED, start=False),
    name=Type(25, 30, _INK, bold=True, tag="H2"),
    plain=Type(19, 26, _INK),
    ask=Type(20, 26, _INK, bold=True),
    small=Type(18, 22, _MUTED, start=False),
    boxes=Boxes(38, 14, _number(28), Type(18.5, 23, _INK, tag="LBody"), 11),
    alone=Boxes(44, 16, _number(32), Type(20, 25, _INK, tag="LBody"), 18),
    roles=Boxes(24, 10, Type(18, 22, _INK), Type(18, 22, _INK), 8),
)


class _Laid(NamedTuple):
    """A slip as it will be drawn, as often as needed; ``parts`` are a page's worth each."""

    slip: Slip
    format: Format
    parts: tuple[Block, ...]


def write_slips(
    slips: Sequence[Slip],
    copies: int,
    target: BinaryIO | Path,
    *,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write ``copies`` of each slip as a PDF. A file at a path is written whole or not at all.

    Pages are filled slip after slip, the copies of one together, with no part left empty before
    the end. In large print each has a page of its own, and so has, at any size, a slip whose
    words need more than a quarter. ``cancelled`` is asked before each page; once it says yes,
    nothing is written. Raises WorkshopProblem when there is nothing to print, or the disk
    refuses the file.
    """
    if not slips or copies < 1:
        raise WorkshopProblem(_("There is no slip to print. Choose what to vote on, and how many."))
    title = _("Voting slips, large print") if large else _("Voting slips")
    label = Label(title, _("Voting slips"), printed_on or date.today())
    try:
        content = bound(slip_pages(slips, copies, large), label, cancelled)
    except Cancelled:
        return
    write_whole(content, target)


def slip_pages(
    slips: Sequence[Slip], copies: int, large: bool
) -> Iterator[Callable[[Sheet], None]]:
    """Yield what draws each page, for one file or as part of another."""
    laid = [_laid(slip, large) for slip in slips]
    for form, group in groupby(laid, key=attrgetter("format")):
        told = [
            (part, one.slip if copy == number == 0 else None)
            for one in group
            for copy in range(copies)
            for number, part in enumerate(one.parts)
        ]
        for begin in range(0, len(told), form.parts):
            yield partial(_page, form, told[begin : begin + form.parts])


def _page(form: Format, told: Sequence[tuple[Block, Slip | None]], sheet: Sheet) -> None:
    """Draw a page of slips; the first of a kind can be found in the reader's list of contents."""
    if form.rows > 1:
        sheet.cut(0, HEIGHT / 2, WIDTH, HEIGHT / 2, COLOURS.control)
    if form.columns > 1:
        sheet.cut(WIDTH / 2, 0, WIDTH / 2, HEIGHT, COLOURS.control)
    for number, (part, first) in enumerate(told):
        x, top = form.place(number)
        if first is not None:
            sheet.bookmark(first.subject.name, 0, top)
        with sheet.inside("Sect"):
            part.draw(sheet, x, top, form.width)


def _laid(slip: Slip, large: bool) -> _Laid:
    """Lay a slip out on a quarter if its words fit there, or else on as many pages as it needs."""
    for form in (LARGE,) if large else (QUARTER, LARGE):
        top, foot = _about(slip, form), _answered(slip, form)
        whole = Poles(top, foot, form.height)
        if whole.spare(form.width) >= form.air / 2:
            return _Laid(slip, form, (whole,))
    room = form.height
    return _Laid(slip, form, tuple(pages(Stack([top, foot]), form.width, room, room)))


def _about(slip: Slip, form: Format) -> Block:
    """Return what the vote is about: badge, name and plain words."""
    subject = slip.subject
    badge = subject_badge(subject, form.badge)
    named = Row(
        (badge, Prose(subject.name, form.name)),
        (badge.wide, None),
        align=Align.MIDDLE,
        before=form.air,
    )
    plain = Prose(subject.plain, replace(form.plain, before=form.air * 0.75))
    if not slip.issue:
        return Stack([_head(slip, form), named, plain])
    told = _("The issue: {0}").format(slip.issue)
    issue = Prose(told, replace(form.small, before=form.air / 3))
    return Stack([_head(slip, form), named, plain, issue])


def _head(slip: Slip, form: Format) -> Block:
    """Say whose slip it is and for which vote, above a line."""
    round_words = Prose(_round(slip.round_number), replace(form.head, bold=True, colour=_INK))
    width = round_words.natural_width()
    team = one_line(slip.team, form.head, form.width - width - 12)
    row = Row((team, round_words), (None, width), align=Align.MIDDLE)
    return Ruled(row, COLOURS.control, below=form.air / 2)


def _round(number: int) -> str:
    return {1: _("First vote"), 2: _("Second vote")}.get(number, _("Voting slip"))


def _answered(slip: Slip, form: Format) -> Block:
    """Return the question, the boxes, and the promise."""
    boxes = form.boxes if slip.levels else form.alone
    ask = replace(form.ask, before=form.air)
    blocks = [Prose(slip.scale.ask, ask), answers(slip.scale, boxes)]
    if slip.levels:
        names = [name for _code, name in slip.levels]
        role = Prose(_("My role (one more tick)"), replace(form.ask, before=form.air * 1.25))
        blocks += [role, choices(names, form.roles)]
    promise = Prose(_("No name. One tick. Fold it and hand it in."), form.small)
    line = Ruled(Nothing(), COLOURS.control)
    line.before, line.after = form.air, form.air / 2
    return Stack([*blocks, line, promise])
