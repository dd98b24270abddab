"""What phones may do: vote, choose and write; and what the facilitator lets through of it.

A phone is known here only by slots: numbers that nothing but its own cookie can produce.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.disclosure import open_mode
from lqf_workshop.domain.meeting import Note, Poll
from lqf_workshop.domain.piles import DOTS_EACH
from lqf_workshop.domain.rating import check_answer
from lqf_workshop.domain.sent import LONGEST_SENT, SentKind, SentState, SentText
from lqf_workshop.domain.text import clean_text, has_words
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services import ballot_box
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.dots import (
    dots_are_shown,
    keys_of,
    refuse_too_many,
    shown_answers,
)
from lqf_workshop.services.journal import Act
from lqf_workshop.services.notes import new_note, note_of
from lqf_workshop.services.polls import MOST_HANDS
from lqf_workshop.services.ratings import box_for, refuse_overflow
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import (
    NoteRecord,
    PhonePickRecord,
    PhoneTextRecord,
    RoundRecord,
)
from lqf_workshop.wording import _

MOST_TEXTS = 200
"""Texts about one thing; a room of 30 writes fewer, a phone gone wild more."""


class Phones:
    """Votes, choices and words that come from phones."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # The room's key

    def key_of(self, workshop_id: int) -> tuple[bytes, str] | None:
        """Return the secret and the room code that this workshop's phones were given."""
        with self._desk.database.reading() as session:
            record = workshop_record(session, workshop_id)
            if record.phone_key is None or record.room_code is None:
                return None
            return record.phone_key, record.room_code

    def keep_key(self, workshop_id: int, secret: bytes, room_code: str) -> None:
        """Keep the secret until the workshop is over, so that phones find back after a crash."""
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            record.phone_key, record.room_code = secret, room_code

    # Votes

    def vote(
        self, workshop_id: int, subject: str, number: int, slot: int, answer: int, level: str = ""
    ) -> None:
        """Put a vote into a slot of an open round, or change the one in it.

        Sending the same twice changes nothing. WorkshopProblem when that round is closed or full.
        """
        check_answer(answer)
        with self._desk.database.transaction() as session:
            box = box_for(session, workshop_id, subject, number)
            if box is None:
                raise WorkshopProblem(_("This vote is closed."))
            if box.voted < box.expected:
                ballot_box.put_or_change(session, box.id, slot, answer, level)
            elif not ballot_box.change(session, box.id, slot, answer, level):
                refuse_overflow(box.voted + 1, box.expected)
        self._desk.changes.announce(Change.VOTES, workshop_id)

    def vote_of(
        self, workshop_id: int, subject: str, number: int, slot: int
    ) -> tuple[int, str] | None:
        """Return the answer and role level in a slot, for the phone it belongs to."""
        with self._desk.database.reading() as session:
            box = ballot_box.find(session, workshop_id, subject)
            if box is None or box.number != number:
                return None
            return ballot_box.vote_in(session, box.id, slot)

    # Open polls

    def pick(self, workshop_id: int, poll: str, slot: int, answer: str | None) -> None:
        """Choose an answer of an open poll, change it, or take it away with None."""
        kind = Poll(poll)
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            record = session.get(PhonePickRecord, slot)
            if answer is None:
                if record is not None:
                    session.delete(record)
            elif record is not None:
                record.answer = answer
            else:
                _refuse_too_many(session, workshop_id, kind)
                session.add(
                    PhonePickRecord(
                        id=slot, workshop_id=workshop_id, poll=kind.value, answer=answer
                    )
                )
        self._desk.changes.announce(Change.POLLS, workshop_id)

    def dot(
        self,
        workshop_id: int,
        step_id: int,
        slots: Sequence[int],
        note_ids: Sequence[int],
        *,
        on: bool,
    ) -> None:
        """Give one of a phone's dots to a pile, or take it back; ``slots`` are all of its dots.

        A pile takes one dot of a phone. WorkshopProblem when the phone has no dot left.
        """
        keys = keys_of(step_id, note_ids)
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            if dots_are_shown(session, workshop_id, step_id):
                raise WorkshopProblem(_("This question is closed."))
            mine = session.scalars(select(PhonePickRecord).where(PhonePickRecord.id.in_(slots)))
            here = {record.id: record for record in mine}
            given = [record for record in here.values() if record.answer in keys]
            if not on:
                for record in given:
                    session.delete(record)
            elif not given:
                _give_dot(session, workshop_id, step_id, slots, here, keys[0])
        self._desk.changes.announce(Change.POLLS, workshop_id)

    def picked(self, workshop_id: int, poll: str, slots: Sequence[int]) -> dict[int, str]:
        """Return what was chosen in some slots of a poll."""
        with self._desk.database.reading() as session:
            rows = session.scalars(
                select(PhonePickRecord).where(
                    PhonePickRecord.workshop_id == workshop_id,
                    PhonePickRecord.poll == poll,
                    PhonePickRecord.id.in_(slots),
                )
            )
            return {row.id: row.answer for row in rows}

    # Words

    def write(self, workshop_id: int, kind: str, about: str, slot: int, text: str) -> None:
        """Keep words from a phone until the facilitator looks at them; no words take them away.

        WorkshopProblem once they have been taken up, or when they come too late or too long.
        """
        sent, words = SentKind(kind), clean_text(text, limit=LONGEST_SENT).strip()
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            record = session.get(PhoneTextRecord, slot)
            if record is not None and record.state != SentState.WAITING.value:
                if record.text == words:
                    return
                raise WorkshopProblem(_("Your words have been taken up and cannot change now."))
            if sent is SentKind.COMMENT and not _still_open(session, workshop_id, about):
                raise WorkshopProblem(_("This vote is closed."))
            _put_words(session, record, workshop_id, sent, about, slot, words)
        self._desk.changes.announce(Change.SENT, workshop_id)

    def written(
        self, workshop_id: int, kind: str, about: str, slots: Sequence[int]
    ) -> dict[int, str]:
        """Return the words in some slots, for the phone they belong to."""
        with self._desk.database.reading() as session:
            rows = session.scalars(
                select(PhoneTextRecord).where(
                    PhoneTextRecord.workshop_id == workshop_id,
                    PhoneTextRecord.kind == kind,
                    PhoneTextRecord.about == about,
                    PhoneTextRecord.id.in_(slots),
                )
            )
            return {row.id: row.text for row in rows}

    def waiting(self, workshop_id: int, kind: SentKind, about: str) -> tuple[SentText, ...]:
        """Return the words that wait to be let through, in an order that tells nothing.

        Comments on a vote wait unseen until its reveal, and come out of five votes or more.
        """
        with self._desk.database.reading() as session:
            if kind is SentKind.COMMENT and not _may_be_read(session, workshop_id, about):
                return ()
            rows = session.scalars(
                select(PhoneTextRecord)
                .where(
                    PhoneTextRecord.workshop_id == workshop_id,
                    PhoneTextRecord.kind == kind.value,
                    PhoneTextRecord.about == about,
                    PhoneTextRecord.state == SentState.WAITING.value,
                )
                .order_by(PhoneTextRecord.id)
            )
            return tuple(SentText(r.id, kind, r.about, r.text) for r in rows)

    def let_through(self, workshop_id: int, text_id: int, *, shown: bool) -> None:
        """Make words from a phone a note of the team; the room sees it only if ``shown``."""
        with self._desk.database.transaction() as session:
            record = _waiting(session, text_id)
            record.state = SentState.TAKEN.value
            kind = SentKind(record.kind)
            about = record.about.rpartition("/")[0] if kind is SentKind.COMMENT else record.about
            made = new_note(workshop_id, kind.note_kind, about, record.text, shown=shown)
            session.add(made)
            session.flush()
            note = note_of(made)
        self._desk.journal.did(
            Act(
                _("letting words through"),
                lambda: self._take_back(workshop_id, text_id, note),
                lambda: self._take_again(workshop_id, text_id, note),
            )
        )
        self._announce_both(workshop_id)

    def put_aside(self, workshop_id: int, text_id: int) -> None:
        """Put words from a phone aside; nobody sees them, and undo brings them back."""
        with self._desk.database.transaction() as session:
            _waiting(session, text_id).state = SentState.ASIDE.value
        self._desk.journal.did(
            Act(
                _("putting words aside"),
                lambda: self._set_state(workshop_id, text_id, SentState.WAITING),
                lambda: self._set_state(workshop_id, text_id, SentState.ASIDE),
            )
        )
        self._desk.changes.announce(Change.SENT, workshop_id)

    def _take_back(self, workshop_id: int, text_id: int, note: Note) -> None:
        with self._desk.database.transaction() as session:
            record = session.get(NoteRecord, note.id)
            if record is None:
                raise StaleProblem(_("That note has been removed."))
            session.delete(record)
            _sent(session, text_id).state = SentState.WAITING.value
        self._announce_both(workshop_id)

    def _take_again(self, workshop_id: int, text_id: int, note: Note) -> None:
        with self._desk.database.transaction() as session:
            again = new_note(workshop_id, note.kind, note.about, note.text, shown=note.shown)
            again.id = note.id
            session.add(again)
            _sent(session, text_id).state = SentState.TAKEN.value
        self._announce_both(workshop_id)

    def _set_state(self, workshop_id: int, text_id: int, state: SentState) -> None:
        with self._desk.database.transaction() as session:
            _sent(session, text_id).state = state.value
        self._desk.changes.announce(Change.SENT, workshop_id)

    def _announce_both(self, workshop_id: int) -> None:
        self._desk.changes.announce(Change.NOTES, workshop_id)
        self._desk.changes.announce(Change.SENT, workshop_id)


