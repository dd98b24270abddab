"""What a person reads of a thing that two states of a workshop do not have alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.subject import skill_of
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.exchange.workshop_joined import FilePart, Joined, PlanGroup, Thing
from lqf_workshop.exchange.workshop_parts import (
    ActionPart,
    ActivityPart,
    CardOnTable,
    LinePart,
    NotePart,
    PollPart,
    ProgressPart,
    RoundPart,
    StepPart,
)
from lqf_workshop.exchange.workshop_sense import tally
from lqf_workshop.scenes import findings
from lqf_workshop.scenes.build import action_state_words
from lqf_workshop.wording import _, long_date, minutes, ngettext, people

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Sides:
    """A thing in words: what it is, and how each side has it; a side without it is empty."""

    name: str
    mine: str
    theirs: str


def told(joined: Joined, strengths: Mapping[str, str]) -> list[Sides]:
    """Say every thing that differs, in the order of ``joined.differing``.

    ``strengths`` names the attributes by their codes.
    """
    words = _Words(joined, strengths)
    return [words.sides(thing) for thing in joined.differing]


class _Words:
    def __init__(self, joined: Joined, strengths: Mapping[str, str]) -> None:
        self._joined = joined
        edition = joined.ours.edition
        self._names = {**edition.names, **strengths}
        self._levels = {level.code: level.name for level in edition.levels}

    def sides(self, thing: Thing[Any]) -> Sides:
        """Say one thing; of an action on both sides, only what is not the same."""
        mine, theirs = thing.mine, thing.theirs
        if isinstance(mine, ActionPart) and isinstance(theirs, ActionPart):
            return Sides(_what(mine), _facts(mine, theirs), _facts(theirs, mine))
        there = mine if mine is not None else theirs
        return _told_apart(
            Sides(self._name(thing, there), self._text(thing, mine), self._text(thing, theirs))
        )

    def _name(self, thing: Thing[Any], there: Any) -> str:  # noqa: ANN401
        if isinstance(there, NotePart):
            return self._note_name(there)
        if isinstance(there, LinePart):
            return self._line_name(thing, there)
        if isinstance(there, ActionPart):
            return _what(there)
        match thing.part:
            case FilePart.PLAN:
                return _group_name(PlanGroup[thing.of])
            case FilePart.AGENDA:
                return str(there.title)
            case FilePart.VOTES:
                return self._subject(thing.of)
            case FilePart.CARDS:
                return _("Card in the step “{0}”").format(self._step(thing.of))
            case FilePart.ACTIVITIES:
                return _("Activity in the step “{0}”").format(self._step(thing.of))
            case FilePart.HANDS:
                return self._question(thing.of)
            case _:
                return _("Said about: {0}").format(thing.of)

    def _text(self, thing: Thing[Any], side: Any) -> str:  # noqa: ANN401
        match side:
            case None:
                return ""
            case dict():
                return self._plan(PlanGroup[thing.of], side)
            case StepPart():
                return BETWEEN.join([side.title, minutes(side.minutes), side.purpose])
            case CardOnTable():
                return side.card.title
            case NotePart():
                return BETWEEN.join([side.text, *_where(thing, side)])
            case ActivityPart():
                lines = len(side.lines)
                counted = ngettext("{n} line written", "{n} lines written", lines)
                return BETWEEN.join([side.activity.name, counted])
            case LinePart():
                return BETWEEN.join(text for text in side.words.values() if text)
            case ActionPart():
                return _facts(side, None)
            case ProgressPart():
                return BETWEEN.join([long_date(side.said_on), side.text])
            case _:
                return self._counted(side)

    def _counted(self, parts: Sequence[RoundPart | PollPart]) -> str:
        polls = {part.poll for part in parts if isinstance(part, PollPart)}
        if polls == {Poll.DOTS}:
            return _("not shown to the room yet")
        return "; ".join(
            _round(part) if isinstance(part, RoundPart) else self._answer(part)
            for part in parts
            if not (isinstance(part, PollPart) and part.poll is Poll.DOTS_SHOWN)
        )

    def _subject(self, code: str) -> str:
        skill = skill_of(code)
        if skill:
            return _("How sure we feel, in the step “{0}”").format(self._step(str(skill[1])))
        return self._names.get(code, code)

    def _step(self, number: str) -> str:
        thing = self._joined.steps[int(number) - 1]
        there = thing.mine or thing.theirs
        return there.title if there else ""

    def _note_name(self, note: NotePart) -> str:
        kind = {
            NoteKind.PRIVATE: _("Your own note"),
            NoteKind.PARKING: _("Parking space"),
            NoteKind.CARD: _("Answer on a card"),
            NoteKind.HEARD: _("What we heard"),
            NoteKind.QUOTE: _("Exact words"),
            NoteKind.STRENGTH: _("A moment of strength"),
            NoteKind.TALK: _("Said in the room"),
            NoteKind.WORD: _("One word"),
            NoteKind.PLEDGE: _("A promise"),
        }[note.kind]
        if note.kind in (NoteKind.HEARD, NoteKind.QUOTE, NoteKind.STRENGTH):
            return BETWEEN.join([kind, self._subject(note.about.partition("/")[0])])
        return kind

    def _line_name(self, thing: Thing[Any], line: LinePart) -> str:
        run = next(one.mine for one in self._joined.runs if one.of == thing.of and one.mine)
        return BETWEEN.join([run.activity.name, run.activity.block(line.block).name])

    def _question(self, of: str) -> str:
        poll, _space, about = of.partition(" ")
        if poll == Poll.DOTS.value:
            return _("Dots in the step “{0}”").format(self._step(about))
        if poll == Poll.FELT.value:
            return _("Better or worse than last time: {0}").format(self._subject(about))
        return {
            Poll.CONFIDENCE: _("How sure we are of the plan"),
            Poll.RETURN: _("Whether the time was worth it"),
            Poll.SPOTTED: _("Strengths we saw"),
            Poll.NEEDED: _("The strength we need next"),
        }[Poll(poll)]

    def _answer(self, part: PollPart) -> str:
        if part.poll is Poll.DOTS:
            return str(part.count)
        answer = part.answer.rpartition(":")[2] if part.poll is Poll.FELT else part.answer
        words = {"better": _("Better"), "same": _("The same"), "worse": _("Worse")}
        return f"{words.get(answer, self._names.get(answer, answer))}: {part.count}"

    def _plan(self, group: PlanGroup, values: dict[str, Any]) -> str:
        return BETWEEN.join(text for text in self._plan_words(group, values) if text)

    def _plan_words(self, group: PlanGroup, values: dict[str, Any]) -> Iterator[str]:
        if group is PlanGroup.MEETING:
            for value in values.values():
                yield long_date(value) if isinstance(value, date) else value
        elif group is PlanGroup.PEOPLE:
            yield people(values["headcount"])
            yield _("the facilitator votes too") if values["facilitator_votes"] else ""
            for code, count in values["role_mix"].items():
                yield f"{self._levels.get(code, code)}: {count}"
            if values["same_people"] is not None:
                yield _("{0} were there last time").format(values["same_people"])
        elif group is PlanGroup.RATED:
            yield ", ".join(self._names.get(code, code) for code in values["dimensions"])
            yield _("with elements of some") if values["depths"] else ""
            yield _("results by role") if values["by_level"] else ""
            yield _("comments from phones") if values["comments"] else ""
        elif group is PlanGroup.PICKS:
            yield ", ".join(self._subject(code) for code in values["picks"]) or _("nothing")
        else:
            yield {
                WorkshopState.PREPARED: _("Not started"),
                WorkshopState.RUNNING: _("Under way"),
                WorkshopState.DONE: _("Done"),
            }[values["state"]]


def _told_apart(sides: Sides) -> Sides:
    """Give each side a name where its words do not tell it from the other."""
    if sides.mine != sides.theirs:
        return sides
    return Sides(
        sides.name,
        BETWEEN.join([sides.mine, _("in some detail as it is here")]),
        BETWEEN.join([sides.theirs, _("in some detail as it is in the file")]),
    )


def _group_name(group: PlanGroup) -> str:
    return {
        PlanGroup.MEETING: _("Team, place and day"),
        PlanGroup.PEOPLE: _("People in the room"),
        PlanGroup.RATED: _("What is rated"),
        PlanGroup.PICKS: _("What the team picked"),
        PlanGroup.PROGRESS: _("How far it has come"),
    }[group]


def _round(part: RoundPart) -> str:
    one = RevealedRound(part.subject, part.number, tally(part.total), part.expected)
    vote = _("First vote") if part.number == 1 else _("Second vote")
    middle = _("middle vote {0}").format(findings.middle_words(one.tally))
    return f"{vote}: {findings.turnout(one)}, {middle}"


def _where(thing: Thing[Any], note: NotePart) -> Iterator[str]:
    """Say the pile of an answer, and whether the room saw it, where that is the difference."""
    if thing.mine is None or thing.theirs is None:
        return
    if note.pile:
        yield _("in the pile “{0}”").format(note.pile)
    yield _("the room saw it") if note.shown else _("the room has not seen it")


def _what(action: ActionPart) -> str:
    return action.what or _("An action without words")


def _facts(action: ActionPart, other: ActionPart | None) -> str:
    """Say what a person wants to know of an action; beside another, only what is not the same."""
    values = [(name, getattr(action, name)) for name in _fact_names()]
    told = [
        f"{label}: {_value(value) or _('nothing')}"
        for (name, value), label in zip(values, _fact_names().values(), strict=True)
        if (value not in (None, "") if other is None else value != getattr(other, name))
    ]
    if other is not None and not told:
        return _("Another source")
    return BETWEEN.join(told)


def _value(value: object) -> str:
    if isinstance(value, date):
        return long_date(value)
    return action_state_words(value) if isinstance(value, ActionState) else str(value)


def _fact_names() -> dict[str, str]:
    """Return the fields of an action and what each is called, in the order they are read."""
    names = {
        "what": _("Action"),
        "state": _("How it stands"),
        "owner": _("Who"),
        "due": _("Due"),
        "happened": _("What happened"),
        "learnt": _("What we learnt"),
        "difference": _("The difference a person will notice"),
        "helpers": _("Who helps"),
        "needs": _("What it needs"),
        "first_step": _("First step"),
        "first_step_on": _("First step on"),
        "how_we_know": _("How we’ll know"),
        "baseline": _("Now"),
        "target": _("Goal"),
        "review_on": _("Look again on"),
        "evidences": _("Shows"),
        "closed_on": _("Closed on"),
    }
    assert names.keys() >= {one.name for one in fields(ActionText)}
    return names
