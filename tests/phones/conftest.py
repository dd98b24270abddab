"""A room with its page open on this machine, and phones that come to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lqf_workshop.phones.host import Door, PhoneHost
from lqf_workshop.phones.keys import RoomKey
from tests.phones.fakes import Phone, VotesInMemory

HERE = "127.0.0.1"


@pytest.fixture
def votes() -> VotesInMemory:
    """Where the room's votes are kept."""
    return VotesInMemory()


@pytest.fixture
def key() -> RoomKey:
    """The room's key; its letters are never the ones that tests type wrong."""
    return RoomKey(b"s" * 32, "KQXM")


@pytest.fixture
def host(votes: VotesInMemory) -> Iterator[PhoneHost]:
    """The phones of the room, off at first, and off again when the test ends."""
    made = PhoneHost(votes)
    yield made
    made.close()


@pytest.fixture
def door(host: PhoneHost, key: RoomKey) -> Door:
    """Where the page is, open."""
    return host.open(1, key, HERE)


@pytest.fixture
def phone(door: Door) -> Phone:
    """A phone that has joined."""
    made = Phone(door)
    assert made.join().status == 200
    return made
