"""What a team plans for its meeting."""

from __future__ import annotations

from datetime import date
from random import Random

from lqf_workshop.domain.agenda import AgendaTemplate
from lqf_workshop.domain.workshop import WorkshopPlan
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.sample.memory import Memory
from lqf_workshop.services.sample.schedule import Sitting

REFRESHED = date(2026, 5, 1)
"""From about this day on, some teams choose the edition of March 2026."""


def plan_of(
    services: Services,
    sitting: Sitting,
    agenda: AgendaTemplate | None,
    memory: Memory,
    rng: Random,
) -> WorkshopPlan:
    """Return the plan of a meeting that has its day and its agenda."""
    kind = sitting.team.kind
    headcount = rng.randint(kind.low, kind.high)
    new = sitting.curious and sitting.held_on >= REFRESHED
    edition = "lqf-2026" if new else "lqf-classic"
    return WorkshopPlan(
        team=sitting.team.name,
        held_on=sitting.held_on,
        headcount=headcount,
        place=rng.choice(sitting.team.rooms),
        facilitator=sitting.team.facilitator,
        provider=sitting.team.provider,
        facilitator_votes=rng.random() < 0.15,
        role_mix=_role_mix(kind.mix, headcount),
        edition_code=edition,
        dimensions=_dimensions(services, sitting, edition, agenda, memory, rng),
    )


def _role_mix(mix: dict[str, int], headcount: int) -> dict[str, int]:
    """Share the people out over the role levels; rounding down leaves a few unnamed."""
    return {level: headcount * share // 100 for level, share in mix.items()}


def _dimensions(
    services: Services,
    sitting: Sitting,
    edition_code: str,
    agenda: AgendaTemplate | None,
    memory: Memory,
    rng: Random,
) -> tuple[str, ...]:
    """Choose what to rate: a follow-up returns to the picks of last time."""
    chosen = services.workshops.suggested_dimensions(edition_code, agenda)
    edition = services.shelf.edition(edition_code)
    codes = tuple(d.code for d in edition.dimensions) if edition else ()
    if sitting.agenda == "follow-up-review":
        again = [code for code in memory.picks if code in codes]
        return tuple(dict.fromkeys((*again, *chosen)))[: len(chosen)]
    if len(chosen) == 3 and rng.random() < 0.6:
        picked = rng.sample(codes, 3)
        return tuple(code for code in codes if code in picked)
    return chosen
