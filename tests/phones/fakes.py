"""What tests of phones have: a file in memory, scenes of every kind, and a small browser."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lqf_workshop.domain.piles import dot_key
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.phones.host import Door
from lqf_workshop.scenes.scene import (
    AnswerFace,
    Badge,
    CardScene,
    DotFace,
    DotsScene,
    PollFace,
    PollScene,
    ResultScene,
    StrengthFace,
    StrengthsScene,
    VoteScene,
)

BADGE = Badge("WO", "Working with others")
ANSWERS = (
    AnswerFace(1, "Not yet", "Rarely seen"),
    AnswerFace(2, "Starting", "Some of us; lost when busy"),
    AnswerFace(3, "Usually", "Most of us, most shifts"),
    AnswerFace(4, "Reliably", "Every role and shift"),
    AnswerFace(5, "Leading", "Others learn from us"),
    AnswerFace(0, "Can’t see this from my role", ""),
)
LEVELS = (("care", "Care worker"), ("senior", "Senior care worker"), ("manager", "Manager"))
VOTE = VoteScene(
    BADGE,
    "Rate 2 of 5 · first vote",
    "Working with others",
    "We listen, share what we know, and make room for quieter voices.",
    ANSWERS,
    0,
    11,
    "Nothing is shown before the reveal",
    subject="WO",
    number=1,
    levels=LEVELS,
    comments=True,
)
PLAIN_VOTE = VoteScene(
    Badge("PQ", "Personal qualities"),
    "Rate 1 of 5 · first vote",
    "Demonstrating personal qualities",
    "We know ourselves, keep our word, and keep learning.",
    ANSWERS,
    0,
    11,
    "Nothing is shown before the reveal",
    subject="PQ",
    number=1,
)
CARD = CardScene(
    "WICKED ISSUE 7",
    "",
    "The empty chair at handover",
    "Night staff leave before the day team has sat down.",
    "",
    "What might each person here be trying to protect?",
    2,
    4,
    "write first, then talk",
    about="empty-chair/2",
)
RESULT = ResultScene(
    BADGE,
    "Working with others",
    "first vote",
    "We see this differently",
    "Middle vote 3 · 10 of 11 rated, 1 can’t see this",
    (1, 3, 2, 1, 3),
    None,
    (3, 3),
    tuple(answer.word for answer in ANSWERS[:5]),
    "What does a two see that a five does not?",
    subject="WO",
)
SECOND_RESULT = ResultScene(
    BADGE,
    "Working with others",
    "second vote beside the first",
    "We have come closer",
    "Middle vote 4, was 3 · 11 of 11 rated",
    (0, 1, 3, 6, 1),
    (1, 3, 2, 1, 3),
    (4, 4),
    tuple(answer.word for answer in ANSWERS[:5]),
    "What would make this hold on a busy shift?",
    subject="WO",
)
_STRENGTHS = (
    ("inspiring", "Inspiring shared purpose", "Holds to what matters for people"),
    ("caring", "Leading with care", "Notices how colleagues are"),
    ("evaluating", "Evaluating information", "Asks what we know, and how"),
    ("connecting", "Connecting our service", "Knows whom to call"),
    ("sharing", "Sharing the vision", "Says where we are going"),
    ("engaging", "Engaging the team", "Asks everyone, and waits"),
    ("accounting", "Holding to account", "Says the hard thing kindly"),
    ("developing", "Developing capability", "Helps others grow"),
)
STRENGTHS = StrengthsScene(
    "Strengths we have spotted",
    "Think of a colleague this month. What did you see? No names needed.",
    tuple(StrengthFace(name, plain, 0, code=code) for code, name, plain in _STRENGTHS),
    poll="spotted",
)
NEEDED = StrengthsScene(
    "What will we need more of?",
    "Pick one for the next three months.",
    STRENGTHS.faces,
    poll="needed",
)
DOTS = DotsScene(
    "What matters most to us?",
    "3 dots each, at most one on a pile. You need not use them all.",
    (
        DotFace(1, "Handover is too short", answers=(5, 8)),
        DotFace(2, "Who decides?", answers=(6,)),
        DotFace(3, "Tired people", answers=(7,)),
        DotFace(4, "Families hear it last", answers=(9,)),
    ),
    "12 of 33 dots given",
    3,
    12,
)
CONFIDENCE = PollScene(
    "How sure are we of our plan?",
    "Show fingers together. What would make a low number a three?",
    (
        PollFace(0, "I cannot go along with this", None),
        PollFace(1, "Serious doubts", None),
        PollFace(2, "Some doubts: let me say them", None),
        PollFace(3, "Good enough to try", None),
        PollFace(4, "I like it", None),
        PollFace(5, "I will help make it happen", None),
    ),
    poll="confidence",
)


@dataclass
class VotesInMemory:
    """Keeps what phones send, as the workshop's file does."""

    votes: dict[tuple[str, int, int], tuple[int, str]] = field(default_factory=dict)
    texts: dict[tuple[str, str, int], str] = field(default_factory=dict)
    picks: dict[tuple[str, int], str] = field(default_factory=dict)
    problem: Exception | None = None
    hold: threading.Event | None = None
    acts: int = 0

    def _act(self) -> None:
        self.acts += 1
        if self.hold:
            self.hold.wait(10)
        if self.problem:
            raise self.problem

    def vote(
        self, workshop_id: int, subject: str, number: int, slot: int, answer: int, level: str = ""
    ) -> None:
        self._act()
        self.votes[subject, number, slot] = (answer, level)

    def vote_of(
        self, workshop_id: int, subject: str, number: int, slot: int
    ) -> tuple[int, str] | None:
        return self.votes.get((subject, number, slot))

    def write(self, workshop_id: int, kind: str, about: str, slot: int, text: str) -> None:
        self._act()
        if text:
            self.texts[kind, about, slot] = text
        else:
            self.texts.pop((kind, about, slot), None)

    def written(
        self, workshop_id: int, kind: str, about: str, slots: Sequence[int]
    ) -> dict[int, str]:
        found = {slot: self.texts.get((kind, about, slot)) for slot in slots}
        return {slot: text for slot, text in found.items() if text}

    def pick(self, workshop_id: int, poll: str, slot: int, answer: str | None) -> None:
        self._act()
        if answer is None:
            self.picks.pop((poll, slot), None)
        else:
            self.picks[poll, slot] = answer

    def dot(
        self,
        workshop_id: int,
        step_id: int,
        slots: Sequence[int],
        note_ids: Sequence[int],
        *,
        on: bool,
    ) -> None:
        self._act()
        keys = [dot_key(step_id, number) for number in note_ids]
        given = {slot: self.picks.get(("dots", slot)) for slot in slots}
        mine = [slot for slot, key in given.items() if key in keys]
        free = [slot for slot, key in given.items() if key is None]
        if not on:
            for slot in mine:
                del self.picks["dots", slot]
        elif not mine and not free:
            raise NO_DOT_LEFT
        elif not mine:
            self.picks["dots", free[0]] = keys[0]

    def picked(self, workshop_id: int, poll: str, slots: Sequence[int]) -> dict[int, str]:
        return {slot: self.picks[poll, slot] for slot in slots if (poll, slot) in self.picks}

    @property
    def kept(self) -> tuple[dict[Any, Any], ...]:
        """A copy of all that is kept, to see that nothing changed."""
        return dict(self.votes), dict(self.texts), dict(self.picks)


