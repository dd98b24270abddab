"""The scenario cards of a deck as a Qt model, narrowed down by words, dimension and level."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.wording import _

CARD_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


def matching(
    cards: Sequence[ScenarioCard], words: str, dimension: str, level: str
) -> tuple[ScenarioCard, ...]:
    """Return the cards that hold all the words and touch the dimension and the level."""
    wanted = words.casefold().split()
    return tuple(
        card
        for card in cards
        if (not dimension or dimension in card.dimensions)
        and (not level or level in card.levels)
        and all(word in _words_of(card) for word in wanted)
    )


def _words_of(card: ScenarioCard) -> str:
    parts = (str(card.number), card.title, card.situation, *card.prompts, *card.involved)
    return " ".join(parts).casefold()


class DeckList(QAbstractListModel):
    """The cards that are left after narrowing down."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ScenarioCard, ...] = ()
        self._cards: tuple[ScenarioCard, ...] = ()

    def show_deck(self, cards: Sequence[ScenarioCard]) -> None:
        """Take the cards of a deck."""
        self._all = tuple(cards)
        self._show(self._all)

    def narrow(self, words: str, dimension: str, level: str) -> None:
        """Show only the cards that fit."""
        self._show(matching(self._all, words, dimension, level))

    def _show(self, cards: tuple[ScenarioCard, ...]) -> None:
        if cards == self._cards:
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def card(self, row: int) -> ScenarioCard | None:
        """Return the card of a row, if there is one."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, code: str) -> int:
        """Return the row of a card, or -1."""
        return next((n for n, card in enumerate(self._cards) if card.code == code), -1)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count the cards that are left."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a card's number and title, and the whole card for its preview."""
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{card.number}  {card.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Card {0}: {1}").format(card.number, card.title)
        return None
