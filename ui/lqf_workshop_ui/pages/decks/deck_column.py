"""The left of the page of decks: all decks, and what is not about one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lqf_workshop.domain.scenario import Deck
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words

WIDTH = 204
ROW_HIGH = 60


class DeckColumn(QWidget):
    """``chosen`` carries the code of a deck; the rest is asked for."""

    chosen = Signal(str)
    left = Signal()
    asked_new = Signal()
    asked_import = Signal()
    asked_template = Signal()
    asked_bin = Signal()
    asked_undo = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setFixedWidth(WIDTH)
        self.back_button = button(_("Library"), self.left.emit, kind="quiet", parent=self)
        self.back_button.setAccessibleName(_("Back to the library"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Decks"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemClicked.connect(self._tell)
        self.new_button = button(_("New deck"), self.asked_new.emit, parent=self)
        self.import_button = button(
            _("Import…"),
            self.asked_import.emit,
            parent=self,
            hint=_("Import a deck or a spreadsheet"),
        )
        self.template_button = button(
            _("Template…"),
            self.asked_template.emit,
            parent=self,
            hint=_("Save an empty spreadsheet for new cards"),
        )
        self.bin_button = button("", self.asked_bin.emit, parent=self)
        self.undo_button = button(
            _("Undo"),
            self.asked_undo.emit,
            parent=self,
            hint=_("Take back the last change (Ctrl + Z)"),
        )
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 20)
        self.box.setSpacing(8)
        self.box.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(words(_("Decks"), "title", self))
        self.box.addWidget(self.list, 1)
        for made in (
            self.new_button,
            self.import_button,
            self.template_button,
            self.bin_button,
            self.undo_button,
        ):
            self.box.addWidget(made)
        looks.changed.connect(self._wear)
        self._wear()

    @property
    def code(self) -> str:
        """The code of the chosen deck, or nothing."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else ""

    def show_decks(self, decks: Sequence[Deck], chosen: str) -> None:
        """List the decks and choose one, or the first where that is gone."""
        self.list.blockSignals(True)
        codes = [deck.code for deck in decks]
        if codes != [self._at(row) for row in range(self.list.count())]:
            self.list.clear()
            for _deck in decks:
                QListWidgetItem(self.list).setSizeHint(QSize(10, ROW_HIGH))
        for row, deck in enumerate(decks):
            _show(self.list.item(row), deck)
        if codes:
            self.list.setCurrentRow(codes.index(chosen) if chosen in codes else 0)
        self.list.blockSignals(False)

    def _at(self, row: int) -> str:
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def show_bin(self, count: int) -> None:
        """Say how much is in the bin."""
        self.bin_button.setText(_("Bin ({0})").format(count) if count else _("Bin"))
        self.bin_button.setAccessibleName(
            ngettext("The bin: {n} thing to restore", "The bin: {n} things to restore", count)
        )
        self.bin_button.setEnabled(bool(count))

    @Slot()
    def _tell(self) -> None:
        if self.code:
            self.chosen.emit(self.code)

    @Slot()
    def _wear(self) -> None:
        self.back_button.setIcon(self._looks.icon("back"))
        self.bin_button.setIcon(self._looks.icon("bin"))
        self.undo_button.setIcon(self._looks.icon("undo"))


def _show(item: QListWidgetItem, deck: Deck) -> None:
    count = ngettext("{n} card", "{n} cards", len(deck.cards))
    whose = _("yours") if deck.own else _("built in")
    item.setText(f"{deck.name}\n{count}, {whose}")
    item.setData(Qt.ItemDataRole.UserRole, deck.code)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{deck.name}: {count}, {whose}")
    item.setToolTip(deck.about or deck.name)
