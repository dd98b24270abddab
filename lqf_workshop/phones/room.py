"""What one phone may do at this moment, and what it has done: checked against its face."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from lqf_workshop.domain.piles import dot_key
from lqf_workshop.domain.text import clean_line, has_words
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.phones.faces import DOTS, SPOTTED, Face
from lqf_workshop.phones.keys import slot
from lqf_workshop.phones.votes import PhoneVotes
from lqf_workshop.wording import _

TEXTS = 5
"""How many answers one phone may write to one question on a card."""
TEXT_LIMIT = 200
"""Longest text from a phone, in characters."""

Code = Annotated[str, msgspec.Meta(max_length=80)]
Place = Annotated[int, msgspec.Meta(ge=0, lt=TEXTS)]


class NotAnAnswer(Exception):
    """The phone sent something that its page cannot have sent."""


class Vote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vote, and the round it is for."""

    subject: Code
    number: Annotated[int, msgspec.Meta(ge=1, le=9)]
    answer: Annotated[int, msgspec.Meta(ge=0, le=9)]
    level: Code = ""


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of one of the three kinds; an empty one takes it away.

    ``place`` tells the answers of one phone to one question apart, so that sending twice is
    the same as sending once.
    """

    kind: Code
    about: Code
    text: str
    place: Place = 0


class Pick(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer of a poll, chosen or taken back."""

    poll: Code
    answer: Code
    on: bool = True


Ask = Vote | Text | Pick


