"""Answers on a card put together in piles, and the dots that a team gives to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lqf_workshop.domain.meeting import Meeting, Note, Poll

DOTS_EACH = 3
"""How many dots each person may give."""
PILE_NAME_LIMIT = 60
"""Longest name of a pile, in characters: it has to be read from the back row."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Answers that belong together under a name; an answer by itself has none."""

    notes: tuple[Note, ...]
    name: str = ""

    @property
    def title(self) -> str:
        """What the pile is called: its name, or the words of its only answer."""
        return self.name or self.notes[0].text

    @property
    def note_ids(self) -> tuple[int, ...]:
        """The numbers of its answers, the first answer first."""
        return tuple(note.id for note in self.notes)


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a pile came by its dots; ``shared`` when another pile has as many."""

    place: int
    pile: Pile
    dots: int
    shared: bool


def make_piles(notes: Iterable[Note]) -> tuple[Pile, ...]:
    """Return the named piles, then every other answer by itself; each by its first answer."""
    named: dict[str, list[Note]] = {}
    single = []
    for note in sorted(notes, key=lambda n: n.id):
        if note.heap:
            named.setdefault(note.heap, []).append(note)
        else:
            single.append(Pile((note,)))
    return (*(Pile(tuple(held), name) for name, held in named.items()), *single)


def piles_at(meeting: Meeting, step_id: int) -> tuple[Pile, ...]:
    """Return the piles of the answers that the room was shown in one step."""
    return make_piles(meeting.answers_at(step_id))


def dot_key(step_id: int, note_id: int) -> str:
    """Return what a dot is stored under: the step, and one answer of its pile.

    A dot is given to an answer and counts for the pile that the answer is on, so it stays
    where it is when a pile is renamed or put together otherwise.
    """
    return f"{step_id}/{note_id}"


def dots_on(meeting: Meeting, step_id: int, pile: Pile) -> int:
    """Return how many dots the answers of a pile were given, by hands and by phones."""
    counts = meeting.poll(Poll.DOTS)
    return sum(counts.get(dot_key(step_id, number), 0) for number in pile.note_ids)


def dots_given(meeting: Meeting, step_id: int) -> int:
    """Return how many dots were given in a step, of those whose answer is still shown."""
    return sum(dots_on(meeting, step_id, pile) for pile in piles_at(meeting, step_id))


def dots_allowed(voters: int) -> int:
    """Return how many dots a room may give in all."""
    return DOTS_EACH * voters


def ranked(piles: Sequence[Pile], dots: Mapping[Pile, int]) -> tuple[Placing, ...]:
    """Return the piles with most dots first; as many dots are the same place, in the old order."""
    counts = [dots.get(pile, 0) for pile in piles]
    places = [
        Placing(1 + sum(other > count for other in counts), pile, count, counts.count(count) > 1)
        for pile, count in zip(piles, counts, strict=True)
    ]
    return tuple(sorted(places, key=lambda p: p.place))


@dataclass(frozen=True, slots=True)
class Standing:
    """A pile as it may be told: by the number it is called, and its dots once they are shown.

    ``dots`` is None before that. ``most`` marks each pile that shares the first place.
    """

    number: int
    pile: Pile
    dots: int | None = None
    most: bool = False


def standings(meeting: Meeting, step_id: int) -> tuple[Standing, ...]:
    """Return the piles of a step, to whoever is told; there is no count before dots are shown.

    Until then they keep their order. Afterwards those with most dots come first.
    """
    piles = piles_at(meeting, step_id)
    numbers = {pile: number for number, pile in enumerate(piles, 1)}
    if not meeting.dots_shown(step_id):
        return tuple(Standing(number, pile) for pile, number in numbers.items())
    placings = ranked(piles, {pile: dots_on(meeting, step_id, pile) for pile in piles})
    first = leading(placings)
    return tuple(Standing(numbers[p.pile], p.pile, p.dots, p in first) for p in placings)


def leading(placings: Iterable[Placing]) -> tuple[Placing, ...]:
    """Return who shares the first place; nobody while there is no dot."""
    return tuple(p for p in placings if p.place == 1 and p.dots)
