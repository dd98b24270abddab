"""Whatever is done, undone and done again, in any order, agrees with a plain model of it."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.piles import DOTS_EACH, dot_key
from lqf_workshop.domain.rating import ANSWERS, Tally, tally_of
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import open_services
from tests.builders import WITHOUT_SHRINKING, FixedClock, begin, plan, prepare

DIMENSIONS = ("PQ", "WO")
EXPECTED = 8
MOST_HANDS = 93
dimensions = st.sampled_from(DIMENSIONS)
answers = st.sampled_from(ANSWERS)
words = st.sampled_from(["", "We listened", "أمل 👩🏾‍🦽", "Nights wait too long"])
places = st.integers(0, 50)
"""Points at one of the things there are, whatever their number."""


class Refused(Exception):
    """The model refuses what the program has to explain."""


@dataclass(frozen=True)
class Done:
    """An act the model can take back and do again."""

    what: str
    undo: Callable[[], None]
    redo: Callable[[], None]
    secret: str = ""


@dataclass
class Model:
    """What a workshop holds, in dictionaries; ``secret`` acts are those of an open round."""

    hands: dict[str, Counter[int]] = field(default_factory=dict)
    ballots: dict[str, Counter[int]] = field(default_factory=dict)
    revealed: dict[str, list[Tally]] = field(default_factory=lambda: {d: [] for d in DIMENSIONS})
    notes: dict[int, tuple[str, bool]] = field(default_factory=dict)
    polls: Counter[str] = field(default_factory=Counter)
    picks: list[str] = field(default_factory=list)
    actions: dict[int, tuple[str, ActionState]] = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)
    undone: list[Done] = field(default_factory=list)

    def voted(self, dimension: str) -> int:
        return sum(self.hands[dimension].values()) + sum(self.ballots[dimension].values())

    def open(self, dimension: str) -> None:
        if dimension not in self.hands:
            if len(self.revealed[dimension]) == 2:
                raise Refused
            self.hands[dimension], self.ballots[dimension] = Counter(), Counter()

    def move_hands(self, dimension: str, answer: int, by: int) -> int:
        moved = max(by, -self.hands[dimension][answer])
        if moved > 0 and self.voted(dimension) + moved > EXPECTED:
            raise Refused
        self.hands[dimension][answer] += moved
        return moved

    def did(self, act: Done) -> None:
        self.done.append(act)
        self.undone.clear()

    def step(self, here: list[Done], there: list[Done], run: Callable[[Done], None]) -> None:
        if here:
            run(here[-1])  # refused: it stays where it is
            there.append(here.pop())

    def reveal(self, dimension: str) -> Tally:
        both = self.hands.pop(dimension) + self.ballots.pop(dimension)
        self.revealed[dimension].append(tally_of(both))
        for acts in (self.done, self.undone):
            acts[:] = [act for act in acts if act.secret != dimension]
        return self.revealed[dimension][-1]


class Sitting(RuleBasedStateMachine):
    """Undoes and does again at any time; the model says what should come of it."""

    copied_from: ClassVar[Path]
    folders: ClassVar[Path]
    content: ClassVar[Shelf]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.folders))
        shutil.copyfile(self.copied_from, self.folder / "workshops.lqf")
        self.services = open_services(
            self.folder / "workshops.lqf", self.content, clock=FixedClock()
        )
        self.id = prepare(self.services, plan(headcount=EXPECTED))
        begin(self.services, self.id)
        self.model = Model()

    def teardown(self) -> None:
        try:
            journal = self.services.journal
            self.there_and_back(journal.undo, journal.redo, len(self.model.done))
        finally:
            self.services.close()
            shutil.rmtree(self.folder)

    def both(self, act: Callable[[], Any], model: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Do the same in both, and check that both refuse it or neither."""
        before = self.snapshot()
        try:
            model()
        except Refused:
            try:
                act()
            except WorkshopProblem:
                assert self.snapshot() == before
                return None
            raise AssertionError("the program did what the model refuses") from None
        return act()

    def snapshot(self) -> tuple[object, ...]:
        """Return all that a facilitator can see."""
        return (
            self.services.meetings.read(self.id),
            *(self.services.ratings.hand_counts(self.id, d) for d in DIMENSIONS),
        )

    # Undo and redo

    @rule()
    def undo(self) -> None:
        model = self.model
        self.both(
            self.services.journal.undo,
            lambda: model.step(model.done, model.undone, lambda act: act.undo()),
        )

    @rule()
    def redo(self) -> None:
        model = self.model
        self.both(
            self.services.journal.redo,
            lambda: model.step(model.undone, model.done, lambda act: act.redo()),
        )

    @precondition(lambda self: self.model.done)
    @rule(times=st.integers(1, 9))
    def undoing_some_and_doing_them_again_changes_nothing(self, times: int) -> None:
        journal = self.services.journal
        self.there_and_back(journal.undo, journal.redo, min(times, len(self.model.done)))

    @precondition(lambda self: self.model.undone)
    @rule(times=st.integers(1, 9))
    def doing_some_again_and_undoing_them_changes_nothing(self, times: int) -> None:
        journal = self.services.journal
        self.there_and_back(journal.redo, journal.undo, min(times, len(self.model.undone)))

    def there_and_back(self, there: Callable[[], str], back: Callable[[], str], times: int) -> None:
        """Walk the journal and back; where the room has changed too much, turn round earlier."""
        before, walked = self.snapshot(), []
        for _act in range(times):
            try:
                walked.append(there())
            except WorkshopProblem:
                break
        assert [back() for _act in walked] == walked[::-1]
        assert self.snapshot() == before

    # What has to hold at every moment

    @invariant()
    def the_workshop_is_as_the_model_says(self) -> None:
        found, model = self.services.meetings.read(self.id), self.model
        assert {r.subject: r.voted for r in found.open_rounds} == {
            d: model.voted(d) for d in model.hands
        }
        for d in DIMENSIONS:
            assert [r.tally for r in found.revealed(d)] == model.revealed[d]
            hands = model.hands.get(d, Counter())
            assert self.services.ratings.hand_counts(self.id, d) == {a: hands[a] for a in ANSWERS}
        assert {n.id: (n.text, n.shown) for n in found.notes} == model.notes
        assert found.poll(Poll.CONFIDENCE) == {a: n for a, n in model.polls.items() if n}
        assert list(found.picks) == model.picks
        assert {a.id: (a.text.what, a.state) for a in found.actions} == model.actions

    @invariant()
    def undo_and_redo_offer_what_was_done(self) -> None:
        journal, model = self.services.journal, self.model
        assert journal.next_undo == (model.done[-1].what if model.done else "")
        assert journal.next_redo == (model.undone[-1].what if model.undone else "")


