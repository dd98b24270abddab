"""Whether the parts of a workshop file fit together; types alone do not say so.

What is wrong is said in English, in a few words for whoever made the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

import msgspec

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.disclosure import levels_to_show
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.subject import skill_code, skill_of
from lqf_workshop.domain.text import clean_text
from lqf_workshop.domain.workshop import WorkshopPlan
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.workshop_parts import (
    ActionPart,
    ActivityPart,
    RoundPart,
    TallyPart,
    WorkshopFile,
)

MOST_VERSIONS = 1_000_000
_OF_A_STEP = (NoteKind.PRIVATE, NoteKind.TALK, NoteKind.PLEDGE)


def nonsense_in(file: WorkshopFile) -> str:
    """Return the first thing that cannot be, or nothing."""
    return next(_nonsense(file), "")


def tally(part: TallyPart) -> Tally:
    """Return the votes of a part as a value."""
    return Tally(part.counts, part.cant_see)


def text_of(part: ActionPart) -> ActionText:
    """Return the words and dates of an action."""
    return ActionText(**{one.name: getattr(part, one.name) for one in fields(ActionText)})


def _nonsense(file: WorkshopFile) -> Iterator[str]:
    yield from _unclean(msgspec.to_builtins(file))
    yield from _framework(file)
    yield from _plan(file)
    yield from _votes(file)
    yield from _tables(file)
    yield from _words(file)
    if len(set(file.marks)) != len(file.marks):
        yield "a mark that is there twice"
    for action in file.actions:
        yield from _action(action)


def _unclean(value: object) -> Iterator[str]:
    """Yield a text that nobody can have typed: with unseen letters, or far too long."""
    if isinstance(value, str):
        try:
            if clean_text(value) != value:
                yield "a letter that cannot be seen"
        except WorkshopProblem:
            yield "a text that is too long"
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _unclean(key)
            yield from _unclean(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _unclean(held)


def _framework(file: WorkshopFile) -> Iterator[str]:
    edition, workshop = file.edition, file.workshop
    if (edition.code, edition.version) != (workshop.edition_code, workshop.edition_version):
        yield "another framework than the workshop’s"
    codes = [dimension.code for dimension in edition.dimensions]
    if len(set(codes)) != len(codes) or any(len(code) != 2 for code in codes):
        yield "wrong codes of dimensions"
    for dimension in edition.dimensions:
        if any(e.code[:2] != dimension.code or len(e.code) < 3 for e in dimension.elements):
            yield "wrong codes of elements"
    scales = [edition.scale, *([file.scale.points] if file.scale else [])]
    if any(len(points) != 5 for points in scales):
        yield "a scale without five points"
    if (file.scale.code if file.scale else "team") != workshop.scale_code:
        yield "another scale than the workshop’s"


def _plan(file: WorkshopFile) -> Iterator[str]:
    part = file.workshop
    plan = WorkshopPlan(
        team=part.team,
        held_on=part.held_on,
        headcount=part.headcount,
        place=part.place,
        facilitator=part.facilitator,
        provider=part.provider,
        edition_code=part.edition_code,
        dimensions=part.dimensions,
        depths=part.depths,
    )
    try:
        if plan.checked() != plan:
            yield "a plan that cannot be made"
    except WorkshopProblem:
        yield "a plan that cannot be made"
    known = {dimension.code for dimension in file.edition.dimensions}
    if not known.issuperset(part.dimensions):
        yield "a dimension that the framework does not have"
    if not _subjects(file).issuperset(part.picks):
        yield "a choice that the framework does not have"
    if part.at and part.at.step > len(file.steps):
        yield "a step that is not there"
    if part.at and not _skill_fits(part.at.about, len(file.steps)):
        yield "a moment of no step"
    if part.last_seen and part.last_seen.tzinfo is None:
        yield "a time without its zone"


def _subjects(file: WorkshopFile) -> set[str]:
    """Return the codes of dimensions and elements."""
    dimensions = file.edition.dimensions
    return {d.code for d in dimensions} | {e.code for d in dimensions for e in d.elements}


def _votes(file: WorkshopFile) -> Iterator[str]:
    known = _subjects(file)
    votes = sorted((part.subject, part.number) for part in file.rounds)
    for place, (subject, number) in enumerate(votes):
        if number == 2 and (not place or votes[place - 1] != (subject, 1)):
            yield "a second vote without a first"
    if len(set(votes)) != len(votes):
        yield "a vote that is there twice"
    for part in file.rounds:
        fits = _skill_fits(part.subject, len(file.steps))
        if not fits or (part.subject not in known and not skill_of(part.subject)):
            yield "a vote on nothing that is there"
        yield from _levels(part)


def _levels(part: RoundPart) -> Iterator[str]:
    """Yield a role whose votes nobody may see."""
    levels = {level: tally(votes) for level, votes in part.by_level.items()}
    try:
        if levels_to_show(tally(part.total), levels) != levels:
            yield "votes of a role that may not be shown"
    except ValueError:
        yield "a role with more votes than there are"


def _tables(file: WorkshopFile) -> Iterator[str]:
    steps = len(file.steps)
    for places in ([c.step for c in file.cards], [run.step for run in file.activities]):
        if len(set(places)) != len(places) or any(place > steps for place in places):
            yield "a card or activity at no step of its own"
    for run in file.activities:
        yield from _activity(run)


def _activity(run: ActivityPart) -> Iterator[str]:
    blocks = {block.code: block for block in run.activity.blocks}
    used = [use for step in run.activity.steps for use in step.uses]
    named = {use.block for use in used} | {b.ends_from for b in blocks.values() if b.ends_from}
    if len(blocks) != len(run.activity.blocks) or not named <= blocks.keys():
        yield "an activity that is not whole"
    if not 0 <= run.activity.version <= MOST_VERSIONS:
        yield "an activity of a version that cannot be"
    for line in run.lines:
        block = blocks.get(line.block)
        if block is None or block.private:
            yield "a line where nothing is kept"
        elif any(block.field(code) is None for code in line.words):
            yield "a word where nothing is kept"


def _words(file: WorkshopFile) -> Iterator[str]:
    steps, notes = len(file.steps), len(file.notes)
    private = [note for note in file.notes if note.kind is NoteKind.PRIVATE]
    if private and not file.private_notes:
        yield "private notes that it says are not there"
    for note in file.notes:
        if note.kind in _OF_A_STEP and not _places([note.about], steps):
            yield "a note about no step"
        if not _skill_fits(note.about.partition("/")[0], steps):
            yield "a note about no step"
    answers = [(one.poll, one.answer) for one in file.polls]
    if len(set(answers)) != len(answers):
        yield "an answer that is there twice"
    for poll, answer in answers:
        step, _slash, note_place = answer.partition("/")
        if poll is Poll.DOTS and not (_places([step], steps) and _places([note_place], notes)):
            yield "a dot on nothing that is there"
        if poll is Poll.FELT and not _skill_fits(answer.partition(":")[0], steps):
            yield "an answer about no step"
        if poll is Poll.DOTS_SHOWN and not _places([answer], steps):
            yield "dots of no step"


def _places(texts: Sequence[str], most: int) -> bool:
    """Whether all are places in a list of so many, as we write them."""
    return all(len(t) < 9 and t.isdecimal() and t == str(int(t)) for t in texts) and all(
        0 < int(t) <= most for t in texts
    )


def _skill_fits(code: str, steps: int) -> bool:
    """Whether a code that names a skill at a step names one that is there."""
    skill = skill_of(code)
    return skill is None or (0 < skill[1] <= steps and skill_code(*skill) == code)


def _action(part: ActionPart) -> Iterator[str]:
    text = text_of(part)
    try:
        if text.cleaned() != text:
            yield "an action that cannot be written"
    except WorkshopProblem:
        yield "an action that is too long"
