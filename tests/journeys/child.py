"""Children of a test: the program in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

from tests.builders import ROOT
from tests.ui.console.displays import OFFSCREEN_REMARK

Line = dict[str, object]
PATIENCE = 60


@contextmanager
def started(
    words: Sequence[object], surroundings: dict[str, str], *, cwd: Path = ROOT
) -> Iterator[subprocess.Popen[str]]:
    """Start a Python process, and never leave it behind."""
    child = subprocess.Popen(
        [str(word) for word in words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=surroundings,
    )
    watchdog = Timer(PATIENCE, child.kill)
    watchdog.start()
    try:
        yield child
    finally:
        watchdog.cancel()
        child.kill()
        child.communicate()


def driver(act: str, library: Path) -> list[object]:
    """Return the command that starts the program with somebody at its buttons."""
    return [sys.executable, "-m", "tests.journeys.driver", act, library]


def next_line(child: subprocess.Popen[str]) -> Line | None:
    """Wait for the next line of a child; None at its end."""
    assert child.stdout is not None
    line = child.stdout.readline()
    return json.loads(line) if line else None


def whole(
    words: Sequence[object], surroundings: dict[str, str], *, cwd: Path = ROOT
) -> tuple[int, list[Line], str]:
    """Run a process to its end; return its status, its lines and what it complained of."""
    with started(words, surroundings, cwd=cwd) as child:
        said, complained = child.communicate()
        return child.returncode, lines_of(said), without_remarks(complained)


def lines_of(said: str) -> list[Line]:
    """Return the whole lines of what a child said, one of which may have been cut off."""
    return [json.loads(line) for line in said.splitlines() if line.endswith("}")]


def without_remarks(complained: str) -> str:
    """Leave out what Qt says on a platform without a window manager."""
    lines = complained.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(OFFSCREEN_REMARK))
