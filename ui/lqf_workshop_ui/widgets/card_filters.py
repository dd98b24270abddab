"""What somebody looks for among scenario cards: words, and tags to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from lqf_workshop.domain.card_finding import CardWish
from lqf_workshop.domain.framework import FrameworkEdition, Idea
from lqf_workshop.domain.scenario import Deck
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.search_field import SearchField

LEAST_WIDTH = 90


class CardFilters(QWidget):
    """``changed`` with every letter and every choice; Down and Enter ask for the list.

    The choice of a deck is there only once there are two.
    """

    changed = Signal()
    asked_list = Signal()

    def __init__(
        self, looks: Looks, parent: QWidget | None = None, *, narrow: bool = False
    ) -> None:
        """Make the fields in rows of three, or of two where there is little room."""
        super().__init__(parent)
        self.search = SearchField(_("Find a card by its words"), _("Find by words"), looks, self)
        self.deck = PickBox(looks, _("Only cards of a deck"), self)
        self.dimension = PickBox(looks, _("Only cards about a dimension"), self)
        self.level = PickBox(looks, _("Only cards for a role level"), self)
        self.idea = PickBox(looks, _("Only cards for a way of working"), self)
        self._boxes = (self.deck, self.dimension, self.level, self.idea)
        self.deck.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        columns = 2 if narrow else 6
        grid.addWidget(self.search, 0, 0, 1, columns)
        if narrow:
            grid.addWidget(self.dimension, 1, 0)
            grid.addWidget(self.level, 1, 1)
            grid.addWidget(self.idea, 2, 0, 1, 2)
        else:
            for n, box in enumerate((self.dimension, self.level, self.idea)):
                grid.addWidget(box, 1, 2 * n, 1, 2)
            grid.addWidget(self.deck, 0, 4, 1, 2)
        for n in range(columns):
            grid.setColumnStretch(n, 6 if narrow and not n else 5)  # dimensions are long words
        self._grid, self._columns = grid, columns
        self.search.setMinimumWidth(LEAST_WIDTH)
        self.search.textChanged.connect(self.changed)
        self.search.asked_list.connect(self.asked_list)
        for box in self._boxes:
            box.setMinimumWidth(LEAST_WIDTH)
            box.currentIndexChanged.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @property
    def wish(self) -> CardWish:
        """What somebody looks for now."""
        return CardWish(
            self.search.text(),
            self.dimension.currentData() or "",
            self.level.currentData() or "",
            self.idea.currentData() or "",
            self.deck.currentData() or "",
        )

    def clear(self) -> None:
        """Look for nothing any more."""
        for box in self._boxes:
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.changed.emit()

    def offer_tags(self, edition: FrameworkEdition, ideas: Sequence[Idea]) -> None:
        """Offer the dimensions and levels of an edition, and the items of the taxonomy."""
        dimensions = [(d.code, f"{d.code}  {d.short_name}") for d in edition.dimensions]
        _fill(self.dimension, _("Every dimension"), dimensions)
        levels = [(one.code, one.name) for one in edition.levels]
        _fill(self.level, _("Every level"), levels)
        _fill(self.idea, _("Every way of working"), [(one.code, one.name) for one in ideas])

    def offer_decks(self, decks: Sequence[Deck]) -> None:
        """Offer decks to choose from; one that is chosen stays so while it is there."""
        _fill(self.deck, _("Every deck"), [(deck.code, deck.name) for deck in decks])
        several = len(decks) > 1
        self.deck.setVisible(several)
        if self._columns == 6:
            self._grid.addWidget(self.search, 0, 0, 1, 4 if several else 6)
        if not several and self.deck.currentIndex() > 0:
            self.deck.setCurrentIndex(0)


def _fill(box: PickBox, first: str, pairs: Iterable[tuple[str, str]]) -> None:
    wanted = [("", first), *pairs]
    if wanted == [(box.itemData(n), box.itemText(n)) for n in range(box.count())]:
        return
    chosen = box.currentData()
    gone = chosen and chosen not in [code for code, _name in wanted]
    box.blockSignals(True)
    box.clear()
    for code, name in wanted:
        box.addItem(name, code)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
    if gone:
        box.currentIndexChanged.emit(0)
