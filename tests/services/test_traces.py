"""A rating has no name: after the reveal no ballot is in any byte of the library."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.storage.records import BallotRecord
from tests.builders import plan, prepare

MARK = "Zaubernuss"


def ballot_ids(services: Services) -> list[bytes]:
    """Return the ids of all ballots, each in both ways in which SQLite writes a number."""
    with services.desk.database.reading() as session:
        numbers = session.scalars(select(BallotRecord.id)).all()
    return [spelling for n in numbers for spelling in (n.to_bytes(8, "big"), packed(n))]


def packed(number: int) -> bytes:
    """Return a number as SQLite packs a row’s key: seven bits to a byte, eight in the ninth."""
    last = number & 0xFF if number >= 1 << 56 else number & 0x7F
    rest = number >> (8 if number >= 1 << 56 else 7)
    groups = [last]
    while rest:
        groups.append(rest & 0x7F | 0x80)
        rest >>= 7
    return bytes(reversed(groups))


def files_of(library: Path) -> Iterator[bytes]:
    """Yield the bytes of the library and of everything beside it."""
    for file in library.parent.rglob("*"):
        if file.is_file():
            yield file.read_bytes()


def anywhere(needle: bytes, library: Path) -> bool:
    return any(needle in file for file in files_of(library))


def dump(library: Path) -> str:
    with closing(sqlite3.connect(library)) as connection:
        return "\n".join(connection.iterdump())


@pytest.fixture
def full_round(services: Services, running: WorkshopId) -> list[bytes]:
    """Thirty secret votes and a count of hands for one dimension, and the ids of the ballots."""
    services.ratings.open_round(running, "PQ")
    services.ratings.set_expected(running, 40)
    for n in range(30):
        services.ratings.cast(running, "PQ", n % 6)
    services.ratings.count_hands(running, "PQ", 4, by=2)
    return ballot_ids(services)


def test_while_a_round_is_open_its_ballots_are_in_the_library(
    full_round: list[bytes], library: Path
) -> None:
    assert all(anywhere(number, library) for number in full_round)


def test_after_reveal_and_wiping_no_byte_of_a_ballot_is_left_beside_or_in_the_library(
    services: Services, running: WorkshopId, full_round: list[bytes], library: Path
) -> None:
    services.ratings.reveal(running, "PQ")
    services.ratings.wipe_traces()
    assert [number.hex() for number in full_round if anywhere(number, library)] == []


def test_votes_from_phones_with_their_roles_leave_no_trace_either(
    services: Services, library: Path
) -> None:
    made = prepare(services, plan(headcount=14, by_level=True))
    services.ratings.open_round(made, "PQ")
    slots = [7**20 + 991 * n for n in range(10)]
    for n, slot in enumerate(slots):
        services.phones.vote(made, "PQ", 1, slot, 1 + n % 5, "FW" if n < 6 else "OL")
        services.phones.vote(made, "PQ", 1, slot, 5 - n % 5, "FW" if n < 6 else "OL")
    spelled = [way for n in slots for way in (n.to_bytes(8, "big"), packed(n))]
    assert sum(anywhere(number, library) for number in spelled) >= len(slots)
    services.ratings.reveal(made, "PQ")
    services.ratings.wipe_traces()
    assert [number.hex() for number in spelled if anywhere(number, library)] == []
    rounds = [line for line in dump(library).splitlines() if line.startswith('INSERT INTO "rati')]
    assert len(rounds) == 1
    assert "OL" not in rounds[0]


def test_ballots_of_many_rounds_leave_no_trace_while_another_round_is_open(
    services: Services, running: WorkshopId, library: Path
) -> None:
    gone: list[bytes] = []
    for code in ("PQ", "WO", "MS", "IS"):
        services.ratings.open_round(running, code)
        services.ratings.set_expected(running, 30)
    for n in range(30):
        for code in ("PQ", "WO", "MS", "IS"):
            services.ratings.cast(running, code, n % 6)
    everything = ballot_ids(services)
    for code in ("WO", "PQ", "IS"):
        services.ratings.reveal(running, code)
        services.ratings.wipe_traces()
    left = set(ballot_ids(services))
    gone = [number for number in everything if number not in left]
    assert len(gone) == 2 * 90
    assert [number.hex() for number in gone if anywhere(number, library)] == []


def test_after_the_reveal_the_tables_hold_totals_and_nothing_else(
    services: Services, running: WorkshopId, full_round: list[bytes], library: Path
) -> None:
    services.ratings.reveal(running, "PQ")
    services.ratings.wipe_traces()
    everything = dump(library)
    assert 'INSERT INTO "ballot"' not in everything
    assert 'INSERT INTO "hand_count"' not in everything
    assert "5,5,5,7,5,5" in everything


def test_a_ballot_keeps_neither_its_time_nor_its_place_in_the_queue(
    services: Services, running: WorkshopId
) -> None:
    assert BallotRecord.__table__.columns.keys() == ["id", "round_id", "answer", "level"]
    services.ratings.open_round(running, "PQ")
    services.ratings.set_expected(running, 40)
    for answer in [1] * 20 + [5] * 20:
        services.ratings.cast(running, "PQ", answer)
    with services.desk.database.reading() as session:
        stored = session.scalars(select(BallotRecord.answer).order_by(BallotRecord.id)).all()
    assert sorted(stored) == [1] * 20 + [5] * 20
    assert list(stored) != sorted(stored)


def test_the_journal_file_is_empty_after_wiping(
    services: Services, running: WorkshopId, full_round: list[bytes], library: Path
) -> None:
    services.ratings.wipe_traces()
    assert Path(f"{library}-wal").stat().st_size == 0


def test_a_reveal_that_was_never_wiped_is_wiped_when_the_program_ends(
    services: Services, running: WorkshopId, full_round: list[bytes], library: Path
) -> None:
    services.ratings.reveal(running, "PQ")
    services.close()
    assert [number.hex() for number in full_round if anywhere(number, library)] == []


def test_a_deleted_workshop_leaves_no_word_in_or_beside_the_library(
    services: Services, library: Path
) -> None:
    keep = prepare(services, plan("Elm Court"))
    gone = prepare(services, plan(f"{MARK} House", place=MARK, facilitator=MARK))
    for n in range(40):
        services.notes.add(gone, NoteKind.TALK, "1", f"{MARK} said {n} " + "and more " * 50)
    services.workshops.delete(gone)
    assert not anywhere(MARK.encode(), library)
    assert services.workshops.workshop(keep).plan.team == "Elm Court"


def test_a_removed_note_leaves_no_word_after_wiping(
    services: Services, running: WorkshopId, library: Path
) -> None:
    number = services.notes.add(running, NoteKind.TALK, "1", f"{MARK} was upset")
    services.notes.remove(running, number)
    services.ratings.wipe_traces()
    assert not anywhere(MARK.encode(), library)


def test_after_a_kill_an_open_round_still_has_all_its_votes(
    services: Services, running: WorkshopId, full_round: list[bytes], library: Path
) -> None:
    services.close()
    again = open_services(library, services.shelf)
    assert again.meetings.read(running).open_rounds[0].voted == 32
    again.close()


def test_a_kill_just_after_a_reveal_leaves_no_trace_once_the_library_is_opened_again(
    services: Services, running: WorkshopId, full_round: list[bytes], library: Path
) -> None:
    services.ratings.reveal(running, "PQ")
    left = library.parent / "as the kill left it"
    left.mkdir()
    for file in library.parent.glob(f"{library.name}*"):
        if file.suffix != ".lock":
            shutil.copy(file, left)
    assert any(anywhere(number, left / library.name) for number in full_round)
    again = open_services(left / library.name, services.shelf)
    assert [n.hex() for n in full_round if anywhere(n, left / library.name)] == []
    assert again.meetings.read(running).revealed("PQ")[0].tally.voters == 32
    again.close()
