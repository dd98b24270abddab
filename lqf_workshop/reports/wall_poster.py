"""The wall poster: what a team still has to do, on one A3 sheet, read from across a room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.action_plan import ActionPlan
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.look import COLOURS, TITLE
from lqf_workshop.reports.page import POSTER, Cancelled, Furniture, bound, furnished
from lqf_workshop.reports.pieces import Heading
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Nothing, Row, Ruled
from lqf_workshop.reports.tags import ORNAMENT
from lqf_workshop.wording import _, day_and_month, long_date, ngettext
from lqf_workshop.writing import write_whole

SIZES = (72.0, 62.0, 54.0, 48.0, 42.0, 38.0, 34.0, 30.0, 27.0, 24.0, 21.0, 18.0)
"""The type of what will be done, from the largest to the least; in points."""
LEAST = 18.0
_BESIDE = 0.62
"""The size of the first step, who and when, as a share of the size of what will be done."""
_WHO = 300.0
_FOOT = Type(18, 24, COLOURS.muted, start=False, tag=ORNAMENT)


def write_wall_poster(
    plan: ActionPlan,
    target: BinaryIO | Path,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write one page with every open action: in the largest type in which all of them fit.

    Where the least type is still too large, as many as fit are on it and it says how many more
    are in the plan. A file at a path is written whole or not at all. Raises WorkshopProblem when
    no action is open, or the disk refuses the file.
    """
    if not plan.open:
        raise WorkshopProblem(_("No agreed action is still open, so the poster would be empty."))
    furniture = _furniture(plan)
    room = furniture.top(1) - furniture.bottom()
    try:
        pages = furnished(_fitted(plan, room, cancelled), furniture, cancelled)
        content = bound(pages, furniture.label(), cancelled)
    except Cancelled:
        return
    write_whole(content, target)


def _furniture(plan: ActionPlan) -> Furniture:
    of = plan.workshop.plan
    return Furniture(
        title=_("Wall poster"),
        subject=_("Wall poster"),
        left="",
        provider=of.provider,
        right=_("Agreed on {0}").format(long_date(of.held_on)),
        again="",
        foot=_("How we will know, and the rest, is in the action plan."),
        printed_on=plan.printed_on,
        kind=_FOOT,
        size=POSTER,
    )


def _fitted(plan: ActionPlan, room: float, cancelled: Callable[[], bool] | None) -> Block:
    """Return the story in the largest type that fits, or as much of it as the least type holds."""
    whole = [one.action.text for one in plan.open]
    for size in SIZES:
        story = _story(plan, whole, 0, size)
        if story.height(POSTER.column) <= room:
            return story
        if cancelled is not None and cancelled():
            raise Cancelled
    make = partial(_cut_to, plan, whole)
    fitting, too_many = 0, len(whole)
    while too_many - fitting > 1:
        middle = (fitting + too_many) // 2
        if make(middle).height(POSTER.column) <= room:
            fitting = middle
        else:
            too_many = middle
    return make(fitting)


def _cut_to(plan: ActionPlan, whole: Sequence[ActionText], count: int) -> Block:
    return _story(plan, whole[:count], len(whole) - count, LEAST)


def _story(plan: ActionPlan, texts: Sequence[ActionText], more: int, size: float) -> Block:
    title = replace(TITLE, size=44, leading=52, after=10)
    team = " ".join(plan.workshop.plan.team.split())
    blocks: list[Block] = [
        Heading([Span(_("What we will do")), Span(f"   {team}", False, COLOURS.muted)], title),
        Ruled(Nothing(), COLOURS.ink, weight=2),
    ]
    blocks += [_action(plan, text, n, size) for n, text in enumerate(texts, 1)]
    if more:
        words = ngettext(
            "{n} more action is in the action plan.", "{n} more actions are in the action plan.",
            more,
        )  # fmt: skip
        blocks.append(Prose(words, Type(28, 36, COLOURS.ink, bold=True, before=12)))
    return Stack(blocks)


def _action(plan: ActionPlan, text: ActionText, number: int, size: float) -> Block:
    """Return what will be done and its first step, who does it, and by when."""
    kind = Type(size, size * 1.2, COLOURS.ink, bold=True)
    small = max(LEAST, size * _BESIDE)
    beside = Type(small, small * 1.28, COLOURS.ink, before=size * 0.14)
    what: list[Block] = [Prose(_flat(text.what), kind)]
    if text.first_step.strip():
        first = [Span(_("First:") + " ", True, COLOURS.accent), Span(_flat(text.first_step))]
        what.append(Prose(first, beside))
    who: list[Block] = [Prose(_flat(text.owner) or _("Who?"), replace(beside, bold=True, before=0))]
    if text.due:
        due = _("by {0}").format(day_and_month(text.due, plan.workshop.plan.held_on))
        who.append(Prose(due, replace(beside, before=2)))
    figure = Prose(str(number), replace(kind, colour=COLOURS.accent, start=False))
    row = Row(
        (figure, Stack(what), Stack(who)),
        (max(size * 0.75, figure.natural_width()), None, _WHO),
        gap=28,
        align=Align.TOP,
    )
    return Ruled(row, COLOURS.control, above=size * 0.36, below=size * 0.36)


def _flat(text: str) -> str:
    """Return words on as few lines as they need: a poster has no room for empty ones."""
    return " ".join(text.split())
