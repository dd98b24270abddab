"""Action plans for the tests of paper: a usual one, and one of what people really type."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.action_plan import ActionPlan, PlannedAction
from lqf_workshop.domain.follow_up import Look, Progress
from lqf_workshop.reports.action_plan import write_action_plan
from lqf_workshop.reports.wall_poster import write_wall_poster
from tests.reports import samples

WORDS = (
    samples.ESCAPES,
    samples.HEBREW,
    samples.ARABIC,
    samples.ACCENTS,
    "Great shift \U0001f642 and 漢字 too",
    "zero\u200bwidth\u200djoined\ufeffwords",
    "हिन्दी में नाम: क्षत्रिय",
    "x" * 400,
)
"""What people really type, after the Big List of Naughty Strings."""


def planned(number: int = 1, *, state: ActionState = ActionState.GOING_ON) -> PlannedAction:
    """Return an action with every field filled in."""
    action = samples.action(
        number,
        f"Write night plan {number} with the person.",
        state=state,
        difference="She decides about her tea.",
        owner="Senior on nights",
        helpers="The cook, two bank colleagues",
        first_step="Ask her and her son what a good night looks like",
        first_step_on=date(2026, 11, 30),
        due=date(2026, 12, 18),
        how_we_know="6 of 6 plans signed",
        baseline="0 of 6",
        target="all six",
        needs="Twenty minutes at handover",
        review_on=date(2027, 1, 13),
    )
    action = replace(action, happened="Four were written.", learnt="Ask before supper.")
    return PlannedAction(
        action,
        "From the card “The stairs and the kettle”",
        "CQC 2023 · Well-led: Learning, improvement and innovation",
        (
            Progress(1, number, date(2026, 12, 9), "Two of six are written.", Look.STARTED),
            Progress(2, number, date(2027, 1, 3), "Four of six."),
        ),
    )


def plan(*actions: PlannedAction) -> ActionPlan:
    """Return the plan of a night team."""
    return ActionPlan(samples.real().workshop, actions, date(2027, 1, 4))


def typed(words: str) -> PlannedAction:
    """Return an action that has the same words in every field."""
    text = ActionText(
        what=words,
        difference=words,
        owner=words,
        helpers=words,
        first_step=words,
        how_we_know=words,
        baseline=words,
        target=words,
        needs=words,
        due=samples.HELD_ON,
    )
    one = planned()
    action = replace(one.action, text=text, happened=words, learnt=words)
    return replace(one, action=action, said=(Progress(1, 1, date(2026, 12, 9), words),))


def pdf_of(whole: ActionPlan, *, large: bool = False) -> bytes:
    """Return the plan's PDF."""
    file = BytesIO()
    write_action_plan(whole, file, large=large)
    return file.getvalue()


def poster_of(whole: ActionPlan) -> bytes:
    """Return the poster's PDF."""
    file = BytesIO()
    write_wall_poster(whole, file)
    return file.getvalue()
