"""Votes over time and side by side as tables: a row for each vote, a column for each answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject

from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.trend import Compared, TeamTrend, TeamVote, TrendLine
from lqf_workshop.scenes import findings, movements
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.models.word_table import WordTable

Rows = tuple[tuple[str, ...], ...]
FIRST_COUNT = 2
COUNTS = 5
_HIDDEN = ("",) * COUNTS


class TrendTable(WordTable):
    """Words and counts; a vote of fewer than five people has no counts.

    ``widest`` is the column that takes the room the others leave.
    """

    def __init__(
        self,
        headers: Sequence[str],
        rows: Rows,
        parent: QObject | None = None,
        *,
        widest: int = -1,
    ) -> None:
        super().__init__(headers, rows, range(FIRST_COUNT, FIRST_COUNT + COUNTS), parent)
        self.widest = widest % len(self.headers)


def over_time(trend: TeamTrend, parent: QObject | None = None) -> TrendTable:
    """Return the table of one team: every dimension, vote by vote."""
    headers = (
        *_headers(_("Dimension"), _("Day")),
        _("Since the\nvote before"),
        _("Better,\nsame, worse"),
    )
    return TrendTable(headers, tuple(r for one in trend.lines for r in _line(one)), parent)


def side_by_side(compared: Sequence[Compared], parent: QObject | None = None) -> TrendTable:
    """Return the table of several teams: every dimension, team by team in order of name."""
    headers = (*_headers(_("Dimension"), _("Team")), _("Day"))
    return TrendTable(headers, tuple(r for one in compared for r in _teams(one)), parent, widest=1)


def _headers(what: str, which: str) -> tuple[str, ...]:
    return what, which, "1", "2", "3", "4", "5", _("Voted"), _("Middle\nvote")


def _line(line: TrendLine) -> Iterator[tuple[str, ...]]:
    moves = ("", *map(movements.headline, line.shifts))
    for point, moved in zip(line.points, moves, strict=True):
        shown = None if point.talked_only else point.tally
        yield (
            line.subject.short_name,
            movements.short_day(point.held_on),
            *_counts(shown),
            _turnout(point.tally, point.expected),
            _middle(shown),
            moved,
            " · ".join(map(str, point.felt)) if any(point.felt) else "",
        )


def _teams(compared: Compared) -> Iterator[tuple[str, ...]]:
    name = compared.subject.short_name
    for vote in compared.votes:
        yield (
            name,
            vote.team,
            *_counts(vote.tally),
            _voted(vote),
            _middle(vote.tally),
            movements.short_day(vote.held_on),
        )
    for team in compared.apart:
        yield (name, team, *_HIDDEN, "", _("other words"), "")
    for team in compared.unrated:
        yield (name, team, *_HIDDEN, "", _("not rated"), "")


def _voted(vote: TeamVote) -> str:
    if vote.tally is None:
        return _("under five")
    return _turnout(vote.tally, vote.expected)


def _turnout(tally: Tally, expected: int) -> str:
    """Say how many voted, and under it how many can't see it; both are told for talk too."""
    said = _("{0} of {1}").format(tally.voters, max(expected, tally.voters))
    if not tally.cant_see:
        return said
    cant = ngettext("{n} can’t see", "{n} can’t see", tally.cant_see)
    return f"{said}\n{cant}"


def _counts(tally: Tally | None) -> tuple[str, ...]:
    if tally is None:
        return _HIDDEN
    return tuple(str(count) for count in tally.counts)


def _middle(tally: Tally | None) -> str:
    return _("talk only") if tally is None else findings.middle_words(tally)
