"""Kill the program at any moment: everything it had said was kept is there."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from lqf_workshop.domain.meeting import NoteKind, Poll, Stop
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import open_services
from tests.builders import begin, prepare, start_child

LEAD_A_WORKSHOP = """
import sys
from pathlib import Path
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import open_services

services = open_services(Path(sys.argv[1]), Shelf())
workshop = int(sys.argv[2])

def say(*words):
    print(*words, flush=True)

stops = services.meetings.read(workshop).stops()
for n in range(10_000):
    stop = stops[n % len(stops)]
    services.runs.go(workshop, stop)
    say("at", stop.step_id, stop.part.value, stop.about or "-")
    services.notes.add(workshop, NoteKind.PARKING, "", f"note {n} " + "ã" * 300)
    say("note", n)
    services.polls.count(workshop, Poll.SPOTTED, "integrity" if n % 80 < 40 else f"other-{n}")
    say("poll")
    if n % 11 == 10:
        services.ratings.reveal(workshop, "PQ") if n < 22 else None
        say("revealed") if n < 22 else None
        services.ratings.wipe_traces()
    elif n < 21:
        services.ratings.cast(workshop, "PQ", n % 6)
        say("vote", n // 11)
"""


@dataclass
class Said:
    """What the program had said before it was killed."""

    at: tuple[str, ...] = ()
    notes: int = 0
    polls: int = 0
    revealed: int = 0
    votes: int = 0

    def hear(self, line: str) -> None:
        """Take in one line."""
        word, *rest = line.split()
        if word == "at":
            self.at = tuple(rest)
        elif word == "note":
            self.notes += 1
        elif word == "poll":
            self.polls += 1
        elif word == "revealed":
            self.revealed += 1
        elif word == "vote":
            self.votes += 1


def kill_after(library: Path, workshop_id: int, lines: int) -> Said:
    """Let the program lead a workshop, kill it after some lines, and return what it said."""
    said = Said()
    child = start_child(LEAD_A_WORKSHOP, library, workshop_id)
    assert child.stdout is not None
    for _line in range(lines):
        said.hear(child.stdout.readline())
    child.kill()
    for line in child.stdout:
        if line.endswith("\n"):
            said.hear(line)
    child.communicate(timeout=10)
    return said


def place(stop: Stop) -> tuple[str, ...]:
    """Return a stop as the program says it."""
    return str(stop.step_id), stop.part.value, stop.about or "-"


@pytest.mark.parametrize("seed", range(3))
def test_everything_that_was_said_to_be_kept_is_there_after_a_kill(
    empty_library: Path, library: Path, shelf: Shelf, seed: int
) -> None:
    library.write_bytes(empty_library.read_bytes())
    services = open_services(library, shelf)
    workshop_id = prepare(services)
    begin(services, workshop_id)
    walk = [place(stop) for stop in services.meetings.read(workshop_id).stops()]
    services.close()

    said = kill_after(library, workshop_id, random.Random(seed).randrange(10, 90))

    services = open_services(library, shelf)
    services.check()
    found = services.meetings.read(workshop_id)
    services.close()
    numbers = [note.text.split()[1] for note in found.notes_of(NoteKind.PARKING)]
    assert numbers == [str(n) for n in range(len(numbers))]
    assert len(numbers) in (said.notes, said.notes + 1)
    assert sum(found.poll(Poll.SPOTTED).values()) in (said.polls, said.polls + 1)
    assert len(found.rounds) in (said.revealed, said.revealed + 1)
    votes = sum(r.tally.voters for r in found.rounds) + sum(r.voted for r in found.open_rounds)
    assert votes in (said.votes, said.votes + 1)
    assert found.at is not None
    assert place(found.at) in (said.at, walk[(walk.index(said.at) + 1) % len(walk)])