def _refuse_too_many(session: Session, workshop_id: int, poll: Poll) -> None:
    there = session.scalar(
        select(func.count(PhonePickRecord.id)).where(
            PhonePickRecord.workshop_id == workshop_id, PhonePickRecord.poll == poll.value
        )
    )
    if (there or 0) >= MOST_HANDS:
        raise WorkshopProblem(_("That is more hands than a room of 30 can raise."))


def _give_dot(
    session: Session,
    workshop_id: int,
    step_id: int,
    slots: Sequence[int],
    here: dict[int, PhonePickRecord],
    key: str,
) -> None:
    """Use a dot that is not given yet, or one whose answer was taken off the big screen."""
    seen = keys_of(step_id, shown_answers(session, workshop_id))
    held = [record for record in here.values() if record.answer in seen]
    if len(held) >= min(DOTS_EACH, len(slots)):
        raise WorkshopProblem(
            _("You have given all {0} dots. Take one back to move it.").format(DOTS_EACH)
        )
    refuse_too_many(session, workshop_id, step_id, 1)
    lost = next((record for record in here.values() if record.answer not in seen), None)
    free = next((slot for slot in slots if slot not in here), None)
    if lost is not None:
        lost.answer = key
    elif free is not None:
        session.add(
            PhonePickRecord(id=free, workshop_id=workshop_id, poll=Poll.DOTS.value, answer=key)
        )


