"""The canvas every painter lays out on: margins, headlines, badges, chips, and paging."""

from __future__ import annotations

from collections.abc import Sequence

from lqf_workshop.scenes.scene import Badge, TimerFace
from lqf_workshop.wording import _
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from lqf_workshop_ui.big_screen.look import (
    BODY,
    BOTTOM,
    HEADLINE,
    HEADLINE_LONG,
    HEIGHT,
    LEAST,
    MARGIN,
    SMALL,
    TOP,
    WIDTH,
    Look,
    colour,
)
from lqf_workshop_ui.big_screen.marks import Mark, Panel, Picture, Sheet
from lqf_workshop_ui.big_screen.pieces import Box, Card, Gap, Piece, Row, Stack, Text, Wrap
from lqf_workshop_ui.big_screen.text import Style, one_line_width
from lqf_workshop_ui.big_screen.timer_face import TimerPlace
from lqf_workshop_ui.icons import has_icon

FULL = WIDTH - 2 * MARGIN
"""The width between the margins."""
MOST_PAGES = 400
"""A scene longer than this is a mistake in laying out, not a long text."""


def words(
    look: Look,
    text: str,
    base: int = BODY,
    ink: str = "",
    *,
    bold: bool = False,
    pitch: float = 1.34,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    most_lines: int = 0,
    clings: bool = False,
) -> Text | None:
    """Return a block of text, or None when there is nothing to say."""
    if not text.strip():
        return None
    style = Style(look.font(base, bold), colour(ink or look.colours.ink), pitch, align)
    return Text(text, style, most_lines=most_lines, clings=clings)


def headline(
    look: Look, text: str, width: float = FULL, ink: str = "", *, lines_at_full: int = 1
) -> Text | None:
    """Return a headline: at full size when it takes few lines, else the long ones' size."""
    fits = one_line_width(text[:200], look.font(HEADLINE, True)) <= width * lines_at_full * 0.98
    base = HEADLINE if fits and len(text) <= 200 else HEADLINE_LONG
    return words(look, text, base, ink, bold=True, pitch=1.14, most_lines=3, clings=True)


def pages_of(
    look: Look,
    body: Piece,
    *,
    header: Piece | None = None,
    again: Piece | None = None,
    footer: Piece | None = None,
    timer: TimerFace | None = None,
    background: str = "",
    gap: float = 40,
) -> list[Sheet]:
    """Lay a scene out on as many pages as it needs, all with the same header and footer.

    ``again`` stands for the header from the second page on. A countdown keeps its place at
    the top right of every page.
    """
    paper = colour(background or look.colours.paper)
    heads = [_beside_timer(piece, timer, look) for piece in (header, again or header)]
    sheets = _flow(look, body, heads, footer, paper, gap, BOTTOM)
    if len(sheets) > 1:
        sheets = _flow(look, body, heads, footer, paper, gap, marker_room(look))
        for number, sheet in enumerate(sheets, 1):
            mark_page(look, sheet, number, len(sheets))
    return sheets


def _beside_timer(header: Piece | None, timer: TimerFace | None, look: Look) -> Piece | None:
    if timer is None:
        return header
    return Row([header, TimerPlace(timer, look, on_stage=False)], 48, [1.0, None])


def marker_room(look: Look) -> float:
    """Return the height below a page that "1 of 2" needs."""
    return max(BOTTOM, look.size(LEAST) * 1.3 + 24)


def mark_page(look: Look, sheet: Sheet, number: int, pages: int, ink: str = "") -> None:
    """Write "1 of 2" quietly under a page."""
    text = words(
        look,
        _("{0} of {1}").format(number, pages),
        LEAST,
        ink or look.colours.muted,
        pitch=1.25,
        align=Qt.AlignmentFlag.AlignRight,
    )
    if text:
        high = text.height(FULL)
        text.place(sheet, QRectF(MARGIN, HEIGHT - high - 12, FULL, high))


def _flow(
    look: Look,
    body: Piece,
    heads: Sequence[Piece | None],
    footer: Piece | None,
    paper: QColor,
    gap: float,
    bottom: float,
) -> list[Sheet]:
    sheets: list[Sheet] = []
    rest: Piece | None = body
    while rest is not None and len(sheets) < MOST_PAGES:
        sheet = Sheet(paper)
        rest = _fill(sheet, rest, heads[min(len(sheets), 1)], footer, gap, bottom)
        sheets.append(sheet)
    return sheets


