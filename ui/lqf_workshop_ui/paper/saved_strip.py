"""The strip under a paper or a page that says where something was saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.folders import open_folder
from lqf_workshop_ui.widgets.words import words


class SavedStrip(QFrame):
    """Shown after saving; the folder is one press away."""

    def __init__(self, problems: Problems, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._problems = problems
        self._folder = Path()
        self.text = words("", "", self)
        self.open = button(_("Open folder"), self._open, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.open)
        self.hide()

    def tell(self, file: Path) -> None:
        """Say that ``file``, or a folder with files in it, has been written."""
        self._folder = file if file.is_dir() else file.parent
        self.text.setText(_("Saved as {0}").format(file))
        self.show()

    @Slot()
    def _open(self) -> None:
        self._problems.attempt(lambda: open_folder(self._folder))
