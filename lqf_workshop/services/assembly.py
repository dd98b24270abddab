"""Open a library and set up everything a facilitator can do with it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.changes import ChangeFeed
from lqf_workshop.services.desk import Clock, Desk, utc_now
from lqf_workshop.services.journal import Journal
from lqf_workshop.services.lists import Lists
from lqf_workshop.storage.database import Database

if TYPE_CHECKING:
    from lqf_workshop.services.action_plans import ActionPlans
    from lqf_workshop.services.actions import Actions
    from lqf_workshop.services.activities import Activities
    from lqf_workshop.services.cards import Cards
    from lqf_workshop.services.decks import Decks
    from lqf_workshop.services.exports import Exports
    from lqf_workshop.services.files import Files
    from lqf_workshop.services.follow_up import FollowUp
    from lqf_workshop.services.meetings import Meetings
    from lqf_workshop.services.notes import Notes
    from lqf_workshop.services.own_activities import OwnActivities
    from lqf_workshop.services.phones import Phones
    from lqf_workshop.services.polls import Polls
    from lqf_workshop.services.ratings import Ratings
    from lqf_workshop.services.runs import Runs
    from lqf_workshop.services.summaries import Summaries
    from lqf_workshop.services.trends import Trends
    from lqf_workshop.services.workshops import Workshops


class Services:
    """Everything a facilitator can do, over one open library.

    Each service is imported when it is first asked for: with the first one that writes comes
    SQLAlchemy, which takes longer than all of Qt. ``warm_up`` brings it in beforehand.
    """

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self.desk = desk
        self.shelf = shelf
        self.lists = Lists(desk)

    @cached_property
    def workshops(self) -> Workshops:
        """The plans of workshops."""
        from lqf_workshop.services.workshops import Workshops

        return Workshops(self.desk, self.shelf)

    @cached_property
    def runs(self) -> Runs:
        """The course of each."""
        from lqf_workshop.services.runs import Runs

        return Runs(self.desk)

    @cached_property
    def ratings(self) -> Ratings:
        """Votes and reveals."""
        from lqf_workshop.services.ratings import Ratings

        return Ratings(self.desk)

    @cached_property
    def cards(self) -> Cards:
        """Scenario cards on the table."""
        from lqf_workshop.services.cards import Cards

        return Cards(self.desk, self.shelf)

    @cached_property
    def decks(self) -> Decks:
        """Decks of cards, shipped and own."""
        from lqf_workshop.services.decks import Decks

        return Decks(self.desk, self.shelf)

    @cached_property
    def activities(self) -> Activities:
        """Activities being filled in."""
        from lqf_workshop.services.activities import Activities

        return Activities(self.desk, self.shelf)

    @cached_property
    def own_activities(self) -> OwnActivities:
        """Activities made by copying one."""
        from lqf_workshop.services.own_activities import OwnActivities

        return OwnActivities(self.desk, self.shelf)

    @cached_property
    def notes(self) -> Notes:
        """What was said."""
        from lqf_workshop.services.notes import Notes

        return Notes(self.desk)

    @cached_property
    def actions(self) -> Actions:
        """What was agreed."""
        from lqf_workshop.services.actions import Actions

        return Actions(self.desk)

    @cached_property
    def follow_up(self) -> FollowUp:
        """How it goes with what was agreed."""
        from lqf_workshop.services.follow_up import FollowUp

        return FollowUp(self.desk)

    @cached_property
    def phones(self) -> Phones:
        """What comes from phones."""
        from lqf_workshop.services.phones import Phones

        return Phones(self.desk)

    @cached_property
    def polls(self) -> Polls:
        """Shows of hands."""
        from lqf_workshop.services.polls import Polls

        return Polls(self.desk)

    @cached_property
    def meetings(self) -> Meetings:
        """Workshops as whole values."""
        from lqf_workshop.services.meetings import Meetings

        return Meetings(self.desk, self.shelf)

    @cached_property
    def summaries(self) -> Summaries:
        """What each workshop came to."""
        from lqf_workshop.services.summaries import Summaries

        return Summaries(self.desk, self.shelf, self.meetings)

    @cached_property
    def action_plans(self) -> ActionPlans:
        """What each workshop agreed, for the paper."""
        from lqf_workshop.services.action_plans import ActionPlans

        return ActionPlans(self.desk, self.shelf, self.meetings)

    @cached_property
    def trends(self) -> Trends:
        """Teams over time and side by side."""
        from lqf_workshop.services.trends import Trends

        return Trends(self.desk, self.shelf)

    @cached_property
    def files(self) -> Files:
        """Workshops from and for other laptops."""
        from lqf_workshop.services.files import Files

        return Files(self.desk, self.shelf)

    @cached_property
    def exports(self) -> Exports:
        """Workshops in the files of other programs."""
        from lqf_workshop.services.exports import Exports

        return Exports(self.desk, self.summaries, self.trends)

    @property
    def changes(self) -> ChangeFeed:
        """The feed that announces every change."""
        return self.desk.changes

    @property
    def journal(self) -> Journal:
        """The acts that can be undone."""
        return self.desk.journal

    def warm_up(self) -> None:
        """Import what the first act will need; safe in another thread."""
        import lqf_workshop.services.summaries
        import lqf_workshop.services.workshops  # noqa: F401

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
    return Services(Desk(Database(library, read_only=read_only), clock=clock), shelf or Shelf())
