"""Cards to hold up: one number of a scale on each half page, to be seen across a room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.domain.framework import Scale, ScalePoint
from lqf_workshop.reports.flow import Stack
from lqf_workshop.reports.forms import Middle
from lqf_workshop.reports.letterhead import one_line
from lqf_workshop.reports.look import COLOURS
from lqf_workshop.reports.page import HEIGHT, WIDTH, Cancelled, Label, bound
from lqf_workshop.reports.prose import Prose, Type
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole

_SIDE = 42
_HALF = HEIGHT / 2
_NUMBER = Type(290, 290, COLOURS.ink, bold=True, start=False, tag="H2")
_WORD = Type(34, 42, COLOURS.ink, bold=True)
_WHOSE = Type(11, 16, COLOURS.muted, start=False)
_FOOT = 38
"""How far above the edge of a card the line stands that says whose it is."""
_MEANING = Type(22, 28, COLOURS.ink)


def write_scale_cards(
    scale: Scale,
    target: BinaryIO | Path,
    *,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write one person's set of cards, two to a page, lowest first and "can't see this" last.

    A file at a path is written whole or not at all; raises WorkshopProblem when the disk
    refuses it.
    """
    points = (*scale.points, scale.cant_see)
    drawn = [partial(_page, points[n : n + 2]) for n in range(0, len(points), 2)]
    name = _("Number cards")
    try:
        content = bound(drawn, Label(name, name, printed_on or date.today()), cancelled)
    except Cancelled:
        return
    write_whole(content, target)


def _page(points: Sequence[ScalePoint], sheet: Sheet) -> None:
    """Draw two cards and the line to cut along."""
    sheet.cut(0, _HALF, WIDTH, _HALF, COLOURS.control)
    for number, point in enumerate(points):
        parts = ((str(point.point), _NUMBER), (point.word, _WORD), (point.meaning, _MEANING))
        card = Stack([Middle(Prose(words, kind)) for words, kind in parts])
        width = WIDTH - 2 * _SIDE
        spare = _HALF - card.height(width)
        with sheet.inside("Sect"):
            card.draw(sheet, _SIDE, HEIGHT - number * _HALF - spare / 2, width)
            whose = one_line("", _WHOSE, width)
            whose.draw(sheet, _SIDE, HEIGHT - (number + 1) * _HALF + _FOOT, width)
