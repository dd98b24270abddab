"""The deck in the facilitator's hands: a card is drawn for the team, or chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lqf_workshop.domain.focus import placings
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words


class CardChooser(QWidget):
    """Lays a card on the table of the step the meeting is at; ``laid`` once it lies there."""

    laid = Signal()

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._live, self._problems = services, live, problems
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.weakest_button = button(
            _("Draw for our lowest"), partial(self.draw, DrawReason.WEAKEST), kind="primary"
        )
        self.split_button = button(
            _("Draw for our most split"), partial(self.draw, DrawReason.SPLIT)
        )
        row.addWidget(self.weakest_button)
        row.addWidget(self.split_button)
        row.addWidget(words(_("or choose one:"), "muted", self), 1)
        box.addLayout(row)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Scenario cards"))
        self.list.setMinimumHeight(220)
        self.list.itemActivated.connect(self._lay_chosen)
        box.addWidget(self.list)
        self.lay_button = button(_("Put this card on the table"), self._lay_chosen)
        last = QHBoxLayout()
        last.addWidget(self.lay_button)
        last.addStretch(1)
        box.addLayout(last)

    def fill(self) -> None:
        """List the cards of the deck, once, and offer to draw where something was rated."""
        rated = bool(placings(self._live.meeting.rounds))
        self.weakest_button.setText(_("Draw for our lowest") if rated else _("Draw a card for us"))
        self.split_button.setVisible(rated)
        try:
            cards = self._services.cards.deck().cards
        except WorkshopProblem as problem:
            self._problems.warn(str(problem))
            return
        if self.list.count() != len(cards):
            self._list(cards)

    def _list(self, cards: tuple[ScenarioCard, ...]) -> None:
        names = {d.code: d.short_name for d in self._live.meeting.edition.dimensions}
        self.list.clear()
        for card in cards:
            about = ", ".join(names.get(code, code) for code in card.dimensions[:2])
            item = QListWidgetItem(f"{card.number}. {card.title}  ·  {about}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, card.code)
            item.setToolTip(card.situation)
        self.list.setCurrentRow(0)

    def draw(self, wanted: DrawReason) -> None:
        """Lay the card that fits the team's ratings best."""

        def lay() -> None:
            found = self._services.cards.suggest(
                self._live.workshop_id, self._live.meeting.rounds, wanted
            )
            self._lay(found.card, found.reason, found.dimension)

        self._problems.attempt(lay)

    def choose(self, code: str) -> None:
        """Lay a card by its code."""
        self._problems.attempt(lambda: self._lay(self._services.cards.deck().card(code)))

    @Slot()
    def _lay_chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.choose(item.data(Qt.ItemDataRole.UserRole))

    def _lay(
        self, card: ScenarioCard, reason: DrawReason = DrawReason.CHOSEN, dimension: str = ""
    ) -> None:
        stop = self._live.stop
        assert stop is not None
        self._services.cards.lay(self._live.workshop_id, stop.step_id, card, reason, dimension)
        self.laid.emit()
