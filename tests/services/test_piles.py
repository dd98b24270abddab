"""Piles and dots are kept, limited, and can be taken back."""

from __future__ import annotations

import pytest

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Part
from lqf_workshop.domain.piles import (
    PILE_NAME_LIMIT,
    dots_given,
    dots_on,
    make_piles,
    piles_at,
)
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services

SLOTS = [(1 << 61) + 7919 * n for n in range(40)]


@pytest.fixture
def step(services: Services, running: WorkshopId) -> int:
    """The step of a card with three answers that the room can see."""
    found = next(s for s in services.workshops.steps(running) if s.plan.kind is StepKind.CARD)
    card = services.cards.deck().cards[0]
    services.cards.lay(running, found.id, card)
    for number, text in enumerate(("one", "two", "three"), 1):
        about = f"{card.code}/{min(number, len(card.prompts))}"
        services.notes.add(running, NoteKind.CARD, about, text, shown=True)
    return found.id


def ids(services: Services, workshop_id: int) -> list[int]:
    return [n.id for n in services.meetings.read(workshop_id).notes_of(NoteKind.CARD)]


def heaps(services: Services, workshop_id: int) -> list[str]:
    return [n.heap for n in services.meetings.read(workshop_id).notes_of(NoteKind.CARD)]


def dots(services: Services, workshop_id: int, step: int) -> list[int]:
    meeting = services.meetings.read(workshop_id)
    return [dots_on(meeting, step, pile) for pile in piles_at(meeting, step)]


# ---- Piles ----


def test_an_answer_goes_on_a_pile_and_off_again(
    services: Services, running: WorkshopId, step: int
) -> None:
    one, _two, three = ids(services, running)
    services.notes.put_on_pile(running, one, "  asking \n people ")
    services.notes.put_on_pile(running, three, "asking people")
    assert heaps(services, running) == ["asking people", "", "asking people"]
    services.notes.put_on_pile(running, one, "")
    assert heaps(services, running) == ["", "", "asking people"]
    assert services.journal.undo() == "taking an answer off a pile"
    assert services.journal.undo() == "putting an answer on a pile"
    assert heaps(services, running) == ["asking people", "", ""]


def test_the_same_pile_again_is_nothing_to_take_back(
    services: Services, running: WorkshopId, step: int
) -> None:
    one = ids(services, running)[0]
    services.notes.put_on_pile(running, one, "asking")
    services.notes.put_on_pile(running, one, "asking")
    services.journal.undo()
    assert heaps(services, running) == ["", "", ""]


def test_a_name_is_saved_as_it_is_typed_and_taken_back_as_one(
    services: Services, running: WorkshopId, step: int
) -> None:
    one, two, three = ids(services, running)
    for number, name in ((one, "Pile 1"), (two, "Pile 1"), (three, "ask")):
        services.notes.put_on_pile(running, number, name)
    for typed in ("a", "ask", "asking"):  # on its way it passes the name of another pile
        services.notes.type_pile_name(running, (one, two), typed)
    services.notes.rename_pile(running, (one, two), "Pile 1", "asking first")
    assert heaps(services, running) == ["asking first", "asking first", "ask"]
    assert services.journal.undo() == "the name of a pile"
    assert heaps(services, running) == ["Pile 1", "Pile 1", "ask"]
    assert services.journal.redo() == "the name of a pile"
    assert heaps(services, running) == ["asking first", "asking first", "ask"]


@pytest.mark.parametrize("name", ["", " \n", "\u200b"])
def test_a_pile_is_not_left_without_a_name(
    services: Services, running: WorkshopId, step: int, name: str
) -> None:
    one = ids(services, running)[0]
    services.notes.put_on_pile(running, one, "asking")
    with pytest.raises(WorkshopProblem, match="A pile needs a name"):
        services.notes.rename_pile(running, (one,), "asking", name)
    assert heaps(services, running)[0] == "asking"


