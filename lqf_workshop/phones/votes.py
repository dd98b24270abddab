"""What phones ask of the workshop's file: the one service that they reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class PhoneVotes(Protocol):
    """Keeps what phones send. A ``slot`` is a number that only one phone can find again.

    Every act raises WorkshopProblem with a sentence when it is too late or does not fit.
    """

    def vote(
        self, workshop_id: int, subject: str, number: int, slot: int, answer: int, level: str = ""
    ) -> None:
        """Put in a vote, or change the one that is there."""

    def vote_of(
        self, workshop_id: int, subject: str, number: int, slot: int
    ) -> tuple[int, str] | None:
        """Return the answer and the role level of a vote in an open round."""

    def write(self, workshop_id: int, kind: str, about: str, slot: int, text: str) -> None:
        """Keep a text of a kind (card, comment, strength); an empty one takes it away."""

    def written(
        self, workshop_id: int, kind: str, about: str, slots: Sequence[int]
    ) -> dict[int, str]:
        """Return the texts that are in these slots."""

    def pick(self, workshop_id: int, poll: str, slot: int, answer: str | None) -> None:
        """Keep one answer of a poll; None takes it away."""

    def dot(
        self,
        workshop_id: int,
        step_id: int,
        slots: Sequence[int],
        note_ids: Sequence[int],
        *,
        on: bool,
    ) -> None:
        """Give one of a phone's dots to some answers, or take it back; ``slots`` are its dots."""

    def picked(self, workshop_id: int, poll: str, slots: Sequence[int]) -> dict[int, str]:
        """Return the answers that are in these slots."""
