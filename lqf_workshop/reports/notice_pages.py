"""Papers about data protection: the privacy notice, and the screening sheet to tick by pen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from lqf_workshop.domain.notices import Notice, NoticePart, Question, Screening
from lqf_workshop.domain.scenario import Fact
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Middle, TickBox, Whole, WritingLines, ticked
from lqf_workshop.reports.handout import LARGE, Print, furniture_of
from lqf_workshop.reports.look import COLOURS
from lqf_workshop.reports.page import COLUMN, Furniture
from lqf_workshop.reports.pieces import Heading, bullets
from lqf_workshop.reports.prose import Prose, Span
from lqf_workshop.reports.rows import Align, Nothing, Row, Ruled, Table
from lqf_workshop.wording import _, month

_APART = 22.0
"""The air between two columns of words."""
_ANSWER = 46.0
"""Width of the column of one answer."""


def privacy_notice(
    notice: Notice, provider: str, look: Print, printed_on: date | None
) -> tuple[Block, Furniture]:
    """Return the notice with the organisation's name in it; a pen fills in what is not known."""
    story = Stack([*_privacy(notice, provider, look), *_law(notice.law, look)])
    promise = _("Version {0}. Words to begin from, not legal advice.").format(notice.version)
    return story, replace(
        furniture_of(notice.name, "", promise, look, printed_on), provider=provider
    )


def _privacy(notice: Notice, provider: str, look: Print) -> Iterator[Block]:
    yield Heading(notice.name, look.title)
    yield Prose(notice.lead, replace(look.lead, after=look.air))
    if not provider:
        yield _pen(_("Organisation:"), look)
    name = provider or _("Our organisation")
    parts = [part.for_provider(name) for part in notice.parts]
    if look is LARGE:
        yield from (_whole(part, look) for part in parts)
    else:
        yield _in_columns(parts, look)


def _in_columns(parts: Sequence[NoticePart], look: Print) -> Block:
    """Return the parts in two columns as even as they can be, so that a notice is one page."""
    laid = [_whole(part, look) for part in parts]
    width = (COLUMN - _APART) / 2
    halves = [(Stack(laid[:n]), Stack(laid[n:])) for n in range(1, len(laid))]
    best = min(halves, key=lambda pair: max(half.height(width) for half in pair))
    return Row(best, (None, None), gap=_APART)


def _whole(part: NoticePart, look: Print) -> Block:
    return Whole(Stack(list(_part(part, look))), tall=420 if look is LARGE else 240)


def screening_sheet(
    screening: Screening, team: str, provider: str, look: Print, printed_on: date | None
) -> tuple[Block, Furniture]:
    """Return the questions with boxes, what the app does about each, and what to do next."""
    asked = _stacked if look is LARGE else _table
    blocks: list[Block] = [
        Heading(screening.name, look.title),
        Prose(screening.lead, replace(look.lead, after=look.air * 1.5)),
        *asked(screening.questions, look),
        *(_whole(part, look) for part in screening.after),
        *_law(screening.law, look),
    ]
    promise = _("Version {0}. A help to decide, not legal advice.").format(screening.version)
    furniture = furniture_of(screening.name, team, promise, look, printed_on)
    return Stack(blocks), replace(furniture, provider=provider)


def _answers() -> tuple[str, str, str]:
    return _("Yes"), _("No"), _("Not sure")


def _table(questions: Sequence[Question], look: Print) -> list[Block]:
    widths = (None, _ANSWER, _ANSWER, _ANSWER)
    head = Row(
        [Prose("", look.small), *(Middle(Prose(word, look.small)) for word in _answers())],
        widths,
        gap=0,
        align=Align.FOOT,
        tags=("TR", "TH"),
    )
    rows: list[Block] = [
        Ruled(
            Row(
                (_question(n, one, look), *(TickBox(look.box, middle=True) for _one in range(3))),
                widths,
                gap=0,
                align=Align.MIDDLE,
                tags=("TR", "TD"),
            ),
            COLOURS.line,
            above=5,
            below=6,
        )
        for n, one in enumerate(questions, 1)
    ]
    return [Table(Ruled(head, COLOURS.ink, below=4), rows)]


def _stacked(questions: Sequence[Question], look: Print) -> list[Block]:
    found: list[Block] = []
    for n, one in enumerate(questions, 1):
        boxes = [ticked(word, look.body, look.box, look.box / 3) for word in _answers()]
        row = Row(boxes, [None] * len(boxes), before=look.air / 2)
        asked = Ruled(Stack([_question(n, one, look), row]), COLOURS.line, above=10, below=12)
        found.append(Whole(asked))
    return found


def _question(number: int, one: Question, look: Print) -> Block:
    ask = Prose([Span(f"{number}  "), Span(one.ask)], replace(look.body, bold=True))
    return Stack([ask, Prose(one.here, replace(look.body, colour=COLOURS.muted, before=1))])


def _part(part: NoticePart, look: Print) -> Iterator[Block]:
    """Yield a part: its title, its lines, boxes to tick and lines for a pen."""
    yield Heading(part.title, replace(look.name, before=look.air * 1.4, after=2), level=1)
    if len(part.lines) == 1:
        yield Prose(part.lines[0], look.body)
    else:
        yield from bullets(part.lines, replace(look.body, after=2))
    for words in part.boxes:
        box = ticked(words, look.body, look.box, look.box / 2)
        box.before = look.air * 0.8
        yield box
    for label in part.pen:
        yield _pen(label, look)


def _pen(label: str, look: Print) -> Block:
    """Return a line for a pen, after what it is for."""
    line = WritingLines(1, look.pitch)
    if not label:
        return line
    words = Prose(label, look.body)
    return Row((words, line), (words.natural_width(), None), align=Align.FOOT)


def _law(law: Iterable[Fact], look: Print) -> Iterator[Block]:
    """Yield what a paper rests on, each with its source and the day it was checked."""
    small = replace(look.small, bold=False, keep_with_next=False)
    line = Ruled(Nothing(), COLOURS.line, keep_with_next=True)
    line.before = look.air * 2
    yield line
    yield Prose(_("What this rests on"), replace(look.small, before=5, after=2))
    for fact in law:
        day = fact.checked_on
        checked = _("checked on {0}").format(f"{day.day} {month(day)} {day.year}")
        words = [Span(fact.text + " "), Span(f"{fact.source}, {checked}.")]
        yield Prose(words, replace(small, after=2))
