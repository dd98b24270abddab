"""Gather a workshop for the page and the paper: one value, so that the two cannot disagree."""

from __future__ import annotations

from datetime import date

from lqf_workshop.domain.action import ActionState
from lqf_workshop.domain.action_plan import PlannedAction
from lqf_workshop.domain.agenda import AgendaStep, StepKind
from lqf_workshop.domain.focus import lowest_of, placings
from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.meeting import Meeting, Note, NoteKind, Poll
from lqf_workshop.domain.subject import Subject
from lqf_workshop.domain.summary import (
    SkillsResult,
    StrengthCount,
    SubjectResult,
    WorkshopSummary,
)
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.explored import activity_notes, card_notes, take_aways
from lqf_workshop.services.meetings import Meetings
from lqf_workshop.services.planned import planned_action


class Summaries:
    """What each workshop came to, at any moment of it."""

    def __init__(self, desk: Desk, shelf: Shelf, meetings: Meetings) -> None:
        self._desk = desk
        self._shelf = shelf
        self._meetings = meetings

    def gather(self, workshop_id: int) -> WorkshopSummary:
        """Return a workshop as it may leave the laptop, half-done ones included."""
        return self.of(self._meetings.read(workshop_id), self._desk.today())

    def of(self, meeting: Meeting, today: date) -> WorkshopSummary:
        """Return the summary of a meeting that was read before."""
        edition = meeting.edition
        return WorkshopSummary(
            workshop=meeting.workshop,
            edition_name=f"{edition.name}, {edition.edition}",
            edition_complete=edition.complete,
            scale=meeting.scale or edition.own_scale,
            results=tuple(_result(meeting, subject) for subject in meeting.rated),
            placed=placings(meeting.rounds),
            picks=meeting.picks,
            cards=tuple(card_notes(meeting, drawn) for drawn in meeting.cards),
            talks=_talks(meeting),
            strengths=self._strengths(meeting),
            stories=_texts(meeting.notes_of(NoteKind.STRENGTH)),
            planned=self._planned(meeting),
            last_actions=meeting.last_actions if _reviews(meeting) else (),
            parking=_texts(meeting.notes_of(NoteKind.PARKING)),
            confidence=meeting.poll(Poll.CONFIDENCE),
            returned=meeting.poll(Poll.RETURN),
            words=_texts(meeting.notes_of(NoteKind.WORD)),
            printed_on=today,
            levels=tuple((level.code, level.name) for level in edition.levels),
            skills=tuple(
                _skills(meeting, step)
                for step in meeting.steps
                if step.plan.kind is StepKind.SKILLS and _tried(meeting, step)
            ),
            sureness=meeting.sureness,
            activities=activity_notes(meeting, self._shelf.edition("lqf-classic")),
            taken=take_aways(meeting),
        )

    def _planned(self, meeting: Meeting) -> tuple[PlannedAction, ...]:
        """Return the actions; of drafts those in which something stands."""
        regulators = self._shelf.regulators()
        with self._desk.database.reading() as session:
            return tuple(
                planned_action(session, meeting, one, regulators)
                for one in meeting.actions
                if one.state is not ActionState.DRAFT or not one.text.empty
            )

    def _strengths(self, meeting: Meeting) -> tuple[StrengthCount, ...]:
        spotted, needed = meeting.poll(Poll.SPOTTED), meeting.poll(Poll.NEEDED)
        return tuple(
            StrengthCount(i.name, spotted.get(i.code, 0), needed.get(i.code, 0))
            for i in self._shelf.ideas(Family.ATTRIBUTE)
            if i.code in spotted or i.code in needed
        )


def _texts(notes: tuple[Note, ...]) -> tuple[str, ...]:
    return tuple(n.text for n in notes if n.text.strip())


def _reviews(meeting: Meeting) -> bool:
    return any(step.plan.kind is StepKind.LAST_ACTIONS for step in meeting.steps)


def _result(meeting: Meeting, subject: Subject) -> SubjectResult:
    return SubjectResult(
        subject,
        meeting.revealed(subject.code),
        meeting.open_round(subject.code) is not None,
        _texts(meeting.notes_of(NoteKind.HEARD, subject.code)),
        _texts(meeting.notes_of(NoteKind.QUOTE, subject.code)),
    )


def _tried(meeting: Meeting, step: AgendaStep) -> bool:
    """Whether a step on skills has anything to tell."""
    voted = any(meeting.revealed(skill.code) for skill in meeting.skills_of(step.id))
    return voted or bool(meeting.notes_of(NoteKind.PLEDGE, str(step.id)))


def _skills(meeting: Meeting, step: AgendaStep) -> SkillsResult:
    issue = meeting.issue_of(step.id)
    results = tuple(_result(meeting, skill) for skill in meeting.skills_of(step.id))
    return SkillsResult(
        step.plan.title,
        issue.card.title if issue else "",
        results,
        lowest_of(meeting.rounds, [r.subject.code for r in results]),
        _texts(meeting.notes_of(NoteKind.PLEDGE, str(step.id))),
    )


def _talks(meeting: Meeting) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for step in meeting.steps:
        texts = _texts(meeting.notes_of(NoteKind.TALK, str(step.id)))
        if texts:
            found.append((step.plan.title, texts))
    return tuple(found)
