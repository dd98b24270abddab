"""Answers put together in piles, the dots they are given, and ties told as ties."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.meeting import Note, NoteKind
from lqf_workshop.domain.piles import (
    DOTS_EACH,
    Pile,
    dot_key,
    dots_allowed,
    leading,
    make_piles,
    ranked,
)

HEAPS = st.sampled_from(["", "nights", "asking", "Ärger"])
NOTES = st.lists(HEAPS, max_size=12).map(
    lambda heaps: tuple(
        Note(n, NoteKind.CARD, "card/1", f"answer {n}", shown=True, heap=heap)
        for n, heap in enumerate(heaps, 1)
    )
)


def note(number: int, heap: str = "") -> Note:
    return Note(number, NoteKind.CARD, "card/1", f"answer {number}", shown=True, heap=heap)


@given(notes=NOTES, seed=st.randoms())
def test_every_answer_is_on_exactly_one_pile_whatever_their_order(
    notes: tuple[Note, ...], seed: Random
) -> None:
    shuffled = list(notes)
    seed.shuffle(shuffled)
    piles = make_piles(shuffled)
    assert piles == make_piles(notes)
    assert sorted(n for pile in piles for n in pile.note_ids) == [n.id for n in notes]
    names = [pile.name for pile in piles if pile.name]
    assert len(names) == len(set(names))
    assert all(len(pile.notes) == 1 for pile in piles if not pile.name)


@given(notes=NOTES)
def test_named_piles_come_first_each_by_its_first_answer(notes: tuple[Note, ...]) -> None:
    piles = make_piles(notes)
    assert [bool(p.name) for p in piles] == sorted((bool(p.name) for p in piles), reverse=True)
    for kind in (True, False):
        firsts = [p.note_ids[0] for p in piles if bool(p.name) is kind]
        assert firsts == sorted(firsts)


@given(notes=NOTES)
def test_another_name_moves_nothing(notes: tuple[Note, ...]) -> None:
    renamed = [replace(n, heap="renamed" if n.heap == "nights" else n.heap) for n in notes]
    assert [p.note_ids for p in make_piles(notes)] == [p.note_ids for p in make_piles(renamed)]


def test_an_answer_by_itself_is_called_by_its_words() -> None:
    together, alone = make_piles([note(1), note(2, "nights")])
    assert (together.title, alone.title) == ("nights", "answer 1")


@given(counts=st.lists(st.integers(0, 5), min_size=1, max_size=9))
def test_as_many_dots_are_the_same_place(counts: list[int]) -> None:
    piles = [Pile((note(n),)) for n in range(1, len(counts) + 1)]
    placings = ranked(piles, dict(zip(piles, counts, strict=True)))
    assert [p.dots for p in placings] == sorted(counts, reverse=True)
    for one in placings:
        assert one.place == 1 + sum(count > one.dots for count in counts)
        assert one.shared == (counts.count(one.dots) > 1)
        equal = [p.pile.note_ids[0] for p in placings if p.dots == one.dots]
        assert equal == sorted(equal)  # among equals the old order stays
    first = leading(placings)
    assert len(first) == (counts.count(max(counts)) if max(counts) else 0)


@pytest.mark.parametrize("voters", [1, 11, 30])
def test_a_room_has_as_many_dots_as_its_people_have(voters: int) -> None:
    assert dots_allowed(voters) == DOTS_EACH * voters


def test_a_dot_belongs_to_its_step_and_its_answer() -> None:
    assert len({dot_key(step, number) for step in (1, 11) for number in (1, 11)}) == 4