def _put_words(
    session: Session,
    record: PhoneTextRecord | None,
    workshop_id: int,
    kind: SentKind,
    about: str,
    slot: int,
    words: str,
) -> None:
    if record is not None and has_words(words):
        record.text = words
    elif record is not None:
        session.delete(record)
    elif has_words(words):
        _refuse_flood(session, workshop_id, kind, about)
        session.add(
            PhoneTextRecord(
                id=slot,
                workshop_id=workshop_id,
                kind=kind.value,
                about=about,
                text=words,
                state=SentState.WAITING.value,
            )
        )


def _refuse_flood(session: Session, workshop_id: int, kind: SentKind, about: str) -> None:
    there = session.scalar(
        select(func.count(PhoneTextRecord.id)).where(
            PhoneTextRecord.workshop_id == workshop_id,
            PhoneTextRecord.kind == kind.value,
            PhoneTextRecord.about == about,
        )
    )
    if (there or 0) >= MOST_TEXTS:
        raise WorkshopProblem(_("There is no room for more. Please say it aloud."))


def _round_of(session: Session, workshop_id: int, about: str) -> RoundRecord | None:
    subject, _apart, number = about.rpartition("/")
    if not number.isdecimal():
        return None
    return session.scalar(
        select(RoundRecord).where(
            RoundRecord.workshop_id == workshop_id,
            RoundRecord.subject == subject,
            RoundRecord.number == int(number),
        )
    )


def _still_open(session: Session, workshop_id: int, about: str) -> bool:
    record = _round_of(session, workshop_id, about)
    return record is not None and record.tally is None


def _may_be_read(session: Session, workshop_id: int, about: str) -> bool:
    record = _round_of(session, workshop_id, about)
    return record is not None and record.tally is not None and not open_mode(record.tally.voters)


def _sent(session: Session, text_id: int) -> PhoneTextRecord:
    record = session.get(PhoneTextRecord, text_id)
    if record is None:
        raise StaleProblem(_("Those words have been taken back by their writer."))
    return record


def _waiting(session: Session, text_id: int) -> PhoneTextRecord:
    record = _sent(session, text_id)
    if record.state != SentState.WAITING.value:
        raise StaleProblem(_("Those words have been dealt with already."))
    return record
