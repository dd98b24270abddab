"""After a result: does the team itself find it better, the same, or worse than last time?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.trend import Felt, felt_answer
from lqf_workshop.scenes.movements import felt_name, felt_question, short_day
from lqf_workshop.wording import _
from lqf_workshop_ui.console.counter import Counter
from lqf_workshop_ui.widgets.words import words


class FeltQuestion(QWidget):
    """Three counters for a show of hands; ``counted`` carries a poll's answer and +1 or -1.

    Standards rise with learning, so a team's own answer stands beside its votes, never in
    their place.
    """

    counted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ""
        self.question = words(felt_question(), "strong", self)
        self.last_time = words("", "small", self)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.question)
        said.addWidget(self.last_time)
        said.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(said, 3)
        self.counters: dict[Felt, Counter] = {}
        for felt in Felt:
            name = felt_name(felt)
            counter = Counter(felt.value, name, "", self, name=name)
            counter.word.hide()
            counter.counted.connect(self._count)
            row.addWidget(counter, 2)
            self.counters[felt] = counter

    def ask(self, about: str, last_time: date | None, hands: Mapping[str, int]) -> None:
        """Ask about a dimension, if the team has rated it before; else hide."""
        self._about = about
        self.setVisible(last_time is not None)
        if last_time is None:
            return
        told = _("Last time was {0}. Count raised hands; the room sees them too.")
        self.last_time.setText(told.format(short_day(last_time)))
        for felt, counter in self.counters.items():
            counter.show_count(hands.get(felt_answer(about, felt), 0))

    @Slot(str, int)
    def _count(self, felt: str, by: int) -> None:
        self.counted.emit(felt_answer(self._about, Felt(felt)), by)
