"""Two states of one workshop laid side by side, so that each thing in them has one place.

The steps of both agendas become one row of joint steps; votes, notes and all else are then told
by joint steps, and what belongs together stands in one ``Thing``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Generic, TypeVar

import msgspec

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.exchange.pairing import Pair, in_order, pairs
from lqf_workshop.exchange.places import Places
from lqf_workshop.exchange.workshop_parts import (
    ActionPart,
    ActivityPart,
    CardOnTable,
    LinePart,
    NotePart,
    PollPart,
    ProgressPart,
    RoundPart,
    StepPart,
    WorkshopFile,
)

T = TypeVar("T")
P = TypeVar("P", CardOnTable, ActivityPart)
Votes = tuple[RoundPart, ...]
Hands = tuple[PollPart, ...]
Plan = dict[str, Any]


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


class PlanGroup(Enum):
    """Fields of a plan that only make sense together; the value names them."""

    MEETING = ("team", "place", "facilitator", "provider", "held_on")
    PEOPLE = ("headcount", "facilitator_votes", "role_mix", "same_people")
    RATED = ("dimensions", "depths", "by_level", "comments")
    PICKS = ("picks",)
    PROGRESS = ("state",)


@dataclass(frozen=True, slots=True, eq=False)
class Thing(Generic[T]):
    """One thing of a workshop as each side has it; None where a side has none.

    ``of`` names what it belongs to: a group of the plan, a subject, a poll and its question, a
    joint step, an action. ``head`` is False for a line of an activity and for what was said
    about an action: they are part of something larger.
    """

    part: FilePart
    mine: T | None
    theirs: T | None
    of: str = ""
    head: bool = True

    @property
    def same(self) -> bool:
        """Whether nothing has to be chosen."""
        return self.mine == self.theirs


@dataclass(frozen=True, slots=True)
class Joined:
    """Ours and theirs, thing by thing. ``steps`` are the joint steps, told from 1.

    Lines stand under the joint step of their activity, and what was said under the place of its
    action among ``actions``.
    """

    ours: WorkshopFile
    theirs: WorkshopFile
    step_pairs: tuple[Pair, ...]
    note_pairs: tuple[Pair, ...]
    action_pairs: tuple[Pair, ...]
    plan: tuple[Thing[Plan], ...]
    steps: tuple[Thing[StepPart], ...]
    votes: tuple[Thing[Votes], ...]
    cards: tuple[Thing[CardOnTable], ...]
    notes: tuple[Thing[NotePart], ...]
    runs: tuple[Thing[ActivityPart], ...]
    lines: dict[int, tuple[Thing[LinePart], ...]]
    actions: tuple[Thing[ActionPart], ...]
    said: dict[int, tuple[Thing[ProgressPart], ...]]
    hands: tuple[Thing[Hands], ...]

    @property
    def things(self) -> Iterator[Thing[Any]]:
        """Everything, in the order in which a person reads a workshop."""
        yield from self.plan
        yield from self.steps
        yield from self.votes
        yield from self.cards
        yield from self.notes
        for run in self.runs:
            yield run
            yield from self.lines.get(int(run.of), ())
        for place, action in enumerate(self.actions):
            yield action
            yield from self.said.get(place, ())
        yield from self.hands

    @property
    def differing(self) -> tuple[Thing[Any], ...]:
        """What is not the same on both sides."""
        return tuple(thing for thing in self.things if not thing.same)


@dataclass(slots=True)
class _Side:
    """One side while it is told by joint steps."""

    file: WorkshopFile
    places: Places
    notes: list[NotePart] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.notes = [
            msgspec.structs.replace(note, about=self.places.about(note.kind, note.about))
            for note in self.file.notes
        ]

    @property
    def votes(self) -> dict[str, Votes]:
        """The votes on each subject, the first one first."""
        found: dict[str, list[RoundPart]] = defaultdict(list)
        for part in sorted(self.file.rounds, key=lambda part: part.number):
            subject = self.places.subject(part.subject)
            found[subject].append(msgspec.structs.replace(part, subject=subject))
        return {subject: tuple(parts) for subject, parts in found.items()}

    @property
    def cards(self) -> dict[str, CardOnTable]:
        """The card of each joint step."""
        parts = (self._moved(part) for part in self.file.cards)
        return {str(part.step): part for part in parts}

    @property
    def runs(self) -> dict[str, ActivityPart]:
        """The activity of each joint step."""
        parts = (self._moved(part) for part in self.file.activities)
        return {str(part.step): part for part in parts}

    def _moved(self, part: P) -> P:
        return msgspec.structs.replace(part, step=self.places.steps[part.step])

    @property
    def hands(self) -> dict[str, Hands]:
        """The answers to each question, by the poll and what it asks about."""
        found: dict[str, list[PollPart]] = defaultdict(list)
        for part in self.file.polls:
            answer = self.places.answer(part.poll, part.answer)
            moved = msgspec.structs.replace(part, answer=answer)
            found[question_of(moved)].append(moved)
        return {
            question: tuple(sorted(parts, key=lambda p: (p.poll.value, p.answer)))
            for question, parts in found.items()
        }


def question_of(part: PollPart) -> str:
    """Return the poll and what it asks about: dots on one step, a feeling about one subject."""
    if part.poll is Poll.DOTS_SHOWN:
        return f"{Poll.DOTS.value} {part.answer}"
    if part.poll is Poll.DOTS:
        return f"{part.poll.value} {part.answer.partition('/')[0]}"
    if part.poll is Poll.FELT:
        return f"{part.poll.value} {part.answer.partition(':')[0]}"
    return str(part.poll.value)


def joined(ours: WorkshopFile, theirs: WorkshopFile) -> Joined:
    """Lay two states of one workshop side by side; ``ours`` may hold what never leaves a laptop.

    What a file cannot bring counts as the same on both sides: our own notes if it has none, and
    our dots that the room has not seen.
    """
    step_pairs = _step_pairs(ours, theirs)
    left = {i + 1: n for n, (i, _j) in enumerate(step_pairs, 1) if i is not None}
    right = {j + 1: n for n, (_i, j) in enumerate(step_pairs, 1) if j is not None}
    mine, other = _Side(ours, Places(left, {})), _Side(theirs, Places(right, {}))
    note_pairs = _note_pairs(mine.notes, other.notes)
    mine.places = Places(left, _note_numbers(mine.notes, note_pairs, 0))
    other.places = Places(right, _note_numbers(other.notes, note_pairs, 1))
    action_pairs = pairs(
        ours.actions, theirs.actions, lambda a: a.mark, _unmarked, lambda a: a.what or None
    )
    actions, said = _actions(ours, theirs, action_pairs)
    runs, lines = _runs(mine.runs, other.runs)
    return Joined(
        ours,
        theirs,
        tuple(step_pairs),
        tuple(note_pairs),
        tuple(action_pairs),
        plan=tuple(_plan(ours, theirs)),
        steps=tuple(map(_timed, _things(FilePart.AGENDA, ours.steps, theirs.steps, step_pairs))),
        votes=_by_key(FilePart.VOTES, mine.votes, other.votes),
        cards=_by_key(FilePart.CARDS, mine.cards, other.cards),
        notes=_notes(mine.notes, other.notes, note_pairs, private=theirs.private_notes),
        runs=runs,
        lines=lines,
        actions=actions,
        said=said,
        hands=_hands(mine.hands, other.hands),
    )


ONCE = frozenset(
    {
        StepKind.WELCOME,
        StepKind.LAST_ACTIONS,
        StepKind.STRENGTHS,
        StepKind.RATE,
        StepKind.FOCUS,
        StepKind.ACTIONS,
        StepKind.CLOSE,
    }
)
"""Kinds of step that a meeting has once, so that one with another title is still the same step."""


def _step_pairs(ours: WorkshopFile, theirs: WorkshopFile) -> list[Pair]:
    """Pair steps by what stands on them, by kind and title, and what comes once by kind.

    Two steps with different activities or cards are two steps, whatever they are called: so
    neither side's words have to give way.
    """
    left, right = _laden(ours), _laden(theirs)

    def apart(i: int, j: int) -> bool:
        mine, other = left[i].load, right[j].load
        return any(mine[kind] != other[kind] for kind in mine.keys() & other.keys())

    return in_order(
        left,
        right,
        lambda one: (one.name, tuple(sorted(one.load.items()))) if one.load else None,
        lambda one: one.name,
        lambda one: one.name[0] if one.name[0] in ONCE else None,
        apart=apart,
    )


@dataclass(frozen=True, slots=True)
class _Laden:
    """A step by its kind and title, and which activity and which card lie on it."""

    name: tuple[StepKind, str]
    load: dict[str, str]


def _laden(file: WorkshopFile) -> list[_Laden]:
    loads: dict[int, dict[str, str]] = defaultdict(dict)
    for run in file.activities:
        words = msgspec.json.encode(run.activity, order="deterministic")
        loads[run.step]["activity"] = words.decode()
    for card in file.cards:
        loads[card.step]["card"] = card.card.code
    return [_Laden((step.kind, step.title), loads[n]) for n, step in enumerate(file.steps, 1)]


def _timed(thing: Thing[StepPart]) -> Thing[StepPart]:
    """Give a step that both sides led the longer time of the two; that needs no choice."""
    mine, other = thing.mine, thing.theirs
    if mine is None or other is None:
        return thing
    seconds, visited = max(mine.seconds, other.seconds), mine.visited or other.visited
    led = [msgspec.structs.replace(one, seconds=seconds, visited=visited) for one in (mine, other)]
    return Thing(thing.part, led[0], led[1], of=thing.of)


def _note_pairs(ours: Sequence[NotePart], theirs: Sequence[NotePart]) -> list[Pair]:
    """Pair notes by their words; a private one that stands in ours already is left out."""
    private = [note for note in ours if note.kind is NoteKind.PRIVATE]

    def there(note: NotePart) -> bool:
        return note.kind is NoteKind.PRIVATE and any(
            one.about == note.about and note.text in one.text for one in private
        )

    found = pairs(ours, theirs, lambda note: (note.kind, note.about, note.text))
    return [(i, j) for i, j in found if i is not None or j is None or not there(theirs[j])]


def _note_numbers(notes: Sequence[NotePart], found: Sequence[Pair], side: int) -> dict[int, int]:
    """Return the joint number of each note: odd for ours and what is the same, else even."""
    same = [i is not None and j is not None for i, j in found]
    return {
        place + 1: 2 * n + 1 + (side if not same[n] else 0)
        for n, pair in enumerate(found)
        if (place := pair[side]) is not None and place < len(notes)
    }


def _things(
    part: FilePart, ours: Sequence[T], theirs: Sequence[T], found: Iterable[Pair]
) -> tuple[Thing[T], ...]:
    return tuple(
        Thing(
            part,
            None if i is None else ours[i],
            None if j is None else theirs[j],
            of=str(n),
        )
        for n, (i, j) in enumerate(found, 1)
    )


def _by_key(part: FilePart, ours: dict[str, T], theirs: dict[str, T]) -> tuple[Thing[T], ...]:
    keys = dict.fromkeys([*ours, *theirs])
    return tuple(Thing(part, ours.get(key), theirs.get(key), of=key) for key in keys)


def _plan(ours: WorkshopFile, theirs: WorkshopFile) -> Iterator[Thing[Plan]]:
    for group in PlanGroup:
        mine, other = (
            {name: getattr(file.workshop, name) for name in group.value} for file in (ours, theirs)
        )
        yield Thing(FilePart.PLAN, mine, other, of=group.name)


def _notes(
    ours: Sequence[NotePart], theirs: Sequence[NotePart], found: Iterable[Pair], *, private: bool
) -> tuple[Thing[NotePart], ...]:
    things = []
    for thing in _things(FilePart.NOTES, ours, theirs, found):
        note = thing.mine
        own = note is not None and note.kind is NoteKind.PRIVATE and not private
        things.append(Thing(FilePart.NOTES, note, note if own else thing.theirs))
    return tuple(things)


def _runs(
    ours: dict[str, ActivityPart], theirs: dict[str, ActivityPart]
) -> tuple[tuple[Thing[ActivityPart], ...], dict[int, tuple[Thing[LinePart], ...]]]:
    """Return the activities, and line by line those that are the same activity on both sides."""
    runs: list[Thing[ActivityPart]] = []
    lines: dict[int, tuple[Thing[LinePart], ...]] = {}
    for run in _by_key(FilePart.ACTIVITIES, ours, theirs):
        mine, other = run.mine, run.theirs
        if mine is None or other is None or mine.activity != other.activity:
            runs.append(run)
            continue
        bare = msgspec.structs.replace(mine, lines=())
        runs.append(Thing(run.part, bare, bare, of=run.of))
        lines[int(run.of)] = tuple(_lines(mine, other, run.of))
    return tuple(runs), lines


def _lines(mine: ActivityPart, other: ActivityPart, of: str) -> Iterator[Thing[LinePart]]:
    """Pair lines: a fixed row has one line, everywhere else both may stay."""
    fixed = {block.code for block in mine.activity.blocks if block.fixed_rows}

    def row(line: LinePart) -> Hashable | None:
        return (line.block, line.place) if line.block in fixed else None

    for i, j in pairs(mine.lines, other.lines, row):
        yield Thing(
            FilePart.ACTIVITIES,
            None if i is None else mine.lines[i],
            None if j is None else other.lines[j],
            of=of,
            head=False,
        )


def _unmarked(action: ActionPart) -> Hashable:
    changed = msgspec.structs.replace(action, mark="")
    return msgspec.json.encode(changed, order="deterministic")


def _actions(
    ours: WorkshopFile, theirs: WorkshopFile, found: Sequence[Pair]
) -> tuple[tuple[Thing[ActionPart], ...], dict[int, tuple[Thing[ProgressPart], ...]]]:
    """Return the actions, and for those on both sides what was said since, line by line."""
    actions: list[Thing[ActionPart]] = []
    said: dict[int, tuple[Thing[ProgressPart], ...]] = {}
    for place, thing in enumerate(_things(FilePart.ACTIONS, ours.actions, theirs.actions, found)):
        mine, other = thing.mine, thing.theirs
        if mine is None or other is None:
            actions.append(thing)
            continue
        bare = msgspec.structs.replace(mine, progress=())
        like = msgspec.structs.replace(other, progress=(), mark=mine.mark)
        actions.append(Thing(thing.part, bare, like, of=thing.of))
        said[place] = tuple(
            Thing(
                FilePart.ACTIONS,
                None if i is None else mine.progress[i],
                None if j is None else other.progress[j],
                of=mine.what,
                head=False,
            )
            for i, j in pairs(mine.progress, other.progress)
        )
    return tuple(actions), said


def _hands(ours: dict[str, Hands], theirs: dict[str, Hands]) -> tuple[Thing[Hands], ...]:
    """Return the polls; our dots that nobody has seen are only compared with dots of the file."""
    return tuple(
        Thing(thing.part, thing.mine, thing.mine, of=thing.of)
        if thing.theirs is None and _unseen(thing.mine)
        else thing
        for thing in _by_key(FilePart.HANDS, ours, theirs)
    )


def _unseen(hands: Hands | None) -> bool:
    return {part.poll for part in hands or ()} == {Poll.DOTS}
