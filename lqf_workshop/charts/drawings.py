"""Our pictures as ReportLab Drawings, for paper: dots of a vote, badges, the focus grid, hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from reportlab.graphics.shapes import Drawing, Group, String
from reportlab.lib.colors import HexColor

from lqf_workshop.charts.dot_plot import dot_plot
from lqf_workshop.charts.strokes import Pens, blank, box, disc, frame, level_line, text

SCALE_ROOM = 17.0
"""Height of the scale numbers and the frame under a base line."""
BADGE = (46.0, 24.0)
"""Width and height of a badge."""
ICON = 13.5
"""Side of the icon in a badge."""
_LETTER = 7.0
"""How much wider a badge gets for each letter or figure beyond two."""


def vote_drawing(
    counts: tuple[int, ...],
    first: tuple[int, ...] | None,
    framed: tuple[int, int] | None,
    colour: str,
    pens: Pens,
    *,
    width: float = 180,
    height: float = 30,
) -> Drawing:
    """Draw every vote as a filled dot; a first vote beside a second as rings.

    The scale points of the middle vote, ``framed``, get a frame. Shape tells the two votes
    apart, so the picture reads the same in black and white.
    """
    plot = dot_plot(counts, first, width, height, largest=3.6)
    drawing = blank(width, height + SCALE_ROOM, pens)
    for dot in plot.dots:
        filled = dot.second or first is None
        drawing.add(disc(dot.x, SCALE_ROOM + 1.6 + dot.y, dot.radius, colour, filled))
    drawing.add(level_line(0, SCALE_ROOM, width, pens.control))
    if framed:
        low, high = plot.centres[framed[0] - 1], plot.centres[framed[1] - 1]
        drawing.add(frame(low - 9, 1, high - low + 18, SCALE_ROOM - 3.4, colour))
    for number, centre in enumerate(plot.centres, 1):
        inside = framed is not None and framed[0] <= number <= framed[1]
        drawing.add(text(centre, 4.6, str(number), 9, pens, bold=inside, middle=True))
    return drawing


@dataclass(frozen=True, slots=True)
class Tile:
    """A badge; ``icon`` is white, ``ICON`` wide times the scale, its lower left corner at 0."""

    code: str
    colour: str
    icon: Group | None = None


def badge_drawing(tile: Tile, pens: Pens, scale: float = 1) -> Drawing:
    """Draw a tile: its icon, if it has one, and its letters; ``scale`` times the usual size."""
    drawing = blank(_badge_width(tile, scale), BADGE[1] * scale, pens)
    drawing.add(_badge(tile, pens, scale))
    return drawing


def _badge_width(tile: Tile, scale: float) -> float:
    return (BADGE[0] + _LETTER * max(0, len(tile.code) - 2)) * scale


@dataclass(frozen=True, slots=True)
class GridBadge:
    """A dimension on the focus grid; ``picked`` says so in words when the team chose it."""

    tile: Tile
    name: str
    picked: str = ""


@dataclass(frozen=True, slots=True)
class GridField:
    """One of the four fields: its name, its line, and what stands in it."""

    title: str
    line: str
    badges: tuple[GridBadge, ...]
    warm: bool


def focus_drawing(
    fields: Sequence[GridField], axes: tuple[str, str, str, str], pens: Pens, *, width: float
) -> Drawing:
    """Draw the grid: ``fields`` row by row from the top left, ``axes`` high, low, left, right."""
    rows = [max(1, *(len(field.badges) for field in fields[n : n + 2])) for n in (0, 2)]
    heights = [48 + 30 * count for count in rows]
    side, gap, foot = 34.0, 8.0, 18.0
    field_width = (width - side - gap) / 2
    drawing = blank(width, sum(heights) + gap + foot, pens)
    for number, field in enumerate(fields):
        row, column = divmod(number, 2)
        x = side + column * (field_width + gap)
        y = foot + (heights[1] + gap if row == 0 else 0)
        group = _field(field, field_width, heights[row], pens)
        group.translate(x, y)
        drawing.add(group)
    for row, word in enumerate(axes[:2]):
        y = foot + (heights[1] + gap + heights[0] / 2 if row == 0 else heights[1] / 2)
        drawing.add(text(0, y - 3, word, 9, pens, bold=True, colour=pens.muted))
    for column, word in enumerate(axes[2:]):
        x = side + column * (field_width + gap) + field_width / 2
        drawing.add(text(x, 4, word, 9, pens, bold=True, colour=pens.muted, middle=True))
    return drawing


def hands_drawing(count: int, pens: Pens, *, width: float, height: float = 15) -> Drawing:
    """Draw a show of hands, a dot for each, in as few rows as keep the dots large."""
    drawing = blank(width, height, pens)
    radius, columns = (
        max(
            (min(3.6, width / ceil(count / rows) / 2.44, height / rows / 2.44), ceil(count / rows))
            for rows in (3, 2, 1)
        )
        if count
        else (0, 1)
    )
    pitch = radius * 2.44
    rows = ceil(count / columns)
    for number in range(count):
        row, column = divmod(number, columns)
        y = height / 2 + ((rows - 1) / 2 - row) * pitch
        drawing.add(disc(radius + column * pitch, y, radius, pens.accent, True))
    return drawing


_ANSWER = 21.0
"""Height of one answer with its hands."""


def answers_drawing(rows: Sequence[tuple[str, str, int]], pens: Pens, *, width: float) -> Drawing:
    """Draw shows of hands below each other: the number, what it means, a dot for each hand."""
    drawing = blank(width, _ANSWER * len(rows), pens)
    left, counts = width * 0.44, width - 24
    for place, (number, meaning, count) in enumerate(rows, 1):
        foot = _ANSWER * (len(rows) - place)
        drawing.add(text(0, foot + 6, number, 11, pens, bold=True))
        drawing.add(text(18, foot + 6, meaning, 11, pens))
        hands = Group(*hands_drawing(count, pens, width=counts - left - 8).contents)
        hands.translate(left, foot + 2.5)
        drawing.add(hands)
        drawing.add(
            text(counts, foot + 6, str(count) if count else "–", 11, pens, bold=bool(count))
        )
        drawing.add(level_line(0, foot, width, pens.line))
    return drawing


def _field(field: GridField, width: float, height: float, pens: Pens) -> Group:
    fill, border = (pens.warm_soft, pens.warm_line) if field.warm else (pens.paper, pens.line)
    group = Group(box(0, 0, width, height, 10, fill=fill, border=border))
    group.add(text(14, height - 20, field.title, 11, pens, bold=True))
    group.add(text(14, height - 33, field.line, 9, pens, colour=pens.muted))
    for number, badge in enumerate(field.badges):
        y = height - 43 - 30 * number - BADGE[1]
        tile = Group(_badge(badge.tile, pens))
        tile.translate(14, y)
        group.add(tile)
        group.add(text(68, y + (13 if badge.picked else 8.2), badge.name, 10, pens, bold=True))
        if badge.picked:
            group.add(text(68, y + 1.6, badge.picked, 9, pens, bold=True, colour=pens.accent))
    return group


def _badge(tile: Tile, pens: Pens, scale: float = 1) -> Group:
    width, height = _badge_width(tile, scale), BADGE[1] * scale
    group = Group(box(0, 0, width, height, 6 * scale, fill=tile.colour))
    if tile.icon is not None:
        placed = Group(tile.icon)
        placed.translate(6 * scale, (height - ICON * scale) / 2)
        group.add(placed)
    letters = String(
        width / 2 + 10 * scale if tile.icon is not None else width / 2,
        height / 2 - 3.5 * scale,
        tile.code,
        fontName=pens.bold,
        fontSize=10 * scale,
        fillColor=HexColor(pens.on_colour),
        textAnchor="middle",
    )
    group.add(letters)
    return group
