"""What a person has typed about a workshop, right or not yet right, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from lqf_workshop.domain.workshop import WorkshopPlan, check_headcount
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _

TEXTS = ("team", "held_on", "place", "provider", "facilitator")


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """The fields of a plan as they stand on the screen; the headcount is any text."""

    team: str
    held_on: date
    headcount: str
    place: str = ""
    provider: str = ""
    facilitator: str = ""
    facilitator_votes: bool = False
    role_mix: dict[str, int] = field(default_factory=dict)

    @property
    def voters(self) -> int | None:
        """How many people vote, or None while no number can be read."""
        try:
            return check_headcount(self.headcount) + int(self.facilitator_votes)
        except WorkshopProblem:
            return None


def problems_of(draft: PlanDraft) -> dict[str, str]:
    """Return a sentence for each field that cannot be taken as it is, by the field's name."""
    tried = {name: _problem(**{name: getattr(draft, name)}) for name in TEXTS}
    try:
        people = check_headcount(draft.headcount)
    except WorkshopProblem as problem:
        tried["headcount"] = str(problem)
    else:
        tried["role_mix"] = _problem(headcount=people, role_mix=draft.role_mix)
    return {name: sentence for name, sentence in tried.items() if sentence}


def _problem(**fields: object) -> str:
    """Try the fields in a plan that is right in everything else."""
    right = WorkshopPlan(team="-", held_on=date(2026, 1, 1), headcount=30)
    try:
        replace(right, **fields).checked()  # type: ignore[arg-type]
    except WorkshopProblem as problem:
        return str(problem)
    return ""


def settled(draft: PlanDraft, kept: WorkshopPlan) -> WorkshopPlan:
    """Return ``kept`` with every field of the draft that is right as it stands."""
    wrong = problems_of(draft)
    fields: dict[str, object] = {name: getattr(draft, name) for name in TEXTS if name not in wrong}
    if not {"headcount", "role_mix"} & set(wrong):
        # More people in roles than in the room: neither number is taken until both fit.
        fields["headcount"] = check_headcount(draft.headcount)
        fields["role_mix"] = draft.role_mix
    fields["facilitator_votes"] = draft.facilitator_votes
    return replace(kept, **fields).checked()  # type: ignore[arg-type]


def draft_of(plan: WorkshopPlan) -> PlanDraft:
    """Return a stored plan as it is filled into the fields."""
    return PlanDraft(
        plan.team,
        plan.held_on,
        str(plan.headcount),
        plan.place,
        plan.provider,
        plan.facilitator,
        plan.facilitator_votes,
        dict(plan.role_mix),
    )


def none_chosen() -> str:
    """Say that a rating needs something to rate."""
    return _("Choose at least one dimension to rate.")