NO_DOT_LEFT = WorkshopProblem("You have given all 3 dots. Take one back to move it.")
CLOSED = WorkshopProblem("This vote is closed.")


@dataclass
class Reply:
    """An answer of the server."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401
        return json.loads(self.body)

    @property
    def problem(self) -> str:
        return str(self.json["problem"])


class Phone:
    """A phone without a screen: it keeps its cookie and sends what a browser sends."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.cookie = ""

    def send(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        raw: bytes | None = None,
        timeout: float = 10,
        **changed: str | None,
    ) -> Reply:
        """Send a request; ``changed`` headers replace those of a browser, None leaves one out."""
        headers: dict[str, str | None] = {"Host": self.door.typed}
        if self.cookie:
            headers["Cookie"] = f"lqf={self.cookie}"
        if body is not None:
            raw = json.dumps(body).encode()
        if raw is not None:
            headers["Content-Type"] = "application/json"
            headers["Origin"] = f"http://{self.door.typed}"
            headers["Content-Length"] = str(len(raw))
        headers.update({name.replace("_", "-"): value for name, value in changed.items()})
        connection = http.client.HTTPConnection(self.door.address, self.door.port, timeout=timeout)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                if value is not None:
                    connection.putheader(name, value)
            connection.endheaders(raw)
            answer = connection.getresponse()
            reply = Reply(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()
        if (cookie := reply.headers.get("Set-Cookie", "")).startswith("lqf="):
            self.cookie = cookie[4:].partition(";")[0]
        return reply

    def join(self, code: str | None = None) -> Reply:
        return self.send("POST", "/join", {"code": self.door.code if code is None else code})

    def state(self, since: str = "") -> Any:  # noqa: ANN401
        reply = self.send("GET", f"/state?since={since}", timeout=25)
        assert reply.status == 200, reply.body
        return reply.json

    def vote(
        self, answer: object, subject: str = "WO", number: object = 1, **more: object
    ) -> Reply:
        body = {"subject": subject, "number": number, "answer": answer, **more}
        return self.send("POST", "/vote", body)

    def write(
        self, text: object, kind: str = "card", about: str = "empty-chair/2", place: int = 0
    ) -> Reply:
        body = {"kind": kind, "about": about, "text": text, "place": place}
        return self.send("POST", "/write", body)
