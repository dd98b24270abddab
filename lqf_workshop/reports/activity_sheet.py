"""Activities on paper: to fill in by pen, as they were filled in, and a guide to lead them by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.domain.activity import (
    Activity,
    ActivityRun,
    ActivityStep,
    ColumnKind,
)
from lqf_workshop.domain.activity import Block as ActivityBlock
from lqf_workshop.domain.activity import Column as Field
from lqf_workshop.domain.canvas import canvas_of
from lqf_workshop.reports.canvases import for_a_pen, written
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Listed, Whole, WritingLines, ticked
from lqf_workshop.reports.handout import LARGE, NORMAL, Print, furniture_of, write_story
from lqf_workshop.reports.look import COLOURS, HEADING
from lqf_workshop.reports.page import Furniture
from lqf_workshop.reports.pieces import Heading, bullets
from lqf_workshop.reports.prose import Prose, Span
from lqf_workshop.reports.rows import Panel, Row, Ruled
from lqf_workshop.wording import _, minutes

_PAGE_OF_LINES = 16
"""Lines for a pen that the fields of a private sheet share, two each at least."""


def write_activity(
    run: ActivityRun,
    team: str,
    target: BinaryIO | Path,
    *,
    blank: bool = False,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write an activity with what the team has written, or ``blank`` for pens.

    A blank paper holds no word of the team. What is held back stays off the filled one until it
    was shown to the room. Private sheets are on the blank one only, each on a page of its own.
    A file at a path is written whole or not at all; raises WorkshopProblem when the disk
    refuses it.
    """
    look = LARGE if large else NORMAL
    story = _story(run, look, blank)
    promise = _("Roles, not names.") if blank else _("Names appear only where somebody typed them.")
    furniture = furniture_of(run.activity.name, team, promise, look, printed_on)
    if team:
        furniture = replace(furniture, again=f"{run.activity.name} · {team}")
    write_story(story, furniture, target, cancelled)


def _story(run: ActivityRun, look: Print, blank: bool) -> Block:
    activity = run.activity
    blocks: list[Block] = [Heading(activity.name, look.title)]
    blocks.append(Prose(activity.about, replace(look.lead, after=look.air)))
    if run.card or blank:
        blocks.append(_issue(run.card.title if run.card else "", look))
    seen: set[str] = set()
    for number, step in enumerate(activity.steps, 1):
        blocks += _step_head(number, step, look)
        for block, fields in activity.used(step):
            if block.code in seen:
                blocks.append(_goes_on(block, fields, look))
                continue
            seen.add(block.code)
            blocks += _block(run, block, look, blank)
    if blank:
        private = [block for block in activity.blocks if block.private]
        blocks += [page for block in private for page in _private_page(block, {}, look)]
    return Stack(blocks)


def _issue(title: str, look: Print) -> Block:
    """Name the issue in hand, or leave a line for it."""
    label = Prose(_("Our issue"), look.small)
    name = replace(look.name, keep_with_next=False)
    words = Prose(title, name) if title else WritingLines(1, look.pitch)
    panel = Panel(Stack([label, words]), COLOURS.accent_soft, padding=look.air + 5)
    panel.before, panel.after = look.air, look.air
    return panel


def _step_head(number: int, step: ActivityStep, look: Print) -> list[Block]:
    large = look is LARGE
    size = (24, 30) if large else (16, 20)
    kind = replace(HEADING, size=size[0], leading=size[1], after=2)
    question = replace(look.lead, keep_with_next=True, after=look.air)
    return [
        Heading(f"{number}  {step.name}", kind, level=1),
        Prose(step.question, question),
    ]


def _goes_on(block: ActivityBlock, fields: tuple[Field, ...], look: Print) -> Block:
    """Point back to a block that stands further up, and say what is filled in now."""
    some = fields if block.fixed_rows else fields[1:]
    names = ", ".join(field.name for field in some if field.name)
    words = _("Go on in “{0}”, above").format(block.name)
    return Prose(f"{words}: {names}." if names else f"{words}.", replace(look.body, before=4))


