"""The furniture of a page: what stands at its head and foot, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from lqf_workshop.reports.flow import Block, pages
from lqf_workshop.reports.fonts import REGULAR, font
from lqf_workshop.reports.look import COLOURS, SMALL
from lqf_workshop.reports.prose import Prose, Type, clipped
from lqf_workshop.reports.rows import Row
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.reports.tags import ORNAMENT, Tags
from lqf_workshop.wording import _

WIDTH: float = A4[0]
HEIGHT: float = A4[1]
MARGIN: float = 21 * mm
COLUMN = WIDTH - 2 * MARGIN
_HEAD_TOP: float = HEIGHT - 42
_UNDER_HEAD = 11
_FOOT_LINE = 54
_FOOT_END = 20
rl_config.useA85 = 0
_PLAIN = replace(SMALL, start=False, tag=ORNAMENT)


class Cancelled(Exception):
    """The person who asked for the pages does not want them any more."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a file says of itself to whoever asks the computer, and to the printer's dialog."""

    title: str
    subject: str
    printed_on: date
    two_sided: bool = False
    """Every second page is the back of the one before; turned over like the page of a book."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What surrounds a story: ``left`` and ``right`` head the first page, ``again`` the others."""

    title: str
    subject: str
    left: str
    right: str
    again: str
    foot: str
    printed_on: date
    kind: Type = _PLAIN

    def label(self) -> Label:
        """Return what the file says of itself."""
        return Label(self.title, self.subject, self.printed_on)

    def first_head(self) -> Row:
        """Return the line at the head of the first page."""
        right = Prose(self.right, self.kind)
        return Row((Prose(self.left, self.kind), right), (None, right.natural_width()))

    def other_head(self) -> Prose:
        """Return the line at the head of every other page."""
        return Prose(clipped(self.again, self.kind, COLUMN), self.kind)

    def page_foot(self, number: int, pages: int) -> Row:
        """Return the promise and the page number."""
        place = Prose(_("Page {0} of {1}").format(number, pages), self.kind)
        width = place.natural_width()
        return Row((Prose(self.foot, self.kind), place), (None, width), gap=14)

    def top(self, number: int) -> float:
        """Return where the story begins on a page."""
        if number > 1:
            return _HEAD_TOP - self.other_head().height(COLUMN) - _UNDER_HEAD - 6
        return _HEAD_TOP - self.first_head().height(COLUMN) - _UNDER_HEAD

    def foot_line(self) -> float:
        """Return where the hairline above the foot is."""
        return max(_FOOT_LINE, _FOOT_END + 7 + self.page_foot(99, 99).height(COLUMN))

    def bottom(self) -> float:
        """Return where the story ends on a page."""
        return self.foot_line() + 14


def compose(
    story: Block, furniture: Furniture, cancelled: Callable[[], bool] | None = None
) -> bytes:
    """Return the PDF of a story. Raises Cancelled, between two pages, when asked to stop."""
    font()
    laid: list[Block] = []
    first, other = furniture.top(1), furniture.top(2)
    for page in pages(story, COLUMN, first - furniture.bottom(), other - furniture.bottom()):
        check(cancelled)
        laid.append(page)
    draw = (
        partial(_furnished, page, furniture, number, len(laid))
        for number, page in enumerate(laid, 1)
    )
    return bound(draw, furniture.label(), cancelled)


def bound(
    drawn: Iterable[Callable[[Sheet], None]],
    label: Label,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the PDF of pages that each draw themselves; at least one. Raises Cancelled."""
    font()
    file = BytesIO()
    canvas = _canvas(file, label)
    tags = Tags()
    sheet = Sheet(canvas, tags)
    for draw in drawn:
        check(cancelled)
        tags.turn_page(canvas._doc.thisPageRef())
        draw(sheet)
        canvas.showPage()
    tags.write(canvas._doc)
    canvas.save()
    return file.getvalue()


def check(cancelled: Callable[[], bool] | None) -> None:
    """Raise Cancelled if the person does not want the pages any more."""
    if cancelled is not None and cancelled():
        raise Cancelled


def _canvas(file: BytesIO, label: Label) -> Canvas:
    """Return a canvas that says in which language, by what and when, but never by whom."""
    canvas = Canvas(
        file,
        pagesize=A4,
        pdfVersion=(1, 7),
        invariant=1,
        lang="en-GB",
        pageCompression=1,
        initialFontName=REGULAR,
    )
    stamp = TimeStamp(invariant=1)
    day = label.printed_on
    stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    canvas._doc._timeStamp = stamp
    canvas.setTitle(label.title)
    canvas.setSubject(label.subject)
    canvas.setAuthor("")
    canvas.setCreator("LQF Workshop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if label.two_sided:
        canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
        canvas.setViewerPreference("PrintScaling", "None")
    return canvas


def _furnished(page: Block, furniture: Furniture, number: int, count: int, sheet: Sheet) -> None:
    """Draw a page of a story between its head and its foot."""
    head = furniture.first_head() if number == 1 else furniture.other_head()
    head.draw(sheet, MARGIN, _HEAD_TOP, COLUMN)
    page.draw(sheet, MARGIN, furniture.top(number), COLUMN)
    line = furniture.foot_line()
    sheet.line(MARGIN, line, COLUMN, COLOURS.line)
    furniture.page_foot(number, count).draw(sheet, MARGIN, line - 7, COLUMN)
