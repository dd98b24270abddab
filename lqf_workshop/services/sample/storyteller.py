"""The one who tells of meeting after meeting, and remembers each team."""

from __future__ import annotations

from datetime import date, datetime
from random import Random

from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.sample.memory import Memory, Turns
from lqf_workshop.services.sample.planning import plan_of
from lqf_workshop.services.sample.room import Room, WallClock
from lqf_workshop.services.sample.schedule import Sitting
from lqf_workshop.services.sample.telling import Telling
from lqf_workshop.storage.database import Database


class Storyteller:
    """Tells of one meeting after the other, and remembers each team."""

    def __init__(
        self, library: Database, shelf: Shelf, seed: int, now: datetime, today: date
    ) -> None:
        self._library = library
        self._shelf = shelf
        self._seed = seed
        self._now = now
        self._today = today
        self._clock = WallClock(now)
        self._agendas = {template.code: template for template in shelf.templates()}
        self._turns = Turns()
        self._memories: dict[str, Memory] = {}

    def tell(self, sitting: Sitting) -> WorkshopId:
        """Put one meeting on disk, as far as it has come, and return its number."""
        memory = self._memories.setdefault(sitting.team.name, Memory())
        with self._library.together() as library:
            services = Services(Desk(library, clock=self._clock), self._shelf)
            room = self._prepare(services, sitting, memory)
            Telling(room, self._now, self._today).tell()
        memory.meetings += 1
        return room.id

    def _prepare(self, services: Services, sitting: Sitting, memory: Memory) -> Room:
        """Prepare the workshop as a facilitator does, and return the room it is held in."""
        rng = Random(f"{self._seed}/{sitting.number}")
        way = rng.choices(("hands", "laptop", "both"), (65, 22, 13))[0]
        agenda = self._agendas.get(sitting.agenda)
        plan = plan_of(services, sitting, agenda, memory, rng)
        workshop_id = services.workshops.from_template(plan, agenda)
        return Room(
            id=workshop_id,
            plan=services.workshops.workshop(workshop_id).plan,
            steps=services.workshops.steps(workshop_id),
            sitting=sitting,
            services=services,
            clock=self._clock,
            memory=memory,
            turns=self._turns,
            rng=rng,
            way=way,
        )
