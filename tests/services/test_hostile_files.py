"""Whatever somebody has changed in a workshop file: it is refused, or it can be shown and told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.scenes.build import scene_for
from lqf_workshop.services.aids import aids_from
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.files import How
from tests.builders import WITHOUT_SHRINKING, library_of
from tests.exchange.version_1 import as_version_1
from tests.services.whole_workshops import EVERYTHING, live

VALUES: tuple[Any, ...] = (
    *(None, "", 0, -1, 2, 10**30, 1.5, True, [], {}),
    *("x", "PQ", "99", "confidence@1", "9999-12-31", "\0", "private", "1/1", "x" * 200),
)
Way = tuple[Any, ...]


def places(value: object, path: Way = ()) -> Iterator[Way]:
    """Yield the way to every value inside another."""
    inside: list[tuple[Any, object]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    for key, held in inside:
        yield (*path, key)
        yield from places(held, (*path, key))


def spoilt(whole: Any, rng: Random) -> Any:  # noqa: ANN401
    """Return a file in which one value is another, is gone, or is there twice."""
    found = json.loads(json.dumps(whole))
    *way, last = rng.choice([p for p in places(found) if p[0] != "edition"])
    at = found
    for key in way:
        at = at[key]
    if isinstance(at, list) and rng.random() < 0.3:
        at.append(at[last])
    elif isinstance(at, list) and rng.random() < 0.3:
        at.pop(last)
    else:
        at[last] = rng.choice(VALUES)
    return found


def look_around(services: Services, number: int) -> None:
    """Show every moment of a workshop, and tell what it came to."""
    meeting = services.meetings.read(number)
    services.summaries.gather(number)
    for stop in meeting.stops():
        scene_for(replace(meeting, at=stop), aids_from(services.shelf))


def test_a_spoilt_file_is_refused_or_can_be_shown(
    empty_library: Path, tmp_path: Path, shelf: Shelf
) -> None:
    path = tmp_path / "spoilt.lqfworkshop"
    with library_of(empty_library, tmp_path / "spoiling", shelf) as services:
        services.files.write(live(services, EVERYTHING), path, private=True)
        whole = json.loads(path.read_text("utf-8"))

        @settings(max_examples=80, phases=WITHOUT_SHRINKING)
        @given(st.integers(0, 10**9))
        def check(seed: int) -> None:
            file = as_version_1(whole) if seed % 4 == 0 else whole
            path.write_text(json.dumps(spoilt(file, Random(seed))), "utf-8")
            with suppress(WorkshopProblem):
                number = services.files.take_in(services.files.look(path), How.COPY)
                look_around(services, number)
                services.journal.undo()

        check()
        services.check()
        assert services.lists.count() == 1
