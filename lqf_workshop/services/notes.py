"""Keep what is said and thought, word for word, and decide what the room may see of it."""

from __future__ import annotations

from sqlalchemy import select

from lqf_workshop.domain.meeting import Note, NoteKind
from lqf_workshop.domain.text import clean_text
from lqf_workshop.errors import StaleProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
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
            record = session.scalar(
                select(NoteRecord).where(
                    NoteRecord.workshop_id == workshop_id,
                    NoteRecord.kind == NoteKind.PRIVATE.value,
                    NoteRecord.about == about,
                )
            )
            if record is None:
                session.add(_record(workshop_id, NoteKind.PRIVATE, about, kept, shown=False))
            else:
                record.text = kept
        self._desk.changes.announce(Change.NOTES, workshop_id)

    def add(
        self, workshop_id: int, kind: NoteKind, about: str, text: str, *, shown: bool = False
    ) -> int:
        """Save a new note and return its number; an empty one is saved too, to be typed into."""
        kept = clean_text(text)
        with self._desk.database.transaction() as session:
            record = _record(workshop_id, kind, about, kept, shown=shown)
            session.add(record)
            session.flush()
            note_id = record.id
        self._desk.journal.did(
            Act(
                _("a note"),
                lambda: self._forget(workshop_id, note_id),
                lambda: self._restore(workshop_id, note_id, kind, about, kept, shown=shown),
            )
        )
        self._desk.changes.announce(Change.NOTES, workshop_id)
        return note_id

    def change(self, workshop_id: int, note_id: int, text: str) -> None:
        """Save a note's words as they are being typed."""
        self._set(workshop_id, note_id, text=clean_text(text))

    def let_through(self, workshop_id: int, note_id: int, *, shown: bool = True) -> None:
        """Show a note to the room, or take it off the big screen again."""
        self._set(workshop_id, note_id, shown=shown)
        self._desk.journal.did(
            Act(
                _("showing a note"),
                lambda: self._set(workshop_id, note_id, shown=not shown),
                lambda: self._set(workshop_id, note_id, shown=shown),
            )
        )

    def remove(self, workshop_id: int, note_id: int) -> None:
        """Delete a note; undo brings it back."""
        note = self._delete(workshop_id, note_id)
        self._desk.journal.did(
            Act(
                _("removing a note"),
                lambda: self._restore(
                    workshop_id, note_id, note.kind, note.about, note.text, shown=note.shown
                ),
                lambda: self._forget(workshop_id, note_id),
            )
        )

    def _set(
        self, workshop_id: int, note_id: int, *, text: str | None = None, shown: bool | None = None
    ) -> None:
        with self._desk.database.transaction() as session:
            record = session.get(NoteRecord, note_id)
            if record is None:
                raise StaleProblem(_("That note has been removed."))
            record.text = record.text if text is None else text
            record.shown = record.shown if shown is None else shown
        self._desk.changes.announce(Change.NOTES, workshop_id)

    def _forget(self, workshop_id: int, note_id: int) -> None:
        self._delete(workshop_id, note_id)

    def _delete(self, workshop_id: int, note_id: int) -> Note:
        with self._desk.database.transaction() as session:
            record = session.get(NoteRecord, note_id)
            if record is None:
                raise StaleProblem(_("That note has been removed."))
            note = note_of(record)
            session.delete(record)
        self._desk.changes.announce(Change.NOTES, workshop_id)
        return note

    def _restore(
        self, workshop_id: int, note_id: int, kind: NoteKind, about: str, text: str, *, shown: bool
    ) -> None:
        with self._desk.database.transaction() as session:
            record = _record(workshop_id, kind, about, text, shown=shown)
            record.id = note_id
            session.add(record)
        self._desk.changes.announce(Change.NOTES, workshop_id)


def _record(workshop_id: int, kind: NoteKind, about: str, text: str, *, shown: bool) -> NoteRecord:
    return NoteRecord(workshop_id=workshop_id, kind=kind.value, about=about, text=text, shown=shown)


def note_of(record: NoteRecord) -> Note:
    """Return a stored note as a value."""
    return Note(record.id, NoteKind(record.kind), record.about, record.text, record.shown)
