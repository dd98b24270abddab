"""What a team's votes on one dimension add up to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import chain, repeat
from statistics import median

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _

SCALE = (1, 2, 3, 4, 5)
CANT_SEE = 0
"""The answer "can't see this from my role": counted and shown, kept out of every figure."""
ANSWERS = (*SCALE, CANT_SEE)
ROUNDS_ALLOWED = 2


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people chose each point of the scale, counted once at the reveal.

    Counts are all we ever keep: who chose what is never known to the app.
    """

    counts: tuple[int, ...]
    cant_see: int = 0

    def __post_init__(self) -> None:
        if len(self.counts) != len(SCALE) or min(self.counts) < 0 or self.cant_see < 0:
            raise ValueError(f"a tally needs {len(SCALE)} counts, none negative: {self.counts}")

    @property
    def rated(self) -> int:
        """How many people chose a point of the scale: the n of every figure."""
        return sum(self.counts)

    @property
    def voters(self) -> int:
        """How many people voted, those who can't see it from their role included."""
        return self.rated + self.cant_see

    @property
    def votes(self) -> tuple[int, ...]:
        """The points chosen, in ascending order; an order that tells nothing."""
        return tuple(chain.from_iterable(map(repeat, SCALE, self.counts)))

    @property
    def median(self) -> Fraction | None:
        """The middle vote, half-way between two for an even n, or None while nobody rated."""
        votes = self.votes
        return Fraction(median(votes)) if votes else None

    @property
    def unanimous(self) -> bool:
        """Whether all who rated chose the same point, which tells everyone's vote."""
        return self.rated > 1 and max(self.counts) == self.rated

    def count(self, answer: int) -> int:
        """Return how many gave ``answer``, a scale point or ``CANT_SEE``."""
        return self.cant_see if answer == CANT_SEE else self.counts[answer - 1]


def tally_of(answers: dict[int, int]) -> Tally:
    """Add up answers, a mapping of answer to the number of people who gave it."""
    return Tally(tuple(answers.get(p, 0) for p in SCALE), answers.get(CANT_SEE, 0))


class Way(Enum):
    """How votes come in. All ways feed one round; the way itself is never stored."""

    HANDS = "hands"
    SLIPS = "slips"
    LAPTOP = "laptop"
    PHONES = "phones"


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round people are voting in. It holds no count by score, so that none can leak."""

    subject: str
    number: int
    voted: int
    expected: int

    @property
    def still_to_come(self) -> int:
        """How many votes are missing; negative when there are more votes than people."""
        return self.expected - self.voted


@dataclass(frozen=True, slots=True)
class RevealedRound:
    """A round after its reveal: its totals, and how many people were in the room.

    ``by_level`` has the totals of those role levels that may be shown; see ``disclosure``.
    """

    subject: str
    number: int
    tally: Tally
    expected: int
    by_level: tuple[tuple[str, Tally], ...] = ()


def check_answer(answer: int) -> int:
    """Return ``answer`` if it is one of the six; anything else is explained."""
    if answer not in ANSWERS:
        raise WorkshopProblem(_("A vote is 1, 2, 3, 4, 5, or 0 for “can’t see this from my role”."))
    return answer


def next_round_number(rounds_so_far: int) -> int:
    """Say which round a new vote would be; after two, people should talk instead."""
    if rounds_so_far >= ROUNDS_ALLOWED:
        raise WorkshopProblem(
            _("This has been rated twice, and both votes are kept. Talk, then go on.")
        )
    return rounds_so_far + 1
