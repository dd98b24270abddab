"""A meeting's plan: steps with minutes, and the words that help to lead them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time
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


_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE | re.ASCII)


def clock_time(text: str) -> time | None:
    """Return a time of the day as people type it, "14:00", "9.30" or "2 pm"; none for nothing."""
    if not text.strip():
        return None
    found = _CLOCK.fullmatch(text.strip())
    if found is not None:
        hour, minute = int(found[1]), int(found[2] or 0)
        half = (found[3] or "").lower()
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise WorkshopProblem(_("Type the time like 14:00, or leave it empty."))


MINUTES_ALLOWED = range(1, 241)


def check_minutes(minutes: int) -> int:
    """Return the minutes of a step if they make sense."""
    if minutes not in MINUTES_ALLOWED:
        raise WorkshopProblem(_("A step takes between 1 and 240 minutes."))
    return minutes
