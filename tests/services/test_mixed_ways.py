"""A law: any order and mix of the ways to vote, with changes, undo, crashes and double sends,
comes to the same totals."""

from __future__ import annotations

import shutil
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from lqf_workshop.domain.rating import ANSWERS, tally_of
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.phones.keys import RoomKey, slot
from lqf_workshop.services.assembly import Services, open_services
from tests.builders import FixedClock, begin, plan, prepare

EXPECTED = 9
SUBJECT = "WO1"
answers = st.sampled_from(ANSWERS)
phones = st.integers(0, 5)
folders = count()


class Room(RuleBasedStateMachine):
    """A room votes; beside the library a plain model remembers what should be counted."""

    empty: Path
    folder: Path
    shelf: Shelf

    def __init__(self) -> None:
        super().__init__()
        self.here = self.folder / f"mixed-{next(folders)}"
        self.here.mkdir()
        library = self.here / "workshops.lqf"
        shutil.copyfile(self.empty, library)
        self.services = open_services(library, self.shelf, clock=FixedClock())
        whole = plan(headcount=EXPECTED, dimensions=("WO",))
        self.workshop = prepare(self.services, whole)
        begin(self.services, self.workshop)
        self.counted: Counter[int] = Counter()
        self.secret: list[int] = []
        self.by_phone: dict[int, int] = {}
        self.last_counts: list[int] = []
        key = RoomKey.new()
        self.devices = [key.device(key.new_device()) for _n in range(6)]

    @property
    def voted(self) -> int:
        return self.counted.total() + len(self.secret) + len(self.by_phone)

    @rule(answer=answers)
    def count_a_hand_or_slip(self, answer: int) -> None:
        if self.voted >= EXPECTED:
            with pytest.raises(WorkshopProblem):
                self.services.ratings.count_hands(self.workshop, SUBJECT, answer)
            return
        self.services.ratings.count_hands(self.workshop, SUBJECT, answer)
        self.counted[answer] += 1
        self.last_counts.append(answer)

    @rule(answer=answers)
    def vote_on_the_laptop(self, answer: int) -> None:
        if self.voted >= EXPECTED:
            with pytest.raises(WorkshopProblem):
                self.services.ratings.cast(self.workshop, SUBJECT, answer)
            return
        self.services.ratings.cast(self.workshop, SUBJECT, answer)
        self.secret.append(answer)

    @rule(phone=phones, answer=answers, times=st.integers(1, 3))
    def vote_by_phone(self, phone: int, answer: int, times: int) -> None:
        device = self.devices[phone]
        assert device is not None
        place = slot(device, "vote", self.workshop, SUBJECT, 1)
        for _again in range(times):
            if self.voted >= EXPECTED and phone not in self.by_phone:
                with pytest.raises(WorkshopProblem):
                    self.services.phones.vote(self.workshop, SUBJECT, 1, place, answer)
                continue
            self.services.phones.vote(self.workshop, SUBJECT, 1, place, answer)
            self.by_phone[phone] = answer

    @precondition(lambda self: self.last_counts)
    @rule()
    def take_the_last_count_back(self) -> None:
        self.services.ratings.take_back(self.workshop, SUBJECT)
        self.counted[self.last_counts.pop()] -= 1

    @rule()
    def be_killed_and_start_again(self) -> None:
        """Open what the disk held at this moment; nothing is said goodbye to."""
        left = self.here / f"killed-{next(folders)}"
        left.mkdir()
        library = self.services.desk.database.path
        for file in library.parent.glob(f"{library.name}*"):
            if file.suffix != ".lock":
                shutil.copy(file, left)
        self.services.close()
        self.services = open_services(left / library.name, self.shelf, clock=FixedClock())
        self.last_counts.clear()

    @invariant()
    def only_their_number_is_known(self) -> None:
        meeting = self.services.meetings.read(self.workshop)
        voting = meeting.open_round(SUBJECT)
        assert (voting.voted if voting else 0) == self.voted

    def teardown(self) -> None:
        services: Services = self.services
        if self.voted:
            total = self.counted + Counter(self.secret) + Counter(self.by_phone.values())
            assert services.ratings.reveal(self.workshop, SUBJECT) == tally_of(total)
            assert services.meetings.read(self.workshop).open_rounds == ()
        services.close()
        shutil.rmtree(self.here)


@pytest.mark.slow
def test_any_mix_of_ways_comes_to_the_same_totals(
    empty_library: Path, tmp_path: Path, shelf: Shelf
) -> None:
    Room.empty, Room.folder, Room.shelf = empty_library, tmp_path, shelf
    Room.TestCase.settings = settings(max_examples=25, stateful_step_count=25)
    Room.TestCase().runTest()
