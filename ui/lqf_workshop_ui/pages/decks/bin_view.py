"""What was put away: decks and cards to bring back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop.services.decks import Bin
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words

KEY = Qt.ItemDataRole.UserRole


class BinList(QListWidget):
    """Decks and cards by name; Enter restores the chosen one."""

    asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class BinView(QWidget):
    """``closed`` when somebody wants to go back to the cards, or nothing is left here."""

    closed = Signal()

    def __init__(
        self, services: Services, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._problems = services, problems
        self.list = BinList(self)
        self.list.setAccessibleName(_("In the bin"))
        self.list.asked.connect(self.restore)
        self.list.itemDoubleClicked.connect(self.restore)
        self.restore_button = button(_("Restore"), self.restore, kind="primary", parent=self)
        self.close_button = button(_("Back to the cards"), self.closed.emit, parent=self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.restore_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 40, 24)
        box.setSpacing(10)
        box.addWidget(words(_("In the bin"), "heading", self))
        box.addWidget(
            words(
                _("Nothing here is offered to a workshop. A restored card goes back to its place."),
                "muted",
                self,
            )
        )
        box.addWidget(self.list, 1)
        box.addLayout(row)

    def show_bin(self, found: Bin) -> None:
        """List what can be restored; the place in the list stays."""
        row = max(0, self.list.currentRow())
        self.list.clear()
        for deck in found.decks:
            count = ngettext("{n} card", "{n} cards", len(deck.cards))
            self._add(_("Deck “{0}”, {1}").format(deck.name, count), (deck.code, ""))
        for deck, card in found.cards:
            title = card.title or _("Card without a title")
            self._add(_("{0}, from “{1}”").format(title, deck.name), (deck.code, card.code))
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _add(self, text: str, key: tuple[str, str]) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(KEY, key)
        item.setToolTip(text)

    @Slot()
    def restore(self) -> None:
        """Bring the chosen deck or card back."""
        item = self.list.currentItem()
        if item is None:
            return
        deck_code, code = item.data(KEY)

        def go() -> None:
            if code:
                self._services.decks.restore_card(deck_code, code)
                self._problems.tell(_("The card is back in its deck."))
            else:
                self._services.decks.restore_deck(deck_code)
                self._problems.tell(_("The deck is back."))

        self._problems.attempt(go)