class Voting(Sitting):
    """Counts, casts and reveals as well."""

    @rule(dimension=dimensions, answer=answers, by=st.integers(-3, 4).filter(bool))
    def count_hands(self, dimension: str, answer: int, by: int) -> None:
        model = self.model

        def in_the_model() -> None:
            if by < 0 and dimension not in model.hands:
                return
            was_open = dimension in model.hands
            model.open(dimension)
            try:
                moved = model.move_hands(dimension, answer, by)
            except Refused:
                if not was_open:
                    del model.hands[dimension], model.ballots[dimension]
                raise
            if moved:
                model.did(
                    Done(
                        "the last count",
                        lambda: void(model.move_hands(dimension, answer, -moved)),
                        lambda: void(model.move_hands(dimension, answer, moved)),
                        dimension,
                    )
                )

        self.both(
            lambda: self.services.ratings.count_hands(self.id, dimension, answer, by), in_the_model
        )

    @rule(dimension=dimensions, answer=answers)
    def cast(self, dimension: str, answer: int) -> None:
        def in_the_model() -> None:
            self.model.open(dimension)
            if self.model.voted(dimension) + 1 > EXPECTED:
                raise Refused
            self.model.ballots[dimension][answer] += 1

        self.both(lambda: self.services.ratings.cast(self.id, dimension, answer), in_the_model)

    @rule(dimension=dimensions)
    def reveal(self, dimension: str) -> None:
        def in_the_model() -> None:
            if dimension not in self.model.hands or not self.model.voted(dimension):
                raise Refused
            self.model.reveal(dimension)

        tally = self.both(lambda: self.services.ratings.reveal(self.id, dimension), in_the_model)
        if tally is not None:
            assert tally == self.model.revealed[dimension][-1]


