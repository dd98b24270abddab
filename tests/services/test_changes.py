"""Announcements come after the change is on disk, and none comes without a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from lqf_workshop.domain.action import ActionState, ActionText, Source
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Cover, Meeting, NoteKind, Poll, Stop, Timer
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change, ChangeFeed
from tests.builders import plan, prepare, rate, step, vote


@dataclass
class Scene:
    """A workshop with something of everything in it, to act upon."""

    services: Services
    id: WorkshopId
    note: int
    action: int
    empty_action: int
    card_step: int


@pytest.fixture
def scene(services: Services, running: WorkshopId) -> Scene:
    vote(services, running, "PQ", 4, 4)
    services.ratings.count_hands(running, "PQ", 3)
    note = services.notes.add(running, NoteKind.TALK, "1", "We listened")
    action = services.actions.draft(running)
    services.actions.write(action, ActionText(what="Try"))
    card_step = next(
        s.id for s in services.workshops.steps(running) if s.plan.kind is StepKind.CARD
    )
    return Scene(services, running, note, action, services.actions.draft(running), card_step)


Act = Callable[[Scene], Any]
ACTS: dict[str, tuple[Act, Change]] = {
    "prepare": (lambda s: prepare(s.services, plan("Elm Court")), Change.WORKSHOPS),
    "change_plan": (lambda s: s.services.workshops.change_plan(s.id, plan()), Change.WORKSHOPS),
    "change_headcount": (
        lambda s: s.services.workshops.change_headcount(s.id, 12),
        Change.WORKSHOPS,
    ),
    "change_steps": (
        lambda s: s.services.workshops.change_steps(s.id, [(None, step(StepKind.BREAK))]),
        Change.WORKSHOPS,
    ),
    "delete": (lambda s: s.services.workshops.delete(s.id), Change.WORKSHOPS),
    "go": (lambda s: s.services.runs.go(s.id, last_stop(s)), Change.RUN),
    "cover": (lambda s: s.services.runs.cover(s.id, Cover.BLANK), Change.RUN),
    "start_timer": (lambda s: s.services.runs.start_timer(s.id, 60), Change.RUN),
    "pause": (lambda s: s.services.runs.pause_or_go_on(s.id, Timer(60, None, 30)), Change.RUN),
    "add_time": (lambda s: s.services.runs.add_time(s.id, Timer(60, None, 30), 60), Change.RUN),
    "pick": (lambda s: s.services.runs.pick(s.id, "PQ"), Change.FOCUS),
    "open_round": (lambda s: s.services.ratings.open_round(s.id, "WO"), Change.VOTES),
    "cast": (lambda s: s.services.ratings.cast(s.id, "PQ", 4), Change.VOTES),
    "count_hands": (lambda s: s.services.ratings.count_hands(s.id, "PQ", 4), Change.VOTES),
    "set_expected": (lambda s: s.services.ratings.set_expected(s.id, 20), Change.VOTES),
    "reveal": (lambda s: s.services.ratings.reveal(s.id, "PQ"), Change.RATINGS),
    "lay": (
        lambda s: s.services.cards.lay(s.id, s.card_step, s.services.cards.deck().cards[0]),
        Change.CARDS,
    ),
    "keep_private": (lambda s: s.services.notes.keep_private(s.id, "1", "Ask"), Change.NOTES),
    "add": (lambda s: s.services.notes.add(s.id, NoteKind.WORD, "", "calm"), Change.NOTES),
    "change": (lambda s: s.services.notes.change(s.id, s.note, "We heard"), Change.NOTES),
    "let_through": (lambda s: s.services.notes.let_through(s.id, s.note), Change.NOTES),
    "remove_note": (lambda s: s.services.notes.remove(s.id, s.note), Change.NOTES),
    "draft": (lambda s: s.services.actions.draft(s.id), Change.ACTIONS),
    "write": (
        lambda s: s.services.actions.write(s.action, ActionText(what="Try it")),
        Change.ACTIONS,
    ),
    "set_source": (
        lambda s: s.services.actions.set_source(s.action, Source(code="PQ")),
        Change.ACTIONS,
    ),
    "agree": (lambda s: s.services.actions.agree(s.action), Change.ACTIONS),
    "set_state": (
        lambda s: s.services.actions.set_state(s.action, ActionState.DONE),
        Change.ACTIONS,
    ),
    "tell": (lambda s: s.services.actions.tell(s.action, learnt="It works"), Change.ACTIONS),
    "remove_action": (lambda s: s.services.actions.remove(s.action), Change.ACTIONS),
    "poll": (lambda s: s.services.polls.count(s.id, Poll.RETURN, "4"), Change.POLLS),
}
UNDOABLE = ["count_hands", "add", "let_through", "remove_note", "agree", "set_state"]
UNDOABLE += ["remove_action", "poll", "pick", "lay"]


def last_stop(scene: Scene) -> Stop:
    return scene.services.meetings.read(scene.id).stops()[-1]


def read(scene: Scene) -> tuple[object, ...]:
    """Return all there is to see, or what is said when the workshop is gone."""
    services = scene.services
    try:
        found: Meeting | str = services.meetings.read(scene.id)
    except WorkshopProblem as problem:
        found = str(problem)
    return found, services.ratings.hand_counts(scene.id, "PQ"), services.lists.count()


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_announced_once_and_whoever_hears_it_reads_the_new_state(
    scene: Scene, act: str
) -> None:
    before, heard = read(scene), []
    scene.services.changes.subscribe(lambda change, _number: heard.append((change, read(scene))))
    do, change = ACTS[act]
    do(scene)
    assert [name for name, _seen in heard] == [change]
    assert heard[0][1] == read(scene)
    assert heard[0][1] != before


@pytest.mark.parametrize("act", UNDOABLE)
def test_whoever_hears_of_an_act_finds_it_ready_to_be_undone(scene: Scene, act: str) -> None:
    journal = scene.services.journal
    journal.clear()
    heard: list[tuple[str, str]] = []
    scene.services.changes.subscribe(
        lambda _change, _number: heard.append((journal.next_undo, journal.next_redo))
    )
    ACTS[act][0](scene)
    name = journal.next_undo
    assert name
    journal.undo()
    journal.redo()
    assert heard == [(name, ""), ("", name), (name, "")]


FAILURES: dict[str, Act] = {
    "a vote that is no answer": lambda s: s.services.ratings.cast(s.id, "PQ", 9),
    "too many hands": lambda s: s.services.ratings.count_hands(s.id, "PQ", 4, by=50),
    "an empty reveal": lambda s: s.services.ratings.reveal(s.id, "WO"),
    "a strange dimension": lambda s: s.services.ratings.open_round(s.id, "XX"),
    "too long a note": lambda s: s.services.notes.add(s.id, NoteKind.TALK, "1", "x" * 60_000),
    "a note that is gone": lambda s: s.services.notes.change(s.id, 999, "We"),
    "an action without words": lambda s: s.services.actions.agree(s.empty_action),
    "a stuck key": lambda s: s.services.polls.count(s.id, Poll.RETURN, "4", by=500),
    "an impossible headcount": lambda s: s.services.workshops.change_headcount(s.id, 99),
    "an impossible plan": lambda s: s.services.workshops.change_plan(s.id, plan(team="")),
    "an impossible step": lambda s: s.services.workshops.change_steps(
        s.id, [(None, step(StepKind.BREAK, minutes=0))]
    ),
    "a strange pick": lambda s: s.services.runs.pick(s.id, "XX"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_an_act_that_fails_changes_nothing_and_announces_nothing(
    scene: Scene, failure: str
) -> None:
    before, undo = read(scene), scene.services.journal.next_undo
    heard: list[Change] = []
    scene.services.changes.subscribe(lambda change, _number: heard.append(change))
    with pytest.raises(WorkshopProblem):
        FAILURES[failure](scene)
    assert heard == []
    assert read(scene) == before
    assert scene.services.journal.next_undo == undo


def test_an_announcement_names_the_workshop(services: Services, running: WorkshopId) -> None:
    other = prepare(services, plan("Elm Court"))
    heard: list[tuple[Change, int]] = []
    services.changes.subscribe(lambda change, number: heard.append((change, number)))
    services.ratings.cast(other, "PQ", 4)
    services.notes.add(running, NoteKind.WORD, "", "calm")
    assert heard == [(Change.VOTES, other), (Change.NOTES, running)]


def test_everyone_who_listens_hears_in_turn() -> None:
    feed, heard = ChangeFeed(), []
    feed.subscribe(lambda change, number: heard.append(("first", change, number)))
    feed.subscribe(lambda change, number: heard.append(("second", change, number)))
    feed.announce(Change.RUN, 7)
    assert heard == [("first", Change.RUN, 7), ("second", Change.RUN, 7)]


def test_beginning_and_finishing_tell_the_run_and_the_lists(
    services: Services, prepared: WorkshopId
) -> None:
    heard: list[Change] = []
    services.changes.subscribe(lambda change, _number: heard.append(change))
    stop = services.meetings.read(prepared).stops()[0]
    services.runs.begin(prepared, stop)
    services.runs.finish(prepared)
    assert heard == [Change.RUN, Change.WORKSHOPS] * 2


def test_taking_back_a_count_is_announced(services: Services, running: WorkshopId) -> None:
    services.ratings.count_hands(running, "PQ", 4)
    heard: list[Change] = []
    services.changes.subscribe(lambda change, _number: heard.append(change))
    services.journal.undo()
    services.journal.redo()
    assert heard == [Change.VOTES, Change.VOTES]


def test_at_the_reveal_the_secrets_are_forgotten_before_anybody_hears(
    services: Services, running: WorkshopId
) -> None:
    services.ratings.count_hands(running, "PQ", 4)
    heard: list[str] = []
    services.changes.subscribe(lambda _change, _number: heard.append(services.journal.next_undo))
    services.ratings.reveal(running, "PQ")
    assert heard == [""]


def test_a_second_vote_does_not_touch_the_first(services: Services, running: WorkshopId) -> None:
    rate(services, running, "PQ", 2, 2)
    first = services.meetings.read(running).rounds
    seen = []
    services.changes.subscribe(
        lambda _change, _number: seen.append(services.meetings.read(running).rounds[:1])
    )
    rate(services, running, "PQ", 4, 5)
    assert set(seen) == {first}
