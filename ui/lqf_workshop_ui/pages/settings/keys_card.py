"""The keys of a running workshop, to read and to learn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.shortcuts import key_help
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class KeysCard(Surface):
    """Two columns: the keys, and what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 22), spacing=12)
        self.box.addWidget(words(_("Keys while a workshop runs"), "heading", self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        for row, (keys, meaning) in enumerate(key_help()):
            name = words(keys, "strong", self)
            name.setFixedWidth(188)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(meaning, "", self), row, 1)
        self.box.addLayout(grid)
