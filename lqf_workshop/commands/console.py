"""Print to a terminal, a file or a pipe, whatever letters it knows and however long it listens."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO


class ReaderGone(Exception):
    """Whoever was reading our output has had enough, as ``head`` has."""


def be_ready_for_any_letter() -> None:
    """Print a question mark for a letter that an old code page lacks, and never stop at it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def knows_every_letter(stream: TextIO | None) -> bool:
    """Whether a stream can take any letter there is."""
    return "utf" in (getattr(stream, "encoding", None) or "").lower()


def say(text: str, end: str = "\n") -> None:
    """Print text for the reader."""
    if sys.stdout is None:  # a program with a window has no terminal on Windows
        return
    try:
        print(text, end=end, flush=True)
    except OSError as error:
        _forget_output()
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == 22):
            raise ReaderGone from None
        raise


def complain(sentence: str) -> None:
    """Print one sentence, on one line, where errors go."""
    if sys.stderr is not None:
        print(" ".join(sentence.split()), file=sys.stderr, flush=True)


def _forget_output() -> None:
    """Drop what could not be printed, or Python would try, and complain, once more at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass  # not a real file, so there is nothing to try again


class ProgressLine:
    """One line on a terminal that counts up; nothing at all when errors go to a file."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._begun = False

    def show(self, done: int) -> None:
        """Write ``done`` over what stood there before."""
        if self._watched:
            print(f"\r{self._form.format(done)}", end="", file=sys.stderr, flush=True)
            self._begun = True

    def end(self) -> None:
        """Leave the line, so that the next words begin on one of their own."""
        if self._begun:
            print(file=sys.stderr)
            self._begun = False
