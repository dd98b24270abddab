"""Rate a dimension together: votes come in hidden, and are revealed as totals."""

from __future__ import annotations

import secrets

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from lqf_workshop.domain.rating import (
    ANSWERS,
    OpenRound,
    Tally,
    check_answer,
    next_round_number,
    tally_of,
)
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk, workshop_record
from lqf_workshop.services.journal import Act
from lqf_workshop.storage.records import BallotRecord, HandCountRecord, RoundRecord
from lqf_workshop.wording import _


class Ratings:
    """The rating rounds of every workshop. Who voted what is never known here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_round(self, workshop_id: int, dimension: str) -> OpenRound:
        """Begin voting on a dimension, or return the round people are already voting in.

        A second vote becomes a second round; a third is explained away.
        """
        with self._desk.database.transaction() as session:
            record = self._open(session, workshop_id, dimension)
            voted = _voted(session, record.id)
        self._desk.changes.announce(Change.VOTES, workshop_id)
        return OpenRound(dimension, record.number, voted, record.expected)

    def count_hands(self, workshop_id: int, dimension: str, answer: int, by: int = 1) -> None:
        """Add ``by`` counted hands to an answer (or take away); never below none."""
        moved, round_id = self._count_hands(workshop_id, dimension, check_answer(answer), by)
        if moved:
            self._desk.journal.did(
                Act(
                    _("the count of hands"),
                    lambda: self._recount(workshop_id, round_id, dimension, answer, -moved),
                    lambda: self._recount(workshop_id, round_id, dimension, answer, moved),
                    secret=round_id,
                )
            )

    def cast(self, workshop_id: int, dimension: str, answer: int) -> None:
        """Put one secret vote into the open round."""
        check_answer(answer)
        with self._desk.database.transaction() as session:
            record = self._open(session, workshop_id, dimension)
            _refuse_overflow(_voted(session, record.id) + 1, record.expected)
            session.execute(
                insert(BallotRecord).values(
                    id=secrets.randbits(62), round_id=record.id, answer=answer
                )
            )
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def hand_counts(self, workshop_id: int, dimension: str) -> dict[int, int]:
        """Return the hands counted so far, for the facilitator's eyes; secret votes stay out."""
        with self._desk.database.reading() as session:
            record = _open_record(session, workshop_id, dimension)
            found = _hands(session, record.id) if record else {}
        return {answer: found.get(answer, 0) for answer in ANSWERS}

    def reveal(self, workshop_id: int, dimension: str) -> Tally:
        """Close the round: keep its totals, and delete every vote in the same transaction."""
        with self._desk.database.transaction() as session:
            record = _open_record(session, workshop_id, dimension)
            if record is None:
                raise WorkshopProblem(_("Nobody is voting on this now. Start a vote first."))
            tally = tally_of(_answers(session, record.id))
            if not tally.voters:
                raise WorkshopProblem(_("No votes are in yet. Count them first, then reveal."))
            record.tally = tally
            session.execute(delete(BallotRecord).where(BallotRecord.round_id == record.id))
            session.execute(delete(HandCountRecord).where(HandCountRecord.round_id == record.id))
            round_id = record.id
        self._desk.journal.forget_round(round_id)
        self._desk.changes.announce(Change.RATINGS, workshop_id)
        return tally

    def wipe_traces(self) -> None:
        """Remove deleted votes from the library's journal files too; call after a reveal."""
        self._desk.database.wipe_traces()

    def set_expected(self, workshop_id: int, expected: int) -> None:
        """Tell open rounds that the number of people in the room has changed."""
        with self._desk.database.transaction() as session:
            session.execute(
                update(RoundRecord)
                .where(RoundRecord.workshop_id == workshop_id, RoundRecord.tally.is_(None))
                .values(expected=expected)
            )
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def _count_hands(
        self, workshop_id: int, dimension: str, answer: int, by: int
    ) -> tuple[int, int]:
        with self._desk.database.transaction() as session:
            record = self._open(session, workshop_id, dimension)
            moved = _move_hands(session, record, answer, by)
            round_id = record.id
        if moved:
            self._desk.changes.announce(Change.VOTES, workshop_id)
        return moved, round_id

    def _recount(
        self, workshop_id: int, round_id: int, dimension: str, answer: int, by: int
    ) -> None:
        with self._desk.database.transaction() as session:
            record = _open_record(session, workshop_id, dimension)
            if record is None or record.id != round_id:
                raise StaleProblem(_("That vote has been revealed; it can no longer change."))
            _move_hands(session, record, answer, by)
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def _open(self, session: Session, workshop_id: int, dimension: str) -> RoundRecord:
        record = _open_record(session, workshop_id, dimension)
        if record is not None:
            return record
        workshop = workshop_record(session, workshop_id)
        if dimension not in workshop.dimensions:
            raise WorkshopProblem(_("This workshop does not rate that dimension."))
        taken = session.scalar(
            select(func.count(RoundRecord.id)).where(
                RoundRecord.workshop_id == workshop_id, RoundRecord.dimension == dimension
            )
        )
        record = RoundRecord(
            workshop_id=workshop_id,
            dimension=dimension,
            number=next_round_number(taken or 0),
            expected=workshop.headcount + int(workshop.facilitator_votes),
        )
        session.add(record)
        session.flush()
        return record


def _open_record(session: Session, workshop_id: int, dimension: str) -> RoundRecord | None:
    return session.scalar(
        select(RoundRecord).where(
            RoundRecord.workshop_id == workshop_id,
            RoundRecord.dimension == dimension,
            RoundRecord.tally.is_(None),
        )
    )


def _move_hands(session: Session, record: RoundRecord, answer: int, by: int) -> int:
    """Change a count and return by how much it really moved."""
    now = _hands(session, record.id).get(answer, 0)
    moved = max(by, -now)
    if moved > 0:
        _refuse_overflow(_voted(session, record.id) + moved, record.expected)
    if moved:
        session.execute(
            upsert(HandCountRecord)
            .values(round_id=record.id, answer=answer, count=now + moved)
            .on_conflict_do_update(
                index_elements=["round_id", "answer"], set_={"count": now + moved}
            )
        )
    return moved


def _refuse_overflow(voted: int, expected: int) -> None:
    if voted > expected:
        raise WorkshopProblem(
            _("All {0} votes are in. If more people came, change the number of people.").format(
                expected
            )
        )


def _hands(session: Session, round_id: int) -> dict[int, int]:
    rows = session.execute(
        select(HandCountRecord.answer, HandCountRecord.count).where(
            HandCountRecord.round_id == round_id
        )
    )
    return {row[0]: row[1] for row in rows}


def _ballots(session: Session, round_id: int) -> dict[int, int]:
    rows = session.execute(
        select(BallotRecord.answer, func.count())
        .where(BallotRecord.round_id == round_id)
        .group_by(BallotRecord.answer)
    )
    return {row[0]: row[1] for row in rows}


def _answers(session: Session, round_id: int) -> dict[int, int]:
    hands, ballots = _hands(session, round_id), _ballots(session, round_id)
    return {answer: hands.get(answer, 0) + ballots.get(answer, 0) for answer in ANSWERS}


def _voted(session: Session, round_id: int) -> int:
    return sum(_hands(session, round_id).values()) + sum(_ballots(session, round_id).values())
