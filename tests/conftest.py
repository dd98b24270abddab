"""Fixtures for every test: a clock that stands still, a library in a folder of its own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services, open_services
from tests import builders
from tests.builders import FixedClock

settings.register_profile(
    "workshop",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("workshop")


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


@pytest.fixture(scope="session")
def quick_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is one, for tests that write many libraries."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path_factory.mktemp("quick")
        return
    with tempfile.TemporaryDirectory(prefix="lqf-", dir=memory) as folder:
        yield Path(folder)


@pytest.fixture
def services(
    library: Path, empty_library: Path, shelf: Shelf, clock: FixedClock
) -> Iterator[Services]:
    """Everything a facilitator can do, over a new library."""
    shutil.copyfile(empty_library, library)  # faster than making it again
    opened = open_services(library, shelf, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def prepared(services: Services) -> WorkshopId:
    """A workshop of eleven people with one step of every kind, not yet begun."""
    return builders.prepare(services)


@pytest.fixture
def running(services: Services, prepared: WorkshopId) -> WorkshopId:
    """The same workshop, begun at its first stop."""
    builders.begin(services, prepared)
    return prepared
