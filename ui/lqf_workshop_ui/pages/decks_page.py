"""Decks of scenario cards: read those shipped, make and change one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.card_rules import card_problems
from lqf_workshop.domain.scenario import Deck, cards_of
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.decks.bin_view import BinView
from lqf_workshop_ui.pages.decks.bringing_in import BringingIn
from lqf_workshop_ui.pages.decks.card_editor import CardEditor
from lqf_workshop_ui.pages.decks.cards_column import CardsColumn
from lqf_workshop_ui.pages.decks.deck_column import DeckColumn
from lqf_workshop_ui.pages.decks.deck_files import DeckFiles
from lqf_workshop_ui.paper.card_papers import CardPapers
from lqf_workshop_ui.paper.saved_strip import SavedStrip
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
        self._services, self._looks, self._problems = services, looks, problems
        self._decks: tuple[Deck, ...] = ()
        self._fresh = self._leaving = self._missed = False
        self.column = DeckColumn(looks, self)
        self.cards = CardsColumn(services, looks, problems, self)
        self.editor = CardEditor(services, looks, problems, self)
        self.bin = BinView(services, problems, self)
        self.bringing_in = BringingIn(services, problems, self)
        self.files = DeckFiles(services, self)
        self.saved = SavedStrip(problems, self)
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
        self.body.addWidget(self.bringing_in)
        across = QHBoxLayout()
        across.setContentsMargins(28, 24, 0, 0)
        across.setSpacing(24)
        across.addWidget(self.column)
        across.addWidget(self.body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(across, 1)
        outer.addWidget(self.saved)

    def _connect(self) -> None:
        self.column.chosen.connect(self._choose_deck)
        self.column.left.connect(self._leave)
        self.column.asked_new.connect(self.new_deck)
        self.column.asked_bin.connect(self._show_bin)
        self.column.asked_undo.connect(self._undo)
        self.column.asked_import.connect(self._ask_import)
        self.column.asked_template.connect(self.files.template)
        self.files.saved.connect(self.saved.tell)
        self.files.failed.connect(self._problems.warn)
        self.bringing_in.done.connect(self._tell_brought_in)
        self.bringing_in.asked_deck.connect(self.show_deck)
        self.bringing_in.closed.connect(self._show_cards)
        self.cards.head.asked_export.connect(self._export)
        self.cards.head.asked_print.connect(self.print_cards)
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
            (QKeySequence(QKeySequence.StandardKey.Print), self.print_cards),
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
            if not len(binned) and self.body.currentWidget() is self.bin:
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
        """Show a deck; one that was stored in another thread may not be announced yet."""
        if all(deck.code != code for deck in self._decks):
            self._read_again()
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

    # Files and paper

    @Slot()
    def _ask_import(self) -> None:
        if self._may_leave():
            file = self.files.ask_import()
            if file is not None:
                self.bring_in(file)

    def bring_in(self, file: Path) -> None:
        """Read a deck from a file and tell what came of it."""
        self.saved.hide()
        self.body.setCurrentWidget(self.bringing_in)
        self.bringing_in.read(file)

    @Slot(str, int)
    def _tell_brought_in(self, code: str, cards: int) -> None:
        self.show_deck(code)
        self._problems.tell(ngettext("{n} card brought in.", "{n} cards brought in.", cards))

    @Slot()
    def _export(self) -> None:
        if self._may_leave() and self.cards.deck is not None:
            self.saved.hide()
            self.files.export(self.cards.deck)

    @Slot()
    def print_cards(self) -> None:
        """Print the finished cards that are on show, all of the deck or those looked for."""
        from lqf_workshop.reports.cards import card_names

        deck = self.cards.deck
        if deck is None or not self._may_leave():
            return
        cards = [held.card for held in self.cards.model.cards if not card_problems(held.card)]
        if not cards:
            self._problems.warn(_("There is no finished card here to print."))
            return
        names = card_names(self._services.shelf)
        CardPapers(cards, deck.name, names, self._looks, self._problems, self).open()

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
        self.saved.hide()
