"""Workshops as files: written for another laptop, looked at, and taken in as a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from lqf_workshop.domain.framework import Family, FrameworkEdition
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.thing_words import Sides, told
from lqf_workshop.exchange.workshop_differences import Difference, differences
from lqf_workshop.exchange.workshop_file import in_words_of, read_workshop, write_workshop
from lqf_workshop.exchange.workshop_joined import Joined, joined
from lqf_workshop.exchange.workshop_merge import Keep, usual, why_apart
from lqf_workshop.exchange.workshop_parts import WorkshopFile
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.file_marks import as_a_copy, without_clashes
from lqf_workshop.services.file_merging import merge
from lqf_workshop.services.file_storing import store, what_stays
from lqf_workshop.services.file_writing import file_of
from lqf_workshop.services.journal import Act
from lqf_workshop.services.whole_rows import Rows, put_rows, take_rows, voted_and_sent
from lqf_workshop.storage.records import KeptEditionRecord, WorkshopRecord
from lqf_workshop.wording import _, ngettext

TOLD = (
    Change.WORKSHOPS,
    Change.RUN,
    Change.VOTES,
    Change.RATINGS,
    Change.FOCUS,
    Change.CARDS,
    Change.NOTES,
    Change.ACTIONS,
    Change.POLLS,
    Change.SENT,
    Change.ACTIVITIES,
)
"""What may have changed in a workshop that came from a file."""


class How(Enum):
    """What becomes of a file.

    Its workshop is new here, a copy, put together with ours, or takes the place of ours.
    """

    NEW = "new"
    COPY = "copy"
    MERGE = "merge"
    REPLACE = "replace"
    KEEP_MINE = "keep-mine"


@dataclass(frozen=True, slots=True)
class FileLook:
    """What is in a file, and how it differs from the same workshop in this library.

    ``here`` is the number of that workshop, or 0 when it is not here. If it is, ``joined`` holds
    both side by side, and ``sides`` says each thing that differs. ``keeps`` says what stays of
    each when the two are put together; empty means what is usual. ``apart`` says why they cannot
    be put together, if so.
    """

    path: Path
    file: WorkshopFile = field(repr=False)
    here: int
    differences: tuple[Difference, ...]
    joined: Joined | None = field(default=None, repr=False)
    sides: tuple[Sides, ...] = field(default=(), repr=False)
    keeps: tuple[Keep, ...] = ()
    apart: str = ""

    @property
    def same(self) -> bool:
        """Whether this library holds the same already."""
        return bool(self.here) and not self.differences

    @property
    def stays(self) -> tuple[Keep, ...]:
        """What stays of each thing that differs: as chosen, or as is usual."""
        return self.keeps or (usual(self.joined) if self.joined else ())

    @property
    def mark(self) -> str:
        """What tells the workshop from every other."""
        return self.file.workshop.mark

    @property
    def prepared_only(self) -> bool:
        """Whether the meeting has not begun."""
        return self.file.workshop.state is WorkshopState.PREPARED

    @property
    def contents(self) -> tuple[str, ...]:
        """What the file holds, in plain words; nothing of what is not there."""
        file = self.file
        rated = len({part.subject for part in file.rounds})
        led = sum(not run.activity.on_card for run in file.activities)
        counted = (
            (rated, ngettext("{n} vote", "{n} votes", rated)),
            (len(file.cards), ngettext("{n} card", "{n} cards", len(file.cards))),
            (led, ngettext("{n} activity", "{n} activities", led)),
            (len(file.notes), ngettext("{n} note", "{n} notes", len(file.notes))),
            (len(file.actions), ngettext("{n} action", "{n} actions", len(file.actions))),
        )
        found = tuple(words for count, words in counted if count)
        return found or (ngettext("{n} step", "{n} steps", len(file.steps)),)


class Files:
    """Workshops that come from, and go to, other laptops."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def write(self, workshop_id: int, path: Path, *, private: bool = False) -> None:
        """Write a workshop to a file, whole or not at all.

        Votes that are not revealed and dots that are not shown are never in it. The facilitator's
        own notes stay at home unless ``private``. May be called in another thread.
        """
        with self._desk.database.reading() as session:
            file = file_of(session, workshop_id, private=private)
        write_workshop(file, path)

    def look(self, path: Path) -> FileLook:
        """Say what is in a file; nothing is brought in. May be called in another thread.

        A framework that is known here stays in the words it has here: no file changes what
        other workshops were rated with.
        """
        file = read_workshop(path)
        with self._desk.database.reading() as session:
            known = self._known_edition(session, file)
            file = in_words_of(file, known) if known else file
            here = _workshop_of(session, file.workshop.mark)
            ours = file_of(session, here, whole=True) if here else None
        if ours is None:
            return FileLook(path, file, 0, ())
        both = joined(ours, file)
        strengths = {idea.code: idea.name for idea in self._shelf.ideas(Family.ATTRIBUTE)}
        sides, apart = told(both, strengths), why_apart(ours, file)
        return FileLook(path, file, here, differences(both), both, tuple(sides), apart=apart)

    def _known_edition(self, session: Session, file: WorkshopFile) -> FrameworkEdition | None:
        """Return the framework of a file as meetings here would read it."""
        code, version = file.edition.code, file.edition.version
        shipped = self._shelf.edition(code)
        if shipped is not None and shipped.version == version:
            return shipped
        kept = session.get(KeptEditionRecord, (code, version))
        return msgspec.convert(kept.words, FrameworkEdition) if kept else None

    def take_in(self, look: FileLook, how: How) -> int:
        """Bring one workshop in and return its number, or 0 when nothing was brought in."""
        return self.take_in_all([(look, how)])[0]

    def take_in_all(self, chosen: Sequence[tuple[FileLook, How]]) -> list[int]:
        """Bring several workshops in, all or none of them; one undo takes them out again."""
        swaps: list[_Swap] = []
        numbers = []
        with self._desk.database.transaction() as session:
            for look, how in chosen:
                swap = _take_in(session, look, how)
                numbers.append(swap.workshop_id if swap else 0)
                swaps += [swap.seen(session)] if swap else []
        if swaps:
            self._remember(swaps)
            self._told(swaps)
        return numbers

    def _remember(self, swaps: list[_Swap]) -> None:
        def swap_all(order: Callable[[list[_Swap]], list[_Swap]]) -> None:
            with self._desk.database.transaction() as session:
                turned = {swap.workshop_id: swap.turned(session) for swap in order(swaps)}
            swaps[:] = [turned[swap.workshop_id] for swap in swaps]
            self._told(swaps)

        what = _("bringing in a workshop") if len(swaps) == 1 else _("bringing in workshops")
        self._desk.journal.did(
            Act(what, lambda: swap_all(lambda s: s[::-1]), lambda: swap_all(lambda s: s))
        )

    def _told(self, swaps: Sequence[_Swap]) -> None:
        for swap in swaps:
            for change in TOLD:
                self._desk.changes.announce(change, swap.workshop_id)


