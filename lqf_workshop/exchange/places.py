"""Numbers of steps and notes, changed from those of one library to those of a file and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.piles import dot_key
from lqf_workshop.domain.subject import skill_code, skill_of

ABOUT_A_STEP = (NoteKind.PRIVATE, NoteKind.TALK, NoteKind.PLEDGE)


class Unknown(Exception):
    """The step or note that a code names is not there any more."""


@dataclass(frozen=True, slots=True)
class Places:
    """What each step and note is called on the other side."""

    steps: Mapping[int, int]
    notes: Mapping[int, int]

    def subject(self, code: str) -> str:
        """Return what votes are about; only a skill names a step."""
        skill = skill_of(code)
        return skill_code(skill[0], _found(self.steps, str(skill[1]))) if skill else code

    def about(self, kind: NoteKind, code: str) -> str:
        """Return what a note is about."""
        if kind in ABOUT_A_STEP:
            return str(_found(self.steps, code))
        return self.subject(code)

    def answer(self, poll: Poll, code: str) -> str:
        """Return an answer of a poll."""
        if poll is Poll.DOTS:
            step, _slash, note = code.partition("/")
            return dot_key(_found(self.steps, step), _found(self.notes, note))
        return str(_found(self.steps, code)) if poll is Poll.DOTS_SHOWN else code

    def knows_subject(self, code: str) -> bool:
        """Whether ``subject`` has an answer."""
        return _known(lambda: self.subject(code))

    def knows_about(self, kind: NoteKind, code: str) -> bool:
        """Whether ``about`` has an answer."""
        return _known(lambda: self.about(kind, code))

    def knows_answer(self, poll: Poll, code: str) -> bool:
        """Whether ``answer`` has an answer."""
        return _known(lambda: self.answer(poll, code))


def _known(asked: Callable[[], str]) -> bool:
    try:
        asked()
    except Unknown:
        return False
    return True


def _found(numbers: Mapping[int, int], code: str) -> int:
    number = numbers.get(int(code)) if code.isdecimal() else None
    if number is None:
        raise Unknown(code)
    return number
