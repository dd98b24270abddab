"""A workshop leaves as a file and comes in from one: whole, and only what may leave."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from sqlalchemy import func, select

from lqf_workshop.domain.action import ActionState
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.workshop_file import workshop_bytes
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.file_writing import file_of
from lqf_workshop.services.files import FileLook, How
from lqf_workshop.services.whole_rows import rows_of, tables_of_a_workshop
from lqf_workshop.storage.records import KeptEditionRecord, Record
from tests.builders import WITHOUT_SHRINKING, FixedClock, library_of, plan, prepare, rate
from tests.exchange.version_1 import as_version_1
from tests.services.whole_workshops import (
    EVERYTHING,
    PRIVATE,
    SECRET_KEY,
    WAITING,
    Story,
    live,
    stories,
)

DOCS = Path(__file__).parents[2] / "docs"
AWAY = {
    "workshop": {
        "id",
        "team_key",
        "minutes",
        "cover",
        "timer_total",
        "timer_left",
        "timer_ends_at",
        "counted_until",
        "phone_key",
        "room_code",
    },
    "step": {"id", "workshop_id", "position"},
    "rating_round": {"id", "workshop_id"},
    "ballot": {"id", "round_id", "answer", "level"},
    "hand_count": {"round_id", "level", "answer", "count"},
    "drawn_card": {"workshop_id", "card_code"},
    "note": {"id", "workshop_id"},
    "action": {"id", "workshop_id"},
    "action_progress": {"id", "action_id"},
    "poll_count": {"workshop_id"},
    "phone_pick": {"id", "workshop_id"},
    "phone_text": {"id", "workshop_id", "kind", "about", "text", "state"},
    "activity_run": {"id", "workshop_id", "activity_code", "activity_version"},
    "activity_entry": {"id", "run_id", "position"},
}
"""What of a workshop's tables is not in a file as such: a secret, a number, or told elsewhere."""
IN_THE_FILE = {
    "workshop": 24,
    "step": 7,
    "rating_round": 5,
    "ballot": 0,
    "hand_count": 0,
    "drawn_card": 6,
    "note": 5,
    "action": 20,
    "action_progress": 3,
    "poll_count": 3,
    "phone_pick": 2,
    "phone_text": 0,
    "activity_run": 6,
    "activity_entry": 3,
}


@pytest.fixture
def other(tmp_path: Path, empty_library: Path, shelf: Shelf, clock: FixedClock) -> Any:  # noqa: ANN401
    """Another laptop."""
    with library_of(empty_library, tmp_path / "other", shelf, clock) as opened:
        yield opened


def written(services: Services, number: int, folder: Path, *, private: bool = False) -> Path:
    path = folder / f"{number}.lqfworkshop"
    services.files.write(number, path, private=private)
    return path


def moved(services: Services, number: int, other: Services, folder: Path) -> tuple[int, FileLook]:
    look = other.files.look(written(services, number, folder))
    return other.files.take_in(look, How.NEW), look


def test_every_column_of_a_workshop_is_in_the_file_or_stays_for_a_reason() -> None:
    tables = tables_of_a_workshop()
    assert tables.keys() == AWAY.keys()
    found = {name: {column.name for column in table.c} for name, table in tables.items()}
    assert {name: len(found[name] - AWAY[name]) for name in AWAY} == IN_THE_FILE
    assert all(AWAY[name] <= found[name] for name in AWAY)


@settings(max_examples=12, phases=WITHOUT_SHRINKING)
@given(story=stories)
def test_a_workshop_that_went_to_another_laptop_leaves_it_with_the_same_bytes(
    empty_library: Path, tmp_path: Path, shelf: Shelf, story: Story
) -> None:
    first, second = tmp_path / "first.lqfworkshop", tmp_path / "second.lqfworkshop"
    with library_of(empty_library, tmp_path / "here", shelf) as here:
        with here.desk.database.together() as library:
            number = live(Services(Desk(library, clock=FixedClock()), shelf), story)
        here.files.write(number, first, private=True)
        summary = here.summaries.gather(number)
        assert here.files.look(first).same
    with library_of(empty_library, tmp_path / "there", shelf) as there:
        come = there.files.take_in(there.files.look(first), How.NEW)
        there.files.write(come, second, private=True)
        told = there.summaries.gather(come)
        there.check()
    assert first.read_bytes() == second.read_bytes()
    assert [(r.subject, r.rounds, r.heard) for r in told.rated] == [
        (r.subject, r.rounds, r.heard) for r in summary.rated
    ]
    assert [a.text for a in told.actions] == [a.text for a in summary.actions]
    assert (told.cards, told.taken, told.confidence) == (
        summary.cards,
        summary.taken,
        summary.confidence,
    )


