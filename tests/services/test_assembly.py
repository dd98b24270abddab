"""A library is opened with everything that can be done with it, and let go of again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Cover, NoteKind, Poll
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import LibraryDamaged, LibraryInUse, LibraryProblem
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.services.desk import utc_now
from tests.builders import FixedClock, plan, prepare, step

WRITES: dict[str, Callable[[Services, int], object]] = {
    "prepare": lambda s, _w: prepare(s, plan("Elm Court")),
    "change_headcount": lambda s, w: s.workshops.change_headcount(w, 12),
    "change_steps": lambda s, w: s.workshops.change_steps(w, [(None, step(StepKind.BREAK))]),
    "delete": lambda s, w: s.workshops.delete(w),
    "cover": lambda s, w: s.runs.cover(w, Cover.BLANK),
    "cast": lambda s, w: s.ratings.cast(w, "PQ", 4),
    "count_hands": lambda s, w: s.ratings.count_hands(w, "PQ", 4),
    "note": lambda s, w: s.notes.add(w, NoteKind.TALK, "1", "We listened"),
    "action": lambda s, w: s.actions.draft(w),
    "poll": lambda s, w: s.polls.count(w, Poll.RETURN, "4"),
}


def test_a_library_is_made_where_there_is_none(library: Path) -> None:
    opened = open_services(library)
    assert opened.lists.count() == 0
    opened.close()
    assert library.exists()


def test_a_library_that_is_open_is_not_opened_twice(services: Services, library: Path) -> None:
    with pytest.raises(LibraryInUse):
        open_services(library)


def test_what_one_sitting_kept_the_next_one_finds(
    services: Services, running: WorkshopId, library: Path
) -> None:
    before = services.meetings.read(running)
    services.close()
    again = open_services(library, services.shelf)
    assert again.meetings.read(running) == before
    again.close()


def test_nothing_can_be_undone_in_the_next_sitting(
    services: Services, running: WorkshopId, library: Path
) -> None:
    services.ratings.count_hands(running, "PQ", 4)
    services.close()
    again = open_services(library, services.shelf)
    assert again.journal.next_undo == ""
    again.close()


@pytest.mark.parametrize("act", WRITES)
def test_a_library_opened_for_reading_says_so_and_is_not_changed(
    services: Services, running: WorkshopId, library: Path, act: str
) -> None:
    before = services.meetings.read(running)
    services.close()
    reader = open_services(library, services.shelf, read_only=True)
    heard: list[object] = []
    reader.changes.subscribe(lambda *change: heard.append(change))
    with pytest.raises(LibraryProblem, match="can only be read, not changed"):
        WRITES[act](reader, running)
    assert reader.meetings.read(running) == before
    assert heard == []
    reader.close()


def test_a_whole_library_passes_its_check(services: Services, running: WorkshopId) -> None:
    services.check()


def test_a_library_with_a_part_missing_does_not_pass_its_check(
    services: Services, running: WorkshopId, library: Path
) -> None:
    services.close()
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("DELETE FROM workshop")
    again = open_services(library, services.shelf)
    with pytest.raises(LibraryDamaged, match="If you have a copy of it"):
        again.check()
    again.close()


def test_warming_up_changes_nothing(services: Services, running: WorkshopId) -> None:
    before = services.meetings.read(running)
    services.warm_up()
    assert services.meetings.read(running) == before


def test_closing_twice_is_harmless(services: Services, running: WorkshopId) -> None:
    before = services.meetings.read(running)
    services.close()
    services.close()
    again = open_services(services.desk.database.path, services.shelf)
    assert again.meetings.read(running) == before
    again.close()


def test_today_is_the_day_on_this_laptops_calendar(services: Services, clock: FixedClock) -> None:
    for hours in (0, 13, 14, 23):
        clock.now = datetime(2026, 11, 25, tzinfo=UTC) + timedelta(hours=hours)
        assert services.desk.today() == clock.now.astimezone().date()


def test_the_clock_of_the_program_knows_its_zone() -> None:
    assert utc_now().tzinfo is UTC
