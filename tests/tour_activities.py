"""Every activity, step by step: the console, the room's screen, and the paper.

Each is filled in as five people may; the pictures go to OUT/activities/, one name an activity.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from lqf_workshop.domain.activity import Activity, ActivityRun
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.reports.activity_sheet import write_activity, write_activity_guide
from tests.activity_answers import filled
from tests.tour import Walk, open_app
from tests.tour_ways import go, meeting_of, open_workshop

PEOPLE = 5
TEAM = "Day team, Alder Grange"


def walk_activities(out: Path, folder: Path) -> None:
    """Photograph every activity in a workshop of its own, as one team would fill it in."""
    running = open_app(folder, "activities")
    walk = Walk(running, out / "activities")
    running.window.show()
    walk.settle(200)
    made = open_workshop(walk, "One method", TEAM, 11)
    go(walk, made, Part.START)
    for activity in running.services.activities.choices():
        _fill(walk, made, activity)
        for number, step in enumerate(activity.steps, 1):
            go(walk, made, Part.FILL, step.code)
            walk.photograph(f"{activity.code}-{number}", room=True)
            for page in range(1, walk.window.room.pages):
                walk.window.room.turn(1)
                walk.photograph(f"{activity.code}-{number}-page-{page + 1}", room=True)
        _print(walk, made, activity)
    running.close()


def _fill(walk: Walk, made: WorkshopId, activity: Activity) -> None:
    """Bring the activity to the step, from the card it may start from, with a team's lines."""
    services = walk.app.services
    meeting = meeting_of(walk, made)
    step = next(s for s in meeting.steps if s.plan.kind is StepKind.ACTIVITY)
    answers = filled(activity, PEOPLE)
    number = services.activities.begin(made, step.id, activity, answers.card)
    for entry in answers.entries:
        words = {column: text.split(": ", 1)[-1] for column, text in entry.words.items()}
        services.activities.add(made, number, entry.block, entry.place, words)
    for block in answers.shown:
        services.activities.show(made, number, block, shown=True)


def _print(walk: Walk, made: WorkshopId, activity: Activity) -> None:
    """Write the filled and the empty sheet and the guide, and every page as a picture."""
    run = next(r for r in meeting_of(walk, made).activities if r.activity.code == activity.code)
    empty = ActivityRun(0, 0, activity, None)
    paper = walk.folder / f"{activity.code}-paper"
    write_activity(run, TEAM, paper.with_suffix(".filled.pdf"))
    write_activity(empty, "", paper.with_suffix(".blank.pdf"), blank=True)
    write_activity_guide(activity, paper.with_suffix(".guide.pdf"))
    for file in sorted(walk.folder.glob(f"{activity.code}-paper*.pdf")):
        with pypdfium2.PdfDocument(file) as document:
            for number, page in enumerate(document, 1):
                page.render(scale=1.2).to_pil().save(file.with_suffix(f".{number}.png"))
