"""A revealed round: every vote a dot, the finding in words, the next question to ask."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt

from lqf_workshop.charts.dot_plot import GAP as DOT_GAP
from lqf_workshop.charts.dot_plot import Dot, DotPlot, dot_plot
from lqf_workshop.scenes.scene import ResultScene
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import BODY, LEAD, LEAST, SMALL, Look, colour
from lqf_workshop_ui.big_screen.marks import Disc, Falling, Panel, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    badge_header,
    body_room,
    grid,
    headline,
    pages_of,
    quote,
    strip,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Break, Gap, Middle, Piece, Row, Stack, Wrap

LARGEST_RADIUS = 30.0
CLEAR_RADIUS = 17
"""Dots this large can be counted from the back of a room; a stack grows wider before that."""
SIDE = 40
"""Air at both ends of the base line."""
GAP = 28
BESIDE = 0.44
"""How wide what was heard is, beside the dots."""


def draw(scene: ResultScene, look: Look) -> list[Sheet]:
    """Lay out a revealed round."""
    name = words(look, scene.name, LEAD, bold=True, pitch=1.2, most_lines=3)
    under = words(look, scene.subtitle, SMALL, look.colours.muted, most_lines=3)
    header = badge_header(look, scene.badge, name, under)
    footer = strip(look, scene.question)
    finding = Stack([headline(look, scene.headline), Gap(8), *_said(scene, look), Gap(24)])
    room = body_room(look, header, footer, scene.timer, GAP) - finding.height(FULL)
    if look.large or Plot(scene, look).height(FULL) > room:
        return _dots_first(scene, look, header, footer)
    return pages_of(
        look,
        Stack([finding, *_picture(scene, look, room)]),
        header=header,
        footer=footer,
        timer=scene.timer,
        gap=GAP,
    )


def _dots_first(scene: ResultScene, look: Look, header: Piece, footer: Piece | None) -> list[Sheet]:
    """In large text the dots come first, and what they say on the page after."""
    heard = [quote(look, text, BODY) for text in scene.heard]
    body = Stack(
        [
            headline(look, scene.headline),
            Gap(24),
            Plot(scene, look),
            Break(),
            *_said(scene, look),
            Gap(GAP) if footer else None,
            footer,
            Gap(GAP) if heard else None,
            grid(heard, 1, 24) if heard else None,
        ]
    )
    return pages_of(look, body, header=header, timer=scene.timer, gap=GAP)


def _said(scene: ResultScene, look: Look) -> list[Piece | None]:
    """The numbers, and under them what the room says itself, once a hand was raised."""
    if not scene.felt:
        return [_numbers(scene, look)]
    return [_numbers(scene, look), Gap(8), words(look, scene.felt, BODY, look.colours.accent)]


def _numbers(scene: ResultScene, look: Look) -> Piece:
    """The middle vote stands out, the turnout is quieter; at the right, what the dots are."""
    first, dot, rest = scene.numbers.partition(" · ")
    muted = look.colours.muted
    said: Piece | None = words(look, scene.numbers, BODY, muted)
    if dot and scene.framed is not None:
        middle = words(look, first, BODY, bold=True)
        said = Wrap([middle, words(look, rest, BODY, muted)], look.space(32), 0)
    legend = _legend(scene, look)
    if said is None or legend is None:
        return Stack([said or legend])
    if said.width(FULL) + legend.width(FULL) + 48 <= FULL:
        return Row([said, Middle(legend)], 48, [1.0, None])
    return Stack([said, Gap(8), legend])


def _legend(scene: ResultScene, look: Look) -> Wrap | None:
    """Say which dots are the first vote's; needed only beside a second."""
    if scene.first is None:
        return None
    ink = colour(look.theme.dimension(scene.badge.code))
    side = look.space(28)
    entries = []
    for filled, text in ((False, _("first vote")), (True, _("second vote"))):
        disc = Box(side, side, [Disc(QRectF(0, 0, side, side), ink, filled, 4)])
        label = words(look, text, LEAST, look.colours.muted, pitch=1.25)
        entries.append(Wrap([disc, label], look.space(10), 0))
    return Wrap(entries, look.space(28), 4)


def _picture(scene: ResultScene, look: Look, room: float) -> list[Piece | None]:
    """The dots, with as much beside them of what the room has said as fits; then the rest."""
    plot = Plot(scene, look)
    column, kept = _column(scene, look, room)
    rest = [quote(look, text, BODY) for text in scene.heard[kept:]]
    main: Piece = plot
    if column:
        main = Row([plot, Stack(column)], 40, [1.0, BESIDE], stretch=1)
    if not rest:
        return [main]
    return [main, Gap(32), grid(rest, 2, 24)]


