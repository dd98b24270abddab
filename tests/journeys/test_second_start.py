"""The program starts, and a second start on the same library is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.child import driver, next_line, started, whole


@pytest.mark.slow
def test_a_second_start_says_in_one_sentence_that_the_library_is_in_use(
    library: Path, surroundings: dict[str, str]
) -> None:
    with started(driver("hold", library), surroundings) as first:
        assert next_line(first) == {"open": True}
        status, told, complained = whole(driver("read_box", library), surroundings)
        assert first.poll() is None
    sentences = complained.strip().splitlines()
    assert status == 2
    assert len(sentences) == 1
    assert "already" in sentences[0] or "in use" in sentences[0] or "open" in sentences[0]
    assert told == [{"box": sentences[0]}]


@pytest.mark.slow
def test_the_program_named_on_the_command_line_opens_and_stays_open(
    library: Path, surroundings: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "lqf_workshop", "--library", library]
    with started(command, surroundings) as child:
        while not library.exists():
            assert child.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(timeout=0.8)
