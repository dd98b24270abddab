"""Walking through a meeting: every place can be reached, and every place leads back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.action import Action, ActionState, ActionText
from lqf_workshop.domain.agenda import AgendaStep, StepKind
from lqf_workshop.domain.framework import (
    Dimension,
    Element,
    Family,
    FrameworkEdition,
    Idea,
    ScalePoint,
)
from lqf_workshop.domain.meeting import (
    DrawnCard,
    Meeting,
    Note,
    NoteKind,
    Part,
    Poll,
    PollCount,
    Stop,
    Timer,
)
from lqf_workshop.domain.rating import OpenRound, RevealedRound, Tally
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.domain.subject import Depth, skill_code
from lqf_workshop.domain.workshop import Workshop, WorkshopId, WorkshopState
from tests.builders import MORNING, plan, step, tally

CODES = ("PQ", "WO", "MS", "IS")
ELEMENTS = {"PQ": (1, 2), "WO": (1, 2, 3), "MS": (1,), "IS": ()}
EDITION = FrameworkEdition(
    code="small",
    name="Small",
    edition="test",
    version=1,
    published="",
    complete=False,
    note="",
    source="",
    checked_on=date(2026, 7, 31),
    levels=(),
    scale=(),
    cant_see=ScalePoint("Can’t see", "", ""),
    dimensions=tuple(
        Dimension(code, code, code, False, "", "", "", "", elements)
        for code in CODES
        for elements in [tuple(Element(f"{code}{n}", "", "") for n in ELEMENTS[code])]
    ),
)
CARD = ScenarioCard(1, "card", "Card", "", (), (), (), ("Why?", "How?", "Who?"), "", "")
FOUND = tally(4, 4, 4, 5, 5)
SKILLS = tuple(
    Idea(code, Family.SKILL, code, "", "", "", 0) for code in ("be-strategic", "promote-learning")
)


def meeting(
    *kinds: StepKind,
    dimensions: tuple[str, ...] = CODES,
    depths: dict[str, Depth] | None = None,
) -> Meeting:
    chosen = plan(dimensions=dimensions, depths=depths or {})
    return Meeting(
        Workshop(WorkshopId(1), chosen, 1, 60, WorkshopState.RUNNING),
        EDITION,
        tuple(AgendaStep(10 + n, step(kind)) for n, kind in enumerate(kinds)),
        skills=SKILLS,
    )


def revealed(code: str, number: int = 1) -> RevealedRound:
    return RevealedRound(code, number, FOUND, 11)


def action(number: int) -> Action:
    return Action(number, 1, ActionText(what="Try"), ActionState.AGREED)


def parts(found: Meeting) -> list[tuple[Part, str]]:
    return [(stop.part, stop.about) for stop in found.stops()]


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    kinds = draw(st.lists(st.sampled_from(StepKind), max_size=9))
    dimensions = tuple(draw(st.lists(st.sampled_from(CODES), unique=True)))
    depths = {code: draw(st.sampled_from(Depth)) for code in dimensions}
    found = meeting(*kinds, dimensions=dimensions, depths=depths)
    dials = [s.id for s in found.steps if s.plan.kind is StepKind.SKILLS]
    subjects = [*found.rated, *(skill for dial in dials for skill in found.skills_of(dial))]
    opened: list[OpenRound] = []
    rounds: list[RevealedRound] = []
    for code in [subject.code for subject in subjects]:
        done = draw(st.integers(0, 2))
        rounds += [revealed(code, n + 1) for n in range(done)]
        if done < 2 and draw(st.booleans()):
            opened.append(OpenRound(code, done + 1, draw(st.integers(0, 11)), 11))
    cards = [s.id for s in found.steps if s.plan.kind is StepKind.CARD and draw(st.booleans())]
    picks = draw(st.lists(st.sampled_from(CODES), unique=True, max_size=2))
    return replace(
        found,
        open_rounds=tuple(opened),
        rounds=tuple(rounds),
        picks=tuple(code for code in picks if code in dimensions),
        cards=tuple(DrawnCard(number, CARD, DrawReason.CHOSEN) for number in cards),
        last_actions=tuple(action(n) for n in range(draw(st.integers(0, 3)))),
    )


anywhere = st.none() | st.builds(
    Stop,
    st.integers(9, 20),
    st.sampled_from(Part),
    st.sampled_from(["", "1", "2", "9", "PQ1", skill_code("be-strategic", 10), *CODES]),
)


@given(meetings())
def test_no_place_comes_twice_so_next_and_back_always_know_where_they_are(found: Meeting) -> None:
    assert len(set(found.stops())) == len(found.stops())


@given(meetings())
def test_walking_on_from_the_start_reaches_every_place_and_back_again(found: Meeting) -> None:
    stops = found.stops()
    walked = []
    for stop in stops:
        here = replace(found, at=stop).stop_now()
        assert here is not None
        walked.append(stops.index(here))
    assert walked == list(range(len(stops)))


@given(meetings())
def test_every_step_has_a_place_and_the_places_follow_the_agenda(found: Meeting) -> None:
    order = [stop.step_id for stop in found.stops()]
    assert list(dict.fromkeys(order)) == [s.id for s in found.steps]
    assert order == sorted(order)


@given(meetings(), anywhere)
def test_wherever_a_meeting_was_left_it_is_at_a_place_that_exists(
    found: Meeting, at: Stop | None
) -> None:
    now = replace(found, at=at).stop_now()
    assert now in found.stops() if found.stops() else now is None


@given(meetings(), anywhere)
def test_a_place_that_has_gone_is_looked_for_in_the_same_step_first(
    found: Meeting, at: Stop | None
) -> None:
    now = replace(found, at=at).stop_now()
    if at is not None and now is not None and any(s.id == at.step_id for s in found.steps):
        assert now.step_id == at.step_id


@given(meetings())
def test_a_result_has_a_place_exactly_when_something_was_revealed(found: Meeting) -> None:
    results = {stop.about for stop in found.stops() if stop.part is Part.RESULT}
    votes = {stop.about for stop in found.stops() if stop.part is Part.VOTE}
    assert results <= {one.subject for one in found.rounds}
    for code in votes:
        assert found.open_round(code) or not found.revealed(code)


def test_a_meeting_without_steps_is_nowhere() -> None:
    assert meeting().stop_now() is None


def test_a_meeting_not_begun_is_at_its_first_place() -> None:
    assert meeting(StepKind.BREAK, StepKind.CLOSE).stop_now() == Stop(10, Part.START)


def test_welcome_walks_through_rules_and_what_is_stored() -> None:
    assert parts(meeting(StepKind.WELCOME)) == [
        (Part.START, ""),
        (Part.RULES, ""),
        (Part.STORED, ""),
    ]


def test_rating_walks_from_meaning_to_vote_for_each_dimension() -> None:
    assert parts(meeting(StepKind.RATE, dimensions=("PQ", "WO"))) == [
        (Part.MEANING, "PQ"),
        (Part.VOTE, "PQ"),
        (Part.MEANING, "WO"),
        (Part.VOTE, "WO"),
    ]


def test_a_closer_look_walks_through_the_elements_under_one_meaning() -> None:
    depths = {"PQ": Depth.BOTH, "WO": Depth.ELEMENTS, "MS": Depth.WHOLE}
    found = meeting(StepKind.RATE, dimensions=("PQ", "WO", "MS"), depths=depths)
    assert parts(found) == [
        (Part.MEANING, "PQ"),
        (Part.VOTE, "PQ"),
        (Part.VOTE, "PQ1"),
        (Part.VOTE, "PQ2"),
        (Part.MEANING, "WO"),
        (Part.VOTE, "WO1"),
        (Part.VOTE, "WO2"),
        (Part.VOTE, "WO3"),
        (Part.MEANING, "MS"),
        (Part.VOTE, "MS"),
    ]


def test_a_dimension_without_elements_is_rated_as_a_whole_however_closely_it_was_asked() -> None:
    for depth in Depth:
        found = meeting(StepKind.RATE, dimensions=("IS",), depths={"IS": depth})
        assert parts(found) == [(Part.MEANING, "IS"), (Part.VOTE, "IS")]


def test_the_reveal_of_one_element_leaves_the_others_to_be_voted_on() -> None:
    found = meeting(StepKind.RATE, dimensions=("PQ",), depths={"PQ": Depth.BOTH})
    found = replace(found, at=Stop(10, Part.VOTE, "PQ1"), rounds=(revealed("PQ1"),))
    assert parts(found)[1:] == [(Part.VOTE, "PQ"), (Part.RESULT, "PQ1"), (Part.VOTE, "PQ2")]
    assert found.stop_now() == Stop(10, Part.RESULT, "PQ1")


def test_the_dial_goes_from_the_issue_through_each_skill_to_the_least_sure() -> None:
    found = meeting(StepKind.SKILLS)
    first, last = (skill.code for skill in found.skills_of(10))
    assert parts(found) == [
        (Part.START, ""),
        (Part.VOTE, first),
        (Part.VOTE, last),
        (Part.LOWEST, ""),
    ]
    assert parts(replace(found, rounds=(revealed(first),)))[1] == (Part.RESULT, first)


def test_two_dials_in_one_meeting_keep_their_votes_apart() -> None:
    found = meeting(StepKind.SKILLS, StepKind.SKILLS)
    found = replace(found, rounds=(revealed(skill_code("be-strategic", 10)),))
    assert [s.part for s in found.stops() if s.about == skill_code("be-strategic", 11)] == [
        Part.VOTE
    ]


def test_the_issue_of_a_dial_is_its_own_card_or_else_the_latest_before_it() -> None:
    found = meeting(StepKind.CARD, StepKind.CARD, StepKind.SKILLS, StepKind.CARD)
    on = {n: DrawnCard(n, CARD, DrawReason.CHOSEN) for n in (10, 11, 12, 13)}
    for laid, issue in (((13,), None), ((10, 13), 10), ((10, 11), 11), ((10, 11, 12), 12)):
        now = replace(found, cards=tuple(on[n] for n in laid))
        assert now.issue_of(12) == (on[issue] if issue else None)


def test_after_the_reveal_the_result_stands_in_place_of_the_vote() -> None:
    found = replace(meeting(StepKind.RATE, dimensions=("PQ",)), rounds=(revealed("PQ"),))
    assert parts(found) == [(Part.MEANING, "PQ"), (Part.RESULT, "PQ")]


def test_a_second_vote_comes_after_the_first_result() -> None:
    found = replace(
        meeting(StepKind.RATE, dimensions=("PQ",)),
        rounds=(revealed("PQ"),),
        open_rounds=(OpenRound("PQ", 2, 0, 11),),
    )
    assert parts(found) == [(Part.MEANING, "PQ"), (Part.RESULT, "PQ"), (Part.VOTE, "PQ")]


def test_at_the_reveal_a_meeting_goes_from_the_vote_to_its_result() -> None:
    at = Stop(10, Part.VOTE, "PQ")
    found = replace(meeting(StepKind.RATE), at=at, rounds=(revealed("PQ"),))
    assert found.stop_now() == Stop(10, Part.RESULT, "PQ")


def test_at_the_reveal_the_result_comes_before_its_role_levels() -> None:
    shown = replace(revealed("PQ"), by_level=(("FW", Tally((0, 1, 2, 3, 0))),))
    at = Stop(10, Part.VOTE, "PQ")
    found = replace(meeting(StepKind.RATE, dimensions=("PQ",)), at=at, rounds=(shown,))
    assert parts(found)[1:] == [(Part.RESULT, "PQ"), (Part.LEVELS, "PQ")]
    assert found.stop_now() == Stop(10, Part.RESULT, "PQ")


def test_when_a_pick_is_let_go_the_meeting_is_back_at_the_grid() -> None:
    found = replace(meeting(StepKind.FOCUS), at=Stop(10, Part.RESULT, "PQ"))
    assert found.stop_now() == Stop(10, Part.GRID)


def test_a_pick_can_be_voted_on_again_in_the_focus_step() -> None:
    found = replace(
        meeting(StepKind.FOCUS),
        picks=("PQ",),
        rounds=(revealed("PQ"),),
        open_rounds=(OpenRound("PQ", 2, 0, 11),),
    )
    assert parts(found) == [(Part.GRID, ""), (Part.RESULT, "PQ"), (Part.VOTE, "PQ")]


def test_rating_without_dimensions_is_one_place() -> None:
    assert parts(meeting(StepKind.RATE, dimensions=())) == [(Part.START, "")]


def test_last_actions_have_a_place_each() -> None:
    found = replace(meeting(StepKind.LAST_ACTIONS), last_actions=(action(7), action(9)))
    assert parts(found) == [(Part.ACTION, "7"), (Part.ACTION, "9")]


def test_no_last_actions_are_one_place() -> None:
    assert parts(meeting(StepKind.LAST_ACTIONS)) == [(Part.START, "")]


def test_a_card_shows_its_prompts_one_at_a_time() -> None:
    found = replace(meeting(StepKind.CARD), cards=(DrawnCard(10, CARD, DrawReason.CHOSEN),))
    assert parts(found) == [
        (Part.START, ""),
        (Part.PROMPT, "1"),
        (Part.PROMPT, "2"),
        (Part.PROMPT, "3"),
    ]


def test_a_card_step_without_a_card_is_one_place() -> None:
    assert parts(meeting(StepKind.CARD)) == [(Part.START, "")]


def test_rounds_of_a_dimension_come_first_vote_first() -> None:
    found = replace(meeting(), rounds=(revealed("PQ", 2), revealed("WO"), revealed("PQ")))
    assert [one.number for one in found.revealed("PQ")] == [1, 2]


def test_notes_are_found_by_kind_and_by_what_they_are_about() -> None:
    here = Note(1, NoteKind.HEARD, "PQ", "a", True)
    there = Note(2, NoteKind.HEARD, "WO", "b", True)
    other = Note(3, NoteKind.PRIVATE, "PQ", "c", False)
    found = replace(meeting(), notes=(here, there, other))
    assert found.notes_of(NoteKind.HEARD, "PQ") == (here,)
    assert found.notes_of(NoteKind.HEARD) == (here, there)


def test_a_poll_is_read_answer_by_answer() -> None:
    counts = (PollCount(Poll.RETURN, "4", 2), PollCount(Poll.CONFIDENCE, "4", 9))
    assert replace(meeting(), polls=counts).poll(Poll.RETURN) == {"4": 2}


def test_a_running_timer_counts_down_and_stops_at_nought() -> None:
    timer = Timer(120, MORNING + timedelta(seconds=120))
    moments = [MORNING + timedelta(seconds=s) for s in (0, 1, 119, 120, 500)]
    assert [timer.left(moment) for moment in moments] == [120, 119, 1, 0, 0]


def test_a_paused_timer_stands_still() -> None:
    timer = Timer(120, None, 45)
    assert not timer.running
    assert timer.left(MORNING + timedelta(hours=3)) == 45
