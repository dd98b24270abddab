"""The strip above a paper that says what to mind when it is printed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from lqf_workshop_ui.widgets.words import words


class NoteStrip(QFrame):
    """One note; a paper without any has no strip."""

    def __init__(self, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.text = words(note, "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(self.text, 1)
        self.setVisible(bool(note))
