"""Actions that fall due: the late ones first, in words and in a warm colour."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.home.reading import Due
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.card_button import CardButton
from lqf_workshop_ui.widgets.elided import ElidedLabel
from lqf_workshop_ui.widgets.invitation import Invitation
from lqf_workshop_ui.widgets.surfaces import empty
from lqf_workshop_ui.widgets.words import words


class DueCard(CardButton):
    """One action: when, what and who; pressing it leads to the actions."""

    def __init__(self, due: Due, parent: QWidget | None = None) -> None:
        super().__init__("due", parent)
        self.due = due
        self.setAccessibleName(f"{due.when}: {due.what}. {due.who}")
        self.when = words(due.when, "warm" if due.late else "accent", self)
        self.what = words(due.what, "strong", self)
        self.who = ElidedLabel(due.who, "muted", self)
        self.add(self.when, self.what, self.who)


class FallingDue(QWidget):
    """The next actions of all teams."""

    asked_actions = Signal()
    asked_looks = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[Due, ...], tuple[Due, ...]] | None = None
        self.cards: list[DueCard] = []
        self.looks: list[DueCard] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(words(_("Falling due"), "heading", self))
        self.nothing = Invitation(
            "actions",
            _("Nothing is waiting"),
            _("Actions that a team agrees appear here, the ones that fall due first."),
            looks,
            self,
        )
        box.addWidget(self.nothing)
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        box.addLayout(self._box)
        self.again = words(_("Time to look again"), "heading", self)
        self.again.setContentsMargins(0, 10, 0, 0)
        box.addWidget(self.again)
        self._looks_box = QVBoxLayout()
        self._looks_box.setSpacing(10)
        box.addLayout(self._looks_box)
        self.see_all = button(_("See all actions"), kind="quiet", parent=self)
        self.see_all.clicked.connect(self.asked_actions)
        box.addWidget(self.see_all)
        box.addStretch(1)

    def show_due(self, due: tuple[Due, ...], more: bool, looks: tuple[Due, ...] = ()) -> None:
        """Show these actions, those it is time to look at again, and a way to the others."""
        self.see_all.setVisible(more or bool(looks))
        self.nothing.setVisible(not due)
        self.again.setVisible(bool(looks))
        if (due, looks) == self._shown:
            return
        self._shown = due, looks
        self.cards = self._fill(self._box, due)
        self.looks = self._fill(self._looks_box, looks)
        for card in self.cards:
            card.clicked.connect(self.asked_actions)
        for card in self.looks:
            card.clicked.connect(self.asked_looks)

    def _fill(self, box: QVBoxLayout, due: tuple[Due, ...]) -> list[DueCard]:
        empty(box)
        cards = [DueCard(one, self) for one in due]
        for card in cards:
            box.addWidget(card)
        return cards
