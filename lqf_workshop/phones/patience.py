"""How long a connection may take, and how many there may be: the server's own front door.

It stands between the network and the web server's protocol, and knows nothing of either. Every
connection has one moment at which it will be cut off; the moment moves on with each step.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from typing import cast

from lqf_workshop.phones.limits import Limits

log = logging.getLogger(__name__)


class Doorway:
    """All open connections of a server, and how many of them come from where."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._of_address: Counter[str] = Counter()
        self._guests: dict[asyncio.BaseProtocol, Guest] = {}
        self._closed = False

    def guest(self, inner: Callable[[], asyncio.Protocol]) -> Guest:
        """Return what the network talks to, for a connection that comes in now."""
        return Guest(self, inner)

    def of(self, inner: asyncio.BaseProtocol) -> Guest | None:
        """Return the guest that a web server's protocol stands for; None once it has gone."""
        return self._guests.get(inner)

    def let_in(self, guest: Guest, inner: asyncio.Protocol, address: str) -> None:
        """Count a connection that was let in."""
        self._of_address[address] += 1
        self._guests[inner] = guest

    def let_out(self, inner: asyncio.Protocol, address: str) -> None:
        """Count a connection that has gone."""
        self._of_address[address] -= 1
        if not self._of_address[address]:
            del self._of_address[address]
        del self._guests[inner]

    def is_full(self, address: str) -> bool:
        """Whether no more connections are let in, at all or from this address."""
        return (
            self._closed
            or len(self._guests) >= self.limits.connections
            or self._of_address[address] >= self.limits.connections_of_one
        )

    def close(self) -> None:
        """Cut off everybody who is still there, and let nobody in any more."""
        self._closed = True
        for guest in list(self._guests.values()):
            guest.cut_off()


class Guest(asyncio.Protocol):
    """One connection: passes all on, and cuts it off when its time has come."""

    def __init__(self, doorway: Doorway, inner: Callable[[], asyncio.Protocol]) -> None:
        self._doorway = doorway
        self._make_inner = inner
        self._inner: asyncio.Protocol | None = None
        self._transport: asyncio.Transport | None = None
        self._address = ""
        self._end: asyncio.TimerHandle | None = None
        self._answering = False
        self._sending = False
        self._more_came = False

    def request_is_in(self) -> None:
        """Give the server its time: the whole request has come."""
        self._answering, self._sending, self._more_came = True, False, False
        self._give(self._doorway.limits.to_answer)

    def is_answered(self) -> None:
        """Give the browser time to take the answer, and then to ask something else."""
        self._answering = False
        self._sending = self._more_came
        limits = self._doorway.limits
        self._give(limits.to_send if self._more_came else limits.idle)

    def cut_off(self) -> None:
        """Close the connection at once, whatever is on its way."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let the connection in, or close it if there are too many."""
        self._transport = cast(asyncio.Transport, transport)
        peer = transport.get_extra_info("peername")
        self._address = str(peer[0]) if peer else ""
        if self._doorway.is_full(self._address):
            self.cut_off()
            return
        self._inner = self._make_inner()
        self._doorway.let_in(self, self._inner, self._address)
        self._sending = True
        self._give(self._doorway.limits.to_send)
        self._inner.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        """Pass on what came; the first of it starts the time that a request may take."""
        if self._answering:
            self._more_came = True
        elif not self._sending:
            self._sending = True
            self._give(self._doorway.limits.to_send)
        if self._inner is None:
            return
        try:
            self._inner.data_received(data)
        except Exception as error:
            log.warning("A request could not be read: %s", type(error).__name__)
            self.cut_off()

    def eof_received(self) -> bool | None:
        """Pass on that no more will come."""
        return self._inner.eof_received() if self._inner else None

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        if self._end:
            self._end.cancel()
        if self._inner is not None:
            self._doorway.let_out(self._inner, self._address)
            self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """Pass on that the browser takes nothing for now."""
        if self._inner:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Pass on that the browser takes the answer again."""
        if self._inner:
            self._inner.resume_writing()

    def _give(self, seconds: float) -> None:
        if self._end:
            self._end.cancel()
        self._end = asyncio.get_running_loop().call_later(seconds, self.cut_off)
