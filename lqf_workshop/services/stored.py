"""Find stored records for the services, or explain that they are gone."""

from __future__ import annotations

from sqlalchemy.orm import Session

from lqf_workshop.errors import StaleProblem
from lqf_workshop.storage.records import WorkshopRecord
from lqf_workshop.wording import _


def workshop_record(session: Session, workshop_id: int) -> WorkshopRecord:
    """Return a workshop's record, or explain that it is gone."""
    record = session.get(WorkshopRecord, workshop_id)
    if record is None:
        raise StaleProblem(_("This workshop is no longer in the library."))
    return record
