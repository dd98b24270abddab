"""The canvas every painter lays out on: margins, headlines, badges, chips, and paging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from lqf_workshop.domain.subject import icon_of
from lqf_workshop.scenes.scene import Badge, JoinFace, TimerFace
from lqf_workshop.wording import _
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
from lqf_workshop_ui.big_screen.marks import Disc, Mark, Panel, Picture, Sheet
from lqf_workshop_ui.big_screen.pieces import (
    Box,
    Card,
    Gap,
    Middle,
    Piece,
    Row,
    Rule,
    Stack,
    Text,
    Wide,
    Wrap,
)
from lqf_workshop_ui.big_screen.text import one_line_width
from lqf_workshop_ui.big_screen.timer_face import TimerPlace
from lqf_workshop_ui.icons import has_icon

FULL = WIDTH - 2 * MARGIN
"""The width between the margins."""
BESIDE_TIMER = 48
MOST_HEADER, MOST_FOOTER = 0.36, 0.2
"""How much of a page's height may be the same on every page."""
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
    balanced: bool = False,
) -> Text | None:
    """Return a block of text, or None when there is nothing to say."""
    if not text.strip():
        return None
    style = look.style(base, bold, pitch, align)
    tint = colour(ink or look.colours.ink)
    return Text(text, style, tint, most_lines=most_lines, clings=clings, balanced=balanced)


