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


def in_order(ours: Sequence[T], theirs: Sequence[T], name: Key[T], kind: Key[T]) -> list[Pair]:
    """Lay two lists side by side, each in its order, paired by name and then by kind."""
    found: list[Pair] = []
    for i, i_end, j, j_end, same in _stretches(*([name(one) for one in s] for s in (ours, theirs))):
        if same:
            found += zip(range(i, i_end), range(j, j_end), strict=True)
            continue
        kinds = [kind(one) for one in ours[i:i_end]], [kind(one) for one in theirs[j:j_end]]
        for a, a_end, b, b_end, alike in _stretches(*kinds):
            if alike:
                found += zip(range(i + a, i + a_end), range(j + b, j + b_end), strict=True)
            else:
                found += [(i + n, None) for n in range(a, a_end)]
                found += [(None, j + n) for n in range(b, b_end)]
    return found


def _stretches(
    ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield where a stretch begins and ends in ours and theirs, and whether it is the same."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        yield i, i_end, j, j_end, tag == "equal"