def _fill(
    sheet: Sheet,
    body: Piece,
    header: Piece | None,
    footer: Piece | None,
    gap: float,
    bottom: float,
) -> Piece | None:
    """Fill one page, and return what is left for the next."""
    top, foot = float(TOP), HEIGHT - bottom
    if header:
        high = header.height(FULL)
        header.place(sheet, QRectF(MARGIN, top, FULL, high))
        top += high + gap
    if footer:
        high = footer.height(FULL)
        footer.place(sheet, QRectF(MARGIN, foot - high, FULL, high))
        foot -= high + gap
    fits, rest = body.split(FULL, foot - top, True)
    if fits:
        fits.place(sheet, QRectF(MARGIN, top, FULL, foot - top))
    return rest


def grid(cells: Sequence[Piece], columns: int, gap: float, stretch: float = 0.0) -> Stack:
    """Return cells in rows of ``columns``; a short last row keeps the others' widths."""
    rows: list[Piece] = []
    for start in range(0, len(cells), columns):
        row: list[Piece | None] = list(cells[start : start + columns])
        row += [None] * (columns - len(row))
        if rows:
            rows.append(Gap(gap, clings=False))
        rows.append(Row(row, gap, stretch=stretch))
    return Stack(rows, stretch)


def card(look: Look, inside: Piece, *, stretch: float = 0.0, radius: float = 24) -> Card:
    """Return a white card with a hairline around it."""
    return Card(
        inside,
        pad_x=28,
        pad_y=24,
        fill=colour(look.colours.card),
        line=colour(look.colours.line),
        line_width=look.line,
        radius=radius,
        stretch=stretch,
    )


def badge_tile(look: Look, badge: Badge) -> Box:
    """Return a dimension's tile: its colour, and the icon above the two letters."""
    wide, high = look.space(104), look.space(116)
    letters = _letters(look, badge, SMALL)
    icon = look.space(48)
    marks: list[Mark] = [_tile(look, badge, QRectF(0, 0, wide, high), look.space(22))]
    marks += _icon(look, badge, QRectF((wide - icon) / 2, look.space(14), icon, icon))
    holder = Sheet(QColor())
    letters.place(holder, QRectF(0, look.space(62), wide, letters.height(wide)))
    return Box(wide, high, [*marks, *holder.marks])


def badge_mark(look: Look, badge: Badge) -> Box:
    """Return the same in a line of text: icon and letters side by side."""
    wide, high = look.space(124), look.space(64)
    letters = _letters(look, badge, LEAST)
    icon = look.space(38)
    marks: list[Mark] = [_tile(look, badge, QRectF(0, 0, wide, high), look.space(16))]
    marks += _icon(look, badge, QRectF(look.space(14), (high - icon) / 2, icon, icon))
    holder = Sheet(QColor())
    tall = letters.height(look.space(64))
    letters.place(
        holder, QRectF(look.space(54), (high - tall) / 2, look.space(62), tall)
    )
    return Box(wide, high, [*marks, *holder.marks])


def _letters(look: Look, badge: Badge, base: int) -> Text:
    style = Style(
        look.font(base, bold=True),
        colour(look.colours.on_dimension),
        1.2,
        Qt.AlignmentFlag.AlignHCenter,
    )
    return Text(badge.code[:3], style, most_lines=1)


def _tile(look: Look, badge: Badge, rect: QRectF, radius: float) -> Panel:
    return Panel(rect, colour(look.theme.dimension(badge.code)), radius=radius)


def _icon(look: Look, badge: Badge, rect: QRectF) -> list[Mark]:
    name = f"dimension-{badge.code}"
    return [Picture(rect, name, look.colours.on_dimension)] if has_icon(name) else []


def badge_header(look: Look, badge: Badge, *lines: Piece | None) -> Row:
    """Return a page's head: the tile, and words beside it, centred on it."""
    tile = badge_tile(look, badge)
    beside = Wrap([line for line in lines if line], look.space(28), 8)
    return Row([tile, _Middle(beside)], look.space(32), [None, 1.0])


class _Middle(Piece):
    """Puts a piece half-way down a higher place."""

    def __init__(self, inside: Piece) -> None:
        self._inside = inside

    def height(self, width: float) -> float:
        return self._inside.height(width)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        high = self._inside.height(rect.width())
        top = rect.y() + (rect.height() - high) / 2
        self._inside.place(sheet, QRectF(rect.x(), top, rect.width(), high))
