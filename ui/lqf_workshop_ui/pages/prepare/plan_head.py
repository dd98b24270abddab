"""The top of a plan: which workshop it is, and what can be done with it as a whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.wording import _, long_date, people
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.plain_words import BETWEEN
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.elided import ElidedLabel
from lqf_workshop_ui.widgets.saved_text import saved_words
from lqf_workshop_ui.widgets.words import line, set_role


class PlanHead(QWidget):
    """The team, the day, whether all is saved, the papers for it, and Start."""

    left = Signal()
    asked_papers = Signal()
    asked_run = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.back_button = button(_("Home"), kind="quiet", parent=self, hint=_("Back to Home"))
        self.team = ElidedLabel("", "panel-title", self)
        self.about = ElidedLabel("", "muted", self)
        self.saved = line(saved_words(), "accent", self)
        self.papers_button = button(
            _("Print pack…"), parent=self, hint=_("Agenda, slips, card and notices on paper")
        )
        self.run_button = button(_("Start the workshop"), kind="primary", parent=self)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.team)
        said.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.back_button)
        row.addLayout(said, 1)
        row.addWidget(self.saved)
        row.addWidget(self.papers_button)
        row.addWidget(self.run_button)
        self.back_button.clicked.connect(self.left)
        self.papers_button.clicked.connect(self.asked_papers)
        self.run_button.clicked.connect(self.asked_run)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        self.back_button.setIcon(self._looks.icon("back"))
        self.back_button.setIconSize(QSize(20, 20))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show which workshop this is, and what its main button does."""
        plan, state = meeting.workshop.plan, meeting.workshop.state
        self.team.setText(plan.team)
        parts = [long_date(plan.held_on), people(plan.headcount)]
        if state is WorkshopState.DONE:
            parts.insert(0, _("Done"))
        self.about.setText(BETWEEN.join(parts))
        running = state is WorkshopState.RUNNING
        self.run_button.setText(_("Continue") if running else _("Start the workshop"))
        self.run_button.setAccessibleName(f"{self.run_button.text()}: {plan.team}")
        for act in (self.papers_button, self.run_button):
            act.setVisible(state is not WorkshopState.DONE)

    def tell_saved(self, saved: bool) -> None:
        """Say whether everything typed is on disk."""
        self.saved.setText(saved_words() if saved else _("Not all is saved"))
        set_role(self.saved, "accent" if saved else "warm")
