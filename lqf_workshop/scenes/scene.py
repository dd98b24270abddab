"""The kinds of scene: frozen values that hold all the room may see, and nothing else.

Painters draw a scene and add nothing. Numbers that the room may not have yet are not
blanked here: they were never put in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from lqf_workshop.domain.canvas import Canvas
from lqf_workshop.domain.focus import Quadrant

NOT_READ = {"read": False}
"""Marks what is for machines: a code that nobody reads on the screen."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark and a short name; colour and icon go with the mark's two letters.

    An element's mark has its number behind them, a skill's is the same for every skill.
    """

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class TimerFace:
    """A countdown as the room sees it; ``ends_at`` is None while it is paused."""

    total_seconds: int
    ends_at: datetime | None
    seconds_left: int
    caption: str = ""

    def left(self, now: datetime) -> int:
        """Return the whole seconds left, never below zero."""
        if self.ends_at is None:
            return self.seconds_left
        return max(0, round((self.ends_at - now).total_seconds()))


@dataclass(frozen=True, slots=True)
class JoinFace:
    """How a phone joins: an address to type, the room code, and both as a square of modules."""

    address: str
    code: str
    modules: tuple[tuple[bool, ...], ...] = field(default=(), metadata=NOT_READ)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Anything the room can be shown; ``join`` stays in view for those who come late."""

    timer: TimerFace | None = None
    join: JoinFace | None = None


@dataclass(frozen=True, slots=True)
class BlankScene(Scene):
    """Black, for when the room should look at each other."""


@dataclass(frozen=True, slots=True)
class NeutralScene(Scene):
    """A calm slide with nothing of the meeting's content on it, at once on one key."""

    title: str
    line: str


@dataclass(frozen=True, slots=True)
class JoinScene(Scene):
    """How to join with a phone, large enough for the back row; phones are never a must."""

    title: str
    steps: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class TitleScene(Scene):
    """The first thing people see as they come in."""

    title: str
    line: str
    foot: str


@dataclass(frozen=True, slots=True)
class WordsScene(Scene):
    """A headline and a few lines: ground rules, what is stored, a subject to talk about."""

    label: str
    title: str
    lines: tuple[str, ...]
    numbered: bool = False
    foot: str = ""


@dataclass(frozen=True, slots=True)
class MeaningScene(Scene):
    """A dimension before its vote: what it means, its elements, and two pictures of it.

    ``seen`` pairs a role level or a stage with what it looks like there.
    """

    badge: Badge
    place: str
    name: str
    plain: str
    elements: tuple[str, ...]
    around_two: str
    around_four: str
    seen: tuple[tuple[str, str], ...] = ()
    seen_title: str = ""


@dataclass(frozen=True, slots=True)
class AnswerFace:
    """One answer people can choose: its number, its word, and what it means."""

    number: int
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class VoteScene(Scene):
    """Voting is open: the question, the answers, and only how many have voted.

    ``levels`` are the role levels a phone asks its owner to choose from, mostly none;
    ``comments`` says that a phone may add a line.
    """

    badge: Badge
    place: str
    name: str
    plain: str
    answers: tuple[AnswerFace, ...]
    voted: int
    expected: int
    promise: str
    subject: str = field(default="", metadata=NOT_READ)
    number: int = 1
    levels: tuple[tuple[str, str], ...] = field(default=(), metadata=NOT_READ)
    comments: bool = False


@dataclass(frozen=True, slots=True)
class ResultScene(Scene):
    """A revealed round: every vote a dot, the finding in words, the next question to ask.

    ``first`` holds the first vote's counts when a second stands beside it. ``framed`` is
    the span of scale points that holds the middle vote, low end and high end. ``felt`` is what
    the room says itself, beside last time: empty until the first hand is counted.
    """

    badge: Badge
    name: str
    subtitle: str
    headline: str
    numbers: str
    counts: tuple[int, ...]
    first: tuple[int, ...] | None
    framed: tuple[int, int] | None
    words: tuple[str, ...]
    question: str
    heard: tuple[str, ...] = ()
    subject: str = field(default="", metadata=NOT_READ)
    felt: str = ""


@dataclass(frozen=True, slots=True)
class LevelFace:
    """One role level, or all who belong to no level shown: its votes and its middle vote."""

    name: str
    counts: tuple[int, ...]
    numbers: str


