"""The results as pictures and words, one part below the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.dimension_card import DimensionCard
from lqf_workshop_ui.pages.results.explored_part import (
    ExploredActivity,
    ExploredCard,
    FilledPart,
)
from lqf_workshop_ui.pages.results.focus_part import FocusPart
from lqf_workshop_ui.pages.results.parts import (
    ActionsPart,
    ClosePart,
    StrengthsPart,
    TalksPart,
    has_close,
)
from lqf_workshop_ui.pages.results.section import Section
from lqf_workshop_ui.pages.results.skills_part import SkillsPart
from lqf_workshop_ui.pages.results.taken_part import TakenPart
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

AT_ONCE_MILLISECONDS = 30
"""How long one turn of building may hold up the screen."""


class Pictures(QWidget):
    """Everything a summary holds, to scroll through.

    The first cards are there at once. The rest is built while the person begins to read, and
    put below them when it is whole, so that nothing moves under their eyes. ``asked_print``
    says at which step an activity stands, and whether it is wanted in large print.
    """

    asked_print = Signal(int, bool)

    def __init__(
        self, summary: WorkshopSummary, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._summary = summary
        self._looks = looks
        self.cards: list[DimensionCard] = []
        self.explored: list[ExploredCard] = []
        self.activities: list[ExploredActivity] = []
        self._aside: list[tuple[QBoxLayout, QWidget]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(40, 8, 32, 40)
        self._box.setSpacing(28)
        self._box.addStretch(1)
        self._steps = self._make()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._build_some)
        self._build_some()
        self._put_down()

    def finish(self) -> None:
        """Build all the rest now."""
        self._later.stop()
        for _part in self._steps:
            pass
        self._put_down()

    @Slot()
    def _build_some(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        for _part in self._steps:
            if clock.hasExpired(AT_ONCE_MILLISECONDS):
                self._later.start()
                return
        self._put_down()

    def _put_down(self) -> None:
        """Put what is built into its place, all at once."""
        for box, part in self._aside:
            before_stretch = int(box is self._box)
            box.insertWidget(box.count() - before_stretch, part)
        for _box, part in reversed(self._aside):
            part.show()
        if self._aside and self.isVisible():
            self.adjustSize()
        self._aside.clear()

    def _make(self) -> Iterator[QWidget]:
        """Build the parts that have something to say; paper has them in the same order."""
        if self._summary.results:
            yield from self._make_ratings()
        for part in self._make_findings(self._summary):
            self._aside.append((self._box, part))
            yield part
        if self._summary.cards or self._summary.activities:
            yield from self._make_explored()
        for part in self._make_rest(self._summary):
            self._aside.append((self._box, part))
            yield part

    def _make_ratings(self) -> Iterator[QWidget]:
        """A card for each rated dimension; those still to come are named below."""
        summary = self._summary
        part = Section(_("How we rated ourselves"), self, spacing=14)
        if not summary.edition_complete:
            part.box.addWidget(words(_edition_note(), "muted", part))
        self._aside.append((self._box, part))
        for result in summary.rated:
            levels = dict(summary.levels)
            card = DimensionCard(result, summary.scale_words, self._looks, part, levels=levels)
            self._aside.append((part.box, card))
            self.cards.append(card)
            yield card
        waiting = _waiting(summary)
        if waiting:
            surface = Surface("card", part, margins=(24, 14, 24, 16), spacing=4)
            for text in waiting:
                surface.box.addWidget(words(text, "", surface))
            self._aside.append((part.box, surface))

    def _make_findings(self, summary: WorkshopSummary) -> Iterator[QWidget]:
        """What the votes led to: the focus, and how sure the team is of its skills."""
        if summary.placed:
            yield FocusPart(summary, self._looks, self)
        for one in summary.skills:
            yield SkillsPart(one, summary.sureness, self._looks, self)

    def _make_explored(self) -> Iterator[QWidget]:
        """The cards and then the activities, one by one: each may hold a great many words."""
        part = Section(_("What we explored"), self)
        self._aside.append((self._box, part))
        for card in self._summary.cards:
            shown = ExploredCard(card, self._looks, part)
            self.explored.append(shown)
            self._aside.append((part.box, shown))
            yield shown
            yield from self._make_filled(shown.filled)
        for told in self._summary.activities:
            activity = ExploredActivity(told, self._looks, part)
            activity.asked_print.connect(self.asked_print)
            self.activities.append(activity)
            self._aside.append((part.box, activity))
            yield activity
            yield from self._make_filled(activity.filled)

    def _make_filled(self, filled: FilledPart) -> Iterator[QWidget]:
        for part in filled.parts():
            self._aside.append((filled.box, part))
            yield part

    def _make_rest(self, summary: WorkshopSummary) -> Iterator[QWidget]:
        names = {r.subject.code: r.subject.short_name for r in summary.results}
        today, looks = summary.printed_on, self._looks
        if summary.talks:
            yield TalksPart(summary.talks, self)
        if summary.strengths or summary.stories:
            yield StrengthsPart(summary, self)
        if summary.actions:
            agreed = _("What we agreed")
            yield ActionsPart(agreed, summary.actions, names, today, looks, self)
        if summary.taken:
            yield TakenPart(summary.taken, self)
        if summary.last_actions:
            before = _("What became of last time’s actions")
            yield ActionsPart(before, summary.last_actions, names, today, looks, self)
        if has_close(summary):
            yield ClosePart(summary, self)


def anything_in(summary: WorkshopSummary) -> bool:
    """Whether a workshop has come to anything that can be shown."""
    voted = summary.rated or summary.skills
    explored = summary.cards or summary.activities
    parts = (voted, explored, summary.talks, summary.strengths, summary.stories)
    return any(parts) or bool(summary.actions or summary.last_actions) or has_close(summary)


def _edition_note() -> str:
    return _(
        "Of this edition we use the names only. Its results are never compared with those of "
        "another edition."
    )


def _waiting(summary: WorkshopSummary) -> list[str]:
    """Say which dimensions have no result yet, and which are being voted on right now."""
    voting = [r.subject.short_name for r in summary.results if r.voting and not r.rounds]
    unrated = [r.subject.short_name for r in summary.results if not r.rounds and not r.voting]
    found = []
    if voting:
        found.append(
            _("Voting is open on {0}. The votes stay hidden until they are revealed.").format(
                ", ".join(voting)
            )
        )
    if unrated:
        found.append(_("Not rated yet: {0}.").format(", ".join(unrated)))
    return found
