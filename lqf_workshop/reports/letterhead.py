"""Whose paper it is: the organisation's name and logo at the head of all that is made.

Whoever has a paper made says so once, around the making; the papers ask here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from lqf_workshop.logo import kept_logo, logo_words
from lqf_workshop.preferences import Preferences
from lqf_workshop.reports.flow import Block
from lqf_workshop.reports.prose import Prose, Type, clipped
from lqf_workshop.reports.rows import Align, Row
from lqf_workshop.reports.sheet import Sheet

_WIDEST = 6.0
"""How many times as wide as high a logo may be; a wider one is set lower."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A name, and a PNG with the words for those who cannot see it; either may be missing."""

    provider: str = ""
    logo: bytes = b""
    alt: str = ""


_worn: ContextVar[Letterhead] = ContextVar("letterhead", default=Letterhead())  # noqa: B039


@contextmanager
def wearing(letterhead: Letterhead) -> Iterator[None]:
    """Put this letterhead on every paper that is made inside, in this thread."""
    before = _worn.set(letterhead)
    try:
        yield
    finally:
        _worn.reset(before)


def letterhead_of(preferences: Preferences, folder: Path) -> Letterhead:
    """Return the letterhead a person chose; ``folder`` is where the logo is kept."""
    provider = preferences.provider
    logo = kept_logo(preferences.logo, folder)
    return Letterhead(provider, logo, logo_words(preferences.logo_words, provider) if logo else "")


def headed(words: str, provider: str = "") -> str:
    """Return the words at the head of a paper, after the name of whose paper it is.

    ``provider`` is who the workshop itself says it belongs to.
    """
    name = provider or _worn.get().provider
    return " · ".join(part for part in (name, words if words != name else "") if part)


class Logo(Block):
    """The logo of the letterhead, up to ``high`` points high."""

    def __init__(self, letterhead: Letterhead, high: float) -> None:
        self._letterhead = letterhead
        width, height = _dots(letterhead.logo)
        self._high = min(high, high * _WIDEST * height / width)
        self.wide = self._high * width / height

    def height(self, width: float) -> float:
        """Return its height."""
        return self._high

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Place it."""
        whole = self._letterhead
        sheet.image(whole.logo, x, top - self._high, self.wide, self._high, whole.alt)


def marked(words: Block, high: float) -> Block:
    """Return words with the logo before them, if there is one."""
    letterhead = _worn.get()
    if not letterhead.logo:
        return words
    logo = Logo(letterhead, high)
    row = Row((logo, words), (logo.wide, None), gap=high / 2, align=Align.MIDDLE)
    row.before, row.after, row.keep_with_next = words.before, words.after, words.keep_with_next
    return row


def one_line(words: str, kind: Type, width: float) -> Block:
    """Return ``words`` and whose paper it is on one line, cut where there is no more room."""
    high = kind.leading * 1.25
    letterhead = _worn.get()
    taken = Logo(letterhead, high).wide + high / 2 if letterhead.logo else 0
    whole = " · ".join(part for part in (words, letterhead.provider) if part)
    return marked(Prose(clipped(whole, kind, width - taken), kind), high)


def _dots(png: bytes) -> tuple[int, int]:
    """Return the width and the height that a PNG says it has."""
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
