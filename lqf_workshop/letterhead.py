"""Whose paper it is: the organisation's name and logo at the head of all that is made.

Whoever has a paper or a Word file made says so once, around the making; its writers ask here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from lqf_workshop.logo import kept_logo, logo_words
from lqf_workshop.preferences import Preferences

_WIDEST = 6.0
"""How many times as wide as high a logo may be; a wider one is set lower."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A name, and a PNG with the words for those who cannot see it; either may be missing."""

    provider: str = ""
    logo: bytes = b""
    alt: str = ""

    def logo_size(self, high: float) -> tuple[float, float]:
        """Return the width and the height of the logo where it may be up to so high."""
        width, height = int.from_bytes(self.logo[16:20]), int.from_bytes(self.logo[20:24])
        high = min(high, high * _WIDEST * height / width)
        return high * width / height, high


_worn: ContextVar[Letterhead] = ContextVar("letterhead", default=Letterhead())  # noqa: B039


@contextmanager
def wearing(letterhead: Letterhead) -> Iterator[None]:
    """Put this letterhead on every paper that is made inside, in this thread."""
    before = _worn.set(letterhead)
    try:
        yield
    finally:
        _worn.reset(before)


def worn() -> Letterhead:
    """Return the letterhead of what is being made."""
    return _worn.get()


def letterhead_of(preferences: Preferences, folder: Path) -> Letterhead:
    """Return the letterhead a person chose; ``folder`` is where the logo is kept."""
    provider = preferences.provider
    logo = kept_logo(preferences.logo, folder)
    return Letterhead(provider, logo, logo_words(preferences.logo_words, provider) if logo else "")
