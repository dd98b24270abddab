"""Which way text runs: Arabic and Hebrew from the right, the rest from the left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bidi import get_base_level, get_display

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
_LEVEL = re.compile(r"Level\(\s*(\d+)")
_LEVELS_BEGIN, _LEVELS_END = "\n    levels: [", "\n    ],"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``start`` to ``stop`` of a line, in typed order, which run one way."""

    start: int
    stop: int
    rtl: bool


def has_rtl(text: str) -> bool:
    """Whether anything in ``text`` may run from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def begins_rtl(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    return has_rtl(text) and bool(get_base_level(text))


def levels(paragraph: str, rtl: bool) -> tuple[int, ...]:
    """Return the Unicode embedding level of each character; odd ones run from the right.

    python-bidi reorders whole texts but hands out levels only in its debugging answer, one
    for each UTF-8 byte. Should that answer ever change, text keeps its typed order.
    """
    answer = get_display(paragraph, base_dir="R" if rtl else "L", debug=True)
    listed = str(answer).partition(_LEVELS_BEGIN)[2].partition(_LEVELS_END)[0]
    found = [int(level) for level in _LEVEL.findall(listed)]
    if len(found) != len(paragraph.encode()):
        return (int(rtl),) * len(paragraph)
    return tuple(_first_bytes(paragraph, found))


def _first_bytes(paragraph: str, found: list[int]) -> Iterator[int]:
    place = 0
    for letter in paragraph:
        yield found[place]
        place += len(letter.encode())


def visual_runs(line: Sequence[int]) -> list[Run]:
    """Return the runs of one line, given its levels, from left to right as the eye meets them.

    From the highest level down, every stretch at that level or above is turned round (rule
    L2 of the Unicode bidirectional algorithm).
    """
    runs: list[Run] = []
    for level, group in groupby(range(len(line)), key=lambda place: line[place]):
        places = list(group)
        runs.append(Run(places[0], places[-1] + 1, bool(level % 2)))
    for level in range(max(line, default=0), 0, -1):
        turned: list[Run] = []
        for inside, some in groupby(runs, key=lambda run: line[run.start] >= level):
            together = list(some)
            turned += reversed(together) if inside else together
        runs = turned
    return runs
