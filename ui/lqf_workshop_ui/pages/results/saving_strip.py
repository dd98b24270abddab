"""The strip that says that a file is being written, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words

SHOWN_AFTER = 200
"""Milliseconds; what is done sooner needs no strip."""


class SavingStrip(QFrame):
    """Words, a bar and a way out; ``cancel`` is pressed by the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(240)
        self.bar.setAccessibleName(_("Writing the file…"))
        self.cancel = button(_("Cancel"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(16)
        row.addWidget(words(_("Writing the file…"), "", self), 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self._soon = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._soon.timeout.connect(self.show)
        self.hide()

    @Slot()
    def begin(self) -> None:
        """Show soon that something goes on."""
        self.bar.setRange(0, 0)
        self._soon.start()

    @Slot(int, int)
    def tell(self, done: int, whole: int) -> None:
        """Say how far it is."""
        self.bar.setRange(0, whole)
        self.bar.setValue(done)

    @Slot()
    def end(self) -> None:
        """Go away."""
        self._soon.stop()
        self.hide()
