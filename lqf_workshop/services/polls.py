"""Shows of hands that are never secret: strengths spotted, confidence, time well spent."""

from __future__ import annotations

from sqlalchemy import select

from lqf_workshop.domain.meeting import Poll
from lqf_workshop.domain.workshop import HEADCOUNT_ALLOWED
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import PollCountRecord
from lqf_workshop.wording import _

MOST_HANDS = HEADCOUNT_ALLOWED.stop * 3
"""Strengths can be spotted several times by one person; beyond this a key is stuck."""


class Polls:
    """The open polls of every workshop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, workshop_id: int, poll: Poll, answer: str, by: int = 1) -> None:
        """Add hands to an answer, or take them away; never below none."""
        moved = self._move(workshop_id, poll, answer, by)
        if moved:
            self._desk.journal.did(
                Act(
                    _("a show of hands"),
                    lambda: self._again(workshop_id, poll, answer, -moved),
                    lambda: self._again(workshop_id, poll, answer, moved),
                )
            )
            self._desk.changes.announce(Change.POLLS, workshop_id)

    def _again(self, workshop_id: int, poll: Poll, answer: str, by: int) -> None:
        self._move(workshop_id, poll, answer, by)
        self._desk.changes.announce(Change.POLLS, workshop_id)

    def _move(self, workshop_id: int, poll: Poll, answer: str, by: int) -> int:
        """Change a count and return by how much it really moved."""
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            rows = session.scalars(
                select(PollCountRecord).where(
                    PollCountRecord.workshop_id == workshop_id, PollCountRecord.poll == poll.value
                )
            ).all()
            record = next((r for r in rows if r.answer == answer), None)
            now = record.count if record else 0
            moved = max(by, -now)
            if now + moved > MOST_HANDS:
                raise WorkshopProblem(_("That is more hands than a room of 30 can raise."))
            if record is None and moved:
                session.add(
                    PollCountRecord(
                        workshop_id=workshop_id, poll=poll.value, answer=answer, count=moved
                    )
                )
            elif record is not None:
                record.count = now + moved
        return moved
