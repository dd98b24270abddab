"""Keep what is said and thought, word for word, and decide what the room may see of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from lqf_workshop.domain.meeting import Note, NoteKind
from lqf_workshop.domain.piles import PILE_NAME_LIMIT
from lqf_workshop.domain.text import clean_line, clean_text, has_words
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act, Step
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import NoteRecord
from lqf_workshop.wording import _


class Notes:
    """The notes of every workshop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep_private(self, workshop_id: int, about: str, text: str) -> None:
        """Save the facilitator's own note about a step as it is being typed."""
        kept = clean_text(text)
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            record = session.scalar(
                select(NoteRecord).where(
                    NoteRecord.workshop_id == workshop_id,
                    NoteRecord.kind == NoteKind.PRIVATE.value,
                    NoteRecord.about == about,
                )
            )
            if record is None:
                session.add(new_note(workshop_id, NoteKind.PRIVATE, about, kept, shown=False))
            else:
                record.text = kept
        self._desk.changes.announce(Change.NOTES, workshop_id)

    def add(
        self, workshop_id: int, kind: NoteKind, about: str, text: str, *, shown: bool = False
    ) -> int:
        """Save a new note and return its number; an empty one is saved too, to be typed into."""
        kept = clean_text(text)
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            record = new_note(workshop_id, kind, about, kept, shown=shown)
            session.add(record)
            session.flush()
            note = note_of(record)
        take_away, bring_back = self._comings_and_goings(workshop_id, note)
        self._desk.journal.did(Act(_("a note"), take_away, bring_back))
        self._desk.changes.announce(Change.NOTES, workshop_id)
        return note.id

    def change(self, workshop_id: int, note_id: int, text: str) -> None:
        """Save a note's words as they are being typed."""
        self._set(workshop_id, note_id, text=clean_text(text))

    def let_through(self, workshop_id: int, note_id: int, *, shown: bool = True) -> None:
        """Show a note to the room, or take it off the big screen again."""
        before = self._store(note_id, shown=shown).shown
        self._desk.journal.did(
            Act(
                _("showing a note"),
                lambda: self._set(workshop_id, note_id, shown=before),
                lambda: self._set(workshop_id, note_id, shown=shown),
            )
        )
        self._desk.changes.announce(Change.NOTES, workshop_id)

    def put_on_pile(self, workshop_id: int, note_id: int, name: str) -> None:
        """Put an answer on the pile of a name, or by itself when there is no name."""
        after = _pile_name(name)
        before = self._store(note_id, heap=after).heap
        if after != before:
            self._desk.journal.did(
                Act(
                    _("putting an answer on a pile") if after else _("taking an answer off a pile"),
                    lambda: self._set(workshop_id, note_id, heap=before),
                    lambda: self._set(workshop_id, note_id, heap=after),
                )
            )
        self._desk.changes.announce(Change.NOTES, workshop_id)

    def type_pile_name(self, workshop_id: int, note_ids: Sequence[int], name: str) -> None:
        """Save the name of the pile that some answers are on, as it is being typed."""
        named = _pile_name(name)
        if not has_words(named):
            raise WorkshopProblem(_("A pile needs a name. It keeps the one before."))
        self._name_pile(workshop_id, note_ids, named)

    def rename_pile(
        self, workshop_id: int, note_ids: Sequence[int], before: str, name: str
    ) -> None:
        """Name a pile; undo gives it the name ``before``, however it was typed in between."""
        self.type_pile_name(workshop_id, note_ids, name)
        after = _pile_name(name)
        if after != before:
            self._desk.journal.did(
                Act(
                    _("the name of a pile"),
                    lambda: self._name_pile(workshop_id, note_ids, before),
                    lambda: self._name_pile(workshop_id, note_ids, after),
                )
            )

    def _name_pile(self, workshop_id: int, note_ids: Sequence[int], name: str) -> None:
        """Name a pile; an answer that was removed meanwhile needs no pile."""
        with self._desk.database.transaction() as session:
            for note_id in note_ids:
                record = session.get(NoteRecord, note_id)
                if record is not None:
                    record.heap = name
        self._desk.changes.announce(Change.NOTES, workshop_id)

    def remove(self, workshop_id: int, note_id: int) -> None:
        """Delete a note; undo brings it back."""
        take_away, bring_back = self._comings_and_goings(workshop_id, self._delete(note_id))
        self._desk.journal.did(Act(_("removing a note"), bring_back, take_away))
        self._desk.changes.announce(Change.NOTES, workshop_id)

    def _comings_and_goings(self, workshop_id: int, note: Note) -> tuple[Step, Step]:
        """Return how to take a note away and bring it back, each time with its latest words."""

        def take_away() -> None:
            nonlocal note
            note = self._delete(note.id)
            self._desk.changes.announce(Change.NOTES, workshop_id)

        def bring_back() -> None:
            self._restore(workshop_id, note)
            self._desk.changes.announce(Change.NOTES, workshop_id)

        return take_away, bring_back

    def _set(
        self,
        workshop_id: int,
        note_id: int,
        *,
        text: str | None = None,
        shown: bool | None = None,
        heap: str | None = None,
    ) -> None:
        self._store(note_id, text=text, shown=shown, heap=heap)
        self._desk.changes.announce(Change.NOTES, workshop_id)

    def _store(
        self,
        note_id: int,
        *,
        text: str | None = None,
        shown: bool | None = None,
        heap: str | None = None,
    ) -> Note:
        """Change a note and return it as it was before."""
        with self._desk.database.transaction() as session:
            record = _note_record(session, note_id)
            before = note_of(record)
            record.text = record.text if text is None else text
            record.shown = record.shown if shown is None else shown
            record.heap = record.heap if heap is None else heap
        return before

    def _delete(self, note_id: int) -> Note:
        with self._desk.database.transaction() as session:
            record = _note_record(session, note_id)
            note = note_of(record)
            session.delete(record)
        return note

    def _restore(self, workshop_id: int, note: Note) -> None:
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            record = new_note(workshop_id, note.kind, note.about, note.text, shown=note.shown)
            record.id = note.id
            record.heap = note.heap
            session.add(record)


def _pile_name(name: str) -> str:
    return clean_line(name, _("The name of a pile"), limit=PILE_NAME_LIMIT)


def _note_record(session: Session, note_id: int) -> NoteRecord:
    record = session.get(NoteRecord, note_id)
    if record is None:
        raise StaleProblem(_("That note has been removed."))
    return record


def new_note(workshop_id: int, kind: NoteKind, about: str, text: str, *, shown: bool) -> NoteRecord:
    """Return a note to be stored."""
    return NoteRecord(workshop_id=workshop_id, kind=kind.value, about=about, text=text, shown=shown)


def note_of(record: NoteRecord) -> Note:
    """Return a stored note as a value."""
    return Note(
        record.id, NoteKind(record.kind), record.about, record.text, record.shown, record.heap
    )
