"""Switches the room's page on and off: a server in a thread of its own, at one address."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import socket
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.phones.faces import Face, phone_face
from lqf_workshop.phones.keys import RoomKey
from lqf_workshop.phones.votes import PhoneVotes
from lqf_workshop.scenes.scene import Scene
from lqf_workshop.wording import _

if TYPE_CHECKING:
    from lqf_workshop.phones.limits import Limits

PREFERRED_PORT = 8765
NEIGHBOURS = 10
_LONGEST_CLOSE = 1.0
_REACH_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Door:
    """Where the room's page is, and the letters that let a phone in."""

    address: str
    port: int
    code: str

    @property
    def typed(self) -> str:
        """What a person types into a browser."""
        return f"{self.address}:{self.port}"

    @property
    def url(self) -> str:
        """What the QR code says; it joins at once."""
        return f"http://{self.typed}/?code={self.code}"


class _Running:
    """One server with its thread, from the moment it listens until it is closed."""

    def __init__(
        self,
        votes: PhoneVotes,
        workshop_id: int,
        key: RoomKey,
        listening: socket.socket,
        limits: Limits | None,
    ) -> None:
        from lqf_workshop.phones.room import Room
        from lqf_workshop.phones.server import PhoneServer

        address, port = listening.getsockname()
        self.door = Door(address, port, key.code)
        self.server = PhoneServer(Room(votes, workshop_id), key, address, port, limits)
        self._listening = listening
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end: asyncio.Event | None = None
        self._started: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name="phones", daemon=True)
        self._thread.start()
        self._started.result()

    def show(self, face: Face) -> None:
        self._tell(self.server.show, face)

    def close(self) -> None:
        assert self._end is not None
        self._tell(self._end.set)
        self._thread.join(_LONGEST_CLOSE)

    def _tell(self, act: Callable[..., object], *about: object) -> None:
        """Have the server's thread do something, unless it has ended."""
        assert self._loop is not None
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act, *about)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            if self._started.done():
                raise
            self._started.set_exception(error)
        finally:
            self._listening.close()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        await self.server.start(self._listening)
        self._started.set_result(None)
        await self._end.wait()
        await self.server.stop()


class PhoneHost:
    """The phones of the workshop that is running, on or off."""

    def __init__(self, services: PhoneVotes, limits: Limits | None = None) -> None:
        self._votes = services
        self._limits = limits
        self._running: _Running | None = None

    @property
    def door(self) -> Door | None:
        """Where the page is, or None while phones are off."""
        return self._running.door if self._running else None

    @property
    def phones(self) -> int:
        """How many phones were heard of lately; safe to ask in any thread."""
        return self._running.server.phones if self._running else 0

    def open(self, workshop_id: int, key: RoomKey, address: str, port: int = 0) -> Door:
        """Serve the page at exactly this address, and return when it can be reached.

        A ``port`` of last time is tried first, so that phones find the page again. Raises
        WorkshopProblem when nothing can listen there.
        """
        self.close()
        self._running = _Running(
            self._votes, workshop_id, key, _listen(address, port), self._limits
        )
        return self._running.door

    def show(self, scene: Scene) -> None:
        """Show phones what belongs to a scene; cheap, from any thread, and harmless while off."""
        if self._running:
            self._running.show(phone_face(scene))

    def close(self) -> None:
        """Stop serving and let go of the address; does nothing while phones are off."""
        if self._running:
            self._running.close()
            self._running = None


def reachable(door: Door) -> bool:
    """Whether the page answers at its address; takes up to a few seconds.

    It is asked from this laptop, so it cannot see a firewall or a Wi-Fi that keeps phones apart.
    """
    connection = HTTPConnection(door.address, door.port, timeout=_REACH_SECONDS)
    try:
        connection.request("GET", "/")
        answer = connection.getresponse()
        return answer.status == 200 and b'id="screen"' in answer.read(65536)
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _listen(address: str, port: int) -> socket.socket:
    """Return a socket that listens at this address: the port wished for, or one near it."""
    try:
        number = ipaddress.IPv4Address(address)
    except ValueError:
        raise _cannot_listen(address) from None
    if number.is_unspecified or number.is_multicast:
        raise _cannot_listen(address)
    ports = [port] if port else []
    for one in [*ports, *range(PREFERRED_PORT, PREFERRED_PORT + NEIGHBOURS), 0]:
        try:
            return _bound(str(number), one)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                break
    raise _cannot_listen(address)


def _bound(address: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
        listening.listen(512)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening


def _cannot_listen(address: str) -> WorkshopProblem:
    return WorkshopProblem(
        _(
            "Phones cannot be switched on at {0}. Nothing is lost. Check that this laptop is on "
            "the room's Wi-Fi, then choose its address again."
        ).format(address or _("an empty address"))
    )
