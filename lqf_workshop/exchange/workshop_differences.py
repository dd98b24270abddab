"""How a workshop in a file differs from the same workshop in this library, in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import msgspec

from lqf_workshop.exchange.workshop_parts import WorkshopFile
from lqf_workshop.wording import _, ngettext

T = TypeVar("T")
Key = Callable[[T], Hashable]


class FilePart(Enum):
    """What a person would name as one part of a workshop."""

    PLAN = "plan"
    AGENDA = "agenda"
    VOTES = "votes"
    CARDS = "cards"
    NOTES = "notes"
    ACTIVITIES = "activities"
    ACTIONS = "actions"
    HANDS = "hands"


@dataclass(frozen=True, slots=True)
class Difference:
    """How many of a part are only in the file, only here, or in both and not the same."""

    part: FilePart
    more: int = 0
    only_here: int = 0
    changed: int = 0

    @property
    def words(self) -> str:
        """Say it, for example "Votes: 2 dimensions more in the file"."""
        return f"{_name(self.part)}: {', '.join(_counts(self))}"


def differences(here: WorkshopFile, there: WorkshopFile) -> tuple[Difference, ...]:
    """Return what ``there``, the file, has other than ``here``; nothing when they are the same.

    Marks are no difference: nobody ever sees one.
    """
    here, there = _unmarked(here), _unmarked(there)
    found = (
        _plan(here, there),
        _compared(FilePart.AGENDA, here.steps, there.steps, lambda s: (s.kind, s.title)),
        _votes(here, there),
        _compared(FilePart.CARDS, here.cards, there.cards, lambda c: c.step),
        _compared(FilePart.NOTES, here.notes, there.notes, lambda n: (n.kind, n.about)),
        _compared(FilePart.ACTIVITIES, here.activities, there.activities, lambda a: a.step),
        _compared(FilePart.ACTIONS, here.actions, there.actions, lambda a: a.what),
        _compared(FilePart.HANDS, here.polls, there.polls, lambda p: (p.poll, p.answer)),
    )
    return tuple(d for d in found if d.more or d.only_here or d.changed)


def _unmarked(file: WorkshopFile) -> WorkshopFile:
    changed = msgspec.structs.replace
    return changed(
        file,
        activities=tuple(changed(run, mark="", continues="") for run in file.activities),
        actions=tuple(changed(one, mark="") for one in file.actions),
    )


def _plan(here: WorkshopFile, there: WorkshopFile) -> Difference:
    """Compare what was planned; where the meeting stands is no difference worth a word."""
    ours, theirs = (
        msgspec.structs.replace(one.workshop, at=None, last_seen=None) for one in (here, there)
    )
    same = (ours, here.scale) == (theirs, there.scale)
    return Difference(FilePart.PLAN, changed=0 if same else 1)


def _votes(here: WorkshopFile, there: WorkshopFile) -> Difference:
    """Compare what was voted on: a second vote is a change of what was there."""
    ours, theirs = _by_subject(here), _by_subject(there)
    both = ours.keys() & theirs.keys()
    return Difference(
        FilePart.VOTES,
        len(theirs.keys() - both),
        len(ours.keys() - both),
        sum(ours[subject] != theirs[subject] for subject in both),
    )


def _by_subject(file: WorkshopFile) -> dict[str, list[object]]:
    found: dict[str, list[object]] = defaultdict(list)
    for part in sorted(file.rounds, key=lambda part: part.number):
        found[part.subject].append((part.number, part.total, part.expected, part.by_level))
    return found


def _compared(part: FilePart, here: Sequence[T], there: Sequence[T], key: Key[T]) -> Difference:
    """Pair what is the same, then what belongs together by its key, then what is left over."""
    ours, theirs = _unpaired(here, there)
    changed = 0
    waiting: dict[Hashable, int] = defaultdict(int)
    for one in ours:
        waiting[key(one)] += 1
    more = 0
    for other in theirs:
        if waiting[key(other)]:
            waiting[key(other)] -= 1
            changed += 1
        else:
            more += 1
    return Difference(part, more, len(ours) - changed, changed)


def _unpaired(here: Iterable[T], there: Iterable[T]) -> tuple[list[T], list[T]]:
    """Return what each side has that the other has not, as often as it is there."""
    written: dict[bytes, list[T]] = defaultdict(list)
    for one in here:
        written[msgspec.json.encode(one, order="deterministic")].append(one)
    theirs = []
    for other in there:
        same = written[msgspec.json.encode(other, order="deterministic")]
        if same:
            same.pop()
        else:
            theirs.append(other)
    return [one for left in written.values() for one in left], theirs


def _name(part: FilePart) -> str:
    return {
        FilePart.PLAN: _("Plan"),
        FilePart.AGENDA: _("Agenda"),
        FilePart.VOTES: _("Votes"),
        FilePart.CARDS: _("Cards"),
        FilePart.NOTES: _("Notes"),
        FilePart.ACTIVITIES: _("Activities"),
        FilePart.ACTIONS: _("Actions"),
        FilePart.HANDS: _("Shows of hands"),
    }[part]


def _counts(one: Difference) -> list[str]:
    if one.part is FilePart.PLAN:
        return [_("changed")]
    said = []
    if one.more:
        said.append(ngettext("{n} more in the file", "{n} more in the file", one.more))
    if one.changed:
        said.append(ngettext("{n} changed", "{n} changed", one.changed))
    if one.only_here:
        said.append(ngettext("{n} only here", "{n} only here", one.only_here))
    return said
