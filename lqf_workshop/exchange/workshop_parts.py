"""What a workshop file may hold, part by part; a key that is not named here is refused.

Numbers of steps and notes are places in this file, counted from 1, so that a file says the same
whichever library it came from. Words that a workshop keeps as they were that day (its framework,
scale, cards and activities) have the shape in which the library keeps them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

from lqf_workshop.domain.action import ActionState, SourceKind
from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.agenda import Script, StepKind
from lqf_workshop.domain.follow_up import Look
from lqf_workshop.domain.framework import FrameworkEdition, Scale
from lqf_workshop.domain.meeting import NoteKind, Part, Poll
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.workshop import WorkshopState

FORMAT: Literal["lqf-workshop"] = "lqf-workshop"
FORMAT_VERSION: Literal[2] = 2
MOST_STEPS = 200
MOST_ROUNDS = 1_000
MOST_NOTES = 20_000
MOST_ACTIONS = 1_000
MOST_LINES = 400
Place = Annotated[int, msgspec.Meta(ge=1, le=MOST_STEPS)]
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000)]
Version = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Line = Annotated[str, msgspec.Meta(max_length=160)]
Mark = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$", max_length=16)]
"""The length is said twice: a pattern by itself lets a line break follow."""
MarkOrNothing = Annotated[str, msgspec.Meta(pattern="^(?!\n)([0-9a-f]{16})?$", max_length=16)]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every part is whole: nothing is left out because it is empty."""


class StopPart(_Part, frozen=True, kw_only=True):
    """Where the meeting stands: a step by its place, and a moment in it."""

    step: Place
    part: Part
    about: Line


class WorkshopPart(_Part, frozen=True, kw_only=True):
    """Who met, when and where, and what was planned. ``mark`` is the same on every laptop."""

    mark: Mark
    team: Line
    place: Line
    facilitator: Line
    provider: Line
    held_on: date
    headcount: int
    facilitator_votes: bool
    role_mix: dict[str, Count]
    edition_code: str
    edition_version: Version
    dimensions: tuple[str, ...]
    depths: dict[str, Depth]
    scale_code: str
    by_level: bool
    comments: bool
    state: WorkshopState
    picks: tuple[str, ...]
    at: StopPart | None
    last_seen: datetime | None
    same_people: Annotated[int, msgspec.Meta(ge=0, le=30)] | None


class StepPart(_Part, frozen=True, kw_only=True):
    """One step of the agenda, with the words that help to lead it and the time it took."""

    kind: StepKind
    title: Line
    minutes: Annotated[int, msgspec.Meta(ge=1, le=240)]
    purpose: Line
    scripts: dict[str, Script]
    seconds: Annotated[int, msgspec.Meta(ge=0, le=10_000_000)]
    visited: bool


class TallyPart(_Part, frozen=True, kw_only=True):
    """How many chose 1, 2, 3, 4 and 5, and how many can't see it from their role."""

    counts: tuple[Count, Count, Count, Count, Count]
    cant_see: Count


class RoundPart(_Part, frozen=True, kw_only=True):
    """A revealed vote. ``by_level`` has only those roles whose totals may be shown."""

    subject: Line
    number: Annotated[int, msgspec.Meta(ge=1, le=2)]
    expected: Count
    total: TallyPart
    by_level: dict[str, TallyPart]


class CardOnTable(_Part, frozen=True, kw_only=True):
    """A card on the table of a step, in its words of that day."""

    step: Place
    deck_code: str
    deck_version: Version
    reason: DrawReason
    reason_dimension: Line
    card: ScenarioCard


class NotePart(_Part, frozen=True, kw_only=True):
    """Words that were typed; ``pile`` names the pile that an answer was put on."""

    kind: NoteKind
    about: Line
    text: str
    shown: bool
    pile: Line


class LinePart(_Part, frozen=True, kw_only=True):
    """One line of an activity; ``words`` by the codes of its fields."""

    block: str
    place: str
    words: dict[str, str]


class ActivityPart(_Part, frozen=True, kw_only=True):
    """An activity at a step, in its words of that day, with what the team wrote.

    ``mark`` is the same on every laptop. ``continues`` is the mark of the activity whose lines
    it began with, often one of another workshop, or nothing.
    """

    mark: Mark
    continues: MarkOrNothing
    step: Place
    activity: Activity
    card: ScenarioCard | None
    shown: tuple[str, ...]
    lines: Annotated[tuple[LinePart, ...], msgspec.Meta(max_length=MOST_LINES)]


class ProgressPart(_Part, frozen=True, kw_only=True):
    """What was said about an action on one day, and which look at it this answered."""

    said_on: date
    look: Look | None
    text: str


class ActionPart(_Part, frozen=True, kw_only=True):
    """One action, drafts too, and how it went. ``mark`` is the same on every laptop."""

    mark: Mark
    what: str
    difference: str
    owner: Line
    helpers: Line
    needs: str
    first_step: str
    first_step_on: date | None
    due: date | None
    how_we_know: str
    baseline: str
    target: str
    review_on: date | None
    evidences: str
    state: ActionState
    source_kind: SourceKind
    source_code: str
    happened: str
    learnt: str
    closed_on: date | None
    progress: tuple[ProgressPart, ...]


class PollPart(_Part, frozen=True, kw_only=True):
    """How many hands and phones there were for one answer of a poll; these are never secret."""

    poll: Poll
    answer: Line
    count: Annotated[int, msgspec.Meta(ge=1, le=1_000)]


class WorkshopFile(_Part, frozen=True, kw_only=True):
    """One workshop of LQF Workshop, as it may leave a laptop."""

    format: Literal["lqf-workshop"]
    format_version: Literal[2]
    private_notes: bool
    workshop: WorkshopPart
    edition: FrameworkEdition
    scale: Scale | None
    steps: Annotated[tuple[StepPart, ...], msgspec.Meta(max_length=MOST_STEPS)]
    rounds: Annotated[tuple[RoundPart, ...], msgspec.Meta(max_length=MOST_ROUNDS)]
    cards: tuple[CardOnTable, ...]
    notes: Annotated[tuple[NotePart, ...], msgspec.Meta(max_length=MOST_NOTES)]
    activities: tuple[ActivityPart, ...]
    actions: Annotated[tuple[ActionPart, ...], msgspec.Meta(max_length=MOST_ACTIONS)]
    polls: Annotated[tuple[PollPart, ...], msgspec.Meta(max_length=MOST_NOTES)]

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of its actions and its activities."""
        return (*(one.mark for one in self.actions), *(run.mark for run in self.activities))
