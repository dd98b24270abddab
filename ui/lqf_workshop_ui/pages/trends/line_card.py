"""One dimension of a team over time: what may be said, the picture, and the figures on request."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.rating import SCALE
from lqf_workshop.domain.trend import TrendLine, TrendPoint
from lqf_workshop.scenes import movements, trend_faces
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.disclosure import Disclosure
from lqf_workshop_ui.widgets.read_this_as import FiguresPanel, ReadThisAs
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.trend_dots import TrendDots
from lqf_workshop_ui.widgets.words import words

OWN_WIDTH = 216


class LineCard(Surface):
    """The finding with the team's own answer beside it, and under both every vote as a dot."""

    def __init__(self, line: TrendLine, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 10), spacing=12)
        self.setAccessibleName(line.subject.name)
        shift = line.latest
        self.finding = LineFinding(line, looks, self)
        self.own = OwnAnswer(line.points[-1], self)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self.finding, 1)
        top.addWidget(self.own, 0, Qt.AlignmentFlag.AlignTop)
        self.own.setVisible(shift is not None)
        self.box.addLayout(top)
        self.dots = TrendDots(
            trend_faces.faces(line),
            SCALE,
            line.subject.mark,
            _("Votes over time as dots"),
            trend_faces.points_in_words(line),
            looks,
            self,
        )
        self.box.addWidget(self.dots)
        self.reading = ReadThisAs(movements.reading(shift), self)
        self.box.addWidget(self.reading)
        if shift is not None:
            panel = FiguresPanel(movements.figures(shift), movements.no_figures(), self)
            self.figures = Disclosure(_("The figures behind it"), panel, looks, self)
            self.box.addWidget(self.figures)
        else:
            self.box.addSpacing(10)


class LineFinding(QWidget):
    """Badge, name, and what may be said about the last two votes."""

    def __init__(self, line: TrendLine, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        badge = DimensionBadge(line.subject.mark, line.subject.name, looks, self, side=52)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(3)
        name = words(line.subject.short_name, "heading", self)
        name.setToolTip(line.subject.name)
        self.headline = words(movements.headline(line.latest), "accent", self)
        self.middle = words(movements.middles(line), "strong", self)
        self.span = words(movements.span_words(line), "small", self)
        for label in (name, self.headline, self.middle, self.span):
            column.addWidget(label)
        row.addLayout(column, 1)


class OwnAnswer(Surface):
    """What the team said itself at the latest of the meetings, as counts of hands."""

    def __init__(self, point: TrendPoint, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent, margins=(0, 0, 0, 0), spacing=3)
        self.setProperty("surface", "")
        self.setFixedWidth(OWN_WIDTH)
        self.box.addWidget(words(_("The team’s own answer"), "label", self))
        said = movements.felt_words(point.felt)
        self.answer = words(said or _("Not asked"), "strong" if said else "muted", self)
        self.box.addWidget(self.answer)
        told = _("Better, the same or worse than last time, by hands")
        self.box.addWidget(words(told, "small", self))
