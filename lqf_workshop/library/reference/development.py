"""A person's own development page: what it asks, and what good looks like beside it.

What the person writes is handed from the screen to paper and goes nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lqf_workshop.domain.framework import Behaviours, FrameworkEdition, Glances
from lqf_workshop.library.reference.sheets import Group, Passage, Row, Sheet
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.wording import _

DEVELOPMENT = "mine/development"
"""The key of the sheet that tells of the page."""


class Question(NamedTuple):
    """Something the page asks. ``lines`` is the room for a pen; a short one shares its row."""

    code: str
    name: str
    hint: str
    lines: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class DevelopmentPage:
    """One person's page, on its way to paper. Without a level it is to be filled in by pen.

    ``levels`` and ``dimensions`` are all names there are to tick; ``good`` says what good looks
    like in what the person has chosen; ``words`` are under the codes of the questions.
    """

    levels: tuple[str, ...]
    dimensions: tuple[str, ...]
    level: str = ""
    good: tuple[Passage, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


def questions() -> tuple[Question, ...]:
    """Return what the page asks, in order."""
    return (
        Question("already", _("What I already do"), _("One or two moments from this month."), 3),
        Question("grow", _("One thing I want to grow"), _("Small enough to see in a month."), 2),
        Question("first", _("My first step"), _("Begin with a verb. Within seven days."), 2),
        Question("help", _("Who helps me"), _("Ask them this week."), 1, short=True),
        Question("when", _("By when"), _("A day in your diary."), 1, short=True),
        Question("know", _("How I shall know"), _("What somebody else would notice."), 2),
    )


def empty_page(edition: FrameworkEdition) -> DevelopmentPage:
    """Return the page for a pen."""
    return DevelopmentPage(
        tuple(level.name for level in edition.levels), tuple(d.name for d in edition.dimensions)
    )


def good_in(
    shelf: Shelf, edition: FrameworkEdition, level: str, codes: Sequence[str]
) -> tuple[Passage, ...]:
    """Return what good looks like at a role level in some dimensions, element by element."""
    behaviours, glances = shelf.behaviours(), shelf.glances()
    return tuple(
        _good(edition, code, level, behaviours, glances)
        for code in (d.code for d in edition.dimensions)
        if code in codes
    )


def _good(
    edition: FrameworkEdition, code: str, level: str, behaviours: Behaviours, glances: Glances
) -> Passage:
    dimension = edition.dimension(code)
    rows = (Row(e.name, behaviours.get(e.code, {}).get(level, "")) for e in dimension.elements)
    return Passage(
        code,
        dimension.name,
        glances.get(code, {}).get(level, "") or dimension.plain,
        tuple(row for row in rows if row.text),
        aside=code,
    )


def development_sheet() -> Sheet:
    """Return what the library says of the page."""
    what = Passage(
        "what",
        _("What it is"),
        _(
            "One page about how you lead: what you already do, one thing to grow, and a first "
            "step. Choose your role level and a dimension or two, and see what good looks like."
        ),
    )
    asks = Passage(
        "asks",
        _("What it asks"),
        rows=tuple(Row(question.name, question.hint) for question in questions()),
    )
    nowhere = Passage(
        "nowhere",
        _("Nothing of it is kept"),
        _(
            "Press “Fill it in”, write, and print it. When you close it, your words are gone: "
            "they are in no file and in no list. Or print it empty, for yourself or for "
            "everybody, and use a pen."
        ),
    )
    return Sheet(
        DEVELOPMENT,
        Group.MINE,
        _("My development page"),
        _("For you alone"),
        (what, asks, nowhere),
    )
