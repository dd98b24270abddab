"""Run the program as a person does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LETTERS = "utf-8"
PROGRAM = (sys.executable, "-m", "lqf_workshop")


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment that finds this checkout, with ``changes`` made to it."""
    whole = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": LETTERS}
    whole.pop("LQF_WORKSHOP_LIBRARY", None)
    return {**whole, **(changes or {})}


def start(*words: str | Path, changes: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """Start the program and go on."""
    return subprocess.Popen(
        [*PROGRAM, *map(str, words)],
        env=environment(changes),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding=LETTERS,
    )


def run(
    *words: str | Path, changes: Mapping[str, str] | None = None, before: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run the program to its end; ``before`` goes in front of it on the command line."""
    return subprocess.run(
        [*before, *PROGRAM, *map(str, words)],
        env=environment(changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding=(changes or {}).get("PYTHONIOENCODING", LETTERS),
        timeout=60,
        check=False,
    )


def is_one_sentence(text: str) -> bool:
    """Whether text is one line of words, and no traceback."""
    return text.endswith(".\n") and text.count("\n") == 1 and "Traceback" not in text
