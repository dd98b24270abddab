"""The room in which one meeting is told: who is there, and what has come of it so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from sqlalchemy import insert

from lqf_workshop.domain.agenda import AgendaStep
from lqf_workshop.domain.agreement import Spread, spread_of
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.domain.workshop import WorkshopId, WorkshopPlan
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.sample.memory import Memory, Turns
from lqf_workshop.services.sample.schedule import Sitting
from lqf_workshop.storage.records import NoteRecord, PollCountRecord


@dataclass(slots=True)
class WallClock:
    """The clock on the wall of the meeting that is being told."""

    now: datetime

    def __call__(self) -> datetime:
        """Return what it shows."""
        return self.now


@dataclass(slots=True)
class Room:
    """One prepared workshop, with all that its telling needs and all that is said in it.

    ``way`` is how this room gives its votes: by ``hands``, on the ``laptop``, or ``both``.
    """

    id: WorkshopId
    plan: WorkshopPlan
    steps: Sequence[AgendaStep]
    sitting: Sitting
    services: Services
    clock: WallClock
    memory: Memory
    turns: Turns
    rng: Random
    way: str
    rounds: list[RevealedRound] = field(default_factory=list)
    picks: tuple[str, ...] = ()
    card: ScenarioCard | None = None
    skill: str = ""
    activity: str = ""
    _said: list[dict[str, object]] = field(default_factory=list)
    _shown_hands: list[dict[str, object]] = field(default_factory=list)

    @property
    def expected(self) -> int:
        """How many votes can come in."""
        return self.plan.headcount + int(self.plan.facilitator_votes)

    def is_split(self, subject: str) -> bool:
        """Whether the latest vote on a subject was split."""
        found = [r for r in self.rounds if r.subject == subject]
        return bool(found) and spread_of(found[-1].tally) is Spread.SPLIT

    def add(self, kind: NoteKind, about: str, text: str, *, shown: bool = True) -> None:
        """Take a note of something that was said or written."""
        self._said.append(
            {
                "workshop_id": self.id,
                "kind": kind.value,
                "about": about,
                "text": text,
                "shown": shown,
            }
        )

    def show_hands(self, poll: Poll, answer: str, count: int) -> None:
        """Count a show of hands."""
        self._shown_hands.append(
            {"workshop_id": self.id, "poll": poll.value, "answer": answer, "count": count}
        )

    def store(self) -> None:
        """Store every note and show of hands, which no rule would change, in one go."""
        with self.services.desk.database.transaction() as session:
            for kind, rows in ((NoteRecord, self._said), (PollCountRecord, self._shown_hands)):
                if rows:
                    session.execute(insert(kind), rows)
