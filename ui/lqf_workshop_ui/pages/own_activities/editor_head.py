"""The head of the editor: which activity it is, and what can be done with it as a whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.elided import ElidedLabel
from lqf_workshop_ui.widgets.icon_tool import IconTool
from lqf_workshop_ui.widgets.saved_text import saved_words
from lqf_workshop_ui.widgets.words import line, set_role


class EditorHead(QWidget):
    """The way back, which activity it is, whether all is saved, undo and the bin."""

    left = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.back_button = button(_("Back"), kind="quiet", parent=self, hint=_("Back (Esc)"))
        self.back_button.setIconSize(QSize(20, 20))
        self.back_button.clicked.connect(self.left)
        self.name = ElidedLabel("", "panel-title", self)
        self.saved = line(saved_words(), "accent", self)
        self.undo_tool = IconTool("undo", _("Take back the last change (Ctrl + Z)"), looks, self)
        self.redo_tool = IconTool("redo", _("Do it again (Ctrl + Shift + Z)"), looks, self)
        self.bin_button = button(_("Put in the bin"), kind="quiet", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addWidget(self.name, 1)
        for part in (self.saved, self.undo_tool, self.redo_tool, self.bin_button):
            row.addWidget(part)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        self.back_button.setIcon(self._looks.icon("back"))

    def tell_saved(self, saved: bool) -> None:
        """Say whether everything typed is on disk."""
        self.saved.setText(saved_words() if saved else _("Not all is saved"))
        set_role(self.saved, "accent" if saved else "warm")
