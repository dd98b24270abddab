"""What a person sees while a paper is being made or printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words

WIDTH = 360


class Making(QWidget):
    """A sentence, a bar and a way out."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = words(sentence, "heading", self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(sentence)
        self.cancel = button(_("Cancel"), parent=self)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.sentence.setAlignment(middle)
        box = QVBoxLayout(self)
        box.setSpacing(16)
        box.addStretch(2)
        for widget in (self.sentence, self.bar):
            widget.setFixedWidth(WIDTH)
            box.addWidget(widget, 0, middle)
        box.addWidget(self.cancel, 0, middle)
        box.addStretch(3)

    def say(self, sentence: str, done: int = 0, whole: int = 0) -> None:
        """Say how far it has come; without numbers the bar only shows that it goes on."""
        self.sentence.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
