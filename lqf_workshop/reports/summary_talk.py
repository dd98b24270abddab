"""The summary's pages about what was said: strengths, last time's actions and talks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lqf_workshop.charts.drawings import hands_drawing
from lqf_workshop.domain.action import Action
from lqf_workshop.domain.summary import StrengthCount, WorkshopSummary
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.look import BODY, COLOURS, LABEL, PART, SMALL, pens
from lqf_workshop.reports.pieces import Heading, bullets
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Picture, Row, Ruled
from lqf_workshop.scenes.build import action_state_words
from lqf_workshop.wording import _, day_and_month, ngettext

_NAME = Type(11, 16, COLOURS.ink, bold=True, start=False)
_COUNT = Type(11, 16, COLOURS.muted, start=False)
_STATE = Type(9, 16, COLOURS.accent, bold=True, start=False)


def strengths(summary: WorkshopSummary) -> list[Block]:
    """Return "Strengths we spotted": counts and stories, or nothing."""
    counted = [one for one in summary.strengths if one.spotted or one.needed]
    if not counted and not summary.stories:
        return []
    blocks: list[Block] = [Heading(_("Strengths we spotted"))]
    blocks += [_strength(one) for one in counted]
    if summary.stories:
        blocks.append(Prose(_("What we saw"), replace(LABEL, before=12, after=3)))
        blocks += bullets(summary.stories)
    return blocks


def _strength(one: StrengthCount) -> Block:
    words = []
    if one.spotted:
        words.append(ngettext("spotted once", "spotted {n} times", one.spotted))
    if one.needed:
        words.append(ngettext("{n} asks for more", "{n} ask for more", one.needed))
    dots = hands_drawing(one.spotted, pens(), width=110)
    cells = (Prose(one.name, _NAME), Picture(dots), Prose(" · ".join(words), _COUNT))
    return Ruled(Row(cells, (None, 110, 176), align=Align.MIDDLE), COLOURS.line, above=4, below=4)


def last_actions(summary: WorkshopSummary) -> list[Block]:
    """Return "Last time's actions": how each went and what was learnt, or nothing."""
    if not summary.last_actions:
        return []
    held_on = summary.workshop.plan.held_on
    rows: list[Block] = [
        Ruled(
            Row((Prose(action_state_words(one.state), _STATE), _story(one, held_on)), (76, None)),
            COLOURS.line,
            above=7,
            below=8,
        )
        for one in summary.last_actions
    ]
    return [Heading(_("Last time’s actions")), *rows]


def _story(action: Action, held_on: date) -> Block:
    text = action.text
    blocks: list[Block] = [Prose(text.what, replace(BODY, bold=True))]
    due = _("due {0}").format(day_and_month(text.due, held_on)) if text.due else ""
    about = " · ".join(part for part in (due, text.owner) if part)
    if about:
        blocks.append(Prose(about, SMALL))
    for label, words in (
        (_("What happened"), action.happened),
        (_("What we learnt"), action.learnt),
    ):
        if words.strip():
            spans = [Span(label + ": ", True, COLOURS.muted), Span(words)]
            blocks.append(Prose(spans, replace(BODY, before=3)))
    return Stack(blocks)


def talks(summary: WorkshopSummary) -> list[Block]:
    """Return "What we talked about", or nothing."""
    told = [(title, notes) for title, notes in summary.talks if any(n.strip() for n in notes)]
    if not told:
        return []
    blocks: list[Block] = [Heading(_("What we talked about"))]
    for title, notes in told:
        blocks += [Heading(title, PART, level=1), *bullets(notes)]
    return blocks
