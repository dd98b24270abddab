"""The words and tags of one card; whatever is typed or ticked saves itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.domain.card_rules import (
    LONGEST_SITUATION,
    MOST_PROMPTS,
)
from lqf_workshop.domain.framework import Dimension, Idea, RoleLevel
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.decks.tag_ticks import ElementTicks, Ticks
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.growing_text import GrowingText
from lqf_workshop_ui.widgets.saved_text import SavedLine, SavedText
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

ONE_LINE_HIGH = 42
Save = Callable[[ScenarioCard, ScenarioCard | None], None]
"""Stores a card: while it is typed, or as a finished change that began with another."""


def _text_of(card: ScenarioCard, name: str) -> str:
    value = getattr(card, name)
    return value if isinstance(value, str) else "\n".join(value)


def _said(control: SavedLine | SavedText) -> str:
    return control.text() if isinstance(control, SavedLine) else control.toPlainText()


def _with_text(card: ScenarioCard, name: str, text: str) -> ScenarioCard:
    several = isinstance(getattr(card, name), tuple)
    changed: dict[str, Any] = {name: tuple(text.split("\n")) if several else text}
    return replace(card, **changed)


class CardForm(QWidget):
    """Shows a card and lets it be changed, or only read.

    ``saved`` whenever something is on disk. A field that is refused says why, keeps its words
    and holds ``flush`` back.
    """

    saved = Signal()

    def __init__(
        self,
        type_card: Callable[[ScenarioCard], None],
        keep_card: Save,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._type, self._keep, self._looks = type_card, keep_card, looks
        self._card: ScenarioCard | None = None
        self._before: ScenarioCard | None = None
        self._showing = False
        self.elements: ElementTicks | None = None
        self.levels: Ticks | None = None
        self.ideas: Ticks | None = None
        self._words = Surface("card", self, margins=(20, 16, 20, 20), spacing=12)
        self._tags = Surface("card", self, margins=(20, 16, 20, 18), spacing=6)
        self.title = SavedLine(partial(self._save, "title"), _("Title"), self._words)
        self.texts: dict[str, GrowingText] = {}
        self.fields: dict[str, Field] = {}
        self._make_fields()
        self.tag_problem = words("", "problem", self._tags)
        self.tag_problem.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 24)
        box.setSpacing(14)
        box.addWidget(self._words)
        box.addWidget(self._tags)
        box.addStretch(1)

    def _make_fields(self) -> None:
        self._add("title", _("Title"), self.title, "")
        for name, label, hint, smallest in (
            (
                "situation",
                _("The situation"),
                _("What happens, for the room to read. At most {0} characters.").format(
                    LONGEST_SITUATION
                ),
                88,
            ),
            ("involved", _("Who is in it"), _("One on each line."), ONE_LINE_HIGH),
            (
                "prompts",
                _("Questions"),
                _("One on each line, at most {0}. The room sees one at a time.").format(
                    MOST_PROMPTS
                ),
                88,
            ),
            ("read_aloud", _("Read aloud"), _("What you say when the card comes up."), 64),
            ("watch_for", _("Watch for"), _("Only for whoever leads the talk."), 64),
        ):
            text = GrowingText(partial(self._save, name), label, self._words, smallest=smallest)
            self.texts[name] = text
            self._add(name, label, text, hint)

    def _add(self, name: str, label: str, control: SavedLine | SavedText, hint: str) -> None:
        field = Field(label, control, self._words, hint=hint)
        self.fields[name] = field
        self._words.box.addWidget(field)
        control.saver.saved.connect(partial(self._accept, name))
        control.saver.refused.connect(field.complain)
        if isinstance(control, SavedLine):
            control.editingFinished.connect(self._finish)
        else:
            control.left.connect(self._finish)

    def offer_tags(
        self,
        dimensions: tuple[Dimension, ...],
        levels: tuple[RoleLevel, ...],
        ideas: tuple[Idea, ...],
    ) -> None:
        """Offer what a card can be about; once."""
        if self.elements is not None:
            return
        self.elements = ElementTicks(dimensions, self._looks, self._tags)
        self.levels = Ticks(
            _("Role levels"), [(level.code, level.name) for level in levels], self._tags
        )
        self.ideas = Ticks(
            _("Ways of working"), [(idea.code, idea.name) for idea in ideas], self._tags
        )
        parts: tuple[tuple[str, str, ElementTicks | Ticks], ...] = (
            ("elements", _("What it is about"), self.elements),
            ("levels", _("For whom it fits best"), self.levels),
            ("ideas", _("Ways of working it goes with"), self.ideas),
        )
        for n, (name, label, ticks) in enumerate(parts):
            if n:
                self._tags.box.addSpacing(10)
            self._tags.box.addWidget(words(label, "heading", self._tags))
            self._tags.box.addWidget(ticks)
            ticks.changed.connect(partial(self._tick, name, ticks))
        self._tags.box.addWidget(self.tag_problem)

    # Showing

    def show_card(self, card: ScenarioCard, *, editable: bool, fresh: bool) -> None:
        """Show a card. One that is shown already keeps the words being typed unless ``fresh``."""
        other = self._card is None or self._card.code != card.code
        self._card = card
        if other or fresh or self._before is None:
            self._before = card
        else:
            self._before = replace(self._before, number=card.number)
        self._showing = True
        for name, control in self._controls():
            text = _text_of(card, name)
            if other or (fresh and not control.saver.waiting):
                control.saver.accept(_said(control))
                control.replace_text(text)
                self.fields[name].complain("")
            else:
                control.show_text(text)
            control.setReadOnly(not editable)
        for tick_name, ticks in self._ticks():
            ticks.show_codes(getattr(card, tick_name))
            ticks.setEnabled(editable)
        self._showing = False

    def _controls(self) -> list[tuple[str, SavedLine | SavedText]]:
        return [("title", self.title), *self.texts.items()]

    def _ticks(self) -> list[tuple[str, ElementTicks | Ticks]]:
        found = (("elements", self.elements), ("levels", self.levels), ("ideas", self.ideas))
        return [(name, ticks) for name, ticks in found if ticks is not None]

    # Saving

    def flush(self) -> bool:
        """Save what is typed; say whether everything is on disk."""
        for _name, control in self._controls():
            control.saver.flush()
        self._finish()
        waiting = [name for name, control in self._controls() if control.saver.waiting]
        if waiting:
            self.fields[waiting[0]].control.setFocus()
        return not waiting

    def _save(self, name: str, text: str) -> None:
        if self._card is not None:
            card = _with_text(self._card, name, text)
            self._type(card)
            self._card = card

    @Slot()
    def _finish(self) -> None:
        """Make what was typed one change that can be taken back."""
        before, card = self._before, self._card
        if before is None or card is None or before == card or self._showing:
            return
        self._before = card
        self._keep(card, before)

    def _accept(self, name: str) -> None:
        self.fields[name].complain("")
        self.saved.emit()

    def _tick(self, name: str, ticks: ElementTicks | Ticks) -> None:
        if self._card is None:
            return
        self._finish()
        ticked: dict[str, Any] = {name: ticks.codes}
        sentence, card = "", replace(self._card, **ticked)
        try:
            self._keep(card, None)
        except WorkshopProblem as problem:
            sentence = str(problem)
            ticks.show_codes(getattr(self._card, name))
        else:
            self._card = self._before = card
            self.saved.emit()
        self.tag_problem.setText(sentence)
        self.tag_problem.setVisible(bool(sentence))
