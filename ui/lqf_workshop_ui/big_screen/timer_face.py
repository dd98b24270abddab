"""The countdown as the room sees it: big digits, and a kind word at the end."""

from __future__ import annotations

from datetime import datetime

from lqf_workshop.scenes.scene import TimerFace
from lqf_workshop.wording import _
from PySide6.QtCore import QRectF

from lqf_workshop_ui.big_screen.look import HEADLINE, LEAD, SMALL, SUBHEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Mark, Panel, Picture, Sheet, TimerSpot
from lqf_workshop_ui.big_screen.pieces import Box, Card, Gap, Piece, Row, Stack, Text, Wrap
from lqf_workshop_ui.big_screen.text import Style

CAPTION_WIDTH = 420


def clock_words(seconds: int) -> str:
    """Write minutes and seconds, for example "1:52"."""
    return f"{seconds // 60}:{seconds % 60:02}"


def milliseconds_to_change(face: TimerFace, now: datetime) -> int | None:
    """Return how long until the digits change; None once nothing moves any more."""
    left = face.left(now)
    if face.ends_at is None or left == 0:
        return None
    exact = (face.ends_at - now).total_seconds()
    return max(20, round((exact - left + 0.5) * 1000) + 5)


def timer_sheet(spot: TimerSpot, face: TimerFace, left: int, look: Look) -> Sheet:
    """Return the countdown at one second, laid out in its place."""
    sheet = Sheet(colour(look.colours.paper))
    make = _panel if spot.on_stage else _chip
    make(face, left, look).place(sheet, spot.rect)
    return sheet


class TimerPlace(Piece):
    """Keeps room for the countdown, enough for its widest moment, so that nothing jumps."""

    def __init__(self, face: TimerFace, look: Look, on_stage: bool) -> None:
        make = _panel if on_stage else _chip
        self._moments = [make(face, seconds, look) for seconds in (face.total_seconds, 0)]
        self._on_stage = on_stage

    def height(self, width: float) -> float:
        return max(moment.height(width) for moment in self._moments)

    def width(self, most: float) -> float:
        return most if self._on_stage else max(m.width(most) for m in self._moments)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        high = self.height(rect.width())
        top = rect.bottom() - high if self._on_stage else rect.top()
        sheet.timer = TimerSpot(QRectF(rect.x(), top, rect.width(), high), self._on_stage)


def _chip(face: TimerFace, left: int, look: Look) -> Card:
    """The countdown in a corner."""
    colours, over = look.colours, left == 0
    ink = colours.warm if over else colours.ink
    side = look.space(44)
    icon = Box(side, side, [Picture(QRectF(0, 0, side, side), "timer", ink)])
    text = Text(
        _("Time to finish") if over else clock_words(left),
        Style(look.font(LEAD if over else SUBHEAD, bold=True), colour(ink), 1.2),
    )
    return Card(
        _with_caption(Wrap([icon, text], look.space(16), 0), face, look, colours.muted),
        pad_x=look.space(24),
        pad_y=look.space(12),
        fill=colour(colours.warm_soft if over else colours.card),
        line=colour(colours.warm_line if over else colours.line),
        line_width=look.line,
        radius=24,
    )


def _panel(face: TimerFace, left: int, look: Look) -> Card:
    """The countdown beside a scenario card."""
    colours, over = look.colours, left == 0
    ink = colours.warm if over else colours.on_stage
    text = Text(
        _("Time to finish") if over else clock_words(left),
        Style(look.font(SUBHEAD if over else HEADLINE, bold=True), colour(ink), 1.2),
    )
    muted = colours.warm if over else colours.stage_muted
    inside = Stack([_with_caption(text, face, look, muted), Gap(16, stretch=1), _bar(face, left, look)])
    return Card(
        inside,
        pad_x=40,
        pad_y=32,
        fill=colour(colours.warm_soft if over else colours.stage_raised),
        line=colour(colours.warm_line) if over else _contrast_line(look),
        line_width=look.line,
        radius=28,
    )


def _contrast_line(look: Look):  # type: ignore[no-untyped-def]
    return colour(look.colours.line) if look.contrast else None


def _with_caption(piece: Piece, face: TimerFace, look: Look, ink: str) -> Piece:
    if not face.caption:
        return piece
    return Stack([piece, Text(face.caption, Style(look.font(SMALL), colour(ink)))])


class _Bar(Piece):
    """How much of the time is left, as a length."""

    def __init__(self, share: float, full: str, rest: str, line: str | None) -> None:
        self._share = share
        self._full, self._rest, self._line = full, rest, line

    def height(self, width: float) -> float:
        return 14

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        marks: list[Mark] = [
            Panel(rect, colour(self._rest), colour(self._line) if self._line else None, 2, 7)
        ]
        full = QRectF(rect.x(), rect.y(), max(rect.height(), rect.width() * self._share), 14)
        if self._share:
            marks.append(Panel(full, colour(self._full), radius=7))
        sheet.marks.extend(marks)


def _bar(face: TimerFace, left: int, look: Look) -> Piece:
    colours = look.colours
    share = left / face.total_seconds if face.total_seconds else 0.0
    line = colours.line if look.contrast else None
    return _Bar(min(1.0, share), colours.stage_accent, colours.stage, line)
