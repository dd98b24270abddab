"""Papers about data protection that come with a workshop: a notice, and questions to tick."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lqf_workshop.domain.scenario import Fact

PROVIDER = "{provider}"
"""What stands in the shipped words where the organisation's name goes."""


@dataclass(frozen=True, slots=True)
class NoticePart:
    """Lines under a title, then boxes to tick, then lines for a pen, each with what it is for."""

    title: str
    lines: tuple[str, ...]
    boxes: tuple[str, ...] = ()
    pen: tuple[str, ...] = ()

    def for_provider(self, name: str) -> NoticePart:
        """Return the part with an organisation's name in it."""
        return replace(self, lines=tuple(line.replace(PROVIDER, name) for line in self.lines))


@dataclass(frozen=True, slots=True)
class Notice:
    """What people are told; ``law`` is what it rests on, each with where it was checked."""

    code: str
    name: str
    version: int
    lead: str
    parts: tuple[NoticePart, ...]
    law: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question to tick, and ``here``, what the app does about it."""

    ask: str
    here: str


@dataclass(frozen=True, slots=True)
class Screening:
    """Questions that show whether an impact assessment is needed, and what to do ``after``."""

    code: str
    name: str
    version: int
    lead: str
    questions: tuple[Question, ...]
    after: tuple[NoticePart, ...]
    law: tuple[Fact, ...]
