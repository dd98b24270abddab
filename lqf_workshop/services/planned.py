"""What stands around an action wherever it is told: its source, its line, what was said since."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from lqf_workshop.domain.action import Action
from lqf_workshop.domain.action_plan import PlannedAction
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.regulator import Regulator
from lqf_workshop.library.regulators import line_words
from lqf_workshop.scenes.sources import source_words
from lqf_workshop.services.said import said_about


def planned_action(
    session: Session, meeting: Meeting, action: Action, regulators: Iterable[Regulator]
) -> PlannedAction:
    """Return an action of a meeting with all that papers and files tell of it."""
    return PlannedAction(
        action,
        source_words(action.source, _subject_name(meeting, action)),
        line_words(regulators, action.text.evidences),
        said_about(session, action.id),
    )


def _subject_name(meeting: Meeting, action: Action) -> str:
    """Name the dimension or element an action came from; its code where nothing names it."""
    if not action.source.kind.rated:
        return ""
    try:
        return meeting.subject(action.source.code).short_name
    except KeyError:
        return action.source.code
