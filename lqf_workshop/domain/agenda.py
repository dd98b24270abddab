"""A meeting's plan: steps with minutes, and the words that help to lead them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _


class StepKind(Enum):
    """What happens in a step; each kind has its controls and its scenes."""

    WELCOME = "welcome"
    LAST_ACTIONS = "last-actions"
    STRENGTHS = "strengths"
    RATE = "rate"
    FOCUS = "focus"
    BREAK = "break"
    CARD = "card"
    ACTIVITY = "activity"
    SKILLS = "skills"
    TALK = "talk"
    ACTIONS = "actions"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Script:
    """What to say, what to do and what to watch for, at one moment of a step."""

    say: str
    do: str
    watch: str


@dataclass(frozen=True, slots=True)
class StepPlan:
    """One step as a template or a person plans it."""

    kind: StepKind
    title: str
    minutes: int
    purpose: str = ""
    scripts: dict[str, Script] = field(default_factory=dict)

    def script(self, moment: str) -> Script | None:
        """Return the words for ``moment``, or those for the start of the step."""
        return self.scripts.get(moment) or self.scripts.get("start")


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """A ready-made plan to begin from."""

    code: str
    name: str
    version: int
    order: int
    minutes: int
    about: str
    dimensions: int
    steps: tuple[StepPlan, ...]


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """One step of a real workshop: its plan, and how long it has taken so far."""

    id: int
    plan: StepPlan
    actual_seconds: int = 0
    visited: bool = False

    @property
    def actual_minutes(self) -> int:
        """Minutes spent, rounded to the nearest."""
        return (self.actual_seconds + 30) // 60


MINUTES_ALLOWED = range(1, 241)


def check_minutes(minutes: int) -> int:
    """Return the minutes of a step if they make sense."""
    if minutes not in MINUTES_ALLOWED:
        raise WorkshopProblem(_("A step takes between 1 and 240 minutes."))
    return minutes
