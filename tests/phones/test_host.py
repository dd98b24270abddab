from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.phones.host import PREFERRED_PORT, Door, PhoneHost, reachable
from lqf_workshop.phones.joining import qr
from lqf_workshop.phones.keys import RoomKey
from lqf_workshop.scenes.scene import BlankScene
from tests.builders import run_child
from tests.phones.conftest import HERE
from tests.phones.fakes import VOTE, Phone, VotesInMemory

IMPORT_ALL_BUT_THE_SERVER = """
import sys
import lqf_workshop.phones
from lqf_workshop.phones import faces, host, joining, keys, limits, page, room, votes, watch
print([name for name in ("aiohttp", "segno", "sqlalchemy", "PySide6") if name in sys.modules])
"""


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("phones")]


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208


def a_port_of_our_own() -> int:
    """Return a port that no other test running at this moment will take."""
    with socket.socket() as asked:
        asked.bind((HERE, 0))
        port: int = asked.getsockname()[1]
        return port


def test_the_page_is_where_the_door_says(host: PhoneHost, key: RoomKey) -> None:
    door = host.open(1, key, HERE)
    assert door.url == f"http://{HERE}:{door.port}/?code=KQXM"
    assert door.typed == f"{HERE}:{door.port}"
    assert reachable(door)


def test_only_the_chosen_address_is_served(door: Door) -> None:
    assert not reachable(Door("127.0.0.2", door.port, door.code))


def test_closing_lets_go_of_the_port_and_of_every_thread(host: PhoneHost, key: RoomKey) -> None:
    door = host.open(1, key, HERE, a_port_of_our_own())
    phone = Phone(door)
    phone.join()
    phone.state()
    host.close()
    assert threads() == []
    assert not reachable(door)
    assert host.open(1, key, HERE, door.port).port == door.port


def test_closing_is_quick_while_phones_wait_for_news(host: PhoneHost, key: RoomKey) -> None:
    phone = Phone(host.open(1, key, HERE))
    phone.join()
    version = phone.state()["version"]
    waiting = threading.Thread(target=lambda: phone.send("GET", f"/state?since={version}"))
    waiting.start()
    idle = socket.create_connection((HERE, phone.door.port))
    wait_until(lambda: host.phones == 1)
    start = time.monotonic()
    host.close()
    assert time.monotonic() - start < 2
    wait_until(lambda: threads() == [])
    waiting.join(5)
    assert not waiting.is_alive()
    idle.close()


def test_closing_twice_and_showing_while_off_are_harmless(host: PhoneHost, key: RoomKey) -> None:
    host.show(VOTE)
    host.close()
    host.open(1, key, HERE)
    host.close()
    host.close()
    host.show(BlankScene())
    assert host.phones == 0
    assert host.door is None


def test_a_vote_on_its_way_reaches_the_file_before_the_page_closes(
    host: PhoneHost, votes: VotesInMemory, phone: Phone
) -> None:
    host.show(VOTE)
    votes.hold = threading.Event()
    voting = threading.Thread(target=lambda: suppressed(lambda: phone.vote(4)))
    voting.start()
    wait_until(lambda: votes.acts == 1)
    threading.Timer(0.2, votes.hold.set).start()
    host.close()
    assert list(votes.votes.values()) == [(4, "")]
    voting.join(5)


def test_a_taken_port_moves_the_page_next_door(host: PhoneHost, key: RoomKey) -> None:
    other = PhoneHost(VotesInMemory())
    first = host.open(1, key, HERE)
    second = other.open(2, RoomKey.new(), HERE, first.port)
    assert second.port != first.port
    assert reachable(first)
    assert reachable(second)
    other.close()


def test_the_page_prefers_its_own_port(host: PhoneHost, key: RoomKey) -> None:
    assert PREFERRED_PORT <= host.open(1, key, HERE).port < PREFERRED_PORT + 10


@pytest.mark.parametrize("address", ["192.0.2.1", "0.0.0.0", "", "laptop", "224.0.0.1", "::1"])
def test_an_address_that_cannot_be_served_is_explained(
    host: PhoneHost, key: RoomKey, address: str
) -> None:
    with pytest.raises(WorkshopProblem, match="Nothing is lost"):
        host.open(1, key, address)
    assert threads() == []
    assert host.phones == 0


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files on Linux")
def test_opening_again_and_again_leaves_nothing_behind(host: PhoneHost, key: RoomKey) -> None:
    host.open(1, key, HERE)
    host.close()
    before = open_files()
    for _round in range(5):
        phone = Phone(host.open(1, key, HERE))
        phone.join()
        phone.state()
        host.close()
    assert threads() == []
    assert open_files() <= before


def test_a_phone_stays_joined_when_the_page_opens_again(host: PhoneHost, key: RoomKey) -> None:
    phone = Phone(host.open(1, key, HERE))
    phone.join()
    host.close()
    phone.door = host.open(1, key, HERE)
    assert phone.state()["face"]["key"] == "wait"


def test_nothing_answers_at_a_closed_door() -> None:
    with socket.socket() as taken:
        taken.bind((HERE, 0))
        assert not reachable(Door(HERE, taken.getsockname()[1], "KQXM"))


def test_another_page_at_the_address_is_not_ours() -> None:
    with socket.create_server((HERE, 0)) as other:
        thread = threading.Thread(target=lambda: answer_once(other))
        thread.start()
        assert not reachable(Door(HERE, other.getsockname()[1], "KQXM"))
        thread.join()


def test_a_start_imports_neither_the_server_nor_the_qr_code() -> None:
    assert run_child(IMPORT_ALL_BUT_THE_SERVER) == "[]\n"


def test_the_qr_code_is_square_and_has_its_three_corners() -> None:
    squares = qr("http://192.168.1.20:8765/?code=KQXM")
    size = len(squares)
    assert all(len(row) == size for row in squares)
    for row, column in ((0, 0), (0, size - 7), (size - 7, 0)):
        assert all(squares[row][column : column + 7])
        assert not any(squares[row + 1][column + 1 : column + 6])


def answer_once(listening: socket.socket) -> None:
    connection, _address = listening.accept()
    with connection:
        connection.recv(1024)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello")


def suppressed(act: object) -> None:
    """Do something that may meet a closed connection."""
    try:
        act()  # type: ignore[operator]
    except OSError:
        return


def wait_until(true: object) -> None:
    """Wait for something in another thread, for at most a few seconds."""
    end = time.monotonic() + 5
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.01)
