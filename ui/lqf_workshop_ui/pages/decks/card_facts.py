"""The facts on a card's back, with where they were found; they can be taken off an own card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.scenario import Fact
from lqf_workshop.wording import _, long_date
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words


class CardFacts(Surface):
    """Shows the facts of a card; ``asked_off`` carries the place of one that is to go."""

    asked_off = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 16, 20, 18), spacing=6)
        self._shown: tuple[tuple[Fact, ...], bool] = ((), False)
        self.hide()

    def show_facts(self, facts: tuple[Fact, ...], *, editable: bool) -> None:
        """Show these facts, or nothing where there are none."""
        self.setVisible(bool(facts))
        if (facts, editable) == self._shown:
            return
        self._shown = facts, editable
        empty(self.box)
        self.box.addWidget(words(_("Facts from outside"), "heading", self))
        for n, fact in enumerate(facts):
            self.box.addWidget(typed(fact.text, "", self))
            checked = _("{0} Checked on {1}.").format(fact.source, long_date(fact.checked_on))
            self.box.addWidget(typed(checked, "small", self))
            if editable:
                off = button(
                    _("Take this fact off"),
                    partial(self.asked_off.emit, n),
                    kind="quiet",
                    parent=self,
                    hint=_("Take fact {0} off the card").format(n + 1),
                )
                self.box.addWidget(off, 0, Qt.AlignmentFlag.AlignLeft)
