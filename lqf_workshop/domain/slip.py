"""A voting slip: what one person ticks on paper, for one vote."""

from __future__ import annotations

from dataclasses import dataclass

from lqf_workshop.domain.framework import Scale
from lqf_workshop.domain.rating import ROUNDS_ALLOWED
from lqf_workshop.domain.subject import Subject

ANY_ROUND = 0


@dataclass(frozen=True, slots=True)
class Slip:
    """One subject with its scale. A slip has no place for a name and no number to know it by.

    ``levels`` are the code and name of each role level, when people are asked for theirs;
    ``issue`` is what a skill is asked about, such as a card's title.
    """

    subject: Subject
    scale: Scale
    team: str = ""
    round_number: int = ANY_ROUND
    levels: tuple[tuple[str, str], ...] = ()
    issue: str = ""

    def __post_init__(self) -> None:
        if self.round_number not in range(ROUNDS_ALLOWED + 1):
            raise ValueError(f"there is no round {self.round_number}")
