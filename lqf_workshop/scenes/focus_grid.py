"""The focus grid of a summary: what stands in each field, for paper and pictures alike."""

from __future__ import annotations

from dataclasses import dataclass

from lqf_workshop.domain.agreement import Spread, spread_of
from lqf_workshop.domain.focus import Quadrant
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.scenes.build import quadrant_words
from lqf_workshop.wording import _


@dataclass(frozen=True, slots=True)
class Standing:
    """What was rated, in its field; ``picked`` says so in words when the team chose it."""

    code: str
    name: str
    picked: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One of the four fields: its name, its line, and what stands in it; ``warm`` is low."""

    title: str
    line: str
    standing: tuple[Standing, ...]
    warm: bool


def grid_fields(summary: WorkshopSummary) -> tuple[Field, ...]:
    """Return the fields row by row from the top left; none where nothing may be placed.

    Of fewer than five votes no spread is told, so these stand nowhere.
    """
    placed = [one for one in summary.placed if spread_of(one.latest.tally) is not Spread.OPEN]
    if not placed:
        return ()
    names = {one.subject.code: one.subject.short_name for one in summary.results}
    fields = []
    for quadrant in (Quadrant.KEEP, Quadrant.REACH, Quadrant.FIX, Quadrant.EXPLORE):
        standing = tuple(
            Standing(
                one.subject,
                names.get(one.subject, one.subject),
                _("Our pick") if one.subject in summary.picks else "",
            )
            for one in placed
            if one.quadrant is quadrant
        )
        warm = quadrant in (Quadrant.FIX, Quadrant.EXPLORE)
        fields.append(Field(*quadrant_words(quadrant), standing, warm))
    return tuple(fields)


def grid_axes() -> tuple[str, str, str, str]:
    """Return the words at the sides: the upper row, the lower one, the left column, the right."""
    return _("High"), _("Low"), _("We agree"), _("We differ")


def grid_in_words(fields: tuple[Field, ...]) -> str:
    """Tell the grid to those who cannot see it."""
    return "; ".join(
        f"{field.title}: {', '.join(one.name for one in field.standing)}"
        for field in fields
        if field.standing
    )
