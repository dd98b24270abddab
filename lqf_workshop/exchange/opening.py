"""Open a file that somebody else made: never more of it than it can honestly hold."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _

T = TypeVar("T")


def content_of(path: Path, most: int, too_large: str) -> bytes:
    """Return the bytes of a file; one with more than ``most`` is refused as ``too_large``."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise WorkshopProblem(
            _("The file cannot be opened: {0}. Please check where it is.").format(error.strerror)
        ) from error
    if len(content) > most:
        raise WorkshopProblem(too_large)
    return content


def without_mark(content: bytes) -> bytes:
    """Return a text without the mark that some editors put before its first letter."""
    return content.removeprefix(codecs.BOM_UTF8)


def json_as(content: bytes, kind: type[T], refusal: Callable[[], WorkshopProblem]) -> T:
    """Return a JSON text as a ``kind``; what is no JSON at all, or nested too deep, is refused.

    A ValidationError, which names the place where a value is not as it should be, goes on.
    """
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise refusal() from None
