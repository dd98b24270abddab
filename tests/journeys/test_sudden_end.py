"""The program is killed in the middle of a meeting, and opens again where it was."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Stop
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import open_services
from tests import builders
from tests.journeys.child import (
    Line,
    driver,
    lines_of,
    next_line,
    started,
    whole,
    without_remarks,
)

ELEVEN = (2, 3, 3, 2, 1)


@pytest.fixture
def prepared_library(library: Path, shelf: Shelf) -> Path:
    """A library with one prepared workshop that rates two dimensions."""
    services = open_services(library, shelf)
    builders.prepare(
        services,
        builders.plan(dimensions=("PQ", "WO")),
        StepKind.WELCOME,
        StepKind.RATE,
        StepKind.CLOSE,
    )
    services.close()
    return library


def lead_and_kill(library: Path, surroundings: dict[str, str], lines: int) -> list[Line]:
    """Let somebody lead, and kill the program just after it told so many things."""
    told: list[Line] = []
    with started(driver("lead", library), surroundings) as child:
        while len(told) < lines:
            line = next_line(child)
            assert line is not None, child.communicate()[1]
            told.append(line)
        child.kill()
        rest, complained = child.communicate()
        assert without_remarks(complained) == ""
    return told + lines_of(rest)


def latest(told: list[Line], key: str) -> Line | None:
    return next((line for line in reversed(told) if key in line), None)


def check_place(told: list[Line], found: Line, stops: list[tuple[str, str]]) -> None:
    """The place told last, or the one after it if the end came before it could be told."""
    place = latest(told, "part")
    assert place is not None
    at = (str(place["part"]), str(place["about"]))
    revealed = found["revealed"]
    assert isinstance(revealed, dict)
    allowed = [("result", at[1]) if at[0] == "vote" and at[1] in revealed else at]
    allowed += [after for before, after in pairwise(stops) if before in allowed]
    assert (found["part"], found["about"]) in allowed


def check_votes(told: list[Line], found: Line) -> None:
    revealed, voted = found["revealed"], found["voted"]
    assert isinstance(revealed, dict)
    assert isinstance(voted, dict)
    for line in told:
        if "revealed" in line:
            assert tuple(revealed[line["revealed"]]) == ELEVEN
    count = latest(told, "voted")
    if count is not None and count["of"] not in revealed:
        assert count["voted"] <= voted[count["of"]] <= 11


def check_words(told: list[Line], found: Line) -> None:
    private, heard = found["private"], found["heard"]
    assert isinstance(private, list)
    assert isinstance(heard, list)
    for line in told:
        if "private" in line:
            assert any(text.startswith(line["private"]) for text in private), line
        if "heard" in line:
            assert any(
                about == line["about"] and text.startswith(line["heard"]) for about, text in heard
            ), line


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_everything_told_as_saved_survives_a_sudden_end(
    qtbot: QtBot, prepared_library: Path, surroundings: dict[str, str], seed: int
) -> None:
    lines = random.Random(seed).choice((range(3, 12), range(12, 30), range(30, 55))[seed])
    told = lead_and_kill(prepared_library, surroundings, lines)
    status, (found,), complained = whole(driver("look", prepared_library), surroundings)
    assert (status, complained) == (0, "")
    assert str(found["offered"]).startswith("Stopped a moment ago at “")
    stops = stops_of(prepared_library)
    check_place(told, found, [(s.part.value, s.about) for s in stops])
    check_votes(told, found)
    check_words(told, found)
    check_timer(told, found)


def stops_of(library: Path) -> tuple[Stop, ...]:
    services = open_services(library)
    stops = services.meetings.read(services.lists.workshops(1)[0].id).stops()
    services.close()
    return stops


def check_timer(told: list[Line], found: Line) -> None:
    """A countdown of the step that is on ends when it would have ended."""
    timer = latest(told, "timer")
    place = latest(told, "part")
    if timer is None or place is None or found["step"] != place["step"]:
        return
    assert found["timer"] == timer["timer"]
    assert found["time"] != ""
