"""What a person is asked before a workshop leaves for another laptop."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words


class Leaving(QDialog):
    """Says what is in the file; ``agreed`` carries whether one's own notes go too."""

    agreed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Workshop file"))
        self.setModal(True)
        self.setFixedWidth(560)
        self.private = QCheckBox(_("Put my own notes in too"), self)
        self.save_button = button(_("Choose where…"), self.accept, kind="primary", parent=self)
        self.cancel_button = button(_("Cancel"), self.reject, parent=self)
        self.cancel_button.setAutoDefault(False)
        self.save_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 24)
        box.setSpacing(12)
        box.addWidget(words(_("A file for another laptop"), "heading", self))
        said = _(
            "It holds the plan, the results, the cards and activities, the team’s notes and the "
            "actions. Votes that are not revealed stay here. Whoever has the file can read it."
        )
        box.addWidget(words(said, "", self))
        box.addWidget(self.private)
        box.addSpacing(8)
        box.addLayout(row)
        self.accepted.connect(self._agree)
        self.finished.connect(self.deleteLater)

    def ask(self) -> None:
        """Put the question; the program goes on underneath."""
        self.open()
        self.save_button.setFocus()

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self.private.isChecked())
