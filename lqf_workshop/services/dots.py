"""Count the dots of a room, and refuse the one that is too many."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.piles import DOTS_EACH, dot_key, dots_allowed
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import NoteRecord, PhonePickRecord, PollCountRecord
from lqf_workshop.wording import _


def shown_answers(session: Session, workshop_id: int) -> tuple[int, ...]:
    """Return the numbers of the answers on cards that the room can see."""
    return tuple(
        session.scalars(
            select(NoteRecord.id).where(
                NoteRecord.workshop_id == workshop_id,
                NoteRecord.kind == NoteKind.CARD.value,
                NoteRecord.shown,
            )
        )
    )


def dots_given(session: Session, workshop_id: int, step_id: int) -> int:
    """Return how many dots hands and phones gave to what the room can see."""
    keys = [dot_key(step_id, number) for number in shown_answers(session, workshop_id)]
    hands = session.scalar(
        select(func.sum(PollCountRecord.count)).where(
            PollCountRecord.workshop_id == workshop_id,
            PollCountRecord.poll == Poll.DOTS.value,
            PollCountRecord.answer.in_(keys),
        )
    )
    phones = session.scalar(
        select(func.count(PhonePickRecord.id)).where(
            PhonePickRecord.workshop_id == workshop_id,
            PhonePickRecord.poll == Poll.DOTS.value,
            PhonePickRecord.answer.in_(keys),
        )
    )
    return (hands or 0) + (phones or 0)


def refuse_too_many(session: Session, workshop_id: int, step_id: int, more: int) -> None:
    """Explain why a room cannot give ``more`` dots, if it cannot."""
    record = workshop_record(session, workshop_id)
    allowed = dots_allowed(record.headcount + int(record.facilitator_votes))
    if dots_given(session, workshop_id, step_id) + more > allowed:
        raise WorkshopProblem(
            _(
                "All {0} dots are given, {1} for each person. Take one back first, "
                "or change how many people are here."
            ).format(allowed, DOTS_EACH)
        )


def dots_are_shown(session: Session, workshop_id: int, step_id: int) -> bool:
    """Whether the room has been shown the dots of a step."""
    record = session.get(PollCountRecord, (workshop_id, Poll.DOTS_SHOWN.value, str(step_id)))
    return record is not None and record.count > 0


def keys_of(step_id: int, note_ids: Iterable[int]) -> list[str]:
    """Return what the dots on some answers are stored under."""
    return [dot_key(step_id, number) for number in note_ids]
