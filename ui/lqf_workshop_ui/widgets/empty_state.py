"""What a page says when there is nothing to show yet, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lqf_workshop_ui.icons import icon_pixmap
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.words import words

PICTURE = 44
WIDTH = 520


class EmptyState(QWidget):
    """A quiet picture, a short headline and a sentence, in the middle of the room there is."""

    def __init__(
        self,
        picture: str,
        title: str,
        sentence: str,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._looks = looks
        self._drawing = QLabel(self)
        self.title = words(title, "heading", self)
        self.sentence = words(sentence, "muted", self)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(self._drawing, 0, middle)
        for label in (self.title, self.sentence):
            label.setAlignment(middle)
            label.setFixedWidth(WIDTH)
            box.addWidget(label, 0, middle)
        box.addStretch(3)
        looks.changed.connect(self._wear)
        self._wear()

    def say(self, title: str, sentence: str) -> None:
        """Say something else."""
        self.title.setText(title)
        self.sentence.setText(sentence)

    @Slot()
    def _wear(self) -> None:
        colour = self._looks.theme.colours.accent
        ratio = self.devicePixelRatioF()
        self._drawing.setPixmap(icon_pixmap(self._picture, PICTURE, colour, ratio))