class Writing(Sitting):
    """Types, shows, picks and agrees as well."""

    @rule(text=words, shown=st.booleans())
    def add_note(self, text: str, shown: bool) -> None:
        model = self.model
        number = self.services.notes.add(self.id, NoteKind.TALK, "1", text, shown=shown)
        assert number not in model.notes
        model.notes[number] = (text, shown)
        model.did(come_and_go("a note", model.notes, number, here=True))

    @precondition(lambda self: self.model.notes)
    @rule(place=places, text=words)
    def change_note(self, place: int, text: str) -> None:
        number = one_of(self.model.notes, place)
        self.services.notes.change(self.id, number, text)
        self.model.notes[number] = (text, self.model.notes[number][1])

    @precondition(lambda self: self.model.notes)
    @rule(place=places, shown=st.booleans())
    def let_through(self, place: int, shown: bool) -> None:
        model, number = self.model, one_of(self.model.notes, place)
        before = model.notes[number][1]

        def show(value: bool) -> None:
            model.notes[number] = (model.notes[number][0], value)

        self.services.notes.let_through(self.id, number, shown=shown)
        show(shown)
        model.did(Done("showing a note", lambda: show(before), lambda: show(shown)))

    @precondition(lambda self: self.model.notes)
    @rule(place=places)
    def remove_note(self, place: int) -> None:
        number = one_of(self.model.notes, place)
        self.services.notes.remove(self.id, number)
        self.model.did(come_and_go("removing a note", self.model.notes, number, here=False))

    # Hands and picks in the open

    @rule(answer=st.sampled_from(["3", "4"]), by=st.sampled_from([-2, -1, 1, 2, 60]))
    def show_hands(self, answer: str, by: int) -> None:
        model = self.model

        def move(by: int) -> int:
            moved = max(by, -model.polls[answer])
            if model.polls[answer] + moved > MOST_HANDS:
                raise Refused
            model.polls[answer] += moved
            return moved

        def in_the_model() -> None:
            moved = move(by)
            if moved:
                model.did(
                    Done("a show of hands", lambda: void(move(-moved)), lambda: void(move(moved)))
                )

        self.both(
            lambda: self.services.polls.count(self.id, Poll.CONFIDENCE, answer, by), in_the_model
        )

    @rule(dimension=st.sampled_from(["PQ", "WO", "MS", "XX"]))
    def pick(self, dimension: str) -> None:
        model = self.model
        before = list(model.picks)
        after = [p for p in before if p != dimension]

        def put(picks: list[str]) -> None:
            model.picks = picks

        def in_the_model() -> None:
            if after == before:
                if dimension == "XX" or len(after) == 2:
                    raise Refused
                after.append(dimension)
            put(after)
            model.did(Done("a pick", lambda: put(before), lambda: put(after)))

        self.both(lambda: self.services.runs.pick(self.id, dimension), in_the_model)

    # Actions

    @rule(what=words)
    def draft(self, what: str) -> None:
        number = self.services.actions.draft(self.id)
        assert number not in self.model.actions
        self.services.actions.write(number, ActionText(what=what))
        self.model.actions[number] = (what, ActionState.DRAFT)

    @precondition(lambda self: self.model.actions)
    @rule(place=places, what=words)
    def write(self, place: int, what: str) -> None:
        number = one_of(self.model.actions, place)
        self.services.actions.write(number, ActionText(what=what))
        self.model.actions[number] = (what, self.model.actions[number][1])

    def put_state(self, number: int, state: ActionState, what: str) -> None:
        model, before = self.model, self.model.actions[number][1]

        def put(value: ActionState) -> None:
            model.actions[number] = (model.actions[number][0], value)

        put(state)
        model.did(Done(what, lambda: put(before), lambda: put(state)))

    @precondition(lambda self: self.model.actions)
    @rule(place=places)
    def agree(self, place: int) -> None:
        number = one_of(self.model.actions, place)
        what, state = self.model.actions[number]

        def in_the_model() -> None:
            if not what:
                raise Refused
            if not state.open:
                self.put_state(number, ActionState.AGREED, "agreeing an action")

        self.both(lambda: self.services.actions.agree(number), in_the_model)

    @precondition(lambda self: self.model.actions)
    @rule(place=places, state=st.sampled_from(ActionState))
    def set_state(self, place: int, state: ActionState) -> None:
        number = one_of(self.model.actions, place)
        self.services.actions.set_state(number, state)
        self.put_state(number, state, "the state of an action")

    @precondition(lambda self: self.model.actions)
    @rule(place=places)
    def remove_action(self, place: int) -> None:
        number = one_of(self.model.actions, place)
        self.services.actions.remove(number)
        self.model.did(come_and_go("removing an action", self.model.actions, number, here=False))


