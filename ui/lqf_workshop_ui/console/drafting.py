"""From something that was said to an action: one press, and it waits under "Agree actions"."""

from __future__ import annotations

from functools import partial

from lqf_workshop.domain.action import Source, SourceKind
from lqf_workshop.domain.agreement import Spread, spread_of
from lqf_workshop.domain.meeting import Meeting, Note, NoteKind
from lqf_workshop.domain.subject import dimension_code, skill_of
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.problems import Problems

LEADS_TO_ACTIONS = (NoteKind.CARD, NoteKind.HEARD, NoteKind.TALK, NoteKind.PARKING)
"""Notes that an action may come from. A word at the close or a told moment is no task."""


def source_of(meeting: Meeting, note: Note) -> Source:
    """Return what an action came from that began as this note."""
    if note.kind is NoteKind.CARD:
        code = note.about.rpartition("/")[0]
        title = next((d.card.title for d in meeting.cards if d.card.code == code), "")
        return Source(SourceKind.CARD, title) if title else Source()
    if note.kind is NoteKind.HEARD and note.about:
        skill = skill_of(note.about)
        if skill is None:
            rated = [subject.code for subject in meeting.rated]
            code = note.about if note.about in rated else dimension_code(note.about)
            return rated_source(meeting, code)
        name = next((idea.name for idea in meeting.skills if idea.code == skill[0]), "")
        return Source(SourceKind.SKILL, name) if name else Source()
    if note.kind is NoteKind.PARKING:
        return Source(SourceKind.PARKING)
    return Source()


def rated_source(meeting: Meeting, code: str) -> Source:
    """Return a dimension or element as a source; where people differ, the split is the source."""
    rounds = meeting.revealed(code)
    split = bool(rounds) and spread_of(rounds[-1].tally) is Spread.SPLIT
    return Source(SourceKind.SPLIT if split else SourceKind.DIMENSION, code)


def draft_action(
    services: Services, live: LiveMeeting, problems: Problems, what: str, source: Source
) -> None:
    """Begin an action with the words of the room, and say where it waits."""
    if problems.attempt(partial(services.actions.draft, live.workshop_id, source, what)):
        problems.tell(_("An action with these words waits for you under “Agree actions”."))
