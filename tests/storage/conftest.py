"""A library with a workshop in it, and the means to look at its bytes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lqf_workshop.storage.database import Database
from lqf_workshop.storage.records import NoteRecord, WorkshopRecord


@pytest.fixture
def database(library: Path, empty_library: Path) -> Iterator[Database]:
    """A new library, copied because that is faster than making it."""
    shutil.copyfile(empty_library, library)
    opened = Database(library)
    yield opened
    opened.close()


@pytest.fixture
def workshop_id(database: Database) -> int:
    """A workshop in that library, to hang things on."""
    with database.transaction() as session:
        record = WorkshopRecord(
            team="Rowan House",
            team_key="rowan house",
            place="",
            facilitator="",
            provider="",
            held_on=date(2026, 11, 25),
            headcount=11,
            facilitator_votes=False,
            role_mix={},
            edition_code="lqf-classic",
            edition_version=1,
            dimensions=["PQ"],
            minutes=60,
            state="prepared",
        )
        session.add(record)
        session.flush()
        return record.id


@pytest.fixture
def closed_library(database: Database, workshop_id: int, library: Path) -> Path:
    """A library of several pages with forty notes in it, closed."""
    with database.transaction() as session:
        for n in range(40):
            session.add(
                NoteRecord(
                    workshop_id=workshop_id,
                    kind="talk",
                    about="1",
                    text=f"Note {n}. " + "We listened at handover. " * 20,
                    shown=False,
                )
            )
    database.close()
    return library
