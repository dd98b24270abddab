"""The countdown as the room sees it: big digits, and a kind word at the end."""

from __future__ import annotations

from datetime import datetime
from math import inf

from PySide6.QtCore import QRectF

from lqf_workshop.scenes.scene import TimerFace
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import HEADLINE, LEAD, SMALL, SUBHEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Mark, Panel, Picture, Sheet, TimerSpot
from lqf_workshop_ui.big_screen.pieces import (
    Box,
    Card,
    Gap,
    Middle,
    Narrow,
    Piece,
    Stack,
    Text,
    Wrap,
)

MOST_WIDTH = 320


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
    rect = QRectF(spot.rect)
    if spot.on_stage:
        _panel(face, left, look).place(sheet, rect)
        return sheet
    chip = _chip(face, left, look)
    rect.setLeft(rect.right() - chip.width(rect.width()))
    chip.place(sheet, rect)
    return sheet


class TimerPlace(Piece):
    """Keeps room for the countdown, enough for its widest moment, so that nothing jumps."""

    def __init__(self, face: TimerFace, look: Look, on_stage: bool) -> None:
        make = _panel if on_stage else _chip
        longest = max(face.total_seconds, face.seconds_left)
        self._moments = [make(face, seconds, look) for seconds in (longest, 0)]
        self._on_stage = on_stage

    def height(self, width: float) -> float:
        """Return the height of the higher moment."""
        return max(moment.height(width) for moment in self._moments)

    def width(self, most: float) -> float:
        """Return the width of the wider moment; beside a card, all there is."""
        return most if self._on_stage else max(m.width(most) for m in self._moments)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        """Keep the place: at the foot beside a card, else at the top."""
        high = self.height(rect.width())
        top = rect.bottom() - high if self._on_stage else rect.top()
        sheet.timer = TimerSpot(QRectF(rect.x(), top, rect.width(), high), self._on_stage)


def _chip(face: TimerFace, left: int, look: Look) -> Card:
    """The countdown in a corner."""
    colours, over = look.colours, left == 0
    ink = colours.warm if over else colours.ink
    side = look.space(46)
    icon = Box(side, side, [Picture(QRectF(0, 0, side, side), "timer", ink)])
    face_and_icon = Wrap(
        [icon, _face(left, look, LEAD if over else SUBHEAD, ink)], look.space(16), 0
    )
    return Card(
        Middle(
            _with_caption(
                face_and_icon, face, look, ink if over else colours.muted, look.space(MOST_WIDTH)
            )
        ),
        pad_x=look.space(26),
        pad_y=look.space(10),
        fill=colour(colours.warm_soft if over else colours.card),
        line=colour(colours.warm_line if over else colours.line),
        line_width=look.line,
        radius=24,
    )


def _panel(face: TimerFace, left: int, look: Look) -> Card:
    """The countdown beside a scenario card."""
    colours, over = look.colours, left == 0
    ink = colours.warm if over else colours.on_stage
    digits = _face(left, look, SUBHEAD if over else HEADLINE, ink)
    top = _with_caption(digits, face, look, colours.warm if over else colours.stage_muted)
    line = colours.line if look.contrast else ""
    edge = colours.warm_line if over else line
    return Card(
        Middle(top) if over else Stack([top, Gap(20, stretch=1), _bar(face, left, look)]),
        pad_x=40,
        pad_y=28,
        fill=colour(colours.warm_soft if over else colours.stage_raised),
        line=colour(edge) if edge else None,
        line_width=look.line,
        radius=28,
    )


def _face(left: int, look: Look, base: int, ink: str) -> Text:
    """The digits, all equally wide so that they stand still, or the kind word at the end."""
    text = clock_words(left) if left else _("Time to finish")
    return Text(text, look.digits(base), colour(ink))


def _with_caption(piece: Piece, face: TimerFace, look: Look, ink: str, most: float = inf) -> Piece:
    """Put what the time is for under the digits, in lines no longer than ``most``."""
    if not face.caption:
        return piece
    caption = Text(face.caption, look.style(SMALL, pitch=1.25), colour(ink))
    return Narrow(Stack([piece, caption]), most)


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
