"""The agenda on paper: when each step comes, and what to say, do and watch for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from lqf_workshop.domain.agenda import AgendaStep, Script, StepKind
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.library.moments import moment_names
from lqf_workshop.reports.enlarged import enlarged
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Whole
from lqf_workshop.reports.handout import LARGE, Print, furniture_of
from lqf_workshop.reports.look import BODY, COLOURS, HEADING, MUTED, PART, TITLE
from lqf_workshop.reports.page import Furniture
from lqf_workshop.reports.pieces import Heading
from lqf_workshop.reports.prose import Prose, Span
from lqf_workshop.reports.rows import Panel, Row, Ruled
from lqf_workshop.wording import _, long_date, minutes, people

_LABEL = replace(BODY, bold=True, keep_with_next=True)
_MOMENT = replace(PART, colour=COLOURS.accent, before=10, after=0)
_TIME, _LONG, _WORDS = 60.0, 78.0, 64.0


class _Clock:
    """When steps begin: at times of the day where the start is known, else in minutes."""

    def __init__(self, starts: time | None) -> None:
        self._starts = starts

    def at(self, minute: int) -> str:
        """Say when it is so many minutes in."""
        if self._starts is None:
            return _("minute {0}").format(minute)
        then = datetime.combine(date.min, self._starts) + timedelta(minutes=minute)
        return then.strftime("%H:%M")


def agenda(
    meeting: Meeting, starts: time | None, look: Print, printed_on: date | None
) -> tuple[Block, Furniture]:
    """Return the agenda with its script and what surrounds it."""
    clock = _Clock(starts)
    parts = (_head(meeting, starts), _at_a_glance(meeting, clock), _script(meeting, clock))
    story = Stack([block for part in parts for block in part])
    promise = _("For the person who leads. Say it in your own words.")
    furniture = furniture_of(_("Agenda"), meeting.workshop.plan.team, promise, look, printed_on)
    furniture = replace(furniture, provider=meeting.workshop.plan.provider)
    return (enlarged(story) if look is LARGE else story), furniture


def _head(meeting: Meeting, starts: time | None) -> Iterator[Block]:
    plan, total = meeting.workshop.plan, sum(step.plan.minutes for step in meeting.steps)
    yield Heading(plan.team, TITLE)
    when = long_date(plan.held_on)
    if starts is not None:
        clock = _Clock(starts)
        when += ", " + _("{0} to {1}").format(clock.at(0), clock.at(total))
    led = _("Facilitator: {0}").format(plan.facilitator) if plan.facilitator else ""
    for line in (
        " · ".join((when, minutes(total), people(plan.headcount))),
        " · ".join(part for part in (plan.place, led) if part),
    ):
        if line:
            yield Prose(line, replace(MUTED, keep_with_next=True))


def _at_a_glance(meeting: Meeting, clock: _Clock) -> Iterator[Block]:
    yield Heading(_("The agenda"), HEADING)
    minute = 0
    for step in meeting.steps:
        row = Row(
            (
                Prose(clock.at(minute), replace(BODY, bold=True)),
                Prose(step.plan.title, BODY),
                Prose(minutes(step.plan.minutes), MUTED),
            ),
            (_TIME, None, _LONG),
        )
        yield Ruled(row, COLOURS.line, above=4, below=4)
        minute += step.plan.minutes
    yield Prose(_("{0}: the end").format(clock.at(minute)), replace(MUTED, before=6))


def _script(meeting: Meeting, clock: _Clock) -> Iterator[Block]:
    minute = 0
    for number, step in enumerate(meeting.steps, 1):
        words = f"{number}  {step.plan.title}"
        yield Heading(words, replace(HEADING, after=2), level=1)
        told = (clock.at(minute), minutes(step.plan.minutes), step.plan.purpose)
        told_line = " · ".join(part for part in told if part)
        yield Prose(told_line, replace(MUTED, after=4, keep_with_next=True))
        yield from _about(meeting, step)
        yield from _moments(step)
        minute += step.plan.minutes


def _about(meeting: Meeting, step: AgendaStep) -> Iterator[Block]:
    """Name what the step has on the table: its dimensions, its card, its activity."""
    lines: list[list[Span]] = []
    drawn, run = meeting.drawn(step.id), meeting.run_at(step.id)
    if step.plan.kind is StepKind.RATE and meeting.rated:
        names = ", ".join(subject.short_name for subject in meeting.rated)
        lines.append([Span(_("We rate:") + " ", True), Span(names)])
    if drawn is not None:
        lines.append([Span(_("The card:") + " ", True), Span(drawn.card.title)])
    elif step.plan.kind is StepKind.CARD:
        lines.append([Span(_("The card is chosen in the workshop, after the ratings."))])
    if run is not None and not run.activity.on_card:
        lines.append([Span(_("The activity:") + " ", True), Span(run.activity.name)])
    if lines:
        words = Stack([Prose(line, BODY) for line in lines])
        panel = Panel(words, COLOURS.accent_soft, padding=9, before=4, after=6)
        panel.keep_with_next = True
        yield panel


def _moments(step: AgendaStep) -> Iterator[Block]:
    """Yield what to say, do and watch for, moment by moment in their order."""
    names = moment_names(step.plan.kind)
    codes = [*(code for code in names if code in step.plan.scripts)]
    codes += [code for code in step.plan.scripts if code not in names]
    for code in codes:
        lines = _lines(step.plan.scripts[code])
        if not lines:
            continue
        if len(codes) > 1:
            lines = [Prose(names.get(code, code), _MOMENT), *lines]
        yield Whole(Stack(lines), tall=260)


def _lines(script: Script) -> list[Block]:
    told = ((_("Say"), script.say), (_("Do"), script.do), (_("Watch for"), script.watch))
    return [
        Row((Prose(label, _LABEL), Prose(words, BODY)), (_WORDS, None), before=3, after=2)
        for label, words in told
        if words.strip()
    ]
