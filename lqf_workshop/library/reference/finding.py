"""Find words anywhere in the library, and say where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lqf_workshop.library.reference.sheets import Passage, Sheet

MOST_HITS = 100
AROUND = 60
"""Letters of an excerpt before the word that was found."""
EXCERPT = 170


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds all the words, and some of its text around the first of them."""

    sheet: Sheet
    passage: Passage
    excerpt: str


def find(sheets: Sequence[Sheet], looked_for: str) -> list[Hit]:
    """Return the passages that hold every word; those that have it in their title come first."""
    words = _plain(looked_for).split()
    if not words:
        return []
    ranked: list[tuple[int, int, Hit]] = []
    for place, (sheet, passage) in enumerate(
        (s, p) for s in sheets for p in s.passages if not p.echo
    ):
        rank = _rank(sheet, passage, words)
        if rank is not None:
            hit = Hit(sheet, passage, _excerpt(passage, looked_for))
            ranked.append((rank, place, hit))
    ranked.sort(key=lambda one: one[:2])
    return [hit for _rank_, _place, hit in ranked[:MOST_HITS]]


def _plain(text: str) -> str:
    """Return text in which capitals and kinds of apostrophe make no difference."""
    return text.replace("’", "'").casefold()


def _rank(sheet: Sheet, passage: Passage, words: Sequence[str]) -> int | None:
    title, body, name = _plain(passage.title), _plain(passage.all_words), _plain(sheet.title)
    if not all(word in body or word in name for word in words):
        return None
    if all(word in title for word in words):
        return 0
    if all(word in name for word in words):
        return 1 if passage is sheet.passages[0] else 3
    return 2


def _excerpt(passage: Passage, looked_for: str) -> str:
    """Cut the text around the first word found, at the edges of words."""
    rows = (text for row in passage.rows for text in (row.text, row.beside))
    texts = [text for text in (passage.lead, *rows) if text]
    found = ((text, spans(text, looked_for)) for text in texts)
    text, places = next((one for one in found if one[1]), (texts[0] if texts else "", []))
    at = places[0][0] if places else 0
    start = 0 if at <= AROUND else text.rfind(" ", 0, at - AROUND // 2) + 1
    cut = text[start : start + EXCERPT]
    if start + EXCERPT < len(text):
        cut = cut[: cut.rfind(" ")] if " " in cut else cut
        cut += " …"
    return f"… {cut}" if start else cut


def spans(text: str, looked_for: str) -> list[tuple[int, int]]:
    """Return where the words stand in ``text``: begin and length, without overlaps."""
    words = sorted(set(looked_for.split()), key=len, reverse=True)
    if not words:
        return []
    pattern = "|".join(re.sub("['’]", "['’]", re.escape(word)) for word in words)
    return [
        (found.start(), found.end() - found.start())
        for found in re.finditer(pattern, text, re.IGNORECASE)
    ]
