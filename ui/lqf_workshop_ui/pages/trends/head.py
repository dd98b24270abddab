"""What stands over teams over time or side by side: what it is, how to look at it, and Print."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.typed import breakable, typed
from lqf_workshop_ui.widgets.words import words

PICTURES, TABLE = "pictures", "table"


class TrendHead(QWidget):
    """``print_asked`` when this is wanted on paper; ``views`` tells pictures from table."""

    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = typed("", "panel-title", self)
        self.subtitle = words("", "muted", self)
        self.views = Choices(
            [(PICTURES, _("Pictures")), (TABLE, _("Table"))], self, name=_("Show the votes as")
        )
        self.print_button = button(_("Print"), self.print_asked.emit, kind="primary", parent=self)
        self.print_button.setToolTip("Ctrl + P")
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(names, 1)
        for made in (self.views, self.print_button):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, title: str, subtitle: str) -> None:
        """Show what this is."""
        self.title.setText(breakable(title))
        self.subtitle.setText(breakable(subtitle))
