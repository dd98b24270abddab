"""Read a PDF back as a person's computer does: its words, its boxes, its fonts."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.reports.session_summary import write_session_summary


def printed(summary: WorkshopSummary) -> bytes:
    """Return the summary's PDF."""
    file = BytesIO()
    write_session_summary(summary, file)
    return file.getvalue()


def reader(pdf: bytes) -> PdfReader:
    """Return a reader of the PDF."""
    return PdfReader(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """Return all words with single spaces, as if lines and pages never broke."""
    return " ".join(" ".join(page.extract_text().split()) for page in reader(pdf).pages)


def squeezed(text: str) -> str:
    """Return text without any space, for words that are broken over lines."""
    return "".join(text.split())


def pages_of(pdf: bytes) -> list[str]:
    """Return the words of each page."""
    return [" ".join(page.extract_text().split()) for page in reader(pdf).pages]


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
