"""A workshop as it may leave the laptop: gathered once, for the page and the paper alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lqf_workshop.domain.action import Action
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
    """What a team wrote about one prompt of a card."""

    prompt: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardNotes:
    """A card the team explored, and its notes."""

    title: str
    situation: str
    facts: tuple[str, ...]
    prompts: tuple[PromptNotes, ...]


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
    actions: tuple[Action, ...]
    last_actions: tuple[Action, ...]
    parking: tuple[str, ...]
    confidence: dict[str, int]
    returned: dict[str, int]
    words: tuple[str, ...]
    printed_on: date
    levels: tuple[tuple[str, str], ...] = ()
    skills: tuple[SkillsResult, ...] = ()
    sureness: Scale | None = None

    @property
    def scale_words(self) -> tuple[str, ...]:
        """The word of each scale point, lowest first."""
        return self.scale.words

    @property
    def rated(self) -> tuple[SubjectResult, ...]:
        """What has at least one revealed round."""
        return tuple(r for r in self.results if r.rounds)
