"""Scenario cards to choose from: a list by number, and the chosen one to read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.scenario import CardKey, DeckCard
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.deck_list import DeckList
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.page_scroll import BAR
from lqf_workshop_ui.widgets.surfaces import empty, scrolling
from lqf_workshop_ui.widgets.typed import breakable
from lqf_workshop_ui.widgets.words import words


class CardPreview(QWidget):
    """A card to read: what it touches, its situation and its questions."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.title = words("", "heading", self)
        self.deck = words("", "small", self)
        self._badges = QHBoxLayout()
        self._badges.setSpacing(6)
        self.situation = words("", "", self)
        self.prompts = words("", "muted", self)
        inside = QWidget(self)
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, BAR, 0)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addWidget(self.deck)
        box.addLayout(self._badges)
        box.addWidget(self.situation)
        box.addWidget(self.prompts)
        box.addStretch(1)
        self._area = scrolling(inside, self)
        for part in (self._area, inside):
            part.setObjectName("onCard")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(_("The card"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def show_card(self, held: DeckCard | None, edition: FrameworkEdition | None) -> None:
        """Show a card, or say that none is chosen; an own card names its deck."""
        empty(self._badges)
        card = held.card if held else None
        self.title.setText(breakable(card.title) if card else _("No card fits"))
        own = held is not None and held.deck.own
        self.deck.setText(breakable(_("From “{0}”").format(held.deck.name)) if held else "")
        self.deck.setVisible(own)
        self.situation.setText(
            breakable(card.situation) if card else _("Try other words, or fewer filters.")
        )
        prompts = card.prompts if card else ()
        numbered = "\n".join(f"{n}.  {text}" for n, text in enumerate(prompts, 1))
        self.prompts.setText(breakable(numbered))
        names = {d.code: d.name for d in edition.dimensions} if edition else {}
        for code in card.dimensions if card else ():
            self._badges.addWidget(
                DimensionBadge(code, names.get(code, code), self._looks, self, side=26)
            )
        self._badges.addStretch(1)
        self._area.verticalScrollBar().setValue(0)
        self._area.setAccessibleDescription(self.situation.text())


class CardListView(QListView):
    """The cards by number; Enter takes the chosen one."""

    chosen = Signal()
    asked = Signal()

    def __init__(self, model: DeckList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setAccessibleName(_("Scenario cards"))
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(self.asked)

    @property
    def looked_at(self) -> DeckCard | None:
        """The card that is looked at, with its deck."""
        return self._model.at(self.currentIndex().row())

    def look_at(self, key: CardKey | None) -> None:
        """Look at a card, or at the first one where that is not in the list."""
        row = self._model.row_of(key) if key else -1
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(max(row, 0), 0))

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell that another card is looked at."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the card with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        else:
            super().keyPressEvent(event)