def _column(scene: ResultScene, look: Look, room: float) -> tuple[list[Piece], int]:
    """Return what was heard as far as it fits beside the dots, and how much that is."""
    wide = (FULL - 40) * BESIDE / (1 + BESIDE)
    column: list[Piece] = []
    for kept, text in enumerate(scene.heard):
        one = quote(look, text, SMALL)
        longer = [*column, Gap(14), one] if column else [one]
        if Stack(longer).height(wide) > room:
            return column, kept
        column = longer
    return column, len(scene.heard)


def largest_radius(most: int, height: float) -> float:
    """Return how large dots may be so that stacks stay as narrow as can still be counted."""
    for columns in range(1, most + 1):
        rows = ceil(most / columns)
        radius = height / (2 * (rows * (1 + DOT_GAP) - DOT_GAP))
        if radius >= CLEAR_RADIUS:
            return min(radius, LARGEST_RADIUS)
    return LARGEST_RADIUS


class Plot(Piece):
    """The dots over a base line, the scale under it, and the frame around the middle vote."""

    stretch = 1.0

    def __init__(self, scene: ResultScene, look: Look) -> None:
        self._scene = scene
        self._look = look
        self._ink = look.theme.dimension(scene.badge.code)
        self._labels = self._make_labels()

    def height(self, width: float) -> float:
        """Return the least height: short stacks, and the scale under them."""
        return (160 if self._look.large else 220) + self._labels_height(width)

    def place(self, sheet: Sheet, rect: QRectF) -> None:
        """Put dots, base line and scale on the page; the latest vote's dots may fall."""
        scene, labels = self._scene, self._labels_height(rect.width())
        field = rect.adjusted(SIDE, 0, -SIDE, -labels)
        line = QRectF(rect.x(), field.bottom() + 6, rect.width(), 3)
        sheet.marks.append(Panel(line, colour(self._look.colours.control), radius=1))
        most = max(*scene.counts, *(scene.first or ()), 1)
        largest = largest_radius(most, field.height())
        plot = dot_plot(scene.counts, scene.first, field.width(), field.height(), largest)
        self._place_dots(sheet, plot, field)
        scale = QRectF(field.x(), line.bottom() + 12, field.width(), labels - 21)
        self._place_labels(sheet, scale)

    # The dots

    def _place_dots(self, sheet: Sheet, plot: DotPlot, field: QRectF) -> None:
        """The first vote's rings stand still when a second is shown beside them."""
        two = self._scene.first is not None
        latest = [dot for dot in plot.dots if dot.second or not two]
        sheet.marks += [self._disc(d, field, filled=False) for d in plot.dots if d not in latest]
        sheet.fall_area = field.adjusted(-8, -8, 8, 8)
        latest.sort(key=lambda dot: (dot.order, dot.point))
        for turn, dot in enumerate(latest):
            disc = self._disc(dot, field, filled=True)
            drop = disc.rect.top() - field.top()
            sheet.falling.append(Falling(disc, drop, turn / max(1, len(latest) - 1)))

    def _disc(self, dot: Dot, field: QRectF, *, filled: bool) -> Disc:
        x, y, r = field.x() + dot.x, field.bottom() - dot.y, dot.radius
        rect = QRectF(x - r, y - r, 2 * r, 2 * r)
        return Disc(rect, colour(self._ink), filled, max(2.0, r / 7))

    # The scale

    def _make_labels(self) -> list[Stack]:
        """Every scale point's number and word, centred."""
        middle, colours = Qt.AlignmentFlag.AlignHCenter, self._look.colours
        return [
            Stack(
                [
                    words(self._look, str(n), LEAD, bold=True, pitch=1.15, align=middle),
                    words(
                        self._look,
                        word,
                        SMALL,
                        colours.muted,
                        pitch=1.25,
                        align=middle,
                        most_lines=2,
                    ),
                ]
            )
            for n, word in enumerate(self._scene.words, 1)
        ]

    def _slot(self, width: float) -> float:
        return (width - 2 * SIDE) / len(self._scene.counts)

    def _labels_height(self, width: float) -> float:
        slot = self._slot(width)
        return max((label.height(slot - 24) for label in self._labels), default=0.0) + 37

    def _place_labels(self, sheet: Sheet, rect: QRectF) -> None:
        slot = rect.width() / len(self._scene.counts)
        if self._scene.framed:
            low, high = self._scene.framed
            frame = QRectF(
                rect.x() + (low - 1) * slot, rect.y(), slot * (high - low + 1), rect.height()
            )
            sheet.marks.append(
                Panel(
                    frame.adjusted(6, 0, -6, 0),
                    colour(self._look.colours.card),
                    colour(self._ink),
                    4,
                    20,
                )
            )
        for n, label in enumerate(self._labels):
            label.place(
                sheet, QRectF(rect.x() + n * slot + 12, rect.y() + 8, slot - 24, rect.height() - 16)
            )
