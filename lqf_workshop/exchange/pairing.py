"""Find what belongs together in two lists of the same kind of thing."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

import msgspec

T = TypeVar("T")
Key = Callable[[T], Hashable | None]
Pair = tuple[int | None, int | None]
"""A place in ours and a place in theirs, from 0; None where a side has nothing."""


def pairs(ours: Sequence[T], theirs: Sequence[T], *keys: Key[T]) -> list[Pair]:
    """Pair what is the same, then what has the same key; ours in order, then theirs alone."""
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for key in (_written, *keys):
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for j, other in enumerate(theirs):
            if j not in taken:
                waiting[key(other)].append(j)
        for i, one in enumerate(ours):
            if i not in partner and (found := key(one)) is not None and waiting[found]:
                partner[i] = waiting[found].popleft()
                taken.add(partner[i])
    alone: list[Pair] = [(None, j) for j in range(len(theirs)) if j not in taken]
    return [*((i, partner.get(i)) for i in range(len(ours))), *alone]


def _written(one: object) -> bytes:
    return msgspec.json.encode(one, order="deterministic")


def in_order(
    ours: Sequence[T], theirs: Sequence[T], *names: Key[T], apart: Callable[[int, int], bool]
) -> list[Pair]:
    """Lay two lists side by side, each in its order, paired by the first name that fits.

    What was moved is found afterwards by the same names and stands where ours has it. A name of
    None fits nothing, and two that must stay ``apart``, by their places, are never a pair.
    """
    found: list[Pair] = []
    for i, j in _laid(ours, theirs, names):
        clash = i is not None and j is not None and apart(i, j)
        found += [(i, None), (None, j)] if clash else [(i, j)]
    moved = _moved(ours, theirs, found, names, apart)
    taken = set(moved.values())
    return [
        (i, moved.get(i) if i is not None and j is None else j)
        for i, j in found
        if i is not None or j not in taken
    ]


def _moved(
    ours: Sequence[T],
    theirs: Sequence[T],
    found: Sequence[Pair],
    names: Sequence[Key[T]],
    apart: Callable[[int, int], bool],
) -> dict[int, int]:
    """Pair what is alone on both sides and has a name in common, wherever it stands."""
    alone = [i for i, j in found if i is not None and j is None]
    others = [j for i, j in found if i is None and j is not None]
    moved: dict[int, int] = {}
    for name in names:
        for i in alone:
            known = name(ours[i])
            if known is None or i in moved:
                continue
            for j in others:
                if j not in moved.values() and name(theirs[j]) == known and not apart(i, j):
                    moved[i] = j
                    break
    return moved


def _laid(ours: Sequence[T], theirs: Sequence[T], names: Sequence[Key[T]]) -> list[Pair]:
    """Pair what has the first name in the longest common order, in between by the next name."""
    if not names or not ours or not theirs:
        return [*((i, None) for i in range(len(ours))), *((None, j) for j in range(len(theirs)))]
    keys = [
        [_unless_none(names[0](one), n, side) for n, one in enumerate(of)]
        for side, of in enumerate((ours, theirs))
    ]
    found: list[Pair] = []
    for i, i_end, j, j_end, same in _stretches(*keys):
        if same:
            found += zip(range(i, i_end), range(j, j_end), strict=True)
            continue
        for a, b in _laid(ours[i:i_end], theirs[j:j_end], names[1:]):
            found.append((None if a is None else i + a, None if b is None else j + b))
    return found


def _unless_none(name: Hashable | None, place: int, side: int) -> Hashable:
    """Return a name, or one that nothing else has."""
    return (side, place) if name is None else (name,)


def _stretches(
    ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield where a stretch begins and ends in ours and theirs, and whether it is the same."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        yield i, i_end, j, j_end, tag == "equal"
