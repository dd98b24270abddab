"""Activities of one's own: made by copying one, changed, put in the bin and brought back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.carrying import carried
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.text import clean_text
from lqf_workshop.errors import StaleProblem
from lqf_workshop.library.activity_checks import Flaw, flaws_of
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.storage.records import ActivityRunRecord, OwnActivityRecord
from lqf_workshop.wording import _

LONGEST_TEXT = 2_000
"""Characters of any one text of an activity."""
COPY = "~"
"""Stands in the code of a copy, after the code of what was copied first."""


@dataclass(frozen=True, slots=True)
class OwnActivity:
    """An activity of one's own, with all that keeps it from being offered to a workshop."""

    activity: Activity
    flaws: tuple[Flaw, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it can be led as it stands."""
        return not self.flaws


class OwnActivities:
    """What the facilitator made by copying; shipped activities stay as they are.

    A half-made one is kept like any other. ``ready`` alone decides whether it is offered.
    """

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def own(self) -> tuple[OwnActivity, ...]:
        """Return those in use, by their names."""
        return self._all(binned=False)

    def binned(self) -> tuple[OwnActivity, ...]:
        """Return those in the bin, by their names."""
        return self._all(binned=True)

    def copies_of(self, code: str) -> tuple[OwnActivity, ...]:
        """Return those in use that began as a copy of a shipped activity."""
        return tuple(one for one in self.own() if one.activity.code.startswith(f"{code}{COPY}"))

    def find(self, code: str) -> OwnActivity:
        """Return one that is in use; one that is gone is explained."""
        with self._desk.database.reading() as session:
            record = _record(session, code)
            if record.binned:
                raise _gone()
            return self._checked(_activity(record))

    def copy(self, code: str) -> str:
        """Copy a shipped activity or one's own, and return the code of the copy."""
        with self._desk.database.transaction() as session:
            source = next((a for a in self._shelf.activities() if a.code == code), None)
            source = source or _activity(_record(session, code))
            names = {_activity(r).name for r in session.scalars(select(OwnActivityRecord))}
            name = _free_name(source.name, names)
            copied = replace(source, code=_new_code(source), name=name, version=1)
            session.add(_new_record(copied))
        self._remember_coming(copied, _("copying an activity"))
        self._told()
        return copied.code

    def bring_in(self, activity: Activity) -> str:
        """Take in an activity that came in a file, and return the code it has here."""
        taken = replace(_cleaned(activity), code=_new_code(activity), version=1)
        with self._desk.database.transaction() as session:
            session.add(_new_record(taken))
        self._remember_coming(taken, _("bringing an activity in"))
        self._told()
        return taken.code

    def keep(self, activity: Activity) -> OwnActivity:
        """Save words as they are being typed, and return the activity as it is stored."""
        kept, _before = self._store(activity)
        self._told()
        return self._checked(kept)

    def change(self, activity: Activity, what: str) -> OwnActivity:
        """Save a change with a name of its own, to be taken back with undo.

        Undo takes this change back and leaves what was typed since.
        """
        kept, before = self._store(activity)
        self._remember(what, before, kept)
        self._told()
        return self._checked(kept)

    def bin(self, code: str) -> None:
        """Put one in the bin: it is offered no more; workshops that used it keep their words."""
        self._set_binned(code, binned=True)
        self._desk.journal.did(
            Act(
                _("putting an activity in the bin"),
                lambda: self._set_binned(code, binned=False),
                lambda: self._set_binned(code, binned=True),
            )
        )

    def restore(self, code: str) -> None:
        """Bring one back from the bin, as it was."""
        self._set_binned(code, binned=False)
        self._desk.journal.did(
            Act(
                _("bringing an activity back"),
                lambda: self._set_binned(code, binned=True),
                lambda: self._set_binned(code, binned=False),
            )
        )

    # Inside

    def _told(self) -> None:
        self._desk.changes.announce(Change.OWN_ACTIVITIES, 0)

    def _checked(self, activity: Activity) -> OwnActivity:
        return OwnActivity(activity, flaws_of(activity, self._shelf.edition("lqf-classic")))

    def _all(self, *, binned: bool) -> tuple[OwnActivity, ...]:
        with self._desk.database.reading() as session:
            found = own_activities(session, binned=binned)
        return tuple(self._checked(activity) for activity in found)

    def _store(self, activity: Activity) -> tuple[Activity, Activity]:
        """Store an activity and return it as stored, and as it was before."""
        cleaned = _cleaned(activity)
        with self._desk.database.transaction() as session:
            record = _record(session, activity.code)
            before = _activity(record)
            kept = replace(cleaned, version=before.version)
            if kept != before and _was_used(session, before):
                kept = replace(kept, version=before.version + 1)
            record.words = msgspec.to_builtins(kept)
        return kept, before

    def _remember(self, what: str, before: Activity, after: Activity) -> None:
        """Let undo and redo carry one change into the activity as it is at that time."""
        ends = [before, after]

        def turn() -> None:
            with self._desk.database.reading() as session:
                now = _activity(_record(session, before.code))
            wanted = carried(now, ends[1], ends[0])
            ends[:] = [now, self._store(wanted)[0]]
            self._told()

        self._desk.journal.did(Act(what, turn, turn))

    def _remember_coming(self, copied: Activity, what: str) -> None:
        latest = copied

        def take_away() -> None:
            nonlocal latest
            with self._desk.database.transaction() as session:
                record = _record(session, copied.code)
                latest = _activity(record)
                session.delete(record)
            self._told()

        def bring_back() -> None:
            with self._desk.database.transaction() as session:
                session.add(_new_record(latest))
            self._told()

        self._desk.journal.did(Act(what, take_away, bring_back))

    def _set_binned(self, code: str, *, binned: bool) -> None:
        with self._desk.database.transaction() as session:
            _record(session, code).binned = binned
        self._told()


def own_activities(session: Session, *, binned: bool = False) -> list[Activity]:
    """Return the activities of one's own by their names, half-made ones too."""
    records = session.scalars(select(OwnActivityRecord).where(OwnActivityRecord.binned.is_(binned)))
    return sorted(map(_activity, records), key=lambda a: (a.name.casefold(), a.code))


def ready_activities(session: Session, edition: FrameworkEdition | None) -> list[Activity]:
    """Return those that can be led as they stand."""
    return [a for a in own_activities(session) if not flaws_of(a, edition)]


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name for a copy that no other activity of one's own has."""
    number, wanted = 1, _("{0} (our copy)").format(name)
    while wanted in taken:
        number += 1
        wanted = _("{0} (our copy {1})").format(name, number)
    return wanted


def _was_used(session: Session, activity: Activity) -> bool:
    """Whether a workshop has begun with these words, so that others need a new version."""
    used = select(ActivityRunRecord.id).where(
        ActivityRunRecord.activity_code == activity.code,
        ActivityRunRecord.activity_version == activity.version,
    )
    return session.scalar(used.limit(1)) is not None


def _new_code(source: Activity) -> str:
    """Return a code for a copy that tells what was copied first."""
    return f"{source.code.partition(COPY)[0]}{COPY}{secrets.token_hex(4)}"


def _cleaned(activity: Activity) -> Activity:
    return msgspec.convert(_clean(msgspec.to_builtins(activity)), Activity)


def _clean(words: Any) -> Any:  # noqa: ANN401
    """Return words without what nobody can see; too many of them are a problem."""
    if isinstance(words, str):
        return clean_text(words, limit=LONGEST_TEXT)
    if isinstance(words, dict):
        return {key: _clean(value) for key, value in words.items()}
    return [_clean(value) for value in words] if isinstance(words, list | tuple) else words


def _new_record(activity: Activity) -> OwnActivityRecord:
    return OwnActivityRecord(code=activity.code, words=msgspec.to_builtins(activity))


def _activity(record: OwnActivityRecord) -> Activity:
    return msgspec.convert(record.words, Activity)


def _record(session: Session, code: str) -> OwnActivityRecord:
    record = session.get(OwnActivityRecord, code)
    if record is None:
        raise _gone()
    return record


def _gone() -> StaleProblem:
    return StaleProblem(_("That activity is no longer in the library."))
