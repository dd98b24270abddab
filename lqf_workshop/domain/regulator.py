"""What a regulator looks at, so that an action can say which line of it it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RegulatorLine:
    """One thing a regulator looks at. Its code holds for all time: actions keep it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class KeyQuestion:
    """One of the regulator's questions, and the lines under it."""

    code: str
    name: str
    lines: tuple[RegulatorLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Regulator:
    """One version of one regulator's framework: names only, with where they were found."""

    code: str
    name: str
    short_name: str
    version: str
    order: int
    about: str
    source: str
    checked_on: date
    questions: tuple[KeyQuestion, ...]

    @property
    def lines(self) -> tuple[RegulatorLine, ...]:
        """All that an action can point to: each question's lines, or the question itself."""
        return tuple(
            line
            for question in self.questions
            for line in (question.lines or (RegulatorLine(question.code, question.name),))
        )
