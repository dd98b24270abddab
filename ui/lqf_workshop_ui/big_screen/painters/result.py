"""A revealed round: every vote a dot, the finding in words, the next question to ask."""

from __future__ import annotations

from collections.abc import Sequence

from lqf_workshop.charts.dot_plot import Dot, DotPlot, dot_plot
from lqf_workshop.scenes.scene import ResultScene
from lqf_workshop.wording import _
from PySide6.QtCore import QRectF, Qt

from lqf_workshop_ui.big_screen.look import BODY, LEAD, LEAST, SMALL, Look, colour
from lqf_workshop_ui.big_screen.marks import Disc, Falling, Panel, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    badge_header,
    card,
    grid,
    headline,
    pages_of,
    quote,
    strip,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Gap, Piece, Row, Stack, Text, Wrap

LARGEST_RADIUS = 30
SIDE = 56
"""Air at both ends of the base line."""


def draw(scene: ResultScene, look: Look) -> list[Sheet]:
    """Lay out a revealed round."""
    name = words(look, scene.name, LEAD, bold=True, most_lines=1)
    under = words(look, scene.subtitle, SMALL, look.colours.muted, most_lines=1)
    body = Stack(
        [
            headline(look, scene.headline),
            Gap(8),
            _numbers(scene, look),
            Gap(24),
            _picture(scene, look),
        ]
    )
    return pages_of(
        look,
        body,
        header=badge_header(look, scene.badge, name, under),
        footer=strip(look, scene.question),
        timer=scene.timer,
        gap=28,
    )


def _numbers(scene: ResultScene, look: Look) -> Piece:
    """The middle vote stands out; the turnout is quieter."""
    first, dot, rest = scene.numbers.partition(" · ")
    if not dot or scene.framed is None:
        return Stack([words(look, scene.numbers, BODY, look.colours.muted)])
    return Wrap(
        [
            words(look, first, BODY, bold=True),
            words(look, f"· {rest}", BODY, look.colours.muted),
        ],
        look.space(14),
        0,
    )


def _picture(scene: ResultScene, look: Look) -> Piece:
    """The dots, and beside or after them what the room has said."""
    plot = Plot(scene, look)
    heard = [quote(look, text) for text in scene.heard]
    if not heard:
        return plot
    beside = _beside(heard, look)
    if beside:
        return Row([plot, beside], 40, [1.0, 0.46], stretch=1)
    return Stack([plot, Gap(32), grid(heard, 2 if look.scale < 1.4 else 1, 24)], stretch=1)


def _beside(heard: Sequence[Piece], look: Look) -> Piece | None:
    """What was heard, in a column beside the dots, while it fits there."""
    column = Stack([piece for one in heard for piece in (one, Gap(16))][:-1])
    return column if look.scale < 1.3 and column.height(530) <= 480 else None


class Plot(Piece):
    """The dots over a base line, the scale under it, and the frame around the middle vote."""

    stretch = 1.0

    def __init__(self, scene: ResultScene, look: Look) -> None:
        self._scene = scene
        self._look = look
        self._ink = look.theme.dimension(scene.badge.code)
        self._legend = self._make_legend()

    def height(self, width: float) -> float:
        dots = 220 if self._look.scale < 1.5 else 180
        return dots + self._legend_height(width) + self._labels_height(width)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        labels, legend = self._labels_height(rect.width()), self._legend_height(rect.width())
        field = rect.adjusted(SIDE, legend, -SIDE, -labels)
        if self._legend:
            wide = self._legend.width(rect.width())
            self._legend.place(sheet, QRectF(rect.right() - wide, rect.top(), wide, legend))
        line = QRectF(rect.x(), field.bottom() + 6, rect.width(), 3)
        sheet.marks.append(Panel(line, colour(self._look.colours.control), radius=1))
        plot = dot_plot(
            self._scene.counts, self._scene.first, field.width(), field.height(), LARGEST_RADIUS
        )
        self._place_dots(sheet, plot, field)
        self._place_labels(sheet, QRectF(field.x(), line.bottom() + 12, field.width(), labels - 21))

    # The dots

    def _place_dots(self, sheet: Sheet, plot: DotPlot, field: QRectF) -> None:
        two = self._scene.first is not None
        sheet.fall_area = field.adjusted(-8, -8, 8, 8)
        latest = [dot for dot in plot.dots if dot.second or not two]
        for dot in plot.dots:
            disc = self._disc(dot, field, filled=dot.second or not two)
            if dot not in latest:
                sheet.marks.append(disc)
        last = max(1, len(latest) - 1)
        latest.sort(key=lambda dot: (dot.order, dot.point))
        for turn, dot in enumerate(latest):
            disc = self._disc(dot, field, filled=True)
            drop = disc.rect.top() - field.top()
            sheet.falling.append(Falling(disc, min(drop, 260) + 40, turn / last))

    def _disc(self, dot: Dot, field: QRectF, *, filled: bool) -> Disc:
        x, y, r = field.x() + dot.x, field.bottom() - dot.y, dot.radius
        rect = QRectF(x - r, y - r, 2 * r, 2 * r)
        return Disc(rect, colour(self._ink), filled, max(2.0, r / 7))

    # The scale

    def _labels(self) -> list[Stack]:
        """Every scale point's number and word, centred."""
        middle, colours = Qt.AlignmentFlag.AlignHCenter, self._look.colours
        return [
            Stack(
                [
                    words(self._look, str(n), LEAD, bold=True, pitch=1.15, align=middle),
                    words(
                        self._look, word, SMALL, colours.muted, pitch=1.25, align=middle, most_lines=2
                    ),
                ]
            )
            for n, word in enumerate(self._scene.words, 1)
        ]

    def _slot(self, width: float) -> float:
        return (width - 2 * SIDE) / len(self._scene.counts)

    def _labels_height(self, width: float) -> float:
        slot = self._slot(width)
        return max((label.height(slot - 24) for label in self._labels()), default=0.0) + 37

    def _place_labels(self, sheet: Sheet, rect: QRectF) -> None:
        slot = rect.width() / len(self._scene.counts)
        if self._scene.framed:
            low, high = self._scene.framed
            frame = QRectF(rect.x() + (low - 1) * slot, rect.y(), slot * (high - low + 1), rect.height())
            sheet.marks.append(
                Panel(
                    frame.adjusted(6, 0, -6, 0),
                    colour(self._look.colours.card),
                    colour(self._ink),
                    4,
                    20,
                )
            )
        for n, label in enumerate(self._labels()):
            label.place(
                sheet, QRectF(rect.x() + n * slot + 12, rect.y() + 8, slot - 24, rect.height() - 16)
            )

    # First vote, second vote

    def _make_legend(self) -> Wrap | None:
        """Say which dots are the first vote's; needed only beside a second."""
        if self._scene.first is None:
            return None
        pairs = ((False, _("first vote")), (True, _("second vote")))
        entries = [self._entry(filled, text) for filled, text in pairs]
        return Wrap(entries, self._look.space(40), 4)

    def _entry(self, filled: bool, text: str) -> Piece:
        side = self._look.space(30)
        disc = Disc(QRectF(0, 0, side, side), colour(self._ink), filled, 4)
        label: Text | None = words(self._look, text, LEAST, self._look.colours.muted, pitch=1.25)
        return Wrap([Box(side, side, [disc]), label], self._look.space(12), 0)

    def _legend_height(self, width: float) -> float:
        return self._legend.height(width) + 8 if self._legend else 0.0
