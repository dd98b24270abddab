"""The summary's pages about what comes next: actions, how sure we are, and the dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lqf_workshop.charts.drawings import hands_drawing
from lqf_workshop.domain.action import Action, ActionState
from lqf_workshop.domain.action_plan import PlannedAction
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.look import BODY, COLOURS, LABEL, MUTED, PART, SMALL, pens
from lqf_workshop.reports.page import COLUMN
from lqf_workshop.reports.pieces import Heading, bullets, kind_words
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Nothing, Picture, Row, Ruled, Table
from lqf_workshop.scenes.build import action_state_words, confidence_key, return_key
from lqf_workshop.wording import _, day_and_month, short_date

_CELL = Type(11, 15, COLOURS.ink)
_NOTE = Type(9, 13, COLOURS.muted)
_TOLD = Type(10, 14, COLOURS.ink)
_DRAFT = Type(9, 13, COLOURS.warm, bold=True, start=False, keep_with_next=True)
_COLUMNS = (None, 62, 90, 42, 92)
_FINGERS = Type(11, 16, COLOURS.ink, bold=True, start=False)
_MEANING = Type(11, 16, COLOURS.ink, start=False)
_POLL, _DOTS = 229.0, 38.0


def actions(summary: WorkshopSummary) -> list[Block]:
    """Return "What we agreed" as a table; when nothing was agreed it says so."""
    heading = Heading(_("What we agreed"))
    written = [one for one in summary.planned if not one.action.text.empty]
    if not written:
        not_yet = _("We have not agreed an action yet.")
        return [heading, kind_words(summary, not_yet, _("We did not agree an action this time."))]
    titles = (
        _("Action, and the difference a person will notice"),
        _("Who"),
        _("First step"),
        _("Due"),
        _("How we’ll know"),
    )
    head = Row(
        [Prose(title, LABEL) for title in titles],
        _COLUMNS,
        gap=10,
        align=Align.FOOT,
        tags=("TR", "TH"),
    )
    rows = [_action(one, summary.workshop.plan.held_on) for one in written]
    return [heading, Table(Ruled(head, COLOURS.ink, weight=1, below=4), rows)]


def _action(one: PlannedAction, held_on: date) -> Block:
    action, text = one.action, one.action.text
    row = Row(
        (
            _what(one),
            _who(action),
            _first_step(action),
            Prose(day_and_month(text.due, held_on) if text.due else "", _CELL),
            _how_we_know(action),
        ),
        _COLUMNS,
        gap=10,
        tags=("TR", "TD"),
    )
    return Ruled(Stack([row, *_how_it_went(action)]), COLOURS.line, above=7, below=8)


def _what(one: PlannedAction) -> Block:
    """Return the action in bold and, under it, the difference and where it came from."""
    action, text = one.action, one.action.text
    blocks: list[Block] = []
    if action.state is ActionState.DRAFT:
        blocks.append(Prose(_("Not yet agreed"), _DRAFT))
    elif action.state is not ActionState.AGREED:
        blocks.append(
            Prose(action_state_words(action.state), replace(_DRAFT, colour=COLOURS.accent))
        )
    if text.what.strip():
        blocks.append(Prose(text.what, replace(_CELL, bold=True)))
    if text.difference.strip():
        blocks.append(Prose(text.difference, _CELL))
    for words in (one.came_from, _("Shows: {0}").format(one.shows) if one.shows else ""):
        if words:
            blocks.append(Prose(words, replace(_NOTE, before=2)))
    return Stack(blocks)


def _who(action: Action) -> Block:
    """Return who does it, and under it who helps."""
    text = action.text
    blocks: list[Block] = [Prose(text.owner, replace(_CELL, start=False))] if text.owner else []
    if text.helpers:
        blocks.append(Prose(_("With: {0}").format(text.helpers), _NOTE))
    return Stack(blocks)


def _how_it_went(action: Action) -> Iterator[Block]:
    """Yield, as wide as the table, what happened and what was learnt, if anything was told."""
    told: list[Block] = [
        Prose([Span(f"{label}: ", colour=COLOURS.muted), Span(words.rstrip())], _TOLD)
        for label, words in (
            (_("What happened"), action.happened),
            (_("What we learnt"), action.learnt),
        )
        if words.strip()
    ]
    if told:
        yield Row([Stack(told)], [None], before=5, tags=("TR", "TD"))


def _first_step(action: Action) -> Block:
    """Return the first step, its day, and what the action needs."""
    text = action.text
    blocks: list[Block] = [Prose(text.first_step, _CELL)] if text.first_step.strip() else []
    if text.first_step_on:
        when = short_date(text.first_step_on)
        blocks.append(Prose(when, _CELL if not blocks else _NOTE))
    if text.needs.strip():
        blocks.append(Prose(_("Needs: {0}").format(text.needs), replace(_NOTE, before=2)))
    return Stack(blocks)


def _how_we_know(action: Action) -> Block:
    text = action.text
    blocks: list[Block] = [Prose(text.how_we_know, _CELL)] if text.how_we_know.strip() else []
    for label, words in ((_("Now: {0}"), text.baseline), (_("Goal: {0}"), text.target)):
        if words.strip():
            blocks.append(Prose(label.format(words), _NOTE))
    return Stack(blocks)


def how_sure(summary: WorkshopSummary) -> list[Block]:
    """Return "How sure we are": hands with the key's words, and the closing words, or nothing."""
    polls = [
        poll
        for poll in (
            _hands(_("Confidence in our plan"), summary.confidence, confidence_key()),
            _hands(_("Was this worth our time?"), summary.returned, return_key()),
        )
        if poll is not None
    ]
    blocks: list[Block] = []
    if polls:
        blocks.append(Row([*polls, Nothing()][:2], (_POLL, _POLL), gap=COLUMN - 2 * _POLL))
    words = [word for word in summary.words if word.strip()]
    if words:
        blocks.append(Prose(_("One word to finish"), PART))
        blocks.append(Prose(" · ".join(words), BODY))
    return [Heading(_("How sure we are")), *blocks] if blocks else []


