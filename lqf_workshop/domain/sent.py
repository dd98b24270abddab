"""Words that people send from their phones, before the facilitator has let them through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lqf_workshop.domain.meeting import NoteKind

LONGEST_SENT = 300
"""Characters in one text from a phone; enough for two sentences typed with a thumb."""


class SentKind(Enum):
    """What words from a phone are about."""

    CARD = "card"
    COMMENT = "comment"
    STRENGTH = "strength"

    @property
    def note_kind(self) -> NoteKind:
        """What the words become once they are let through."""
        return {
            SentKind.CARD: NoteKind.CARD,
            SentKind.COMMENT: NoteKind.QUOTE,
            SentKind.STRENGTH: NoteKind.STRENGTH,
        }[self]


class SentState(Enum):
    """Waiting for the facilitator, let through as a note, or put aside."""

    WAITING = "waiting"
    TAKEN = "taken"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class SentText:
    """One text. Its number is random: it tells neither the phone nor the time."""

    id: int
    kind: SentKind
    about: str
    text: str


def comment_about(subject: str, number: int) -> str:
    """Return what a comment on one round is stored as being about."""
    return f"{subject}/{number}"
