"""Which words of a step's script belong to which moment of it."""

from __future__ import annotations

from lqf_workshop.domain.action import Action, ActionState
from lqf_workshop.domain.agenda import AgendaStep, Script, StepKind
from lqf_workshop.domain.meeting import Meeting, Part, Stop


def script_at(meeting: Meeting, step: AgendaStep, stop: Stop) -> Script | None:
    """Return the words for a stop: an activity brings its own, all others stand in the plan."""
    run = meeting.run_at(step.id) if stop.part is Part.FILL else None
    now = run.activity.step(stop.about) if run else None
    return now.script if now else step.plan.script(moment_of(meeting, step.plan.kind, stop))


def moment_of(meeting: Meeting, kind: StepKind, stop: Stop) -> str:
    """Name the moment of a step whose script belongs to a stop; see ``StepPlan.script``."""
    if stop.part is Part.VOTE:
        return "second" if meeting.revealed(stop.about) else "vote"
    if stop.part is Part.RESULT:
        return "result" if kind is StepKind.FOCUS else "reveal"
    if stop.part is Part.LEVELS:
        return "levels"
    if stop.part is Part.MEANING:
        first = meeting.workshop.plan.dimensions[:1] == (stop.about,)
        return "start" if first else "meaning"
    if kind is StepKind.CARD and meeting.drawn(stop.step_id) is None:
        return "choose"
    if kind is StepKind.ACTIONS and any(being_written(a) for a in meeting.actions):
        return "form"
    return {
        Part.GRID: "pick" if meeting.picks else "start",
        Part.RULES: "rules",
        Part.STORED: "stored",
        Part.NEEDED: "needed",
        Part.PROMPT: "prompt",
        Part.PILES: "piles",
        Part.DOTS: "dots",
        Part.LOWEST: "lowest",
        Part.RETURN: "return",
        Part.WORD: "words",
        Part.END: "end",
    }.get(stop.part, "start")


def being_written(action: Action) -> bool:
    """Whether an action has words and is not agreed yet."""
    return action.state is ActionState.DRAFT and not action.text.empty
