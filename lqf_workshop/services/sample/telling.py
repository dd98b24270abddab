"""One meeting as it happens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import update

from lqf_workshop.domain.agenda import AgendaStep, StepKind
from lqf_workshop.domain.meeting import Part, Stop
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.services.sample.agreeing import Agreeing
from lqf_workshop.services.sample.exploring import Exploring
from lqf_workshop.services.sample.room import Room
from lqf_workshop.services.sample.talking import Talking
from lqf_workshop.services.sample.voting import Voting
from lqf_workshop.storage.records import StepRecord


class Telling:
    """One meeting as it happens, through the services that a facilitator would use."""

    def __init__(self, room: Room, now: datetime, today: date) -> None:
        self._room = room
        self._rng = room.rng
        self._services = room.services
        self._now = now
        self._today = today
        self._voting = Voting(room)
        self._talking = Talking(room)
        self._agreeing = Agreeing(room)

    def tell(self) -> None:
        """Live through the meeting as far as its state says."""
        if self._room.sitting.state is WorkshopState.PREPARED:
            self._talking.prepare()
        elif self._room.sitting.state is WorkshopState.RUNNING:
            self._run_part_way()
        else:
            self._run_to_the_end()
        self._room.store()

    def _run_to_the_end(self) -> None:
        self._room.clock.now = datetime.combine(
            self._room.sitting.held_on, time(self._rng.choice((9, 13, 14))), UTC
        )
        self._begin()
        for step in self._room.steps:
            self._live(step)
        self._talking.look_back()
        self._services.runs.go(self._room.id, Stop(self._room.steps[-1].id, Part.END))
        self._services.runs.finish(self._room.id)
        self._keep_course(self._room.steps)
        self._come_back_later()

    def _run_part_way(self) -> None:
        """Stop in the middle of a vote, or of writing an action; a few minutes ago."""
        writing = self._room.sitting.number % 2 == 0 and self._room.memory.meetings > 0
        kind = StepKind.ACTIONS if writing else StepKind.RATE
        before = [s for s in self._room.steps if s.id < self._first(kind).id]
        minutes = sum(step.plan.minutes for step in before) + 12
        self._room.clock.now = self._now - timedelta(minutes=minutes)
        self._begin()
        for step in before:
            self._live(step)
        here = self._first(kind)
        self._services.runs.go(self._room.id, Stop(here.id, Part.START))
        if writing:
            self._agreeing.stop_half_way()
        else:
            self._voting.vote_part_way(here)
        self._keep_course(before)

    def _first(self, kind: StepKind) -> AgendaStep:
        return next((s for s in self._room.steps if s.plan.kind is kind), self._room.steps[-1])

    def _begin(self) -> None:
        self._services.runs.begin(self._room.id, Stop(self._room.steps[0].id, Part.START))

    def _live(self, step: AgendaStep) -> None:
        match step.plan.kind:
            case StepKind.LAST_ACTIONS:
                self._agreeing.review()
            case StepKind.STRENGTHS:
                self._talking.spot_strengths()
            case StepKind.RATE:
                self._voting.rate_all()
                self._voting.look_at_last_time()
            case StepKind.FOCUS:
                self._voting.focus()
            case StepKind.CARD:
                self._talking.turn_to_a_card(step)
            case StepKind.ACTIVITY:
                Exploring(self._room).work_through(step)
            case StepKind.SKILLS:
                self._voting.rate_skills(step)
            case StepKind.TALK:
                self._talking.talk(step)
            case StepKind.ACTIONS:
                self._agreeing.agree_some()
            case StepKind.CLOSE:
                self._talking.close()
        self._room.clock.now += timedelta(minutes=step.plan.minutes)

    def _keep_course(self, steps: Sequence[AgendaStep]) -> None:
        """Store which steps were visited, and how long each took.

        A console counts time every few seconds; that would be most of the work here.
        """
        course = [
            {
                "id": step.id,
                "visited": True,
                "actual_seconds": round(step.plan.minutes * self._rng.uniform(45, 80)),
            }
            for step in steps
        ]
        if course:
            with self._services.desk.database.transaction() as session:
                session.execute(update(StepRecord), course)

    def _come_back_later(self) -> None:
        """Tick actions off between meetings, when this was long ago and nobody met since."""
        age = self._today - self._room.sitting.held_on
        if self._room.sitting.last and age > timedelta(days=60):
            self._agreeing.review()
