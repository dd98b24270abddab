"""What a team explored: cards with their piles and dots, and activities as they were filled in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lqf_workshop.domain.summary import ActivityNotes, CardNotes, Filled, PileNotes
from lqf_workshop.scenes.explored import (
    dots_reading,
    dots_words,
    held_words,
    piled_words,
    piles_title,
    stopped_words,
)
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.canvas_view import CanvasView
from lqf_workshop_ui.pages.results.dots import PileDots
from lqf_workshop_ui.pages.results.listed import Listed
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.read_this_as import ReadThisAs
from lqf_workshop_ui.widgets.surfaces import Surface, hairline
from lqf_workshop_ui.widgets.typed import breakable, typed
from lqf_workshop_ui.widgets.words import words


class ExploredCard(Surface):
    """One card: its situation, where the dots lie, the prompts, and the steps that followed."""

    def __init__(self, card: CardNotes, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 18, 24, 20), spacing=8)
        self.setAccessibleName(card.title)
        self.box.addWidget(typed(card.title, "heading", self))
        self.box.addWidget(typed(card.situation, "muted", self))
        self.piles: list[PileRow] = []
        if card.piles or card.dotted:
            self._add_piles(card, looks)
        for prompt in card.prompts:
            if prompt.notes or prompt.piled:
                self.box.addSpacing(8)
                self.box.addWidget(typed(prompt.prompt, "accent", self))
            if prompt.notes:
                self.box.addWidget(Listed(prompt.notes, self))
            if prompt.piled:
                self.box.addWidget(words(piled_words(prompt.piled), "small", self))
        self.filled = FilledPart(card.filled, looks, self)
        if card.silent:
            self.box.addWidget(words(_("No notes were written."), "small", self))

    def _add_piles(self, card: CardNotes, looks: Looks) -> None:
        self.box.addSpacing(8)
        self.box.addWidget(words(piles_title(card), "accent", self))
        for pile in card.piles:
            if self.piles:
                self.box.addWidget(hairline(self))
            row = PileRow(pile, looks, self)
            self.piles.append(row)
            self.box.addWidget(row)
        if card.dotted:
            self.box.addWidget(ReadThisAs(breakable(dots_reading(card.piles)), self))


class FilledPart:
    """What was filled in, made one canvas at a time: a large team writes hundreds of lines."""

    def __init__(self, filled: Filled, looks: Looks, card: Surface) -> None:
        self._filled = filled
        self._looks = looks
        self._card = card
        self.canvases: list[CanvasView] = []

    @property
    def box(self) -> QBoxLayout:
        """Where the parts belong."""
        return self._card.box

    def parts(self) -> Iterator[QWidget]:
        """Make the canvases, and then the words on what was held back."""
        for canvas in self._filled.canvases:
            view = CanvasView(canvas, self._looks, self._card)
            self.canvases.append(view)
            yield view
        for name in self._filled.held_back:
            yield typed(held_words(name), "small", self._card)


class PileRow(QWidget):
    """A pile: its name and its dots, and the answers on it; an answer may stand by itself."""

    def __init__(self, pile: PileNotes, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name, notes = (pile.name, pile.notes) if pile.name else (pile.notes[0], ())
        self.setAccessibleName(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        row = QHBoxLayout()
        row.setSpacing(16)
        bold = bool(pile.name) or pile.most
        row.addWidget(typed(name, "strong" if bold else "", self), 1)
        self.dots: PileDots | None = None
        if pile.dots is not None:
            self.dots = PileDots(pile.dots, looks, self)
            row.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignVCenter)
            told = words(dots_words(pile.dots), "strong" if pile.most else "muted", self)
            told.setFixedWidth(72)
            row.addWidget(told)
        box.addLayout(row)
        if notes:
            box.addWidget(Listed(notes, self))


class ExploredActivity(Surface):
    """One activity as it was filled in.

    ``asked_print`` says at which step it stands, and whether it is wanted in large print.
    """

    asked_print = Signal(int, bool)

    def __init__(self, told: ActivityNotes, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 18, 24, 22), spacing=8)
        self.setAccessibleName(told.name)
        self._step_id = told.step_id
        row = QHBoxLayout()
        row.setSpacing(16)
        if told.dimension is not None:
            subject = told.dimension
            badge = DimensionBadge(subject.mark, subject.name, looks, self)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(3)
        names.addWidget(typed(told.name, "heading", self))
        if told.issue:
            names.addWidget(typed(_("Our issue: {0}").format(told.issue), "muted", self))
        if told.stopped:
            names.addWidget(words(stopped_words(), "muted", self))
        names.addStretch(1)
        row.addLayout(names, 1)
        self.print_button, self.large_button = self._buttons(told.name)
        for made in (self.large_button, self.print_button):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(row)
        self.filled = FilledPart(told.filled, looks, self)

    def _buttons(self, name: str) -> tuple[QPushButton, QPushButton]:
        hint, large_hint = _("Print “{0}”"), _("Print “{0}” in large print")
        plain = button(_("Print"), self._print, parent=self, hint=hint.format(name))
        large = button(
            _("Large print"),
            self._print_large,
            kind="quiet",
            parent=self,
            hint=large_hint.format(name),
        )
        return plain, large

    @Slot()
    def _print(self) -> None:
        self.asked_print.emit(self._step_id, False)

    @Slot()
    def _print_large(self) -> None:
        self.asked_print.emit(self._step_id, True)