class Grouping(Sitting):
    """Puts answers on piles and counts dots as well."""

    def __init__(self) -> None:
        super().__init__()
        steps = self.services.workshops.steps(self.id)
        self.step = next(s.id for s in steps if s.plan.kind is StepKind.CARD)
        card = self.services.cards.deck().cards[0]
        self.services.cards.lay(self.id, self.step, card)
        self.heaps: dict[int, str] = {}
        self.dots: Counter[int] = Counter()
        for text in ("one", "two", "three"):
            about = f"{card.code}/1"
            number = self.services.notes.add(self.id, NoteKind.CARD, about, text, shown=True)
            self.model.notes[number] = (text, True)
            self.heaps[number] = ""
        self.services.journal.clear()

    @rule(place=places, heap=st.sampled_from(["", "nights", "asking"]))
    def put_on_pile(self, place: int, heap: str) -> None:
        number = one_of(self.heaps, place)
        before = self.heaps[number]
        self.services.notes.put_on_pile(self.id, number, heap)
        self.heaps[number] = heap
        if heap != before:
            put, take = "putting an answer on a pile", "taking an answer off a pile"
            self.model.did(
                Done(
                    put if heap else take,
                    lambda: self.heaps.update({number: before}),
                    lambda: self.heaps.update({number: heap}),
                )
            )

    @precondition(lambda self: any(self.heaps.values()))
    @rule(place=places, name=st.sampled_from(["nights", "rota", "asking"]))
    def rename_pile(self, place: int, name: str) -> None:
        before = sorted({heap for heap in self.heaps.values() if heap})
        old = before[place % len(before)]
        numbers = [number for number, heap in self.heaps.items() if heap == old]
        self.services.notes.type_pile_name(self.id, numbers, f"{name} as typed")
        self.services.notes.rename_pile(self.id, numbers, old, name)

        def put(heap: str) -> None:
            self.heaps.update(dict.fromkeys(numbers, heap))

        put(name)
        if name != old:
            self.model.did(Done("the name of a pile", lambda: put(old), lambda: put(name)))

    @rule(place=places, by=st.sampled_from([-2, -1, 1, 2, 20]))
    def count_dots(self, place: int, by: int) -> None:
        number = one_of(self.heaps, place)

        def move(by: int) -> int:
            moved = max(by, -self.dots[number])
            if moved > 0 and self.dots.total() + moved > EXPECTED * DOTS_EACH:
                raise Refused
            self.dots[number] += moved
            return moved

        def in_the_model() -> None:
            moved = move(by)
            if moved:
                self.model.did(Done("a dot", lambda: void(move(-moved)), lambda: void(move(moved))))

        count = self.services.polls.count_dots
        self.both(lambda: count(self.id, self.step, (number,), by), in_the_model)

    @invariant()
    def piles_and_dots_are_as_the_model_says(self) -> None:
        found = self.services.meetings.read(self.id)
        assert {note.id: note.heap for note in found.notes} == self.heaps
        keys = {dot_key(self.step, number): n for number, n in self.dots.items() if n}
        assert found.poll(Poll.DOTS) == keys


class Leading(Voting, Writing):
    """Presses anything at any time."""


def void(_value: object) -> None:
    """Throw a value away."""


def one_of(things: dict[int, Any], place: int) -> int:
    numbers = sorted(things)
    return numbers[place % len(numbers)]


def come_and_go(what: str, things: dict[int, Any], number: int, *, here: bool) -> Done:
    """Take a thing away if it should not be here; return how it comes and goes with its words."""
    held: list[Any] = []

    def go() -> None:
        held.append(things.pop(number))

    def come() -> None:
        things[number] = held.pop()

    if here:
        return Done(what, go, come)
    go()
    return Done(what, come, go)


@pytest.mark.slow
@pytest.mark.parametrize("kind", [Voting, Writing, Grouping, Leading])
def test_what_is_done_undone_and_done_again_agrees_with_a_plain_model(
    empty_library: Path, tmp_path: Path, shelf: Shelf, kind: type[Sitting]
) -> None:
    class Here(kind):  # type: ignore[misc, valid-type]
        copied_from = empty_library
        folders = tmp_path
        content = shelf

    run_state_machine_as_test(
        Here,
        settings=settings(max_examples=6, stateful_step_count=40, phases=WITHOUT_SHRINKING),
    )