def headline(
    look: Look,
    text: str,
    width: float = FULL,
    ink: str = "",
    *,
    most: int = HEADLINE,
    lines_at_full: int = 1,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Text | None:
    """Return a headline: at full size when it takes few lines, else the long ones' size.

    A name longer than three lines ends in an ellipsis; nothing else is ever shortened.
    """
    fits = one_line_width(text[:200], look.style(most, True)) <= width * lines_at_full * 0.98
    base = most if fits and len(text) <= 200 else HEADLINE_LONG
    return words(
        look,
        text,
        base,
        ink,
        bold=True,
        pitch=1.14,
        align=align,
        most_lines=3,
        clings=True,
        balanced=True,
    )


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
    the top right of every page. A header or footer so high that it would crowd the page
    comes once, before or after the rest.
    """
    paper = colour(background or look.colours.paper)
    again = again or header
    if header and header.height(beside_timer_width(look, timer)) > MOST_HEADER * HEIGHT:
        body, header = Stack([header, Gap(gap), body]), None
    if footer and footer.height(FULL) > MOST_FOOTER * HEIGHT:
        body, footer = Stack([body, Gap(gap), footer]), None
    heads = [_beside_timer(piece, timer, look) for piece in (header, again)]
    sheets = _flow(look, body, heads, footer, paper, gap, one_page_room(look))
    if len(sheets) > 1:
        sheets = _flow(look, body, heads, footer, paper, gap, marker_room(look))
        for number, sheet in enumerate(sheets, 1):
            mark_page(look, sheet, number, len(sheets))
    return sheets


def _beside_timer(header: Piece | None, timer: TimerFace | None, look: Look) -> Piece | None:
    if timer is None:
        return header
    return Row([header, TimerPlace(timer, look, on_stage=False)], BESIDE_TIMER, [1.0, None])


def marker_room(look: Look) -> float:
    """Return the height below a page that "1 of 2" needs."""
    return max(BOTTOM, look.size(LEAST) * 1.3 + 24)


def one_page_room(look: Look) -> float:
    """Return the height below a page that stands alone: a margin, or a line's place."""
    return marker_room(look) if look.foot_line else BOTTOM


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
        high, wide = text.height(FULL), text.width(FULL)
        text.place(sheet, QRectF(MARGIN + FULL - wide, HEIGHT - high - 12, wide, high))


def mark_way_in(look: Look, sheet: Sheet, join: JoinFace, ink: str = "") -> None:
    """Write under a page how a phone joins, for those who come late."""
    text = words(
        look,
        _("Phones: {0}, code {1}").format(join.address, join.code),
        LEAST,
        ink or look.colours.muted,
        pitch=1.25,
        most_lines=1,
    )
    if text:
        high = text.height(FULL)
        text.place(sheet, QRectF(MARGIN, HEIGHT - high - 12, text.width(FULL), high))


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


def roomiest(*drafts: Callable[[], list[Sheet]]) -> list[Sheet]:
    """Return the first draft that takes one page, else the last, which is set smallest."""
    sheets: list[Sheet] = []
    for draft in drafts:
        sheets = draft()
        if len(sheets) == 1:
            break
    return sheets


def body_room(
    look: Look,
    header: Piece | None,
    footer: Piece | None = None,
    timer: TimerFace | None = None,
    gap: float = 40,
) -> float:
    """Return the height between header and footer of a first page."""
    head = _beside_timer(header, timer, look)
    taken = sum(piece.height(FULL) + gap for piece in (head, footer) if piece)
    return HEIGHT - TOP - marker_room(look) - taken


def grid(
    cells: Sequence[Piece],
    columns: int,
    gap: float,
    stretch: float = 0.0,
    most: float = inf,
) -> Stack:
    """Return cells in rows of ``columns``; a short last row keeps the others' widths.

    Rows may ``stretch`` into height to spare, each up to ``most``.
    """
    rows: list[Piece] = []
    for start in range(0, len(cells), columns):
        row: list[Piece | None] = list(cells[start : start + columns])
        row += [None] * (columns - len(row))
        if rows:
            rows.append(Gap(gap, clings=False))
        rows.append(Row(row, gap, stretch=stretch, most=most))
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
    letters.place(holder, QRectF(look.space(54), (high - tall) / 2, look.space(62), tall))
    return Box(wide, high, [*marks, *holder.marks])


def _letters(look: Look, badge: Badge, base: int) -> Text:
    style = look.style(base, True, 1.2, Qt.AlignmentFlag.AlignHCenter)
    return Text(badge.code[:3], style, colour(look.colours.on_dimension), most_lines=1)


def _tile(look: Look, badge: Badge, rect: QRectF, radius: float) -> Panel:
    return Panel(rect, colour(look.theme.dimension(badge.code)), radius=radius)


def _icon(look: Look, badge: Badge, rect: QRectF) -> list[Mark]:
    name = icon_of(badge.code)
    return [Picture(rect, name, look.colours.on_dimension)] if has_icon(name) else []


def badge_header(look: Look, badge: Badge, *lines: Piece | None) -> Row:
    """Return a page's head: the tile, and words beside it, centred on it."""
    tile = badge_mark(look, badge) if look.large else badge_tile(look, badge)
    beside = Wrap([line for line in lines if line], look.space(28), 8)
    return Row([tile, Middle(beside)], look.space(32), [None, 1.0])


def title_and_line(look: Look, title: str, line: str, timer: TimerFace | None) -> Piece:
    """Return a headline with a quieter line under it, as the head of a page."""
    heading = headline(look, title, beside_timer_width(look, timer))
    return Stack([heading, Gap(4), words(look, line, BODY, look.colours.muted, balanced=True)])


def beside_timer_width(look: Look, timer: TimerFace | None) -> float:
    """Return the width that a countdown leaves to the head of a page."""
    if timer is None:
        return FULL
    return FULL - TimerPlace(timer, look, on_stage=False).width(FULL) - BESIDE_TIMER


def running_title(look: Look, title: str, label: str = "") -> Piece | None:
    """Return what stands at the head of the second page and later ones: the title, small."""
    text = " · ".join(part for part in (label, title) if part)
    return words(look, text, SMALL, look.colours.muted, bold=True, most_lines=1)


def accent_bar(look: Look) -> Box:
    """Return a short bar in the accent colour, which marks the quiet pages as ours."""
    return Box(120, 10, [Panel(QRectF(0, 0, 120, 10), colour(look.colours.accent), radius=5)])


def rule(look: Look, ink: str) -> Piece:
    """Return a hairline over the whole width."""
    return Rule(colour(ink), look.line)


def bullet(look: Look, base: int) -> Box:
    """Return a dot for the head of a line set at ``base``, level with small letters."""
    side, top = look.size(base) * 0.28, look.size(base) * 0.54
    return Box(
        side, top + side, [Disc(QRectF(0, top, side, side), colour(look.colours.accent), True)]
    )


def numeral(look: Look, number: int, base: int, ink: str = "", pitch: float = 1.34) -> Piece:
    """Return a number in bold, all as wide, so that what follows lines up."""
    style = look.style(base, True, pitch)
    wide = max(one_line_width(digit * len(str(number)), style) for digit in "0468")
    return Wide(Text(str(number), style, colour(ink or look.colours.accent)), wide)


def strip(look: Look, text: str) -> Piece | None:
    """Return the soft strip at the foot: the next question to ask, or a thing to know."""
    inside = words(look, text, BODY, pitch=1.3)
    if inside is None:
        return None
    line = colour(look.colours.accent) if look.contrast else None
    return Card(
        inside,
        pad_x=40,
        pad_y=28,
        fill=colour(look.colours.accent_soft),
        line=line,
        line_width=look.line,
        radius=24,
    )


def quote(look: Look, text: str, base: int = BODY - 4) -> Piece:
    """Return a card with something that was said in the room."""
    made = card(look, Stack([words(look, text, base, pitch=1.28)]))
    made.pad_y = 18
    return made


def icon_line(
    look: Look,
    icon: str,
    text: str,
    base: int = BODY,
    ink: str = "",
    *,
    bold: bool = False,
    natural: bool = False,
) -> Piece | None:
    """Return words with an icon before them that says what they are."""
    found = words(look, text, base, ink or look.colours.ink, bold=bold, pitch=1.3)
    if found is None:
        return None
    side = look.size(base) * 1.05
    top = (look.size(base) * 1.3 - side) / 2
    mark = Picture(QRectF(0, top, side, side), icon, ink or look.colours.muted)
    return Row(
        [Box(side, top + side, [mark]), found], look.space(16), [None, None if natural else 1.0]
    )


def counted(look: Look, count: int, ink: str, side: float) -> Piece | None:
    """Return a count as dots, with the number before them."""
    if not count:
        return None
    wide = look.space(side)
    dots: list[Piece | None] = [
        Box(wide, wide, [Disc(QRectF(0, 0, wide, wide), colour(ink), True)])
        for _dot in range(count)
    ]
    number = look.style(SMALL, True, 1.1)
    room = one_line_width("00", number)
    digits = Wide(Text(str(count), number, colour(look.colours.ink)), room)
    return Row([digits, Middle(Wrap(dots, wide * 0.3, wide * 0.3))], wide * 0.4, [None, 1.0])


def parts_of(piece: Piece, width: float, room: float) -> list[Piece]:
    """Return a piece in as many parts as it needs, none higher than ``room``."""
    parts: list[Piece] = []
    rest: Piece | None = piece
    while rest is not None and len(parts) < MOST_PAGES:
        part, rest = rest.split(width, room, True)
        if part is not None:
            parts.append(part)
    return parts
