"""The action plan: all that a team agreed as a table on wide paper, or stacked in large print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.domain.action import Action, ActionText
from lqf_workshop.domain.action_plan import ActionPlan, PlannedAction
from lqf_workshop.domain.follow_up import Progress
from lqf_workshop.reports.enlarged import enlarged
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.handout import LARGE, write_story
from lqf_workshop.reports.look import COLOURS, LABEL, MUTED, TITLE
from lqf_workshop.reports.page import UPRIGHT, WIDE, Furniture
from lqf_workshop.reports.pieces import Heading
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Nothing, Row, Ruled, Table
from lqf_workshop.scenes.build import action_state_words
from lqf_workshop.scenes.progress import said_when
from lqf_workshop.wording import _, day_and_month, long_date, ngettext, short_date

_CELL = Type(10, 13.5, COLOURS.ink)
_NOTE = Type(9.5, 13, COLOURS.muted, before=2)
_WHAT = replace(_CELL, size=11, leading=14.5, bold=True)
_STATE = replace(_CELL, bold=True, start=False)
_UNDER_WHAT = 250.0
_COLUMNS = (None, 92, 132, 72, 148, 112)
_GAP = 11.0
_TALL = 150.0
"""An action higher than this, in points, may go on on the next page."""


def write_action_plan(
    plan: ActionPlan,
    target: BinaryIO | Path,
    *,
    large: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the plan with everything that was said about each action; no word is cut off.

    A file at a path is written whole or not at all; nothing is written once ``cancelled`` says
    yes. Raises WorkshopProblem when the disk refuses the file.
    """
    story = Stack([*_head(plan), *_table(plan)])
    furniture = _furniture(plan)
    if large:
        story = Stack([enlarged(block) for block in story.blocks])
        furniture = replace(furniture, kind=LARGE.furniture, size=UPRIGHT)
    write_story(story, furniture, target, cancelled)


def _furniture(plan: ActionPlan) -> Furniture:
    of = plan.workshop.plan
    return Furniture(
        title=_("Action plan"),
        subject=_("Action plan"),
        left="",
        provider=of.provider,
        right=_("Action plan"),
        again=f"{of.team} · {long_date(of.held_on)}",
        foot=_("Printed on {0}. Names appear only where somebody typed them.").format(
            long_date(plan.printed_on)
        ),
        printed_on=plan.printed_on,
        size=WIDE,
    )


def _head(plan: ActionPlan) -> Iterator[Block]:
    of = plan.workshop.plan
    yield Heading(of.team, replace(TITLE, after=2))
    still = ngettext("{n} action still open", "{n} actions still open", len(plan.open))
    lines = [_("Agreed on {0}").format(long_date(of.held_on)), of.place]
    if plan.actions:
        lines.append(still if plan.open else _("No action is still open"))
    yield Prose(" · ".join(line for line in lines if line), replace(MUTED, after=12))


def _table(plan: ActionPlan) -> Iterator[Block]:
    if not plan.actions:
        yield Prose(_("No action is agreed yet."), MUTED)
        return
    titles = (
        _("What we will do, and the difference a person will notice"),
        _("Who"),
        _("First step"),
        _("By when"),
        _("How we will know"),
        _("What it needs"),
    )
    head = Row(
        [Prose(title, LABEL) for title in titles],
        _COLUMNS,
        gap=_GAP,
        align=Align.FOOT,
        tags=("TR", "TH"),
    )
    rows = [_action(one, plan.workshop.plan.held_on) for one in plan.actions]
    yield Table(Ruled(head, COLOURS.ink, weight=1, below=4), rows, tall=_TALL)


def _action(one: PlannedAction, held_on: date) -> Block:
    """Return an action's row, and under it, as wide as the table, how it goes."""
    text = one.action.text
    row = Row(
        (
            _what(text),
            _lines((text.owner, _CELL), (_named(_("With: {0}"), text.helpers), _NOTE)),
            _lines((text.first_step, _CELL), (_day(text.first_step_on), _NOTE)),
            _when(one.action, held_on),
            _how_we_know(one.action),
            _lines((text.needs, _CELL)),
        ),
        _COLUMNS,
        gap=_GAP,
        tags=("TR", "TD"),
    )
    under = Row(
        (_standing(one), _how_it_goes(one, held_on)),
        (_UNDER_WHAT, None),
        gap=_GAP,
        before=8,
        tags=("TR", "TD"),
    )
    return Ruled(Stack([row, under]), COLOURS.control, above=8, below=9)


def _what(text: ActionText) -> Block:
    return _lines(
        (text.what, _WHAT),
        (text.difference, replace(_CELL, before=2)),
    )


def _when(action: Action, held_on: date) -> Block:
    """Return the due date, and the day to look at it again."""
    due, again = action.text.due, action.text.review_on
    look = _named(_("Look again: {0}"), day_and_month(again, held_on) if again else "")
    return _lines(
        (day_and_month(due, held_on) if due else "", replace(_CELL, bold=True)), (look, _NOTE)
    )


def _how_we_know(action: Action) -> Block:
    text = action.text
    return _lines(
        (text.how_we_know, _CELL),
        (_named(_("Now: {0}"), text.baseline), _NOTE),
        (_named(_("Goal: {0}"), text.target), _NOTE),
    )


def _standing(one: PlannedAction) -> Block:
    """Return the state, what the action came from, and what it shows the regulator."""
    label = Span(_("How it goes:") + " ", False, COLOURS.muted)
    state = Prose([label, Span(action_state_words(one.action.state))], _STATE)
    more = _lines((one.came_from, _NOTE), (_named(_("Shows: {0}"), one.shows), _NOTE))
    return Stack([state, more])


def _how_it_goes(one: PlannedAction, held_on: date) -> Block:
    """Return what was said on which day, what happened and what was learnt."""
    blocks: list[Block] = [_said(said, held_on) for said in one.said]
    for label, words in (
        (_("What happened"), one.action.happened),
        (_("What we learnt"), one.action.learnt),
    ):
        if words.strip():
            told = [Span(f"{label}: ", True), Span(words.rstrip())]
            blocks.append(Prose(told, replace(_CELL, after=3)))
    return Stack(blocks)


def _said(said: Progress, held_on: date) -> Prose:
    words = [Span(f"{said_when(said, held_on)}: ", True), Span(said.text.rstrip())]
    return Prose(words, replace(_CELL, after=3))


def _lines(*parts: tuple[str, Type]) -> Block:
    """Return the parts that have words below each other."""
    found = [Prose(words, kind) for words, kind in parts if words.strip()]
    return Stack(found) if found else Nothing()


def _named(form: str, words: str) -> str:
    return form.format(words) if words.strip() else ""


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
