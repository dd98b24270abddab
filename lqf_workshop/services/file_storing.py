"""Put the workshop of a file into a library, under numbers of that library."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields

import msgspec
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.workshop import team_key
from lqf_workshop.exchange.places import Places
from lqf_workshop.exchange.workshop_parts import (
    ActionPart,
    ActivityPart,
    NotePart,
    WorkshopFile,
    WorkshopPart,
)
from lqf_workshop.exchange.workshop_sense import tally
from lqf_workshop.services.whole_rows import WORKSHOP, Rows
from lqf_workshop.storage.columns import text_of
from lqf_workshop.storage.records import (
    ActionRecord,
    ActivityEntryRecord,
    ActivityRunRecord,
    DrawnCardRecord,
    KeptEditionRecord,
    NoteRecord,
    PollCountRecord,
    ProgressRecord,
    RoundRecord,
    StepRecord,
    WorkshopRecord,
)


@dataclass(frozen=True, slots=True)
class Stays:
    """What stays of the workshop that a file takes the place of.

    Its number, and those of steps, activities, notes and actions that are in both: others point
    to them. And the facilitator's own notes, where the file brings none.
    """

    workshop_id: int = 0
    steps: dict[int, int] = field(default_factory=dict)
    runs: dict[int, int] = field(default_factory=dict)
    notes: dict[int, int] = field(default_factory=dict)
    actions: dict[int, int] = field(default_factory=dict)
    private: tuple[tuple[int, str], ...] = ()


def what_stays(rows: Rows, file: WorkshopFile) -> Stays:
    """Return what stays of the rows of a workshop when a file takes its place."""
    workshop = rows[WORKSHOP][0]
    steps = sorted(rows[StepRecord.__tablename__], key=lambda row: (row["position"], row["id"]))
    kept = {
        place: row["id"]
        for place, (row, part) in enumerate(zip(steps, file.steps, strict=False), 1)
        if row["kind"] == part.kind.value
    }
    activities = {(run.step, run.activity.code): run.step for run in file.activities}
    place_of = {row["id"]: place for place, row in enumerate(steps, 1)}
    runs = {
        activities[key]: row["id"]
        for row in rows[ActivityRunRecord.__tablename__]
        if (key := (place_of[row["step_id"]], row["activity_code"])) in activities
    }
    private = (
        (min(place_of.get(int(row["about"]), 1), max(1, len(file.steps))), row["text"])
        for row in rows[NoteRecord.__tablename__]
        if row["kind"] == NoteKind.PRIVATE.value and row["about"].isdecimal()
    )
    own = () if file.private_notes else tuple(private)
    return Stays(workshop["id"], kept, runs, private=own)


def store(session: Session, file: WorkshopFile, stays: Stays = Stays()) -> int:
    """Store the workshop of a file under the marks it has there and return its number."""
    session.execute(
        upsert(KeptEditionRecord)
        .values(
            code=file.edition.code,
            version=file.edition.version,
            words=msgspec.to_builtins(file.edition),
        )
        .on_conflict_do_nothing()
    )
    record = _workshop(file)
    if stays.workshop_id:
        record.id = stays.workshop_id
    session.add(record)
    session.flush()
    steps = _steps(session, record.id, file, stays)
    notes = _notes(session, record.id, file, steps, stays)
    places = Places(steps, notes)
    _place(record, file.workshop, places)
    _rounds(session, record.id, file, places)
    _tables(session, record.id, file, steps)
    for run in file.activities:
        _activity(session, record.id, run, steps[run.step], stays.runs.get(run.step))
    for place, action in enumerate(file.actions, 1):
        _action(session, record.id, action, stays.actions.get(place))
    for poll in file.polls:
        answer = places.answer(poll.poll, poll.answer)
        session.add(
            PollCountRecord(
                workshop_id=record.id, poll=poll.poll.value, answer=answer, count=poll.count
            )
        )
    for place, text in stays.private:
        if place in steps:
            private = NotePart(
                kind=NoteKind.PRIVATE, about=str(place), text=text, shown=False, pile=""
            )
            session.add(_note(record.id, private, places))
    session.flush()
    return record.id


def _workshop(file: WorkshopFile) -> WorkshopRecord:
    part = file.workshop
    return WorkshopRecord(
        mark=part.mark,
        team=part.team,
        team_key=team_key(part.team),
        place=part.place,
        facilitator=part.facilitator,
        provider=part.provider,
        held_on=part.held_on,
        headcount=part.headcount,
        facilitator_votes=part.facilitator_votes,
        role_mix=part.role_mix,
        edition_code=part.edition_code,
        edition_version=part.edition_version,
        dimensions=list(part.dimensions),
        depths={code: depth.value for code, depth in part.depths.items()},
        scale_code=part.scale_code,
        scale_words=msgspec.to_builtins(file.scale) if file.scale else None,
        by_level=part.by_level,
        comments=part.comments,
        minutes=sum(step.minutes for step in file.steps),
        state=part.state.value,
        picks=list(part.picks),
        last_seen=part.last_seen,
        same_people=part.same_people,
    )


def _steps(session: Session, workshop_id: int, file: WorkshopFile, stays: Stays) -> dict[int, int]:
    """Store the agenda and return the number of each step by its place."""
    records = [
        StepRecord(
            workshop_id=workshop_id,
            position=place,
            kind=part.kind.value,
            title=part.title,
            minutes=part.minutes,
            purpose=part.purpose,
            scripts={moment: asdict(script) for moment, script in part.scripts.items()},
            actual_seconds=part.seconds,
            visited=part.visited,
        )
        for place, part in enumerate(file.steps)
    ]
    for place, record in enumerate(records, 1):
        if place in stays.steps:
            record.id = stays.steps[place]
    session.add_all(records)
    session.flush()
    return {place: record.id for place, record in enumerate(records, 1)}


def _notes(
    session: Session, workshop_id: int, file: WorkshopFile, steps: dict[int, int], stays: Stays
) -> dict[int, int]:
    """Store the notes in their order and return the number of each by its place."""
    places = Places(steps, {})
    records = [_note(workshop_id, part, places) for part in file.notes]
    for place, record in enumerate(records, 1):
        if place in stays.notes:
            record.id = stays.notes[place]
    session.add_all(records)
    session.flush()
    return {place: record.id for place, record in enumerate(records, 1)}


def _note(workshop_id: int, part: NotePart, places: Places) -> NoteRecord:
    return NoteRecord(
        workshop_id=workshop_id,
        kind=part.kind.value,
        about=places.about(part.kind, part.about),
        text=part.text,
        shown=part.shown,
        heap=part.pile,
    )


def _place(record: WorkshopRecord, part: WorkshopPart, places: Places) -> None:
    """Let the meeting stand where it stood."""
    if part.at is not None:
        record.at_step, record.at_part = places.steps[part.at.step], part.at.part.value
        record.at_about = places.subject(part.at.about)


def _rounds(session: Session, workshop_id: int, file: WorkshopFile, places: Places) -> None:
    for part in file.rounds:
        session.add(
            RoundRecord(
                workshop_id=workshop_id,
                subject=places.subject(part.subject),
                number=part.number,
                expected=part.expected,
                tally=tally(part.total),
                by_level={level: text_of(tally(own)) for level, own in part.by_level.items()},
            )
        )
        session.flush()


def _tables(session: Session, workshop_id: int, file: WorkshopFile, steps: dict[int, int]) -> None:
    for part in file.cards:
        session.add(
            DrawnCardRecord(
                step_id=steps[part.step],
                workshop_id=workshop_id,
                deck_code=part.deck_code,
                deck_version=part.deck_version,
                card_code=part.card.code,
                words=msgspec.to_builtins(part.card),
                reason=part.reason.value,
                reason_dimension=part.reason_dimension,
            )
        )


def _activity(
    session: Session, workshop_id: int, part: ActivityPart, step_id: int, number: int | None
) -> None:
    record = ActivityRunRecord(
        workshop_id=workshop_id,
        step_id=step_id,
        activity_code=part.activity.code,
        activity_version=part.activity.version,
        words=msgspec.to_builtins(part.activity),
        card=msgspec.to_builtins(part.card) if part.card else None,
        shown=list(part.shown),
        mark=part.mark,
        continues=part.continues,
    )
    if number:
        record.id = number
    session.add(record)
    session.flush()
    session.add_all(
        ActivityEntryRecord(
            run_id=record.id,
            block=line.block,
            place=line.place,
            position=position,
            words=line.words,
        )
        for position, line in enumerate(part.lines)
    )
    session.flush()


def _action(session: Session, workshop_id: int, part: ActionPart, number: int | None) -> None:
    record = ActionRecord(
        workshop_id=workshop_id,
        **{one.name: getattr(part, one.name) for one in fields(ActionText)},
        state=part.state.value,
        source_kind=part.source_kind.value,
        source_code=part.source_code,
        happened=part.happened,
        learnt=part.learnt,
        closed_on=part.closed_on,
        mark=part.mark,
    )
    if number:
        record.id = number
    session.add(record)
    session.flush()
    for said in part.progress:
        session.add(
            ProgressRecord(
                action_id=record.id,
                said_on=said.said_on,
                look=said.look.value if said.look else "",
                text=said.text,
            )
        )
        session.flush()
