"""Gather what a workshop agreed, and what was said about it since, for the paper."""

from __future__ import annotations

from lqf_workshop.domain.action import Action, ActionState
from lqf_workshop.domain.action_plan import ActionPlan, PlannedAction, in_order
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.library.regulators import line_words
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.scenes.sources import source_words
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.meetings import Meetings
from lqf_workshop.services.said import said_about


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
        with self._desk.database.reading() as session:
            said = {one.id: said_about(session, one.id) for one in agreed}
        regulators = self._shelf.regulators()
        planned = tuple(
            PlannedAction(
                one,
                source_words(one.source, _subject_name(meeting, one)),
                line_words(regulators, one.text.evidences),
                said[one.id],
            )
            for one in agreed
        )
        return ActionPlan(meeting.workshop, in_order(planned), self._desk.today())


def _subject_name(meeting: Meeting, action: Action) -> str:
    """Name the dimension or element an action came from; its code where nothing names it."""
    if not action.source.kind.rated:
        return ""
    try:
        return meeting.subject(action.source.code).short_name
    except KeyError:
        return action.source.code