def test_too_long_a_name_is_explained_and_not_cut(
    services: Services, running: WorkshopId, step: int
) -> None:
    with pytest.raises(WorkshopProblem, match="The name of a pile: "):
        services.notes.put_on_pile(running, ids(services, running)[0], "x" * (PILE_NAME_LIMIT + 1))
    assert heaps(services, running) == ["", "", ""]


def test_a_removed_answer_is_on_no_pile_and_comes_back_to_its_own(
    services: Services, running: WorkshopId, step: int
) -> None:
    one = ids(services, running)[0]
    services.notes.put_on_pile(running, one, "asking")
    services.notes.remove(running, one)
    with pytest.raises(StaleProblem):
        services.notes.put_on_pile(running, one, "nights")
    services.journal.undo()
    assert heaps(services, running)[0] == "asking"


def test_the_stops_for_piles_and_dots_come_with_the_second_answer(
    services: Services, running: WorkshopId, step: int
) -> None:
    def parts() -> list[Part]:
        stops = services.meetings.read(running).stops()
        return [s.part for s in stops if s.step_id == step and s.part is not Part.FILL]

    assert parts()[-2:] == [Part.PILES, Part.DOTS]
    for number in ids(services, running)[1:]:
        services.notes.let_through(running, number, shown=False)
    assert Part.PILES not in parts()


# ---- Dots by hand ----


def test_dots_are_counted_and_taken_back(
    services: Services, running: WorkshopId, step: int
) -> None:
    one, two, _three = ids(services, running)
    services.polls.count_dots(running, step, (one,))
    services.polls.count_dots(running, step, (two,), 4)
    services.polls.count_dots(running, step, (two,), -1)
    assert dots(services, running, step) == [1, 3, 0]
    assert services.journal.undo() == "a dot"
    assert dots(services, running, step) == [1, 4, 0]
    assert services.journal.redo() == "a dot"
    assert dots(services, running, step) == [1, 3, 0]
    services.polls.count_dots(running, step, (one,), -1)
    services.polls.count_dots(running, step, (one,), -1)
    assert dots(services, running, step) == [0, 3, 0]


def test_a_room_of_eleven_has_thirty_three_dots(
    services: Services, running: WorkshopId, step: int
) -> None:
    one, two, _three = ids(services, running)
    services.polls.count_dots(running, step, (one,), 30)
    services.phones.dot(running, step, SLOTS[:3], (two,), on=True)
    services.polls.count_dots(running, step, (two,), 2)
    with pytest.raises(WorkshopProblem, match="All 33 dots are given, 3 for each person"):
        services.polls.count_dots(running, step, (one,))
    with pytest.raises(WorkshopProblem, match="All 33 dots are given"):
        services.phones.dot(running, step, SLOTS[3:6], (one,), on=True)
    assert dots(services, running, step) == [30, 3, 0]
    services.workshops.change_headcount(running, "12")
    services.polls.count_dots(running, step, (one,))


def test_dots_follow_their_answer_through_every_name_and_pile(
    services: Services, running: WorkshopId, step: int
) -> None:
    one, two, three = ids(services, running)
    services.polls.count_dots(running, step, (two,), 2)
    services.polls.count_dots(running, step, (three,), 1)
    services.notes.put_on_pile(running, one, "asking")
    services.notes.put_on_pile(running, three, "asking")
    services.notes.rename_pile(running, (one, three), "asking", "telling")
    piles = piles_at(services.meetings.read(running), step)
    assert [p.title for p in piles] == ["telling", "two"]
    assert dots(services, running, step) == [1, 2]
    services.polls.count_dots(running, step, piles[0].note_ids, -1)
    assert dots(services, running, step) == [0, 2]


def test_an_answer_taken_off_the_screen_takes_its_dots_with_it(
    services: Services, running: WorkshopId, step: int
) -> None:
    one, two, _three = ids(services, running)
    services.polls.count_dots(running, step, (one,), 33)
    services.notes.let_through(running, one, shown=False)
    assert dots_given(services.meetings.read(running), step) == 0
    services.polls.count_dots(running, step, (two,))
    assert dots(services, running, step) == [1, 0]