@dataclass(frozen=True, slots=True)
class _Swap:
    """A workshop, and the rows that are not in the library now but on the other side of undo."""

    workshop_id: int
    aside: Rows | None
    came_in: Rows = field(default_factory=dict)
    """What people voted and phones sent, as it was when the rows came in."""

    def seen(self, session: Session) -> _Swap:
        """Note what is in now."""
        return replace(self, came_in=voted_and_sent(session, self.workshop_id))

    def turned(self, session: Session) -> _Swap:
        """Put the rows in that were aside, and put aside those that were in.

        Refused when votes or words of phones have come since, which no undo takes back.
        """
        if voted_and_sent(session, self.workshop_id) != self.came_in:
            raise WorkshopProblem(
                _(
                    "People have voted or sent something in this workshop since it was brought "
                    "in. Taking it back would delete that, so nothing was changed."
                )
            )
        there = session.get(WorkshopRecord, self.workshop_id) is not None
        taken = take_rows(session, self.workshop_id) if there else None
        if self.aside:
            put_rows(session, self.aside)
        return replace(self, aside=taken).seen(session)


def _take_in(session: Session, look: FileLook, how: How) -> _Swap | None:
    here = _workshop_of(session, look.mark)
    if how is How.KEEP_MINE:
        return None
    if how is How.COPY:
        return _Swap(store(session, as_a_copy(look.file)), None)
    if how is How.NEW:
        if here:
            raise WorkshopProblem(
                _("The workshop of {0} is here already. Nothing was brought in.").format(
                    look.path.name
                )
            )
        return _Swap(store(session, without_clashes(session, look.file)), None)
    if not here:
        raise WorkshopProblem(
            _("The workshop that {0} belongs to is gone. Nothing was brought in.").format(
                look.path.name
            )
        )
    if how is How.MERGE and look.joined:
        return _Swap(here, merge(session, here, look.joined, look.stays))
    kept = session.get_one(WorkshopRecord, here)
    phones = kept.phone_key, kept.room_code
    before = take_rows(session, here)
    store(session, without_clashes(session, look.file, here), what_stays(before, look.file))
    stored = session.get_one(WorkshopRecord, here)
    stored.phone_key, stored.room_code = phones
    session.flush()
    return _Swap(here, before)


def _workshop_of(session: Session, mark: str) -> int:
    """Return the number of the workshop with a mark, or 0."""
    query = select(WorkshopRecord.id).where(WorkshopRecord.mark == mark).limit(1)
    return session.scalar(query) or 0
