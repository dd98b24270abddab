"""The right of the page of decks: one card, its buttons and its form."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lqf_workshop.domain.card_rules import card_problems
from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.scenario import Deck, DeckCard, ScenarioCard
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.decks.card_facts import CardFacts
from lqf_workshop_ui.pages.decks.card_form import CardForm
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.page_scroll import PageColumn
from lqf_workshop_ui.widgets.saved_text import saved_words
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import line, words


class CardEditor(QWidget):
    """Shows the chosen card; ``made`` carries the deck and code of a copy to be looked at."""

    made = Signal(str, str)

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._looks, self._problems = services, looks, problems
        self._held: DeckCard | None = None
        self._targets: tuple[Deck, ...] = ()
        self.place = line("", "small", self)
        self.saved = line("", "accent", self)
        self.copy_button = button(_("Copy as mine"), kind="primary", parent=self)
        self.copy_menu = QMenu(self)
        self.duplicate_button = button(_("Duplicate"), self.duplicate, parent=self)
        self.notice = Notice(self)
        self.column = PageColumn(self)
        self.form = CardForm(self._type, self._keep, looks, self.column.content)
        self.facts = CardFacts(self.column.content)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 40, 0)
        head.setSpacing(10)
        head.addWidget(self.place, 1)
        head.addWidget(self.saved)
        for made in (self.copy_button, self.duplicate_button):
            head.addWidget(made)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 40, 0)
        above.addWidget(self.notice)
        self.column.column.setSpacing(0)
        self.column.column.addWidget(self.form)
        self.column.column.addWidget(self.facts)
        self.column.column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(head)
        box.addLayout(above)
        box.addWidget(self.column, 1)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self._ask_copy)
        self.form.saved.connect(self._tell_saved)
        self.facts.asked_off.connect(self._take_fact_off)

    # Showing

    @property
    def held(self) -> DeckCard | None:
        """The card on show with its deck."""
        return self._held

    def go_in(self) -> None:
        """Take the keyboard to where the card is changed, or copied if it cannot be."""
        if self._held is None:
            return
        if self._held.deck.own:
            self.form.title.setFocus()
        else:
            self.copy_button.setFocus()

    def show_card(self, held: DeckCard | None, own: tuple[Deck, ...], *, fresh: bool) -> None:
        """Show a card of a deck; copies can go into ``own`` decks."""
        other = held is None or self._held is None or held.key != self._held.key
        self._held, self._targets = held, own
        self.setVisible(held is not None)
        if held is None:
            return
        edition = self._services.shelf.edition("lqf-classic")
        if edition is not None:
            ideas = self._services.shelf.ideas(Family.TAXONOMY)
            self.form.offer_tags(edition.dimensions, edition.levels, ideas)
        if other:
            self.saved.clear()
            self.column.verticalScrollBar().setValue(0)
        mine = held.deck.own
        self.place.setText(_("Card {0} of {1}").format(held.card.number, len(held.deck.cards)))
        self.copy_button.setVisible(not mine)
        self.duplicate_button.setVisible(mine)
        self.form.show_card(held.card, editable=mine, fresh=fresh or other)
        self.facts.show_facts(held.card.facts, editable=mine)
        self._show_notice(held)

    def _show_notice(self, held: DeckCard) -> None:
        if not held.deck.own:
            self.notice.say(
                _("This card came with the app."), _("Copy it, and change the copy as you like.")
            )
            return
        missing = card_problems(held.card)
        if missing:
            told = " ".join(dict.fromkeys(problem.sentence for problem in missing))
            self.notice.say(_("Not finished: this card is not offered to a workshop yet."), told)
        else:
            self.notice.say("", "")

    @Slot()
    def _tell_saved(self) -> None:
        self.saved.setText(saved_words())

    # Acting

    def flush(self) -> bool:
        """Save what is typed; say whether everything is on disk."""
        return self._held is None or self.form.flush()

    def _type(self, card: ScenarioCard) -> None:
        assert self._held is not None
        self._services.decks.type_card(self._held.deck.code, card)

    def _keep(self, card: ScenarioCard, before: ScenarioCard | None) -> None:
        assert self._held is not None
        self._services.decks.keep_card(self._held.deck.code, card, before)

    @Slot(int)
    def _take_fact_off(self, place: int) -> None:
        if self._held is None or not self.flush():
            return
        card = self._held.card
        facts = tuple(fact for n, fact in enumerate(card.facts) if n != place)
        self._problems.attempt(lambda: self._keep(replace(card, facts=facts), None))

    @Slot()
    def _ask_copy(self) -> None:
        """Copy at once where there is no choice, else ask for the deck."""
        if len(self._targets) < 2:
            self.copy(self._targets[0].code if self._targets else "")
            return
        self.copy_menu.clear()
        for deck in self._targets:
            self.copy_menu.addAction(
                _("Into “{0}”").format(deck.name), partial(self.copy, deck.code)
            )
        self.copy_menu.popup(self.copy_button.mapToGlobal(self.copy_button.rect().bottomLeft()))

    def copy(self, to: str) -> None:
        """Copy the card into an own deck, or a new one where that is empty."""
        held = self._held
        if held is None:
            return

        def go() -> None:
            self.made.emit(*self._services.decks.copy_card(*held.key, to))
            self._problems.tell(_("This is your copy. Change it as you like."))

        self._problems.attempt(go)

    @Slot()
    def duplicate(self) -> None:
        """Put a second one behind the card and look at it."""
        held = self._held
        if held is None or not held.deck.own or not self.flush():
            return

        def go() -> None:
            self.made.emit(held.deck.code, self._services.decks.duplicate(*held.key))

        self._problems.attempt(go)


class Notice(Surface):
    """Says in two lines why a card cannot be changed, or what it still needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent, margins=(18, 10, 18, 12), spacing=2)
        self.heading = words("", "strong", self)
        self.sentence = words("", "", self)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.sentence)
        self.hide()

    def say(self, heading: str, sentence: str) -> None:
        """Show this, or nothing."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.setVisible(bool(heading))
