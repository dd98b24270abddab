"""Which marks a workshop from a file has here: its own, or new ones where those are taken."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from lqf_workshop.exchange.workshop_parts import WorkshopFile
from lqf_workshop.storage.records import ActionRecord, ActivityRunRecord, new_mark


def as_a_copy(file: WorkshopFile) -> WorkshopFile:
    """Return a workshop that is another one from now on, and so is all that is in it."""
    workshop = msgspec.structs.replace(file.workshop, mark=new_mark())
    return msgspec.structs.replace(_renewed(file, file.marks), workshop=workshop)


def without_clashes(session: Session, file: WorkshopFile, here: int = 0) -> WorkshopFile:
    """Return a workshop with new marks for whatever another workshop of the library has too.

    That happens when somebody copies a file by hand. ``here`` is the number of the workshop
    whose place it takes.
    """
    taken: set[str] = set()
    for kind in (ActionRecord, ActivityRunRecord):
        query = select(kind.mark).where(kind.workshop_id != here, kind.mark.in_(file.marks))
        taken.update(session.scalars(query))
    return _renewed(file, taken) if taken else file


def _renewed(file: WorkshopFile, old: Iterable[str]) -> WorkshopFile:
    """Give new marks for some; what goes on with something in the same file follows it."""
    fresh = {mark: new_mark() for mark in old}
    changed = msgspec.structs.replace
    return changed(
        file,
        actions=tuple(changed(one, mark=fresh.get(one.mark, one.mark)) for one in file.actions),
        activities=tuple(
            changed(
                run,
                mark=fresh.get(run.mark, run.mark),
                continues=fresh.get(run.continues, run.continues),
            )
            for run in file.activities
        ),
    )
