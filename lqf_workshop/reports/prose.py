"""A paragraph on paper: broken into lines as it was typed, set as it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from lqf_workshop.reports.direction import Run, begins_rtl, has_rtl, levels, visual_runs
from lqf_workshop.reports.flow import Block
from lqf_workshop.reports.fonts import Shaped
from lqf_workshop.reports.printable import printable
from lqf_workshop.reports.shaping import shape
from lqf_workshop.reports.sheet import Sheet

_WORDS = re.compile(r" +|(?:[^ ]+?(?<=[^\W\d_][-–—/])(?=[^\W\d_]))|[^ ]+")
"""Spaces, words, and parts of words that a hyphen, dash or slash lets a line end after."""
FEW_LINES = 3
"""A paragraph of so few lines is not torn apart between two pages."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set; lengths in points. ``start`` puts Arabic and Hebrew to the right."""

    size: float
    leading: float
    colour: str
    bold: bool = False
    start: bool = True
    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    tag: str = "P"


@dataclass(frozen=True, slots=True)
class Span:
    """Words within a paragraph; None means as the paragraph is."""

    text: str
    bold: bool | None = None
    colour: str | None = None


class Look(NamedTuple):
    """What can change within a line."""

    bold: bool
    colour: str


class Piece(NamedTuple):
    """Words of one look; ``x`` is set where they do not just follow on."""

    words: tuple[Shaped, ...]
    look: Look
    x: int | None = None


class Line(NamedTuple):
    """One line, its pieces in reading order; lengths are in thousandths of the type size."""

    pieces: tuple[Piece, ...]
    width: int
    rtl: bool


class _Word(NamedTuple):
    """A word or the spaces between two, in typed order, with its place in the paragraph."""

    text: str
    look: Look
    shaped: Shaped
    start: int


class Prose(Block):
    """A paragraph, or several with line breaks between them, in one type."""

    def __init__(self, spans: str | Sequence[Span], kind: Type) -> None:
        spans = [Span(spans.rstrip())] if isinstance(spans, str) else spans
        self.kind = kind
        self.before, self.after = kind.before, kind.after
        self.keep_with_next = kind.keep_with_next
        self.spans = tuple(replace(span, text=_tidy(span.text)) for span in spans)
        self._broken: tuple[float, tuple[Line, ...]] | None = None

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines for a column of ``width`` points, broken once."""
        if self._broken is None or self._broken[0] != width:
            room = int(width * 1000 / self.kind.size)
            self._broken = width, tuple(self._break(room))
        return self._broken[1]

    def natural_width(self) -> float:
        """Return the width in points at which no line needs to be broken."""
        return max(line.width for line in self._break(10**9)) * self.kind.size / 1000 + 0.01

    def height(self, width: float) -> float:
        """Return the height in points."""
        return len(self.lines(width)) * self.kind.leading

    def lead(self, width: float) -> float:
        """Return the height of the least that may stand at the foot of a page."""
        lines = len(self.lines(width))
        return (lines if lines <= FEW_LINES else 2) * self.kind.leading

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut between two lines, with at least two on either side."""
        lines = self.lines(width)
        fitting = min(int(room / self.kind.leading + 0.001), len(lines) - 2)
        if len(lines) <= FEW_LINES or fitting < 2:
            return None
        return self._part(width, lines[:fitting]), self._part(width, lines[fitting:])

    def _part(self, width: float, lines: tuple[Line, ...]) -> Prose:
        part = Prose((), self.kind)
        part._broken = width, lines
        return part

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Set the lines, the first one's box beginning at ``top``."""
        kind = self.kind
        if not any(line.pieces for line in self.lines(width)):
            return
        base = top - kind.leading / 2 - 0.335 * kind.size
        with sheet.text(kind.tag, kind.size) as text:
            for number, line in enumerate(self.lines(width)):
                right = width - line.width * kind.size / 1000 if line.rtl and kind.start else 0
                text.move_to(x + right, base - number * kind.leading)
                for words, look, place in line.pieces:
                    if place is not None:
                        at = x + right + place * kind.size / 1000
                        text.move_to(at, base - number * kind.leading)
                    text.show(words, look.bold, look.colour)

    def _break(self, room: int) -> Iterator[Line]:
        for paragraph in self._paragraphs():
            text = "".join(part for part, _look in paragraph)
            rtl = begins_rtl(text)
            turned = levels(text, rtl) if has_rtl(text) else ()
            for words, space in _fill(_words(paragraph, room), room):
                if turned:
                    pieces = _turned(words, turned)
                    yield Line(pieces, sum(piece.words[0].width for piece in pieces), rtl)
                else:
                    width = sum(word.shaped.width for word in words)
                    yield Line(_straight([*words, *space]), width, False)

    def _paragraphs(self) -> Iterator[list[tuple[str, Look]]]:
        """Cut the spans at their line breaks."""
        paragraph: list[tuple[str, Look]] = []
        for span in self.spans:
            look = Look(
                self.kind.bold if span.bold is None else span.bold,
                self.kind.colour if span.colour is None else span.colour,
            )
            first, *others = span.text.split("\n")
            paragraph.append((first, look))
            for part in others:
                yield paragraph
                paragraph = [(part, look)]
        yield paragraph


