"""Teams that met several times, shared by the tests of what is seen over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from tests.builders import TODAY, plan, prepare, rate

LOW, HIGH = (2, 2, 2, 3, 3), (3, 4, 4, 4, 5)


def met(services: Services, weeks_ago: int, *answers: int, **changes: object) -> WorkshopId:
    """Let a team meet, and rate "Working with others" where answers are given."""
    whole = plan(held_on=TODAY - timedelta(weeks=weeks_ago), dimensions=("WO", "PQ"))
    made = prepare(services, replace(whole, **changes))  # type: ignore[arg-type]
    services.runs.begin(made, services.meetings.read(made).stops()[0])
    if answers:
        rate(services, made, "WO", *answers)
    return made