class Room:
    """The phones of one workshop, as the workshop's file sees them.

    Every method reads or writes the file, and takes the face that was on show at the time.
    """

    def __init__(self, votes: PhoneVotes, workshop_id: int) -> None:
        self._votes = votes
        self._workshop = workshop_id

    def do(self, face: Face, device: bytes, ask: Ask) -> dict[str, Any]:
        """Do what a phone asks and return what it has on this face from now on."""
        if isinstance(ask, Vote):
            self._vote(face, device, ask)
            return self._with_comment(face.content, device, ask.answer, ask.level)
        if isinstance(ask, Text):
            self._write(face, device, ask)
        else:
            self._pick(face, device, ask)
        return self.mine(face, device)

    def mine(self, face: Face, device: bytes) -> dict[str, Any]:
        """Return what this phone, and no other, has sent for this face."""
        content = face.content
        if face.key == "vote":
            return self._my_vote(content, device)
        if face.key == "write":
            texts = self._written(device, "card", content["about"], TEXTS)
            return {"texts": [{"place": place, "text": text} for place, text in texts.items()]}
        if face.key == "pick":
            return self._my_picks(content, device)
        return {}

    def _my_vote(self, content: dict[str, Any], device: bytes) -> dict[str, Any]:
        subject, number = content["subject"], content["number"]
        found = self._votes.vote_of(
            self._workshop, subject, number, slot(device, "vote", subject, number)
        )
        answer, level = found or (None, "")
        return self._with_comment(content, device, answer, level)

    def _with_comment(
        self, content: dict[str, Any], device: bytes, answer: int | None, level: str
    ) -> dict[str, Any]:
        comment = ""
        if content["comments"]:
            comment = self._written(device, "comment", round_name(content), 1).get(0, "")
        return {"answer": answer, "level": level, "comment": comment}

    def _my_picks(self, content: dict[str, Any], device: bytes) -> dict[str, Any]:
        poll = content["poll"]
        if poll == DOTS:
            return self._my_dots(content, device)
        slots = sorted(set(self._pick_slots(content, device).values()))
        picked = self._votes.picked(self._workshop, poll, slots).values()
        answers = [choice["answer"] for choice in content["choices"]]
        story = self._written(device, "strength", "", 1).get(0, "") if content["several"] else ""
        return {"picked": [answer for answer in answers if answer in picked], "story": story}

    def _my_dots(self, content: dict[str, Any], device: bytes) -> dict[str, Any]:
        slots = _dot_slots(content, device)
        given = set(self._votes.picked(self._workshop, DOTS, slots).values())
        step_id = int(content["about"])
        picked = [
            choice["answer"]
            for choice in content["choices"]
            if not given.isdisjoint(dot_key(step_id, number) for number in choice["held"])
        ]
        return {"picked": picked, "story": ""}

    def _vote(self, face: Face, device: bytes, ask: Vote) -> None:
        content = face.content
        if face.key != "vote" or (content["subject"], content["number"]) != (
            ask.subject,
            ask.number,
        ):
            raise WorkshopProblem(_("This vote is closed."))
        _expect(ask.answer in [answer["answer"] for answer in content["answers"]])
        _expect(ask.level in ["", *(level["code"] for level in content["levels"])])
        place = slot(device, "vote", ask.subject, ask.number)
        self._votes.vote(self._workshop, ask.subject, ask.number, place, ask.answer, ask.level)

    def _write(self, face: Face, device: bytes, ask: Text) -> None:
        _expect(ask.kind in ("card", "comment", "strength"))
        _expect(ask.kind == "card" or ask.place == 0)
        if (ask.kind, ask.about) != _may_write(face):
            raise WorkshopProblem(_("This question is closed."))
        text = clean_line(ask.text, _("Your text"), limit=TEXT_LIMIT)
        place = _text_slot(device, ask.kind, ask.about, ask.place)
        self._votes.write(
            self._workshop, ask.kind, ask.about, place, text if has_words(text) else ""
        )

    def _pick(self, face: Face, device: bytes, ask: Pick) -> None:
        if face.key != "pick" or face.content["poll"] != ask.poll:
            raise WorkshopProblem(_("This question is closed."))
        if ask.poll == DOTS:
            self._dot(face.content, device, ask)
            return
        slots = self._pick_slots(face.content, device)
        _expect(ask.answer in slots)
        self._votes.pick(
            self._workshop, ask.poll, slots[ask.answer], ask.answer if ask.on else None
        )

    def _dot(self, content: dict[str, Any], device: bytes, ask: Pick) -> None:
        """Give a dot or take it back; a phone has as many slots as dots, so never one more."""
        found = [c["held"] for c in content["choices"] if c["answer"] == ask.answer]
        _expect(bool(found))
        slots = _dot_slots(content, device)
        self._votes.dot(self._workshop, int(content["about"]), slots, found[0], on=ask.on)

    def _pick_slots(self, content: dict[str, Any], device: bytes) -> dict[str, int]:
        """Return the slot of every answer: one each where several may be chosen, else one."""
        poll = content["poll"]
        answers = [choice["answer"] for choice in content["choices"]]
        if content["several"]:
            return {answer: slot(device, "pick", poll, answer) for answer in answers}
        return dict.fromkeys(answers, slot(device, "pick", poll))

    def _written(self, device: bytes, kind: str, about: str, places: int) -> dict[int, str]:
        slots = {_text_slot(device, kind, about, place): place for place in range(places)}
        found = self._votes.written(self._workshop, kind, about, list(slots))
        return {slots[where]: found[where] for where in slots if found.get(where)}


def round_name(content: dict[str, Any]) -> str:
    """Return what a comment on the round of a vote's face is about, for example "PQ/1"."""
    return f"{content['subject']}/{content['number']}"


def _may_write(face: Face) -> tuple[str, str] | None:
    """Return the kind of text that may be sent now, and what it has to be about."""
    if face.key == "write":
        return "card", face.content["about"]
    if face.key == "vote" and face.content["comments"]:
        return "comment", round_name(face.content)
    if face.key == "pick" and face.content["poll"] == SPOTTED:
        return "strength", ""
    return None


def _dot_slots(content: dict[str, Any], device: bytes) -> list[int]:
    """Return where the dots of a phone in one step are kept: a slot for each."""
    return [slot(device, DOTS, content["about"], number) for number in range(content["limit"])]


def _text_slot(device: bytes, kind: str, about: str, place: int) -> int:
    return slot(device, "text", kind, about, place)


def _expect(possible: bool) -> None:
    if not possible:
        raise NotAnAnswer
