"""A workshop as plain tables with real dates and numbers, for a workbook and for .csv alike.

Everything comes from one ``WorkshopSummary``: what is not revealed, or may not be shown, is not
in it, and so in no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lqf_workshop.domain.action_plan import PlannedAction
from lqf_workshop.domain.rating import SCALE, Tally
from lqf_workshop.domain.summary import SubjectResult, WorkshopSummary
from lqf_workshop.scenes import findings
from lqf_workshop.scenes.build import action_state_words, confidence_key, return_key
from lqf_workshop.scenes.progress import said_words
from lqf_workshop.wording import _

Value = str | int | float | date | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The name of a column, and how wide it is in a workbook, in letters."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; ``fixed`` columns at the left stay in sight."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    fixed: int = 0


def results_table(summary: WorkshopSummary) -> Table:
    """Return a row for each revealed vote, and for each role that may be told apart."""
    skills = [one for part in summary.skills for one in part.results if one.rounds]
    points = ("",) * len(SCALE) if skills else summary.scale_words
    columns = (
        Column(_("Team"), 22),
        Column(_("Date"), 12),
        Column(_("What was rated"), 32),
        Column(_("Code"), 8),
        Column(_("Vote"), 9),
        Column(_("Who"), 16),
        *(Column(f"{n} {word}".strip(), 11) for n, word in enumerate(points, 1)),
        Column(_("0 Can’t see"), 11),
        Column(_("Voted"), 9),
        Column(_("Expected"), 10),
        Column(_("Middle vote"), 9),
        Column(_("How close we are"), 26),
        Column(_("Framework"), 24),
    )
    levels = dict(summary.levels)
    rows = (row for one in (*summary.results, *skills) for row in _result(summary, one, levels))
    return Table(_("Results"), columns, tuple(rows), 3)


def _result(
    summary: WorkshopSummary, result: SubjectResult, levels: Mapping[str, str]
) -> Iterator[Row]:
    plan, edition = summary.workshop.plan, summary.edition_name
    what = (plan.team, plan.held_on, result.subject.name, result.subject.mark)
    for one in result.rounds:
        vote = _("First") if one.number == 1 else _("Second")
        whole = max(one.expected, one.tally.voters)
        yield (*what, vote, _("Everyone"), *_tally(one.tally, whole), edition)
        for code, tally in one.by_level:
            yield (*what, vote, levels.get(code, code), *_tally(tally, None), edition)
    if not result.rounds:
        said = _("Voting is open") if result.voting else _("Not rated yet")
        empty: Row = (None,) * (len(SCALE) + 4)
        yield (*what, None, None, *empty, said, edition)


def _tally(tally: Tally, expected: int | None) -> Row:
    median = tally.median
    middle = None if median is None else float(median)
    if middle is not None and middle.is_integer():
        middle = int(middle)
    spread = findings.spread_label(tally)
    return (*tally.counts, tally.cant_see, tally.voters, expected, middle, spread)


def actions_table(summary: WorkshopSummary) -> Table:
    """Return a row for each action."""
    columns = (
        Column(_("Team"), 24),
        Column(_("Workshop"), 12),
        Column(_("Action"), 44),
        Column(_("The difference a person will notice"), 36),
        Column(_("Who"), 20),
        Column(_("Who helps"), 20),
        Column(_("What it needs"), 24),
        Column(_("First step"), 30),
        Column(_("First step on"), 12),
        Column(_("Due"), 12),
        Column(_("How we’ll know"), 30),
        Column(_("Now"), 18),
        Column(_("Goal"), 18),
        Column(_("Look again on"), 12),
        Column(_("How it stands"), 14),
        Column(_("Came from"), 26),
        Column(_("Shows"), 30),
        Column(_("Said since"), 44),
        Column(_("What happened"), 36),
        Column(_("What we learnt"), 36),
    )
    rows = (_action(summary, one) for one in written_actions(summary))
    return Table(_("Actions"), columns, tuple(rows), 3)


def written_actions(summary: WorkshopSummary) -> tuple[PlannedAction, ...]:
    """Return the actions in which something stands."""
    return tuple(one for one in summary.planned if not one.action.text.empty)


def _action(summary: WorkshopSummary, one: PlannedAction) -> Row:
    text, plan = one.action.text, summary.workshop.plan
    return (
        plan.team,
        plan.held_on,
        text.what,
        text.difference,
        text.owner,
        text.helpers,
        text.needs,
        text.first_step,
        text.first_step_on,
        text.due,
        text.how_we_know,
        text.baseline,
        text.target,
        text.review_on,
        action_state_words(one.action.state),
        one.came_from,
        one.shows,
        "\n".join(said_words(said, plan.held_on) for said in one.said),
        one.action.happened,
        one.action.learnt,
    )


def hands_table(summary: WorkshopSummary) -> Table:
    """Return how many hands were shown for each answer at the close, and for each strength."""
    columns = (Column(_("Asked"), 34), Column(_("Answer"), 40), Column(_("Hands"), 9))
    return Table(_("Shows of hands"), columns, tuple(_hands(summary)))


def _hands(summary: WorkshopSummary) -> Iterator[Row]:
    for asked, counts, key in (
        (_("Confidence in our plan"), summary.confidence, confidence_key()),
        (_("Was this worth our time?"), summary.returned, return_key()),
    ):
        if any(counts.values()):
            yield from ((asked, f"{n} {word}", counts.get(str(n), 0)) for n, word in key)
    for one in summary.strengths:
        yield _("Strength we spotted"), one.name, one.spotted
    for one in summary.strengths:
        yield _("Strength we want more of"), one.name, one.needed
