"""Where the rated dimensions stand: low or high, agreed or not, each place in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from lqf_workshop.domain.focus import Placing, Quadrant
from lqf_workshop.domain.subject import Subject
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.scenes.build import quadrant_words
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.section import Section
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

GRID = ((Quadrant.KEEP, Quadrant.REACH), (Quadrant.FIX, Quadrant.EXPLORE))
LOW = (Quadrant.FIX, Quadrant.EXPLORE)


class FocusPart(Section):
    """The four places with the dimensions in them, and what the team picked."""

    def __init__(
        self, summary: WorkshopSummary, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Where our time helps most"), parent)
        known = {r.subject.code: r.subject for r in summary.results}
        grid = QGridLayout()
        grid.setSpacing(12)
        for row, places in enumerate(GRID):
            for column, quadrant in enumerate(places):
                placed = [p for p in summary.placed if p.quadrant is quadrant]
                cell = QuadrantCard(quadrant, placed, known, summary.picks, looks, self)
                grid.addWidget(cell, row, column)
                grid.setColumnStretch(column, 1)
        self.box.addLayout(grid)
        self.picked = words(_picked(summary.picks, known), "strong", self)
        self.box.addWidget(self.picked)


class QuadrantCard(Surface):
    """One place of the grid."""

    def __init__(
        self,
        quadrant: Quadrant,
        placed: Sequence[Placing],
        known: Mapping[str, Subject],
        picks: Sequence[str],
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        kind = "warm" if quadrant in LOW else "card"
        super().__init__(kind, parent, margins=(20, 14, 20, 16), spacing=8)
        title, line = quadrant_words(quadrant)
        self.setAccessibleName(title)
        self.box.addWidget(words(title, "heading", self))
        self.box.addWidget(words(_place_words(quadrant).format(line), "muted", self))
        for placing in placed:
            subject = known[placing.subject]
            self.box.addLayout(self._named(subject, subject.code in picks, looks))
        if not placed:
            self.box.addWidget(words(_("None here"), "small", self))
        self.box.addStretch(1)

    def _named(self, subject: Subject, picked: bool, looks: Looks) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(DimensionBadge(subject.mark, subject.name, looks, self, side=28))
        text = subject.short_name
        if picked:
            text = _("{0}: our pick").format(text)
        row.addWidget(words(text, "strong", self), 1, Qt.AlignmentFlag.AlignVCenter)
        return row


def _place_words(quadrant: Quadrant) -> str:
    return {
        Quadrant.FIX: _("Low, and we agree. {0}."),
        Quadrant.EXPLORE: _("Low, and we differ. {0}"),
        Quadrant.KEEP: _("High, and we agree. {0}."),
        Quadrant.REACH: _("High, and we differ. {0}"),
    }[quadrant]


def _picked(picks: Sequence[str], known: Mapping[str, Subject]) -> str:
    names = [known[code].short_name for code in picks if code in known]
    if not names:
        return _("Nothing was picked for the team’s time.")
    return _("We chose to spend our time on {0}.").format(_(" and ").join(names))
