"""The furniture of a page: what stands at its head and foot, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from lqf_workshop.reports.flow import Block, pages
from lqf_workshop.reports.fonts import REGULAR, font
from lqf_workshop.reports.look import COLOURS, SMALL
from lqf_workshop.reports.prose import Prose, clipped
from lqf_workshop.reports.rows import Row
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.reports.tags import ORNAMENT, Tags
from lqf_workshop.wording import _

WIDTH: float = A4[0]
HEIGHT: float = A4[1]
MARGIN: float = 21 * mm
COLUMN = WIDTH - 2 * MARGIN
_HEAD_TOP: float = HEIGHT - 42
_FIRST_TOP: float = HEIGHT - 66
_OTHER_TOP: float = HEIGHT - 72
_FOOT_LINE = 54
_BOTTOM = _FOOT_LINE + 14
rl_config.useA85 = 0
_PLAIN = replace(SMALL, start=False, tag=ORNAMENT)


class Cancelled(Exception):
    """The person who asked for the pages does not want them any more."""


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


def compose(
    story: Block, furniture: Furniture, cancelled: Callable[[], bool] | None = None
) -> bytes:
    """Return the PDF of a story. Raises Cancelled, between two pages, when asked to stop."""
    font()
    laid: list[Block] = []
    for page in pages(story, COLUMN, _FIRST_TOP - _BOTTOM, _OTHER_TOP - _BOTTOM):
        _check(cancelled)
        laid.append(page)
    file = BytesIO()
    canvas = _canvas(file, furniture)
    tags = Tags()
    sheet = Sheet(canvas, tags)
    for number, page in enumerate(laid, 1):
        _check(cancelled)
        tags.turn_page(canvas._doc.thisPageRef())
        top = _head(sheet, furniture, number)
        page.draw(sheet, MARGIN, top, COLUMN)
        _foot(sheet, furniture, number, len(laid))
        canvas.showPage()
    tags.write(canvas._doc)
    canvas.save()
    return file.getvalue()


def _check(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled


def _canvas(file: BytesIO, furniture: Furniture) -> Canvas:
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
    day = furniture.printed_on
    stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    canvas._doc._timeStamp = stamp
    canvas.setTitle(furniture.title)
    canvas.setSubject(furniture.subject)
    canvas.setAuthor("")
    canvas.setCreator("LQF Workshop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _head(sheet: Sheet, furniture: Furniture, number: int) -> float:
    """Draw the head of a page and return where its story begins."""
    if number > 1:
        Prose(clipped(furniture.again, _PLAIN, COLUMN), _PLAIN).draw(
            sheet, MARGIN, _HEAD_TOP, COLUMN
        )
        return _OTHER_TOP
    right = Prose(furniture.right, _PLAIN)
    width = right.natural_width()
    left = Prose(furniture.left, _PLAIN)
    Row((left, right), (None, width)).draw(sheet, MARGIN, _HEAD_TOP, COLUMN)
    return _FIRST_TOP - max(0, left.height(COLUMN - width - 12) - _PLAIN.leading)


def _foot(sheet: Sheet, furniture: Furniture, number: int, pages: int) -> None:
    """Draw the promise and the page number under a hairline."""
    sheet.line(MARGIN, _FOOT_LINE, COLUMN, COLOURS.line)
    place = Prose(_("Page {0} of {1}").format(number, pages), _PLAIN)
    width = place.natural_width()
    row = Row((Prose(furniture.foot, _PLAIN), place), (None, width), gap=14)
    row.draw(sheet, MARGIN, _FOOT_LINE - 7, COLUMN)
