"""Fill in an activity: begun at a step, written line by line, taken up again another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.activity import Activity, ActivityRun, ColumnKind, Entry
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.domain.text import clean_text
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.own_activities import ready_activities
from lqf_workshop.services.same_team import of_same_team
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import (
    ActivityEntryRecord,
    ActivityRunRecord,
    StepRecord,
    WorkshopRecord,
    new_mark,
)
from lqf_workshop.wording import _

MOST_LINES = 400
"""Lines in one activity; a team of 30 writes fewer, a key that is stuck more."""
MOST_COUNTED = 999


@dataclass(frozen=True, slots=True)
class StoppedRun:
    """An activity that a team left half-way in an earlier workshop."""

    run_id: int
    activity: Activity
    held_on: date
    lines: int


class Activities:
    """The activities of every workshop."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def choices(self) -> tuple[Activity, ...]:
        """Return what a team can choose from: shipped activities, then the facilitator's own.

        Of one's own only those that can be led as they stand.
        """
        with self._desk.database.reading() as session:
            made = ready_activities(session, self._shelf.edition("lqf-classic"))
        return (*self._shelf.activities(), *made)

    def choice(self, code: str) -> Activity:
        """Return an activity by its code; one that is gone is explained."""
        found = next((a for a in self.choices() if a.code == code), None)
        if found is None:
            raise StaleProblem(_("That activity is no longer in the library."))
        return found

    def begin(
        self, workshop_id: int, step_id: int, activity: Activity, card: ScenarioCard | None = None
    ) -> int:
        """Bring an activity to a step, in its words of today, and return the run's number.

        What stood at that step before comes back with undo, word for word.
        """
        return self._place(workshop_id, step_id, activity, card, (), "")

    def take_up(self, workshop_id: int, step_id: int, run_id: int) -> int:
        """Go on where a team stopped: its lines are copied, the earlier workshop keeps its own."""
        with self._desk.database.reading() as session:
            run = run_of(session, _run_record(session, run_id))
        return self._place(workshop_id, step_id, run.activity, run.card, run.entries, run.mark)

    def stopped(self, workshop_id: int) -> tuple[StoppedRun, ...]:
        """Return what this team left half-way in other workshops, latest first.

        Half-way is: something was written, nothing was taken away, nobody has gone on with it.
        """
        with self._desk.database.reading() as session:
            same_team = of_same_team(session, workshop_record(session, workshop_id))
            rows = session.execute(
                select(ActivityRunRecord, WorkshopRecord.held_on)
                .join(WorkshopRecord, WorkshopRecord.id == ActivityRunRecord.workshop_id)
                .where(same_team, WorkshopRecord.id != workshop_id)
                .order_by(WorkshopRecord.held_on.desc(), ActivityRunRecord.id.desc())
            ).all()
            gone_on = set(session.scalars(select(ActivityRunRecord.continues)))
            runs = [(run_of(session, r), held_on) for r, held_on in rows if r.mark not in gone_on]
        return tuple(
            StoppedRun(run.id, run.activity, held_on, sum(not e.empty for e in run.entries))
            for run, held_on in runs
            if not run.ended
            and not run.activity.on_card
            and any(not entry.empty for entry in run.entries)
        )

    def put_away(self, workshop_id: int, step_id: int) -> None:
        """Take the activity off a step; undo brings it back with every line."""
        before = self._stored(step_id)
        if before is None:
            return
        self._swap(workshop_id, step_id, None)
        self._remember(workshop_id, step_id, _("taking an activity away"), before, None)

    # Lines

    def add(
        self, workshop_id: int, run_id: int, block: str, place: str, words: dict[str, str]
    ) -> int:
        """Add a line to a block and return its number; it may be empty, to be typed into."""
        with self._desk.database.transaction() as session:
            run = run_of(session, _run_record(session, run_id))
            kept = _checked(run, block, words)
            if len(run.entries) >= MOST_LINES:
                raise WorkshopProblem(
                    _("That is as many lines as one activity holds. Take some away first.")
                )
            record = _new_entry(session, run_id, block, place, kept)
            session.add(record)
            session.flush()
            entry = entry_of(record), record.position
        self._desk.journal.did(
            Act(
                _("a line"),
                lambda: self._remove(workshop_id, entry[0].id),
                lambda: self._restore(workshop_id, run_id, *entry),
            )
        )
        self._told(workshop_id)
        return entry[0].id

    def write(self, workshop_id: int, entry_id: int, column: str, text: str) -> None:
        """Save the words of one field as they are being typed."""
        self._set(entry_id, column, text)
        self._told(workshop_id)

    def put(
        self, workshop_id: int, run_id: int, block: str, place: str, column: str, text: str
    ) -> int:
        """Save one field of a fixed row, whose line begins with its first words."""
        with self._desk.database.reading() as session:
            found = session.scalar(
                select(ActivityEntryRecord.id).where(
                    ActivityEntryRecord.run_id == run_id,
                    ActivityEntryRecord.block == block,
                    ActivityEntryRecord.place == place,
                )
            )
        if found is None:
            return self.add(workshop_id, run_id, block, place, {column: text})
        self.write(workshop_id, found, column, text)
        return found

    def choose(self, workshop_id: int, entry_id: int, column: str, answer: str) -> None:
        """Choose an answer, a point or a count for one field; an empty one takes it away."""
        before = self._set(entry_id, column, answer)
        if before == answer:
            return
        self._desk.journal.did(
            Act(
                _("an answer"),
                lambda: self._again(workshop_id, entry_id, column, before),
                lambda: self._again(workshop_id, entry_id, column, answer),
            )
        )
        self._told(workshop_id)

    def move(self, workshop_id: int, entry_id: int, place: str) -> None:
        """Put a line onto another pile, column or corner."""
        before = self._move(entry_id, place)
        if before == place:
            return
        self._desk.journal.did(
            Act(
                _("moving a line"),
                lambda: self._move_again(workshop_id, entry_id, before),
                lambda: self._move_again(workshop_id, entry_id, place),
            )
        )
        self._told(workshop_id)

    def remove(self, workshop_id: int, entry_id: int) -> None:
        """Take a line away; undo brings it back where it stood."""
        run_id, entry, position = self._delete(entry_id)
        self._desk.journal.did(
            Act(
                _("removing a line"),
                lambda: self._restore(workshop_id, run_id, entry, position),
                lambda: self._remove(workshop_id, entry_id),
            )
        )
        self._told(workshop_id)

    def show(self, workshop_id: int, run_id: int, block: str, *, shown: bool) -> None:
        """Show a held block to the room, or take it off the big screen again."""
        self._show(workshop_id, run_id, block, shown)
        self._desk.journal.did(
            Act(
                _("showing a block"),
                lambda: self._show(workshop_id, run_id, block, not shown),
                lambda: self._show(workshop_id, run_id, block, shown),
            )
        )

    # Inside

    def _told(self, workshop_id: int) -> None:
        self._desk.changes.announce(Change.ACTIVITIES, workshop_id)

    def _show(self, workshop_id: int, run_id: int, block: str, shown: bool) -> None:
        with self._desk.database.transaction() as session:
            record = _run_record(session, run_id)
            others = [code for code in record.shown if code != block]
            record.shown = [*others, block] if shown else others
        self._told(workshop_id)

    def _again(self, workshop_id: int, entry_id: int, column: str, answer: str) -> None:
        self._set(entry_id, column, answer)
        self._told(workshop_id)

    def _set(self, entry_id: int, column: str, text: str) -> str:
        """Store one field and return what stood in it."""
        with self._desk.database.transaction() as session:
            record = _entry_record(session, entry_id)
            run = run_of(session, _run_record(session, record.run_id), lines=False)
            kept = _checked(run, record.block, {column: text})
            before: str = record.words.get(column, "")
            record.words = {**record.words, **kept}
        return before

    def _move(self, entry_id: int, place: str) -> str:
        with self._desk.database.transaction() as session:
            record = _entry_record(session, entry_id)
            before, record.place = record.place, place
        return before

    def _move_again(self, workshop_id: int, entry_id: int, place: str) -> None:
        self._move(entry_id, place)
        self._told(workshop_id)

    def _delete(self, entry_id: int) -> tuple[int, Entry, int]:
        with self._desk.database.transaction() as session:
            record = _entry_record(session, entry_id)
            found = record.run_id, entry_of(record), record.position
            session.delete(record)
        return found

    def _remove(self, workshop_id: int, entry_id: int) -> None:
        self._delete(entry_id)
        self._told(workshop_id)

    def _restore(self, workshop_id: int, run_id: int, entry: Entry, position: int) -> None:
        with self._desk.database.transaction() as session:
            _run_record(session, run_id)
            record = ActivityEntryRecord(
                run_id=run_id,
                block=entry.block,
                place=entry.place,
                position=position,
                words=entry.words,
            )
            record.id = entry.id
            session.add(record)
        self._told(workshop_id)

    def _place(
        self,
        workshop_id: int,
        step_id: int,
        activity: Activity,
        card: ScenarioCard | None,
        entries: Sequence[Entry],
        continues: str,
    ) -> int:
        before = self._stored(step_id)
        new = ActivityRun(0, step_id, activity, card, tuple(entries), continues=continues)
        made = self._swap(workshop_id, step_id, new)
        after = self._stored(step_id)
        self._remember(workshop_id, step_id, _("choosing an activity"), before, after)
        return made

    def _remember(
        self,
        workshop_id: int,
        step_id: int,
        what: str,
        before: ActivityRun | None,
        after: ActivityRun | None,
    ) -> None:
        """Let undo and redo swap the run of a step, each time with its latest lines."""
        kept = {False: before, True: after}

        def swap(there: bool) -> None:
            kept[not there] = self._stored(step_id)
            self._swap(workshop_id, step_id, kept[there])

        self._desk.journal.did(Act(what, lambda: swap(False), lambda: swap(True)))

    def _stored(self, step_id: int) -> ActivityRun | None:
        with self._desk.database.reading() as session:
            return stored_run(session, step_id)

    def _swap(self, workshop_id: int, step_id: int, new: ActivityRun | None) -> int:
        """Put a run in the place of a step's present one; a number and a mark it has are kept."""
        with self._desk.database.transaction() as session:
            made = place_run(session, workshop_id, step_id, new)
        self._told(workshop_id)
        return made