def _hands(title: str, counts: dict[str, int], key: tuple[tuple[int, str], ...]) -> Block | None:
    """Return a show of hands, the surest first, or None when nobody was asked."""
    if not any(counts.values()):
        return None
    rows: list[Block] = [Prose(title, replace(PART, before=0, after=4))]
    for number, meaning in reversed(key):
        count = counts.get(str(number), 0)
        dots = hands_drawing(count, pens(), width=_DOTS)
        cells = (
            Prose(str(number), _FINGERS),
            Prose(meaning, _MEANING),
            Picture(dots),
            Prose(str(count) if count else "–", replace(_FINGERS, bold=bool(count))),
        )
        widths = (8, None, _DOTS, 14)
        rows.append(Row(cells, widths, gap=5, align=Align.MIDDLE, before=2, keep_with_next=True))
    rows[-1].keep_with_next = False
    return Stack(rows)


def parking(summary: WorkshopSummary) -> list[Block]:
    """Return "Parking space", or nothing."""
    kept = bullets(summary.parking)
    return [Heading(_("Parking space")), *kept] if kept else []


def what_next(summary: WorkshopSummary) -> list[Block]:
    """Return "What happens next": first steps, dues and looks back in the order of their dates."""
    going = [one for one in summary.actions if one.state.open]
    dated = sorted(
        (entry for one in going for entry in _dates(one)), key=lambda entry: (entry[0], entry[1])
    )
    if not going:
        return []
    held_on = summary.workshop.plan.held_on
    rows: list[Block] = [
        Ruled(
            Row((Prose(_when(day, held_on), _FINGERS), _entry(label, words, who)), (92, None)),
            COLOURS.line,
            above=5,
            below=5,
        )
        for day, _order, label, words, who in dated
    ]
    if not any(one.text.review_on for one in going):
        line = _("We have not set a day to look at this again.")
        rows.append(Prose(line, replace(MUTED, before=6)))
    return [Heading(_("What happens next")), *rows]


def _when(day: date, held_on: date) -> str:
    short = short_date(day)
    return short if day.year == held_on.year else f"{short} {day.year}"


def _dates(action: Action) -> list[tuple[date, int, str, str, str]]:
    """Return what an action puts into the calendar; the number orders things of one day."""
    text = action.text
    found = (
        (text.first_step_on, 0, _("First step"), text.first_step or text.what),
        (text.due, 1, _("Due"), text.what),
        (text.review_on, 2, _("Look again"), text.what),
    )
    return [(day, n, label, words, text.owner) for day, n, label, words in found if day]


def _entry(label: str, words: str, who: str) -> Block:
    spans = [Span(f"{label}: ", colour=COLOURS.muted), Span(words)]
    blocks: list[Block] = [Prose(spans, BODY)]
    if who:
        blocks.append(Prose(who, SMALL))
    return Stack(blocks)
