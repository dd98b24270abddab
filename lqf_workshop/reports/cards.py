"""Scenario cards on paper: a page each, four to a page to cut out, or in large print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.reports.card_pages import card_pages
from lqf_workshop.reports.card_quarters import card_quarters
from lqf_workshop.reports.page import Cancelled, Label, bound
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole


class CardForm(Enum):
    """How cards are printed."""

    PAGE = "page"
    QUARTER = "quarter"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class CardPaper:
    """Cards to print, and how; ``names`` are those of dimensions, role levels and ideas by code.

    ``deck`` is the name at the head of each page. It is on the pages only: the file says nothing
    of itself that somebody typed.
    """

    cards: tuple[ScenarioCard, ...]
    form: CardForm
    deck: str = ""
    names: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def title(self) -> str:
        """Name the paper, for its window and its file."""
        return {
            CardForm.PAGE: _("Scenario cards"),
            CardForm.QUARTER: _("Scenario cards to cut out"),
            CardForm.LARGE: _("Scenario cards, large print"),
        }[self.form]

    @property
    def two_sided(self) -> bool:
        """Whether every second page is the back of the one before."""
        return self.form is CardForm.QUARTER

    @property
    def note(self) -> str:
        """Say what to choose in the printer's own dialog; empty where nothing matters."""
        if not self.two_sided:
            return ""
        return _(
            "Print on both sides and choose “flip on long edge”, at 100 % size. "
            "Then cut along the broken lines: each back belongs to its front."
        )

    def write(
        self,
        target: BinaryIO | Path,
        *,
        printed_on: date | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Write the PDF; a file at a path is written whole or not at all.

        No word is cut off: what needs more room is set smaller, down to a size that can still
        be read, and then goes on to a next page or card. Nothing is written once ``cancelled``
        says yes. Raises WorkshopProblem when there is no card, or the disk refuses the file.
        """
        if not self.cards:
            raise WorkshopProblem(_("There is no card to print. Choose at least one."))
        subject = _("Scenario cards")
        label = Label(self.title, subject, printed_on or date.today(), two_sided=self.two_sided)
        try:
            if self.form is CardForm.QUARTER:
                content = card_quarters(self.cards, self.deck, label, cancelled)
            else:
                large = self.form is CardForm.LARGE
                pages = card_pages(self.cards, self.deck, self.names, label, large, cancelled)
                content = bound(pages, label, cancelled)
        except Cancelled:
            return
        write_whole(content, target)


def card_names(shelf: Shelf) -> dict[str, str]:
    """Return the names that a printed card uses: of dimensions, role levels and ideas."""
    edition = shelf.edition("lqf-classic")
    names = {idea.code: idea.name for idea in shelf.ideas(Family.TAXONOMY)}
    if edition is None:
        return names
    dimensions = {dimension.code: dimension.name for dimension in edition.dimensions}
    levels = {level.code: level.name for level in edition.levels}
    return names | dimensions | levels
