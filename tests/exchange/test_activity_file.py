"""A file of one activity: written whole, read without trust."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lqf_workshop.domain.activity import Activity
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.activity_file import (
    MOST_BYTES,
    read_activity_file,
    write_activity_file,
)
from lqf_workshop.library.shelf import Shelf

Spoil = Callable[[dict[str, Any]], object]


def test_every_shipped_activity_comes_back_as_it_was(shelf: Shelf, tmp_path: Path) -> None:
    edition = shelf.edition("lqf-classic")
    for activity in shelf.activities():
        file = tmp_path / f"{activity.code}.lqfactivity"
        write_activity_file(activity, file)
        found = read_activity_file(file, edition)
        assert (found.code, found.steps, found.blocks) == (
            activity.code,
            activity.steps,
            activity.blocks,
        )


@pytest.fixture
def content(shelf: Shelf, tmp_path: Path) -> dict[str, Any]:
    """What stands in the file of an activity."""
    file = tmp_path / "ours.lqfactivity"
    write_activity_file(shelf.activities()[0], file)
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def read(tmp_path: Path, content: object) -> Activity:
    file = tmp_path / "theirs.lqfactivity"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_activity_file(file, None)


def _with_many_steps(activity: dict[str, Any]) -> None:
    activity.update(steps=activity["steps"] * 5, minutes=activity["minutes"] * 5)


WRONG: list[tuple[str, Spoil]] = [
    ("not an activity", lambda c: c.update(format="lqf-deck")),
    ("newer version", lambda c: c.update(format_version=2)),
    ("not an activity", lambda c: c.update(format_version=0)),
    ("not an activity", lambda c: c.update(more=1)),
    ("not an activity", lambda c: c["activity"].pop("steps")),
    ("not an activity", lambda c: c["activity"].update(minutes="long")),
    ("not an activity", lambda c: c["activity"]["blocks"][0].update(kind="bomb")),
    ("Give it a name", lambda c: c["activity"].update(name="")),
    ("stands here twice", lambda c: c["activity"]["steps"][0].update(code="split")),
    ("small letters", lambda c: c["activity"]["steps"][0].update(code="../x")),
    ("small letters", lambda c: c["activity"]["steps"][0].update(code="")),
    ("no part", lambda c: c["activity"]["steps"][0]["uses"][0].update(block="x")),
    ("at most 20 steps", lambda c: _with_many_steps(c["activity"])),
]


@pytest.mark.parametrize(("told", "spoil"), WRONG)
def test_what_is_wrong_is_explained_and_nothing_is_read(
    tmp_path: Path, content: dict[str, Any], told: str, spoil: Spoil
) -> None:
    spoil(content)
    with pytest.raises(WorkshopProblem, match=told):
        read(tmp_path, content)


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 50_000, "null", '{"format": 3}', "\0"])
def test_what_is_no_json_of_ours_is_no_activity(tmp_path: Path, text: str) -> None:
    with pytest.raises(WorkshopProblem, match="not an activity"):
        read(tmp_path, text)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(WorkshopProblem, match="far larger"):
        read(tmp_path, " " * (MOST_BYTES + 1))


def test_a_file_that_is_not_there_is_explained(tmp_path: Path) -> None:
    with pytest.raises(WorkshopProblem, match="cannot be opened"):
        read_activity_file(tmp_path / "gone.lqfactivity", None)
