"""Shows of hands that are never secret: strengths spotted, dots, confidence, time well spent."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from lqf_workshop.domain.meeting import Poll
from lqf_workshop.domain.workshop import HEADCOUNT_ALLOWED
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.dots import dots_are_shown, keys_of, refuse_too_many
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

    def count_dots(
        self, workshop_id: int, step_id: int, note_ids: Sequence[int], by: int = 1
    ) -> None:
        """Give dots to the first answer of a pile, or take them off an answer of it.

        WorkshopProblem when the room would give more than it has.
        """
        key, moved = self._move_dots(workshop_id, step_id, keys_of(step_id, note_ids), by)
        if moved:
            self._desk.journal.did(
                Act(
                    _("a dot"),
                    lambda: self._dots_again(workshop_id, step_id, key, -moved),
                    lambda: self._dots_again(workshop_id, step_id, key, moved),
                )
            )
            self._desk.changes.announce(Change.POLLS, workshop_id)

    def show_dots(self, workshop_id: int, step_id: int, *, shown: bool = True) -> None:
        """Show the room how many dots every pile has, or cover them again."""
        moved = self._show(workshop_id, step_id, shown=shown)
        if moved:
            self._desk.journal.did(
                Act(
                    _("showing the dots") if shown else _("covering the dots"),
                    lambda: self._show_again(workshop_id, step_id, shown=not shown),
                    lambda: self._show_again(workshop_id, step_id, shown=shown),
                )
            )
            self._desk.changes.announce(Change.POLLS, workshop_id)

    def _dots_again(self, workshop_id: int, step_id: int, key: str, by: int) -> None:
        self._move_dots(workshop_id, step_id, [key], by)
        self._desk.changes.announce(Change.POLLS, workshop_id)

    def _move_dots(
        self, workshop_id: int, step_id: int, keys: Sequence[str], by: int
    ) -> tuple[str, int]:
        """Change the dots of hands on one key; return which, and by how much it really moved."""
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            if by > 0:
                refuse_too_many(session, workshop_id, step_id, by)
                return keys[0], _add(session, workshop_id, Poll.DOTS, keys[0], by)
            for key in keys:
                if moved := _add(session, workshop_id, Poll.DOTS, key, by):
                    return key, moved
        return keys[0], 0

    def _show(self, workshop_id: int, step_id: int, *, shown: bool) -> int:
        by = 1 if shown else -1
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            if dots_are_shown(session, workshop_id, step_id) == shown:
                return 0
            return _add(session, workshop_id, Poll.DOTS_SHOWN, str(step_id), by)

    def _show_again(self, workshop_id: int, step_id: int, *, shown: bool) -> None:
        self._show(workshop_id, step_id, shown=shown)
        self._desk.changes.announce(Change.POLLS, workshop_id)

    def _again(self, workshop_id: int, poll: Poll, answer: str, by: int) -> None:
        self._move(workshop_id, poll, answer, by)
        self._desk.changes.announce(Change.POLLS, workshop_id)

    def _move(self, workshop_id: int, poll: Poll, answer: str, by: int) -> int:
        """Change a count and return by how much it really moved."""
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            return _add(session, workshop_id, poll, answer, by)


def _add(session: Session, workshop_id: int, poll: Poll, answer: str, by: int) -> int:
    """Add hands to an answer, never below none, and return by how much it really moved."""
    record = session.get(PollCountRecord, (workshop_id, poll.value, answer))
    now = record.count if record else 0
    moved = max(by, -now)
    if now + moved > MOST_HANDS:
        raise WorkshopProblem(_("That is more hands than a room of 30 can raise."))
    if record is not None:
        record.count = now + moved
    elif moved:
        session.add(
            PollCountRecord(workshop_id=workshop_id, poll=poll.value, answer=answer, count=moved)
        )
    return moved
