"""A workshop's actions with all that was said about them since, as they go onto paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lqf_workshop.domain.action import Action, ActionState
from lqf_workshop.domain.follow_up import Progress
from lqf_workshop.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An agreed action; ``came_from`` and ``shows`` name its source and the regulator's line."""

    action: Action
    came_from: str = ""
    shows: str = ""
    said: tuple[Progress, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """What a team agreed in one workshop; drafts are not in it."""

    workshop: Workshop
    actions: tuple[PlannedAction, ...]
    printed_on: date

    @property
    def open(self) -> tuple[PlannedAction, ...]:
        """What somebody still has to do."""
        return tuple(one for one in self.actions if one.action.state.open)


def in_order(actions: tuple[PlannedAction, ...]) -> tuple[PlannedAction, ...]:
    """Return open actions by their due date, then those that are done, then those dropped."""
    last = (ActionState.DONE, ActionState.DROPPED)

    def place(one: PlannedAction) -> tuple[int, date, int]:
        state = one.action.state
        closed = last.index(state) + 1 if state in last else 0
        return closed, one.action.text.due or date.max, one.action.id

    return tuple(sorted(actions, key=place))
