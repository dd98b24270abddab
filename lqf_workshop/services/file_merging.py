"""Put the workshop of a file together with ours: what stays keeps its number here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.errors import StaleProblem
from lqf_workshop.exchange.workshop_joined import Joined
from lqf_workshop.exchange.workshop_merge import Keep, Merged, merged
from lqf_workshop.services.file_marks import without_clashes
from lqf_workshop.services.file_storing import Stays, store
from lqf_workshop.services.file_writing import Numbers, file_of, numbers_of
from lqf_workshop.services.whole_rows import WORKSHOP, Rows, take_rows
from lqf_workshop.storage.records import (
    ActivityRunRecord,
    PhonePickRecord,
    PhoneTextRecord,
    PollCountRecord,
    StepRecord,
    WorkshopRecord,
)
from lqf_workshop.wording import _

OF_THIS_LAPTOP = (
    "cover",
    "timer_total",
    "timer_left",
    "timer_ends_at",
    "counted_until",
    "phone_key",
    "room_code",
)
"""What is never in a file and goes on here, whatever else comes in."""
OF_THIS_MOMENT = ("at_step", "at_part", "at_about", "last_seen")


def merge(session: Session, here: int, joined: Joined, keeps: Sequence[Keep]) -> Rows:
    """Put both together in the place of ours and return the rows that were there before.

    ``keeps`` answers ``joined.differing``. StaleProblem when ours is not any more what was
    compared.
    """
    if file_of(session, here, whole=True) != joined.ours:
        raise StaleProblem(
            _("This workshop has changed since it was compared. Nothing was changed. Look again.")
        )
    made = merged(joined, keeps)
    numbers = numbers_of(session, here)
    before = take_rows(session, here)
    file = without_clashes(session, made.file, here)
    store(session, file, _what_stays(before, numbers, made))
    _go_on(session, here, before, made, joined)
    return before


def _what_stays(before: Rows, numbers: Numbers, made: Merged) -> Stays:
    steps = {place: numbers.steps[ours - 1] for place, ours in made.steps.items()}
    run_of = {
        (row["step_id"], row["activity_code"]): row["id"]
        for row in before[ActivityRunRecord.__tablename__]
    }
    runs = {
        run.step: run_of[key]
        for run in made.file.activities
        if (key := (steps.get(run.step), run.activity.code)) in run_of
    }
    return Stays(
        before[WORKSHOP][0]["id"],
        steps,
        runs,
        {place: numbers.notes[ours - 1] for place, ours in made.notes.items()},
        {place: numbers.actions[ours - 1] for place, ours in made.actions.items()},
    )


def _go_on(session: Session, here: int, before: Rows, made: Merged, joined: Joined) -> None:
    """Let what only this laptop knows go on: the countdown, the phones, words that wait.

    A meeting that was ended on the other side has no countdown and no phones any more.
    """
    was = before[WORKSHOP][0]
    now, then = made.file.workshop.state, joined.ours.workshop.state
    fields: tuple[str, ...] = ()
    if now is then or now is not WorkshopState.DONE:
        fields = OF_THIS_LAPTOP
    steps = select(StepRecord.id).where(StepRecord.workshop_id == here)
    if now is then and was["at_step"] in session.scalars(steps).all():
        fields = (*fields, *OF_THIS_MOMENT)
    if fields:
        session.execute(
            update(WorkshopRecord)
            .where(WorkshopRecord.id == here)
            .values({name: was[name] for name in fields})
        )
    waiting = before[PhoneTextRecord.__tablename__]
    if waiting:
        session.execute(insert(PhoneTextRecord), waiting)
    _give_back(session, here, before)
    session.expire_all()


def _give_back(session: Session, here: int, before: Rows) -> None:
    """Tell hands and phones apart again where the answer stayed: a phone may still change its own.

    A file adds them up; so does what is stored from it.
    """
    picks = before[PhonePickRecord.__tablename__]
    chosen = Counter((row["poll"], row["answer"]) for row in picks)
    hands = {
        (row["poll"], row["answer"]): row["count"] for row in before[PollCountRecord.__tablename__]
    }
    for record in session.scalars(
        select(PollCountRecord).where(PollCountRecord.workshop_id == here)
    ).all():
        answer = record.poll, record.answer
        by_phone, by_hand = chosen[answer], hands.get(answer, 0)
        if not by_phone or record.count != by_phone + by_hand:
            continue
        session.execute(
            insert(PhonePickRecord),
            [row for row in picks if (row["poll"], row["answer"]) == answer],
        )
        record.count = by_hand
        if not by_hand:
            session.delete(record)
    session.flush()
