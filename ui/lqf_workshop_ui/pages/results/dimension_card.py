"""One dimension's result: its picture, what it says in words, and the figures on request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.subject import Subject
from lqf_workshop.domain.summary import SubjectResult
from lqf_workshop.scenes import findings
from lqf_workshop.scenes.rating import quoted
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.reading import figures, no_figures, reading
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.disclosure import Disclosure
from lqf_workshop_ui.widgets.read_this_as import FiguresPanel, ReadThisAs
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.vote_dots import VoteDots
from lqf_workshop_ui.widgets.words import words

WORDS_WIDTH = 300
NO_LEVELS: Mapping[str, str] = {}


class DimensionCard(Surface):
    """A rated dimension: badge and finding at the left, the dots at the right."""

    def __init__(
        self,
        result: SubjectResult,
        scale_words: Sequence[str],
        looks: Looks,
        parent: QWidget | None = None,
        *,
        levels: Mapping[str, str] = NO_LEVELS,
    ) -> None:
        """Show a result on its scale; ``levels`` are the names of role levels by code."""
        super().__init__("card", parent, margins=(24, 20, 24, 10), spacing=10)
        self.setAccessibleName(result.subject.name)
        self.finding = Finding(result.subject, result.rounds, looks, self)
        self.dots = VoteDots(result.rounds, scale_words, result.subject.mark, looks, self)
        top = QHBoxLayout()
        top.setSpacing(28)
        top.addWidget(self.finding)
        top.addWidget(self.dots, 1, Qt.AlignmentFlag.AlignBottom)
        self.box.addLayout(top)
        self.reading = ReadThisAs(reading(result.rounds, scale_words), self)
        self.box.addWidget(self.reading)
        if result.voting:
            self.box.addWidget(words(_("A second vote is open and stays hidden until its reveal.")))
        said = (*result.heard, *(quoted(text) for text in result.quotes))
        if said:
            self.box.addWidget(Heard(said, self))
        if result.rounds[-1].by_level:
            shown = ByLevel(result, scale_words, levels, looks, self)
            self.by_level = Disclosure(_("By role"), shown, looks, self)
            self.box.addWidget(self.by_level)
        self.figures = Disclosure(
            _("The figures behind it"),
            FiguresPanel(figures(result.rounds[-1].tally), no_figures(), self),
            looks,
            self,
        )
        self.figures.setVisible(bool(result.rounds[-1].tally.rated))
        self.box.addWidget(self.figures)


class Finding(QWidget):
    """Who and what: the badge, the name, the finding, the middle vote and the turnout."""

    def __init__(
        self,
        subject: Subject,
        rounds: Sequence[RevealedRound],
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(WORDS_WIDTH)
        tally = rounds[-1].tally
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        badge = DimensionBadge(subject.mark, subject.name, looks, self, side=52)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(3)
        name = words(subject.short_name, "heading", self)
        name.setToolTip(subject.name)
        column.addWidget(name)
        self.spread = words(findings.spread_label(tally), "accent", self)
        column.addWidget(self.spread)
        middle = findings.middle_and_before(rounds)
        self.middle = words(_("Middle vote {0}").format(middle), "strong", self)
        self.middle.setVisible(bool(tally.rated))
        column.addWidget(self.middle)
        self.turnout = words(findings.turnout(rounds[-1]), "small", self)
        column.addWidget(self.turnout)
        column.addStretch(1)
        row.addLayout(column, 1)


class Heard(QWidget):
    """What was said about the votes, in the words it was typed."""

    def __init__(self, heard: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 0, 18, 0)
        box.setSpacing(4)
        box.addWidget(words(_("What we heard"), "label", self))
        for text in heard:
            box.addWidget(typed(text, "", self))


class ByLevel(QWidget):
    """The latest vote by role level, each a small picture; groups under five are not told."""

    def __init__(
        self,
        result: SubjectResult,
        scale_words: Sequence[str],
        levels: Mapping[str, str],
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        latest = result.rounds[-1]
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 4, 18, 10)
        box.setSpacing(10)
        for code, tally in latest.by_level:
            row = QHBoxLayout()
            row.setSpacing(20)
            name = words(levels.get(code, code), "strong", self)
            numbers = words(findings.level_numbers(tally), "small", self)
            said = QVBoxLayout()
            said.addWidget(name)
            said.addWidget(numbers)
            said.addStretch(1)
            row.addLayout(said, 1)
            one = RevealedRound(latest.subject, latest.number, tally, tally.voters)
            row.addWidget(VoteDots((one,), scale_words, result.subject.mark, looks, self), 2)
            box.addLayout(row)
        told = _("Only roles of five people or more are shown, and only where the rest is as many.")
        box.addWidget(words(told, "small", self))
