"""What the room sees of an activity: its question, and what the team has written."""

from __future__ import annotations

from lqf_workshop.domain.activity import ActivityRun, ActivityStep
from lqf_workshop.domain.canvas import Canvas, canvas_of
from lqf_workshop.domain.meeting import Meeting, Part, Stop
from lqf_workshop.scenes.scene import ActivityScene, Scene, TimerFace, WordsScene
from lqf_workshop.wording import _, minutes


def activity_scene(meeting: Meeting, stop: Stop, timer: TimerFace | None) -> Scene:
    """Return the scene of an activity's beginning, or of one of its steps."""
    run = meeting.run_at(stop.step_id)
    if run is None:
        step = next(s for s in meeting.steps if s.id == stop.step_id)
        purpose = (step.plan.purpose,) if step.plan.purpose else ()
        return WordsScene("", step.plan.title, purpose, timer=timer)
    step_now = run.activity.step(stop.about) if stop.part is Part.FILL else None
    if step_now is None:
        return beginning_scene(run, timer)
    return step_scene(run, step_now, timer)


def step_scene(run: ActivityRun, step_now: ActivityStep, timer: TimerFace | None = None) -> Scene:
    """Return the scene of one step of an activity, as it is filled in."""
    number = run.activity.steps.index(step_now) + 1
    return ActivityScene(
        run.activity.name,
        _("Step {0} of {1}").format(number, len(run.activity.steps)),
        step_now.question,
        step_now.line,
        run.card.title if run.card else "",
        tuple(_canvases(run, step_now)),
        quiet=any(block.private for block, _columns in run.activity.used(step_now)),
        timer=timer,
    )


def beginning_scene(run: ActivityRun, timer: TimerFace | None = None) -> WordsScene:
    """Return the scene that tells what an activity is for and how long it takes."""
    activity = run.activity
    lines = [activity.about]
    if run.card:
        lines.append(_("Our issue: {0}").format(run.card.title))
    lines.append(_("What we take away: {0}").format(activity.takeaway))
    return WordsScene(minutes(activity.minutes), activity.name, tuple(lines), timer=timer)


def _canvases(run: ActivityRun, step: ActivityStep) -> list[Canvas]:
    """A private block has no canvas at all; a held one waits for the facilitator's hand."""
    return [
        canvas_of(run, block, columns)
        for block, columns in run.activity.used(step)
        if run.tells(block)
    ]
