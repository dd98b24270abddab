"""Make a workshop file of what is stored: only what is revealed, and numbers of the file alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import ActionState, ActionText, SourceKind
from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.agenda import Script, StepKind
from lqf_workshop.domain.follow_up import Look
from lqf_workshop.domain.framework import FrameworkEdition, Scale
from lqf_workshop.domain.meeting import NoteKind, Part, Poll
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.exchange.places import Places, Unknown
from lqf_workshop.exchange.workshop_parts import (
    FORMAT,
    FORMAT_VERSION,
    ActionPart,
    ActivityPart,
    CardOnTable,
    LinePart,
    NotePart,
    PollPart,
    ProgressPart,
    RoundPart,
    StepPart,
    StopPart,
    TallyPart,
    WorkshopFile,
    WorkshopPart,
)
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.columns import tally_from
from lqf_workshop.storage.records import (
    ActionRecord,
    ActivityEntryRecord,
    ActivityRunRecord,
    DrawnCardRecord,
    KeptEditionRecord,
    NoteRecord,
    PhonePickRecord,
    PollCountRecord,
    ProgressRecord,
    RoundRecord,
    StepRecord,
    WorkshopRecord,
)

R = TypeVar("R", StepRecord, RoundRecord, DrawnCardRecord, NoteRecord, ActionRecord)


def file_of(
    session: Session, workshop_id: int, *, private: bool = False, whole: bool = False
) -> WorkshopFile:
    """Return a workshop as a file; the facilitator's own notes only when ``private``.

    Dots that the room has not been shown are left out: a count could still sway the next hand.
    With ``whole`` they are in it, and the notes too, so such a file must never leave the laptop.
    What belongs to a step that is no longer on the agenda is left out, as it is everywhere.
    """
    private = private or whole
    record = workshop_record(session, workshop_id)
    steps = _all(session, StepRecord, workshop_id, StepRecord.position, StepRecord.id)
    places = Places({step.id: place for place, step in enumerate(steps, 1)}, {})
    notes = _notes(session, workshop_id, places, private=private)
    places = replace(places, notes={note.id: place for place, note in enumerate(notes, 1)})
    edition = session.get_one(KeptEditionRecord, (record.edition_code, record.edition_version))
    return WorkshopFile(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        private_notes=private,
        workshop=_workshop(record, places),
        edition=msgspec.convert(edition.words, FrameworkEdition),
        scale=msgspec.convert(record.scale_words, Scale) if record.scale_words else None,
        steps=tuple(map(_step, steps)),
        rounds=_rounds(session, workshop_id, places),
        cards=_cards(session, workshop_id, places),
        notes=tuple(_note(note, places) for note in notes),
        activities=_activities(session, workshop_id, places),
        actions=_actions(session, workshop_id),
        polls=_polls(session, workshop_id, places, whole=whole),
    )


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the steps, notes and actions of a whole workshop file are called in the library."""

    steps: tuple[int, ...]
    notes: tuple[int, ...]
    actions: tuple[int, ...]


def numbers_of(session: Session, workshop_id: int) -> Numbers:
    """Return the numbers of a workshop in the order of ``file_of(…, whole=True)``."""
    steps = _all(session, StepRecord, workshop_id, StepRecord.position, StepRecord.id)
    places = Places({step.id: place for place, step in enumerate(steps, 1)}, {})
    notes = _notes(session, workshop_id, places, private=True)
    actions = _all(session, ActionRecord, workshop_id, ActionRecord.id)
    return Numbers(
        tuple(step.id for step in steps),
        tuple(note.id for note in notes),
        tuple(action.id for action in actions),
    )


def _all(session: Session, kind: type[R], workshop_id: int, *order: object) -> Sequence[R]:
    query = select(kind).where(kind.workshop_id == workshop_id).order_by(*order)  # type: ignore[arg-type]
    return session.scalars(query).all()


def _workshop(record: WorkshopRecord, places: Places) -> WorkshopPart:
    return WorkshopPart(
        mark=record.mark,
        team=record.team,
        place=record.place,
        facilitator=record.facilitator,
        provider=record.provider,
        held_on=record.held_on,
        headcount=record.headcount,
        facilitator_votes=record.facilitator_votes,
        role_mix=dict(record.role_mix),
        edition_code=record.edition_code,
        edition_version=record.edition_version,
        dimensions=tuple(record.dimensions),
        depths={code: Depth(depth) for code, depth in record.depths.items()},
        scale_code=record.scale_code,
        by_level=record.by_level,
        comments=record.comments,
        state=WorkshopState(record.state),
        picks=tuple(record.picks),
        at=_at(record, places),
        last_seen=record.last_seen,
        same_people=record.same_people,
    )


def _at(record: WorkshopRecord, places: Places) -> StopPart | None:
    """Return where the meeting stands; an action of another workshop is not named."""
    step = places.steps.get(record.at_step or 0)
    if step is None or record.at_part is None:
        return None
    part = Part(record.at_part)
    about = "" if part is Part.ACTION else record.at_about or ""
    try:
        return StopPart(step=step, part=part, about=places.subject(about))
    except Unknown:
        return StopPart(step=step, part=part, about="")


def _step(record: StepRecord) -> StepPart:
    return StepPart(
        kind=StepKind(record.kind),
        title=record.title,
        minutes=record.minutes,
        purpose=record.purpose,
        scripts={moment: Script(**words) for moment, words in record.scripts.items()},
        seconds=record.actual_seconds,
        visited=record.visited,
    )


