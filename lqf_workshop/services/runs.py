"""Lead a workshop: where it is, what time it is, and what hides the screen."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from lqf_workshop.domain.focus import PICKS_ALLOWED
from lqf_workshop.domain.meeting import Cover, Part, Stop, Timer
from lqf_workshop.domain.subject import dimension_code
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.last_time import (
    has_the_step,
    may_have_been_taken_out,
    open_actions,
    put_step,
    take_step,
)
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import RoundRecord, StepRecord, WorkshopRecord
from lqf_workshop.wording import _, ngettext

PAUSE_AFTER = timedelta(seconds=45)
"""A longer silence means the program was closed; that time belongs to no step."""


class Runs:
    """The course of every workshop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begin(self, workshop_id: int, first: Stop) -> str:
        """Start a workshop at its first stop, or take it up again where it was left.

        What hid the screen hides it still; only the way in goes, since phones are off now.
        Return what is good to know about actions that the plan did not count on, or nothing.
        """
        now = self._desk.clock()
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            news, added = "", None
            if record.state == WorkshopState.PREPARED.value:
                news, added = _meet_last_actions(session, record)
                if added is not None and added.position == 0:
                    first = Stop(added.id, Part.START)
            added_id = added.id if added is not None else 0
            record.state = WorkshopState.RUNNING.value
            if record.cover == Cover.JOIN.value:
                record.cover = Cover.NONE.value
            if record.at_step is None:
                _move(session, record, first)
            record.counted_until = record.last_seen = now
        self._desk.journal.clear()
        if added_id:
            self._remember_last_actions(workshop_id, added_id)
        self._desk.changes.announce(Change.RUN, workshop_id)
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)
        return news

    def go(self, workshop_id: int, stop: Stop) -> None:
        """Move to a stop; the time since the last move goes to the step that was left."""
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            self._count_time(session, record)
            if record.at_step != stop.step_id or self._timer_is_out(record):
                _stop_timer(record)
            _move(session, record, stop)
        self._desk.changes.announce(Change.RUN, workshop_id)

    def still_here(self, workshop_id: int) -> None:
        """Note that the meeting goes on; called every few seconds while the console is open."""
        with self._desk.database.transaction() as session:
            self._count_time(session, workshop_record(session, workshop_id))

    def finish(self, workshop_id: int) -> None:
        """Close the workshop; it can be opened again later.

        Votes that were never revealed are deleted with their rounds: they belong to nobody now.
        """
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            self._count_time(session, record)
            record.state = WorkshopState.DONE.value
            record.phone_key = record.room_code = None
            session.execute(
                delete(RoundRecord).where(
                    RoundRecord.workshop_id == workshop_id, RoundRecord.tally.is_(None)
                )
            )
            _stop_timer(record)
        self._desk.database.wipe_traces()
        self._desk.changes.announce(Change.RUN, workshop_id)
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)

    def cover(self, workshop_id: int, cover: Cover) -> None:
        """Hide the scene behind black or a neutral slide, or show it again."""
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id).cover = cover.value
        self._desk.changes.announce(Change.RUN, workshop_id)

    def start_timer(self, workshop_id: int, seconds: int) -> None:
        """Count down from ``seconds``, beginning now."""
        ends_at = self._desk.clock() + timedelta(seconds=seconds)
        self._set_timer(workshop_id, Timer(seconds, ends_at))

    def pause_or_go_on(self, workshop_id: int, timer: Timer) -> None:
        """Stop the countdown where it is, or let it go on from there."""
        now = self._desk.clock()
        if timer.running:
            changed = Timer(timer.total_seconds, None, timer.left(now))
        else:
            changed = Timer(timer.total_seconds, now + timedelta(seconds=timer.seconds_left))
        self._set_timer(workshop_id, changed)

    def add_time(self, workshop_id: int, timer: Timer, seconds: int) -> None:
        """Give the countdown more time; one that had run out starts again from now."""
        now = self._desk.clock()
        left = timer.left(now) + seconds
        total = max(timer.total_seconds + seconds, left)
        running = timer.running or timer.seconds_left == 0
        ends_at = now + timedelta(seconds=left) if running else None
        self._set_timer(workshop_id, Timer(total, ends_at, left))

    def clear_timer(self, workshop_id: int) -> None:
        """Take the timer off the screens."""
        self._set_timer(workshop_id, None)

    def pick(self, workshop_id: int, subject: str) -> None:
        """Choose a dimension or an element for the team's time, or let go of it; two at most."""
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            before = list(record.picks)
            after = [p for p in before if p != subject]
            if after == before:
                if dimension_code(subject) not in record.dimensions:
                    raise WorkshopProblem(_("This workshop does not rate that."))
                after.append(subject)
            if len(after) > PICKS_ALLOWED:
                raise WorkshopProblem(
                    _("Two are enough for one meeting. Let go of one first, then pick this.")
                )
            record.picks = after
        self._desk.journal.did(
            Act(
                _("a pick"),
                lambda: self._set_picks(workshop_id, before),
                lambda: self._set_picks(workshop_id, after),
            )
        )
        self._desk.changes.announce(Change.FOCUS, workshop_id)

    def _remember_last_actions(self, workshop_id: int, step_id: int) -> None:
        def told() -> None:
            self._desk.changes.announce(Change.RUN, workshop_id)
            self._desk.changes.announce(Change.WORKSHOPS, workshop_id)

        def take() -> None:
            with self._desk.database.transaction() as session:
                take_step(session, workshop_record(session, workshop_id), step_id)
            told()

        def put() -> None:
            with self._desk.database.transaction() as session:
                put_step(session, workshop_record(session, workshop_id), step_id)
            told()

        self._desk.journal.did(Act(_("adding last time’s actions"), take, put))

    def _set_picks(self, workshop_id: int, picks: list[str]) -> None:
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id).picks = picks
        self._desk.changes.announce(Change.FOCUS, workshop_id)

    def _set_timer(self, workshop_id: int, timer: Timer | None) -> None:
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            record.timer_total = timer.total_seconds if timer else None
            record.timer_ends_at = timer.ends_at if timer else None
            record.timer_left = timer.seconds_left if timer else None
        self._desk.changes.announce(Change.RUN, workshop_id)

    def _timer_is_out(self, record: WorkshopRecord) -> bool:
        ends_at = record.timer_ends_at
        return ends_at is not None and ends_at <= self._desk.clock()

    def _count_time(self, session: Session, record: WorkshopRecord) -> None:
        """Give the whole seconds since the last count to the step that is on."""
        now, since = self._desk.clock(), record.counted_until
        record.last_seen = now
        if record.state != WorkshopState.RUNNING.value or since is None or _paused(since, now):
            record.counted_until = now
            return
        seconds = int((now - since).total_seconds())
        record.counted_until = since + timedelta(seconds=seconds)  # the rest counts next time
        session.execute(
            update(StepRecord)
            .where(StepRecord.id == record.at_step)
            .values(actual_seconds=StepRecord.actual_seconds + seconds)
        )


