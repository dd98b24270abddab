"""The summary's pages about what was explored: cards with their piles, activities, take-aways.

What a team filled in looks as it does on a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lqf_workshop.charts.drawings import hands_drawing
from lqf_workshop.domain.canvas import Canvas
from lqf_workshop.domain.summary import (
    ActivityNotes,
    CardNotes,
    Filled,
    PileNotes,
    TakeAway,
    WorkshopSummary,
)
from lqf_workshop.reports.canvases import Written
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.handout import NORMAL
from lqf_workshop.reports.look import BODY, COLOURS, LABEL, MUTED, PART, SMALL, pens
from lqf_workshop.reports.page import COLUMN
from lqf_workshop.reports.pieces import Heading, badge, bullets
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Panel, Picture, Row, Ruled
from lqf_workshop.scenes.explored import (
    dots_reading,
    dots_words,
    held_words,
    piled_words,
    piles_title,
    stopped_words,
    taken_titles,
)
from lqf_workshop.wording import _

_LOOK = replace(NORMAL, body=Type(11, 15, COLOURS.ink))
_TITLE = Type(13, 18, COLOURS.ink, bold=True, start=False, keep_with_next=True, tag="H3")
_NAME = Type(11, 16, COLOURS.ink, bold=True, keep_with_next=True)
_COUNT = Type(11, 16, COLOURS.muted, start=False)
_PADDING = 14.0
_DOTS = 120.0


def explored(summary: WorkshopSummary) -> list[Block]:
    """Return "What we explored": each card, then each activity, or nothing."""
    blocks: list[Block] = [_card(card) for card in summary.cards]
    for one in summary.activities:
        blocks += _activity(one)
    return [Heading(_("What we explored")), *blocks] if blocks else []


def _card(card: CardNotes) -> Block:
    blocks: list[Block] = [
        Heading(card.title, replace(PART, before=0), level=1),
        Prose(card.situation, replace(SMALL, after=4)),
    ]
    blocks += _piles(card)
    for prompt in card.prompts:
        if prompt.piled or any(note.strip() for note in prompt.notes):
            blocks.append(Prose(prompt.prompt, replace(PART, before=8)))
            blocks += bullets(prompt.notes)
        if prompt.piled:
            blocks.append(Prose(piled_words(prompt.piled), SMALL))
    blocks += _filled(card.filled, COLUMN - 2 * _PADDING)
    if card.silent:
        blocks.append(Prose(_("We wrote nothing down about this card."), SMALL))
    if card.facts:
        blocks.append(Prose(_("From the back of the card"), replace(LABEL, before=10)))
        blocks += [Prose(fact, replace(SMALL, after=3)) for fact in card.facts]
    return Panel(Stack(blocks), COLOURS.accent_soft, padding=_PADDING)


def _piles(card: CardNotes) -> list[Block]:
    """Return the piles, those with most dots first where dots were shown."""
    if not card.piles and not card.dotted:
        return []
    blocks: list[Block] = [Prose(piles_title(card), replace(PART, before=8))]
    if card.dotted:
        blocks.append(Prose(dots_reading(card.piles), replace(BODY, keep_with_next=True, after=2)))
    return [*blocks, *(_pile(pile) for pile in card.piles)]


def _pile(pile: PileNotes) -> Block:
    """Return a pile's name, its dots, and its answers; an answer by itself is its own name."""
    name, notes = (pile.name, pile.notes) if pile.name else (pile.notes[0], ())
    words = Prose(name, replace(_NAME, bold=bool(pile.name) or pile.most))
    head: Block = words
    if pile.dots is not None:
        told = Prose(dots_words(pile.dots), replace(_COUNT, bold=pile.most))
        drawn = Picture(hands_drawing(pile.dots, pens(), width=_DOTS))
        row = (words, drawn, told)
        head = Row(row, (None, _DOTS, 58), align=Align.MIDDLE, keep_with_next=bool(notes))
    return Ruled(Stack([head, *bullets(notes)]), COLOURS.control, above=4, below=4)


def _activity(one: ActivityNotes) -> list[Block]:
    """Return an activity under its name and its dimension."""
    title: Block = Heading(one.name, _TITLE, level=1)
    if one.dimension is not None:
        mark = badge(one.dimension.mark)
        title = Row((mark, title), (mark.wide, None), align=Align.MIDDLE, keep_with_next=True)
    title.before = 14
    blocks = [title]
    if one.issue:
        spans = [Span(_("Our issue:") + " ", colour=COLOURS.muted), Span(one.issue)]
        blocks.append(Prose(spans, replace(BODY, before=3, keep_with_next=True)))
    if one.stopped:
        blocks.append(Prose(stopped_words(), replace(MUTED, before=3, keep_with_next=True)))
    blocks += _filled(one.filled)
    blocks[-1].after = max(blocks[-1].after, 10)
    return blocks


def _filled(filled: Filled, width: float = COLUMN) -> list[Block]:
    blocks = [block for canvas in filled.canvases for block in _canvas(canvas, width)]
    for name in filled.held_back:
        blocks.append(Prose(held_words(name), replace(SMALL, before=8)))
    return blocks


def _canvas(canvas: Canvas, width: float) -> list[Block]:
    pieces = Written(canvas, _LOOK, width)
    pieces.before = max(pieces.before, 4)
    return [Prose(canvas.name, PART), pieces]


# What we take away


def take_aways(summary: WorkshopSummary) -> list[Block]:
    """Return "What we take away": agreements, a question, what to watch, steps; or nothing."""
    blocks: list[Block] = []
    for takes, title in taken_titles().items():
        found = [one for one in summary.taken if one.takes is takes]
        if found:
            blocks.append(Heading(title, PART, level=1))
            blocks += _lines(found)
    return [Heading(_("What we take away")), *blocks] if blocks else []


def _lines(found: Sequence[TakeAway]) -> list[Block]:
    blocks: list[Block] = []
    for one in found:
        blocks += bullets(one.lines)
        blocks[-1].keep_with_next = True
        source = _("From: {0}").format(one.source)
        blocks.append(Row((Prose("", SMALL), Prose(source, SMALL)), (5, None), gap=7, after=6))
    return blocks