@lru_cache(maxsize=64)
def clipped(text: str, kind: Type, width: float) -> str:
    """Return ``text`` if it fits one line, or as much of its beginning as does, and "…"."""
    kept = text
    while kept and Prose(text if kept == text else kept + "…", kind).natural_width() > width:
        kept = kept[:-1].rstrip()
    return text if kept == text else kept + "…"


def _tidy(text: str) -> str:
    """Return ``text`` in characters that can be printed; a tab is as wide as four spaces."""
    return printable(text).replace("\t", "    ")


def _words(paragraph: list[tuple[str, Look]], room: int) -> Iterator[_Word]:
    """Cut a paragraph into words; one that is wider than a line is cut into lines of its own."""
    start = 0
    for text, look in paragraph:
        for part in _WORDS.findall(text):
            shaped = shape(part, look.bold)
            if shaped.width <= room or part[0] == " ":
                yield _Word(part, look, shaped, start)
                start += len(part)
                continue
            for bit in _chopped(part, shaped, room):
                yield _Word(bit, look, shape(bit, look.bold), start)
                start += len(bit)


def _chopped(text: str, shaped: Shaped, room: int) -> Iterator[str]:
    """Cut a word that is wider than a line where a letter ends."""
    begin = place = width = 0
    for glyph in shaped.glyphs:
        mark = glyph.text and unicodedata.category(glyph.text[0]).startswith("M")
        if width + glyph.advance > room and place > begin and not mark:
            yield text[begin:place]
            begin, width = place, 0
        width += glyph.advance
        place += len(glyph.text)
    yield text[begin:]


def _fill(words: Iterator[_Word], room: int) -> Iterator[tuple[list[_Word], list[_Word]]]:
    """Put as many words on each line as fit, and give the space that the line ends in.

    It takes no room, but without it two words would be read out as one.
    """
    line: list[_Word] = []
    spaces: list[_Word] = []
    width = gap = 0
    for word in words:
        if word.text[0] == " ":
            spaces.append(word)
            gap += word.shaped.width
            continue
        needed = gap + word.shaped.width
        if line and width + needed > room:
            yield line, spaces[:1]
            line, width = [word], word.shaped.width
        else:
            line += [*spaces, word]
            width += needed
        spaces, gap = [], 0
    yield line, []


def _straight(words: list[_Word]) -> tuple[Piece, ...]:
    return tuple(
        Piece(tuple(word.shaped for word in group), look)
        for look, group in groupby(words, key=attrgetter("look"))
    )


def _turned(words: list[_Word], turned: Sequence[int]) -> tuple[Piece, ...]:
    """Return the pieces of a line in which some words run from the right.

    They are placed as the eye sees them and kept as they are read, for search and copying.
    """
    text = "".join(word.text for word in words)
    looks = [word.look for word in words for _letter in word.text]
    begin = words[0].start if words else 0
    placed: list[tuple[int, Piece]] = []
    x = 0
    for run in visual_runs(turned[begin : begin + len(text)]):
        parts = [(place.start, look, text[place]) for look, place in _stretches(looks, run)]
        for start, look, part in reversed(parts) if run.rtl else parts:
            shaped = shape(part, look.bold, run.rtl)
            placed.append((start, Piece((shaped,), look, x)))
            x += shaped.width
    return tuple(piece for _start, piece in sorted(placed, key=itemgetter(0)))


def _stretches(looks: list[Look], run: Run) -> Iterator[tuple[Look, slice]]:
    """Cut a run where its look changes."""
    for look, group in groupby(range(run.start, run.stop), key=lambda place: looks[place]):
        places = list(group)
        yield look, slice(places[0], places[-1] + 1)
