"""Rate a dimension together: votes come in hidden, and are revealed as totals."""

from __future__ import annotations

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from lqf_workshop.domain.disclosure import levels_to_show, open_mode
from lqf_workshop.domain.rating import (
    ANSWERS,
    OpenRound,
    Tally,
    check_answer,
    next_round_number,
    tally_of,
)
from lqf_workshop.domain.sent import SentKind, comment_about
from lqf_workshop.domain.subject import dimension_code, skill_of
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services import ballot_box
from lqf_workshop.services.ballot_box import BallotBox
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import (
    PhoneTextRecord,
    RoundRecord,
    StepRecord,
    WorkshopRecord,
)
from lqf_workshop.wording import _

Place = tuple[str, int]
"""Where a counted hand belongs: a role level, or none, and an answer."""


class Ratings:
    """The rating rounds of every workshop. Who voted what is never known here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_round(self, workshop_id: int, subject: str) -> OpenRound:
        """Begin voting on a subject, or return the round people are already voting in.

        A second vote becomes a second round; a third is explained away. Undo closes a round
        again as long as nobody has voted in it.
        """
        with self._desk.database.transaction() as session:
            there = ballot_box.find(session, workshop_id, subject) is not None
            box = open_box(session, workshop_id, subject)
        if not there:
            self._desk.journal.did(
                Act(
                    _("beginning a vote"),
                    lambda: self._close_empty(workshop_id, subject, box.number),
                    lambda: self._open_again(workshop_id, subject),
                )
            )
        self._desk.changes.announce(Change.VOTES, workshop_id)
        return OpenRound(subject, box.number, box.voted, box.expected)

    def _close_empty(self, workshop_id: int, subject: str, number: int) -> None:
        with self._desk.database.transaction() as session:
            box = ballot_box.find(session, workshop_id, subject)
            if box is None or box.number != number or box.voted:
                raise StaleProblem(_("People have voted in it since; it stays."))
            session.execute(delete(RoundRecord).where(RoundRecord.id == box.id))
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def _open_again(self, workshop_id: int, subject: str) -> None:
        with self._desk.database.transaction() as session:
            open_box(session, workshop_id, subject)
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def count_hands(
        self, workshop_id: int, subject: str, answer: int, by: int = 1, *, level: str = ""
    ) -> None:
        """Add ``by`` counted hands or slips to an answer (or take away); never below none.

        ``level`` names the role level they belong to, where the team looks at those.
        """
        check_answer(answer)
        with self._desk.database.transaction() as session:
            if by < 0 and ballot_box.find(session, workshop_id, subject) is None:
                return
            box = open_box(session, workshop_id, subject)
            moved = _move_hands(session, box, (level, answer), by)
            round_id = box.id
        if moved:
            place = (level, answer)
            self._desk.journal.did(
                Act(
                    _("the last count"),
                    lambda: self._recount(workshop_id, round_id, subject, place, -moved),
                    lambda: self._recount(workshop_id, round_id, subject, place, moved),
                    secret=round_id,
                )
            )
            self._desk.changes.announce(Change.VOTES, workshop_id)

    def cast(self, workshop_id: int, subject: str, answer: int, level: str = "") -> None:
        """Put one secret vote into the open round."""
        check_answer(answer)
        with self._desk.database.transaction() as session:
            box = open_box(session, workshop_id, subject)
            refuse_overflow(box.voted + 1, box.expected)
            ballot_box.put(session, box.id, answer, level)
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def hand_counts(self, workshop_id: int, subject: str, level: str = "") -> dict[int, int]:
        """Return the hands and slips counted so far for a role level (or for no level).

        For the facilitator's eyes; secret votes stay out.
        """
        return self.counting(workshop_id, subject, level)[0]

    def counting(
        self, workshop_id: int, subject: str, level: str = ""
    ) -> tuple[dict[int, int], bool]:
        """Return ``hand_counts`` and ``can_take_back`` in one reading."""
        with self._desk.database.reading() as session:
            box = ballot_box.find(session, workshop_id, subject)
            found = ballot_box.hands(session, box.id) if box else {}
        counts = {answer: found.get((level, answer), 0) for answer in ANSWERS}
        return counts, box is not None and self._desk.journal.latest_secret == box.id

    def can_take_back(self, workshop_id: int, subject: str) -> bool:
        """Whether the last thing done was to count a vote in this round."""
        return self.counting(workshop_id, subject)[1]

    def take_back(self, workshop_id: int, subject: str) -> None:
        """Take back the last count of this round; WorkshopProblem when it was not the last act."""
        if not self.can_take_back(workshop_id, subject):
            raise WorkshopProblem(_("There is no count to take back."))
        self._desk.journal.undo()

    def would_tell_everyone(self, workshop_id: int, subject: str) -> bool:
        """Whether a reveal would tell everyone's vote, because all chose the same.

        Asked once before a reveal. Of fewer than five nothing is promised, so it is no.
        """
        with self._desk.database.reading() as session:
            box = ballot_box.find(session, workshop_id, subject)
            tally = _whole(ballot_box.answers(session, box.id)) if box else None
        return tally is not None and tally.unanimous and not open_mode(tally.voters)

    def reveal(self, workshop_id: int, subject: str) -> Tally:
        """Close the round: keep its totals, and delete every vote in the same transaction."""
        with self._desk.database.transaction() as session:
            box = ballot_box.find(session, workshop_id, subject)
            if box is None:
                raise WorkshopProblem(_("Nobody is voting on this now. Start a vote first."))
            by_level = ballot_box.answers(session, box.id)
            tally = _whole(by_level)
            if not tally.voters:
                raise WorkshopProblem(_("No votes are in yet. Count them first, then reveal."))
            ballot_box.seal(session, box.id, tally, _to_show(tally, by_level))
            if open_mode(tally.voters):
                _forget_comments(session, workshop_id, comment_about(subject, box.number))
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
        self, workshop_id: int, round_id: int, subject: str, place: Place, by: int
    ) -> None:
        with self._desk.database.transaction() as session:
            box = ballot_box.find(session, workshop_id, subject)
            if box is None or box.id != round_id:
                raise StaleProblem(_("That vote has been revealed; it can no longer change."))
            _move_hands(session, box, place, by)
        self._desk.changes.announce(Change.VOTES, workshop_id)


def open_box(session: Session, workshop_id: int, subject: str) -> BallotBox:
    """Return the box that people are voting into, opening the next round where there is none."""
    box = ballot_box.find(session, workshop_id, subject)
    if box is not None:
        return box
    workshop = workshop_record(session, workshop_id)
    _must_be_rated(session, workshop, subject)
    record = RoundRecord(
        workshop_id=workshop_id,
        subject=subject,
        number=next_round_number(_rounds_so_far(session, workshop_id, subject)),
        expected=workshop.headcount + int(workshop.facilitator_votes),
    )
    session.add(record)
    session.flush()
    return BallotBox(record.id, record.number, record.expected, 0)


def box_for(session: Session, workshop_id: int, subject: str, number: int) -> BallotBox | None:
    """Return the box of one round, opened if its turn has come; None once it is sealed."""
    box = ballot_box.find(session, workshop_id, subject)
    if box is None and _rounds_so_far(session, workshop_id, subject) + 1 == number:
        box = open_box(session, workshop_id, subject)
    return box if box is not None and box.number == number else None


def _rounds_so_far(session: Session, workshop_id: int, subject: str) -> int:
    taken = session.scalar(
        select(func.count(RoundRecord.id)).where(
            RoundRecord.workshop_id == workshop_id, RoundRecord.subject == subject
        )
    )
    return taken or 0


def _must_be_rated(session: Session, workshop: WorkshopRecord, subject: str) -> None:
    """Refuse a vote on what is no part of this workshop."""
    skill = skill_of(subject)
    if skill is not None:
        step = session.get(StepRecord, skill[1])
        known = step is not None and step.workshop_id == workshop.id
    else:
        known = dimension_code(subject) in workshop.dimensions
    if not known:
        raise WorkshopProblem(_("This workshop does not rate that."))


def _whole(by_level: dict[str, dict[int, int]]) -> Tally:
    """Add the votes of all role levels, and those of none."""
    return tally_of({a: sum(votes[a] for votes in by_level.values()) for a in ANSWERS})


def _to_show(whole: Tally, by_level: dict[str, dict[int, int]]) -> dict[str, Tally]:
    """Return the role levels that may be kept, because they may be shown."""
    named = {level: tally_of(votes) for level, votes in by_level.items() if level}
    return levels_to_show(whole, named)


def _forget_comments(session: Session, workshop_id: int, about: str) -> None:
    """Delete the comments of a vote by so few that a comment could be told by its writer."""
    session.execute(
        delete(PhoneTextRecord).where(
            PhoneTextRecord.workshop_id == workshop_id,
            PhoneTextRecord.kind == SentKind.COMMENT.value,
            PhoneTextRecord.about == about,
        )
    )


def _move_hands(session: Session, box: BallotBox, place: Place, by: int) -> int:
    """Change a count and return by how much it really moved."""
    now = ballot_box.hands(session, box.id).get(place, 0)
    moved = max(by, -now)
    if moved > 0:
        refuse_overflow(box.voted + moved, box.expected)
    if moved:
        ballot_box.set_hands(session, box.id, *place, now + moved)
    return moved


def refuse_overflow(voted: int, expected: int) -> None:
    """Refuse more votes than there are people."""
    if voted > expected:
        raise WorkshopProblem(
            _("All {0} votes are in. If more people came, change the number of people.").format(
                expected
            )
        )
