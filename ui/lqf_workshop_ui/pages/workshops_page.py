"""The Workshops page: every workshop, to find and open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems


class WorkshopsPage(QWidget):
    """The Workshops page: every workshop, to find and open."""

    asked_new = Signal()
    asked_open = Signal(int)
    asked_run = Signal(int)

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
