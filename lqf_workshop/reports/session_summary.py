"""The session summary: one workshop on A4, as the team may take it away and file it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.reports import summary_explored, summary_plan, summary_results, summary_talk
from lqf_workshop.reports.enlarged import enlarged
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.handout import LARGE
from lqf_workshop.reports.look import BODY, COLOURS, MUTED, SMALL, TITLE
from lqf_workshop.reports.page import Cancelled, Furniture, compose
from lqf_workshop.reports.pieces import Heading
from lqf_workshop.reports.printable import MISSING, drawn, printable
from lqf_workshop.reports.prose import Prose
from lqf_workshop.reports.rows import Nothing, Panel, Ruled
from lqf_workshop.wording import _, long_date, minutes, ngettext, number_in_words, people
from lqf_workshop.writing import write_whole

SECTIONS: tuple[Callable[[WorkshopSummary], list[Block]], ...] = (
    summary_results.results,
    summary_results.focus,
    summary_results.skills,
    summary_talk.strengths,
    summary_talk.last_actions,
    summary_explored.explored,
    summary_talk.talks,
    summary_plan.actions,
    summary_explored.take_aways,
    summary_plan.how_sure,
    summary_plan.parking,
    summary_plan.what_next,
)


def write_session_summary(
    summary: WorkshopSummary,
    target: BinaryIO | Path,
    *,
    large: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the summary as a PDF. A file at a path is written whole or not at all.

    In ``large`` print it says the same in type of 18 points and more. ``cancelled`` is asked
    before each page; once it says yes, nothing is written and the call returns. Raises
    WorkshopProblem when the disk refuses the file.
    """
    try:
        story, furniture = _story(summary), _furniture(summary)
        if large:
            story, furniture = enlarged(story), replace(furniture, kind=LARGE.furniture)
        content = compose(story, furniture, cancelled)
    except Cancelled:
        return
    write_whole(content, target)


def _story(summary: WorkshopSummary) -> Block:
    blocks = _cover(summary)
    for section in SECTIONS:
        blocks += section(summary)
    if MISSING in drawn(printable(repr(summary))):
        words = _("{0} stands for a character that our typeface does not have.").format(MISSING)
        blocks.append(Prose(words, replace(SMALL, before=20)))
    return Stack(blocks)


def _furniture(summary: WorkshopSummary) -> Furniture:
    plan = summary.workshop.plan
    return Furniture(
        title=_("Session summary: {0}, {1}").format(plan.team, long_date(plan.held_on)),
        subject=_("Session summary"),
        left="",
        provider=plan.provider,
        right=_("Session summary"),
        again=f"{long_date(plan.held_on)} · {plan.team}",
        foot=_promise(summary),
        printed_on=summary.printed_on,
    )


def _promise(summary: WorkshopSummary) -> str:
    """Say what can be traced to a person, and never more than is true."""
    names = _("Names appear only where somebody typed them: who led, who does what, and in notes.")
    if summary_results.votes_can_be_guessed(summary):
        promise = _("With fewer than five people, votes may be guessed.")
    elif summary_results.a_vote_was_unanimous(summary):
        promise = _("Counts only. Where all chose the same point, everyone’s vote is known.")
    else:
        promise = _("Counts only: no vote can be traced to a person.")
    return f"{promise}\n{names}"


def _cover(summary: WorkshopSummary) -> list[Block]:
    workshop, plan = summary.workshop, summary.workshop.plan
    when = f"{long_date(plan.held_on)}, {minutes(workshop.minutes)}"
    took_part = _("{0} took part").format(people(plan.headcount))
    facilitator = _("Facilitator: {0}").format(plan.facilitator) if plan.facilitator else ""
    lines = (
        f"{when} · {took_part}",
        " · ".join(part for part in (facilitator, plan.place) if part),
        ", ".join(filter(None, (summary.edition_name, _dimensions(len(plan.dimensions))))),
    )
    blocks: list[Block] = [Heading(plan.team, TITLE)]
    blocks += [Prose(line, replace(MUTED, keep_with_next=True)) for line in lines if line]
    if not summary.edition_complete:
        note = _("Of this edition only the names were in reach; every meaning is in our own words.")
        blocks.append(Prose(note, replace(SMALL, before=4)))
    blocks.append(Ruled(Nothing(), COLOURS.control, above=14))
    if workshop.state is not WorkshopState.DONE:
        blocks.append(_part_way(summary))
    return blocks


def _dimensions(count: int) -> str:
    """Say how many dimensions were planned; a meeting about something else has none to tell."""
    said = ngettext("{n} dimension", "{n} dimensions", count) if count else ""
    return said.replace(str(count), number_in_words(count), 1)


def _part_way(summary: WorkshopSummary) -> Block:
    """Say that the workshop was not over when this was printed."""
    day = long_date(summary.printed_on)
    if summary.workshop.state is WorkshopState.PREPARED:
        words = _("Printed before the workshop, on {0}. It will fill up as you go.").format(day)
    else:
        words = _("Printed part-way through the workshop on {0}: what follows may still grow.")
        words = words.format(day)
    return Panel(Prose(words, BODY), COLOURS.warm_soft, padding=10, before=14, after=0)
