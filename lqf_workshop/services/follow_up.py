"""Come back to what was agreed: notes on how it goes."""

from __future__ import annotations

from sqlalchemy.orm import Session

from lqf_workshop.domain.follow_up import Look, Progress
from lqf_workshop.domain.text import clean_text, has_words
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.said import progress_of, progress_record, said_about
from lqf_workshop.storage.records import ActionRecord, ProgressRecord
from lqf_workshop.wording import _


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
