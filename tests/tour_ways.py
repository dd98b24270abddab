"""The parts of the tour that one ordinary workshop does not meet.

Every way to vote, phones and their way in, results by role, the skills dial, a few people
only, last time's actions, a running timer, paper to vote on, and the help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Cover, Meeting, NoteKind, Part
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.workshop import WorkshopId, WorkshopPlan
from lqf_workshop_ui.console.phones.addresses import Adapter
from lqf_workshop_ui.console.phones.dialog import PhonesDialog
from lqf_workshop_ui.console.vote_panel import VotePanel

if TYPE_CHECKING:
    from tests.tour import Walk

ADAPTERS = [
    Adapter("127.0.0.1", "Wi-Fi", "Wi-Fi", 4),
    Adapter("10.0.0.4", "Ethernet 2", "cable", 3),
]
VOTES_BY_ROLE = {"FW": (2, 3, 3, 4, 2, 3, 2), "FL": (4, 4, 3, 5, 4)}
COMMENTS = (
    "Nights hear about changes last.",
    "Handover is better since spring.",
    "We ask families, but late.",
)


def walk_ways(walk: Walk) -> None:
    """Photograph what only some teams meet, each in a workshop made for it."""
    by_role(walk)
    skills(walk)
    few(walk)
    with_last_time(walk)


def by_role(walk: Walk) -> None:
    """Four ways into one vote, phones and their way in, and the result by role."""
    made = open_workshop(
        walk,
        "60-minute workshop",
        "Day team, Alder Grange",
        14,
        dimensions=("PQ", "WO", "IS"),
        depths={"PQ": Depth.BOTH},
        role_mix={"FW": 8, "FL": 5, "OL": 1},
        by_level=True,
        comments=True,
    )
    go(walk, made, Part.MEANING, "PQ")
    walk.window.room.turn(1)
    walk.photograph("what-good-looks-like", room=True)
    go(walk, made, Part.VOTE, "PQ")
    four_ways(walk)
    phones_on(walk)
    result_by_role(walk, made)
    walk.window.console.leave()
    walk.settle(100)


def four_ways(walk: Walk) -> None:
    """What the facilitator has for each way to vote, and the choice of papers."""
    panel = walk.window.console.panels.panel
    assert isinstance(panel, VotePanel)
    walk.photograph("vote-hands-by-role", room=True)
    panel.ways.buttons["slips"].click()
    walk.photograph("vote-slips")
    panel.slips.print_button.click()
    walk.settle(1500)
    paper = open_dialog()
    walk.photograph("vote-slips-paper", paper)
    paper.reject()
    panel.ways.buttons["laptop"].click()
    walk.photograph("vote-laptop")
    panel.ways.buttons["phones"].click()
    walk.photograph("vote-phones-off")


def phones_on(walk: Walk) -> None:
    """The dialog before and after, the vote with its way in, and the slide for all."""
    console = walk.window.console
    dialog = PhonesDialog(console.phones.link, ADAPTERS, walk.window)
    dialog.open()
    walk.photograph("phones-off", dialog)
    console.phones.switch_on("127.0.0.1")
    for _try in range(200):
        if console.phones.link.door is not None:
            break
        walk.settle(50)
    assert console.phones.link.door is not None
    walk.photograph("phones-on", dialog)
    dialog.close()
    walk.photograph("vote-phones-on", room=True)
    walk.key("J")
    walk.photograph("way-in", room=True)
    walk.key("J")


def result_by_role(walk: Walk, made: WorkshopId) -> None:
    """A result with comments that wait, by role, and the vote on an element after it."""
    services = walk.app.services
    for level, answers in VOTES_BY_ROLE.items():
        for answer in answers:
            services.ratings.cast(made, "PQ", answer, level)
    for number, text in enumerate(COMMENTS):
        services.phones.write(made, "comment", "PQ/1", 1000 + number, text)
    walk.key("R")
    walk.settle(500)
    walk.photograph("result-with-comments", room=True)
    go(walk, made, Part.LEVELS, "PQ")
    walk.photograph("result-by-role", room=True)
    element = meeting_of(walk, made).edition.dimension("PQ").elements[0].code
    go(walk, made, Part.VOTE, element)
    walk.photograph("vote-on-an-element", room=True)


def skills(walk: Walk) -> None:
    """How sure a team is of five skills on one issue, and what it will practise."""
    made = open_workshop(walk, "One-issue clinic", "Seniors, Curlew Lodge", 9)
    services = walk.app.services
    found = meeting_of(walk, made)
    step = next(s for s in found.steps if s.plan.kind is StepKind.SKILLS)
    for number, skill in enumerate(found.skills_of(step.id)):
        for vote in range(9):
            services.ratings.cast(made, skill.code, 1 + (vote * (number + 2)) % 4)
        go(walk, made, Part.VOTE, skill.code)
        if number == 0:
            walk.photograph("skill-vote", room=True)
        services.ratings.reveal(made, skill.code)
    services.notes.add(
        made, NoteKind.PLEDGE, str(step.id), "Each senior asks one why at handover.", shown=True
    )
    go(walk, made, Part.LOWEST)
    walk.photograph("skills", room=True)
    walk.window.console.leave()
    walk.settle(100)


def few(walk: Walk) -> None:
    """Four people, to whom no secrecy is promised; a talk with its timer; the help."""
    made = open_workshop(walk, "Ratings only", "Kitchen, Elder Bank", 4)
    found = meeting_of(walk, made)
    if any(stop.part is Part.VOTE for stop in found.stops()):
        go(walk, made, Part.VOTE)
        walk.photograph("vote-of-four", room=True)
    walk.key("T")
    walk.settle(1200)
    walk.photograph("timer-running", room=True)
    QTest.keyClick(walk.window, Qt.Key.Key_F1)
    walk.settle(100)
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            walk.photograph("help", dialog)
            dialog.reject()
    walk.window.console.leave()
    walk.settle(100)


def with_last_time(walk: Walk) -> None:
    """A team that agreed something before meets it first."""
    services = walk.app.services
    for line in services.lists.workshops(50):
        if line.state.value == "done" and line.actions_open:
            made = open_workshop(walk, "Follow-up review", line.team, line.headcount)
            parts = [stop.part for stop in meeting_of(walk, made).stops()]
            if Part.ACTION in parts:
                go(walk, made, Part.ACTION)
                walk.photograph("last-time", room=True)
                walk.window.console.leave()
                walk.settle(100)
                return
            walk.window.console.leave()


def open_workshop(
    walk: Walk, template: str, team: str, headcount: int, **changes: object
) -> WorkshopId:
    """Prepare a workshop from a plan of that title and start it."""
    services = walk.app.services
    found = next(t for t in services.shelf.templates() if template in t.name)
    plan = WorkshopPlan(team, services.desk.today(), headcount, **changes)  # type: ignore[arg-type]
    made = services.workshops.from_template(plan, found)
    walk.window.run_workshop(made)
    walk.settle(250)
    services.runs.cover(made, Cover.NONE)
    return made


def meeting_of(walk: Walk, workshop_id: WorkshopId) -> Meeting:
    """Return the workshop as it is now."""
    return walk.app.services.meetings.read(workshop_id)


def go(walk: Walk, workshop_id: WorkshopId, part: Part, about: str = "") -> None:
    """Move to the first stop of a part."""
    stops = meeting_of(walk, workshop_id).stops()
    stop = next(s for s in stops if s.part is part and about in ("", s.about))
    walk.app.services.runs.go(workshop_id, stop)
    walk.settle(120)


def open_dialog() -> QDialog:
    """Return the dialog that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return found[-1]