def test_showing_the_dots_can_be_taken_back(
    services: Services, running: WorkshopId, step: int
) -> None:
    def shown() -> bool:
        return services.meetings.read(running).dots_shown(step)

    services.polls.show_dots(running, step)
    services.polls.show_dots(running, step)
    assert shown()
    assert services.journal.undo() == "showing the dots"
    assert not shown()
    assert services.journal.next_undo != "showing the dots"
    services.journal.redo()
    services.polls.show_dots(running, step, shown=False)
    assert not shown()
    assert not services.meetings.read(running).dots_shown(step + 1)


# ---- Dots from phones ----


def test_a_phone_has_three_dots_and_can_move_them(
    services: Services, running: WorkshopId, step: int
) -> None:
    first = services.meetings.read(running).notes_of(NoteKind.CARD)[0].about
    four = services.notes.add(running, NoteKind.CARD, first, "four", shown=True)
    one, two, three = ids(services, running)[:3]
    for number in (one, two, three, three):
        services.phones.dot(running, step, SLOTS[:3], (number,), on=True)
    with pytest.raises(WorkshopProblem, match="all 3 dots"):
        services.phones.dot(running, step, SLOTS[:3], (four,), on=True)
    with pytest.raises(WorkshopProblem, match="all 3 dots"):
        services.phones.dot(running, step, SLOTS[:9], (four,), on=True)
    assert dots(services, running, step) == [1, 1, 1, 0]
    services.phones.dot(running, step, SLOTS[:3], (two,), on=False)
    services.phones.dot(running, step, SLOTS[:3], (four,), on=True)
    assert dots(services, running, step) == [1, 0, 1, 1]


def test_a_pile_takes_one_dot_of_a_phone_however_it_was_put_together(
    services: Services, running: WorkshopId, step: int
) -> None:
    one, two, _three = ids(services, running)
    services.phones.dot(running, step, SLOTS[:3], (two,), on=True)
    services.phones.dot(running, step, SLOTS[:3], (one, two), on=True)
    assert dots(services, running, step) == [0, 1, 0]
    services.phones.dot(running, step, SLOTS[:3], (one, two), on=False)
    assert dots(services, running, step) == [0, 0, 0]


def test_a_dot_on_an_answer_that_is_gone_can_be_given_again(
    services: Services, running: WorkshopId, step: int
) -> None:
    one, two, three = ids(services, running)
    for number in (one, two, three):
        services.phones.dot(running, step, SLOTS[:3], (number,), on=True)
    services.notes.let_through(running, three, shown=False)
    about = services.meetings.read(running).notes_of(NoteKind.CARD)[0].about
    four = services.notes.add(running, NoteKind.CARD, about, "four", shown=True)
    services.phones.dot(running, step, SLOTS[:3], (four,), on=True)
    assert dots(services, running, step) == [1, 1, 1]


def test_once_the_dots_are_shown_phones_are_too_late(
    services: Services, running: WorkshopId, step: int
) -> None:
    services.polls.show_dots(running, step)
    with pytest.raises(WorkshopProblem, match="This question is closed"):
        services.phones.dot(running, step, SLOTS[:3], ids(services, running)[:1], on=True)


def test_an_action_can_begin_with_words_of_the_room(
    services: Services, running: WorkshopId
) -> None:
    number = services.actions.draft(running, what="Ask Nights first")
    (action,) = services.meetings.read(running).actions
    assert (action.id, action.text.what) == (number, "Ask Nights first")
    with pytest.raises(WorkshopProblem, match="Please shorten it"):
        services.actions.draft(running, what="x" * 3_000)
    assert len(services.meetings.read(running).actions) == 1


def test_what_is_kept_makes_the_piles(services: Services, running: WorkshopId, step: int) -> None:
    one, _two, three = ids(services, running)
    services.notes.put_on_pile(running, one, "asking")
    services.notes.put_on_pile(running, three, "asking")
    notes = services.meetings.read(running).notes_of(NoteKind.CARD)
    assert make_piles(notes)[0].note_ids == (one, three)
