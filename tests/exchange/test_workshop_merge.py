"""Two states of one workshop become one: what was chosen stays, and nothing else is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.places import Places
from lqf_workshop.exchange.thing_words import told
from lqf_workshop.exchange.workshop_file import workshop_bytes
from lqf_workshop.exchange.workshop_joined import FilePart, Joined, Thing, joined
from lqf_workshop.exchange.workshop_merge import Keep, merged, usual, why_apart
from lqf_workshop.exchange.workshop_parts import StepPart, TallyPart, WorkshopFile
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.file_writing import file_of
from tests.builders import WITHOUT_SHRINKING, FixedClock, library_of
from tests.services.whole_workshops import EVERYTHING, Story, live, stories

NO_NAMES: dict[str, str] = {}


def files_of(folder: Path, empty: Path, shelf: Shelf, *told_of: Story) -> list[WorkshopFile]:
    """Return each story as a state of one workshop: the first as it is here, others as files."""
    found: list[WorkshopFile] = []
    with library_of(empty, folder, shelf) as services:
        for story in told_of:
            with services.desk.database.together() as library:
                number = live(Services(Desk(library, clock=FixedClock()), shelf), story)
            with services.desk.database.reading() as session:
                found.append(file_of(session, number, private=True, whole=not found))
    mark = found[0].workshop.mark
    return [
        msgspec.structs.replace(
            one, workshop=msgspec.structs.replace(one.workshop, mark=mark, last_seen=None)
        )
        for one in found
    ]


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, empty_library: Path, shelf: Shelf
) -> tuple[WorkshopFile, WorkshopFile]:
    """The same workshop as it was once and again."""
    folder = tmp_path_factory.mktemp("merge")
    ours, theirs = files_of(folder, empty_library, shelf, EVERYTHING, EVERYTHING)
    return ours, msgspec.structs.replace(
        theirs,
        actions=tuple(
            msgspec.structs.replace(theirs_one, mark=ours_one.mark)
            for ours_one, theirs_one in zip(ours.actions, theirs.actions, strict=True)
        ),
        activities=ours.activities,
    )


def one_side(both: Joined, side: Keep) -> list[Keep]:
    """Keep all that a side has, and nothing of the other."""
    return [
        side if (thing.mine if side is Keep.MINE else thing.theirs) is not None else Keep.NEITHER
        for thing in both.differing
    ]


def timeless(file: WorkshopFile) -> WorkshopFile:
    """Return a file without what two sides share, and with its votes in one order."""
    return msgspec.structs.replace(
        file,
        workshop=msgspec.structs.replace(file.workshop, at=None, last_seen=None),
        steps=tuple(msgspec.structs.replace(s, seconds=0, visited=False) for s in file.steps),
        rounds=tuple(sorted(file.rounds, key=lambda part: (part.subject, part.number))),
    )


def told_to_all(file: WorkshopFile) -> WorkshopFile:
    """Return a file without private notes: those of one step become one note."""
    told_notes = tuple(note for note in file.notes if note.kind is not NoteKind.PRIVATE)
    return msgspec.structs.replace(file, notes=told_notes)


def texts(file: WorkshopFile) -> Counter[str]:
    """Return every word that a team has written."""
    found = [note.text for note in file.notes if note.kind is not NoteKind.PRIVATE]
    for run in file.activities:
        found += [word for line in run.lines for word in line.words.values()]
    for action in file.actions:
        found += [action.what, *(said.text for said in action.progress)]
    return Counter(found)


@settings(max_examples=10, phases=WITHOUT_SHRINKING)
@given(one=stories, other=stories)
def test_the_laws_of_putting_together(
    empty_library: Path, tmp_path: Path, shelf: Shelf, one: Story, other: Story
) -> None:
    ours, theirs = files_of(tmp_path / "here", empty_library, shelf, one, other)
    side_by_side = joined(ours, theirs)
    assert len(told(side_by_side, NO_NAMES)) == len(side_by_side.differing)
    if ours.scale != theirs.scale:
        assert why_apart(ours, theirs)
        return
    mine = merged(side_by_side, one_side(side_by_side, Keep.MINE)).file
    assert timeless(mine) == timeless(ours)
    file = merged(side_by_side, one_side(side_by_side, Keep.FILE)).file
    assert joined(told_to_all(timeless(file)), told_to_all(timeless(theirs))).differing == ()
    together = merged(side_by_side, usual(side_by_side)).file
    assert {part.subject for part in together.rounds if "@" not in part.subject} == {
        part.subject for part in (*ours.rounds, *theirs.rounds) if "@" not in part.subject
    }
    assert texts(ours) <= texts(together)
    own = "\n".join(note.text for note in together.notes if note.kind is NoteKind.PRIVATE)
    assert all(
        note.text in own
        for file_of_one in (ours, theirs)
        for note in file_of_one.notes
        if note.kind is NoteKind.PRIVATE
    )
    left = joined(told_to_all(together), told_to_all(theirs)).differing
    assert all(thing.mine is not None for thing in left), "something of the file was lost"
    again = joined(together, together)
    assert again.differing == ()


def test_what_is_the_same_needs_no_choice(both: tuple[WorkshopFile, WorkshopFile]) -> None:
    ours, _theirs = both
    side_by_side = joined(ours, ours)
    assert side_by_side.differing == ()
    assert workshop_bytes(merged(side_by_side, ()).file) == workshop_bytes(ours)


def of_part(side_by_side: Joined, part: FilePart) -> Iterator[tuple[int, Thing[object]]]:
    for place, thing in enumerate(side_by_side.differing):
        if thing.part is part:
            yield place, thing


def test_a_step_that_was_left_out_stays_while_something_of_it_stays(
    both: tuple[WorkshopFile, WorkshopFile],
) -> None:
    ours, _theirs = both
    talk = next(n for n, s in enumerate(ours.steps, 1) if s.kind is StepKind.TALK)
    side_by_side = joined(ours, without_steps(ours))
    keeps = [
        Keep.NEITHER if thing.part is FilePart.AGENDA else keep
        for thing, keep in zip(side_by_side.differing, usual(side_by_side), strict=True)
    ]
    made = merged(side_by_side, keeps).file
    kept = [step.title for step in made.steps]
    assert ours.steps[talk - 1].title in kept, "the note of this step has nowhere to stand"
    assert texts(made) == texts(ours)
    assert len(made.steps) < len(ours.steps)


def without_steps(file: WorkshopFile) -> WorkshopFile:
    """Return the same meeting with an agenda of nothing, and nothing on it."""
    return msgspec.structs.replace(
        file,
        steps=(),
        cards=(),
        activities=(),
        notes=(),
        polls=(),
        rounds=tuple(part for part in file.rounds if "@" not in part.subject),
        workshop=msgspec.structs.replace(file.workshop, at=None),
    )


def test_two_votes_on_one_subject_are_never_mixed(
    both: tuple[WorkshopFile, WorkshopFile],
) -> None:
    ours, _theirs = both
    other = TallyPart(counts=(0, 0, 9, 0, 0), cant_see=0)
    voted = tuple(
        msgspec.structs.replace(part, total=other, by_level={}) if part.subject == "MS1" else part
        for part in ours.rounds
    )
    side_by_side = joined(ours, msgspec.structs.replace(ours, rounds=voted))
    assert [thing.of for thing in side_by_side.differing] == ["MS1"]
    for keep, expected in ((Keep.MINE, ours.rounds), (Keep.FILE, voted)):
        made = merged(side_by_side, [keep]).file
        assert sorted(map(str, made.rounds)) == sorted(map(str, expected))
    gone = merged(side_by_side, [Keep.NEITHER]).file
    assert "MS1" not in {part.subject for part in gone.rounds}


def test_steps_are_known_by_their_names_and_notes_follow_them(
    both: tuple[WorkshopFile, WorkshopFile],
) -> None:
    ours, _theirs = both
    extra = msgspec.structs.replace(ours.steps[0], title="A step that only the file has")
    theirs = msgspec.structs.replace(shifted(ours), steps=(extra, *ours.steps))
    side_by_side = joined(ours, theirs)
    assert [thing.part for thing in side_by_side.differing] == [FilePart.AGENDA]
    made = merged(side_by_side, usual(side_by_side)).file
    assert workshop_bytes(made) == workshop_bytes(theirs)
    assert workshop_bytes(merged(side_by_side, [Keep.NEITHER]).file) == workshop_bytes(ours)


def shifted(file: WorkshopFile) -> WorkshopFile:
    """Return a file whose content stands one step later, by changing nothing but numbers."""
    places = Places(
        {n: n + 1 for n in range(1, len(file.steps) + 1)},
        {n: n for n in range(1, len(file.notes) + 1)},
    )
    replace = msgspec.structs.replace
    at = file.workshop.at
    return replace(
        file,
        workshop=replace(file.workshop, at=at and replace(at, step=at.step + 1)),
        rounds=tuple(replace(r, subject=places.subject(r.subject)) for r in file.rounds),
        cards=tuple(replace(c, step=c.step + 1) for c in file.cards),
        notes=tuple(replace(n, about=places.about(n.kind, n.about)) for n in file.notes),
        activities=tuple(replace(a, step=a.step + 1) for a in file.activities),
        polls=tuple(replace(p, answer=places.answer(p.poll, p.answer)) for p in file.polls),
    )


def test_what_was_said_about_an_action_on_both_sides_is_all_kept(
    both: tuple[WorkshopFile, WorkshopFile],
) -> None:
    ours, theirs = both
    first = theirs.actions[0]
    more = msgspec.structs.replace(first.progress[-1], text="Said on the other laptop")
    changed = msgspec.structs.replace(first, owner="Jo", progress=(first.progress[0], more))
    theirs = msgspec.structs.replace(ours, actions=(changed, *theirs.actions[1:]))
    side_by_side = joined(ours, theirs)
    made = merged(side_by_side, usual(side_by_side, clash=Keep.FILE)).file
    assert made.actions[0].owner == "Jo"
    assert [one.text for one in made.actions[0].progress] == [
        "Said 0",
        "Said 1",
        "Said on the other laptop",
    ]
    names = [one.name for one in told(side_by_side, NO_NAMES)]
    assert names == ["Ask nights first", *["Said about: Ask nights first"] * 2]
    assert "Who: The night lead" in told(side_by_side, NO_NAMES)[0].mine


def test_too_many_lines_for_one_workshop_are_refused(
    both: tuple[WorkshopFile, WorkshopFile],
) -> None:
    ours, _theirs = both
    steps = tuple(
        StepPart(
            kind=StepKind.BREAK,
            title=f"Step {n}",
            minutes=5,
            purpose="",
            scripts={},
            seconds=0,
            visited=False,
        )
        for n in range(195)
    )
    theirs = msgspec.structs.replace(without_steps(ours), steps=steps)
    side_by_side = joined(ours, theirs)
    with pytest.raises(WorkshopProblem, match="does not make one workshop"):
        merged(side_by_side, usual(side_by_side))


def test_other_words_for_the_points_are_never_joined(
    both: tuple[WorkshopFile, WorkshopFile],
) -> None:
    ours, _theirs = both
    workshop = msgspec.structs.replace(ours.workshop, scale_code="team")
    theirs = msgspec.structs.replace(ours, scale=None, workshop=workshop)
    assert "other words" in why_apart(ours, theirs)
    with pytest.raises(WorkshopProblem, match="other words"):
        merged(joined(ours, theirs), usual(joined(ours, theirs)))
