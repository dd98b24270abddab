"""How much one phone, one stranger and all of them together may ask, and how fast codes are tried.

Times are seconds of any steady clock.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_REMEMBERED = 4096
"""How many phones or addresses are told apart at most; the ones longest unheard of go first."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many a second in the long run."""

    at_once: float
    a_second: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What keeps a room's page quick while somebody plays with it.

    A room of 300 behind one address joins and votes within two seconds without meeting them.
    """

    device: Rate = Rate(60, 10)
    address: Rate = Rate(3000, 100)
    total: Rate = Rate(8000, 1000)
    connections: int = 900
    connections_of_one: int = 700
    body: int = 4096
    to_send: float = 10
    to_answer: float = 45
    idle: float = 65
    poll: float = 20
    polls_of_one: int = 4


class Buckets:
    """Token buckets, one for each phone or address."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._left: dict[Hashable, tuple[float, float]] = {}

    def allow(self, who: Hashable, now: float) -> bool:
        """Take one token of ``who``, and say whether there was one."""
        rate = self._rate
        left, then = self._left.pop(who, (rate.at_once, now))
        left = min(rate.at_once, left + max(0.0, now - then) * rate.a_second)
        allowed = left >= 1
        self._left[who] = (left - 1 if allowed else left, now)
        if len(self._left) > _REMEMBERED:
            del self._left[next(iter(self._left))]
        return allowed


class WrongCodes:
    """Makes each answer to a wrong code later than the one before, up to half a minute.

    A right code is answered at once, unless its address has several wrong ones waiting: else
    guessing at the same time on many connections would be as fast as ever.
    """

    FREE_FOR_ONE = 5
    FREE_FOR_ALL = 60
    LONGEST = 30.0
    AT_ONCE = 3
    FORGIVEN_AFTER = 60.0

    def __init__(self) -> None:
        self._wrong: dict[str, tuple[float, float]] = {}
        self._waiting: dict[str, int] = {}

    def must_wait(self, address: str) -> bool:
        """Whether so many wrong codes of this address wait that no more are looked at."""
        return self._waiting.get(address, 0) >= self.AT_ONCE

    @contextmanager
    def waiting(self, address: str) -> Iterator[None]:
        """Count a wrong code of this address as waiting for its answer."""
        self._waiting[address] = self._waiting.get(address, 0) + 1
        try:
            yield
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address]

    def delay(self, address: str, now: float) -> float:
        """Count one more wrong code, and return how many seconds its answer has to wait."""
        own = self._count(address, now) - self.FREE_FOR_ONE
        everybody = self._count("", now) - self.FREE_FOR_ALL
        worst = max(own, everybody / 4)
        return 0.0 if worst <= 0 else min(self.LONGEST, 0.25 * 2 ** min(worst, 10))

    def _count(self, who: str, now: float) -> float:
        """Count a wrong code; one is forgiven for every minute that passed."""
        count, then = self._wrong.pop(who, (0.0, now))
        count = max(0.0, count - (now - then) / self.FORGIVEN_AFTER) + 1
        self._wrong[who] = (count, now)
        if len(self._wrong) > _REMEMBERED:
            del self._wrong[next(iter(self._wrong))]
        return count
