"""Which scenario card a step has: the ratings choose, or a person does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.deck_list import DeckList
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.page_scroll import BAR
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.surfaces import Surface, empty, scrolling
from lqf_workshop_ui.widgets.words import words

LIST_HEIGHT = 248


class CardPreview(QWidget):
    """A card to read: what it touches, its situation and its questions."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.title = words("", "heading", self)
        self._badges = QHBoxLayout()
        self._badges.setSpacing(6)
        self.situation = words("", "", self)
        self.prompts = words("", "muted", self)
        inside = QWidget(self)
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, BAR, 0)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addLayout(self._badges)
        box.addWidget(self.situation)
        box.addWidget(self.prompts)
        box.addStretch(1)
        self._area = scrolling(inside, self)
        inside.setObjectName("onCard")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(_("The card"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def show_card(self, card: ScenarioCard | None, edition: FrameworkEdition | None) -> None:
        """Show a card, or say that none is chosen."""
        empty(self._badges)
        self.title.setText(card.title if card else _("No card fits"))
        self.situation.setText(
            card.situation if card else _("Try other words, or another dimension or level.")
        )
        prompts = card.prompts if card else ()
        self.prompts.setText("\n".join(f"{n}.  {text}" for n, text in enumerate(prompts, 1)))
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
        self.setAccessibleName(_("Scenario cards"))
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(self.asked)

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


class CardChooser(Surface):
    """Leaves the card to the ratings, or lays one by hand before the meeting."""

    asked_none = Signal()
    """No card by hand any more: let the ratings choose."""

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 16), spacing=10)
        self._services = services
        self._problems = problems
        self._edition: FrameworkEdition | None = None
        self._workshop_id = self._step_id = 0
        self._laid: ScenarioCard | None = None
        self.way = Choices(
            [("ratings", _("Let the ratings choose")), ("hand", _("Choose a card"))],
            self,
            name=_("How the card is chosen"),
        )
        self.explained = words("", "muted", self)
        self.model = DeckList(self)
        self.deck = QWidget(self)
        self._make_search(looks)
        self.list = CardListView(self.model, self.deck)
        self.preview = CardPreview(looks, self.deck)
        self.use_button = button(_("Use this card"), self.lay, parent=self)
        self._lay_out()
        self._connect()

    def _make_search(self, looks: Looks) -> None:
        self.search = QLineEdit(self.deck)
        self.search.setAccessibleName(_("Find a card by its words"))
        self.search.setPlaceholderText(_("Find by words"))
        self.dimension = PickBox(looks, _("Only cards about a dimension"), self.deck)
        self.level = PickBox(looks, _("Only cards for a role level"), self.deck)

    def _lay_out(self) -> None:
        self.box.addWidget(words(_("The card"), "heading", self))
        self.list.setMinimumWidth(150)
        top = QHBoxLayout()
        top.addWidget(self.way)
        top.addStretch(1)
        self.box.addLayout(top)
        said = QHBoxLayout()
        said.setSpacing(16)
        said.addWidget(self.explained, 1)
        said.addWidget(self.use_button)
        self.box.addLayout(said)
        inside = QVBoxLayout(self.deck)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        finding = QHBoxLayout()
        finding.setSpacing(10)
        for part in (self.search, self.dimension, self.level):
            part.setMinimumWidth(90)
            finding.addWidget(part, 1)
        inside.addLayout(finding)
        both = QHBoxLayout()
        both.setSpacing(16)
        self.list.setFixedHeight(LIST_HEIGHT)
        both.addWidget(self.list, 2)
        both.addWidget(self.preview, 3)
        inside.addLayout(both)
        self.box.addWidget(self.deck)

    def _connect(self) -> None:
        self.way.chosen.connect(self._choose_way)
        self.search.textChanged.connect(self._narrow)
        self.dimension.currentIndexChanged.connect(self._narrow)
        self.level.currentIndexChanged.connect(self._narrow)
        self.list.chosen.connect(self._show_chosen)
        self.list.asked.connect(self.lay)

    def show_step(
        self,
        workshop_id: int,
        step_id: int,
        laid: ScenarioCard | None,
        edition: FrameworkEdition,
    ) -> None:
        """Show which card a step has."""
        other = (workshop_id, step_id) != (self._workshop_id, self._step_id)
        changed = laid != self._laid
        self._workshop_id, self._step_id, self._laid = workshop_id, step_id, laid
        if edition is not self._edition:
            self._edition = edition
            self._fill_filters(edition)
        if not self.model.rowCount() and not self.search.text():
            self._problems.attempt(self._read_deck)
        if other or changed:
            self.way.choose("hand" if laid else "ratings")
            self._show_way()
        if (other or changed) and laid is not None:
            self._look_at(laid)

    def _read_deck(self) -> None:
        self.model.show_deck(self._services.cards.deck().cards)

    def _fill_filters(self, edition: FrameworkEdition) -> None:
        for box, first, pairs in (
            (
                self.dimension,
                _("Every dimension"),
                [(d.code, d.short_name) for d in edition.dimensions],
            ),
            (self.level, _("Every level"), [(one.code, one.name) for one in edition.levels]),
        ):
            box.blockSignals(True)
            box.clear()
            box.addItem(first, "")
            for code, name in pairs:
                box.addItem(f"{code}  {name}" if box is self.dimension else name, code)
            box.blockSignals(False)

    def _look_at(self, card: ScenarioCard) -> None:
        row = self.model.row_of(card.code)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))

    @property
    def looked_at(self) -> ScenarioCard | None:
        """The card that is looked at in the list."""
        return self.model.card(self.list.currentIndex().row())

    @Slot(str)
    def _choose_way(self, way: str) -> None:
        if way == "ratings" and self._laid is not None:
            self.asked_none.emit()
            return
        self._show_way()
        if way == "hand":
            self.search.setFocus()

    def _show_way(self) -> None:
        by_hand = self.way.choice == "hand"
        self.deck.setVisible(by_hand)
        self.use_button.setVisible(by_hand)
        if not by_hand:
            said = _(
                "When you come to this step, the app suggests a card for the dimension that was "
                "rated lowest, or where people differ most. You can still take another."
            )
        elif self._laid is not None:
            said = _("On the table: {0}").format(self._laid.title)
        else:
            said = _("Read a few, then press “Use this card”.")
        self.explained.setText(said)
        if by_hand and self.looked_at is None and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show_chosen()

    @Slot()
    def _narrow(self) -> None:
        before = self.looked_at
        dimension, level = self.dimension.currentData(), self.level.currentData()
        self.model.narrow(self.search.text(), dimension or "", level or "")
        row = self.model.row_of(before.code) if before else -1
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(max(row, 0), 0))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        card = self.looked_at
        self.preview.show_card(card, self._edition)
        same = card is not None and self._laid is not None and card.code == self._laid.code
        self.use_button.setEnabled(card is not None and not same)
        self.use_button.setText(_("This card is chosen") if same else _("Use this card"))

    @Slot()
    def lay(self) -> None:
        """Lay the card that is looked at."""
        card = self.looked_at
        if card is None:
            return
        self._problems.attempt(
            lambda: self._services.cards.lay(self._workshop_id, self._step_id, card)
        )
