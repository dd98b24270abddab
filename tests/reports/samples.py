"""Workshop summaries for the tests of paper: a real one, a long one, half-done, few, ugly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lqf_workshop.domain.action import Action, ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.action_plan import PlannedAction
from lqf_workshop.domain.activity import Takes
from lqf_workshop.domain.focus import placings
from lqf_workshop.domain.framework import Dimension, Element, Family, Idea, Scale, ScalePoint
from lqf_workshop.domain.rating import RevealedRound, Tally
from lqf_workshop.domain.subject import of_dimension, of_element, of_skill
from lqf_workshop.domain.summary import (
    ActivityNotes,
    CardNotes,
    PileNotes,
    PromptNotes,
    SkillsResult,
    StrengthCount,
    SubjectResult,
    TakeAway,
    WorkshopSummary,
)
from lqf_workshop.domain.workshop import Workshop, WorkshopId, WorkshopPlan, WorkshopState
from lqf_workshop.scenes.sources import source_words
from lqf_workshop.services.explored import filled_of
from tests.activity_answers import filled
from tests.builders import SHELF

HELD_ON = date(2026, 11, 25)
NAMES = {
    "PQ": ("Demonstrating personal qualities", "Personal qualities"),
    "WO": ("Working with others", "Working with others"),
    "MS": ("Managing services", "Managing services"),
    "IS": ("Improving services", "Improving services"),
    "SD": ("Setting direction", "Setting direction"),
    "CV": ("Creating the vision", "Creating the vision"),
    "DS": ("Delivering the strategy", "Delivering the strategy"),
}
SCALE = Scale(
    "team",
    "Team wording",
    1,
    "How far do we do this?",
    tuple(
        ScalePoint(word, "", "", n)
        for n, word in enumerate(("Not yet", "Starting", "Usually", "Reliably", "Leading"), 1)
    ),
    ScalePoint("Can’t see", "this from my role", ""),
)
FACT = (
    "One in four of the kettles in this test is warm at four in the morning: a figure made up "
    "for the tests. Checked on Friday 31 July 2026."
)


def dimension(code: str) -> Dimension:
    """Return a dimension as the classic edition names it."""
    return Dimension(code, *NAMES[code], code in ("CV", "DS"), "", "", "", "")


def result(
    code: str,
    *counts: tuple[int, ...],
    cant_see: int = 0,
    heard: tuple[str, ...] = (),
    expected: int = 11,
    voting: bool = False,
) -> SubjectResult:
    """Return a dimension with one revealed round for each of ``counts``."""
    rounds = tuple(
        RevealedRound(code, number, Tally(one, cant_see), expected)
        for number, one in enumerate(counts, 1)
    )
    return SubjectResult(of_dimension(dimension(code)), rounds, voting, heard)


def action(
    number: int, what: str, *, state: ActionState = ActionState.AGREED, **words: object
) -> Action:
    """Return an action; ``words`` are the fields of its text."""
    text = replace(ActionText(what=what), **words)  # type: ignore[arg-type]
    return Action(number, 1, text, state)


def blank(**changes: object) -> WorkshopSummary:
    """Return the summary of a workshop of eleven in which nothing has happened, with changes."""
    plan = WorkshopPlan(
        "Night team, Rowan House",
        HELD_ON,
        11,
        place="Dining room",
        facilitator="Sam Okafor",
        provider="Rowan House Care Ltd",
        dimensions=tuple(NAMES)[:5],
    )
    whole = WorkshopSummary(
        workshop=Workshop(WorkshopId(1), plan, 1, 60, WorkshopState.DONE),
        edition_name="Leadership Qualities Framework, classic edition",
        edition_complete=True,
        scale=SCALE,
        results=tuple(result(code) for code in tuple(NAMES)[:5]),
        placed=(),
        picks=(),
        cards=(),
        talks=(),
        strengths=(),
        stories=(),
        planned=(),
        last_actions=(),
        parking=(),
        confidence={},
        returned={},
        words=(),
        printed_on=HELD_ON,
    )
    if "actions" in changes:
        changes["planned"] = tuple(map(told, changes.pop("actions")))  # type: ignore[call-overload]
    return replace(whole, **changes)  # type: ignore[arg-type]


def told(action: Action) -> PlannedAction:
    """Return an action with the words for what it came from."""
    name = NAMES[action.source.code][1] if action.source.kind.rated else ""
    return PlannedAction(action, source_words(action.source, name))


def element(code: str, name: str, *counts: int) -> SubjectResult:
    """Return an element with one revealed round."""
    subject = of_element(Element(code, name, ""))
    return SubjectResult(subject, (RevealedRound(code, 1, Tally(counts), 14),), False, ())


SURENESS = Scale(
    "confidence",
    "Sureness",
    1,
    "How sure are we, on this issue?",
    tuple(
        ScalePoint(word, "", "", n)
        for n, word in enumerate(("Not sure", "A little", "Fairly sure", "Sure", "Very sure"), 1)
    ),
    ScalePoint("Can’t say", "", ""),
)


def skill(code: str, name: str, *counts: int) -> SubjectResult:
    """Return a skill with one revealed round."""
    subject = of_skill(Idea(code, Family.SKILL, name, "", "", "", 15), 7)
    return SubjectResult(subject, (RevealedRound(subject.code, 1, Tally(counts), 11),), False, ())


def closer() -> WorkshopSummary:
    """Return a meeting that looked closer: elements, role levels, exact words and skills."""
    whole = result("WO", (1, 4, 3, 5, 1), expected=14)
    shown = (("FW", Tally((1, 3, 2, 2, 0))), ("OL", Tally((0, 1, 1, 3, 1))))
    whole = replace(
        whole,
        rounds=(replace(whole.rounds[0], by_level=shown),),
        quotes=("Nights hear about changes last.",),
    )
    skills = (
        skill("be-strategic", "Be strategic", 1, 3, 4, 2, 1),
        skill("cope-with-uncertainty", "Cope with uncertainty", 3, 4, 2, 1, 1),
    )
    told = SkillsResult(
        "Skills dial",
        "The stairs and the kettle",
        skills,
        (skills[1].subject.code,),
        ("At handover one of us asks what we do not know.",),
    )
    return rated(
        whole,
        element("WO1", "Developing networks", 1, 3, 4, 4, 2),
        element("WO2", "Building and maintaining relationships", 0, 2, 3, 7, 2),
        element("WO3", "Encouraging contribution", 2, 6, 3, 3, 0),
        element("WO4", "Working within teams", 0, 1, 4, 7, 2),
        levels=(("FW", "Front-line worker"), ("OL", "Operational leader")),
        skills=(told,),
        sureness=SURENESS,
    )


def rated(*results: SubjectResult, **changes: object) -> WorkshopSummary:
    """Return a summary of these results, each placed on the grid."""
    rounds = tuple(one for r in results for one in r.rounds)
    return blank(results=results, placed=placings(rounds), **changes)


def planned(summary: WorkshopSummary, **changes: object) -> WorkshopSummary:
    """Return a summary whose plan has these changes, for example ``team``."""
    plan = replace(summary.workshop.plan, **changes)  # type: ignore[arg-type]
    return replace(summary, workshop=replace(summary.workshop, plan=plan))


def in_state(summary: WorkshopSummary, state: WorkshopState) -> WorkshopSummary:
    """Return a summary of a workshop in another state."""
    return replace(summary, workshop=replace(summary.workshop, state=state))


def real() -> WorkshopSummary:
    """Return what a night team of eleven brought home from an hour: about four pages."""
    return rated(
        result("PQ", (0, 1, 2, 7, 1)),
        result(
            "WO",
            (0, 4, 3, 3, 0),
            (0, 3, 1, 5, 1),
            cant_see=1,
            heard=(
                "Handover works when the same two people are on.",
                "Agency staff do not get the story, only the list.",
            ),
        ),
        result("MS", (2, 7, 2, 0, 0)),
        result("IS", (1, 4, 1, 4, 1)),
        result("SD", (1, 2, 5, 2, 0), cant_see=1),
        picks=("IS", "WO"),
        strengths=(
            StrengthCount("Courageous in conversations", 6, 1),
            StrengthCount("Listens before deciding", 4, 0),
            StrengthCount("Shares the reasons", 1, 5),
            StrengthCount("Keeps promises", 0, 2),
        ),
        stories=(
            "Somebody stayed on to explain a new inhaler to a son who was frightened.",
            "A cook noticed that Mr P had stopped asking for seconds, and said so.",
        ),
        last_actions=(
            replace(
                action(
                    11,
                    "Ring the day senior when a night plan changes",
                    state=ActionState.DONE,
                    owner="Night senior",
                    due=date(2026, 10, 30),
                ),
                happened="21 of 24 changes were rung through.",
                learnt="A call at 7.40 is heard; one at 7.55 is not.",
            ),
            replace(
                action(12, "Try a quiet tray", state=ActionState.GOING_ON, owner="Kitchen"),
                learnt="It needs a shelf by the lift.",
            ),
        ),
        cards=(stairs(),),
        talks=(("What else is on our minds?", ("Cover over Christmas.", "The broken hoist.")),),
        actions=(
            replace(
                action(
                    1,
                    "Write each night plan with the person.",
                    difference="Mrs B decides about her tea.",
                    owner="Senior on nights",
                    first_step="Ask Mrs B and her son what a good night looks like",
                    first_step_on=date(2026, 11, 30),
                    due=date(2026, 12, 18),
                    how_we_know="6 of 6 plans signed by the person",
                    baseline="0 of 6",
                    target="6 of 6",
                    review_on=date(2027, 1, 13),
                ),
                source=Source(SourceKind.CARD, "The stairs and the kettle"),
            ),
            replace(
                action(
                    2,
                    "Start handover with one question from nights.",
                    difference="Day staff know what kept someone awake.",
                    owner="Deputy",
                    first_step="Put the question on the handover sheet",
                    first_step_on=date(2026, 11, 26),
                    due=date(2027, 1, 8),
                    how_we_know="Asked on 20 of 28 days",
                ),
                source=Source(SourceKind.DIMENSION, "WO"),
            ),
            action(3, "Find out who holds the key to the clinic room", state=ActionState.DRAFT),
        ),
        parking=("Could nights have their own team meeting?", "Heating in the east corridor."),
        confidence={"5": 2, "4": 5, "3": 3, "2": 1},
        returned={"5": 4, "4": 5, "3": 2},
        words=("hopeful", "tired", "heard", "lighter", "hungry"),
    )


def stairs(notes: tuple[str, ...] = ()) -> CardNotes:
    """Return the card of the pictures, with two of its prompts answered."""
    return CardNotes(
        "The stairs and the kettle",
        "Mrs B, 84, makes her own tea at four in the morning and takes it up the stairs. Her son "
        "wants it stopped. She says it is the best part of her day. The night plan says "
        "“discourage”.",
        (FACT,),
        (
            PromptNotes(
                "Whose fear is the plan managing?",
                notes
                or (
                    "We think the night plan protects us more than her.",
                    "We will ask her what a good night looks like, with her son in the room.",
                ),
            ),
            PromptNotes("What would she notice if we got this right?", ("Her tea is hot.",)),
            PromptNotes("Who else should be asked?", ()),
        ),
    )


def explored(people: int = 5) -> WorkshopSummary:
    """Return a team that grouped its answers, gave dots, and filled in every activity."""
    classic, on_card = SHELF.edition("lqf-classic"), SHELF.card_activity()
    assert classic is not None
    assert on_card is not None
    runs = [replace(filled(a, people), step_id=n) for n, a in enumerate(SHELF.activities(), 1)]
    activities = tuple(
        ActivityNotes(
            run.step_id,
            run.activity.name,
            of_dimension(classic.dimension(run.activity.dimension)),
            run.card.title if run.card else "",
            filled_of(run),
            stopped=run.step_id == 1,
        )
        for run in runs
    )
    taken = tuple(
        TakeAway(takes, run.activity.name, lines)
        for takes in Takes
        for run in runs
        if takes is not Takes.NOTHING and (lines := run.taken(takes))
    )
    piles = (
        PileNotes("Ask her and her son", ("What is a good night?", "Who is afraid?"), 7, most=True),
        PileNotes("", ("A lamp that comes on by itself.",), 4),
        PileNotes("Plans on paper", ("Read it again.",), 0),
    )
    card = replace(
        stairs(),
        piles=piles,
        dotted=True,
        filled=filled_of(filled(on_card, people)),
        prompts=(PromptNotes("Whose fear is it?", ("Ours.",), 4), PromptNotes("Who else?", ())),
    )
    return replace(real(), cards=(card,), activities=activities, taken=taken)


WORDY = (
    "We came back to this three times. On a good shift two people know the person well enough to "
    "say yes without looking anything up, and on a thin shift nobody does, so the plan says no "
    "for them. Nobody wrote the plan to be unkind. It was written the week after a fall, when "
    "everyone was frightened, and it has not been read with her since."
)


def long() -> WorkshopSummary:
    """Return a full day of thirty people with every dimension and many words: about 12 pages."""
    wide = ((2, 6, 9, 10, 3), (1, 3, 9, 13, 4))
    results = tuple(
        result(code, *wide[: 1 + n % 2], heard=(WORDY, WORDY), expected=30)
        for n, code in enumerate(NAMES)
    )
    actions = tuple(
        action(
            n,
            f"Read plan number {n} again with the person it is about.",
            difference="She says yes or no to each line, and we write down which.",
            owner="Key worker",
            first_step="Ask when would be a good time",
            first_step_on=date(2026, 11, 26 + n % 4),
            due=date(2027, 1, 1 + n),
            how_we_know="Signed, and she can tell us one thing that is in it",
        )
        for n in range(1, 13)
    )
    return replace(
        planned(real(), headcount=30),
        results=results,
        placed=placings([one for r in results for one in r.rounds]),
        cards=tuple(replace(stairs((WORDY,) * 5), title=f"Card {n}") for n in range(1, 7)),
        stories=(WORDY,) * 4,
        talks=tuple((f"Talk {n}", (WORDY,) * 3) for n in range(1, 4)),
        planned=tuple(map(told, actions)),
        parking=(WORDY,) * 4,
    )


def half_done() -> WorkshopSummary:
    """Return a workshop at its third dimension, with a vote open that must not be seen."""
    results = (
        result("PQ", (0, 1, 2, 7, 1)),
        result("WO", (0, 4, 3, 4, 0), voting=True),
        result("MS", voting=True, heard=("Rota shocks are normal here.",)),
        result("IS"),
        result("SD"),
    )
    summary = rated(*results, printed_on=HELD_ON)
    return in_state(summary, WorkshopState.RUNNING)


def few() -> WorkshopSummary:
    """Return four people, who talk openly: no agreement is claimed and no promise made."""
    results = tuple(
        result(code, counts, expected=4)
        for code, counts in (("PQ", (0, 0, 2, 2, 0)), ("WO", (1, 0, 1, 1, 1)))
    )
    summary = rated(*results, picks=("WO",), parking=("Ask the night team too.",))
    return planned(summary, headcount=4)


def unanimous() -> WorkshopSummary:
    """Return a team that chose the same point, which tells everyone's vote."""
    return rated(result("PQ", (0, 0, 0, 11, 0)), result("WO", (0, 5, 6, 0, 0)))


