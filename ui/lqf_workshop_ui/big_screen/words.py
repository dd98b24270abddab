"""All the words of a scene, in reading order: for screen readers, and for tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from lqf_workshop.domain.canvas import Canvas
from lqf_workshop.scenes.scene import (
    NOT_READ,
    AnswerFace,
    DotFace,
    LevelFace,
    PollFace,
    ResultScene,
    Scene,
    SkillFace,
    StrengthFace,
    TimerFace,
    VoteScene,
)
from lqf_workshop.wording import _, ngettext


def words_of(scene: Scene) -> str:
    """Return what the room can read, one line for each block of words."""
    return "\n".join(_lines(scene))


def voted_words(scene: VoteScene) -> str:
    """Say how many have voted: all that is known of an open vote."""
    return _("{0} of {1} voted").format(scene.voted, max(scene.expected, scene.voted))


def votes_words(counts: tuple[int, ...]) -> Iterator[str]:
    """Say in words what the dots show, point by point."""
    for point, count in enumerate(counts, 1):
        if count:
            yield f"{point}: {ngettext('{n} vote', '{n} votes', count)}"


def _lines(value: object) -> Iterator[str]:
    """Walk a scene in the order its fields are written, which is the order people read."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _lines(part)
    elif isinstance(value, AnswerFace):
        yield f"{value.number}: {value.word}"
        yield from _lines(value.meaning)
    elif isinstance(value, PollFace):
        yield f"{value.number}: {value.meaning}"
        yield from _counted(value)
    elif isinstance(value, Canvas):
        yield from _written(value)
    elif isinstance(value, DotFace):
        yield f"{value.number}: {value.name}"
        yield from _counted(value)
    elif is_dataclass(value) and not isinstance(value, TimerFace | Enum | type):
        for field in fields(value):
            if field.metadata == NOT_READ:
                continue
            yield from _lines(getattr(value, field.name))
        yield from _counted(value)


def _written(canvas: Canvas) -> Iterator[str]:
    """Read what the team has written, part by part."""
    for box in canvas.boxes:
        if box.name:
            yield box.name
        for line in box.lines:
            yield from filter(None, (line.title, *(cell.text for cell in line.cells)))


def _counted(value: object) -> Iterator[str]:
    """Put the pictures' numbers into words."""
    match value:
        case VoteScene():
            yield voted_words(value)
        case ResultScene(counts=counts, first=first):
            if first is not None:
                yield _("first vote")
                yield from votes_words(first)
                yield _("second vote")
            yield from votes_words(counts)
        case LevelFace(counts=counts) | SkillFace(counts=counts):
            yield from votes_words(counts)
        case PollFace(count=int(count)) | StrengthFace(count=count) if count:
            yield str(count)
        case DotFace(count=int(count)):
            yield ngettext("{n} dot", "{n} dots", count) if count else _("No dots")
