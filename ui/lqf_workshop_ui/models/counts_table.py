"""The votes of a workshop as a table: a row for each revealed vote, a column for each answer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.summary import SubjectResult, WorkshopSummary
from lqf_workshop.scenes import findings
from lqf_workshop.wording import _
from lqf_workshop_ui.models.word_table import WordTable

FIRST_COUNT = 2
"""Column of the first scale point."""


class CountsTable(WordTable):
    """Counts only, as the summary has them; what has no vote says so.

    Where skills were voted on too, points stand without words: they mean other things there.
    """

    def __init__(self, summary: WorkshopSummary, parent: QObject | None = None) -> None:
        levels = dict(summary.levels)
        skills = [result for one in summary.skills for result in one.results if result.rounds]
        headers = _headers(summary.scale_words if not skills else ("",) * 5)
        rows = [row for result in (*summary.results, *skills) for row in _rows(result, levels)]
        super().__init__(headers, rows, range(FIRST_COUNT, len(headers) - 2), parent)


def _headers(scale_words: tuple[str, ...]) -> tuple[str, ...]:
    points = (f"{n}\n{word}".strip() for n, word in enumerate(scale_words, 1))
    return (
        _("Dimension"),
        _("Vote"),
        *points,
        _("0\nCan’t see"),
        _("Voted"),
        _("Middle vote"),
        _("How close we are"),
    )


def _rows(result: SubjectResult, levels: dict[str, str]) -> Iterator[tuple[str, ...]]:
    name = result.subject.short_name
    for one in result.rounds:
        yield (name, *_row(one))
        for code, tally in one.by_level:
            level = RevealedRound(one.subject, one.number, tally, tally.voters)
            yield (f"{name}, {levels.get(code, code)}", *_row(level))
    if not result.rounds:
        empty = len(_headers(("",) * 5)) - 3
        state = _("Voting is open") if result.voting else _("Not rated yet")
        yield (name, *[""] * (empty + 1), state)


def _row(one: RevealedRound) -> tuple[str, ...]:
    tally = one.tally
    return (
        _("First") if one.number == 1 else _("Second"),
        *(str(count) for count in tally.counts),
        str(tally.cant_see),
        _("{0} of {1}").format(tally.voters, max(one.expected, tally.voters)),
        findings.middle_words(tally),
        findings.spread_label(tally),
    )
