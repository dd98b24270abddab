"""Which phones are there, and which of them wait to hear that something changed."""

from __future__ import annotations

import asyncio
import threading
from collections import defaultdict

_REMEMBERED = 4096
"""Of how many phones it is known how often they changed something; no room has as many."""


class Watch:
    """The waiting phones of a room; only ``count`` may be asked from another thread."""

    def __init__(self, waits_of_one: int, seen_lately: float) -> None:
        self._waits_of_one = waits_of_one
        self._seen_lately = seen_lately
        self._seen: dict[bytes, float] = {}
        self._seen_lock = threading.Lock()
        self._own: dict[bytes, int] = {}
        self._waits: defaultdict[bytes, list[asyncio.Future[None]]] = defaultdict(list)
        self._closed = False

    def seen(self, device: bytes, now: float) -> None:
        """Remember when a phone was last heard of, and forget those long gone."""
        with self._seen_lock:
            self._seen.pop(device, None)
            self._seen[device] = now
            while self._seen and now - next(iter(self._seen.values())) > self._seen_lately:
                del self._seen[next(iter(self._seen))]

    def count(self, now: float) -> int:
        """Return how many phones were heard of lately."""
        with self._seen_lock:
            return sum(now - then <= self._seen_lately for then in self._seen.values())

    def own_number(self, device: bytes) -> int:
        """Return how often this phone itself changed what it has sent."""
        return self._own.get(device, 0)

    async def change(self, device: bytes, seconds: float) -> None:
        """Wait until there is something new for this phone, but no longer than that."""
        if self._closed:
            return
        wait = asyncio.get_running_loop().create_future()
        waits = self._waits[device]
        waits.append(wait)
        if len(waits) > self._waits_of_one:
            _end(waits[0])
        try:
            await asyncio.wait([wait], timeout=seconds)
        finally:
            waits.remove(wait)
            if not waits:
                self._waits.pop(device, None)

    def wake(self, device: bytes) -> None:
        """Tell one phone's other windows that it has sent something."""
        self._own[device] = self._own.pop(device, 0) + 1
        if len(self._own) > _REMEMBERED:
            del self._own[next(iter(self._own))]
        for wait in self._waits.get(device, []):
            _end(wait)

    def wake_all(self) -> None:
        """Tell everybody that the face changed."""
        for waits in self._waits.values():
            for wait in waits:
                _end(wait)

    def close(self) -> None:
        """Let nobody wait any more."""
        self._closed = True
        self.wake_all()


def _end(wait: asyncio.Future[None]) -> None:
    if not wait.done():
        wait.set_result(None)
