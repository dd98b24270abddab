"""The head of the centre column: which moment this is, in large words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.agenda import AgendaStep, StepKind
from lqf_workshop.domain.meeting import Meeting, Part, Stop
from lqf_workshop.scenes.rating import place_words, round_words
from lqf_workshop.scenes.scene import (
    ActivityScene,
    CardScene,
    DotsScene,
    EndScene,
    FocusScene,
    PilesScene,
    PollScene,
    Scene,
    StrengthsScene,
    WordsScene,
)
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.words import line, words

_SAYS_ITS_TITLE = (
    ActivityScene,
    WordsScene,
    StrengthsScene,
    PilesScene,
    DotsScene,
    PollScene,
    EndScene,
    FocusScene,
)
SUBJECT_PARTS = (Part.MEANING, Part.VOTE, Part.RESULT, Part.LEVELS)


class Title(QWidget):
    """A badge where the moment is about a dimension, a title, and the place in the step."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(14)
        self.badge = DimensionBadge("", "", looks, self)
        self.title = words("", "panel-title", self)
        self.place = line("", "muted", self)
        row.addWidget(self.badge)
        row.addWidget(self.title, 1)
        row.addWidget(self.place, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_stop(self, meeting: Meeting, stop: Stop) -> None:
        """Say where the meeting is."""
        step = next(s for s in meeting.steps if s.id == stop.step_id)
        about = stop.part in SUBJECT_PARTS
        self.badge.setVisible(about)
        if about:
            subject = meeting.subject(stop.about)
            self.badge.show_dimension(subject.mark, subject.name)
            self.title.setText(subject.name)
        else:
            self.title.setText(_title(meeting, step))
        self.place.setText(where(meeting, stop))


def _title(meeting: Meeting, step: AgendaStep) -> str:
    """Return what a step is called here: a chosen activity says more than its place in the plan."""
    run = meeting.run_at(step.id) if step.plan.kind is StepKind.ACTIVITY else None
    return run.activity.name if run else step.plan.title


def where(meeting: Meeting, stop: Stop) -> str:
    """Say where in its step a moment is, for example "2 of 5 · first vote"."""
    if stop.part in SUBJECT_PARTS:
        revealed = len(meeting.revealed(stop.about))
        number = revealed if stop.part in (Part.RESULT, Part.LEVELS) else revealed + 1
        moment = {Part.MEANING: _("what it means"), Part.LEVELS: _("by role")}.get(
            stop.part, round_words(number)
        )
        parts = [place_words(meeting, stop.about), moment]
        return " · ".join(p for p in parts if p)
    if stop.part is Part.PROMPT:
        drawn = meeting.drawn(stop.step_id)
        return _("Prompt {0} of {1}").format(
            stop.about, len(drawn.card.prompts) if drawn else stop.about
        )
    if stop.part in (Part.PILES, Part.DOTS):
        return _("Group the answers") if stop.part is Part.PILES else _("Give dots")
    stops = [s for s in meeting.stops() if s.step_id == stop.step_id]
    if len(stops) < 2 or stop not in stops:
        return ""
    return _("{0} of {1}").format(stops.index(stop) + 1, len(stops))


def next_words(meeting: Meeting, stop: Stop | None, scene: Scene | None) -> str:
    """Say in a few words what comes next; ``scene`` is what the room would see there."""
    if stop is None:
        return _("the end")
    if stop.part in SUBJECT_PARTS:
        name = meeting.subject(stop.about).short_name
        return {
            Part.MEANING: _("{0}, what it means"),
            Part.VOTE: _("{0}, the vote"),
            Part.RESULT: _("{0}, what we found"),
            Part.LEVELS: _("{0}, by role"),
        }[stop.part].format(name)
    if isinstance(scene, CardScene) and scene.prompt:
        return scene.prompt
    if isinstance(scene, _SAYS_ITS_TITLE):
        return scene.title
    return next(s.plan.title for s in meeting.steps if s.id == stop.step_id)
