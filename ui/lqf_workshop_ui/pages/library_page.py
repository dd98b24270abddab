"""The pocket reference."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems


class LibraryPage(QWidget):
    """The pocket reference."""

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
