"""Find stored records for the services, or explain that they are gone; make those of steps."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy.orm import Session

from lqf_workshop.domain.agenda import Script, StepPlan, check_minutes
from lqf_workshop.domain.text import clean_line, clean_text
from lqf_workshop.errors import StaleProblem
from lqf_workshop.storage.records import StepRecord, WorkshopRecord
from lqf_workshop.wording import _


def workshop_record(session: Session, workshop_id: int) -> WorkshopRecord:
    """Return a workshop's record, or explain that it is gone."""
    record = session.get(WorkshopRecord, workshop_id)
    if record is None:
        raise StaleProblem(_("This workshop is no longer in the library."))
    return record


def step_record(workshop_id: int, position: int, step: StepPlan) -> StepRecord:
    """Return the row of a planned step."""
    return StepRecord(
        workshop_id=workshop_id,
        position=position,
        kind=step.kind.value,
        title=clean_line(step.title, _("Step")),
        minutes=check_minutes(step.minutes),
        purpose=clean_line(step.purpose, _("Purpose")),
        scripts={moment: _clean_script(script) for moment, script in step.scripts.items()},
    )


def _clean_script(script: Script) -> dict[str, str]:
    return {part: clean_text(words) for part, words in asdict(script).items()}
