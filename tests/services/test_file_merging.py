"""The workshop of a file is put together with ours: what is here keeps its number and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lqf_workshop.domain.action import Source, SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.sent import SentKind
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.workshop_joined import FilePart
from lqf_workshop.exchange.workshop_merge import Keep, usual
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.files import FileLook, How
from lqf_workshop.services.whole_rows import rows_of
from tests.builders import FixedClock, begin, library_of, prepare, rate
from tests.services.whole_workshops import EVERYTHING, PRIVATE, WAITING, live


@pytest.fixture
def other(
    tmp_path: Path, empty_library: Path, shelf: Shelf, clock: FixedClock
) -> Iterator[Services]:
    """Another laptop."""
    with library_of(empty_library, tmp_path / "other", shelf, clock) as opened:
        yield opened


@pytest.fixture
def number(services: Services) -> int:
    """A workshop here, with something of everything and no vote left open."""
    return live(services, replace(EVERYTHING, left_open=[]))


@pytest.fixture
def there(services: Services, other: Services, number: int, tmp_path: Path) -> int:
    """The same workshop on the other laptop."""
    path = tmp_path / "sent.lqfworkshop"
    services.files.write(number, path)
    return other.files.take_in(other.files.look(path), How.NEW)


def sent_back(other: Services, there: int, services: Services, folder: Path) -> FileLook:
    path = folder / "back.lqfworkshop"
    other.files.write(there, path)
    return services.files.look(path)


def step_of(services: Services, number: int, kind: StepKind) -> int:
    return next(s.id for s in services.workshops.steps(number) if s.plan.kind is kind)


def test_both_go_on_and_nothing_of_either_is_lost(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    rate(other, there, "WO", 4, 4, 5, 5, 5)
    action = other.meetings.read(there).actions[0]
    other.follow_up.say(action.id, "Nights have begun", None)
    other.actions.draft(there, Source(SourceKind.DIMENSION, "WO"), "Thank the cooks")
    services.notes.add(number, NoteKind.WORD, "", "Hopeful")
    rate(services, number, "IS", 3, 3, 3, 2, 4)
    before = services.meetings.read(number)
    assert services.files.take_in(sent_back(other, there, services, tmp_path), How.MERGE) == number
    meeting = services.meetings.read(number)
    assert {note.text for note in meeting.notes} == {
        *(note.text for note in before.notes),
        "The car park floods",
    }
    assert meeting.revealed("WO")
    assert meeting.revealed("IS")
    assert [one.text.what for one in meeting.actions][-1] == "Thank the cooks"
    said = services.follow_up.progress(meeting.actions[0].id)
    assert [one.text for one in said] == ["Said 0", "Said 1", "Nights have begun"]


def test_what_is_here_keeps_its_number_and_what_never_leaves_stays(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    services.runs.start_timer(number, 300)
    before = services.meetings.read(number)
    services.files.take_in(sent_back(other, there, services, tmp_path), How.MERGE)
    meeting = services.meetings.read(number)
    assert meeting.steps == before.steps
    assert meeting.timer == before.timer
    assert meeting.at == before.at
    assert [run.id for run in meeting.activities] == [run.id for run in before.activities]
    assert [action.id for action in meeting.actions] == [action.id for action in before.actions]
    old = {note.id: note for note in before.notes}
    assert {note.id: note for note in meeting.notes if note.id in old} == old
    assert PRIVATE in [note.text for note in meeting.notes_of(NoteKind.PRIVATE)]
    assert services.phones.key_of(number) is not None
    assert [
        one.text for one in services.phones.waiting(number, SentKind.STRENGTH, "integrity")
    ] == [WAITING]


def test_a_phone_can_still_change_what_it_chose(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    phone = (1 << 61) + number
    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    services.files.take_in(sent_back(other, there, services, tmp_path), How.MERGE)
    assert services.meetings.read(number).poll(Poll.NEEDED) == {"insight": 1}
    services.phones.pick(number, "needed", phone, "integrity")
    assert services.meetings.read(number).poll(Poll.NEEDED) == {"integrity": 1}


def test_dots_that_the_room_has_not_seen_stay_here(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    step = step_of(services, number, StepKind.CARD)
    services.polls.show_dots(number, step, shown=False)
    dots = services.meetings.read(number).poll(Poll.DOTS)
    assert dots
    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    look = sent_back(other, there, services, tmp_path)
    services.files.take_in(look, How.MERGE)
    assert services.meetings.read(number).poll(Poll.DOTS) == dots


def test_one_undo_brings_back_every_row_and_redo_puts_together_again(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    def rows() -> Any:  # noqa: ANN401
        with services.desk.database.reading() as session:
            return rows_of(session, number)

    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    before = rows()
    services.files.take_in(sent_back(other, there, services, tmp_path), How.MERGE)
    after = rows()
    assert after != before
    for _again in range(2):
        assert services.journal.undo() == "bringing in a workshop"
        assert rows() == before
        services.journal.redo()
        assert rows() == after


def test_what_has_changed_since_it_was_compared_is_compared_again(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    look = sent_back(other, there, services, tmp_path)
    services.notes.add(number, NoteKind.PARKING, "", "Typed meanwhile")
    with pytest.raises(WorkshopProblem, match="has changed since"):
        services.files.take_in(look, How.MERGE)
    texts = [note.text for note in services.meetings.read(number).notes_of(NoteKind.PARKING)]
    assert "Typed meanwhile" in texts
    assert "The car park floods" not in texts


def test_nothing_is_put_together_while_people_vote_here(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    services.ratings.cast(number, "IS", 3)
    look = sent_back(other, there, services, tmp_path)
    with pytest.raises(WorkshopProblem, match="Reveal the vote first"):
        services.files.take_in(look, How.MERGE)
    assert services.ratings.reveal(number, "IS").voters == 1


def test_a_step_added_there_comes_in_between_and_moves_no_word(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    steps = other.workshops.steps(there)
    extra = replace(steps[0].plan, title="A walk outside")
    plans = [(s.id, s.plan) for s in steps]
    other.workshops.change_steps(there, [plans[0], (0, extra), *plans[1:]])
    before = services.meetings.read(number)
    services.files.take_in(sent_back(other, there, services, tmp_path), How.MERGE)
    meeting = services.meetings.read(number)
    assert [s.plan.title for s in meeting.steps][:3] == [
        before.steps[0].plan.title,
        "A walk outside",
        before.steps[1].plan.title,
    ]
    assert [s.id for s in meeting.steps if s.plan.title != "A walk outside"] == [
        s.id for s in before.steps
    ]
    assert meeting.notes == before.notes
    assert [(card.step_id, card.card) for card in meeting.cards] == [
        (card.step_id, card.card) for card in before.cards
    ]


def test_a_person_says_thing_by_thing_what_stays(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    rate(other, there, "IS", 4, 4, 5, 5, 5)
    rate(services, number, "IS", 3, 3, 3, 2, 4)
    look = sent_back(other, there, services, tmp_path)
    assert look.joined
    keeps = tuple(
        Keep.NEITHER if thing.part is FilePart.NOTES else Keep.FILE
        for thing in look.joined.differing
    )
    services.files.take_in(replace(look, keeps=keeps), How.MERGE)
    meeting = services.meetings.read(number)
    assert [one.tally.counts for one in meeting.revealed("IS")] == [(0, 0, 0, 2, 3)]
    assert "The car park floods" not in [note.text for note in meeting.notes]


def test_two_activities_added_at_the_same_place_both_stay(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    def add(at: Services, workshop: int, title: str, which: int) -> None:
        steps = at.workshops.steps(workshop)
        plan = replace(steps[0].plan, kind=StepKind.ACTIVITY, title=title)
        at.workshops.change_steps(workshop, [*((s.id, s.plan) for s in steps), (0, plan)])
        last = at.workshops.steps(workshop)[-1]
        activity = at.activities.choices()[which]
        run = at.activities.begin(workshop, last.id, activity)
        block = next(b for b in activity.blocks if not b.private and not b.fields[0].answers)
        at.activities.add(workshop, run, block.code, "", {block.fields[0].code: title})

    add(services, number, "A walk", 1)
    add(other, there, "A song", 2)
    services.files.take_in(sent_back(other, there, services, tmp_path), How.MERGE)
    meeting = services.meetings.read(number)
    assert [s.plan.title for s in meeting.steps][-2:] == ["A walk", "A song"]
    words = {
        text for run in meeting.activities for e in run.entries for text in e.words.values() if text
    }
    assert words >= {"A walk", "A song"}


def test_a_step_that_was_only_moved_is_one_step(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    steps = other.workshops.steps(there)
    plans = [(s.id, s.plan) for s in steps]
    other.workshops.change_steps(there, [plans[0], *plans[2:], plans[1]])
    before = services.meetings.read(number)
    look = sent_back(other, there, services, tmp_path)
    assert look.same
    services.files.take_in(look, How.MERGE)
    meeting = services.meetings.read(number)
    assert (meeting.steps, meeting.notes, meeting.cards) == (
        before.steps,
        before.notes,
        before.cards,
    )
    assert meeting.rounds == before.rounds
    assert [run.id for run in meeting.activities] == [run.id for run in before.activities]


def test_a_meeting_prepared_here_and_led_there_has_been_held(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = prepare(services)
    services.files.write(number, tmp_path / "plan.lqfworkshop")
    there = other.files.take_in(other.files.look(tmp_path / "plan.lqfworkshop"), How.NEW)
    begin(other, there)
    rate(other, there, "PQ", 3, 4, 4, 4, 5)
    other.runs.finish(there)
    look = sent_back(other, there, services, tmp_path)
    assert look.joined
    progress = [thing.of for thing in look.joined.differing].index("PROGRESS")
    assert usual(look.joined)[progress] is Keep.FILE
    assert usual(look.joined, clash=Keep.MINE)[progress] is Keep.MINE
    services.files.take_in(look, How.MERGE)
    assert services.meetings.read(number).workshop.state is WorkshopState.DONE


def test_a_meeting_that_was_ended_there_has_no_countdown_and_no_phones_here(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    services.runs.start_timer(number, 300)
    other.runs.finish(there)
    services.files.take_in(sent_back(other, there, services, tmp_path), How.MERGE)
    assert services.meetings.read(number).timer is None
    assert services.phones.key_of(number) is None


def test_undo_deletes_no_vote_that_was_revealed_since(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    other.notes.add(there, NoteKind.PARKING, "", "The car park floods")
    services.files.take_in(sent_back(other, there, services, tmp_path), How.MERGE)
    rate(services, number, "IS", 3, 3, 3, 2, 4)
    with pytest.raises(WorkshopProblem, match="since it was brought in"):
        services.journal.undo()
    assert services.meetings.read(number).revealed("IS")


def test_private_notes_of_one_step_become_one_and_only_once(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    step = step_of(other, there, StepKind.RATE)
    other.notes.keep_private(there, str(step), "From the other laptop")
    path = tmp_path / "private.lqfworkshop"
    other.files.write(there, path, private=True)
    for _again in range(2):
        services.files.take_in(services.files.look(path), How.MERGE)
        at_rating = str(step_of(services, number, StepKind.RATE))
        notes = services.meetings.read(number).notes_of(NoteKind.PRIVATE)
        texts = [note.text for note in notes if note.about == at_rating]
        assert texts == [f"{PRIVATE}\nFrom the other laptop"]


def test_dots_that_the_room_has_not_seen_are_not_told_while_comparing(
    services: Services, other: Services, number: int, there: int, tmp_path: Path
) -> None:
    step = step_of(services, number, StepKind.CARD)
    look = sent_back(other, there, services, tmp_path)
    services.polls.show_dots(number, step, shown=False)
    look = services.files.look(look.path)
    (dots,) = [one for one in look.sides if one.name.startswith("Dots")]
    assert dots.mine == "not shown to the room yet"
