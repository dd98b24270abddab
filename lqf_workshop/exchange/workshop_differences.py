"""How a workshop in a file differs from the same workshop in this library, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lqf_workshop.exchange.workshop_joined import FilePart, Joined, Thing
from lqf_workshop.wording import _, ngettext


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
        return f"{part_name(self.part)}: {', '.join(_counts(self))}"


def differences(joined: Joined) -> tuple[Difference, ...]:
    """Return what the file has other than ours, part by part; nothing when they are the same."""
    found = (_counted(part, joined.things) for part in FilePart)
    return tuple(d for d in found if d.more or d.only_here or d.changed)


def _counted(part: FilePart, things: Iterable[Thing[Any]]) -> Difference:
    """Count whole things: an activity with three new lines is one that changed."""
    more = only_here = 0
    changed: set[int] = set()
    whole = 0
    for thing in things:
        if thing.part is not part:
            continue
        whole += thing.head
        if thing.same:
            continue
        if thing.head and thing.mine is None:
            more += 1
        elif thing.head and thing.theirs is None:
            only_here += 1
        else:
            changed.add(whole)
    return Difference(part, more, only_here, len(changed))


def part_name(part: FilePart) -> str:
    """Return what people call a part of a workshop."""
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
