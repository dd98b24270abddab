"""Open a library and set up everything a facilitator can do with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.actions import Actions
from lqf_workshop.services.cards import Cards
from lqf_workshop.services.changes import ChangeFeed
from lqf_workshop.services.desk import Clock, Desk, utc_now
from lqf_workshop.services.journal import Journal
from lqf_workshop.services.meetings import Meetings
from lqf_workshop.services.notes import Notes
from lqf_workshop.services.polls import Polls
from lqf_workshop.services.ratings import Ratings
from lqf_workshop.services.runs import Runs
from lqf_workshop.services.summaries import Summaries
from lqf_workshop.services.workshops import Workshops
from lqf_workshop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a facilitator can do, over one open library."""

    desk: Desk
    shelf: Shelf
    workshops: Workshops
    runs: Runs
    ratings: Ratings
    cards: Cards
    notes: Notes
    actions: Actions
    polls: Polls
    meetings: Meetings
    summaries: Summaries

    @property
    def changes(self) -> ChangeFeed:
        """The feed that announces every change."""
        return self.desk.changes

    @property
    def journal(self) -> Journal:
        """The acts that can be undone."""
        return self.desk.journal

    def check(self) -> None:
        """Read the whole library through; LibraryDamaged if any part is broken."""
        self.desk.database.check()

    def close(self) -> None:
        """Let go of the library."""
        self.desk.database.close()


def open_services(
    library: Path,
    shelf: Shelf | None = None,
    *,
    clock: Clock = utc_now,
    read_only: bool = False,
) -> Services:
    """Open ``library`` and return what can be done with it.

    Raises LibraryProblem, with the file unchanged, when it cannot be opened.
    """
    shelf = shelf or Shelf()
    desk = Desk(Database(library, read_only=read_only), clock=clock)
    meetings = Meetings(desk, shelf)
    return Services(
        desk=desk,
        shelf=shelf,
        workshops=Workshops(desk, shelf),
        runs=Runs(desk),
        ratings=Ratings(desk),
        cards=Cards(desk, shelf),
        notes=Notes(desk),
        actions=Actions(desk),
        polls=Polls(desk),
        meetings=meetings,
        summaries=Summaries(desk, shelf, meetings),
    )
