"""How sure the team was of its skills on one issue, and what it will practise."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.framework import Scale
from lqf_workshop.domain.summary import SkillsResult
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.dimension_card import DimensionCard
from lqf_workshop_ui.pages.results.section import Section, paragraphs
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class SkillsPart(Section):
    """A card for each skill that was voted on, then where the team felt least sure."""

    def __init__(
        self,
        told: SkillsResult,
        sureness: Scale | None,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("How sure we are of our skills"), parent, spacing=14)
        if told.issue:
            self.box.addWidget(words(_("On “{0}”").format(told.issue), "muted", self))
        names = sureness.words if sureness else ("",) * 5
        self.cards = [
            DimensionCard(result, names, looks, self) for result in told.results if result.rounds
        ]
        for card in self.cards:
            self.box.addWidget(card)
        least = [r.subject.short_name for r in told.results if r.subject.code in told.lowest]
        surface = Surface("soft", self, margins=(24, 14, 24, 16), spacing=6)
        if least:
            said = _("We feel least sure here: {0}.").format(", ".join(least))
            surface.box.addWidget(words(said, "strong", surface))
        if told.pledges:
            surface.box.addWidget(words(_("What we will practise"), "label", surface))
            surface.box.addWidget(paragraphs(told.pledges, surface))
        surface.setVisible(bool(least or told.pledges))
        self.box.addWidget(surface)
