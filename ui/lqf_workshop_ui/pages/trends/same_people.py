"""Asks how many of those at the latest workshop were there the time before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.trend import TrendPoint
from lqf_workshop.scenes.movements import short_day
from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.pickers import NumberBox
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

NOT_SAID = -1


class SamePeople(Surface):
    """A question and a small number; empty means that nobody said. ``said`` carries the answer.

    Votes of a team that has changed by more than four in ten are not compared.
    """

    said = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 12, 20, 12), spacing=16, across=True)
        self._workshop_id = 0
        self.question = words("", "", self)
        self.number = NumberBox(NOT_SAID, 0, self)
        self.number.setFixedWidth(76)
        self.number.setSpecialValueText("–")
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self._tell)
        self.box.addWidget(self.question, 1)
        self.box.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)

    def ask_about(self, point: TrendPoint | None) -> None:
        """Ask about the workshop of a vote; hide where there is nothing to ask."""
        self.setVisible(point is not None)
        if point is None:
            return
        self._workshop_id = point.workshop_id
        text = _("Of the {1} people on {0}, how many were there the time before?").format(
            short_day(point.held_on), point.room.headcount
        )
        self.question.setText(text)
        self.number.setAccessibleName(text)
        self.number.setToolTip(_("Arrow down to “–” means: we do not know"))
        self.number.blockSignals(True)
        self.number.setMaximum(point.room.headcount)
        same = point.room.same_people
        self.number.setValue(NOT_SAID if same is None else same)
        self.number.blockSignals(False)

    @Slot(int)
    def _tell(self, number: int) -> None:
        self.said.emit(self._workshop_id, None if number == NOT_SAID else number)