def stored_run(session: Session, step_id: int) -> ActivityRun | None:
    """Return the activity at a step as it is stored, if there is one."""
    record = session.scalar(select(ActivityRunRecord).where(ActivityRunRecord.step_id == step_id))
    return run_of(session, record) if record else None


def place_run(session: Session, workshop_id: int, step_id: int, new: ActivityRun | None) -> int:
    """Store a run in the place of a step's present one, inside a transaction of another act."""
    if session.get(StepRecord, step_id) is None:
        raise StaleProblem(_("That step of the agenda has been removed."))
    old = session.scalar(select(ActivityRunRecord).where(ActivityRunRecord.step_id == step_id))
    if old is not None:
        session.delete(old)
        session.flush()
    if new is None:
        return 0
    record = ActivityRunRecord(
        workshop_id=workshop_id,
        step_id=step_id,
        activity_code=new.activity.code,
        activity_version=new.activity.version,
        words=msgspec.to_builtins(new.activity),
        card=msgspec.to_builtins(new.card) if new.card else None,
        shown=list(new.shown),
        mark=new.mark or new_mark(),
        continues=new.continues,
    )
    if new.id:
        record.id = new.id
    session.add(record)
    session.flush()
    for position, entry in enumerate(new.entries):
        line = ActivityEntryRecord(
            run_id=record.id,
            block=entry.block,
            place=entry.place,
            position=position,
            words=entry.words,
        )
        if new.id:
            line.id = entry.id
        session.add(line)
    return record.id


