"""The summary's pages about ratings: every vote a dot, and where the team put its time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from lqf_workshop.charts.drawings import (
    BADGE,
    GridBadge,
    GridField,
    focus_drawing,
    vote_drawing,
)
from lqf_workshop.domain.disclosure import open_mode
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.subject import SubjectKind
from lqf_workshop.domain.summary import SubjectResult, WorkshopSummary
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.look import BODY, COLOURS, SMALL, dimension_colour, pens
from lqf_workshop.reports.page import COLUMN
from lqf_workshop.reports.pieces import Heading, badge, bullets, kind_words, tile
from lqf_workshop.reports.printable import printable
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Picture, Row, Ruled
from lqf_workshop.scenes import findings
from lqf_workshop.scenes.focus_grid import Field, grid_axes, grid_fields, grid_in_words
from lqf_workshop.scenes.rating import quoted, round_words
from lqf_workshop.wording import _

_PLOT = (164.0, 30.0)
_FINDING = Type(11, 15, COLOURS.muted, start=False)
_NAME = Type(11, 15, COLOURS.ink, bold=True, start=False)
_PART = Type(10, 13, COLOURS.ink, start=False)
_WORDS = 122.0
_WIDTHS = (BADGE[0], None, _PLOT[0], _WORDS)


def results(summary: WorkshopSummary) -> list[Block]:
    """Return "How we rated ourselves"; when nothing was rated it says so."""
    heading = Heading(_("How we rated ourselves"))
    if not summary.rated and not any(r.voting or r.heard or r.quotes for r in summary.results):
        not_yet = _("We have not rated a dimension yet.")
        words = kind_words(summary, not_yet, _("We did not rate a dimension this time."))
        return [heading, words]
    levels = dict(summary.levels)
    rows = [_result(result, levels) for result in summary.results]
    return [heading, *([_key(summary)] if summary.rated else []), *rows]


def _key(summary: WorkshopSummary) -> Block:
    """Explain the picture once, above the first of them."""
    line = _("Each dot is one vote. Framed: the middle vote.")
    if any(len(result.rounds) > 1 for result in summary.results):
        line += " " + _("Where there are two votes, rings show the first.")
    told = Prose(line, Type(9, 13, COLOURS.muted, keep_with_next=True))
    return Stack([_points(summary.scale_words), told])


def _points(scale_words: Iterable[str]) -> Block:
    return Prose(" · ".join(f"{n} {word}" for n, word in enumerate(scale_words, 1)), SMALL)


def _result(result: SubjectResult, levels: dict[str, str]) -> Block:
    """Return one thing that was rated: its row, and what was heard under it."""
    part = result.subject.kind is SubjectKind.ELEMENT
    name = Prose(result.subject.short_name, _PART if part else _NAME)
    if result.rounds:
        shown = (badge(result.subject.mark), name, _plot(result), _finding(result))
        row = Row(shown, _WIDTHS, align=Align.MIDDLE)
    else:
        words = _("Voting was open when this was printed") if result.voting else _("Not rated")
        cells = (badge(result.subject.mark), name, Prose(words, _FINDING))
        row = Row(cells, (BADGE[0], None, _WORDS + _PLOT[0] + 12), align=Align.MIDDLE)
    under = [*_by_level(result, levels), *_heard(result)]
    if not under:
        return Ruled(row, COLOURS.line, above=8, below=8)
    row.keep_with_next = True
    return Ruled(Stack([row, _indented(Stack(under), before=6)]), COLOURS.line, above=8, below=9)


def _by_level(result: SubjectResult, levels: dict[str, str]) -> list[Block]:
    """Return a line for each role level that may be told apart."""
    shown = result.rounds[-1].by_level if result.rounds else ()
    rows: list[Block] = []
    for code, tally in shown:
        said = Stack(
            [
                Prose(levels.get(code, code), _PART),
                Prose(findings.level_numbers(tally), SMALL),
            ]
        )
        width, height = _PLOT
        colour = dimension_colour(result.subject.mark)
        span = findings.middle_span(tally)
        drawing = vote_drawing(tally.counts, None, span, colour, pens(), width=width, height=height)
        picture = Picture(drawing, _("Votes from 1 to 5: {0}").format(spelled(tally.counts)))
        cells = (said, picture, Prose("", SMALL))
        rows.append(Row(cells, (None, _PLOT[0], _WORDS), align=Align.MIDDLE, before=4))
    heading = Prose(_("By role, groups of five or more"), SMALL)
    return [heading, *rows] if rows else []


def _heard(result: SubjectResult) -> list[Block]:
    said = (*result.heard, *(quoted(text) for text in result.quotes))
    return [Prose(_("What we heard"), SMALL), *bullets(said)] if said else []


def _indented(block: Block, before: float) -> Block:
    return Row((Prose("", SMALL), block), (BADGE[0], None), before=before)


def _plot(result: SubjectResult) -> Block:
    latest, colour = result.rounds[-1].tally, dimension_colour(result.subject.mark)
    first = result.rounds[0].tally.counts if len(result.rounds) > 1 else None
    width, height = _PLOT
    drawing = vote_drawing(
        latest.counts,
        first,
        findings.middle_span(latest),
        colour,
        pens(),
        width=width,
        height=height,
    )
    votes = [
        _("{0}, from 1 to 5: {1}").format(round_words(one.number), spelled(one.tally.counts))
        for one in result.rounds
    ]
    return Picture(drawing, "; ".join(votes))


def spelled(counts: Iterable[int]) -> str:
    """Say the votes for each point in their order."""
    return ", ".join(str(count) for count in counts)


def _finding(result: SubjectResult) -> Block:
    """Say in words what the dots show, for those who cannot see them."""
    latest = result.rounds[-1]
    blocks: list[Block] = []
    if latest.tally.rated:
        middle = findings.middle_and_before(result.rounds)
        blocks.append(
            Prose([Span(_("middle vote") + " "), Span(middle, True, COLOURS.ink)], _FINDING)
        )
    blocks.append(Prose(findings.spread_label(latest.tally), _FINDING))
    blocks.append(Prose(findings.turnout(latest), SMALL))
    if result.voting:
        blocks.append(Prose(_("A second vote was open when this was printed"), SMALL))
    return Stack(blocks)


def skills(summary: WorkshopSummary) -> list[Block]:
    """Return "How sure we are of our skills": one part for each issue they were voted on."""
    blocks: list[Block] = []
    for one in summary.skills:
        blocks.append(Heading(_("How sure we are of our skills")))
        if one.issue:
            blocks.append(Prose([Span(_("On") + " "), Span(one.issue, True)], BODY))
        if summary.sureness is not None:
            blocks.append(_points(summary.sureness.words))
        blocks += [_result(result, {}) for result in one.results if result.rounds or result.voting]
        names = [r.subject.short_name for r in one.results if r.subject.code in one.lowest]
        if names:
            least = _("We feel least sure of {0}.").format(_list(names))
            blocks.append(Prose(least, Type(11, 16, COLOURS.ink, before=8, keep_with_next=True)))
        if one.pledges:
            blocks += [Prose(_("What we will practise"), SMALL), *bullets(one.pledges)]
    return blocks


def focus(summary: WorkshopSummary) -> list[Block]:
    """Return "Where we put our time": the grid where spread may be told, and the picks in words."""
    names = {r.subject.code: r.subject.short_name for r in summary.results}
    fields = grid_fields(summary)
    if not fields and not summary.picks:
        return []
    blocks: list[Block] = [Heading(_("Where we put our time"))]
    if fields:
        blocks.append(_grid(fields))
    if summary.picks:
        chosen = _list(names.get(code, code) for code in summary.picks)
        spans = [Span(_("We chose to put our time into") + " "), Span(chosen, True), Span(".")]
        blocks.append(Prose(spans, Type(11, 16, COLOURS.ink, before=8)))
    else:
        words = kind_words(summary, _("We have not picked one yet."), _("We did not pick one."))
        words.before = 8
        blocks.append(words)
    return blocks


def _grid(found: tuple[Field, ...]) -> Block:
    fields = [
        GridField(
            field.title,
            field.line,
            tuple(
                GridBadge(tile(one.code), printable(one.name), one.picked) for one in field.standing
            ),
            field.warm,
        )
        for field in found
    ]
    drawing = focus_drawing(fields, grid_axes(), pens(), width=COLUMN)
    return Picture(drawing, grid_in_words(found))


def _list(names: Iterable[str]) -> str:
    """Join names as a sentence does, for example "A and B"."""
    *others, last = names
    return _("{0} and {1}").format(", ".join(others), last) if others else last


def votes_can_be_guessed(summary: WorkshopSummary) -> bool:
    """Whether so few people voted that no promise about votes may be made."""
    return open_mode(summary.workshop.expected_voters) or any(
        open_mode(one.tally.rated) for one in _rounds(summary)
    )


def a_vote_was_unanimous(summary: WorkshopSummary) -> bool:
    """Whether some round tells everyone's vote, because all chose the same point."""
    return any(one.tally.unanimous for one in _rounds(summary))


def _rounds(summary: WorkshopSummary) -> Iterable[RevealedRound]:
    every = chain(summary.results, *(one.results for one in summary.skills))
    return (one for result in every for one in result.rounds)
