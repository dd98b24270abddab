"""Read a content file into a value, and say exactly what is wrong with it and where."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from lqf_workshop.errors import ContentProblem
from lqf_workshop.resource_files import resource
from lqf_workshop.wording import _

T = TypeVar("T")


def read_file(kind: type[T], *parts: str) -> T:
    """Return the shipped TOML file at ``resources/<parts>`` as a ``kind``.

    Raises ContentProblem naming the file, the line or key, and what was expected there.
    """
    return read(kind, resource(*parts), "/".join(("resources", *parts)))


def read(kind: type[T], file: Traversable, name: str) -> T:
    """Return one TOML file as a ``kind``; ``name`` is what problems call the file."""
    try:
        text = file.read_bytes().decode("utf-8")
    except OSError:
        raise ContentProblem(_("{0} is missing or cannot be read.").format(name)) from None
    except UnicodeDecodeError as error:
        raise ContentProblem(
            _("{0}: expected UTF-8 text, but byte {1} is not.").format(name, error.start)
        ) from None
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentProblem(f"{name}: {error}") from None
    try:
        value = msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise ContentProblem(f"{name}: {_readable(str(error))}") from None
    unknown = next(_unknown_keys(raw, msgspec.to_builtins(value), ""), None)
    if unknown:
        raise ContentProblem(
            _("{0}: the key {1} is not one this file can have.").format(name, unknown)
        )
    return value


def expect(good: bool, file: str, key: str, wanted: str) -> None:
    """Raise ContentProblem unless ``good``, saying what ``key`` of ``file`` should be."""
    if not good:
        raise ContentProblem(_("{0}: {1} should be {2}.").format(file, key, wanted))


def unique(file: str, key: str, codes: Iterable[str]) -> None:
    """Raise ContentProblem where a code stands twice."""
    twice = [code for code, times in Counter(codes).items() if times > 1]
    expect(not twice, file, key, _("without the same code twice: {0}").format(", ".join(twice)))


def _readable(message: str) -> str:
    """Turn msgspec's path ``$.cards[3].title`` into ``cards[3].title``."""
    return message.replace("`$.", "`").replace("`$`", "the file itself")


def _unknown_keys(raw: Any, known: Any, path: str) -> Any:  # noqa: ANN401
    """Yield the path of every key that was in the file and is not in the value."""
    if isinstance(raw, dict) and isinstance(known, dict):
        for key, value in raw.items():
            here = f"{path}.{key}" if path else str(key)
            if key not in known:
                yield here
            else:
                yield from _unknown_keys(value, known[key], here)
    elif isinstance(raw, list) and isinstance(known, list | tuple):
        for n, (value, found) in enumerate(zip(raw, known, strict=False)):
            yield from _unknown_keys(value, found, f"{path}[{n}]")
