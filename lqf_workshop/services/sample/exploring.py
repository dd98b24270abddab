"""A method that a team works through in its meeting."""

from __future__ import annotations

from lqf_workshop.domain.activity import ActivityRun, Entry
from lqf_workshop.domain.agenda import AgendaStep
from lqf_workshop.services.activities import place_run
from lqf_workshop.services.sample.room import Room
from lqf_workshop.services.sample.words import all_words


class Exploring:
    """The activities of one meeting."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def work_through(self, step: AgendaStep) -> None:
        """Bring an activity to a step, with every line in one go."""
        told = all_words().activities[0]
        services = self._room.services
        activity = services.activities.choice(told.code)
        lines = tuple(Entry(0, line.block, line.place, line.words) for line in told.lines)
        run = ActivityRun(0, step.id, activity, self._room.card, lines)
        with services.desk.database.transaction() as session:
            place_run(session, self._room.id, step.id, run)
        self._room.activity = activity.name
