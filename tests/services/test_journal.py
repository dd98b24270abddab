"""Undo and redo walk one line of acts, and lose none of them on the way."""

from __future__ import annotations

import pytest

from lqf_workshop.errors import LibraryProblem, StaleProblem
from lqf_workshop.services.journal import LONGEST, Act, Journal


class Counter:
    """Something that acts go up and down on."""

    def __init__(self) -> None:
        self.value = 0
        self.journal = Journal()
        self.fails: Exception | None = None

    def _move(self, by: int) -> None:
        if self.fails:
            raise self.fails
        self.value += by

    def go_up(self, what: str = "going up", secret: int | None = None) -> None:
        """Do an act that can be undone."""
        self._move(1)
        self.journal.did(Act(what, lambda: self._move(-1), lambda: self._move(1), secret))


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_undo_takes_back_the_latest_act_and_names_it(counter: Counter) -> None:
    counter.go_up("first")
    counter.go_up("second")
    assert counter.journal.undo() == "second"
    assert counter.value == 1


def test_redo_does_the_act_again_and_names_it(counter: Counter) -> None:
    counter.go_up("first")
    counter.journal.undo()
    assert counter.journal.redo() == "first"
    assert counter.value == 1


def test_there_is_nothing_to_undo_or_redo_at_first(counter: Counter) -> None:
    assert (counter.journal.undo(), counter.journal.redo()) == ("", "")


def test_the_journal_says_what_undo_and_redo_would_do(counter: Counter) -> None:
    counter.go_up("first")
    counter.go_up("second")
    counter.journal.undo()
    assert (counter.journal.next_undo, counter.journal.next_redo) == ("first", "second")


def test_a_new_act_ends_what_could_be_done_again(counter: Counter) -> None:
    counter.go_up("first")
    counter.journal.undo()
    counter.go_up("second")
    assert counter.journal.redo() == ""


def test_two_hundred_acts_can_be_undone_and_no_more(counter: Counter) -> None:
    for _n in range(LONGEST + 5):
        counter.go_up()
    while counter.journal.undo():
        pass
    assert counter.value == 5


def test_an_act_whose_object_is_gone_is_passed_over(counter: Counter) -> None:
    counter.go_up("first")
    counter.fails = None

    def gone() -> None:
        raise StaleProblem("gone")

    counter.journal.did(Act("lost", gone, gone))
    assert counter.journal.undo() == "first"
    assert counter.journal.next_redo == "first"


def test_an_undo_that_the_disk_refuses_can_be_tried_again(counter: Counter) -> None:
    counter.go_up("first")
    counter.fails = LibraryProblem("The disk is full.")
    with pytest.raises(LibraryProblem):
        counter.journal.undo()
    counter.fails = None
    assert counter.journal.undo() == "first"
    assert counter.value == 0


def test_a_redo_that_the_disk_refuses_can_be_tried_again(counter: Counter) -> None:
    counter.go_up("first")
    counter.journal.undo()
    counter.fails = LibraryProblem("The disk is full.")
    with pytest.raises(LibraryProblem):
        counter.journal.redo()
    counter.fails = None
    assert counter.journal.redo() == "first"


def test_whoever_hears_of_an_undo_sees_the_journal_as_it_will_be(counter: Counter) -> None:
    seen: list[tuple[str, str]] = []

    def look() -> None:
        seen.append((counter.journal.next_undo, counter.journal.next_redo))

    counter.journal.did(Act("looking", look, look))
    counter.journal.undo()
    counter.journal.redo()
    assert seen == [("", "looking"), ("looking", "")]


def test_the_secrets_of_a_round_are_forgotten_and_nothing_else(counter: Counter) -> None:
    counter.go_up("open")
    counter.go_up("secret", secret=7)
    counter.go_up("other round", secret=8)
    counter.go_up("secret", secret=7)
    counter.journal.undo()
    counter.journal.forget_round(7)
    assert counter.journal.next_redo == ""
    assert [counter.journal.undo(), counter.journal.undo(), counter.journal.undo()] == [
        "other round",
        "open",
        "",
    ]


def test_clearing_forgets_everything(counter: Counter) -> None:
    counter.go_up()
    counter.go_up()
    counter.journal.undo()
    counter.journal.clear()
    assert (counter.journal.next_undo, counter.journal.next_redo) == ("", "")
