"""Passing the laptop: what it needs, and a warning when the room could watch."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class Laptop(Surface):
    """``asked`` when the laptop shall go round."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 18, 20, 18), spacing=12)
        text = _(
            "The laptop goes from hand to hand. Each person votes on a screen that shows "
            "nobody else’s vote, then passes it on."
        )
        self.box.addWidget(words(text, "", self))
        self.warning = words(
            _(
                "Only one display is connected. If a TV or projector shows it too, the room would "
                "see each vote: switch that off first, or pull its cable."
            ),
            "warm",
            self,
        )
        self.box.addWidget(self.warning)
        row = QHBoxLayout()
        self.start_button = button(_("Start passing the laptop"), self.asked.emit)
        row.addWidget(self.start_button)
        row.addStretch(1)
        self.box.addLayout(row)

    def set_covered(self, covered: bool) -> None:
        """Warn while the room may be looking at this very display."""
        self.warning.setVisible(covered)
        self.start_button.setText(
            _("Nobody else can see it: start") if covered else _("Start passing the laptop")
        )