def _block(run: ActivityRun, block: ActivityBlock, look: Print, blank: bool) -> Iterator[Block]:
    """Yield a block under its name."""
    name = Prose(block.name, replace(look.name, before=look.air + 7, keep_with_next=True))
    small = replace(look.small, bold=False, keep_with_next=True)
    if block.private:
        words = _("For yourself: a page at the end of this paper. Nobody collects it.")
        if not blank:
            words = _("Each person’s own sheet. It is kept nowhere.")
        yield from (name, Prose(words, replace(small, keep_with_next=False)))
        return
    yield name
    if not blank and not run.tells(block):
        words = _("Not yet shown to the room, so it is not printed.")
        yield Prose(words, replace(small, keep_with_next=False))
        return
    if block.ask:
        yield Prose(block.ask, replace(small, after=4))
    pieces = for_a_pen(run, block, look) if blank else written(canvas_of(run, block), look)
    if not pieces or (not blank and canvas_of(run, block).empty):
        words = _("Nothing is written here.")
        pieces = [Prose(words, replace(small, keep_with_next=False))]
    pieces[0].before = max(pieces[0].before, look.air - 2)
    yield from pieces


# One person's sheet


def private_file_name() -> str:
    """Return the name a private sheet is saved under; it says nothing of what it is about."""
    return _("Private sheet") + ".pdf"


