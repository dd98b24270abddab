"""The step in which a team comes back to what it agreed: when a plan gets it, and who took it out.

Nothing is stored about a step that was taken out of a plan. So a plan gets this one while it is
being prepared wherever the team may have open actions on the day; if it is missing later, somebody
took it out. Only when everything that is open was agreed in meetings prepared after this plan can
it be known that nobody did: then it comes in as the meeting begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, exists, func, select, update
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import OPEN_STATES, ActionState
from lqf_workshop.domain.agenda import Script, StepKind, StepPlan
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.errors import StaleProblem
from lqf_workshop.services.same_team import of_same_team
from lqf_workshop.services.stored import step_record
from lqf_workshop.storage.records import ActionRecord, StepRecord, WorkshopRecord
from lqf_workshop.wording import _

MINUTES = 5


def last_actions_step() -> StepPlan:
    """Return the step in which a team comes back to what it agreed last time."""
    script = Script(
        _("Before anything new: what did we say we would do, and how did it go?"),
        _("Go through the actions one by one. Press what fits, and type what we learnt."),
        _("Blame for what did not happen. Ask what got in the way, and whether it still matters."),
    )
    return StepPlan(
        StepKind.LAST_ACTIONS,
        _("Last time’s actions"),
        MINUTES,
        _("What happened, and what did we learn?"),
        {"start": script},
    )


def with_last_actions(
    session: Session, record: WorkshopRecord, steps: Sequence[StepPlan], today: date
) -> list[StepPlan]:
    """Return a plan with this step, if the team has open actions or may agree some before then."""
    planned = list(steps)
    if any(step.kind is StepKind.LAST_ACTIONS for step in planned):
        return planned
    if open_actions(session, record) or _agreed_before_then(session, record, today):
        after_welcome = 1 if planned and planned[0].kind is StepKind.WELCOME else 0
        planned.insert(after_welcome, last_actions_step())
    return planned


def open_actions(session: Session, record: WorkshopRecord) -> int:
    """Count what a team still has to do from the meetings before this one."""
    return (
        session.scalar(
            select(func.count(ActionRecord.id))
            .join(WorkshopRecord, WorkshopRecord.id == ActionRecord.workshop_id)
            .where(
                of_same_team(session, record),
                (WorkshopRecord.held_on < record.held_on)
                | ((WorkshopRecord.held_on == record.held_on) & (WorkshopRecord.id < record.id)),
                ActionRecord.state.in_(OPEN_STATES),
            )
        )
        or 0
    )


def has_the_step(session: Session, record: WorkshopRecord) -> bool:
    """Whether the plan of a workshop comes back to actions."""
    return bool(
        session.scalar(
            select(
                exists().where(
                    StepRecord.workshop_id == record.id,
                    StepRecord.kind == StepKind.LAST_ACTIONS.value,
                )
            )
        )
    )


def may_have_been_taken_out(session: Session, record: WorkshopRecord) -> bool:
    """Whether the plan had this step once: a meeting prepared before it has agreed something."""
    return bool(
        session.scalar(
            select(
                exists().where(
                    ActionRecord.workshop_id == WorkshopRecord.id,
                    of_same_team(session, record),
                    WorkshopRecord.id < record.id,
                    ActionRecord.state != ActionState.DRAFT.value,
                )
            )
        )
    )


def put_step(session: Session, record: WorkshopRecord, number: int | None = None) -> StepRecord:
    """Put this step into a stored plan, under the number it had before if it had one."""
    made = step_record(record.id, _make_room(session, record), last_actions_step())
    if number is not None:
        made.id = number
    session.add(made)
    session.flush()
    record.minutes += made.minutes
    return made


def take_step(session: Session, record: WorkshopRecord, number: int) -> None:
    """Take a step out of a stored plan; a meeting that is at it goes on to the next."""
    step = session.get(StepRecord, number)
    if step is None:
        raise StaleProblem(_("That step has been removed."))
    if record.at_step == number:
        order = list(session.scalars(_steps_of(record)))
        place = order.index(step)
        near = order[place + 1 : place + 2] or order[:place][-1:]
        record.at_step = near[0].id if near else None
    record.minutes -= step.minutes
    session.delete(step)


def _make_room(session: Session, record: WorkshopRecord) -> int:
    """Return the position for this step, after the welcome; later ones move on by one."""
    first = session.scalar(_steps_of(record).limit(1))
    position = first.position if first else 0
    if first and first.kind == StepKind.WELCOME.value:
        position += 1
    session.execute(
        update(StepRecord)
        .where(StepRecord.workshop_id == record.id, StepRecord.position >= position)
        .values(position=StepRecord.position + 1)
    )
    return position


def _steps_of(record: WorkshopRecord) -> Select[StepRecord]:
    return (
        select(StepRecord)
        .where(StepRecord.workshop_id == record.id)
        .order_by(StepRecord.position, StepRecord.id)
    )


def _agreed_before_then(session: Session, record: WorkshopRecord, today: date) -> bool:
    """Whether a meeting of this team that agrees actions is still ahead, and before this one."""
    return bool(
        session.scalar(
            select(
                exists().where(
                    StepRecord.workshop_id == WorkshopRecord.id,
                    StepRecord.kind == StepKind.ACTIONS.value,
                    of_same_team(session, record),
                    WorkshopRecord.state != WorkshopState.DONE.value,
                    WorkshopRecord.held_on >= today,
                    WorkshopRecord.held_on < record.held_on,
                )
            )
        )
    )
