"""Workshops with something of everything in them, for tests of files that hold a whole one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.follow_up import Look
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.rating import ANSWERS
from lqf_workshop.domain.subject import Depth, skill_code
from lqf_workshop.domain.text import has_words
from lqf_workshop.services.assembly import Services
from tests.builders import WHOLE_AGENDA, begin, day, plan, step

PRIVATE = "Only for me: watch the two at the back."
WAITING = "Words of a phone that nobody has let through"
SECRET_KEY = b"\x07seal of the cookies\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07"
WORDS = ["", "Nights wait until seven.", "أمل 👩🏾‍🦽 & <b>", "=1+1", "two\nlines", "Zoë’s “tea”"]
AGENDA = (*WHOLE_AGENDA, StepKind.ACTIVITY)
words = st.sampled_from(WORDS)


FROM_PQ = Source(SourceKind.DIMENSION, "PQ")


@dataclass(frozen=True)
class Agreed:
    """An action, what was said about it since, and what came of it."""

    text: ActionText
    state: ActionState
    said: tuple[tuple[str, Look | None], ...] = ()
    source: Source = FROM_PQ
    happened: str = ""
    learnt: str = ""


@dataclass(frozen=True)
class Story:
    """What happens in a workshop; every part of it may be empty."""

    team: str
    by_level: bool
    scale: str
    votes: dict[str, list[list[int]]]
    left_open: list[str]
    notes: list[tuple[NoteKind, str, bool]]
    actions: list[Agreed]
    hands: list[tuple[Poll, str, int]]
    card: bool
    dots_shown: bool
    activity: int
    goes_on: bool
    dropped: list[int]
    finished: bool


typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
days = st.none() | st.dates()
agreed = st.builds(
    Agreed,
    text=st.builds(
        ActionText,
        **dict.fromkeys(
            (
                "what",
                "difference",
                "owner",
                "helpers",
                "first_step",
                "how_we_know",
                "needs",
                "baseline",
                "target",
            ),
            words | typed,
        ),
        **dict.fromkeys(("first_step_on", "due", "review_on"), days),
        evidences=st.sampled_from(["", "cqc-2023/safe/safeguarding", "gone/line"]),
    ),
    state=st.sampled_from(ActionState),
    said=st.lists(
        st.tuples(typed.filter(has_words), st.sampled_from([None, *Look])), max_size=3
    ).map(tuple),
    source=st.builds(
        Source, st.sampled_from(SourceKind), st.sampled_from(["", "PQ", "MS1", "“x”"])
    ),
    happened=typed,
    learnt=typed,
)
rounds = st.lists(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=11), max_size=2)
stories = st.builds(
    Story,
    team=st.sampled_from(["Rowan House", "Équipe Ørsted", "فريق الليل", "A" * 160]),
    by_level=st.booleans(),
    scale=st.sampled_from(["team", "nhs-stages"]),
    votes=st.dictionaries(st.sampled_from(["PQ", "WO", "MS", "MS1", "skill"]), rounds, max_size=3),
    left_open=st.lists(st.sampled_from(["IS", "PQ", "skill"]), max_size=2, unique=True),
    notes=st.lists(st.tuples(st.sampled_from(NoteKind), words | typed, st.booleans()), max_size=6),
    actions=st.lists(agreed, max_size=3),
    hands=st.lists(
        st.tuples(
            st.sampled_from([Poll.CONFIDENCE, Poll.RETURN, Poll.SPOTTED, Poll.FELT]),
            st.sampled_from(["1", "5", "integrity", "WO:better"]),
            st.integers(1, 9),
        ),
        max_size=4,
    ),
    card=st.booleans(),
    dots_shown=st.booleans(),
    activity=st.integers(-1, 30),
    goes_on=st.booleans(),
    dropped=st.lists(st.integers(0, len(AGENDA) - 1), max_size=2, unique=True),
    finished=st.booleans(),
)
ASKED = ActionText(
    owner="The night lead",
    first_step="Ring the pharmacy",
    first_step_on=day(3),
    due=day(20),
    how_we_know="Nobody waits",
    review_on=day(40),
)
EVERYTHING = Story(
    team="Rowan House",
    by_level=True,
    scale="nhs-stages",
    votes={"PQ": [[3, 4, 4, 0], [4, 4, 5]], "MS1": [[2, 2, 5]], "skill": [[3, 3, 4]]},
    left_open=["IS"],
    notes=[(kind, f"Note of kind {kind.value}", kind is not NoteKind.PARKING) for kind in NoteKind],
    actions=[
        Agreed(
            replace(ASKED, what="Ask nights first"),
            ActionState.GOING_ON,
            (("Said 0", Look.STARTED), ("Said 1", None)),
            happened="It began.",
            learnt="Ask first.",
        ),
        Agreed(replace(ASKED, what="=HYPERLINK(1)"), ActionState.DRAFT),
    ],
    hands=[(Poll.CONFIDENCE, "4", 6), (Poll.SPOTTED, "integrity", 2)],
    card=True,
    dots_shown=True,
    activity=0,
    goes_on=True,
    dropped=[],
    finished=False,
)


def live(services: Services, story: Story) -> int:
    """Hold a workshop through the services that a facilitator uses; return its number."""
    whole = plan(
        story.team,
        facilitator="Sam",
        provider="Oak Care",
        by_level=story.by_level,
        scale_code=story.scale,
        dimensions=("PQ", "WO", "MS", "IS"),
        depths={"MS": Depth.BOTH},
        role_mix={"FW": 6, "SL": 2},
    )
    number = services.workshops.prepare(whole, tuple(step(kind) for kind in AGENDA))
    begin(services, number)
    services.phones.keep_key(number, SECRET_KEY, "KQXM")
    steps = {s.plan.kind: s.id for s in services.workshops.steps(number)}
    _vote(services, number, story, steps)
    _write(services, number, story, steps)
    _agree(services, number, story)
    for poll, answer, count in story.hands:
        services.polls.count(number, poll, answer, by=count)
    services.phones.pick(number, "needed", (1 << 61) + number, "insight")
    services.phones.write(number, "strength", "integrity", (1 << 60) + number, WAITING)
    services.trends.say_same_people(number, 7)
    _drop(services, number, story)
    if story.finished:
        services.runs.finish(number)
    return number


def _vote(services: Services, number: int, story: Story, steps: dict[StepKind, int]) -> None:
    skill = skill_code(services.meetings.read(number).skills[0].code, steps[StepKind.SKILLS])
    for subject, votes in story.votes.items():
        code = skill if subject == "skill" else subject
        for answers in votes:
            for place, answer in enumerate(answers):
                level = ("FW", "SL")[place % 2] if story.by_level else ""
                services.ratings.cast(number, code, answer, level)
            services.ratings.reveal(number, code)
    for subject in story.left_open:
        code = skill if subject == "skill" else subject
        if len(story.votes.get(subject, [])) < 2:
            services.ratings.cast(number, code, 5)
            services.ratings.count_hands(number, code, 1, by=2)
    services.runs.pick(number, "WO")


def _write(services: Services, number: int, story: Story, steps: dict[StepKind, int]) -> None:
    deck = services.cards.deck()
    card = deck.cards[3]
    if story.card:
        services.cards.lay(number, steps[StepKind.CARD], card)
    services.notes.keep_private(number, str(steps[StepKind.RATE]), PRIVATE)
    about = {
        NoteKind.CARD: f"{card.code}/1",
        NoteKind.HEARD: "PQ",
        NoteKind.QUOTE: "MS1",
        NoteKind.STRENGTH: "integrity",
        NoteKind.TALK: str(steps[StepKind.TALK]),
        NoteKind.PLEDGE: str(steps[StepKind.SKILLS]),
        NoteKind.PRIVATE: str(steps[StepKind.TALK]),
    }
    answers = []
    for kind, text, shown in story.notes:
        note = services.notes.add(number, kind, about.get(kind, ""), text, shown=shown)
        answers += [note] if kind is NoteKind.CARD else []
    if answers and story.card:
        services.notes.put_on_pile(number, answers[0], "Nights")
        services.polls.count_dots(number, steps[StepKind.CARD], answers, by=2)
        services.polls.show_dots(number, steps[StepKind.CARD], shown=story.dots_shown)
    activities = services.activities.choices()
    if 0 <= story.activity < len(activities):
        activity = activities[story.activity]
        at = steps[StepKind.ACTIVITY]
        if story.goes_on:
            run = _gone_on(services, number, at, activity)
        else:
            run = services.activities.begin(number, at, activity, card if story.card else None)
        block = next(b for b in activity.blocks if not b.private and not b.fields[0].answers)
        services.activities.add(number, run, block.code, "", {block.fields[0].code: ""})


def _gone_on(services: Services, number: int, at: int, activity: Activity) -> int:
    """Take up an activity of an earlier workshop, which is in no library afterwards."""
    plan_then = replace(services.workshops.workshop(number).plan, held_on=day(-30))
    earlier = services.workshops.prepare(plan_then, (step(StepKind.ACTIVITY),))
    (then,) = services.workshops.steps(earlier)
    begun = services.activities.begin(earlier, then.id, activity)
    run = services.activities.take_up(number, at, begun)
    services.workshops.delete(earlier)
    return run


def _agree(services: Services, number: int, story: Story) -> None:
    for one in story.actions:
        action = services.actions.draft(number, one.source, one.text.what)
        services.actions.write(action, one.text)
        if one.state is not ActionState.DRAFT:
            services.actions.set_state(action, one.state)
        for text, look in one.said:
            services.follow_up.say(action, text, look)
        if one.happened or one.learnt:
            services.actions.tell(action, happened=one.happened, learnt=one.learnt)


def _drop(services: Services, number: int, story: Story) -> None:
    """Take some steps off the agenda; what belongs to them belongs nowhere then."""
    steps = services.workshops.steps(number)
    kept = [s for n, s in enumerate(steps) if n not in story.dropped]
    kept.reverse()
    services.workshops.change_steps(number, [(s.id, replace(s.plan)) for s in kept])
