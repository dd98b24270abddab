"""The phones of the workshop that is being led: on or off, and what they are shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lqf_workshop.phones.host import Door, PhoneHost, reachable
from lqf_workshop.phones.joining import qr
from lqf_workshop.phones.keys import RoomKey
from lqf_workshop.scenes.scene import JoinFace, Scene
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work, stop_all

COUNT_EVERY = 1500
"""Milliseconds between looks at how many phones are there."""


class PhoneLink(QObject):
    """Switches the room's page on and off in the background, and hands it scenes.

    ``changed`` when phones are on or off now; ``counted`` when more or fewer are there;
    ``failed`` with a sentence when they could not be switched on.
    """

    changed = Signal()
    counted = Signal(int)
    failed = Signal(str)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._host: PhoneHost | None = None
        self._scene: Scene | None = None
        self._count = 0
        self.busy = False
        self._opened: Door | None = None
        self._look = QTimer(self, interval=COUNT_EVERY)
        self._look.timeout.connect(self._recount)

    @property
    def door(self) -> Door | None:
        """Where the page is, once it has been seen to answer; None while phones are off."""
        return self._opened

    @property
    def phones(self) -> int:
        """How many phones were heard of lately."""
        return self._count

    @property
    def join(self) -> JoinFace | None:
        """How phones join, for the big screen; None while they are off."""
        door = self.door
        return JoinFace(door.typed, door.code, qr(door.url)) if door else None

    def switch_on(self, workshop_id: int, address: str) -> None:
        """Serve the page at an address, see that it answers there, then say so."""
        if self.busy:
            return
        self._stop_host()
        self.busy = True
        host = self._host = PhoneHost(self._services.phones)
        work: Work[Door] = Work(partial(_open, host, self._services, workshop_id, address), self)
        work.done.connect(self._show_open)
        work.failed.connect(self._show_failed)
        work.finished.connect(work.deleteLater)
        work.start()
        self.changed.emit()

    @Slot()
    def switch_off(self) -> None:
        """Stop serving and let go of the address."""
        stop_all(self)
        was_on = self._opened is not None or self.busy
        self.busy = False
        self._stop_host()
        if was_on:
            self.changed.emit()

    def show(self, scene: Scene) -> None:
        """Show phones what belongs to a scene."""
        self._scene = scene
        if self._host is not None and self._opened is not None:
            self._host.show(scene)

    def _stop_host(self) -> None:
        self._look.stop()
        self._opened = None
        if self._host is not None:
            self._host.close()
            self._host = None
        self._tell_count(0)

    @Slot(object)
    def _show_open(self, door: Door) -> None:
        if self._host is None:
            return
        self.busy = False
        self._opened = door
        if self._scene is not None:
            self._host.show(self._scene)
        self._look.start()
        self.changed.emit()

    @Slot(str)
    def _show_failed(self, sentence: str) -> None:
        self.busy = False
        self._stop_host()
        self.failed.emit(sentence)
        self.changed.emit()

    @Slot()
    def _recount(self) -> None:
        self._tell_count(self._host.phones if self._host else 0)

    def _tell_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.counted.emit(count)


def _open(
    host: PhoneHost, services: Services, workshop_id: int, address: str, _work: Work[Door]
) -> Door:
    """Open the door with the workshop's own key, and look at it from outside."""
    from lqf_workshop.errors import WorkshopProblem

    kept = services.phones.key_of(workshop_id)
    key = RoomKey(*kept) if kept else RoomKey.new()
    if not kept:
        services.phones.keep_key(workshop_id, key.secret, key.code)
    door = host.open(workshop_id, key, address)
    if not reachable(door):
        host.close()
        raise WorkshopProblem(
            _(
                "The page does not answer at {0}. Choose another address, or go on by hands "
                "and slips: nothing is lost."
            ).format(address)
        )
    return door
