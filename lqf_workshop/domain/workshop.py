"""What a workshop is: who, when, with what, and how far it has come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import NewType

from lqf_workshop.domain.framework import TEAM_SCALE
from lqf_workshop.domain.subject import Depth, dimension_code, skill_of
from lqf_workshop.domain.text import clean_line, required_line
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _

WorkshopId = NewType("WorkshopId", int)
HEADCOUNT_ALLOWED = range(3, 31)
YEARS_ALLOWED = range(2000, 2100)


class WorkshopState(Enum):
    """Prepared, under way, or over."""

    PREPARED = "prepared"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class WorkshopPlan:
    """What a person fills in when preparing a workshop."""

    team: str
    held_on: date
    headcount: int
    place: str = ""
    facilitator: str = ""
    provider: str = ""
    facilitator_votes: bool = False
    role_mix: dict[str, int] = field(default_factory=dict)
    edition_code: str = "lqf-classic"
    dimensions: tuple[str, ...] = ()
    depths: dict[str, Depth] = field(default_factory=dict)
    scale_code: str = TEAM_SCALE
    by_level: bool = False
    comments: bool = False

    def depth(self, dimension: str) -> Depth:
        """Return how closely a dimension is rated."""
        return self.depths.get(dimension, Depth.WHOLE)

    def only(self, dimension: str) -> frozenset[str]:
        """Return the elements of a dimension that are rated, where not all of them are.

        Such an element stands among the depths under its own code, beside its dimension.
        """
        return only_elements(self.depths, dimension)

    def with_rated(self, codes: Iterable[str]) -> WorkshopPlan:
        """Return the plan with everything in it that has been voted on already."""
        dimensions, depths = dict.fromkeys(self.dimensions), dict(self.depths)
        for code in codes:
            if skill_of(code):
                continue
            dimension = dimension_code(code)
            is_new = dimension not in dimensions
            dimensions[dimension] = None
            wanted = Depth.WHOLE if code == dimension else Depth.ELEMENTS
            now = wanted if is_new else depths.get(dimension, Depth.WHOLE)
            depths[dimension] = wanted if now is wanted else Depth.BOTH
            if code != dimension and only_elements(depths, dimension):
                depths[code] = Depth.ELEMENTS
        return replace(self, dimensions=tuple(dimensions), depths=_closer(depths, dimensions))

    def checked(self) -> WorkshopPlan:
        """Return the plan with clean words, or explain the first thing that is wrong."""
        headcount = check_headcount(self.headcount)
        return WorkshopPlan(
            team=required_line(self.team, _("Team")),
            held_on=_check_date(self.held_on),
            headcount=headcount,
            place=clean_line(self.place, _("Place")),
            facilitator=clean_line(self.facilitator, _("Facilitator")),
            provider=clean_line(self.provider, _("Organisation")),
            facilitator_votes=self.facilitator_votes,
            role_mix=_check_role_mix(self.role_mix, headcount),
            edition_code=self.edition_code,
            dimensions=tuple(dict.fromkeys(self.dimensions)),
            depths=_closer(self.depths, self.dimensions),
            scale_code=self.scale_code,
            by_level=self.by_level,
            comments=self.comments,
        )


def only_elements(depths: Mapping[str, Depth], dimension: str) -> frozenset[str]:
    """Return the elements that stand beside their dimension among the depths."""
    return frozenset(c for c in depths if c != dimension and dimension_code(c) == dimension)


def _closer(depths: dict[str, Depth], dimensions: Collection[str]) -> dict[str, Depth]:
    """Keep the depths that say something: of chosen dimensions, closer than the whole."""
    closer = {c for c in dimensions if depths.get(c, Depth.WHOLE) is not Depth.WHOLE}
    return {
        code: depth
        for code, depth in depths.items()
        if dimension_code(code) in closer and depth is not Depth.WHOLE
    }


@dataclass(frozen=True, slots=True)
class Workshop:
    """One meeting of one team."""

    id: WorkshopId
    plan: WorkshopPlan
    edition_version: int
    minutes: int
    state: WorkshopState
    last_seen: datetime | None = None

    @property
    def expected_voters(self) -> int:
        """How many people vote: the facilitator only if they say they do."""
        return self.plan.headcount + int(self.plan.facilitator_votes)


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """A workshop in a list."""

    id: WorkshopId
    team: str
    place: str
    held_on: date
    headcount: int
    minutes: int
    state: WorkshopState
    focus: tuple[str, ...]
    actions_open: int
    actions_total: int
    last_seen: datetime | None
    stopped_at: str


def check_headcount(headcount: object) -> int:
    """Return the headcount as a number from 3 to 30; anything else is explained."""
    try:
        number = int(str(headcount).strip())
    except ValueError:
        raise WorkshopProblem(_("How many people? Please type a number from 3 to 30.")) from None
    if number not in HEADCOUNT_ALLOWED:
        raise WorkshopProblem(
            _("A workshop is for 3 to 30 people, and {0} was typed. Please change it.").format(
                number
            )
        )
    return number


def check_same_people(number: int | None, headcount: int) -> int | None:
    """Return how many were there last time, or None if nobody said; too many are explained."""
    if number is not None and not 0 <= number <= headcount:
        raise WorkshopProblem(
            _("Of {0} people, how many were here last time? {1} was typed.").format(
                headcount, number
            )
        )
    return number


def _check_date(day: date) -> date:
    if day.year not in YEARS_ALLOWED:
        raise WorkshopProblem(_("Please choose a date between 2000 and 2099."))
    return day


def _check_role_mix(mix: dict[str, int], headcount: int) -> dict[str, int]:
    kept = {level: count for level, count in mix.items() if count}
    if any(count < 0 for count in kept.values()) or sum(kept.values()) > headcount:
        raise WorkshopProblem(
            _("The roles add up to {0} people, but {1} take part.").format(
                sum(kept.values()), headcount
            )
        )
    return kept


def team_key(team: str) -> str:
    """Return what makes two spellings of a team's name the same team."""
    return " ".join(team.casefold().split())
