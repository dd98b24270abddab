"""Which scenario card a step has: the ratings choose, or a person does."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.framework import Family, FrameworkEdition
from lqf_workshop.domain.scenario import DeckCard, ScenarioCard, cards_of
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.deck_list import DeckList
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.card_filters import CardFilters
from lqf_workshop_ui.widgets.card_list import CardListView, CardPreview
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

LIST_HEIGHT = 248


class CardChooser(Surface):
    """Leaves the card to the ratings, or lays one by hand before the meeting."""

    asked_none = Signal()
    """No card by hand any more: let the ratings choose."""

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 16), spacing=10)
        self._services = services
        self._problems = problems
        self._edition: FrameworkEdition | None = None
        self._workshop_id = self._step_id = 0
        self._laid: ScenarioCard | None = None
        self.way = Choices(
            [("ratings", _("Let the ratings choose")), ("hand", _("Choose a card"))],
            self,
            name=_("How the card is chosen"),
        )
        self.explained = words("", "muted", self)
        self.model = DeckList(self)
        self.deck = QWidget(self)
        self.filters = CardFilters(looks, self.deck)
        self.list = CardListView(self.model, self.deck)
        self.preview = CardPreview(looks, self.deck)
        self.use_button = button(_("Use this card"), self.lay, parent=self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.box.addWidget(words(_("The card"), "heading", self))
        self.list.setMinimumWidth(150)
        top = QHBoxLayout()
        top.addWidget(self.way)
        top.addStretch(1)
        self.box.addLayout(top)
        said = QHBoxLayout()
        said.setSpacing(16)
        said.addWidget(self.explained, 1)
        said.addWidget(self.use_button)
        self.box.addLayout(said)
        inside = QVBoxLayout(self.deck)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.filters)
        both = QHBoxLayout()
        both.setSpacing(16)
        self.list.setFixedHeight(LIST_HEIGHT)
        both.addWidget(self.list, 2)
        both.addWidget(self.preview, 3)
        inside.addLayout(both)
        self.box.addWidget(self.deck)

    def _connect(self) -> None:
        self.way.chosen.connect(self._choose_way)
        self.filters.changed.connect(self._narrow)
        self.filters.asked_list.connect(self.list.setFocus)
        self.list.chosen.connect(self._show_chosen)
        self.list.asked.connect(self.lay)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the decks anew; they are changed on another page."""
        super().showEvent(event)
        self._problems.attempt(self._read_decks)
        self._show_chosen()

    def show_step(
        self,
        workshop_id: int,
        step_id: int,
        laid: ScenarioCard | None,
        edition: FrameworkEdition,
    ) -> None:
        """Show which card a step has."""
        other = (workshop_id, step_id) != (self._workshop_id, self._step_id)
        changed = laid != self._laid
        self._workshop_id, self._step_id, self._laid = workshop_id, step_id, laid
        if edition is not self._edition:
            self._edition = edition
            self.filters.offer_tags(edition, self._services.shelf.ideas(Family.TAXONOMY))
        if not self.model.whole:
            self._problems.attempt(self._read_decks)
        if other or changed:
            self.way.choose("hand" if laid else "ratings")
            self._show_way()
        if (other or changed) and laid is not None:
            self._look_at(laid)

    def _read_decks(self) -> None:
        decks = self._services.cards.decks()
        self.filters.offer_decks(decks)
        self.model.show_cards(cards_of(decks))

    def _look_at(self, card: ScenarioCard) -> None:
        """Look at the card that says just this, or at the one that has been changed since."""
        there = self.model.cards
        same = next((held for held in there if held.card == card), None)
        found = same or next((held for held in there if held.card.code == card.code), None)
        if found is not None:
            self.list.look_at(found.key)

    @property
    def looked_at(self) -> DeckCard | None:
        """The card that is looked at in the list, with its deck."""
        return self.list.looked_at

    @Slot(str)
    def _choose_way(self, way: str) -> None:
        if way == "ratings" and self._laid is not None:
            self.asked_none.emit()
            return
        self._show_way()
        if way == "hand":
            self.filters.search.setFocus()

    def _show_way(self) -> None:
        by_hand = self.way.choice == "hand"
        self.deck.setVisible(by_hand)
        self.use_button.setVisible(by_hand)
        if not by_hand:
            said = _(
                "When you come to this step, the app suggests a card for the dimension that was "
                "rated lowest, or where people differ most. You can still take another."
            )
        elif self._laid is not None:
            said = _("On the table: {0}").format(self._laid.title)
        else:
            said = _("Read a few, then press “Use this card”.")
        self.explained.setText(said)
        if by_hand and self.looked_at is None:
            self.list.look_at(None)
        self._show_chosen()

    @Slot()
    def _narrow(self) -> None:
        before = self.looked_at
        self.model.narrow(self.filters.wish)
        self.list.look_at(before.key if before else None)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        held = self.looked_at
        self.preview.show_card(held, self._edition)
        same = held is not None and held.card == self._laid
        self.use_button.setEnabled(held is not None and not same)
        self.use_button.setText(_("This card is chosen") if same else _("Use this card"))

    @Slot()
    def lay(self) -> None:
        """Lay the card that is looked at."""
        held = self.looked_at
        if held is None:
            return
        self._problems.attempt(
            lambda: self._services.cards.lay(
                self._workshop_id, self._step_id, held.card, deck=held.deck
            )
        )
