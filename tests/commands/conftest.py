"""Libraries for the commands to read, each written once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lqf_workshop.services.sample import write_sample
from tests.builders import FixedClock


@pytest.fixture(scope="session")
def written_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample of twelve; tests read a copy of it."""
    path = tmp_path_factory.mktemp("sample") / "sample.lqf"
    write_sample(path, 12, 1, clock=FixedClock())
    return path


@pytest.fixture
def sample(written_once: Path, tmp_path: Path) -> Path:
    """A sample library of twelve workshops, in a folder of this test's own."""
    return Path(shutil.copy(written_once, tmp_path / "sample.lqf"))