def runs_of(session: Session, workshop_id: int) -> tuple[ActivityRun, ...]:
    """Return every activity of a workshop."""
    records = session.scalars(
        select(ActivityRunRecord)
        .where(ActivityRunRecord.workshop_id == workshop_id)
        .order_by(ActivityRunRecord.id)
    )
    return tuple(run_of(session, record) for record in records)


def run_of(session: Session, record: ActivityRunRecord, *, lines: bool = True) -> ActivityRun:
    """Return a stored run as a value, with its lines in their order."""
    found = (
        session.scalars(
            select(ActivityEntryRecord)
            .where(ActivityEntryRecord.run_id == record.id)
            .order_by(ActivityEntryRecord.position, ActivityEntryRecord.id)
        )
        if lines
        else ()
    )
    return ActivityRun(
        record.id,
        record.step_id,
        msgspec.convert(record.words, Activity),
        msgspec.convert(record.card, ScenarioCard) if record.card else None,
        tuple(entry_of(line) for line in found),
        tuple(record.shown),
        record.mark,
        record.continues,
    )


def entry_of(record: ActivityEntryRecord) -> Entry:
    """Return a stored line as a value."""
    return Entry(record.id, record.block, record.place, dict(record.words))


def _checked(run: ActivityRun, block_code: str, words: dict[str, str]) -> dict[str, str]:
    """Return words that may be stored; a private block's may never be, whoever asks."""
    try:
        block = run.activity.block(block_code)
    except KeyError:
        raise StaleProblem(_("This activity no longer has that part.")) from None
    if block.private:
        raise WorkshopProblem(_("What is written on a private sheet is not kept."))
    kept = {}
    for code, text in words.items():
        column = block.field(code)
        if column is None:
            raise StaleProblem(_("This activity no longer has that part."))
        kept[code] = _checked_field(column.kind, column.answers, clean_text(text))
    return kept


def _checked_field(kind: ColumnKind, answers: tuple[str, ...], text: str) -> str:
    if answers and text and text not in answers:
        raise WorkshopProblem(_("Choose one of: {0}.").format(", ".join(answers)))
    if kind is ColumnKind.COUNT and text:
        if not text.isascii() or not text.isdigit() or int(text) > MOST_COUNTED:
            raise WorkshopProblem(_("Type a whole number up to {0}.").format(MOST_COUNTED))
        return str(int(text))
    return text


def _new_entry(
    session: Session, run_id: int, block: str, place: str, words: dict[str, str]
) -> ActivityEntryRecord:
    last = session.scalar(
        select(func.max(ActivityEntryRecord.position)).where(ActivityEntryRecord.run_id == run_id)
    )
    return ActivityEntryRecord(
        run_id=run_id, block=block, place=place, position=(last or 0) + 1, words=words
    )


def _run_record(session: Session, run_id: int) -> ActivityRunRecord:
    record = session.get(ActivityRunRecord, run_id)
    if record is None:
        raise StaleProblem(_("That activity has been taken away."))
    return record


def _entry_record(session: Session, entry_id: int) -> ActivityEntryRecord:
    record = session.get(ActivityEntryRecord, entry_id)
    if record is None:
        raise StaleProblem(_("That line has been removed."))
    return record