def _rounds(session: Session, workshop_id: int, places: Places) -> tuple[RoundPart, ...]:
    """Return the revealed votes, in an order that does not depend on the library."""
    found = []
    for record in _all(session, RoundRecord, workshop_id, RoundRecord.id):
        if record.tally is None or not places.knows_subject(record.subject):
            continue
        levels = {level: _tally(tally_from(text)) for level, text in record.by_level.items()}
        found.append(
            RoundPart(
                subject=places.subject(record.subject),
                number=record.number,
                expected=record.expected,
                total=_tally(record.tally),
                by_level=levels,
            )
        )
    return tuple(found)


def _tally(tally: Tally) -> TallyPart:
    one, two, three, four, five = tally.counts
    return TallyPart(counts=(one, two, three, four, five), cant_see=tally.cant_see)


def _cards(session: Session, workshop_id: int, places: Places) -> tuple[CardOnTable, ...]:
    found = (
        CardOnTable(
            step=places.steps[record.step_id],
            deck_code=record.deck_code,
            deck_version=record.deck_version,
            reason=DrawReason(record.reason),
            reason_dimension=record.reason_dimension,
            card=msgspec.convert(record.words, ScenarioCard),
        )
        for record in _all(session, DrawnCardRecord, workshop_id, DrawnCardRecord.step_id)
    )
    return tuple(sorted(found, key=lambda card: card.step))


def _notes(
    session: Session, workshop_id: int, places: Places, *, private: bool
) -> list[NoteRecord]:
    """Return the notes that may leave, private ones last: then they move no other's place."""
    notes = [
        note
        for note in _all(session, NoteRecord, workshop_id, NoteRecord.id)
        if places.knows_about(NoteKind(note.kind), note.about)
    ]
    told = [note for note in notes if note.kind != NoteKind.PRIVATE.value]
    kept = [note for note in notes if note.kind == NoteKind.PRIVATE.value]
    return [*told, *(kept if private else ())]


def _note(record: NoteRecord, places: Places) -> NotePart:
    kind = NoteKind(record.kind)
    return NotePart(
        kind=kind,
        about=places.about(kind, record.about),
        text=record.text,
        shown=record.shown,
        pile=record.heap,
    )


def _activities(session: Session, workshop_id: int, places: Places) -> tuple[ActivityPart, ...]:
    records = session.scalars(
        select(ActivityRunRecord).where(ActivityRunRecord.workshop_id == workshop_id)
    ).all()
    found = (
        ActivityPart(
            mark=record.mark,
            continues=record.continues,
            step=places.steps[record.step_id],
            activity=msgspec.convert(record.words, Activity),
            card=msgspec.convert(record.card, ScenarioCard) if record.card else None,
            shown=tuple(record.shown),
            lines=_lines(session, record.id),
        )
        for record in records
    )
    return tuple(sorted(found, key=lambda run: run.step))


def _lines(session: Session, run_id: int) -> tuple[LinePart, ...]:
    records = session.scalars(
        select(ActivityEntryRecord)
        .where(ActivityEntryRecord.run_id == run_id)
        .order_by(ActivityEntryRecord.position, ActivityEntryRecord.id)
    )
    return tuple(LinePart(block=r.block, place=r.place, words=dict(r.words)) for r in records)


def _actions(session: Session, workshop_id: int) -> tuple[ActionPart, ...]:
    return tuple(
        ActionPart(
            mark=record.mark,
            **{one.name: getattr(record, one.name) for one in fields(ActionText)},
            state=ActionState(record.state),
            source_kind=SourceKind(record.source_kind),
            source_code=record.source_code,
            happened=record.happened,
            learnt=record.learnt,
            closed_on=record.closed_on,
            progress=_progress(session, record.id),
        )
        for record in _all(session, ActionRecord, workshop_id, ActionRecord.id)
    )


def _progress(session: Session, action_id: int) -> tuple[ProgressPart, ...]:
    records = session.scalars(
        select(ProgressRecord)
        .where(ProgressRecord.action_id == action_id)
        .order_by(ProgressRecord.id)
    )
    return tuple(
        ProgressPart(said_on=r.said_on, look=Look(r.look) if r.look else None, text=r.text)
        for r in records
    )


def _polls(
    session: Session, workshop_id: int, places: Places, *, whole: bool
) -> tuple[PollPart, ...]:
    """Add up hands and phones, so that no file tells one phone from another."""
    counts = Counter(_hands(session, workshop_id)) + Counter(_phones(session, workshop_id))
    found = []
    for (name, answer), count in counts.items():
        poll = Poll(name)
        told = whole or poll is not Poll.DOTS or _are_shown(counts, answer)
        if told and places.knows_answer(poll, answer):
            found.append(PollPart(poll=poll, answer=places.answer(poll, answer), count=count))
    return tuple(sorted(found, key=lambda one: (one.poll.value, one.answer)))


def _are_shown(counts: Mapping[tuple[str, str], int], dots: str) -> bool:
    """Whether the room has been shown the dots of the step that some dots belong to."""
    step, _slash, _note = dots.partition("/")
    return (Poll.DOTS_SHOWN.value, step) in counts


def _hands(session: Session, workshop_id: int) -> Mapping[tuple[str, str], int]:
    records = session.scalars(
        select(PollCountRecord).where(PollCountRecord.workshop_id == workshop_id)
    )
    return {(record.poll, record.answer): record.count for record in records}


def _phones(session: Session, workshop_id: int) -> Mapping[tuple[str, str], int]:
    rows = session.execute(
        select(PhonePickRecord.poll, PhonePickRecord.answer, func.count())
        .where(PhonePickRecord.workshop_id == workshop_id)
        .group_by(PhonePickRecord.poll, PhonePickRecord.answer)
    )
    return {(poll, answer): count for poll, answer, count in rows}
