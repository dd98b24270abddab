from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from lqf_workshop.domain.action import ActionState, SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.agreement import Spread, spread_of
from lqf_workshop.domain.disclosure import levels_to_show, open_mode
from lqf_workshop.domain.framework import NHS_SCALE, Family
from lqf_workshop.domain.meeting import Meeting, NoteKind, Poll
from lqf_workshop.domain.subject import Depth, skill_of
from lqf_workshop.domain.text import LINE_LIMIT
from lqf_workshop.domain.workshop import HEADCOUNT_ALLOWED, WorkshopState
from lqf_workshop.errors import LibraryProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.resource_files import resource
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.services.changes import Change
from lqf_workshop.services.sample import fill_with_sample, write_sample
from lqf_workshop.services.sample.words import all_words
from tests.builders import TODAY, FixedClock, marks_in_turn


@pytest.fixture(scope="module")
def two_hundred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample of two hundred workshops, written once."""
    path = tmp_path_factory.mktemp("sample") / "two-hundred.lqf"
    write_sample(path, 200, 1, clock=FixedClock())
    return path


@pytest.fixture(scope="module")
def meetings(two_hundred: Path) -> list[Meeting]:
    """All of them, read back."""
    return read_all(two_hundred)


def read_all(library: Path) -> list[Meeting]:
    services = open_services(library, clock=FixedClock(), read_only=True)
    try:
        return [services.meetings.read(line.id) for line in services.lists.workshops(1000)]
    finally:
        services.close()


def told(library: Path) -> list[object]:
    """Return everything that the lists and the summaries of a library say."""
    services = open_services(library, clock=FixedClock(), read_only=True)
    try:
        lines = services.lists.workshops(1000)
        return [*lines, *(services.summaries.gather(line.id) for line in lines)]
    finally:
        services.close()


def test_the_same_seed_on_the_same_day_tells_the_same_story(tmp_path: Path) -> None:
    for name, seed in (("one", 5), ("two", 5), ("three", 6)):
        with marks_in_turn():
            write_sample(tmp_path / name, 12, seed, clock=FixedClock())
    assert told(tmp_path / "one") == told(tmp_path / "two")
    assert read_all(tmp_path / "one") == read_all(tmp_path / "two")
    assert told(tmp_path / "one") != told(tmp_path / "three")


def test_meetings_lie_behind_today_but_for_a_few(meetings: list[Meeting]) -> None:
    days = {
        state: [m.workshop.plan.held_on - TODAY for m in meetings if m.workshop.state is state]
        for state in WorkshopState
    }
    assert len(days[WorkshopState.DONE]) > 170
    assert max(days[WorkshopState.DONE]) < timedelta()
    assert min(days[WorkshopState.DONE]) < timedelta(days=-700)
    assert set(days[WorkshopState.RUNNING]) == {timedelta()}
    assert 1 <= len(days[WorkshopState.RUNNING]) <= 2
    assert timedelta() < min(days[WorkshopState.PREPARED])
    assert max(days[WorkshopState.PREPARED]) < timedelta(days=60)


def test_teams_are_small_and_large_and_meet_again(meetings: list[Meeting]) -> None:
    sizes = [m.workshop.plan.headcount for m in meetings]
    assert set(sizes) <= set(HEADCOUNT_ALLOWED)
    assert min(sizes) == HEADCOUNT_ALLOWED.start
    assert max(sizes) > 25
    teams = Counter(m.workshop.plan.team for m in meetings)
    assert len(teams) > 30
    assert max(teams.values()) > 2


def test_every_agenda_and_edition_is_used(meetings: list[Meeting], shelf: Shelf) -> None:
    used = {
        tuple(s.plan.title for s in m.steps if s.plan.kind is not StepKind.LAST_ACTIONS)
        for m in meetings
    }
    for template in shelf.templates():
        steps = tuple(s.title for s in template.steps if s.kind is not StepKind.LAST_ACTIONS)
        assert steps in used, template.name
    editions = Counter(m.edition.code for m in meetings)
    assert editions["lqf-classic"] > 3 * editions["lqf-2026"] > 0


def test_votes_are_close_mixed_split_unanimous_and_taken_again(meetings: list[Meeting]) -> None:
    rounds = [r for m in meetings for r in m.rounds]
    assert {spread_of(r.tally) for r in rounds} == set(Spread)
    assert any(r.tally.unanimous for r in rounds)
    assert any(r.tally.cant_see for r in rounds)
    assert any(r.tally.voters < r.expected for r in rounds)
    assert all(r.tally.voters <= r.expected for r in rounds)
    both = [m.revealed(r.subject) for m in meetings for r in m.rounds if r.number == 2]
    assert both
    assert any(first.tally != second.tally for first, second in both)
    assert any(open_mode(m.workshop.expected_voters) and m.rounds for m in meetings)


def test_a_vote_is_under_way_and_no_other_ballot_is_left(
    meetings: list[Meeting], two_hundred: Path
) -> None:
    voting = [r for m in meetings for r in m.open_rounds]
    assert len(voting) == 1
    assert 0 < voting[0].voted < voting[0].expected
    with closing(sqlite3.connect(two_hundred)) as connection:
        ballots = connection.execute("SELECT count(*) FROM ballot").fetchone()[0]
        hands = connection.execute("SELECT coalesce(sum(count), 0) FROM hand_count").fetchone()[0]
    assert ballots + hands == voting[0].voted


def test_actions_are_in_every_state_and_come_back_at_the_next_meeting(
    meetings: list[Meeting],
) -> None:
    actions = [a for m in meetings for a in m.actions]
    assert {a.state for a in actions} == set(ActionState)
    assert {a.source.kind for a in actions} == set(SourceKind) - {SourceKind.PARKING}
    assert any(m.last_actions for m in meetings if m.workshop.state is WorkshopState.DONE)
    assert any(a.learnt and a.happened for a in actions if a.state is ActionState.DONE)
    for action in actions:
        if action.state is not ActionState.DRAFT:
            assert action.text.what
            assert action.text.owner
            assert action.text.due is not None


def test_meetings_that_are_over_have_picks_notes_cards_and_a_close(
    meetings: list[Meeting],
) -> None:
    over = [m for m in meetings if m.workshop.state is WorkshopState.DONE]
    assert all(s.visited and s.actual_seconds for m in over for s in m.steps)
    assert all(m.poll(Poll.CONFIDENCE) and m.poll(Poll.RETURN) for m in over)
    assert any(m.picks for m in over)
    assert any(m.cards for m in meetings if m.workshop.state is WorkshopState.PREPARED)
    kinds = {n.kind for m in over for n in m.notes}
    assert kinds == set(NoteKind)
    for meeting in over:
        for drawn in meeting.cards:
            notes = meeting.notes_of(NoteKind.CARD)
            assert any(n.about.startswith(f"{drawn.card.code}/") for n in notes)
    assert not any(n.shown for m in meetings for n in m.notes if n.kind is NoteKind.PRIVATE)


def test_every_team_that_dials_its_skills_has_an_issue_five_votes_and_one_pledge(
    meetings: list[Meeting],
) -> None:
    dials = [
        (m, s)
        for m in meetings
        for s in m.steps
        if s.plan.kind is StepKind.SKILLS and m.workshop.state is WorkshopState.DONE
    ]
    assert len(dials) > 10
    for meeting, step in dials:
        skills = meeting.skills_of(step.id)
        assert len(skills) == 5
        assert all(meeting.revealed(skill.code) for skill in skills)
        assert meeting.issue_of(step.id) is not None
        assert len(meeting.notes_of(NoteKind.PLEDGE, str(step.id))) == 1
    names = {skill.name for m, s in dials for skill in m.skills_of(s.id)}
    sources = [a.source for m in meetings for a in m.actions if a.source.kind is SourceKind.SKILL]
    assert sources
    assert {source.code for source in sources} <= names
    assert not any(skill_of(code) for m in meetings for code in m.picks)


def test_some_teams_look_closer_by_role_or_with_the_nhs_scale(meetings: list[Meeting]) -> None:
    plans = [m.workshop.plan for m in meetings]
    assert 0 < sum(p.scale_code == NHS_SCALE for p in plans) < len(plans) / 4
    assert any(p.by_level for p in plans)
    closer = [m for m in meetings if Depth.BOTH in m.workshop.plan.depths.values()]
    assert any(len(r.subject) > 2 and not skill_of(r.subject) for m in closer for r in m.rounds)
    told = [(m, r) for m in meetings for r in m.rounds if r.by_level]
    assert told
    for meeting, one in told:
        assert meeting.workshop.plan.by_level
        assert levels_to_show(one.tally, dict(one.by_level)) == dict(one.by_level)


def test_exact_words_stand_beside_what_was_heard(meetings: list[Meeting]) -> None:
    kinds = Counter(n.kind for m in meetings for n in m.notes)
    assert 0 < kinds[NoteKind.QUOTE] < kinds[NoteKind.HEARD]
    heard = all_words().voices.heard
    for meeting in meetings:
        for note in meeting.notes_of(NoteKind.QUOTE):
            assert note.text in (*heard[note.about].low, *heard[note.about].high)


@pytest.mark.parametrize("workshops", [1, 2, 3, 4, 5])
def test_a_small_sample_is_as_large_as_was_asked(
    workshops: int, services: Services, clock: FixedClock
) -> None:
    assert fill_with_sample(services, workshops, workshops) == workshops
    assert services.lists.count() == workshops


def test_the_first_twelve_show_what_the_app_can_do(tmp_path: Path) -> None:
    write_sample(tmp_path / "twelve", 12, 1, clock=FixedClock())
    twelve = read_all(tmp_path / "twelve")
    assert {m.workshop.state for m in twelve} == set(WorkshopState)
    assert {m.edition.code for m in twelve} == {"lqf-classic", "lqf-2026"}
    assert {a.state for m in twelve for a in m.actions} == set(ActionState)
    assert any(r.number == 2 for m in twelve for r in m.rounds)
    assert any(m.open_rounds for m in twelve)
    assert any(open_mode(m.workshop.expected_voters) for m in twelve)


def test_a_library_with_workshops_in_it_is_refused(services: Services, prepared: int) -> None:
    with pytest.raises(WorkshopProblem, match="empty library"):
        fill_with_sample(services, 3, 1)
    assert services.lists.count() == 1


@pytest.mark.parametrize("workshops", [0, -1, 10_001])
def test_an_impossible_number_is_refused(services: Services, workshops: int) -> None:
    with pytest.raises(WorkshopProblem, match="between 1 and"):
        fill_with_sample(services, workshops, 1)


def test_a_cancelled_sample_is_taken_out_again(services: Services, library: Path) -> None:
    seen: list[int] = []
    written = fill_with_sample(
        services, 12, 1, progress=seen.append, cancelled=lambda: len(seen) >= 3
    )
    assert (written, seen) == (0, [1, 2, 3])
    assert services.lists.count() == 0
    with closing(sqlite3.connect(library)) as connection:
        for table in ("step", "rating_round", "note", "action", "poll_count", "drawn_card"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


def test_a_cancelled_file_is_not_left_behind(library: Path) -> None:
    write_sample(library, 12, 1, cancelled=lambda: True)
    assert not library.exists()


def test_a_failing_sample_leaves_no_library_behind(library: Path) -> None:
    def fail(done: int) -> None:
        raise OSError("the disk has gone")

    with pytest.raises(OSError, match="gone"):
        write_sample(library, 12, 1, progress=fail)
    assert not library.exists()


def test_a_file_that_is_there_is_refused_and_stays_as_it_is(library: Path) -> None:
    library.write_text("Tea")
    with pytest.raises(LibraryProblem, match="there already"):
        write_sample(library, 1, 1)
    assert library.read_text() == "Tea"


def test_progress_counts_what_is_on_disk(services: Services) -> None:
    on_disk: list[tuple[int, int]] = []
    fill_with_sample(
        services, 4, 1, progress=lambda done: on_disk.append((done, services.lists.count()))
    )
    assert on_disk == [(n, n) for n in range(1, 5)]


def test_the_sample_is_announced_once_and_cannot_be_undone_bit_by_bit(
    services: Services,
) -> None:
    announced: list[Change] = []
    services.changes.subscribe(lambda change, _workshop: announced.append(change))
    fill_with_sample(services, 4, 1)
    assert announced == [Change.WORKSHOPS, Change.ACTIONS]
    assert services.journal.next_undo == ""


# --- The words it is made of -----------------------------------------------------------------


def test_there_are_words_for_every_card_dimension_and_attribute(shelf: Shelf) -> None:
    words = all_words()
    deck = shelf.deck()
    assert deck is not None
    for card in deck.cards:
        assert len(words.cards[card.code].notes) == len(card.prompts)
        assert all(words.cards[card.code].notes)
    for edition in shelf.editions():
        for dimension in edition.dimensions:
            assert words.voices.heard[dimension.code].low
            assert words.voices.heard[dimension.code].high
            assert any(a.dimension == dimension.code for a in words.actions)
    for idea in shelf.ideas(Family.ATTRIBUTE):
        assert words.voices.stories[idea.code]
    levels = {level.code for edition in shelf.editions() for level in edition.levels}
    for kind in words.teams.kinds:
        for team in kind.teams:
            assert HEADCOUNT_ALLOWED.start <= team.low <= team.high < HEADCOUNT_ALLOWED.stop
            assert set(team.mix) <= levels
            assert sum(team.mix.values()) <= 100
    assert {one.kind for one in words.teams.services} == {kind.code for kind in words.teams.kinds}


def texts() -> Iterator[str]:
    for name in ("actions", "cards", "teams", "voices"):
        text = resource("sample", f"{name}.toml").read_text("utf-8")
        yield from re.findall(r'"([^"\n]*)"', text)


def test_the_words_are_short_kind_and_name_nobody_who_is_supported() -> None:
    for text in texts():
        assert len(text) <= LINE_LIMIT, text
        assert not re.search(r"\b(Mr|Mrs|Miss|Ms)\b", text), text
        assert "'" not in text, text
        assert not re.search(r"(?i)\b(organiz|behavior|favorite|mom)\b", text), text
