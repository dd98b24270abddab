"""Make one workshop of two states of it, thing by thing, as a person chose; nothing else changes.

A step that holds something which stays is kept with it, whatever was chosen about the agenda:
no word can be lost by leaving out the step it stands under.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.subject import skill_of
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.pairing import Pair
from lqf_workshop.exchange.places import ABOUT_A_STEP, Places
from lqf_workshop.exchange.workshop_file import workshop_bytes, workshop_of
from lqf_workshop.exchange.workshop_joined import FilePart, Joined, PlanGroup, Thing
from lqf_workshop.exchange.workshop_parts import (
    ActionPart,
    ActivityPart,
    CardOnTable,
    NotePart,
    PollPart,
    RoundPart,
    StepPart,
    StopPart,
    WorkshopFile,
    WorkshopPart,
)
from lqf_workshop.wording import _

T = TypeVar("T")
P = TypeVar("P", CardOnTable, ActivityPart)
M = TypeVar("M", ActionPart, ActivityPart)


class Keep(Enum):
    """Which side of a thing stays."""

    MINE = "mine"
    FILE = "file"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Merged:
    """One workshop made of two, and where in ours each of its steps, notes and actions was.

    ``steps``, ``notes`` and ``actions`` go from a place in ``file`` to a place in ours, all
    counted from 1; what came from the other side alone is not in them.
    """

    file: WorkshopFile
    steps: Mapping[int, int]
    notes: Mapping[int, int]
    actions: Mapping[int, int]


def why_apart(ours: WorkshopFile, theirs: WorkshopFile) -> str:
    """Say why two states cannot be put together, or nothing when they can."""
    if ours.edition != theirs.edition:
        return _("The two were rated with different frameworks.")
    if ours.scale != theirs.scale:
        return _("The two were rated with other words for the five points.")
    return ""


def usual(joined: Joined, *, clash: Keep | None = None) -> tuple[Keep, ...]:
    """Return what stays unless a person says otherwise: all of both, one side where they clash.

    That is the side asked for; else ours, but a meeting that has come further has come that far.
    """
    return tuple(_usual(thing, clash) for thing in joined.differing)


def _usual(thing: Thing[Any], clash: Keep | None) -> Keep:
    if thing.mine is None:
        return Keep.FILE
    if thing.theirs is None:
        return Keep.MINE
    if clash is None and thing.part is FilePart.PLAN and thing.of == PlanGroup.PROGRESS.name:
        ours, theirs = (
            list(WorkshopState).index(side["state"]) for side in (thing.mine, thing.theirs)
        )
        return Keep.MINE if ours >= theirs else Keep.FILE
    return clash or Keep.MINE


def may_go(thing: Thing[Any]) -> bool:
    """Whether a thing can be left out on both sides; a plan cannot."""
    return thing.part is not FilePart.PLAN


def merged(joined: Joined, keeps: Sequence[Keep]) -> Merged:
    """Put two states together; ``keeps`` answers ``joined.differing``, one by one.

    WorkshopProblem when what was chosen makes no workshop that a file could hold.
    """
    problem = why_apart(joined.ours, joined.theirs)
    if problem:
        raise WorkshopProblem(problem)
    made = _Making(joined, keeps).made()
    try:
        workshop_of(workshop_bytes(made.file))
    except WorkshopProblem as wrong:
        raise WorkshopProblem(
            _("What you chose does not make one workshop. Nothing was changed. ({0})").format(wrong)
        ) from wrong
    return made


class _Making:
    """Chooses from joined things, and gives what is left the numbers of a file."""

    def __init__(self, joined: Joined, keeps: Sequence[Keep]) -> None:
        self._joined = joined
        chosen = zip(joined.differing, keeps, strict=True)
        self._keeps = {id(thing): keep for thing, keep in chosen}

    def _kept(self, thing: Thing[T]) -> T | None:
        keep = self._keeps.get(id(thing), Keep.MINE)
        if keep is Keep.NEITHER and may_go(thing):
            return None
        return thing.theirs if keep is Keep.FILE else thing.mine

    def _all(self, things: Iterable[Thing[T]]) -> list[T]:
        return [one for thing in things if (one := self._kept(thing)) is not None]

    def made(self) -> Merged:
        """Put everything together."""
        joined = self._joined
        votes = [part for parts in self._all(joined.votes) for part in parts]
        cards, runs = self._all(joined.cards), list(self._runs())
        notes = self._notes()
        polls = [part for parts in self._all(joined.hands) for part in parts]
        needed = set(_steps_of(votes, [note for _n, note in notes], polls))
        needed |= {card.step for card in cards} | {run.step for run in runs}
        steps, step_places = self._steps(needed)
        note_places = {
            number: place for place, (n, _note) in enumerate(notes, 1) for number in _both(n)
        }
        places = Places(step_places, note_places)
        actions, seen = list(self._actions()), set[str]()
        file = WorkshopFile(
            format=joined.ours.format,
            format_version=joined.ours.format_version,
            private_notes=joined.ours.private_notes,
            workshop=self._workshop(places),
            edition=joined.ours.edition,
            scale=joined.ours.scale,
            steps=tuple(steps),
            rounds=tuple(
                msgspec.structs.replace(part, subject=places.subject(part.subject))
                for part in votes
            ),
            cards=_by_step(cards, places),
            notes=tuple(
                msgspec.structs.replace(note, about=places.about(note.kind, note.about))
                for _n, note in notes
            ),
            activities=tuple(_distinct(_by_step(runs, places), seen)),
            actions=tuple(_distinct((action for _n, action in actions), seen)),
            polls=tuple(_answered(polls, places)),
        )
        return Merged(
            file,
            _from_ours(joined.step_pairs, ((n - 1, place) for n, place in step_places.items())),
            _from_ours(joined.note_pairs, ((n, place) for place, (n, _p) in enumerate(notes, 1))),
            _from_ours(joined.action_pairs, ((n, at) for at, (n, _p) in enumerate(actions, 1))),
        )

    def _steps(self, needed: set[int]) -> tuple[list[StepPart], dict[int, int]]:
        """Return the agenda and where each joint step stands in it."""
        steps: list[StepPart] = []
        places: dict[int, int] = {}
        for number, thing in enumerate(self._joined.steps, 1):
            step = self._kept(thing)
            if step is None and number in needed:
                step = thing.mine or thing.theirs
            if step is not None:
                steps.append(step)
                places[number] = len(steps)
        return steps, places

    def _notes(self) -> list[tuple[int, NotePart]]:
        """Return the notes by their place among the pairs, private ones last as in every file."""
        kept = [
            (n, note)
            for n, thing in enumerate(self._joined.notes)
            if (note := self._kept(thing)) is not None
        ]
        from_file = {n for n, pair in enumerate(self._joined.note_pairs) if pair[0] is None}
        return _private_last(kept, from_file)

    def _runs(self) -> Iterator[ActivityPart]:
        for thing in self._joined.runs:
            run = self._kept(thing)
            if run is not None and thing.same:
                lines = self._all(self._joined.lines[int(thing.of)])
                run = msgspec.structs.replace(run, lines=tuple(lines))
            if run is not None:
                yield run

    def _actions(self) -> Iterator[tuple[int, ActionPart]]:
        for n, thing in enumerate(self._joined.actions):
            action = self._kept(thing)
            if action is not None and n in self._joined.said:
                said = sorted(self._all(self._joined.said[n]), key=lambda one: one.said_on)
                action = msgspec.structs.replace(action, progress=tuple(said))
            if action is not None:
                yield n, action

    def _workshop(self, places: Places) -> WorkshopPart:
        """Return who met, and what for; how far they came is told by one side alone."""
        ours, theirs = self._joined.ours.workshop, self._joined.theirs.workshop
        chosen = {thing.of: self._kept(thing) or {} for thing in self._joined.plan}
        fields = {name: value for group in chosen.values() for name, value in group.items()}
        side = 0 if fields["state"] is ours.state else 1
        led = (ours, theirs)[side]
        at = _standing(led.at, self._joined.step_pairs, side, places)
        return msgspec.structs.replace(ours, **fields, at=at, last_seen=led.last_seen)


def _private_last(
    kept: list[tuple[int, NotePart]], from_file: Container[int]
) -> list[tuple[int, NotePart]]:
    """Put private notes last, and those of the file into ours: a step has one field for them."""
    told = [one for one in kept if one[1].kind is not NoteKind.PRIVATE]
    ours: dict[str, int] = {}
    private: dict[int, NotePart] = {}
    for n, note in kept:
        if note.kind is not NoteKind.PRIVATE:
            continue
        own = ours.get(note.about)
        if n in from_file and own is not None:
            text = f"{private[own].text}\n{note.text}".strip()
            private[own] = msgspec.structs.replace(private[own], text=text)
        else:
            ours.setdefault(note.about, n)
            private[n] = note
    return [*told, *private.items()]


def _standing(
    at: StopPart | None, found: Sequence[Pair], side: int, places: Places
) -> StopPart | None:
    """Return where a meeting stands in the agenda that both came to; None at a step left out."""
    numbers = {own + 1: n for n, pair in enumerate(found, 1) if (own := pair[side]) is not None}
    if at is None or at.step not in numbers or numbers[at.step] not in places.steps:
        return None
    about = places.subject(Places(numbers, {}).subject(at.about))
    return StopPart(step=places.steps[numbers[at.step]], part=at.part, about=about)


def _steps_of(
    votes: Iterable[RoundPart], notes: Iterable[NotePart], polls: Iterable[PollPart]
) -> Iterator[int]:
    """Yield each joint step that something is about."""
    for note in notes:
        if note.kind in ABOUT_A_STEP:
            yield int(note.about)
    for code in (*(part.subject for part in votes), *(note.about for note in notes)):
        if skill := skill_of(code):
            yield skill[1]
    for part in polls:
        if part.poll in (Poll.DOTS, Poll.DOTS_SHOWN):
            yield int(part.answer.partition("/")[0])


def _both(pair: int) -> tuple[int, int]:
    """Return both joint numbers of a pair of notes."""
    return 2 * pair + 1, 2 * pair + 2


def _by_step(parts: Iterable[P], places: Places) -> tuple[P, ...]:
    moved = (msgspec.structs.replace(part, step=places.steps[part.step]) for part in parts)
    return tuple(sorted(moved, key=lambda part: part.step))


def _distinct(parts: Iterable[M], seen: set[str]) -> Iterator[M]:
    """Give a new mark to what both sides had in two places, so that each is known by its own."""
    for part in parts:
        mark = part.mark
        while mark in seen:
            mark = blake2b(mark.encode(), digest_size=8).hexdigest()
        seen.add(mark)
        yield part if mark == part.mark else msgspec.structs.replace(part, mark=mark)


def _answered(polls: Iterable[PollPart], places: Places) -> Iterator[PollPart]:
    """Give answers the numbers of the file; dots go with the answer they lie on."""
    found = (
        msgspec.structs.replace(part, answer=places.answer(part.poll, part.answer))
        for part in polls
        if places.knows_answer(part.poll, part.answer)
    )
    yield from sorted(found, key=lambda part: (part.poll.value, part.answer))


def _from_ours(found: Sequence[Pair], kept: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return the place in ours of what was kept: of each pair, by its place in the file."""
    return {place: ours + 1 for n, place in kept if (ours := found[n][0]) is not None}
