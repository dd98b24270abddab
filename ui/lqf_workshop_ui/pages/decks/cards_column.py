"""The middle of the page of decks: one deck, its cards to choose from, and their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.card_finding import CardWish
from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.scenario import Deck, DeckCard, cards_of
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.deck_list import DeckList
from lqf_workshop_ui.pages.decks.deck_head import DeckHead
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.card_filters import CardFilters
from lqf_workshop_ui.widgets.card_list import CardListView
from lqf_workshop_ui.widgets.icon_tool import IconTool
from lqf_workshop_ui.widgets.words import line, words

WIDTH = 316
SHOW_AFTER_MILLISECONDS = 120


class DeckCardsView(CardListView):
    """The cards of a deck; Delete puts one away."""

    asked_bin = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put away with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.asked_bin.emit()
        else:
            super().keyPressEvent(event)


class CardsColumn(QWidget):
    """Shows a deck. ``chosen`` when another card is looked at, ``asked_card`` with Enter.

    ``added`` carries the code of a new card.
    """

    chosen = Signal()
    asked_card = Signal()
    added = Signal(str)

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._problems = services, problems
        self._deck: Deck | None = None
        self._pause = QTimer(self, singleShot=True, interval=SHOW_AFTER_MILLISECONDS)
        self._pause.timeout.connect(self.chosen)
        self.setFixedWidth(WIDTH)
        self.head = DeckHead(services, looks, problems, self)
        self.filters = CardFilters(looks, self, narrow=True)
        self.found = line("", "small", self)
        self.model = DeckList(self)
        self.list = DeckCardsView(self.model, self)
        self.nothing = words("", "muted", self)
        self.add_button = button(_("Add a card"), self.add, parent=self)
        self.up_button = IconTool("up", _("Move the card up (Alt + Up)"), looks, self)
        self.down_button = IconTool("down", _("Move the card down (Alt + Down)"), looks, self)
        self.bin_button = IconTool("bin", _("Put the card into the bin (Delete)"), looks, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.tools = QWidget(self)
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.add_button)
        row.addStretch(1)
        for tool in (self.up_button, self.down_button, self.bin_button):
            row.addWidget(tool)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 20)
        box.setSpacing(10)
        box.addWidget(self.head)
        box.addWidget(self.filters)
        box.addWidget(self.found)
        box.addWidget(self.list, 1)
        box.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.tools)

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrow)
        self.filters.asked_list.connect(self._go_to_list)
        self.list.chosen.connect(self._tell_chosen)
        self.list.asked.connect(self.asked_card)
        self.list.asked_bin.connect(self.bin)
        self.up_button.clicked.connect(self.move_up)
        self.down_button.clicked.connect(self.move_down)
        self.bin_button.clicked.connect(self.bin)

    # Showing

    @property
    def looked_at(self) -> DeckCard | None:
        """The chosen card with its deck."""
        return self.list.looked_at

    @property
    def deck(self) -> Deck | None:
        """The deck on show."""
        return self._deck

    def show_deck(self, deck: Deck, code: str = "") -> None:
        """Show a deck, and choose a card; without one the choice stays or is the first."""
        edition = self._services.shelf.edition("lqf-classic")
        if edition is not None:
            self.filters.offer_tags(edition, self._services.shelf.ideas(Family.TAXONOMY))
        other = self._deck is None or self._deck.code != deck.code
        before, row = self.looked_at, self.list.currentIndex().row()
        self._deck = deck
        self.head.show_deck(deck)
        self.model.show_cards(cards_of([deck]))
        if other or code or (before and self.model.row_of(before.key) >= 0):
            wanted = code or (before.card.code if before and not other else "")
            self.list.look_at((deck.code, wanted) if wanted else None)
        elif self.model.rowCount():
            self.list.setCurrentIndex(
                self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0)
            )
        self.tools.setVisible(deck.own)
        self._tell_state()

    def refresh(self, decks: Sequence[Deck]) -> None:
        """Show the deck as it is among these, with whatever card is chosen."""
        deck = next((d for d in decks if self._deck and d.code == self._deck.code), None)
        if deck is not None:
            self._deck = deck
            self.head.show_deck(deck)
            self.model.show_cards(cards_of([deck]))

    def look_at(self, code: str) -> None:
        """Choose a card, whatever somebody looks for."""
        if self._deck is None:
            return
        if self.model.row_of((self._deck.code, code)) < 0:
            self.filters.clear()
        self.list.look_at((self._deck.code, code))
        self.list.scrollTo(self.list.currentIndex())

    @Slot()
    def _narrow(self) -> None:
        """Narrow the list at once; the card is shown after a pause, as it takes longer."""
        before = self.looked_at
        self.list.blockSignals(True)
        self.model.narrow(self.filters.wish)
        self.list.look_at(before.key if before else None)
        self.list.blockSignals(False)
        self._tell_state()
        self._pause.start()

    def _tell_state(self) -> None:
        count, whole = self.model.rowCount(), self.model.whole
        narrowed = self.filters.wish != CardWish()
        self.found.setText(_("{0} of {1} cards").format(count, whole) if narrowed else "")
        self.found.setVisible(narrowed)
        self.list.setVisible(bool(count))
        self.nothing.setVisible(not count)
        self.nothing.setText(
            _("No card fits. Try other words, or fewer filters.")
            if whole
            else _("No cards yet. Add the first one below.")
        )
        self.filters.setVisible(bool(whole))
        own = self._deck is not None and self._deck.own
        reason = _("Show the whole deck to change its order.") if narrowed else ""
        for tool in (self.up_button, self.down_button):
            tool.setEnabled(own and count > 1 and not narrowed)
            tool.setToolTip(reason or tool.accessibleName())
        self.bin_button.setEnabled(own and bool(count))

    @Slot()
    def _tell_chosen(self) -> None:
        self.chosen.emit()

    @Slot()
    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()

    # Acting

    @Slot()
    def add(self) -> None:
        """Add an empty card at the end and look at it."""
        deck = self._deck
        if deck is None or not deck.own:
            return

        def go() -> None:
            self.added.emit(self._services.decks.add_card(deck.code))

        self._problems.attempt(go)

    @Slot()
    def move_up(self) -> None:
        """Move the chosen card one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen card one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        held = self.looked_at
        if held is not None and self.up_button.isEnabled():
            self._problems.attempt(lambda: self._services.decks.move(*held.key, by))
            self.list.scrollTo(self.list.currentIndex())

    @Slot()
    def bin(self) -> None:
        """Put the chosen card into the bin."""
        held = self.looked_at
        if held is None or not held.deck.own:
            return
        if self._problems.attempt(lambda: self._services.decks.bin_card(*held.key)):
            self._problems.tell(_("The card is in the bin. Ctrl + Z brings it back."))
