"""What a laid-out page is made of: marks that know their place and paint themselves.

A page is composed once for a scene and painted often, so a mark holds finished layouts
and colours; painting decides nothing.
"""

# ruff: noqa: D102  (what every mark does is said once, in Mark)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout

from lqf_workshop_ui.icons import paint_icon

FALL_SHARE = 0.6
"""How much of the whole reveal one dot's own fall takes; the rest is the wait of later dots."""


class Mark(Protocol):
    """One thing on a page. ``rect`` holds all of it, so that a small repaint can skip it."""

    @property
    def rect(self) -> QRectF: ...

    def paint(self, painter: QPainter) -> None: ...


@dataclass(slots=True)
class Panel:
    """A rounded rectangle: a card, a badge, a strip, a frame."""

    rect: QRectF
    fill: QColor | None = None
    line: QColor | None = None
    line_width: float = 2
    radius: float = 20
    dashed: bool = False

    def paint(self, painter: QPainter) -> None:
        half = self.line_width / 2 if self.line else 0
        inner = self.rect.adjusted(half, half, -half, -half)
        painter.setPen(self._pen())
        painter.setBrush(self.fill if self.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, self.radius, self.radius)

    def _pen(self) -> QPen:
        if self.line is None:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self.line, self.line_width)
        if self.dashed:
            pen.setDashPattern([4, 4])
        return pen


@dataclass(slots=True)
class Words:
    """A block of text, already broken into lines."""

    rect: QRectF
    text: str
    colour: QColor
    layouts: Sequence[tuple[QTextLayout, QPointF]]

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.colour)
        for layout, at in self.layouts:
            layout.draw(painter, at)


@dataclass(slots=True)
class Picture:
    """One icon."""

    rect: QRectF
    name: str
    colour: str

    def paint(self, painter: QPainter) -> None:
        paint_icon(painter, self.name, self.rect, self.colour)


@dataclass(slots=True)
class Disc:
    """A dot: filled for a vote that counts, a ring for one to come or an earlier one."""

    rect: QRectF
    colour: QColor
    filled: bool
    line_width: float = 4

    def paint(self, painter: QPainter) -> None:
        if self.filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour)
            painter.drawEllipse(self.rect)
            return
        half = self.line_width / 2
        painter.setPen(QPen(self.colour, self.line_width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.rect.adjusted(half, half, -half, -half))


@dataclass(slots=True)
class Falling:
    """A dot that falls into its place at a reveal; ``turn`` runs from 0, first, to 1, last."""

    disc: Disc
    drop: float
    turn: float

    def paint(self, painter: QPainter, progress: float) -> None:
        """Paint it on its way; at ``progress`` 1 it is exactly where the still picture has it."""
        own = (progress - self.turn * (1 - FALL_SHARE)) / FALL_SHARE
        if own <= 0:
            return
        if own >= 1:
            self.disc.paint(painter)
            return
        painter.save()
        painter.setOpacity(min(1.0, own * 2))
        painter.translate(0, -self.drop * (1 - own) ** 3)
        self.disc.paint(painter)
        painter.restore()


@dataclass(slots=True)
class TimerSpot:
    """The place kept for the countdown, which is painted afresh every second."""

    rect: QRectF
    on_stage: bool


@dataclass(slots=True)
class Sheet:
    """One page of a scene: still marks, the dots that may fall, and the timer's place."""

    background: QColor
    marks: list[Mark] = field(default_factory=list)
    falling: list[Falling] = field(default_factory=list)
    fall_area: QRectF = field(default_factory=QRectF)
    timer: TimerSpot | None = None

    @property
    def words(self) -> list[Words]:
        """Every block of text on the page."""
        return [mark for mark in self.marks if isinstance(mark, Words)]

    def paint_still(self, painter: QPainter, area: QRectF) -> None:
        """Paint all that never moves and touches ``area``."""
        for mark in self.marks:
            if mark.rect.intersects(area):
                mark.paint(painter)

    def paint_falling(self, painter: QPainter, progress: float) -> None:
        """Paint the dots of a reveal, on their way or, at 1, in place."""
        for dot in self.falling:
            dot.paint(painter, progress)