def _meet_last_actions(session: Session, record: WorkshopRecord) -> tuple[str, StepRecord | None]:
    """Let a team meet what is open, and say so; a step that was taken out does not come back."""
    waiting = open_actions(session, record)
    if not waiting or has_the_step(session, record):
        return "", None
    if may_have_been_taken_out(session, record):
        return ngettext(
            "{n} action is still open from last time. The plan has no step for it.",
            "{n} actions are still open from last time. The plan has no step for them.",
            waiting,
        ), None
    return ngettext(
        "{n} action is still open from last time, so the plan now has a step for it. "
        "Ctrl + Z takes the step out.",
        "{n} actions are still open from last time, so the plan now has a step for them. "
        "Ctrl + Z takes the step out.",
        waiting,
    ), put_step(session, record)


def _paused(since: datetime, now: datetime) -> bool:
    """Whether nobody was here since then, or the clock was set back."""
    return now - since > PAUSE_AFTER or now < since


def _move(session: Session, record: WorkshopRecord, stop: Stop) -> None:
    record.at_step, record.at_part, record.at_about = stop.step_id, stop.part.value, stop.about
    session.execute(update(StepRecord).where(StepRecord.id == stop.step_id).values(visited=True))


def _stop_timer(record: WorkshopRecord) -> None:
    record.timer_total = record.timer_ends_at = record.timer_left = None
