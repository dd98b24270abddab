"""What to say, what to do and what to watch for, beside the controls of a step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from lqf_workshop.domain.agenda import Script
from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import line, words

WATCH = 2
"""The row that speaks about the people in the room, and so is not for them."""


class ScriptCard(Surface):
    """Three rows: Say, Do, Watch for; rows without words are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 14))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        self._rows = []
        self._covered = False
        self._script: Script | None = None
        for n, head in enumerate((_("Say"), _("Do"), _("Watch for"))):
            label = line(head, "accent", self)
            text = words("", "", self)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            grid.addWidget(label, n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, n, 1)
            self._rows.append((label, text))
        self.box.addLayout(grid)

    def show_script(self, script: Script | None) -> None:
        """Show the words for this moment, or nothing when there are none."""
        self._script = script
        texts = (script.say, script.do, script.watch) if script else ("", "", "")
        for n, ((label, text), told) in enumerate(zip(self._rows, texts, strict=True)):
            text.setText(f"“{told}”" if n == 0 and told else told)
            label.setVisible(bool(told))
            text.setVisible(bool(told))
            if n == WATCH and self._covered:
                label.hide()
                text.hide()
        self.setVisible(any(texts))

    def set_covered(self, covered: bool) -> None:
        """Fold "watch for" away while the room can read this display; F1 still shows it."""
        self._covered = covered
        self.show_script(self._script)
