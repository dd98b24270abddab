"""What stands under a picture: how to read it, and the figures for those who ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from lqf_workshop.scenes.findings import Figure
from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class ReadThisAs(Surface):
    """How to read the picture, in a sentence or two."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent, margins=(18, 10, 18, 12), spacing=16, across=True)
        label = words(_("Read this as"), "accent", self)
        label.setWordWrap(False)
        self.box.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self.text = words(text, "", self)
        self.box.addWidget(self.text, 1)


class FiguresPanel(QWidget):
    """Figures, each with the sentence that explains it, or the sentence why there are none."""

    def __init__(self, shown: Sequence[Figure], none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 4, 18, 10)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, figure in enumerate(shown):
            name = words(figure.name, "", self)
            name.setFixedWidth(250)
            grid.addWidget(name, row, 0, top)
            grid.addWidget(words(figure.value, "strong", self), row, 1, top)
            grid.addWidget(words(figure.meaning, "muted", self), row, 2)
        if not shown:
            grid.addWidget(words(none, "muted", self), 0, 0, 1, 3)