def write_private_sheet(
    block: ActivityBlock,
    words: Mapping[str, str],
    target: BinaryIO | Path,
    *,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write one person's sheet: what they typed, and lines where they typed nothing.

    ``words`` are under the codes of the block's fields; where it has places, under
    "place/field". Neither team nor name is on it, and what the file says of itself is the same
    for everybody. A file at a path is written whole or not at all; raises WorkshopProblem when
    the disk refuses it.
    """
    look = LARGE if large else NORMAL
    promise = _("Private. It is stored nowhere: this paper is the only copy.")
    furniture = furniture_of(_("Private sheet"), "", promise, look, printed_on)
    write_story(Stack(_private_page(block, words, look)), furniture, target, cancelled)


def _private_page(block: ActivityBlock, words: Mapping[str, str], look: Print) -> list[Block]:
    """Return a private block from the top of a page; its words lead to no bookmark."""
    title = Prose(block.name, look.title)
    title.new_page = True
    mark = Prose(
        [Span(_("Private."), True), Span(" " + _("Take it with you. Nobody collects it."))],
        look.body,
    )
    panel = Panel(mark, COLOURS.accent_soft, border=COLOURS.accent, padding=look.air + 2)
    panel.before, panel.after = look.air, look.air
    blocks: list[Block] = [title]
    if block.ask:
        blocks.append(Prose(block.ask, look.lead))
    blocks.append(panel)
    lines = max(2, min(5, _PAGE_OF_LINES // len(block.fields)))
    for place in block.places:
        blocks.append(Prose(place.name, replace(look.name, before=2 * look.air)))
        if place.hint:
            blocks.append(Prose(place.hint, replace(look.small, bold=False)))
        for field in block.fields:
            blocks += _private_field(
                field, words.get(f"{place.code}/{field.code}", ""), look, lines
            )
    if not block.places:
        for field in block.fields:
            blocks += _private_field(field, words.get(field.code, ""), look, lines)
    return blocks


def _private_field(field: Field, text: str, look: Print, lines: int) -> list[Block]:
    name = replace(look.name, before=2 * look.air, after=2)
    blocks: list[Block] = [Prose(field.name, name)]
    if field.hint:
        blocks.append(Prose(field.hint, replace(look.small, bold=False, keep_with_next=True)))
    if text.strip():
        return [*blocks, Prose(text.strip(), replace(look.body, before=3))]
    if field.answers:
        boxes = [ticked(one, look.body, look.box, look.box / 2) for one in field.answers]
        for box in boxes:
            box.before = look.air / 2
        return [Whole(Stack([*blocks, Listed(boxes)]))]
    if field.kind is ColumnKind.COUNT:
        lines = 1
    return [Whole(Stack([*blocks, WritingLines(lines, look.pitch)]))]


# The guide


def write_activity_guide(
    activity: Activity,
    target: BinaryIO | Path,
    *,
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write what a facilitator needs to lead an activity without a screen.

    A file at a path is written whole or not at all; raises WorkshopProblem when the disk
    refuses it.
    """
    look = LARGE if large else NORMAL
    write_story(*guide(activity, look, printed_on), target, cancelled)


def guide(activity: Activity, look: Print, printed_on: date | None) -> tuple[Block, Furniture]:
    """Return the guide and what surrounds it, for one file or as part of another."""
    blocks: list[Block] = [Heading(activity.name, look.title)]
    facts = " · ".join((minutes(activity.minutes), _("{0} people").format(activity.people)))
    blocks.append(Prose(facts, replace(look.lead, keep_with_next=True)))
    blocks.append(Prose(activity.about, replace(look.body, before=look.air)))
    takeaway = [Span(_("What we take away:"), True), Span(" " + activity.takeaway)]
    blocks.append(Prose(takeaway, replace(look.body, before=4)))
    if activity.ready:
        blocks.append(Prose(_("Have ready"), replace(look.name, before=2 * look.air, after=3)))
        blocks += bullets(activity.ready, replace(look.body, after=3))
    blocks += _agenda(activity, look)
    for number, step in enumerate(activity.steps, 1):
        blocks += _guide_step(activity, number, step, look)
    if activity.origin:
        origin = _("Where this comes from: {0}").format(activity.origin)
        blocks.append(Prose(origin, replace(look.small, bold=False, before=3 * look.air)))
    furniture = furniture_of(activity.name, _("Guide"), _("For the facilitator."), look, printed_on)
    return Stack(blocks), furniture


def _agenda(activity: Activity, look: Print) -> list[Block]:
    """Return the steps at a glance: from which minute, and how long."""
    blocks: list[Block] = [Prose(_("The steps"), replace(look.name, before=2 * look.air, after=3))]
    begun = 0
    for number, step in enumerate(activity.steps, 1):
        row = Row(
            (
                Prose(str(number), replace(look.body, bold=True)),
                Prose(step.name, look.body),
                Prose(_("minute {0}").format(begun), look.body),
                Prose(minutes(step.minutes), replace(look.body, bold=True)),
            ),
            (2 * look.body.size, None, 6.5 * look.body.size, 6.5 * look.body.size),
        )
        blocks.append(Ruled(row, COLOURS.line, above=4, below=4, keep_with_next=True))
        begun += step.minutes
    blocks[-1].keep_with_next = False
    return blocks


def _guide_step(activity: Activity, number: int, step: ActivityStep, look: Print) -> list[Block]:
    blocks = _step_head(number, step, look)
    if step.line:
        blocks.append(Prose(step.line, replace(look.small, bold=False, after=look.air)))
    script = step.script
    for label, words in (
        (_("Say"), script.say),
        (_("Do"), script.do),
        (_("Watch for"), script.watch),
        (_("Fill in"), ", ".join(block.name for block, _fields in activity.used(step))),
    ):
        if words.strip():
            blocks.append(_line(label, words, look))
    return blocks


def _line(label: str, words: str, look: Print) -> Block:
    """Return a label with words beside it; below it in large print."""
    kind = replace(look.body, bold=True, keep_with_next=True)
    if look is LARGE:
        return Stack([Prose(label, replace(kind, before=look.air / 2)), Prose(words, look.body)])
    return Row((Prose(label, kind), Prose(words, look.body)), (62, None), before=4, after=3)
