"""A workshop as it may leave the laptop: gathered once, for the page and the paper alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lqf_workshop.domain.action import Action
from lqf_workshop.domain.action_plan import PlannedAction
from lqf_workshop.domain.activity import Takes
from lqf_workshop.domain.canvas import Canvas
from lqf_workshop.domain.focus import Placing
from lqf_workshop.domain.framework import Scale
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.subject import Subject
from lqf_workshop.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class SubjectResult:
    """What was rated, with its revealed rounds; none when it was not rated.

    ``heard`` is what was said in other words, ``quotes`` in exact ones.
    """

    subject: Subject
    rounds: tuple[RevealedRound, ...]
    voting: bool
    heard: tuple[str, ...]
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillsResult:
    """How sure the team was of its skills on one issue, and what it will practise."""

    title: str
    issue: str
    results: tuple[SubjectResult, ...]
    lowest: tuple[str, ...]
    pledges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromptNotes:
    """What a team wrote about one prompt of a card; ``piled`` more of it is on its piles."""

    prompt: str
    notes: tuple[str, ...]
    piled: int = 0


@dataclass(frozen=True, slots=True)
class PileNotes:
    """Answers that a team put together, or one that was given dots by itself.

    ``dots`` is None unless the room was shown them. ``most`` marks each that shares the lead.
    """

    name: str
    notes: tuple[str, ...]
    dots: int | None = None
    most: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """What a team filled in: its canvases that have words, and the names of those held back."""

    canvases: tuple[Canvas, ...] = ()
    held_back: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.canvases or self.held_back)


@dataclass(frozen=True, slots=True)
class CardNotes:
    """A card the team explored: its notes and piles, and the steps after its prompts.

    A note is told once: with its prompt, or on a pile. ``dotted`` once the dots were shown.
    """

    title: str
    situation: str
    facts: tuple[str, ...]
    prompts: tuple[PromptNotes, ...]
    piles: tuple[PileNotes, ...] = ()
    dotted: bool = False
    filled: Filled = Filled()

    @property
    def silent(self) -> bool:
        """Whether nothing was written down about it."""
        asked = any(prompt.notes or prompt.piled for prompt in self.prompts)
        return not (asked or self.piles or self.filled)


@dataclass(frozen=True, slots=True)
class ActivityNotes:
    """An activity the team worked on, at one step.

    ``dimension`` is the one of the classic framework that it belongs to, if there is one.
    ``issue`` is the title of the card it began from. ``stopped`` says that nothing was taken
    away from it, so that it can be taken up again.
    """

    step_id: int
    name: str
    dimension: Subject | None
    issue: str
    filled: Filled
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Lines of one kind that a team takes away, and the card or activity they came from."""

    takes: Takes
    source: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StrengthCount:
    """An attribute by name, how often it was spotted, and how many want more of it."""

    name: str
    spotted: int
    needed: int


@dataclass(frozen=True, slots=True)
class WorkshopSummary:
    """Everything a summary shows. Open rounds, private notes and drafts' ballots are not in it."""

    workshop: Workshop
    edition_name: str
    edition_complete: bool
    scale: Scale
    results: tuple[SubjectResult, ...]
    placed: tuple[Placing, ...]
    picks: tuple[str, ...]
    cards: tuple[CardNotes, ...]
    talks: tuple[tuple[str, tuple[str, ...]], ...]
    strengths: tuple[StrengthCount, ...]
    stories: tuple[str, ...]
    planned: tuple[PlannedAction, ...]
    last_actions: tuple[Action, ...]
    parking: tuple[str, ...]
    confidence: dict[str, int]
    returned: dict[str, int]
    words: tuple[str, ...]
    printed_on: date
    levels: tuple[tuple[str, str], ...] = ()
    skills: tuple[SkillsResult, ...] = ()
    sureness: Scale | None = None
    activities: tuple[ActivityNotes, ...] = ()
    taken: tuple[TakeAway, ...] = ()

    @property
    def scale_words(self) -> tuple[str, ...]:
        """The word of each scale point, lowest first."""
        return self.scale.words

    @property
    def actions(self) -> tuple[Action, ...]:
        """What was agreed, and drafts in which something stands."""
        return tuple(one.action for one in self.planned)

    @property
    def rated(self) -> tuple[SubjectResult, ...]:
        """What has at least one revealed round."""
        return tuple(r for r in self.results if r.rounds)
