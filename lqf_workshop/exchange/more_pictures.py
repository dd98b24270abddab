"""Pictures beside those of the votes: the focus grid, the hands at the close, votes over time.

They are the Drawings that stand on our papers, of what may be told there, and no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing

from lqf_workshop.charts.drawings import (
    GridBadge,
    GridField,
    Tile,
    answers_drawing,
    focus_drawing,
)
from lqf_workshop.charts.strokes import Pens, pens_of
from lqf_workshop.charts.trend_drawing import ColumnWords, trend_drawing
from lqf_workshop.charts.trend_plot import Column
from lqf_workshop.domain.rating import SCALE
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.domain.trend import TrendLine
from lqf_workshop.exchange.drawn import BOLD, svg_parts
from lqf_workshop.exchange.pictures import FONTS, WIDTH, Picture
from lqf_workshop.exchange.xml_letters import xml_text
from lqf_workshop.library.themes import theme
from lqf_workshop.scenes import movements, trend_faces
from lqf_workshop.scenes.build import confidence_key, return_key
from lqf_workshop.scenes.focus_grid import grid_axes, grid_fields, grid_in_words
from lqf_workshop.wording import _

_SIDE, _TOP, _LINE, _FOOT = 48, 66, 34, 40
_ROOM = 476.0
"""How wide a Drawing is before it is made as large as the picture; as wide as on paper."""
_SCALE = (WIDTH - 2 * _SIDE) / _ROOM
MOST_COLUMNS = 8
"""Meetings in one picture of votes over time: the latest ones."""


def more_pictures(summary: WorkshopSummary, over_time: tuple[TrendLine, ...]) -> Iterator[Picture]:
    """Yield what there is to show, ``over_time`` for each line that has more than one meeting."""
    yield from _grid(summary)
    yield from _hands(summary)
    for line in over_time:
        if len(line.points) > 1:
            yield _over_time(line)


def _grid(summary: WorkshopSummary) -> Iterator[Picture]:
    found = grid_fields(summary)
    if not found:
        return
    fields = [
        GridField(
            field.title,
            field.line,
            tuple(
                GridBadge(Tile(one.code, theme("light").dimension(one.code)), one.name, one.picked)
                for one in field.standing
            ),
            field.warm,
        )
        for field in found
    ]
    drawing = focus_drawing(fields, grid_axes(), _pens(), width=_ROOM)
    yield _picture(_("Focus grid"), _("Where we put our time"), "", grid_in_words(found), drawing)


def _hands(summary: WorkshopSummary) -> Iterator[Picture]:
    for name, title, counts, key in (
        (_("Confidence"), _("Confidence in our plan"), summary.confidence, confidence_key()),
        (_("Worth our time"), _("Was this worth our time?"), summary.returned, return_key()),
    ):
        if any(counts.values()):
            rows = [(str(n), word, counts.get(str(n), 0)) for n, word in reversed(key)]
            told = "; ".join(f"{number} {word}: {count}" for number, word, count in rows)
            drawing = answers_drawing(rows, _pens(), width=_ROOM)
            yield _picture(name, title, "", told, drawing)


def _over_time(line: TrendLine) -> Picture:
    line = replace(line, points=line.points[-MOST_COLUMNS:])
    faces = trend_faces.faces(line)
    drawing = trend_drawing(
        [Column(face.counts, face.framed, bool(face.broken)) for face in faces],
        [ColumnWords(face.under, face.instead, face.broken) for face in faces],
        SCALE,
        theme("light").dimension(line.subject.mark),
        _pens(),
        width=_ROOM,
    )
    said = f"{movements.headline(line.latest)} · {movements.middles(line)}"
    told = trend_faces.points_in_words(line)
    title = _("{0} over time").format(line.subject.short_name)
    name = _("Votes {0} over time").format(line.code)
    return _picture(name, title, said, told, drawing)


def _picture(name: str, title: str, line: str, told: str, drawing: Drawing) -> Picture:
    """Return a Drawing under its title, as wide as the pictures of votes."""
    colours = theme("light").colours
    top = _TOP + (_LINE if line else 0) + 26
    height = round(top + drawing.height * _SCALE + _FOOT)
    words = [
        f'<text x="{_SIDE}" y="{y}" font-size="{size}" fill="{colours.ink}"{weight}>'
        f"{escape(xml_text(text))}</text>"
        for text, y, size, weight in (
            (title, _TOP, 28, ' font-weight="bold"'),
            (line, _TOP + _LINE, 20, ""),
        )
        if text
    ]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="{FONTS}" role="img">',
        f"<title>{escape(xml_text(f'{title}: {told}'))}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="{colours.card}"/>',
        *words,
        *svg_parts(drawing, _SIDE, top, _SCALE),
        "</svg>",
    ]
    return Picture(name, "\n".join(parts) + "\n", height)


@cache
def _pens() -> Pens:
    return pens_of("plain", BOLD)
