"""A person's own development page: with what they typed, or lines and boxes for a pen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.library.reference.development import DevelopmentPage, Question, questions
from lqf_workshop.library.reference.sheets import Passage
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Boxes, Whole, WritingLines, choices
from lqf_workshop.reports.handout import LARGE, NORMAL, Print, furniture_of, write_story
from lqf_workshop.reports.look import COLOURS
from lqf_workshop.reports.pieces import Heading, badge
from lqf_workshop.reports.prose import Prose, Span
from lqf_workshop.reports.rows import Align, Panel, Row
from lqf_workshop.wording import _

_ELEMENTS = 150
"""Width of the names of elements, in points."""


def write_development_page(
    page: DevelopmentPage,
    target: BinaryIO | Path,
    *,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the page: what was typed, and lines where nothing was.

    What the file says of itself is the same for everybody, and no typed word leads to a
    bookmark. A file at a path is written whole or not at all; raises WorkshopProblem when the
    disk refuses it.
    """
    look = LARGE if large else NORMAL
    promise = _("Private. It is stored nowhere: this paper is the only copy.")
    furniture = furniture_of(_("My development page"), "", promise, look, printed_on)
    furniture = replace(furniture, right=_("For yourself"))
    story = Stack([*_head(page, look), *_chosen(page, look), *_answers(page, look)])
    write_story(story, furniture, target, cancelled)


def _head(page: DevelopmentPage, look: Print) -> Iterator[Block]:
    yield Heading(_("My development page"), look.title)
    mark = [Span(_("Private."), True), Span(" " + _("Take it with you. Nobody collects it."))]
    yield Panel(
        Prose(mark, look.body),
        COLOURS.accent_soft,
        border=COLOURS.accent,
        padding=look.air + 1,
        before=look.air,
        after=look.air,
    )


def _chosen(page: DevelopmentPage, look: Print) -> Iterator[Block]:
    """Yield level and dimensions as they were chosen, or boxes to tick them."""
    name = replace(look.name, before=look.air + 4, after=2)
    large = look is LARGE
    boxes = Boxes(look.box, look.box / 2, look.body, look.body, look.air / 2 + 1)
    if page.level:
        words = [Span(_("My role level:"), True), Span(f" {page.level}")]
        yield Prose(words, replace(look.body, before=look.air))
    else:
        ticks = choices(page.levels, boxes, 1 if large else 2)
        yield Whole(Stack([Prose(_("My role level"), name), ticks]))
    if page.good:
        for passage in page.good:
            yield from _good(passage, look)
    else:
        ticks = choices(page.dimensions, boxes, 1 if large else 2)
        yield Whole(Stack([Prose(_("What I look at"), name), ticks]))


def _good(passage: Passage, look: Print) -> Iterator[Block]:
    """Yield what good looks like in one dimension, in a panel of its own."""
    code = badge(passage.key, 1.8 if look is LARGE else 1)
    title = Heading(passage.title, replace(look.name, keep_with_next=True), level=1)
    blocks: list[Block] = [
        Row((code, title), (code.wide, None), gap=10, align=Align.MIDDLE, keep_with_next=True),
        Prose(passage.lead, replace(look.body, bold=True, before=look.air - 2, after=2)),
    ]
    for row in passage.rows:
        label = replace(look.body, colour=COLOURS.accent, keep_with_next=look is LARGE)
        cells = (Prose(row.label, label), Prose(row.text, look.body))
        if look is LARGE:
            cells[0].before = look.air / 2
            blocks += cells
        else:
            blocks.append(Row(cells, (_ELEMENTS, None), before=3, after=2))
    panel = Panel(Stack(blocks), COLOURS.accent_soft, padding=look.air + 4, after=look.air)
    panel.before = look.air + 3
    yield panel


def _answers(page: DevelopmentPage, look: Print) -> Iterator[Block]:
    """Yield each question with its answer or its lines; two short ones stand side by side."""
    waiting: list[Block] = []
    for question in questions():
        block = Stack(list(_answer(question, page.words.get(question.code, "").strip(), look)))
        if question.short and look is not LARGE:
            waiting.append(block)
            continue
        yield from _side_by_side(waiting)
        waiting = []
        yield Whole(block, tall=300)
    yield from _side_by_side(waiting)


def _side_by_side(blocks: list[Block]) -> Iterator[Block]:
    if blocks:
        yield Row(blocks, [None] * len(blocks), gap=24, before=blocks[0].before)


def _answer(question: Question, text: str, look: Print) -> Iterator[Block]:
    yield Prose(
        question.name, replace(look.name, before=2 * look.air, after=1, keep_with_next=True)
    )
    if text:
        yield Prose(text, replace(look.body, before=3))
        return
    yield Prose(question.hint, replace(look.small, bold=False, keep_with_next=True))
    yield WritingLines(question.lines, look.pitch)
