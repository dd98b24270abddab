"""What goes on from one meeting to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

from lqf_workshop.domain.action import ActionState
from lqf_workshop.services.sample.words import ActionVoice

OUTCOMES = (
    ActionState.DONE,
    ActionState.GOING_ON,
    ActionState.DONE,
    ActionState.DROPPED,
    ActionState.DONE,
)
"""How actions went, in turn, when a team comes back to them."""


@dataclass(slots=True)
class Memory:
    """What a team brings to its next meeting."""

    meetings: int = 0
    picks: tuple[str, ...] = ()
    waiting: dict[int, ActionVoice] = field(default_factory=dict)
    agreed_before: set[str] = field(default_factory=set)
    rated: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Turns:
    """What comes in turn from meeting to meeting, whichever the team; a small sample has it too."""

    outcomes: Iterator[ActionState] = field(default_factory=lambda: cycle(OUTCOMES))
    time_is_up: Iterator[bool] = field(
        default_factory=lambda: cycle((False, False, True, False, False, False))
    )
    worth_a_second_vote: Iterator[bool] = field(default_factory=lambda: cycle((False, True, False)))
