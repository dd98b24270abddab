"""A running workshop as one value: everything needed to show, lead and print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import takewhile

from lqf_workshop.domain.action import Action
from lqf_workshop.domain.activity import ActivityRun
from lqf_workshop.domain.agenda import AgendaStep, StepKind
from lqf_workshop.domain.framework import Dimension, FrameworkEdition, Idea, Scale
from lqf_workshop.domain.rating import OpenRound, RevealedRound
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.domain.subject import (
    Subject,
    dimension_code,
    of_dimension,
    of_element,
    of_skill,
    skill_of,
    subject_codes,
)
from lqf_workshop.domain.text import has_words
from lqf_workshop.domain.workshop import Workshop


class Part(Enum):
    """The moments inside a step that the facilitator can stop at."""

    START = "start"
    RULES = "rules"
    STORED = "stored"
    NEEDED = "needed"
    MEANING = "meaning"
    VOTE = "vote"
    RESULT = "result"
    LEVELS = "levels"
    GRID = "grid"
    PROMPT = "prompt"
    PILES = "piles"
    DOTS = "dots"
    FILL = "fill"
    LOWEST = "lowest"
    ACTION = "action"
    CONFIDENCE = "confidence"
    RETURN = "return"
    WORD = "word"
    END = "end"


@dataclass(frozen=True, slots=True)
class Stop:
    """One place in a run: a step, a moment in it, and what the moment is about.

    ``about`` is the code of a subject, a prompt's number from 1, an action's id as text, or the
    code of an activity's step.
    """

    step_id: int
    part: Part
    about: str = ""


class Cover(Enum):
    """What hides the scene, for the moment."""

    NONE = "none"
    BLANK = "blank"
    NEUTRAL = "neutral"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown that survives the program: running to a moment, or paused with time left."""

    total_seconds: int
    ends_at: datetime | None = None
    seconds_left: int = 0

    @property
    def running(self) -> bool:
        """Whether it counts down now."""
        return self.ends_at is not None

    def left(self, now: datetime) -> int:
        """Return the whole seconds left at ``now``, never below zero."""
        if self.ends_at is None:
            return self.seconds_left
        return max(0, round((self.ends_at - now).total_seconds()))


class NoteKind(Enum):
    """What a note belongs to, which decides who may ever see it."""

    PRIVATE = "private"
    PARKING = "parking"
    CARD = "card"
    HEARD = "heard"
    QUOTE = "quote"
    STRENGTH = "strength"
    TALK = "talk"
    WORD = "word"
    PLEDGE = "pledge"


