"""The deck in the facilitator's hands: a card is drawn for the team, or chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.focus import placings
from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.scenario import CardKey, Deck, DrawReason, ScenarioCard, cards_of
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.deck_list import DeckList
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.card_filters import CardFilters
from lqf_workshop_ui.widgets.card_list import CardListView, CardPreview
from lqf_workshop_ui.widgets.words import words


class CardChooser(QWidget):
    """Lays a card on the table of the step the meeting is at; ``laid`` once it lies there."""

    laid = Signal()

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._live, self._problems = services, live, problems
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.weakest_button = button(
            _("Draw for our lowest"), partial(self.draw, DrawReason.WEAKEST), kind="primary"
        )
        self.split_button = button(
            _("Draw for our most split"), partial(self.draw, DrawReason.SPLIT)
        )
        row.addWidget(self.weakest_button)
        row.addWidget(self.split_button)
        row.addWidget(words(_("or choose one:"), "muted", self), 1)
        box.addLayout(row)
        self.filters = CardFilters(looks, self)
        self.filters.changed.connect(self._narrow)
        self.filters.asked_list.connect(self._go_to_list)
        box.addWidget(self.filters)
        self.model = DeckList(self)
        self.list = CardListView(self.model, self)
        self.preview = CardPreview(looks, self)
        self.list.chosen.connect(self._show_chosen)
        self.list.asked.connect(self._lay_chosen)
        both = QHBoxLayout()
        both.setSpacing(16)
        for part in (self.list, self.preview):
            part.setMinimumHeight(220)
            both.addWidget(part, 1)
        box.addLayout(both)
        self.lay_button = button(_("Put this card on the table"), self._lay_chosen)
        last = QHBoxLayout()
        last.addWidget(self.lay_button)
        last.addStretch(1)
        box.addLayout(last)

    def fill(self) -> None:
        """List the cards of every deck, and offer to draw where something was rated."""
        rated = bool(placings(self._live.meeting.rounds))
        self.weakest_button.setText(_("Draw for our lowest") if rated else _("Draw a card for us"))
        self.split_button.setVisible(rated)
        try:
            decks = self._services.cards.decks()
        except WorkshopProblem as problem:
            self._problems.warn(str(problem))
            return
        before = self.list.looked_at
        edition = self._live.meeting.edition
        self.filters.offer_tags(edition, self._services.shelf.ideas(Family.TAXONOMY))
        self.filters.offer_decks(decks)
        self.model.show_cards(cards_of(decks))
        self.list.look_at(before.key if before else None)
        self._show_chosen()

    @Slot()
    def _narrow(self) -> None:
        before = self.list.looked_at
        self.model.narrow(self.filters.wish)
        self.list.look_at(before.key if before else None)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        held = self.list.looked_at
        self.preview.show_card(held, self._live.meeting.edition)
        self.lay_button.setEnabled(held is not None)

    @Slot()
    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()

    def draw(self, wanted: DrawReason) -> None:
        """Lay the card that fits the team's ratings best."""

        def lay() -> None:
            found = self._services.cards.suggest(
                self._live.workshop_id, self._live.meeting.rounds, wanted
            )
            self._lay(found.card, found.deck, found.reason, found.dimension)

        self._problems.attempt(lay)

    def choose(self, key: CardKey) -> None:
        """Lay a card by the codes of its deck and itself."""
        deck_code, code = key

        def lay() -> None:
            deck = next(d for d in self._services.cards.decks() if d.code == deck_code)
            self._lay(deck.card(code), deck)

        self._problems.attempt(lay)

    @Slot()
    def _lay_chosen(self) -> None:
        held = self.list.looked_at
        if held is not None:
            self.choose(held.key)

    def _lay(
        self,
        card: ScenarioCard,
        deck: Deck,
        reason: DrawReason = DrawReason.CHOSEN,
        dimension: str = "",
    ) -> None:
        stop = self._live.stop
        assert stop is not None
        self._services.cards.lay(
            self._live.workshop_id, stop.step_id, card, reason, dimension, deck
        )
        self.laid.emit()
