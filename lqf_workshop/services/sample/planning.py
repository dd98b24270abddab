"""What a team plans for its meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from lqf_workshop.domain.agenda import AgendaTemplate
from lqf_workshop.domain.disclosure import OPEN_MODE_BELOW
from lqf_workshop.domain.framework import NHS_SCALE
from lqf_workshop.domain.subject import Depth
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
    dimensions = _dimensions(services, sitting, edition, agenda, memory, rng)
    plan = WorkshopPlan(
        team=sitting.team.name,
        held_on=sitting.held_on,
        headcount=headcount,
        place=rng.choice(sitting.team.rooms),
        facilitator=sitting.team.facilitator,
        provider=sitting.team.provider,
        facilitator_votes=rng.random() < 0.15,
        role_mix=_role_mix(kind.mix, headcount),
        edition_code=edition,
        dimensions=dimensions,
    )
    return plan if new or not dimensions else _looking_closer(plan)


def _looking_closer(plan: WorkshopPlan) -> WorkshopPlan:
    """Let some teams rate elements, look at role levels, or choose the other scale wording."""
    chance = Random(f"{plan.team}/{plan.held_on}")
    if chance.random() < 0.12:
        plan = replace(plan, depths={plan.dimensions[0]: Depth.BOTH})
    if plan.headcount >= 2 * OPEN_MODE_BELOW and chance.random() < 0.35:
        plan = replace(plan, by_level=True)
    return replace(plan, scale_code=NHS_SCALE) if chance.random() < 0.06 else plan


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
