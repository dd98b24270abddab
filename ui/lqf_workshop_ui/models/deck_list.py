"""Scenario cards of any decks as a Qt model, narrowed down by words and tags."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lqf_workshop.domain.card_finding import CardIndex, CardWish
from lqf_workshop.domain.scenario import CardKey, DeckCard
from lqf_workshop.wording import _

CARD_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class DeckList(QAbstractListModel):
    """The cards that are left after narrowing down."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = CardIndex()
        self._wish = CardWish()
        self._cards: tuple[DeckCard, ...] = ()
        self._rows: dict[CardKey, int] = {}

    @property
    def whole(self) -> int:
        """How many cards there are before narrowing down."""
        return len(self._index.cards)

    def show_cards(self, cards: Sequence[DeckCard]) -> None:
        """Take other cards; what somebody looks for stays."""
        self._index = CardIndex(cards)
        self._show(self._index.find(self._wish))

    def narrow(self, wish: CardWish) -> None:
        """Show only the cards that fit."""
        self._wish = wish
        self._show(self._index.find(wish))

    def _show(self, cards: tuple[DeckCard, ...]) -> None:
        same = [held.key for held in cards] == [held.key for held in self._cards]
        if same:
            self._cards = cards
            if cards:
                self.dataChanged.emit(self.index(0, 0), self.index(len(cards) - 1, 0))
            return
        self.beginResetModel()
        self._cards = cards
        self._rows = {held.key: row for row, held in enumerate(cards)}
        self.endResetModel()

    @property
    def cards(self) -> tuple[DeckCard, ...]:
        """The cards that are left, in their order."""
        return self._cards

    def at(self, row: int) -> DeckCard | None:
        """Return the card of a row with its deck, if there is one."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, key: CardKey) -> int:
        """Return the row of a card, or -1."""
        return self._rows.get(key, -1)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count the cards that are left."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a card's number and title, and the whole card for its preview."""
        held = self.at(index.row()) if index.isValid() else None
        if held is None:
            return None
        if role == CARD_ROLE:
            return held
        title = held.card.title or _("Card without a title")
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{held.card.number}  {title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Card {0} of {1}: {2}").format(held.card.number, held.deck.name, title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{title}\n{held.deck.name}"
        return None
