"""The results as pictures and words, one part below the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.dimension_card import DimensionCard
from lqf_workshop_ui.pages.results.focus_part import FocusPart
from lqf_workshop_ui.pages.results.parts import (
    ActionsPart,
    CardsPart,
    ClosePart,
    StrengthsPart,
    TalksPart,
    has_close,
)
from lqf_workshop_ui.pages.results.section import Section
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class Pictures(QWidget):
    """Everything a summary holds, to scroll through."""

    def __init__(
        self, summary: WorkshopSummary, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.parts: list[QWidget] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(40, 8, 32, 40)
        box.setSpacing(28)
        for part in self._make(summary, looks):
            box.addWidget(part)
            self.parts.append(part)
        box.addStretch(1)

    def _make(self, summary: WorkshopSummary, looks: Looks) -> Iterator[QWidget]:
        """Build the parts that have something to say; paper has them in the same order."""
        names = {r.dimension.code: r.dimension.short_name for r in summary.results}
        today = summary.printed_on
        if summary.results:
            yield RatingsPart(summary, looks, self)
        if summary.placed:
            yield FocusPart(summary, looks, self)
        if summary.cards:
            yield CardsPart(summary.cards, self)
        if summary.talks:
            yield TalksPart(summary.talks, self)
        if summary.strengths or summary.stories:
            yield StrengthsPart(summary, self)
        if summary.actions:
            agreed = _("What we agreed")
            yield ActionsPart(agreed, summary.actions, names, today, looks, self)
        if summary.last_actions:
            before = _("What became of last time’s actions")
            yield ActionsPart(before, summary.last_actions, names, today, looks, self)
        if has_close(summary):
            yield ClosePart(summary, self)


class RatingsPart(Section):
    """A card for each rated dimension; those still to come are named below."""

    def __init__(
        self, summary: WorkshopSummary, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("How we rated ourselves"), parent, spacing=14)
        self.cards = [
            DimensionCard(result, summary.scale_words, looks, self) for result in summary.rated
        ]
        if not summary.edition_complete:
            self.box.addWidget(words(_edition_note(), "muted", self))
        for card in self.cards:
            self.box.addWidget(card)
        waiting = _waiting(summary)
        if waiting:
            surface = Surface("card", self, margins=(24, 14, 24, 16), spacing=4)
            for text in waiting:
                surface.box.addWidget(words(text, "", surface))
            self.box.addWidget(surface)


def _edition_note() -> str:
    return _(
        "Of this edition we use the names only. Its results are never compared with those of "
        "another edition."
    )


def _waiting(summary: WorkshopSummary) -> list[str]:
    """Say which dimensions have no result yet, and which are being voted on right now."""
    voting = [r.dimension.short_name for r in summary.results if r.voting and not r.rounds]
    unrated = [r.dimension.short_name for r in summary.results if not r.rounds and not r.voting]
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
