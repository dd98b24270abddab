"""Come back to what was agreed: notes on how it goes, and what it is time to look at."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import OPEN_STATES, DueAction
from lqf_workshop.domain.follow_up import DueLook, Look, Progress, look_due
from lqf_workshop.domain.text import clean_text, has_words
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.actions import action_of
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.said import progress_of, progress_record, said_about
from lqf_workshop.storage.records import ActionRecord, ProgressRecord, WorkshopRecord
from lqf_workshop.wording import _

LOOKED_BACK_AT = timedelta(weeks=52)
"""How far back meetings are whose open actions still ask to be looked at."""


class FollowUp:
    """What was said about actions after they were agreed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def progress(self, action_id: int) -> tuple[Progress, ...]:
        """Return what was said about an action, oldest first."""
        with self._desk.database.reading() as session:
            return said_about(session, action_id)

    def say(self, action_id: int, text: str, look: Look | None = None) -> int:
        """Keep what is said about an action today, and return its number."""
        if not has_words(text):
            raise WorkshopProblem(_("Say in a few words how it goes. Then keep it."))
        with self._desk.database.transaction() as session:
            action = session.get(ActionRecord, action_id)
            if action is None:
                raise StaleProblem(_("That action has been removed."))
            record = ProgressRecord(
                action_id=action_id,
                said_on=self._desk.today(),
                look=look.value if look else "",
                text=clean_text(text),
            )
            session.add(record)
            session.flush()
            said, workshop_id = progress_of(record), action.workshop_id
        self._remember(_("a note on how it goes"), said, workshop_id, removed=False)
        self._desk.changes.announce(Change.ACTIONS, workshop_id)
        return said.id

    def remove(self, progress_id: int) -> None:
        """Delete what was said; undo brings it back."""
        with self._desk.database.reading() as session:
            record = _stored(session, progress_id)
            said = progress_of(record)
            action = session.get(ActionRecord, said.action_id)
            workshop_id = action.workshop_id if action else 0
        self._take(said, workshop_id)
        self._remember(_("removing a note"), said, workshop_id, removed=True)

    def due(self, limit: int) -> list[DueLook]:
        """Return open actions that it is time to look at, longest waiting first."""
        today = self._desk.today()
        first = min(look.weeks for look in Look)
        query = (
            select(ActionRecord, WorkshopRecord.team, WorkshopRecord.held_on)
            .join(WorkshopRecord, WorkshopRecord.id == ActionRecord.workshop_id)
            .where(
                ActionRecord.state.in_(OPEN_STATES),
                WorkshopRecord.held_on <= today - timedelta(weeks=first),
                WorkshopRecord.held_on >= today - LOOKED_BACK_AT,
            )
            .order_by(WorkshopRecord.held_on, ActionRecord.id)
        )
        with self._desk.database.reading() as session:
            rows = session.execute(query).all()
            answered = _answered(session, [record.id for record, _team, _day in rows])
            found = [
                (DueAction(action_of(record), team, held_on), answered.get(record.id, []))
                for record, team, held_on in rows
            ]
        looks = [_due_look(one, done, today) for one, done in found]
        return [look for look in looks if look][:limit]

    def _take(self, said: Progress, workshop_id: int) -> None:
        with self._desk.database.transaction() as session:
            session.delete(_stored(session, said.id))
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def _put(self, said: Progress, workshop_id: int) -> None:
        with self._desk.database.transaction() as session:
            if session.get(ActionRecord, said.action_id) is None:
                raise StaleProblem(_("That action has been removed."))
            session.add(progress_record(said))
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def _remember(self, what: str, said: Progress, workshop_id: int, *, removed: bool) -> None:
        def put() -> None:
            self._put(said, workshop_id)

        def take() -> None:
            self._take(said, workshop_id)

        self._desk.journal.did(Act(what, put, take) if removed else Act(what, take, put))


def _stored(session: Session, progress_id: int) -> ProgressRecord:
    record = session.get(ProgressRecord, progress_id)
    if record is None:
        raise StaleProblem(_("That note has been removed."))
    return record


def _answered(session: Session, actions: list[int]) -> dict[int, list[Look]]:
    """Return the looks that were answered, by action."""
    found: dict[int, list[Look]] = {}
    rows = session.execute(
        select(ProgressRecord.action_id, ProgressRecord.look).where(
            ProgressRecord.action_id.in_(actions), ProgressRecord.look != ""
        )
    )
    for action_id, look in rows:
        found.setdefault(action_id, []).append(Look(look))
    return found


def _due_look(one: DueAction, answered: list[Look], today: date) -> DueLook | None:
    look = look_due(one.held_on, answered, today)
    return DueLook(one, look, look.due_on(one.held_on)) if look else None
