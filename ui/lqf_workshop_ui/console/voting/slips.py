"""Typing slips in: one key a slip, the last one shown, the tally out of the room's sight."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.rating import ANSWERS
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import line, words


class Slips(Surface):
    """``typed`` carries the answer on a slip; ``asked_print`` asks for slips on paper."""

    typed = Signal(int)
    asked_print = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 14), spacing=10)
        told = _(
            "Collect the slips face down and shuffle them. Then press one key a slip: 1 to 5, "
            "or 0 for “can’t see”. Backspace takes the last one back."
        )
        self.box.addWidget(words(told, "", self))
        keys = QHBoxLayout()
        keys.setSpacing(8)
        self.keys = {answer: self._key(answer) for answer in ANSWERS}
        for key in self.keys.values():
            keys.addWidget(key)
        keys.addStretch(1)
        self.print_button = button(_("Print slips…"), self.asked_print.emit, parent=self)
        keys.addWidget(self.print_button)
        self.box.addLayout(keys)
        self.last = line("", "heading", self)
        self.tally = line("", "muted", self)
        self.box.addWidget(self.last)
        self.box.addWidget(self.tally)
        self.forget()

    def _key(self, answer: int) -> QWidget:
        hint = _("A slip with {0}").format(answer)
        made = button(str(answer), parent=self, hint=hint)
        made.setMinimumWidth(44)
        made.clicked.connect(lambda: self.typed.emit(answer))
        return made

    def forget(self) -> None:
        """Show no last slip; another vote begins."""
        self.last.setText(_("No slip typed yet"))

    def tell_typed(self, answer: int, word: str, *, covered: bool) -> None:
        """Say which slip was typed last, so that a slip of the finger is seen at once."""
        text = (
            _("One more slip is in") if covered else _("Last slip: {0}, {1}").format(answer, word)
        )
        self.last.setText(text)

    def tell_taken_back(self) -> None:
        """Say that the last slip is out again."""
        self.last.setText(_("The last slip is taken back. Type it again."))

    def show_counts(self, counts: Mapping[int, int], *, covered: bool) -> None:
        """Show the running tally, unless the room could see it."""
        total = sum(counts.values())
        slips = ngettext("{n} typed", "{n} typed", total)
        each = "   ".join(f"{answer}: {counts.get(answer, 0)}" for answer in ANSWERS)
        self.tally.setText(slips if covered else f"{slips}   ({each})")
