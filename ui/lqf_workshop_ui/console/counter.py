"""A card that counts hands for one answer: its number, its count, minus and plus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import line, set_role, words


class Counter(Surface):
    """Counts one answer up and down; ``counted`` carries the answer and +1 or -1."""

    counted = Signal(str, int)

    def __init__(
        self, answer: str, head: str, word: str, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        """Make a counter; ``name`` says in full what it counts, for those who listen."""
        super().__init__("card", parent, margins=(8, 10, 8, 10), spacing=4)
        self.answer = answer
        self._name = name or f"{head} {word}"
        self.head = line(head, "accent", self)
        self.count = line("0", "count", self)
        self.word = words(word, "small", self)
        for label in (self.head, self.count, self.word):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.box.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.less = button("−", self.take_one, kind="round", hint=_("One less: {0}").format(name))
        self.more = button("+", self.add_one, kind="round", hint=_("One more: {0}").format(name))
        for made in (self.less, self.more):
            row.addWidget(made)
        self.box.addLayout(row)

    def show_count(self, count: int | None) -> None:
        """Show a count; None covers it, because the room may be looking."""
        self.count.setText("–" if count is None else str(count))
        said = _("covered") if count is None else str(count)
        self.count.setAccessibleName(f"{self._name}: {said}")
        set_role(self.count, "count")
        self.less.setEnabled(count is None or count > 0)

    @Slot()
    def add_one(self) -> None:
        """Count one more."""
        self.counted.emit(self.answer, 1)

    @Slot()
    def take_one(self) -> None:
        """Count one less."""
        self.counted.emit(self.answer, -1)
