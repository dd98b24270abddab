"""A workshop as it may leave the laptop: gathered once, for the page and the paper alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lqf_workshop.domain.action import Action
from lqf_workshop.domain.focus import Placing
from lqf_workshop.domain.framework import Dimension
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.workshop import Workshop


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """A dimension of the workshop with its revealed rounds; none when it was not rated."""

    dimension: Dimension
    rounds: tuple[RevealedRound, ...]
    voting: bool
    heard: tuple[str, ...]


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
    scale_words: tuple[str, ...]
    results: tuple[DimensionResult, ...]
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

    @property
    def rated(self) -> tuple[DimensionResult, ...]:
        """The dimensions with at least one revealed round."""
        return tuple(r for r in self.results if r.rounds)
