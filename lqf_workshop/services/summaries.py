"""Gather a workshop for the page and the paper: one value, so that the two cannot disagree."""

from __future__ import annotations

from datetime import date

from lqf_workshop.domain.action import ActionState
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.focus import placings
from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.meeting import DrawnCard, Meeting, Note, NoteKind, Poll
from lqf_workshop.domain.summary import (
    CardNotes,
    DimensionResult,
    PromptNotes,
    StrengthCount,
    WorkshopSummary,
)
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.meetings import Meetings
from lqf_workshop.wording import _, long_date


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
            scale_words=tuple(point.word for point in edition.scale),
            results=_results(meeting),
            placed=placings(meeting.rounds),
            picks=meeting.picks,
            cards=tuple(_card_notes(meeting, drawn) for drawn in meeting.cards),
            talks=_talks(meeting),
            strengths=self._strengths(meeting),
            stories=_texts(meeting.notes_of(NoteKind.STRENGTH)),
            actions=tuple(
                a for a in meeting.actions if a.state is not ActionState.DRAFT or not a.text.empty
            ),
            last_actions=meeting.last_actions if _reviews(meeting) else (),
            parking=_texts(meeting.notes_of(NoteKind.PARKING)),
            confidence=meeting.poll(Poll.CONFIDENCE),
            returned=meeting.poll(Poll.RETURN),
            words=_texts(meeting.notes_of(NoteKind.WORD)),
            printed_on=today,
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


def _results(meeting: Meeting) -> tuple[DimensionResult, ...]:
    return tuple(
        DimensionResult(
            d,
            meeting.revealed(d.code),
            meeting.open_round(d.code) is not None,
            _texts(meeting.notes_of(NoteKind.HEARD, d.code)),
        )
        for d in meeting.dimensions
    )


def _card_notes(meeting: Meeting, drawn: DrawnCard) -> CardNotes:
    card = drawn.card
    prompts = [
        PromptNotes(prompt, _texts(meeting.notes_of(NoteKind.CARD, f"{card.code}/{n}")))
        for n, prompt in enumerate(card.prompts, 1)
    ]
    first = _texts(meeting.notes_of(NoteKind.CARD, f"{card.code}/0"))
    if first:
        prompts.insert(0, PromptNotes(_("First thoughts"), first))
    facts = tuple(
        f"{f.text} {f.source} {_('Checked on {0}.').format(long_date(f.checked_on))}"
        for f in card.facts
    )
    return CardNotes(card.title, card.situation, facts, tuple(prompts))


def _talks(meeting: Meeting) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for step in meeting.steps:
        texts = _texts(meeting.notes_of(NoteKind.TALK, str(step.id)))
        if texts:
            found.append((step.plan.title, texts))
    return tuple(found)
