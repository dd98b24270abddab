"""From what the room may see to what a phone shows: the one place where that is decided.

A face holds no running count, so that a vote on one phone wakes no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from lqf_workshop.scenes.scene import (
    Badge,
    CardScene,
    DotsScene,
    PollScene,
    ResultScene,
    Scene,
    StrengthsScene,
    VoteScene,
)
from lqf_workshop.wording import _

SPOTTED = "spotted"
"""The poll in which people may choose several answers, and tell one short story."""
DOTS = "dots"
"""The poll in which people may choose as many answers as they have dots."""


@dataclass(frozen=True)
class Face:
    """What every phone in the room shows now: its kind, and all that it needs for it."""

    key: str
    content: dict[str, Any]


def phone_face(scene: Scene) -> Face:
    """Return the face of a scene; a scene that asks phones nothing makes them wait."""
    return _face(scene)


def wait_face() -> Face:
    """Return the face that sends people's eyes to the big screen."""
    return Face(
        "wait",
        {
            "title": _("Please look at the big screen"),
            "line": _("This page changes by itself when it is your turn."),
        },
    )


@singledispatch
def _face(_scene: Scene) -> Face:
    return wait_face()


@_face.register
def _vote(scene: VoteScene) -> Face:
    if not scene.subject:
        return wait_face()
    return Face(
        "vote",
        {
            "subject": scene.subject,
            "number": scene.number,
            "badge": _badge(scene.badge),
            "place": scene.place,
            "name": scene.name,
            "plain": scene.plain,
            "answers": [
                {"answer": face.number, "name": face.word, "plain": face.meaning}
                for face in scene.answers
            ],
            "levels": [{"code": code, "name": name} for code, name in scene.levels],
            "comments": scene.comments,
            "promise": scene.promise,
        },
    )


@_face.register
def _write(scene: CardScene) -> Face:
    if not scene.about or scene.prompt_number < 1:
        return wait_face()
    return Face(
        "write",
        {
            "about": scene.about,
            "place": _("Question {0} of {1}").format(scene.prompt_number, scene.prompts),
            "title": scene.title,
            "prompt": scene.prompt,
        },
    )


@_face.register
def _dots(scene: ResultScene) -> Face:
    return Face(
        "dots",
        {
            "badge": _badge(scene.badge),
            "name": scene.name,
            "subtitle": scene.subtitle,
            "headline": scene.headline,
            "numbers": scene.numbers,
            "counts": list(scene.counts),
            "first": None if scene.first is None else list(scene.first),
            "framed": None if scene.framed is None else list(scene.framed),
            "words": list(scene.words),
            "question": scene.question,
        },
    )


@_face.register
def _strengths(scene: StrengthsScene) -> Face:
    choices = [
        {"answer": face.code, "name": face.name, "plain": face.plain}
        for face in scene.faces
        if face.code
    ]
    if not scene.poll or not choices:
        return wait_face()
    several = scene.poll == SPOTTED
    return _pick(scene.poll, scene.title, scene.line, choices, several=several)


@_face.register
def _give_dots(scene: DotsScene) -> Face:
    """Return the piles to give dots to, without what the room has given so far."""
    if not scene.open or not scene.faces:
        return wait_face()
    choices = [
        {
            "answer": str(face.answers[0]),
            "name": f"{face.number}. {face.name}",
            "plain": "",
            "held": list(face.answers),
        }
        for face in scene.faces
    ]
    content = {
        "poll": DOTS,
        "about": str(scene.step_id),
        "title": scene.title,
        "line": scene.line,
        "choices": choices,
        "several": True,
        "limit": scene.each,
    }
    return Face("pick", content)


@_face.register
def _poll(scene: PollScene) -> Face:
    if not scene.poll:
        return wait_face()
    choices = [
        {"answer": str(face.number), "mark": str(face.number), "name": face.meaning, "plain": ""}
        for face in scene.faces
    ]
    line = _("Choose a number, then send it.")
    return _pick(scene.poll, scene.title, line, choices, several=False)


def _pick(
    poll: str, title: str, line: str, choices: list[dict[str, str]], *, several: bool
) -> Face:
    """Return a choice to make; where several may be chosen, a short story may be told too."""
    content = {"poll": poll, "title": title, "line": line, "choices": choices, "several": several}
    return Face("pick", content)


def _badge(badge: Badge) -> dict[str, str]:
    return {"code": badge.code, "name": badge.name}
