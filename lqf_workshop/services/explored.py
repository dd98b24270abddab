"""What a team explored, as it may be told: cards with their piles, activities, what is taken away.

What is private, and what is held back from the room, is never in these values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lqf_workshop.domain.activity import ActivityRun, Takes
from lqf_workshop.domain.canvas import canvas_of
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.meeting import DrawnCard, Meeting, NoteKind
from lqf_workshop.domain.piles import Standing, standings
from lqf_workshop.domain.subject import Subject, of_dimension
from lqf_workshop.domain.summary import (
    ActivityNotes,
    CardNotes,
    Filled,
    PileNotes,
    PromptNotes,
    TakeAway,
)
from lqf_workshop.wording import _, long_date

NOTHING = Filled()


def card_notes(meeting: Meeting, drawn: DrawnCard) -> CardNotes:
    """Return a card with its answers, the piles they are on, and the steps that followed."""
    card = drawn.card
    told = [one for one in standings(meeting, drawn.step_id) if one.pile.name or one.dots]
    piled = {number for one in told for number in one.pile.note_ids}
    prompts = [
        _prompt(meeting, prompt, f"{card.code}/{n}", piled)
        for n, prompt in enumerate(card.prompts, 1)
    ]
    first = _prompt(meeting, _("First thoughts"), f"{card.code}/0", piled)
    if first.notes:
        prompts.insert(0, first)
    facts = tuple(
        f"{f.text} {f.source} {_('Checked on {0}.').format(long_date(f.checked_on))}"
        for f in card.facts
    )
    run = meeting.run_at(drawn.step_id)
    return CardNotes(
        card.title,
        card.situation,
        facts,
        tuple(prompts),
        tuple(map(_pile, told)),
        meeting.dots_shown(drawn.step_id),
        filled_of(run) if run and run.activity.on_card else NOTHING,
    )


def _prompt(meeting: Meeting, prompt: str, about: str, piled: Collection[int]) -> PromptNotes:
    notes = [n for n in meeting.notes_of(NoteKind.CARD, about) if n.text.strip()]
    others = tuple(n.text for n in notes if n.id not in piled)
    return PromptNotes(prompt, others, len(notes) - len(others))


def _pile(one: Standing) -> PileNotes:
    return PileNotes(one.pile.name, tuple(note.text for note in one.pile.notes), one.dots, one.most)


def filled_of(run: ActivityRun) -> Filled:
    """Return every canvas with words in it; of those held back the names alone."""
    canvases, held_back = [], []
    for block in run.activity.blocks:
        if block.private:
            continue
        canvas = canvas_of(run, block)
        if canvas.empty:
            continue
        if run.tells(block):
            canvases.append(canvas)
        else:
            held_back.append(block.name)
    return Filled(tuple(canvases), tuple(held_back))


def activity_notes(meeting: Meeting, classic: FrameworkEdition | None) -> tuple[ActivityNotes, ...]:
    """Return the activities in which something stands, in the order of the agenda."""
    return tuple(
        ActivityNotes(
            run.step_id,
            run.activity.name,
            _dimension(run, classic),
            run.card.title if run.card else "",
            filled,
            not run.ended,
        )
        for run in _runs(meeting)
        if not run.activity.on_card and (filled := filled_of(run))
    )


def _runs(meeting: Meeting) -> Iterator[ActivityRun]:
    """Yield what was filled in, step by step."""
    for step in meeting.steps:
        run = meeting.run_at(step.id)
        if run is not None:
            yield run


def _dimension(run: ActivityRun, classic: FrameworkEdition | None) -> Subject | None:
    known = classic.dimensions if classic else ()
    return next((of_dimension(d) for d in known if d.code == run.activity.dimension), None)


def take_aways(meeting: Meeting) -> tuple[TakeAway, ...]:
    """Return what the team takes away, kind by kind; steps that became actions are left out.

    Those stand in the plan, perhaps in better words.
    """
    planned = {action.text.what.strip() for action in meeting.actions}
    found = []
    for takes in (Takes.AGREEMENTS, Takes.QUESTION, Takes.WATCH, Takes.ACTIONS):
        for run in _runs(meeting):
            lines = run.taken(takes)
            if takes is Takes.ACTIONS:
                lines = tuple(line for line in lines if line.strip() not in planned)
            if lines:
                found.append(TakeAway(takes, _source(meeting, run), lines))
    return tuple(found)


def _source(meeting: Meeting, run: ActivityRun) -> str:
    """Name the card whose steps these were, or the activity."""
    drawn = meeting.drawn(run.step_id)
    return drawn.card.title if run.activity.on_card and drawn else run.activity.name
