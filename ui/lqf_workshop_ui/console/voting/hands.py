"""Counting hands or held-up cards: a counter for each answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from lqf_workshop.domain.rating import ANSWERS
from lqf_workshop_ui.console.counter import Counter


class Hands(QWidget):
    """``counted`` carries an answer as text, and +1 or -1."""

    counted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        self.counters: dict[int, Counter] = {}
        for column, answer in enumerate(ANSWERS):
            counter = Counter(str(answer), str(answer), "", self, name=str(answer))
            counter.counted.connect(self.counted)
            grid.addWidget(counter, 0, column)
            grid.setColumnStretch(column, 1)
            self.counters[answer] = counter

    def show_counts(
        self, counts: Mapping[int, int], words: Mapping[int, str], *, covered: bool
    ) -> None:
        """Show what was counted; covered while the room looks at this display."""
        for answer, counter in self.counters.items():
            counter.word.setText(words[answer])
            counter.show_count(None if covered else counts.get(answer, 0))
