"""An afternoon of rounds, one after the other: nothing is left over in memory or in sockets."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import psutil
import pytest

from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.phones.host import PhoneHost
from lqf_workshop.phones.keys import RoomKey
from lqf_workshop.phones.limits import Limits, Rate
from lqf_workshop.scenes.build import scene_for
from lqf_workshop.services.aids import aids_from
from lqf_workshop.services.assembly import Services
from tests.builders import begin, go_to, plan, prepare
from tests.phones.conftest import HERE
from tests.phones.fakes import Phone

PHONES = 12
ROUNDS_OF_90_MINUTES = 60
WARMING_UP = 15
DIMENSIONS = ("PQ", "WO", "MS", "IS", "SD", "CV", "DS")
MEGABYTE = 2**20
MUCH = Rate(1e6, 1e6)
"""Ninety minutes in a few seconds ask more at once than any phone."""


@pytest.fixture
def workshop(services: Services) -> WorkshopId:
    """A workshop with far more to rate than any real one."""
    depths = dict.fromkeys(DIMENSIONS, Depth.BOTH)
    made = prepare(services, plan(headcount=PHONES, dimensions=DIMENSIONS, depths=depths))
    begin(services, made)
    return made


@pytest.fixture
def serving(services: Services) -> Iterator[PhoneHost]:
    host = PhoneHost(services.phones, Limits(device=MUCH, total=MUCH))
    yield host
    host.close()


@pytest.mark.slow
def test_ninety_minutes_of_rounds_leave_nothing_behind(
    services: Services, workshop: WorkshopId, serving: PhoneHost
) -> None:
    door = serving.open(workshop, RoomKey.new(), HERE)
    phones = [Phone(door) for _n in range(PHONES)]
    for phone in phones:
        assert phone.join().status == 200
    aids, process = aids_from(services.shelf), psutil.Process()
    subjects = [s.code for s in services.meetings.read(workshop).rated]
    rounds = [(code, number) for number in (1, 2) for code in subjects][:ROUNDS_OF_90_MINUTES]
    before, sockets = 0, 0
    for turn, (code, number) in enumerate(rounds):
        if turn == WARMING_UP:
            gc.collect()
            before, sockets = process.memory_info().rss, len(process.net_connections())
        services.ratings.open_round(workshop, code)
        go_to(services, workshop, Part.VOTE, code)
        serving.show(scene_for(services.meetings.read(workshop), aids))
        for n, phone in enumerate(phones):
            assert phone.state()["face"]["content"]["subject"] == code
            for answer in (n % 6, (n + 1) % 6):
                assert phone.vote(answer, code, number).status == 200
        assert services.ratings.reveal(workshop, code).voters == PHONES
        serving.show(scene_for(services.meetings.read(workshop), aids))
        services.ratings.wipe_traces()
    gc.collect()
    assert len(rounds) == ROUNDS_OF_90_MINUTES
    assert len(process.net_connections()) <= sockets + 2
    assert process.memory_info().rss - before < 12 * MEGABYTE
    assert serving.phones == PHONES
