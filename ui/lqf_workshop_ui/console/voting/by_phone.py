"""Voting by phone: whether phones are on, how many are there, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.console.phones.link import PhoneLink
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class ByPhone(Surface):
    """``asked`` opens the phones dialog; ``asked_show`` puts the way in on the big screen."""

    asked = Signal()
    asked_show = Signal()

    def __init__(self, link: PhoneLink, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 18, 20, 18), spacing=12)
        self._link = link
        self.state = words("", "strong", self)
        self.told = words("", "", self)
        self.box.addWidget(self.state)
        self.box.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.open_button = button("", self.asked.emit)
        self.show_button = button(_("Show the way in on the big screen"), self.asked_show.emit)
        row.addWidget(self.open_button)
        row.addWidget(self.show_button)
        row.addStretch(1)
        self.box.addLayout(row)
        link.changed.connect(self.refresh)
        link.counted.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say how things are with phones now."""
        door = self._link.door
        if door is None:
            self.state.setText(_("Phones are off"))
            self.told.setText(
                _(
                    "People vote on a page that this laptop serves on the room’s Wi-Fi. "
                    "It is an extra: hands, slips and the laptop work without it."
                )
            )
        else:
            count = self._link.phones
            here = ngettext("{n} phone is here", "{n} phones are here", count)
            self.state.setText(here if count else _("Phones are on; none is here yet"))
            self.told.setText(
                _("{0}, letters {1}. Votes by phone are counted by themselves.").format(
                    door.typed, door.code
                )
            )
        self.open_button.setText(_("Switch phones on…") if door is None else _("Phones…"))
        self.show_button.setVisible(door is not None)
