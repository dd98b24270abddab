"""A workshop in the files of other programs: spreadsheet, .csv, Word, calendar, pictures.

All of it is made from one ``WorkshopSummary``, so nothing that may not be shown can leave.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path

from lqf_workshop.domain.action import ActionState
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.domain.team import Team
from lqf_workshop.domain.trend import TrendLine
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.pictures import Picture, pictures
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.summaries import Summaries
from lqf_workshop.services.trends import Trends
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole


class Kind(Enum):
    """What a workshop can be saved as; the value is the end of the file's name."""

    SPREADSHEET = "xlsx"
    RESULTS = "results.csv"
    ACTIONS = "actions.csv"
    WORD = "docx"
    CALENDAR = "ics"


class Exports:
    """Files for other programs. May be called in another thread."""

    def __init__(self, desk: Desk, summaries: Summaries, trends: Trends) -> None:
        self._desk = desk
        self._trends = trends
        self._summaries = summaries

    def write(self, workshop_id: int, kind: Kind, path: Path) -> None:
        """Write a workshop as it is now, whole or not at all."""
        write_whole(self.content(workshop_id, kind), path)

    def content(self, workshop_id: int, kind: Kind) -> bytes:
        """Return the file of a workshop as it is now."""
        summary = self._summaries.gather(workshop_id)
        made: dict[Kind, Callable[[], bytes]] = {
            Kind.SPREADSHEET: lambda: self._spreadsheet(summary),
            Kind.RESULTS: lambda: self._results(summary),
            Kind.ACTIONS: lambda: self._actions(summary),
            Kind.WORD: lambda: self._word(summary),
            Kind.CALENDAR: lambda: self._calendar(summary),
        }
        return made[kind]()

    def pictures(self, workshop_id: int) -> tuple[Picture, ...]:
        """Return a picture of each revealed vote, of the grid, the hands at the close and the
        team over time; without any there is nothing to save."""
        from lqf_workshop.exchange.more_pictures import more_pictures  # ReportLab is slow

        summary = self._summaries.gather(workshop_id)
        found = (*pictures(summary), *more_pictures(summary, self._over_time(summary)))
        if not found:
            raise WorkshopProblem(_("No vote has been revealed yet, so there is no picture."))
        return found

    def _over_time(self, summary: WorkshopSummary) -> tuple[TrendLine, ...]:
        """Return the votes of a workshop's team, down to that workshop and none later."""
        workshop = summary.workshop
        until = workshop.plan.held_on, workshop.id
        lines = (
            replace(line, points=tuple(p for p in line.points if p.room.place <= until))
            for line in self._trends.of(Team.of(workshop.plan.team, workshop.plan.provider)).lines
        )
        return tuple(
            line for line in lines if line.points and line.points[-1].workshop_id == workshop.id
        )

    def _spreadsheet(self, summary: WorkshopSummary) -> bytes:
        from lqf_workshop.exchange.spreadsheet import workbook_of

        return workbook_of(summary)

    def _results(self, summary: WorkshopSummary) -> bytes:
        from lqf_workshop.exchange.spreadsheet import results_csv

        return results_csv(summary)

    def _actions(self, summary: WorkshopSummary) -> bytes:
        from lqf_workshop.exchange.spreadsheet import actions_csv

        return actions_csv(summary)

    def _word(self, summary: WorkshopSummary) -> bytes:
        from lqf_workshop.exchange.word_plan import word_bytes  # python-docx is slow to import

        return word_bytes(summary)

    def _calendar(self, summary: WorkshopSummary) -> bytes:
        from lqf_workshop.exchange.calendar_file import calendar_bytes, days_of

        if not days_of(summary):
            raise WorkshopProblem(_no_days(summary))
        return calendar_bytes(summary, self._desk.clock())


def _no_days(summary: WorkshopSummary) -> str:
    if any(action.state is ActionState.DRAFT for action in summary.actions):
        return _("No agreed action has a date yet. Agree the actions first.")
    return _("No action that is still to do has a date, so there is nothing for a calendar.")
