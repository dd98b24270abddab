"""Take a change back while keeping what was written since: a merge of three values."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


def carried(now: T, before: T, after: T) -> T:
    """Return ``now`` with what changed from ``before`` to ``after`` changed in it too.

    Dataclasses are compared field by field, and tuples of things that have a code part by part;
    everything else is taken as a whole. Where both sides changed the same thing, ``after`` wins.
    """
    if before == after:
        return now
    if now == before:
        return after
    if is_dataclass(now) and type(now) is type(before) is type(after):
        names = [field.name for field in fields(now)]
        changed = {
            name: carried(getattr(now, name), getattr(before, name), getattr(after, name))
            for name in names
        }
        return replace(now, **changed)  # type: ignore[type-var]
    if isinstance(now, tuple) and isinstance(before, tuple) and isinstance(after, tuple):
        parts = [_by_code(value) for value in (now, before, after)]
        if None not in parts:
            return _carried_parts(*parts)  # type: ignore[arg-type,no-any-return]
    return after


def _by_code(parts: tuple[Any, ...]) -> dict[str, Any] | None:
    """Return parts under their codes, or None when they have none of their own."""
    found = {_code(part): part for part in parts}
    return found if "" not in found and len(found) == len(parts) else None


def _code(part: object) -> str:
    """Return what a part is known by; a use is known by its block."""
    return getattr(part, "code", "") or getattr(part, "block", "")


def _carried_parts(now: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> Any:  # noqa: ANN401
    """Merge parts; what came or went in the change comes or goes, what came since stays."""
    same = list(before) == list(after)
    order = list(now) if same else [c for c in after if c in now or c not in before]
    if not same:
        for code in now:
            if code not in before and code not in after:
                order.insert(_after_its_neighbour(code, list(now), order), code)
    return tuple(
        carried(now[code], before[code], after[code])
        if code in now and code in before and code in after
        else now.get(code, after.get(code))
        for code in order
    )


def _after_its_neighbour(code: str, now: list[str], order: list[str]) -> int:
    """Return where a part goes that came since: after the nearest one that stood before it."""
    for neighbour in reversed(now[: now.index(code)]):
        if neighbour in order:
            return order.index(neighbour) + 1
    return 0
