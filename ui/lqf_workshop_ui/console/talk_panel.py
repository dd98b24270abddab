"""A moment to talk, listen or rest: a place for notes, and nothing in the way."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems


class TalkPanel(StepPanel):
    """Notes of a talk; in a welcome or a break there is nothing to fill in."""

    redraws_on = frozenset({Change.NOTES, Change.RUN})

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self.notes = self.add_notes(
            NoteKind.TALK,
            _("Notes on this talk"),
            _("What people say. Enter keeps it, Ctrl + Enter also shows it to the room."),
        )

    def refresh(self) -> None:
        """Show the notes of this step."""
        step = self.live.step
        if step is None:
            return
        self.notes.setVisible(step.plan.kind is StepKind.TALK)
        self.notes.show_notes(str(step.id))

    def flush(self) -> None:
        """Keep the line being typed."""
        self.notes.finish(shown=False)
