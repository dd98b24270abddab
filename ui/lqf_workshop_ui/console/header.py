"""The strip over the console: which workshop, what the room's screen does, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QInputDialog, QWidget

from lqf_workshop.domain.meeting import Cover, Meeting
from lqf_workshop.wording import _, ngettext, people, short_date
from lqf_workshop_ui.big_screen.room import Room
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.shortcuts import Command
from lqf_workshop_ui.widgets.buttons import KeyButton, button
from lqf_workshop_ui.widgets.words import line


class Header(QFrame):
    """Shows and asks; ``asked`` carries what a key would."""

    asked = Signal(Command)
    people_changed = Signal(str)
    asked_phones = Signal()
    leaving = Signal()

    def __init__(self, looks: Looks, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(56)
        self._room = room
        self._headcount = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        self.team = line("", "strong", self)
        self.team.setMinimumWidth(60)
        self.facts = line("", "muted", self)
        self.facts.setMinimumWidth(40)
        self.people = button("", self._ask_people, kind="quiet", parent=self)
        row.addWidget(self.team)
        row.addWidget(self.facts)
        row.addWidget(self.people)
        row.addStretch(1)
        self.screen_label = line("", "muted", self)
        row.addWidget(self.screen_label)
        self.phones = button(_("Phones"), self.asked_phones.emit, kind="quiet", parent=self)
        row.addWidget(self.phones)
        self.show_button = self._key_button(looks, _("Show"), "F5", Command.SHOW)
        self.blank = self._key_button(looks, _("Blank"), "B", Command.BLANK)
        self.neutral = self._key_button(looks, _("Neutral slide"), "N", Command.NEUTRAL)
        self.swap = self._key_button(looks, _("Swap"), "S", Command.SWAP)
        for made in (self.show_button, self.blank, self.neutral, self.swap):
            row.addWidget(made)
        self.help = button("?", kind="quiet", parent=self, hint=_("Keys and help (F1)"))
        self.help.clicked.connect(self._ask_help)
        self.leave = button(_("Leave"), self.leaving.emit, kind="quiet", parent=self)
        self.leave.setToolTip(_("Everything is saved; you can continue later."))
        row.addWidget(self.help)
        row.addWidget(self.leave)
        room.changed.connect(self.show_room)
        self.show_room()

    def _key_button(self, looks: Looks, text: str, key: str, command: Command) -> KeyButton:
        made = KeyButton(text, key, looks, self)
        made.setProperty("command", command)
        made.clicked.connect(self._ask)
        return made

    def show_meeting(self, meeting: Meeting) -> None:
        """Show whose workshop this is, and what covers the room's screen."""
        plan = meeting.workshop.plan
        self._headcount = plan.headcount
        self.team.setText(plan.team)
        self.team.setToolTip(plan.team)
        self.facts.setText(f"{short_date(plan.held_on)} · {meeting.edition.edition}")
        self.people.setText(people(plan.headcount))
        self.people.setAccessibleName(
            _("{0} in the room. Change the number").format(people(plan.headcount))
        )
        self.people.setToolTip(_("Somebody came or left? Change the number of people."))
        self.blank.setText(_("Show again") if meeting.cover is Cover.BLANK else _("Blank"))
        hidden = meeting.cover is Cover.NEUTRAL
        self.neutral.setText(_("Show again") if hidden else _("Neutral slide"))

    def show_phones(self, *, on: bool, count: int) -> None:
        """Say whether phones are on, and how many are there."""
        here = ngettext("{n} phone", "{n} phones", count)
        self.phones.setText(here if on else _("Phones"))
        self.phones.setAccessibleName(_("Phones: on, {0}").format(here) if on else _("Phones: off"))
        self.phones.setToolTip(_("Let people vote by phone, on the room’s own Wi-Fi"))

    @Slot()
    def show_room(self) -> None:
        """Say on which display the room's screen is."""
        showing, one = self._room.showing, self._room.one_display
        if one:
            self.screen_label.setText(_("One display"))
        else:
            name = self._room.display_name
            self.screen_label.setText(
                _("Room screen: {0}").format(name) if showing else _("Not on {0} yet").format(name)
            )
        self.show_button.setVisible(one or not showing)
        self.swap.setVisible(not one)

    @classmethod
    def ask_number(cls, parent: QWidget, now: int) -> str | None:
        """Ask how many people are in the room; None when it stays as it is."""
        text, good = QInputDialog.getText(
            parent, _("People in the room"), _("How many people take part now?"), text=str(now)
        )
        return text if good else None

    @Slot()
    def _ask_people(self) -> None:
        answer = self.ask_number(self, self._headcount)
        if answer is not None:
            self.people_changed.emit(answer)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.sender().property("command"))

    @Slot()
    def _ask_help(self) -> None:
        self.asked.emit(Command.HELP)
