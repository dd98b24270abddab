"""Fixtures for every test: a clock that stands still, a library in a folder of its own."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, create_engine

import lqf_workshop.exchange  # noqa: F401 - says how openpyxl reads, before a test imports it
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.storage import engine as storage_engine
from tests import builders
from tests.builders import FixedClock

THE_WORKSHOP = WorkshopId(1)
MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""
ROOM_FOR_A_RUN = 1 << 30
"""Bytes; what tests leave behind is swept up as they pass, so that a run needs far less."""

settings.register_profile(
    "workshop",
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("workshop")


def pytest_configure(config: pytest.Config) -> None:
    """Keep the folders of the tests in memory where there is room, for a disk makes each wait.

    A person who names another place with --basetemp or PYTEST_DEBUG_TEMPROOT gets it.
    """
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM_FOR_A_RUN:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(scope="session", autouse=True)
def _statements_are_compiled_once() -> Iterator[None]:
    """Let all libraries of a run share what SQLAlchemy has compiled, as one library does.

    Each test opens a library of its own, and compiling anew would cost it more than SQLite does.
    """
    shared = create_engine("sqlite://", query_cache_size=2000)
    shared.connect().close()  # the dialect asks SQLite what it can do, once
    make = storage_engine._engine

    def made(connect: Callable[[], sqlite3.Connection]) -> Engine:
        engine = make(connect)
        engine.dialect, engine._compiled_cache = shared.dialect, shared._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage_engine, "_engine", made)
        yield
    shared.dispose()


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still on a Wednesday morning until a test moves it."""
    return FixedClock()


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """The shipped content, read once."""
    return Shelf()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where this test's library is; the file does not exist yet."""
    return tmp_path / "workshops.lqf"


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library to be copied, for tests that need many."""
    return builders.empty_library(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def services(
    request: pytest.FixtureRequest, library: Path, shelf: Shelf, clock: FixedClock
) -> Iterator[Services]:
    """Everything a facilitator can do, over a new library.

    The library is a copy, which is faster than making it again: of an empty one, or of one with
    a workshop in it for a test that asks for ``prepared`` or ``running`` too.
    """
    wanted = request.fixturenames
    state = "begun" if "running" in wanted else "prepared" if "prepared" in wanted else "empty"
    shutil.copyfile(request.getfixturevalue(f"{state}_library"), library)
    opened = open_services(library, shelf, clock=clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def prepared_library(empty_library: Path, shelf: Shelf) -> Path:
    """A library with a workshop that is not yet begun, to be copied."""
    path = empty_library.with_name("prepared.lqf")
    shutil.copyfile(empty_library, path)
    opened = open_services(path, shelf, clock=FixedClock())
    builders.prepare(opened)
    opened.close()
    return path


@pytest.fixture(scope="session")
def begun_library(prepared_library: Path, shelf: Shelf) -> Path:
    """The same library after its workshop was begun, to be copied."""
    path = prepared_library.with_name("begun.lqf")
    shutil.copyfile(prepared_library, path)
    opened = open_services(path, shelf, clock=FixedClock())
    builders.begin(opened, THE_WORKSHOP)
    opened.close()
    return path


@pytest.fixture
def prepared(services: Services) -> WorkshopId:
    """A workshop of eleven people with one step of every kind, not yet begun."""
    return THE_WORKSHOP


@pytest.fixture
def running(services: Services) -> WorkshopId:
    """The same workshop, begun at its first stop."""
    return THE_WORKSHOP
