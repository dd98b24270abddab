"""The furniture of a page: what stands at its head and foot, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from lqf_workshop.reports.flow import Block, pages
from lqf_workshop.reports.fonts import REGULAR, font
from lqf_workshop.reports.letterhead import headed, marked
from lqf_workshop.reports.look import COLOURS, SMALL
from lqf_workshop.reports.prose import Prose, Type, clipped
from lqf_workshop.reports.rows import Align, Nothing, Row
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.reports.tags import ORNAMENT, Tags
from lqf_workshop.wording import _


@dataclass(frozen=True, slots=True)
class PageSize:
    """A sheet of paper as it is held, and the air left of and right of its words; in points."""

    width: float
    height: float
    margin: float

    @property
    def column(self) -> float:
        """The width that words have."""
        return self.width - 2 * self.margin


UPRIGHT = PageSize(A4[0], A4[1], 21 * mm)
WIDE = PageSize(A4[1], A4[0], 14 * mm)
POSTER = PageSize(A3[1], A3[0], 20 * mm)
WIDTH: float = UPRIGHT.width
HEIGHT: float = UPRIGHT.height
COLUMN = UPRIGHT.column
_HEAD_DOWN = 42
"""How far below the edge of the paper the head begins."""
_UNDER_HEAD = 11
_LOGO = 3.2
"""How high a logo is, as a share of the type beside it."""
_FOOT_LINE = 54
_FOOT_END = 20
_FEW_PAGES = 99
"""Room is kept for the feet of so many pages before the pages are counted."""
_WIDE_FIGURE = "8"
"""No figure but 0 is wider in our typeface, and no number begins with that."""
_BESIDE_PLACE = 14
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
    size: PageSize = UPRIGHT


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
    size: PageSize = UPRIGHT
    provider: str = ""
    """Whose paper it is, where a workshop says so; the letterhead says it of all others."""

    def label(self) -> Label:
        """Return what the file says of itself."""
        return Label(self.title, self.subject, self.printed_on, size=self.size)

    def first_head(self) -> Row:
        """Return the line at the head of the first page."""
        right = Prose(self.right, self.kind)
        left = marked(Prose(headed(self.left, self.provider), self.kind), self.kind.size * _LOGO)
        return Row((left, right), (None, right.natural_width()), align=Align.MIDDLE)

    def other_head(self) -> Prose:
        """Return the line at the head of every other page."""
        return Prose(clipped(self.again, self.kind, self.size.column), self.kind)

    def page_foot(self, number: int, pages: int) -> Row:
        """Return the promise and the page number; the promise is set alike on every page."""
        most = int(_WIDE_FIGURE * len(str(pages)))
        promise = self.size.column - _BESIDE_PLACE - self._place(most, most).natural_width()
        place = self._place(number, pages)
        widths = (promise, None, place.natural_width())
        return Row((Prose(self.foot, self.kind), Nothing(), place), widths, gap=0)

    def _place(self, number: int, pages: int) -> Prose:
        return Prose(_("Page {0} of {1}").format(number, pages), self.kind)

    def top(self, number: int) -> float:
        """Return where the story begins on a page."""
        if number > 1:
            return self.head_top - self.other_head().height(self.size.column) - _UNDER_HEAD - 6
        return self.head_top - self.first_head().height(self.size.column) - _UNDER_HEAD

    @property
    def head_top(self) -> float:
        """Where the line at the head of a page begins."""
        return self.size.height - _HEAD_DOWN

    def foot_line(self, pages: int = _FEW_PAGES) -> float:
        """Return where the hairline above the foot is, if there are up to so many pages."""
        foot = self.page_foot(pages, pages).height(self.size.column)
        return max(_FOOT_LINE, _FOOT_END + 7 + foot)

    def bottom(self, pages: int = _FEW_PAGES) -> float:
        """Return where the story ends on a page."""
        return self.foot_line(pages) + 14


def compose(
    story: Block, furniture: Furniture, cancelled: Callable[[], bool] | None = None
) -> bytes:
    """Return the PDF of a story. Raises Cancelled, between two pages, when asked to stop."""
    return bound(furnished(story, furniture, cancelled), furniture.label(), cancelled)


def furnished(
    story: Block, furniture: Furniture, cancelled: Callable[[], bool] | None = None
) -> list[Callable[[Sheet], None]]:
    """Return what draws each page of a story, for one file or as part of another."""
    font()
    room = _FEW_PAGES
    laid = _laid(story, furniture, room, cancelled)
    while furniture.foot_line(len(laid)) > furniture.foot_line(room):
        room = len(laid)
        laid = _laid(story, furniture, room, cancelled)
    return [
        partial(_furnished, page, furniture, furniture.foot_line(room), (number, len(laid)))
        for number, page in enumerate(laid, 1)
    ]


def _laid(
    story: Block, furniture: Furniture, room: int, cancelled: Callable[[], bool] | None
) -> list[Block]:
    """Cut a story into pages whose feet have room for so many."""
    laid: list[Block] = []
    first, other = (furniture.top(number) - furniture.bottom(room) for number in (1, 2))
    for page in pages(story, furniture.size.column, first, other):
        check(cancelled)
        laid.append(page)
    return laid


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
        pagesize=(label.size.width, label.size.height),
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


def _furnished(
    page: Block, furniture: Furniture, line: float, place: tuple[int, int], sheet: Sheet
) -> None:
    """Draw a page of a story between its head and its foot, which is under ``line``."""
    margin, column = furniture.size.margin, furniture.size.column
    number, count = place
    head = furniture.first_head() if number == 1 else furniture.other_head()
    head.draw(sheet, margin, furniture.head_top, column)
    page.draw(sheet, margin, furniture.top(number), column)
    sheet.line(margin, line, column, COLOURS.line)
    furniture.page_foot(number, count).draw(sheet, margin, line - 7, column)
