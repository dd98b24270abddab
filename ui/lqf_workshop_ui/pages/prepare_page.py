"""The Prepare page: plan a workshop before the meeting."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems


class PreparePage(QWidget):
    """The Prepare page: plan a workshop before the meeting."""

    asked_run = Signal(int)
    left = Signal()

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")

    def prepare_new(self) -> None:
        """Begin a new workshop."""

    def show_workshop(self, workshop_id: int) -> None:
        """Show the plan of a workshop."""
