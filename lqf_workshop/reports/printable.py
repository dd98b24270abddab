"""What becomes of characters that FiraGO has no shape for: a name or a sign, never nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from lqf_workshop.reports.fonts import font

MISSING = "▯"
"""Stands for a character that can neither be drawn nor named in a word or two."""
_BREAKS = "\n\t"
_JOINER = "\u200d"
_PICTURE_PARTS = "[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_JOINED = re.compile(
    f"{_PICTURE_PARTS}+|(?<=[\u2190-\U0010ffff]){_JOINER}(?=[\u2600-\u27bf\U0001f000-\U0001faff])"
)
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")


def printable(text: str) -> str:
    """Return ``text`` in characters that both faces have.

    A picture is named in brackets, "🙂" as "[slightly smiling face]"; a fancy letter becomes
    its plain one; anything else becomes ``MISSING``.
    """
    known = _known()
    if known.issuperset(text):
        return text
    text = _JOINED.sub("", _FLAG.sub(_flag, text))
    return "".join(letter if letter in known else _instead(letter) for letter in text)


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
    return f"[{name.lower()}]" if kind.startswith("S") and name else MISSING
