"""Read a whole workshop as one value, for the console, the room and the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import OPEN_STATES, Action, ActionState
from lqf_workshop.domain.framework import SURENESS, Family, FrameworkEdition, Scale
from lqf_workshop.domain.meeting import (
    Cover,
    DrawnCard,
    Meeting,
    Part,
    Poll,
    PollCount,
    Stop,
    Timer,
)
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services import ballot_box
from lqf_workshop.services.actions import action_of
from lqf_workshop.services.activities import runs_of
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.notes import note_of
from lqf_workshop.services.same_team import of_same_team
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.services.workshops import read_steps, workshop_of
from lqf_workshop.storage.records import (
    ActionRecord,
    DrawnCardRecord,
    KeptEditionRecord,
    NoteRecord,
    PhonePickRecord,
    PollCountRecord,
    WorkshopRecord,
)
from lqf_workshop.wording import _


class Meetings:
    """Workshops as whole values. No count of an open round is ever in one."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf
        self._editions: dict[tuple[str, int], FrameworkEdition] = {}

    def read(self, workshop_id: int) -> Meeting:
        """Return all of one workshop as it is on disk now."""
        with self._desk.database.reading() as session:
            record = workshop_record(session, workshop_id)
            edition = self._edition(session, record.edition_code, record.edition_version)
            open_rounds, revealed = ballot_box.rounds(session, workshop_id, edition)
            return Meeting(
                workshop=workshop_of(record),
                edition=edition,
                steps=read_steps(session, workshop_id),
                at=_stop(record),
                timer=_timer(record),
                cover=Cover(record.cover),
                open_rounds=open_rounds,
                rounds=revealed,
                picks=tuple(record.picks),
                cards=_cards(session, workshop_id),
                notes=tuple(
                    note_of(r)
                    for r in session.scalars(
                        select(NoteRecord)
                        .where(NoteRecord.workshop_id == workshop_id)
                        .order_by(NoteRecord.id)
                    )
                ),
                actions=tuple(
                    action_of(r)
                    for r in session.scalars(
                        select(ActionRecord)
                        .where(ActionRecord.workshop_id == workshop_id)
                        .order_by(ActionRecord.id)
                    )
                ),
                last_actions=_last_actions(session, record),
                polls=_polls(session, workshop_id),
                scale=_scale(record),
                activities=runs_of(session, workshop_id),
                skills=self._shelf.ideas(Family.SKILL),
                sureness=self._shelf.scale(SURENESS),
            )

    def with_rounds(self, meeting: Meeting) -> Meeting:
        """Return the meeting with its votes and reveals as they are on disk now."""
        with self._desk.database.reading() as session:
            open_rounds, revealed = ballot_box.rounds(session, meeting.workshop.id, meeting.edition)
        return replace(meeting, open_rounds=open_rounds, rounds=revealed)

    def _edition(self, session: Session, code: str, version: int) -> FrameworkEdition:
        """Return the edition the workshop was held with, in the words of that day."""
        if (code, version) not in self._editions:
            shipped = self._shelf.edition(code)
            if shipped is not None and shipped.version == version:
                self._editions[code, version] = shipped
            else:
                kept = session.get(KeptEditionRecord, (code, version))
                if kept is None:
                    raise WorkshopProblem(
                        _("The framework of this workshop, {0}, is missing.").format(code)
                    )
                self._editions[code, version] = msgspec.convert(kept.words, FrameworkEdition)
        return self._editions[code, version]


def _stop(record: WorkshopRecord) -> Stop | None:
    if record.at_step is None or record.at_part is None:
        return None
    return Stop(record.at_step, Part(record.at_part), record.at_about or "")


def _timer(record: WorkshopRecord) -> Timer | None:
    if record.timer_total is None:
        return None
    return Timer(record.timer_total, record.timer_ends_at, record.timer_left or 0)


def _scale(record: WorkshopRecord) -> Scale | None:
    """Return the scale in the words of the day it was chosen; None for the edition's own."""
    return msgspec.convert(record.scale_words, Scale) if record.scale_words else None


def _polls(session: Session, workshop_id: int) -> tuple[PollCount, ...]:
    """Add up hands and phones."""
    found: Counter[tuple[str, str]] = Counter()
    for hands in session.scalars(
        select(PollCountRecord).where(PollCountRecord.workshop_id == workshop_id)
    ):
        found[hands.poll, hands.answer] += hands.count
    for poll, answer, count in session.execute(
        select(PhonePickRecord.poll, PhonePickRecord.answer, func.count())
        .where(PhonePickRecord.workshop_id == workshop_id)
        .group_by(PhonePickRecord.poll, PhonePickRecord.answer)
    ):
        found[poll, answer] += count
    return tuple(PollCount(Poll(p), a, count) for (p, a), count in found.items() if count)


def _cards(session: Session, workshop_id: int) -> tuple[DrawnCard, ...]:
    return tuple(
        DrawnCard(
            r.step_id,
            msgspec.convert(r.words, ScenarioCard),
            DrawReason(r.reason),
            r.reason_dimension,
        )
        for r in session.scalars(
            select(DrawnCardRecord).where(DrawnCardRecord.workshop_id == workshop_id)
        )
    )


def _last_actions(session: Session, record: WorkshopRecord) -> tuple[Action, ...]:
    """Return what this team agreed in the meeting before, and what was open from earlier ones."""
    earlier = session.scalars(
        select(WorkshopRecord.id)
        .where(
            of_same_team(session, record),
            (WorkshopRecord.held_on < record.held_on)
            | ((WorkshopRecord.held_on == record.held_on) & (WorkshopRecord.id < record.id)),
        )
        .order_by(WorkshopRecord.held_on.desc(), WorkshopRecord.id.desc())
    ).all()
    if not earlier:
        return ()
    records: Sequence[ActionRecord] = session.scalars(
        select(ActionRecord)
        .where(
            ActionRecord.workshop_id.in_(earlier),
            ActionRecord.state != ActionState.DRAFT.value,
            (ActionRecord.workshop_id == earlier[0])
            | ActionRecord.state.in_(OPEN_STATES)
            | (ActionRecord.closed_on >= record.held_on),
        )
        .order_by(ActionRecord.workshop_id.desc(), ActionRecord.id)
    ).all()
    return tuple(action_of(r) for r in records)
