"""What becomes of words that people type: kept whole, cleaned of what nobody can see."""

from __future__ import annotations

import re
import unicodedata

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _

LINE_LIMIT = 160
"""Longest name of a team, place or owner, in characters."""
TEXT_LIMIT = 50_000
"""Longest note, in characters."""
_LINE_ENDS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n"})
_NO_LETTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + place) for plane in range(17) for place in (0xFFFE, 0xFFFF)
)
"""What Unicode keeps free of characters for ever; some kinds of file cannot hold them."""
_UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e{_NO_LETTERS}]")
"""Control characters, lone surrogates, noncharacters, and marks that can turn the words after
them back to front; isolates stay, scripts need them."""


def clean_text(text: str, *, limit: int = TEXT_LIMIT) -> str:
    """Return ``text`` without what nobody can see, line breaks kept.

    Raises WorkshopProblem when it is longer than ``limit`` characters; nothing is cut.
    """
    return _no_longer_than(limit, _kept(text))


def clean_line(text: str, what: str, *, limit: int = LINE_LIMIT) -> str:
    """Return one line of ``text`` with outer spaces removed; ``what`` names it in a problem."""
    try:
        return _no_longer_than(limit, " ".join(_kept(text).split()))
    except WorkshopProblem as problem:
        raise WorkshopProblem(f"{what}: {problem}") from None


def _kept(text: str) -> str:
    return _UNSEEN.sub("", text.replace("\r\n", "\n").translate(_LINE_ENDS))


def _no_longer_than(limit: int, text: str) -> str:
    if len(text) > limit:
        raise WorkshopProblem(
            _("That is {0} characters long; at most {1} fit here. Please shorten it.").format(
                f"{len(text):,}", f"{limit:,}"
            )
        )
    return text


def has_words(text: str) -> bool:
    """Whether there is anything to see in ``text``, beyond spaces and invisible marks."""
    return any(unicodedata.category(letter)[0] not in "CZ" for letter in text)


def required_line(text: str, what: str) -> str:
    """Return the cleaned line, or explain that it may not be empty."""
    line = clean_line(text, what)
    if not has_words(line):
        raise WorkshopProblem(_("{0}: please fill this in.").format(what))
    return line