HEBREW, ARABIC = "שלום לכולם", "السلام عليكم"
ACCENTS = "Zoe\u0301 n\u0303an\u0303du\u0301 Ł\u00f3d\u017a Nguy\u1ec5n"
ESCAPES = "<b>not bold</b> & <br/> &amp; </para>"


def ugly() -> WorkshopSummary:
    """Return what people really type: markup, emoji, four scripts, one endless word."""
    endless = "A" * 160
    notes = (
        ESCAPES,
        HEBREW,
        ARABIC,
        ACCENTS,
        "Great shift 🙂👍🏽 and 漢字 too",
        "First line\nsecond line\n\nfourth line",
        "हिन्दी में नाम: क्षत्रिय",
        "https://example.org/" + "a-very-long-path/" * 12,
        "x" * 400,
    )
    summary = rated(
        result("PQ", (0, 1, 2, 7, 1), heard=notes),
        picks=("PQ",),
        cards=(replace(stairs(notes), title=ESCAPES),),
        parking=notes,
        stories=notes,
        words=notes[:4],
        actions=(
            action(
                1,
                ESCAPES,
                owner=endless,
                difference=endless,
                first_step=HEBREW,
                how_we_know=ARABIC,
                due=HELD_ON,
            ),
            action(2, "🙂", owner=HEBREW),
        ),
    )
    return planned(summary, team=endless, provider=endless, place=HEBREW, facilitator=ESCAPES)
