"""The name of a deck, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lqf_workshop.domain.scenario import Deck
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.disclosure import Disclosure
from lqf_workshop_ui.widgets.elided import ElidedLabel
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.growing_text import GrowingText
from lqf_workshop_ui.widgets.saved_text import SavedLine


class DeckHead(QWidget):
    """Shows a deck's name; an own deck's name and description can be changed here.

    ``copied`` carries the code of a copy; exporting and printing are asked for.
    """

    copied = Signal(str)
    asked_export = Signal()
    asked_print = Signal()

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._problems = services, problems
        self._deck: Deck | None = None
        self._before: Deck | None = None
        self.name = ElidedLabel("", "heading", self)
        self.menu_button = button(_("This deck"), parent=self)
        self.menu = QMenu(self)
        self.copy_action = self.menu.addAction(_("Copy the whole deck"), self.copy)
        self.export_action = self.menu.addAction(_("Export…"), self.asked_export.emit)
        self.print_action = self.menu.addAction(_("Print…"), self.asked_print.emit)
        self.bin_action = self.menu.addAction(_("Put the deck into the bin"), self.bin)
        self.menu_button.setMenu(self.menu)
        self.menu_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.menu_button.setProperty("withIcon", True)
        self._looks = looks
        looks.changed.connect(self._wear)
        self._wear()
        inside = QWidget(self)
        self.line = SavedLine(self._type_name, _("Name of the deck"), inside)
        self.about = GrowingText(self._type_about, _("What it is for"), inside, smallest=42)
        self.line_field = Field(_("Name of the deck"), self.line, inside)
        self.about_field = Field(_("What it is for"), self.about, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.line_field)
        column.addWidget(self.about_field)
        self.fold = Disclosure(_("Name and description"), inside, looks, self)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.name, 1)
        row.addWidget(self.menu_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.fold)
        for saver, field in (
            (self.line.saver, self.line_field),
            (self.about.saver, self.about_field),
        ):
            saver.refused.connect(field.complain)
            saver.saved.connect(self._forget_problems)
        self.line.editingFinished.connect(self._finish)
        self.about.left.connect(self._finish)

    @Slot()
    def _wear(self) -> None:
        self.menu_button.setIcon(self._looks.icon("down"))

    def show_deck(self, deck: Deck) -> None:
        """Show a deck; words that are being typed stay."""
        other = self._deck is None or self._deck.code != deck.code
        self._deck = deck
        self.name.setText(deck.name)
        self.name.setToolTip(deck.about or deck.name)
        self.bin_action.setVisible(deck.own)
        self.fold.setVisible(deck.own)
        if not other:
            self.line.show_text(deck.name)
            self.about.show_text(deck.about)
            return
        self._before = deck
        self.fold.unfold(False)
        self._forget_problems()
        self.line.saver.accept(self.line.text())
        self.line.replace_text(deck.name)
        self.about.saver.accept(self.about.toPlainText())
        self.about.replace_text(deck.about)

    def flush(self) -> bool:
        """Save what is typed; say whether everything is on disk."""
        self.line.saver.flush()
        self.about.saver.flush()
        self._finish()
        return not (self.line.saver.waiting or self.about.saver.waiting)

    @Slot()
    def unfold(self) -> None:
        """Let the name be changed."""
        self.fold.unfold()
        self.line.setFocus()
        self.line.selectAll()

    def _type_name(self, text: str) -> None:
        if self._deck is not None and self._deck.own:
            self._services.decks.type_deck(self._deck.code, text, self._deck.about)

    def _type_about(self, text: str) -> None:
        if self._deck is not None and self._deck.own:
            self._services.decks.type_deck(self._deck.code, self._deck.name, text)

    @Slot()
    def _finish(self) -> None:
        """Make what was typed one change that can be taken back."""
        before, deck = self._before, self._deck
        if before is None or deck is None or not deck.own:
            return
        if (before.name, before.about) != (deck.name, deck.about):
            self._before = deck
            self._problems.attempt(
                lambda: self._services.decks.rename(deck.code, deck.name, deck.about, before)
            )

    @Slot()
    def _forget_problems(self) -> None:
        self.line_field.complain("")
        self.about_field.complain("")

    @Slot()
    def copy(self) -> None:
        """Copy the whole deck and look at the copy."""
        deck = self._deck
        if deck is None:
            return

        def go() -> None:
            self.copied.emit(self._services.decks.copy_deck(deck.code))
            self._problems.tell(_("This deck is yours. Change its cards as you like."))

        self._problems.attempt(go)

    @Slot()
    def bin(self) -> None:
        """Put the deck into the bin."""
        deck = self._deck
        if deck is None or not deck.own:
            return
        if self._problems.attempt(lambda: self._services.decks.bin_deck(deck.code)):
            self._problems.tell(_("The deck is in the bin. Ctrl + Z brings it back."))
