"""Rate a dimension together: votes come in hidden, and are revealed as totals."""

from __future__ import annotations

from sqlalchemy import func, select, update
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
from lqf_workshop.services import ballot_box
from lqf_workshop.services.ballot_box import BallotBox
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import RoundRecord
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
            box = self._open(session, workshop_id, dimension)
        self._desk.changes.announce(Change.VOTES, workshop_id)
        return OpenRound(dimension, box.number, box.voted, box.expected)

    def count_hands(self, workshop_id: int, dimension: str, answer: int, by: int = 1) -> None:
        """Add ``by`` counted hands to an answer (or take away); never below none."""
        check_answer(answer)
        with self._desk.database.transaction() as session:
            if by < 0 and ballot_box.find(session, workshop_id, dimension) is None:
                return
            box = self._open(session, workshop_id, dimension)
            moved = _move_hands(session, box, answer, by)
            round_id = box.id
        if moved:
            self._desk.journal.did(
                Act(
                    _("the count of hands"),
                    lambda: self._recount(workshop_id, round_id, dimension, answer, -moved),
                    lambda: self._recount(workshop_id, round_id, dimension, answer, moved),
                    secret=round_id,
                )
            )
            self._desk.changes.announce(Change.VOTES, workshop_id)

    def cast(self, workshop_id: int, dimension: str, answer: int) -> None:
        """Put one secret vote into the open round."""
        check_answer(answer)
        with self._desk.database.transaction() as session:
            box = self._open(session, workshop_id, dimension)
            _refuse_overflow(box.voted + 1, box.expected)
            ballot_box.put(session, box.id, answer)
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def hand_counts(self, workshop_id: int, dimension: str) -> dict[int, int]:
        """Return the hands counted so far, for the facilitator's eyes; secret votes stay out."""
        with self._desk.database.reading() as session:
            box = ballot_box.find(session, workshop_id, dimension)
            found = ballot_box.hands(session, box.id) if box else {}
        return {answer: found.get(answer, 0) for answer in ANSWERS}

    def reveal(self, workshop_id: int, dimension: str) -> Tally:
        """Close the round: keep its totals, and delete every vote in the same transaction."""
        with self._desk.database.transaction() as session:
            box = ballot_box.find(session, workshop_id, dimension)
            if box is None:
                raise WorkshopProblem(_("Nobody is voting on this now. Start a vote first."))
            tally = tally_of(ballot_box.answers(session, box.id))
            if not tally.voters:
                raise WorkshopProblem(_("No votes are in yet. Count them first, then reveal."))
            ballot_box.seal(session, box.id, tally)
        self._desk.journal.forget_round(box.id)
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

    def _recount(
        self, workshop_id: int, round_id: int, dimension: str, answer: int, by: int
    ) -> None:
        with self._desk.database.transaction() as session:
            box = ballot_box.find(session, workshop_id, dimension)
            if box is None or box.id != round_id:
                raise StaleProblem(_("That vote has been revealed; it can no longer change."))
            _move_hands(session, box, answer, by)
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def _open(self, session: Session, workshop_id: int, dimension: str) -> BallotBox:
        box = ballot_box.find(session, workshop_id, dimension)
        if box is not None:
            return box
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
        return BallotBox(record.id, record.number, record.expected, 0)


def _move_hands(session: Session, box: BallotBox, answer: int, by: int) -> int:
    """Change a count and return by how much it really moved."""
    now = ballot_box.hands(session, box.id).get(answer, 0)
    moved = max(by, -now)
    if moved > 0:
        _refuse_overflow(box.voted + moved, box.expected)
    if moved:
        ballot_box.set_hands(session, box.id, answer, now + moved)
    return moved


def _refuse_overflow(voted: int, expected: int) -> None:
    if voted > expected:
        raise WorkshopProblem(
            _("All {0} votes are in. If more people came, change the number of people.").format(
                expected
            )
        )
