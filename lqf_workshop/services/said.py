"""What is stored of the words said about an action after it was agreed."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from lqf_workshop.domain.follow_up import Look, Progress
from lqf_workshop.storage.records import ProgressRecord


def said_about(session: Session, action_id: int) -> tuple[Progress, ...]:
    """Return what was said about an action, oldest first."""
    found = session.scalars(
        select(ProgressRecord)
        .where(ProgressRecord.action_id == action_id)
        .order_by(ProgressRecord.id)
    )
    return tuple(map(progress_of, found))


def progress_of(record: ProgressRecord) -> Progress:
    """Return stored words as a value."""
    look = Look(record.look) if record.look else None
    return Progress(record.id, record.action_id, record.said_on, record.text, look)


def progress_record(said: Progress) -> ProgressRecord:
    """Return the row that holds words that were said before, under their own number."""
    record = ProgressRecord(
        action_id=said.action_id,
        said_on=said.said_on,
        look=said.look.value if said.look else "",
        text=said.text,
    )
    record.id = said.id
    return record