@dataclass(frozen=True, slots=True)
class Note:
    """Words typed in a meeting; ``shown`` says the facilitator let the room see them.

    ``about`` is a step id (private, talk, pledge), a card's code and prompt ("code/2"),
    a subject's code (heard, quote), or an attribute's code. ``heap`` is the name of the pile
    that an answer on a card was put on.
    """

    id: int
    kind: NoteKind
    about: str
    text: str
    shown: bool
    heap: str = ""


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card on the table of one step, and why it was chosen."""

    step_id: int
    card: ScenarioCard
    reason: DrawReason
    reason_dimension: str = ""


class Poll(Enum):
    """A show of hands at the close, the strengths spotted, or dots on answers.

    An answer of DOTS is a key of ``piles.dot_key``. DOTS_SHOWN is no question: it has a count
    for each step, by its id, whose dots the facilitator has shown to the room. An answer of
    FELT is a subject and a ``Felt``, as in "WO:better".
    """

    CONFIDENCE = "confidence"
    RETURN = "return"
    SPOTTED = "spotted"
    NEEDED = "needed"
    DOTS = "dots"
    DOTS_SHOWN = "dots-shown"
    FELT = "felt"


@dataclass(frozen=True, slots=True)
class PollCount:
    """How many hands went up for one answer of a poll; these are never secret."""

    poll: Poll
    answer: str
    count: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """All of one workshop, at one moment. It holds no count of a round not yet revealed."""

    workshop: Workshop
    edition: FrameworkEdition
    steps: tuple[AgendaStep, ...]
    at: Stop | None = None
    timer: Timer | None = None
    cover: Cover = Cover.NONE
    open_rounds: tuple[OpenRound, ...] = ()
    rounds: tuple[RevealedRound, ...] = ()
    picks: tuple[str, ...] = ()
    cards: tuple[DrawnCard, ...] = ()
    notes: tuple[Note, ...] = ()
    actions: tuple[Action, ...] = ()
    last_actions: tuple[Action, ...] = ()
    polls: tuple[PollCount, ...] = ()
    scale: Scale | None = None
    activities: tuple[ActivityRun, ...] = ()
    skills: tuple[Idea, ...] = ()
    sureness: Scale | None = None

    @property
    def step(self) -> AgendaStep | None:
        """The step the meeting is at."""
        return next((s for s in self.steps if self.at and s.id == self.at.step_id), None)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions this workshop rates, in their order."""
        return tuple(self.edition.dimension(code) for code in self.workshop.plan.dimensions)

    @property
    def rated(self) -> tuple[Subject, ...]:
        """What the plan rates: each dimension, its elements, or both; in their order."""
        return tuple(self.subject(code) for d in self.dimensions for code in self._codes_of(d))

    def _codes_of(self, dimension: Dimension) -> tuple[str, ...]:
        plan = self.workshop.plan
        return subject_codes(dimension, plan.depth(dimension.code), plan.only(dimension.code))

    def subject(self, code: str) -> Subject:
        """Return what votes under a code are about; KeyError when there is none such."""
        skill = skill_of(code)
        if skill is not None:
            idea = next((i for i in self.skills if i.code == skill[0]), None)
            if idea is None:
                raise KeyError(code)
            return of_skill(idea, skill[1])
        dimension = self.edition.dimension(dimension_code(code))
        if code == dimension.code:
            return of_dimension(dimension)
        element = next((e for e in dimension.elements if e.code == code), None)
        if element is None:
            raise KeyError(code)
        return of_element(element)

    def scale_of(self, code: str) -> Scale:
        """Return the scale that people vote on here; skills have their own."""
        if skill_of(code) and self.sureness is not None:
            return self.sureness
        return self.scale or self.edition.own_scale

    def skills_of(self, step_id: int) -> tuple[Subject, ...]:
        """Return the skills as they are voted on in one step."""
        return tuple(of_skill(idea, step_id) for idea in self.skills)

    def issue_of(self, step_id: int) -> DrawnCard | None:
        """Return the issue that a step on skills is about: its own card, or the latest before."""
        before = list(takewhile(lambda s: s.id != step_id, self.steps))
        ids = [step_id, *(step.id for step in reversed(before))]
        return next((card for n in ids if (card := self.drawn(n))), None)

    def open_round(self, subject: str) -> OpenRound | None:
        """Return the round people are voting in, if there is one."""
        return next((r for r in self.open_rounds if r.subject == subject), None)

    def revealed(self, subject: str) -> tuple[RevealedRound, ...]:
        """Return the revealed rounds of a subject, first vote first."""
        found = [r for r in self.rounds if r.subject == subject]
        return tuple(sorted(found, key=lambda r: r.number))

    def drawn(self, step_id: int) -> DrawnCard | None:
        """Return the card on the table of a step."""
        return next((c for c in self.cards if c.step_id == step_id), None)

    def run_at(self, step_id: int) -> ActivityRun | None:
        """Return the activity at a step, if one was chosen."""
        return next((run for run in self.activities if run.step_id == step_id), None)

    def notes_of(self, kind: NoteKind, about: str | None = None) -> tuple[Note, ...]:
        """Return notes of one kind, about one thing or about all."""
        return tuple(
            n for n in self.notes if n.kind is kind and (about is None or n.about == about)
        )

    def answers_at(self, step_id: int) -> tuple[Note, ...]:
        """Return what the room was shown of the answers to the prompts of a step's card."""
        drawn = self.drawn(step_id)
        if drawn is None:
            return ()
        prompts = {f"{drawn.card.code}/{n + 1}" for n in range(len(drawn.card.prompts))}
        return tuple(
            note
            for note in self.notes_of(NoteKind.CARD)
            if note.about in prompts and note.shown and has_words(note.text)
        )

    def dots_shown(self, step_id: int) -> bool:
        """Whether the room has been shown the dots of a step."""
        return bool(self.poll(Poll.DOTS_SHOWN).get(str(step_id)))

    def poll(self, poll: Poll) -> dict[str, int]:
        """Return the hands counted for each answer of a poll."""
        return {c.answer: c.count for c in self.polls if c.poll is poll}

    def stops(self) -> tuple[Stop, ...]:
        """Return every place of the run in order, as "next" and "back" walk them."""
        return tuple(stop for step in self.steps for stop in self._stops_of(step))

    def _stops_of(self, step: AgendaStep) -> Iterator[Stop]:
        match step.plan.kind:
            case StepKind.WELCOME:
                for part in (Part.START, Part.RULES, Part.STORED):
                    yield Stop(step.id, part)
            case StepKind.STRENGTHS:
                for part in (Part.START, Part.NEEDED):
                    yield Stop(step.id, part)
            case StepKind.LAST_ACTIONS if self.last_actions:
                yield from (Stop(step.id, Part.ACTION, str(a.id)) for a in self.last_actions)
            case StepKind.RATE if self.workshop.plan.dimensions:
                for dimension in self.dimensions:
                    yield Stop(step.id, Part.MEANING, dimension.code)
                    for code in self._codes_of(dimension):
                        yield from self._voting_stops(step.id, code)
            case StepKind.FOCUS:
                yield Stop(step.id, Part.GRID)
                for code in self.picks:
                    yield from self._voting_stops(step.id, code)
            case StepKind.SKILLS:
                yield Stop(step.id, Part.START)
                for skill in self.skills_of(step.id):
                    yield from self._voting_stops(step.id, skill.code)
                yield Stop(step.id, Part.LOWEST)
            case StepKind.CARD:
                yield Stop(step.id, Part.START)
                drawn = self.drawn(step.id)
                prompts = len(drawn.card.prompts) if drawn else 0
                yield from (Stop(step.id, Part.PROMPT, str(n + 1)) for n in range(prompts))
                if len(self.answers_at(step.id)) > 1:
                    yield from (Stop(step.id, part) for part in (Part.PILES, Part.DOTS))
                yield from self._filling_stops(step.id)
            case StepKind.ACTIVITY:
                yield Stop(step.id, Part.START)
                yield from self._filling_stops(step.id)
            case StepKind.CLOSE:
                for part in (Part.CONFIDENCE, Part.RETURN, Part.WORD, Part.END):
                    yield Stop(step.id, part)
            case _:
                yield Stop(step.id, Part.START)

    def _voting_stops(self, step_id: int, code: str) -> Iterator[Stop]:
        """The result comes before a vote only when that vote is the second."""
        revealed, voting = self.revealed(code), self.open_round(code)
        if revealed:
            yield Stop(step_id, Part.RESULT, code)
        if revealed and revealed[-1].by_level and not voting:
            yield Stop(step_id, Part.LEVELS, code)
        if voting or not revealed:
            yield Stop(step_id, Part.VOTE, code)

    def _filling_stops(self, step_id: int) -> Iterator[Stop]:
        run = self.run_at(step_id)
        steps = run.activity.steps if run else ()
        yield from (Stop(step_id, Part.FILL, step.code) for step in steps)

    def stop_now(self) -> Stop | None:
        """Return where the meeting is, or the nearest place that still exists."""
        stops = self.stops()
        if self.at in stops:
            return self.at
        if self.at is not None:
            near = [s for s in stops if s.step_id == self.at.step_id]
            same = [s for s in near if s.about == self.at.about]
            result = next((s for s in same if s.part is Part.RESULT), None)
            if near:
                return result or (same[-1] if same else near[0])
        return stops[0] if stops else None
