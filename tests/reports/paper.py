"""Read a PDF back as a person's computer does: its words, its boxes, its fonts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.reports.session_summary import write_session_summary

_KERN = 0.3
"""How far a glyph may reach under the next one where the type changes, in points."""


def printed(summary: WorkshopSummary) -> bytes:
    """Return the summary's PDF."""
    file = BytesIO()
    write_session_summary(summary, file)
    return file.getvalue()


@cache
def sample_pdf(sample: Callable[[], WorkshopSummary]) -> bytes:
    """Return the PDF of one of the samples, printed once for all that is asked of it."""
    return printed(sample())


def reader(pdf: bytes) -> PdfReader:
    """Return a reader of the PDF."""
    return PdfReader(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """Return all words with single spaces, as if lines and pages never broke."""
    return " ".join(_read(pdf)[0])


def squeezed(text: str) -> str:
    """Return text without any space, for words that are broken over lines."""
    return "".join(text.split())


def pages_of(pdf: bytes) -> list[str]:
    """Return the words of each page."""
    return list(_read(pdf)[0])


@lru_cache(maxsize=64)
def _read(pdf: bytes) -> tuple[tuple[str, ...], float]:
    """Return the words of each page and the size of the smallest type.

    A PDF is read once; that takes longer than any question that is asked of it.
    """
    sizes: set[float] = set()

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(size * abs(tm[3] * cm[3]), 2))

    texts = (page.extract_text(visitor_text=visit) for page in reader(pdf).pages)
    return tuple(" ".join(text.split()) for text in texts), min(sizes, default=0)


def boxes(pdf: bytes) -> list[tuple[int, float, float, float, float]]:
    """Return page, left, bottom, right and top of every stretch of text, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document):
        words = page.get_textpage()
        for index in range(words.count_rects()):
            found.append((number, *words.get_rect(index)))
        words.close()
        page.close()
    document.close()
    return found


def outline(pdf: bytes) -> list[str]:
    """Return the titles of the reader's list of contents, all levels in order."""

    def walk(entries: list[object]) -> list[str]:
        titles: list[str] = []
        for entry in entries:
            titles += walk(entry) if isinstance(entry, list) else [entry["/Title"]]  # type: ignore[index]
        return titles

    return walk(list(reader(pdf).outline))


def rings_and_dots(pdf: bytes) -> int:
    """Return how many votes are drawn on all pages: circles that are not in a white icon."""
    count = 0
    for page in reader(pdf).pages:
        contents = page.get_contents()
        assert contents is not None
        for line in contents.get_data().decode("latin-1").split("\n"):
            words = line.split()
            if line.startswith("1 1 1 "):
                continue
            if words.count("c") == 4 and words.count("l") == 4 and _no_sides(words):
                count += 1
    return count


def _no_sides(words: list[str]) -> bool:
    """Whether the first straight side of a rounded box has no length, as in a circle."""
    start = words.index("m")
    return words[start - 2 : start] == words[start + 1 : start + 3]


def strings(pdf: bytes) -> list[tuple[int, float, float, float, float, str]]:
    """Return page, left, bottom, right, top and the words of every stretch of text."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number, page in enumerate(document):
        words = page.get_textpage()
        for index in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(index)
            inside = left + _KERN, bottom, right - _KERN, top
            text = words.get_text_bounded(*inside).strip()
            found.append((number, left, bottom, right, top, text))
        words.close()
        page.close()
    document.close()
    return found


def overlapping(pdf: bytes, slack: float = 0.3) -> list[tuple[str, str]]:
    """Return every two stretches of text of which one lies on the other, by their glyphs."""
    found = []
    by_page: dict[int, list[tuple[int, float, float, float, float, str]]] = {}
    for one in strings(pdf):
        by_page.setdefault(one[0], []).append(one)
    for page in by_page.values():
        for number, (_page, left, bottom, right, top, words) in enumerate(page):
            for _other, left2, bottom2, right2, top2, words2 in page[number + 1 :]:
                wide = min(right, right2) - max(left, left2)
                tall = min(top, top2) - max(bottom, bottom2)
                if wide > slack and tall > slack:
                    found.append((words, words2))
    return found


def smallest_type(pdf: bytes) -> float:
    """Return the size of the smallest type that words are set in, in points; 0 without words."""
    return _read(pdf)[1]


def tick_boxes(pdf: bytes) -> list[int]:
    """Return how many boxes with an outline are drawn on each page."""
    counts = []
    for page in reader(pdf).pages:
        contents = page.get_contents()
        assert contents is not None
        counts.append(contents.get_data().split().count(b"B*"))
    return counts


def said_of_itself(pdf: bytes) -> str:
    """Return everything the file tells about itself beside its pages, as one text."""
    return " ".join(str(value) for value in (reader(pdf).metadata or {}).values())


def spoken(pdf: bytes) -> list[str]:
    """Return the kind of every part of the tagged document, in reading order."""

    def walk(part: object) -> list[str]:
        if isinstance(part, int):
            return []
        if isinstance(part, list):
            return [kind for one in part for kind in walk(one)]
        entry = part.get_object()  # type: ignore[attr-defined]
        if isinstance(entry, int):
            return []
        return [entry["/S"], *(kind for one in entry.get("/K", []) for kind in walk(one))]

    root = reader(pdf).trailer["/Root"]
    return walk(root["/StructTreeRoot"]["/K"])  # type: ignore[index]


def text_colours(pdf: bytes) -> set[tuple[float, float, float]]:
    """Return every colour that words are set in, as shares of red, green and blue."""
    found: set[tuple[float, float, float]] = set()
    for page in reader(pdf).pages:
        contents = page.get_contents()
        assert contents is not None
        for line in contents.get_data().decode("latin-1").split("\n"):
            words = line.split()
            if "Tf" in words and "rg" in words:
                at = words.index("rg")
                red, green, blue = map(float, words[at - 3 : at])
                found.add((red, green, blue))
    return found


def light(colour: tuple[float, float, float]) -> float:
    """Return how light a colour is, 0 to 1, as a black-and-white printer and WCAG take it."""
    parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def too_light(pdf: bytes) -> set[tuple[float, float, float]]:
    """Return colours of words that a black-and-white printer would lose on white paper.

    White words stand on badges, whose colours are checked with the theme.
    """
    on_badges = {(1.0, 1.0, 1.0)}
    return {
        colour for colour in text_colours(pdf) - on_badges if 1.05 / (light(colour) + 0.05) < 4.5
    }
