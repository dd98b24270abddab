"""What a facilitator can do about phones: switch them on, show the way in, switch them off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.meeting import Cover
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.console.header import Header
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.phones.link import PhoneLink
from lqf_workshop_ui.problems import Problems


class Phones(QObject):
    """Joins the link to the rest of the console: header, room, message bar and dialog."""

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        header: Header,
        problems: Problems,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services, self._live, self._header = services, live, header
        self._problems, self._owner = problems, parent
        self.link = PhoneLink(services, self)
        self.link.changed.connect(self._follow)
        self.link.counted.connect(self._count)
        self.link.failed.connect(problems.warn)
        header.asked_phones.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """Ask on which network phones are, or show how they join."""
        from lqf_workshop_ui.console.phones.addresses import adapters
        from lqf_workshop_ui.console.phones.dialog import PhonesDialog

        dialog = PhonesDialog(self.link, adapters(), self._owner.window())
        dialog.asked_on.connect(self.switch_on)
        dialog.asked_off.connect(self.link.switch_off)
        dialog.asked_show.connect(self.show_way_in)
        dialog.open()

    @Slot(str)
    def switch_on(self, address: str) -> None:
        """Let phones in at an address, in the background."""
        self.link.switch_on(self._live.workshop_id, address)

    @Slot()
    def show_way_in(self) -> None:
        """Show the room how phones join."""
        self._cover(Cover.JOIN)

    def show_or_hide_way_in(self) -> None:
        """Show the way in, or what it hides; say so while phones are off."""
        if self.link.door is None:
            self._problems.tell(_("Phones are off. Switch them on with “Phones” above."))
        else:
            shown = self._live.meeting.cover is Cover.JOIN
            self._cover(Cover.NONE if shown else Cover.JOIN)

    def _cover(self, cover: Cover) -> None:
        runs = self._services.runs
        self._problems.attempt(partial(runs.cover, self._live.workshop_id, cover))

    @Slot()
    def _follow(self) -> None:
        """Tell the room how to join for as long as phones are on."""
        self._live.let_join(self.link.join)
        self._count()

    @Slot()
    def _count(self) -> None:
        self._header.show_phones(on=self.link.door is not None, count=self.link.phones)
