"""What becomes of characters that FiraGO has no shape for: a name or a sign, never nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from lqf_workshop.reports.fonts import font

MISSING = "▯"
"""Stands for a character that can neither be drawn nor named in a word or two."""
_LATIN = "[\u0300-\u036f]"
"""Marks of Latin and its neighbours: two on a letter fit under a line, and Vietnamese needs no
more. Of other scripts three do, as pointed Hebrew has them."""
_BREAKS = "\n\t"
_JOINER = "\u200d"
_PICTURE_PARTS = "[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_JOINED = re.compile(
    f"{_PICTURE_PARTS}+|(?<=[\u2190-\U0010ffff]){_JOINER}(?=[\u2600-\u27bf\U0001f000-\U0001faff])"
)
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")


def printable(text: str) -> str:
    """Return ``text`` in characters that can be set: what both faces have, and what cannot be
    said otherwise.

    A picture is named in brackets, "🙂" as "[slightly smiling face]"; a fancy letter becomes
    its plain one; anything else stays, and ``drawn`` marks its place. Of marks piled onto a
    letter the lowest few are kept, so that they do not lie on the line above.
    """
    known = _known()
    text = _piled().sub(r"\1", text)
    if known.issuperset(text):
        return text
    text = _JOINED.sub("", _FLAG.sub(_flag, text))
    return "".join(letter if letter in known else _instead(letter) for letter in text)


def drawn(text: str) -> str:
    """Return printable ``text`` as the eye meets it, ``MISSING`` for each letter without a shape.

    It is as long as the text, so that each shape can stand for what was typed, for search and
    copying.
    """
    known = _known()
    if known.issuperset(text):
        return text
    return "".join(
        letter if letter in known or unicodedata.category(letter) == "Cf" else MISSING
        for letter in text
    )


@cache
def _piled() -> re.Pattern[str]:
    """Return what finds more marks on one letter than there is room for."""
    marks = "".join(c for c in map(chr, range(0x10000)) if unicodedata.category(c) in ("Mn", "Me"))
    few = f"{_LATIN}{{2}}(?={_LATIN})|[{marks}]{{3}}"
    return re.compile(f"({few})[{marks}]+")


@cache
def _known() -> frozenset[str]:
    return (font().characters & font(bold=True).characters) | frozenset(_BREAKS)


def _flag(found: re.Match[str]) -> str:
    """Name a country's flag by the two letters it is made of."""
    return "[flag " + "".join(chr(ord(part) - 0x1F1E6 + 65) for part in found.groups()) + "]"


@cache
def _instead(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return letter
    if kind == "Zs":
        return " "
    plain = unicodedata.normalize("NFKD", letter)
    if plain != letter and _known().issuperset(plain):
        return plain
    name = unicodedata.name(letter, "")
    if kind.startswith("S") and name:
        return f"[{name.lower()}]"
    return MISSING if kind in ("Cs", "Cc") else letter