def test_a_workshop_that_rates_one_element_alone_does_so_on_another_laptop(
    services: Services, other: Services, tmp_path: Path
) -> None:
    before = prepare(services, plan(dimensions=("WO",)))
    number = services.workshops.rate_again(before, "WO2")
    come, _look = moved(services, number, other, tmp_path)
    assert [one.code for one in other.meetings.read(come).rated] == ["WO2"]


@settings(max_examples=8, phases=WITHOUT_SHRINKING)
@given(story=stories)
def test_a_file_is_what_the_published_schema_says(
    empty_library: Path, tmp_path: Path, shelf: Shelf, story: Story
) -> None:
    published = json.loads((DOCS / "workshop-file.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(published)
    with library_of(empty_library, tmp_path / "here", shelf) as here:
        written_there = written(here, live(here, story), tmp_path, private=True)
    said = json.loads(written_there.read_text("utf-8"))
    reader = Draft202012Validator(published)
    assert [error.message for error in reader.iter_errors(said)] == []
    said["rounds"].append({"subject": "PQ"})
    assert not reader.is_valid(said)


def test_nothing_secret_private_or_waiting_is_in_a_file(services: Services, tmp_path: Path) -> None:
    number = live(services, EVERYTHING)
    content = written(services, number, tmp_path).read_bytes()
    for secret in (PRIVATE, WAITING, "KQXM", "Note of kind private"):
        assert secret.encode() not in content
    assert SECRET_KEY not in content
    file = services.files.look(tmp_path / f"{number}.lqfworkshop").file
    assert [p.subject for p in file.rounds if "@" not in p.subject] == ["PQ", "PQ", "MS1"]
    assert PRIVATE.encode() in written(services, number, tmp_path, private=True).read_bytes()


def test_a_vote_left_open_does_not_come_along(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = live(services, EVERYTHING)
    assert services.meetings.read(number).open_round("IS")
    come, _look = moved(services, number, other, tmp_path)
    assert other.meetings.read(come).open_rounds == ()
    with other.desk.database.reading() as session:
        for name in ("ballot", "hand_count", "phone_pick", "phone_text"):
            table = Record.metadata.tables[name]
            assert session.scalar(select(func.count()).select_from(table)) == 0


def test_dots_leave_the_laptop_once_the_room_has_seen_them(
    services: Services, other: Services, tmp_path: Path
) -> None:
    def dots(path: Path) -> list[int]:
        polls = services.files.look(path).file.polls
        return [one.count for one in polls if one.poll is Poll.DOTS]

    number = live(services, replace(EVERYTHING, dots_shown=False))
    meeting = services.meetings.read(number)
    assert sum(meeting.poll(Poll.DOTS).values()) == 2
    assert dots(written(services, number, tmp_path, private=True)) == []
    come, _look = moved(services, number, other, tmp_path)
    assert other.meetings.read(come).poll(Poll.DOTS) == {}
    step = next(s.id for s in meeting.steps if s.plan.kind is StepKind.CARD)
    answer = next(n.id for n in meeting.notes if n.kind is NoteKind.CARD)
    services.phones.pick(number, Poll.DOTS.value, 1 << 62, f"{step}/{answer}")
    assert dots(written(services, number, tmp_path)) == []
    services.polls.show_dots(number, step)
    assert dots(written(services, number, tmp_path)) == [3]
    services.polls.show_dots(number, step, shown=False)
    assert dots(written(services, number, tmp_path)) == []


def test_a_whole_workshop_has_hidden_dots_and_notes_for_oneself_but_no_open_vote(
    services: Services,
) -> None:
    number = live(services, replace(EVERYTHING, dots_shown=False))
    with services.desk.database.reading() as session:
        whole = file_of(session, number, whole=True)
        private = file_of(session, number, private=True)
    assert whole.private_notes
    assert PRIVATE in {note.text for note in whole.notes}
    more = {one.poll for one in whole.polls} - {one.poll for one in private.polls}
    assert more == {Poll.DOTS}
    assert msgspec.structs.replace(whole, polls=private.polls) == private


def test_looking_says_what_is_in_it_and_changes_nothing(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = live(services, EVERYTHING)
    before = other.desk.database.path.read_bytes()
    look = other.files.look(written(services, number, tmp_path))
    assert look.contents == ("3 votes", "1 card", "1 activity", "8 notes", "2 actions")
    assert (look.here, look.differences, look.same) == (0, (), False)
    assert other.desk.database.path.read_bytes() == before


def test_what_differs_is_said_in_plain_words(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = live(services, EVERYTHING)
    come, _look = moved(services, number, other, tmp_path)
    assert other.files.look(written(services, number, tmp_path)).same
    rate(services, number, "WO", 4, 4, 5)
    rate(services, number, "MS", 4, 4, 5)
    rate(services, number, "MS1", 4, 4, 5)
    first = services.meetings.read(number).actions[0]
    services.actions.set_state(first.id, ActionState.DONE)
    services.notes.add(number, NoteKind.PARKING, "", "The car park")
    other.notes.add(come, NoteKind.WORD, "", "Hopeful")
    plan = replace(services.workshops.workshop(number).plan, place="Library")
    services.workshops.change_plan(number, plan)
    look = other.files.look(written(services, number, tmp_path))
    assert [one.words for one in look.differences] == [
        "Plan: changed",
        "Votes: 2 more in the file, 1 changed",
        "Notes: 1 more in the file, 1 only here",
        "Actions: 1 changed",
    ]


def test_a_workshop_comes_in_once_and_again_only_as_a_copy(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = live(services, EVERYTHING)
    come, look = moved(services, number, other, tmp_path)
    with pytest.raises(WorkshopProblem, match="is here already"):
        other.files.take_in(look, How.NEW)
    copy = other.files.take_in(look, How.COPY)
    assert copy != come
    assert other.files.look(look.path).here == come
    assert other.files.take_in(look, How.KEEP_MINE) == 0
    assert other.lists.count() == 2


def marks(services: Services, number: int) -> list[str]:
    meeting = services.meetings.read(number)
    found = [action.mark for action in meeting.actions]
    return sorted([*found, *(run.mark for run in meeting.activities)])


def changed_file(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """Write a file as somebody would who opened it in an editor."""
    said = json.loads(path.read_text("utf-8"))
    change(said)
    other = path.with_name("changed.lqfworkshop")
    other.write_text(json.dumps(said), "utf-8")
    return other


def go_on_inside(file: dict[str, Any]) -> None:
    """Let the second activity of a file go on with the first."""
    first, second = file["activities"]
    second["continues"] = first["mark"]


def test_actions_and_activities_are_the_same_on_every_laptop_but_in_a_copy(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = live(services, EVERYTHING)
    come, look = moved(services, number, other, tmp_path)
    assert marks(other, come) == marks(services, number)
    assert len(marks(other, come)) == 4
    copy = other.files.take_in(look, How.COPY)
    assert not set(marks(other, copy)) & set(marks(other, come))
    rate(services, number, "WO", 4, 4, 5)
    other.files.take_in(other.files.look(written(services, number, tmp_path)), How.REPLACE)
    assert marks(other, come) == marks(services, number)


def test_an_activity_still_goes_on_with_the_one_it_went_on_with(
    services: Services, other: Services, tmp_path: Path
) -> None:
    path = changed_file(written(services, live(services, EVERYTHING), tmp_path), go_on_inside)
    for how in (How.NEW, How.COPY):
        come = other.files.take_in(other.files.look(path), how)
        first, second = other.meetings.read(come).activities
        assert second.continues == first.mark


def test_what_a_file_says_it_goes_on_with_need_not_be_here(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = live(services, EVERYTHING)
    come, look = moved(services, number, other, tmp_path)
    copy = other.files.take_in(look, How.COPY)
    ours, theirs, copied = (
        {run.activity.code: run.continues for run in at.meetings.read(n).activities}
        for at, n in ((services, number), (other, come), (other, copy))
    )
    assert ours == theirs == copied
    assert sorted(map(len, ours.values())) == [0, 16]


def test_a_file_that_was_copied_by_hand_takes_no_mark_from_another_workshop(
    services: Services, other: Services, tmp_path: Path
) -> None:
    def another(file: dict[str, Any]) -> None:
        go_on_inside(file)
        file["workshop"]["mark"] = "0123456789abcdef"
        file["actions"][0]["mark"] = "00000000000000aa"

    number = live(services, EVERYTHING)
    come, look = moved(services, number, other, tmp_path)
    before = marks(other, come)
    path = changed_file(look.path, another)
    second = other.files.take_in(other.files.look(path), How.NEW)
    assert marks(other, come) == before
    assert not set(marks(other, second)) & set(before)
    assert "00000000000000aa" in marks(other, second)
    first, follows = other.meetings.read(second).activities
    assert follows.continues == first.mark
    assert other.files.look(path).same
    other.files.take_in(other.files.look(path), How.REPLACE)
    assert not set(marks(other, second)) & set(before)


def test_a_file_of_version_1_comes_in_and_is_the_same_here_afterwards(
    services: Services, other: Services, tmp_path: Path
) -> None:
    path = written(services, live(services, EVERYTHING), tmp_path)
    path.write_text(json.dumps(as_version_1(json.loads(path.read_text("utf-8")))), "utf-8")
    come = other.files.take_in(other.files.look(path), How.NEW)
    assert services.files.look(path).same
    assert other.files.look(path).same
    assert marks(other, come) == sorted(other.files.look(path).file.marks)
    written(other, come, tmp_path)
    assert other.files.look(tmp_path / f"{come}.lqfworkshop").same


def test_replacing_keeps_the_number_the_phones_and_the_notes_for_oneself(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = live(services, EVERYTHING)
    come, _look = moved(services, number, other, tmp_path)
    other.phones.keep_key(come, b"k" * 32, "ABCD")
    steps = [step.id for step in other.workshops.steps(come)]
    other.notes.keep_private(come, str(steps[3]), "My own words")
    run = other.meetings.read(come).activities[0].id
    rate(services, number, "WO", 4, 4, 5)
    look = other.files.look(written(services, number, tmp_path))
    assert other.files.take_in(look, How.REPLACE) == come
    meeting = other.meetings.read(come)
    assert meeting.revealed("WO")
    assert [step.id for step in other.workshops.steps(come)] == steps
    assert meeting.activities[0].id == run
    assert [n.text for n in meeting.notes_of(NoteKind.PRIVATE)] == ["My own words"]
    assert meeting.notes_of(NoteKind.PRIVATE)[0].about == str(steps[3])
    assert other.phones.key_of(come) == (b"k" * 32, "ABCD")
    assert other.files.look(look.path).same


def test_bringing_in_is_undone_and_done_again_row_by_row(
    services: Services, other: Services, tmp_path: Path
) -> None:
    def rows() -> list[Any]:
        with other.desk.database.reading() as session:
            return [rows_of(session, line.id) for line in other.lists.workshops(9)]

    number = live(services, EVERYTHING)
    second = live(services, replace(EVERYTHING, team="Elder Bank"))
    looks = [other.files.look(written(services, n, tmp_path)) for n in (number, second)]
    other.files.take_in(looks[0], How.NEW)
    rate(services, number, "WO", 4, 4, 5)
    newer = other.files.look(written(services, number, tmp_path))
    before = rows()
    other.files.take_in_all([(newer, How.REPLACE), (looks[1], How.NEW), (looks[1], How.COPY)])
    after = rows()
    assert len(after) == 3
    for _again in range(2):
        assert other.journal.undo() == "bringing in workshops"
        assert rows() == before
        other.journal.redo()
        assert rows() == after
    other.journal.undo()
    assert other.journal.undo() == "bringing in a workshop"
    assert rows() == []


def test_all_files_come_in_or_none(services: Services, other: Services, tmp_path: Path) -> None:
    looks = [
        other.files.look(written(services, live(services, EVERYTHING), tmp_path)) for _n in range(2)
    ]
    with pytest.raises(WorkshopProblem, match="is here already"):
        other.files.take_in_all([(looks[0], How.NEW), (looks[1], How.NEW), (looks[0], How.NEW)])
    assert other.lists.count() == 0
    assert other.journal.next_undo == ""


def test_nothing_is_replaced_while_people_vote_here(
    services: Services, other: Services, tmp_path: Path
) -> None:
    number = live(services, EVERYTHING)
    come, look = moved(services, number, other, tmp_path)
    other.ratings.cast(come, "WO", 3)
    with pytest.raises(WorkshopProblem, match="Reveal the vote first"):
        other.files.take_in(look, How.REPLACE)
    with pytest.raises(WorkshopProblem, match="Reveal the vote first"):
        other.journal.undo()
    assert other.ratings.reveal(come, "WO").voters == 1


def test_replacing_what_is_gone_is_explained(
    services: Services, other: Services, tmp_path: Path
) -> None:
    come, look = moved(services, live(services, EVERYTHING), other, tmp_path)
    other.workshops.delete(come)
    with pytest.raises(WorkshopProblem, match="is gone"):
        other.files.take_in(look, How.REPLACE)


def test_whoever_listens_hears_of_every_part(
    services: Services, other: Services, tmp_path: Path
) -> None:
    heard: list[tuple[Change, int]] = []
    other.changes.subscribe(lambda change, number: heard.append((change, number)))
    come, _look = moved(services, live(services, EVERYTHING), other, tmp_path)
    assert {number for _change, number in heard} == {come}
    assert {change for change, _n in heard} == set(Change) - {
        Change.DECKS,
        Change.OWN_ACTIVITIES,
    }


def test_no_file_changes_the_words_of_a_framework_that_is_known_here(
    services: Services, other: Services, tmp_path: Path
) -> None:
    path = written(services, live(services, EVERYTHING), tmp_path)
    said = json.loads(path.read_text("utf-8"))
    said["edition"]["dimensions"][0]["plain"] = "Never complain."
    path.write_text(json.dumps(said), "utf-8")
    come = other.files.take_in(other.files.look(path), How.NEW)
    with other.desk.database.reading() as session:
        record = session.scalars(select(KeptEditionRecord)).one()
        assert "Never complain." not in json.dumps(record.words)
    assert other.meetings.read(come).rounds
    said["edition"]["dimensions"][0].update(code="ZZ", elements=[])
    said["workshop"].update(dimensions=["ZZ"], depths={}, picks=[])
    said["rounds"] = []
    path.write_text(json.dumps(said), "utf-8")
    with pytest.raises(WorkshopProblem, match="the framework does not have"):
        other.files.look(path)


def test_a_file_that_is_no_workshop_leaves_the_library_as_it_was(
    services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "wrong.lqfworkshop"
    path.write_text("{}")
    before = services.desk.database.path.read_bytes()
    with pytest.raises(WorkshopProblem, match="not a workshop"):
        services.files.look(path)
    assert services.desk.database.path.read_bytes() == before


def test_a_full_or_missing_folder_leaves_no_half_file(services: Services, tmp_path: Path) -> None:
    number = live(services, EVERYTHING)
    with pytest.raises(WorkshopProblem, match="not there any more"):
        services.files.write(number, tmp_path / "gone" / "a.lqfworkshop")
    assert not list(tmp_path.glob("*.lqfworkshop"))


def test_a_library_that_is_only_read_can_give_files(
    services: Services, tmp_path: Path, shelf: Shelf
) -> None:
    number = live(services, EVERYTHING)
    services.close()
    copy = tmp_path / "copy.lqf"
    shutil.copyfile(services.desk.database.path, copy)
    reading = open_services(copy, shelf, read_only=True)
    reading.files.write(number, tmp_path / "a.lqfworkshop")
    look = reading.files.look(tmp_path / "a.lqfworkshop")
    assert workshop_bytes(look.file) == look.path.read_bytes()
    reading.close()
