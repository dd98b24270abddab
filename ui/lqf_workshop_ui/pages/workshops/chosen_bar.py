"""The strip under the list with what can be done with the chosen workshop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from lqf_workshop.domain.workshop import WorkshopLine, WorkshopState
from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.elided import ElidedLabel
from lqf_workshop_ui.widgets.surfaces import Surface


class ChosenBar(Surface):
    """What can be done with the chosen workshop."""

    asked_open = Signal()
    asked_run = Signal()
    asked_delete = Signal()
    asked_save = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 10, 12, 10), spacing=10, across=True)
        self.team = ElidedLabel("", "strong", self)
        self.delete_button = button(_("Delete…"), kind="quiet", parent=self)
        self.save_button = button(_("Save as a file…"), kind="quiet", parent=self)
        self.open_button = button(_("Open"), parent=self)
        self.run_button: QPushButton = button(_("Start"), parent=self)
        self.box.addWidget(self.team, 1)
        self._buttons = (self.delete_button, self.save_button, self.open_button, self.run_button)
        for made in self._buttons:
            self.box.addWidget(made)
        self.delete_button.clicked.connect(self.asked_delete)
        self.save_button.clicked.connect(self.asked_save)
        self.open_button.clicked.connect(self.asked_open)
        self.run_button.clicked.connect(self.asked_run)

    def show_line(self, chosen: WorkshopLine | None) -> None:
        """Show the chosen workshop, or hide when there is none."""
        self.setVisible(chosen is not None)
        if chosen is None:
            return
        self.team.setText(chosen.team)
        running = chosen.state is WorkshopState.RUNNING
        self.run_button.setText(_("Continue") if running else _("Start"))
        self.run_button.setVisible(chosen.state is not WorkshopState.DONE)
        for made in self._buttons:
            made.setAccessibleName(f"{made.text().rstrip('…')} {chosen.team}")
