"""Decks of scenario cards: read those shipped, make and change one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from lqf_workshop.domain.scenario import Deck, cards_of
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.decks.bin_view import BinView
from lqf_workshop_ui.pages.decks.card_editor import CardEditor
from lqf_workshop_ui.pages.decks.cards_column import CardsColumn
from lqf_workshop_ui.pages.decks.deck_column import DeckColumn
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.redraw import Redraw

SHOWN = frozenset({Change.DECKS})


class DecksPage(QWidget):
    """Decks at the left, the cards of one in the middle, one card whole at the right."""

    left = Signal()

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._problems = services, problems
        self._decks: tuple[Deck, ...] = ()
        self._fresh = self._leaving = self._missed = False
        self.column = DeckColumn(looks, self)
        self.cards = CardsColumn(services, looks, problems, self)
        self.editor = CardEditor(services, looks, problems, self)
        self.bin = BinView(services, problems, self)
        self._lay_out()
        self._connect()
        self._redraw = Redraw(self, changes, SHOWN)
        self._redraw.asked.connect(self._read_again)

    def _lay_out(self) -> None:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.cards)
        row.addWidget(self.editor, 1)
        self.body = QStackedWidget(self)
        self.body.addWidget(both)
        self.body.addWidget(self.bin)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(28, 24, 0, 0)
        outer.setSpacing(24)
        outer.addWidget(self.column)
        outer.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.column.chosen.connect(self._choose_deck)
        self.column.left.connect(self._leave)
        self.column.asked_new.connect(self.new_deck)
        self.column.asked_bin.connect(self._show_bin)
        self.column.asked_undo.connect(self._undo)
        self.cards.chosen.connect(self._show_chosen)
        self.cards.asked_card.connect(self._go_to_card)
        self.cards.added.connect(self._show_new_card)
        self.cards.head.copied.connect(self.show_deck)
        self.editor.made.connect(self.show_card)
        self.bin.closed.connect(self._show_cards)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
            (QKeySequence("Ctrl+Shift+Z"), self._redo),
            (QKeySequence(QKeySequence.StandardKey.Find), self._go_to_search),
            (QKeySequence("Alt+Up"), self.cards.move_up),
            (QKeySequence("Alt+Down"), self.cards.move_down),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Reading

    @Slot()
    def _read_again(self) -> None:
        def go() -> None:
            self._decks = self._services.decks.decks()
            binned = self._services.decks.binned()
            self.column.show_bin(len(binned))
            self.bin.show_bin(binned)
            if not len(binned):
                self._show_cards()
            self._missed = self._leaving
            if not self._leaving:
                self._show(self.column.code)

        self._problems.attempt(go)

    def _show(self, deck_code: str, code: str = "") -> None:
        """Show a deck, or the first where that is gone, and one of its cards."""
        self.column.show_decks(self._decks, deck_code)
        deck = next((deck for deck in self._decks if deck.code == self.column.code), None)
        if deck is not None:
            self.cards.show_deck(deck, code)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        """Show the chosen card, unless words of the one before could not be saved."""
        held, shown = self.cards.looked_at, self.editor.held
        other = held is None or shown is None or held.key != shown.key
        if other and not self._may_leave():
            if held is not None and shown is not None and held.deck.code == shown.deck.code:
                self.cards.look_at(shown.card.code)
            return
        own = tuple(deck for deck in self._decks if deck.own)
        self.editor.show_card(self.cards.looked_at, own, fresh=self._fresh)

    def _may_leave(self) -> bool:
        """Save what is typed; say whether the card on show can be left.

        What is announced meanwhile may not change what is on show: it is still being saved.
        """
        shown = self.editor.held
        if shown is None or not any(held.key == shown.key for held in cards_of(self._decks)):
            return True
        self._leaving = True
        try:
            may = self.editor.flush() and self.cards.head.flush()
        finally:
            self._leaving = False
        if self._missed:
            self._missed = False
            self.cards.refresh(self._decks)
        return may

    # Going about

    @Slot(str)
    def _choose_deck(self, code: str) -> None:
        shown = self.editor.held
        if self._may_leave():
            self._show_cards()
            self._show(code)
        elif shown is not None:
            self.column.show_decks(self._decks, shown.deck.code)

    @Slot(str)
    def show_deck(self, code: str) -> None:
        """Show a deck."""
        self._show_cards()
        self._show(code)
        self.cards.list.setFocus()

    @Slot(str, str)
    def show_card(self, deck_code: str, code: str) -> None:
        """Show a card of a deck, ready to be changed."""
        self._show_cards()
        self._show(deck_code)
        self.cards.look_at(code)
        self._go_to_card()

    @Slot(str)
    def _show_new_card(self, code: str) -> None:
        self.cards.look_at(code)
        self._go_to_card()

    @Slot()
    def _go_to_card(self) -> None:
        self.editor.go_in()

    @Slot()
    def _go_to_search(self) -> None:
        self.cards.filters.search.setFocus()
        self.cards.filters.search.selectAll()

    @Slot()
    def _show_bin(self) -> None:
        if self._may_leave():
            self.body.setCurrentWidget(self.bin)
            self.bin.list.setFocus()

    @Slot()
    def _show_cards(self) -> None:
        self.body.setCurrentIndex(0)

    @Slot()
    def _leave(self) -> None:
        if self._may_leave():
            self.left.emit()

    # Acting

    @Slot()
    def new_deck(self) -> None:
        """Make a deck and let its name be typed."""
        if not self._may_leave():
            return

        def go() -> None:
            self.show_deck(self._services.decks.new_deck(_("New deck")))
            self.cards.head.unfold()

        self._problems.attempt(go)

    @Slot()
    def _undo(self) -> None:
        what = self._step(self._services.journal.undo)
        if what is not None:
            self._problems.tell(
                _("Taken back: {0}.").format(what) if what else _("There is nothing to take back.")
            )

    @Slot()
    def _redo(self) -> None:
        what = self._step(self._services.journal.redo)
        if what is not None:
            self._problems.tell(
                _("Done again: {0}.").format(what) if what else _("There is nothing to do again.")
            )

    def _step(self, step: Callable[[], str]) -> str | None:
        """Go one act back or forth; None when it could not be done."""
        self.editor.flush()
        self.cards.head.flush()
        said: list[str] = []
        self._fresh = True
        try:
            self._problems.attempt(lambda: said.append(step()))
        finally:
            self._fresh = False
        return said[0] if said else None

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is typed."""
        super().hideEvent(event)
        self.editor.flush()
        self.cards.head.flush()
