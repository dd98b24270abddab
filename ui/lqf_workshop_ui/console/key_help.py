"""Help for a running workshop: the script of this step, and what every key does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.agenda import AgendaStep
from lqf_workshop.wording import _
from lqf_workshop_ui.console.script_card import ScriptCard
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.shortcuts import key_help
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import line, words

WIDTH = 940


class KeyHelp(QDialog):
    """Opens with F1 and goes with Esc."""

    def __init__(self, step: AgendaStep | None, _looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help for this screen"))
        self.setFixedWidth(WIDTH)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(14)
        if step is not None:
            box.addWidget(words(step.plan.title, "panel-title", self))
            script = ScriptCard(self)
            script.show_script(step.plan.script("start"))
            box.addWidget(script)
        box.addWidget(words(_("Keys, and the buttons of a clicker"), "heading", self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for n, (key, does) in enumerate(key_help()):
            column = 0 if n % 2 == 0 else 2
            grid.addWidget(line(key, "strong", self), n // 2, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(does, "", self), n // 2, column + 1, Qt.AlignmentFlag.AlignTop)
        box.addLayout(grid)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(_("Close"), self.accept, kind="primary", parent=self))
        box.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the words need at this width; a dialog does not see to that itself."""
        super().showEvent(event)
        self.setFixedHeight(self._box.totalHeightForWidth(self.width()))
