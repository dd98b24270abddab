"""What every service works with: the library, the feed, the journal and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from lqf_workshop.services.changes import ChangeFeed
from lqf_workshop.services.journal import Journal
from lqf_workshop.storage.database import Database

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every service; there is one for as long as a library is open."""

    database: Database
    changes: ChangeFeed = field(default_factory=ChangeFeed)
    journal: Journal = field(default_factory=Journal)
    clock: Clock = utc_now

    def today(self) -> date:
        """Return today's date where the laptop is."""
        return self.clock().astimezone().date()
