"""Sheets to fill in by hand: the strengths people have seen, and how sure they feel of a skill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.domain.framework import Idea, Scale, ScalePoint
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Listed, Middle, TickBox, Whole, WritingLines, ticked
from lqf_workshop.reports.handout import LARGE, NORMAL, Print, furniture_of, write_story
from lqf_workshop.reports.look import COLOURS
from lqf_workshop.reports.pieces import Heading
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Nothing, Panel, Row, Ruled
from lqf_workshop.wording import _


def write_strengths_sheet(
    attributes: Sequence[Idea],
    team: str,
    target: BinaryIO | Path,
    *,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the sheet on which a person notes which attributes they have seen, and when.

    Attributes are spotted, never scored: there is no number on it. A file at a path is written
    whole or not at all; raises WorkshopProblem when the disk refuses it.
    """
    look = LARGE if large else NORMAL
    _something(attributes)
    lead = _("Think of the last month: tick what you have seen, and write the moment down.")
    one = _("Then tick one that we need more of.")
    title = Heading(_("Strengths we have seen"), look.title)
    lines = Prose(f"{lead}\n{one}", replace(look.lead, after=look.air))
    row = _strength_large if large else _strength
    rows = [row(idea, look) for idea in attributes]
    story = Stack([title, lines, Ruled(Nothing(), COLOURS.ink), *rows])
    promise = _("No names needed. Nothing here is a score.")
    furniture = furniture_of(_("Strengths sheet"), team, promise, look, printed_on)
    write_story(story, furniture, target, cancelled)


def _strength(idea: Idea, look: Print) -> Block:
    """Return one attribute: its meaning at the left, what to tick and write at the right."""
    meaning = Stack([Prose(idea.name, look.name), Prose(idea.plain, look.body)])
    pen = Stack([_seen(look), WritingLines(2, look.pitch)])
    row = Row((meaning, pen), (176, None), gap=18, before=2 * look.air)
    return Whole(row)


def _strength_large(idea: Idea, look: Print) -> Block:
    name = Prose(idea.name, replace(look.name, before=2 * look.air))
    blocks = [name, Prose(idea.plain, replace(look.body, after=8))]
    return Whole(Stack([*blocks, _seen(look), WritingLines(2, look.pitch)]))


def _seen(look: Print) -> Block:
    """Return the two boxes of an attribute: seen, and the one to have more of."""
    seen = ticked(_("I have seen this"), look.body, look.box, look.box / 2)
    more = ticked(_("One we need more of"), look.body, look.box, look.box / 2)
    return Row((seen, more), (None, None))


def write_skills_sheet(
    skills: Sequence[Idea],
    scale: Scale,
    issue_title: str,
    team: str,
    target: BinaryIO | Path,
    *,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write one person's sheet for how sure we are of each skill, on one issue.

    A file at a path is written whole or not at all; raises WorkshopProblem when the disk
    refuses it.
    """
    look = LARGE if large else NORMAL
    _something(skills)
    blocks: list[Block] = [Heading(scale.ask, look.title)]
    if issue_title:
        blocks.append(_issue(issue_title, look))
    lead = _("For each skill, tick one box. Think of us as a team, on this issue only.")
    blocks.append(Prose(lead, replace(look.lead, before=look.air, after=look.air * 2)))
    blocks += _skills_large(skills, scale, look) if large else _skills(skills, scale, look)
    promise = _("No names. Fold it and hand it in.")
    furniture = furniture_of(_("Skills sheet"), team, promise, look, printed_on)
    write_story(Stack(blocks), furniture, target, cancelled)


def _issue(title: str, look: Print) -> Block:
    label = Prose(_("The issue"), look.small)
    words = Stack([label, Prose(title, replace(look.name, keep_with_next=False))])
    panel = Panel(words, COLOURS.accent_soft, border=COLOURS.accent, padding=look.air + 5)
    panel.before, panel.after = look.air, look.air
    return panel


def _skills(skills: Sequence[Idea], scale: Scale, look: Print) -> list[Block]:
    """Return a row for each skill, boxes under a head of numbers, and what the numbers mean."""
    head = [_top(point, look) for point in (*scale.points, scale.cant_see)]
    rows: list[Block] = [
        Ruled(_columns(Nothing(), head), COLOURS.ink, below=5, keep_with_next=True)
    ]
    for skill in skills:
        about = Stack([Prose(skill.name, look.name), Prose(skill.plain, look.body)])
        row = _columns(about, _boxes(scale, look.box * 1.6))
        rows.append(Whole(Ruled(row, COLOURS.line, above=12, below=12)))
    return [*rows, *_key(scale, look)]


_POINT, _APART = 48.0, 58.0


def _columns(about: Block, cells: Sequence[Block]) -> Row:
    """Return what a row is about and its cells, the last, which is no point, a little apart."""
    widths = [_POINT] * (len(cells) - 1) + [_APART]
    return Row(
        (about, Row(cells, widths, gap=0, align=Align.FOOT)),
        (None, sum(widths)),
        gap=14,
        align=Align.MIDDLE,
    )


def _top(point: ScalePoint, look: Print) -> Block:
    """Return the head of a column: a number over its word."""
    number = Type(14, 17, COLOURS.ink, bold=bool(point.point), start=False)
    return Stack([Middle(Prose(str(point.point), number)), Middle(Prose(point.word, look.small))])


def _boxes(scale: Scale, side: float) -> list[Block]:
    return [TickBox(side, middle=True) for _point in (*scale.points, scale.cant_see)]


def _skills_large(skills: Sequence[Idea], scale: Scale, look: Print) -> list[Block]:
    """Return what the numbers mean, then each skill over a line of boxes with their words."""
    points = (*scale.points, scale.cant_see)
    blocks = [*_key(scale, look), Ruled(Nothing(), COLOURS.ink, above=look.air)]
    for skill in skills:
        boxes = Row(_boxes(scale, look.box * 1.4), [None] * len(points), gap=0, before=8)
        words = Row([_top_large(point, look) for point in points], [None] * len(points), gap=0)
        about = [Prose(skill.name, look.name), Prose(skill.plain, look.body), boxes, words]
        blocks.append(Whole(Ruled(Stack(about), COLOURS.line, above=look.air, below=look.air)))
    return blocks


def _top_large(point: ScalePoint, look: Print) -> Block:
    number = replace(look.name, bold=bool(point.point), tag="P")
    return Stack([Middle(Prose(str(point.point), number)), Middle(Prose(point.word, look.body))])


def _key(scale: Scale, look: Print) -> list[Block]:
    """Say what each number means."""
    head = Prose(_("What the numbers mean"), replace(look.name, before=look.air * 2, after=3))
    points = [_meaning(point, look, ": ") for point in scale.points]
    return [head, Listed([*points, _meaning(scale.cant_see, look, " ")])]


def _meaning(point: ScalePoint, look: Print, apart: str) -> Block:
    number = replace(look.body, bold=bool(point.point), tag="Lbl")
    words = [Span(point.word, bold=True), Span(apart + point.meaning)]
    row = (Prose(str(point.point), number), Prose(words, replace(look.body, tag="LBody")))
    return Row(row, (look.body.size, None), gap=look.body.size / 2, before=3, tags=("LI", ""))


def _something(ideas: Sequence[Idea]) -> None:
    if not ideas:
        raise WorkshopProblem(_("There is nothing to print: the list on this sheet is empty."))
