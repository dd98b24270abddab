"""Small builders of plans, agendas and libraries, shared by the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase

from lqf_workshop.domain.agenda import Script, StepKind, StepPlan
from lqf_workshop.domain.meeting import Part, Stop
from lqf_workshop.domain.rating import SCALE, Tally
from lqf_workshop.domain.workshop import WorkshopId, WorkshopPlan
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.storage import records
from lqf_workshop.storage.database import Database

MORNING = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
"""When the fixed clock of the tests begins: a Wednesday at ten."""
TODAY = MORNING.date()
SHELF = Shelf()
"""The shipped content, each file of it read once in a run."""
WHOLE_AGENDA = (
    StepKind.WELCOME,
    StepKind.LAST_ACTIONS,
    StepKind.STRENGTHS,
    StepKind.RATE,
    StepKind.FOCUS,
    StepKind.BREAK,
    StepKind.CARD,
    StepKind.SKILLS,
    StepKind.TALK,
    StepKind.ACTIONS,
    StepKind.CLOSE,
)
"""One step of every kind, in the order of a meeting."""


@dataclass
class FixedClock:
    """A clock that stands still until a test moves it."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        """Let time pass; a negative number sets the clock back."""
        self.now += timedelta(seconds=seconds)


def plan(team: str = "Rowan House", **changes: object) -> WorkshopPlan:
    """Return the plan of a team of eleven, with ``changes`` made to it."""
    whole = WorkshopPlan(team=team, held_on=TODAY, headcount=11, place="Dining room")
    return replace(whole, **changes)  # type: ignore[arg-type]


def step(kind: StepKind, minutes: int = 5, title: str = "") -> StepPlan:
    """Return a step with a script for its start."""
    return StepPlan(kind, title or kind.value.title(), minutes, "", {"start": Script("", "", "")})


def steps(*kinds: StepKind) -> tuple[StepPlan, ...]:
    """Return an agenda with a step of each kind; of every kind when none is named."""
    return tuple(step(kind) for kind in kinds or WHOLE_AGENDA)


def tally(*votes: int, cant_see: int = 0) -> Tally:
    """Return the tally of votes as they are listed in the domain notes."""
    return Tally(tuple(votes.count(point) for point in SCALE), cant_see)


def begin(services: Services, workshop_id: int) -> Stop:
    """Begin a prepared workshop at its first stop, as the console does."""
    stop = services.meetings.read(workshop_id).stop_now()
    assert stop is not None
    services.runs.begin(workshop_id, stop)
    return stop


def go_to(services: Services, workshop_id: int, part: Part, about: str = "") -> Stop:
    """Move to the first stop of a part, about something if that is said."""
    stop = next(
        s
        for s in services.meetings.read(workshop_id).stops()
        if s.part is part and about in ("", s.about)
    )
    services.runs.go(workshop_id, stop)
    return stop


def vote(services: Services, workshop_id: int, dimension: str, *answers: int) -> None:
    """Cast secret votes, one after the other."""
    for answer in answers:
        services.ratings.cast(workshop_id, dimension, answer)


def rate(services: Services, workshop_id: int, dimension: str, *answers: int) -> Tally:
    """Vote on a dimension and reveal it."""
    vote(services, workshop_id, dimension, *answers)
    return services.ratings.reveal(workshop_id, dimension)


def prepare(services: Services, whole: WorkshopPlan | None = None, *kinds: StepKind) -> WorkshopId:
    """Prepare a workshop with one step of each kind."""
    return services.workshops.prepare(whole or plan(), steps(*kinds))


def empty_library(folder: Path) -> Path:
    """Make an empty library to be copied, which is faster than making it again."""
    path = folder / "empty.lqf"
    Database(path).close()
    return path


@contextmanager
def library_of(
    empty: Path, folder: Path, shelf: Shelf, clock: FixedClock | None = None
) -> Iterator[Services]:
    """Open services over a copy of ``empty``, and remove the copy afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    library = folder / "workshops.lqf"
    shutil.copyfile(empty, library)
    services = open_services(library, shelf, clock=clock or FixedClock())
    try:
        yield services
    finally:
        services.close()
        shutil.rmtree(folder)


@contextmanager
def marks_in_turn() -> Iterator[None]:
    """Give marks in a row and not by chance, so that two libraries can be the same in all."""
    numbers = count(1)
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(records, "token_hex", lambda size: f"{next(numbers):0{2 * size}x}")
        yield


def day(offset: int) -> date:
    """Return the date so many days after the workshop."""
    return TODAY + timedelta(days=offset)


WITHOUT_SHRINKING = (Phase.explicit, Phase.generate)
"""For laws over real libraries: making a failing story shorter would take minutes."""
ROOT = Path(__file__).resolve().parents[1]


def start_child(code: str, *arguments: object, prefix: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start another Python process that can import the program and these builders."""
    return subprocess.Popen(
        [*prefix, sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def run_child(code: str, *arguments: object, prefix: Sequence[str] = ()) -> str:
    """Run another Python process to its end and return what it printed."""
    child = start_child(code, *arguments, prefix=prefix)
    said, complained = child.communicate(timeout=60)
    assert child.returncode == 0, complained
    return said