@dataclass(frozen=True, slots=True)
class LevelsScene(Scene):
    """A revealed round by role level, each of five people or more; the rest is not told apart."""

    badge: Badge
    name: str
    title: str
    faces: tuple[LevelFace, ...]
    words: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class SkillFace:
    """One skill with its votes; ``lowest`` marks where the team feels least sure."""

    name: str
    counts: tuple[int, ...]
    middle: str
    lowest: bool


@dataclass(frozen=True, slots=True)
class SkillsScene(Scene):
    """How sure we are of each skill on one issue, and what we will practise."""

    title: str
    issue: str
    faces: tuple[SkillFace, ...]
    words: tuple[str, ...]
    question: str
    pledges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuadrantFace:
    """One field of the focus grid."""

    quadrant: Quadrant
    title: str
    line: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class FocusScene(Scene):
    """The low/high by agree/differ grid, with the team's picks marked."""

    title: str
    line: str
    faces: tuple[QuadrantFace, ...]
    picked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StrengthFace:
    """One leadership attribute, spotted and never scored."""

    name: str
    plain: str
    count: int
    code: str = field(default="", metadata=NOT_READ)


@dataclass(frozen=True, slots=True)
class StrengthsScene(Scene):
    """The eight attributes, with how often each was spotted or wished for."""

    title: str
    line: str
    faces: tuple[StrengthFace, ...]
    stories: tuple[str, ...] = ()
    poll: str = field(default="", metadata=NOT_READ)


@dataclass(frozen=True, slots=True)
class ActionFace:
    """One action as the room reads it; the draft is the one being written."""

    what: str
    difference: str
    owner: str
    when: str
    how_we_know: str
    badge: Badge | None
    draft: bool


@dataclass(frozen=True, slots=True)
class ActionsScene(Scene):
    """What we have agreed so far, and the action that is being written now."""

    title: str
    line: str
    faces: tuple[ActionFace, ...]


@dataclass(frozen=True, slots=True)
class LastActionScene(Scene):
    """An action from last time: how did it go, and what did we learn?"""

    place: str
    what: str
    owner: str
    when: str
    how_we_know: str
    state: str
    learnt: str


@dataclass(frozen=True, slots=True)
class CardScene(Scene):
    """A scenario card on the table, with one prompt at a time."""

    label: str
    why: str
    title: str
    situation: str
    involved: str
    prompt: str
    prompt_number: int
    prompts: int
    hint: str
    notes: tuple[str, ...] = ()
    about: str = field(default="", metadata=NOT_READ)


@dataclass(frozen=True, slots=True)
class PileFace:
    """Answers that belong together, and their name; an answer by itself has none."""

    name: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PilesScene(Scene):
    """What was answered, put together in piles."""

    title: str
    line: str
    faces: tuple[PileFace, ...]


@dataclass(frozen=True, slots=True)
class DotFace:
    """A pile that dots can be given to; its count is None until the dots are shown.

    ``most`` marks the pile, or each of the piles, with most dots. ``answers`` are the numbers
    of its notes, by which a phone says where its dot goes.
    """

    number: int
    name: str
    count: int | None = None
    most: bool = False
    answers: tuple[int, ...] = field(default=(), metadata=NOT_READ)


@dataclass(frozen=True, slots=True)
class DotsScene(Scene):
    """Dots on piles: first only how many were given, then where they lie.

    ``each`` is how many dots a person has, ``step_id`` the step they belong to.
    """

    title: str
    line: str
    faces: tuple[DotFace, ...]
    given: str
    each: int = 0
    step_id: int = 0
    open: bool = True


@dataclass(frozen=True, slots=True)
class ActivityScene(Scene):
    """One step of an activity: its question, and what the team has written so far.

    ``place`` says which step of how many. ``quiet`` is a step at which everybody writes for
    themselves: nothing is collected, and nothing will be.
    """

    label: str
    place: str
    title: str
    line: str
    issue: str
    canvases: tuple[Canvas, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class PollFace:
    """One answer of a show of hands, with its count once somebody raised a hand."""

    number: int
    meaning: str
    count: int | None


@dataclass(frozen=True, slots=True)
class PollScene(Scene):
    """A show of hands with its key, so that everyone means the same."""

    title: str
    line: str
    faces: tuple[PollFace, ...]
    poll: str = field(default="", metadata=NOT_READ)


@dataclass(frozen=True, slots=True)
class EndScene(Scene):
    """Thanks, and what happens next."""

    title: str
    lines: tuple[str, ...]
    words: tuple[str, ...]
