"""Gather what a workshop agreed, and what was said about it since, for the paper."""

from __future__ import annotations

from lqf_workshop.domain.action import ActionState
from lqf_workshop.domain.action_plan import ActionPlan, in_order
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.meetings import Meetings
from lqf_workshop.services.planned import planned_action


class ActionPlans:
    """The plan that each workshop came to."""

    def __init__(self, desk: Desk, shelf: Shelf, meetings: Meetings) -> None:
        self._desk = desk
        self._shelf = shelf
        self._meetings = meetings

    def gather(self, workshop_id: int) -> ActionPlan:
        """Return the agreed actions of a workshop as they are now."""
        meeting = self._meetings.read(workshop_id)
        agreed = [one for one in meeting.actions if one.state is not ActionState.DRAFT]
        regulators = self._shelf.regulators()
        with self._desk.database.reading() as session:
            planned = tuple(planned_action(session, meeting, one, regulators) for one in agreed)
        return ActionPlan(meeting.workshop, in_order(planned), self._desk.today())
