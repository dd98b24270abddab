"""Which activity a step has, chosen before the meeting or left to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, minutes
from lqf_workshop_ui.console.activity.chooser import ActivityChooser
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class ActivityChoice(Surface):
    """The activity of a step with what to have ready, or the list to choose from."""

    def __init__(
        self, services: Services, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 16), spacing=10)
        self._services, self._problems = services, problems
        self._workshop_id = self._step_id = 0
        self.box.addWidget(words(_("The activity"), "heading", self))
        self.chosen = words("", "strong", self)
        self.ready = words("", "muted", self)
        self.box.addWidget(self.chosen)
        self.box.addWidget(self.ready)
        self.chooser = ActivityChooser(services, problems, self)
        self.box.addWidget(self.chooser)
        row = QHBoxLayout()
        self.other_button = button(_("Choose another"), self._put_away, parent=self)
        row.addWidget(self.other_button)
        row.addStretch(1)
        self.box.addLayout(row)

    def show_step(self, meeting: Meeting, step_id: int, planned: int) -> None:
        """Show which activity a step has, and whether its minutes are enough for it."""
        self._workshop_id, self._step_id = meeting.workshop.id, step_id
        run = meeting.run_at(step_id)
        for part in (self.chosen, self.ready, self.other_button):
            part.setVisible(run is not None)
        self.chooser.setVisible(run is None)
        if run is None:
            self.chooser.offer(meeting, step_id)
            return
        activity = run.activity
        self.chosen.setText(f"{activity.name}  ·  {minutes(activity.minutes)}")
        lines = [activity.about]
        if run.card is not None:
            lines.append(_("Begins from the card “{0}”.").format(run.card.title))
        if activity.ready:
            lines.append(_("Have ready: {0}.").format("; ".join(activity.ready)))
        if planned < activity.minutes:
            lines.append(
                _("It needs {0}. This step has {1}: you can stop and go on next time.").format(
                    minutes(activity.minutes), minutes(planned)
                )
            )
        self.ready.setText("\n".join(lines))

    @Slot()
    def _put_away(self) -> None:
        self._problems.attempt(
            partial(self._services.activities.put_away, self._workshop_id, self._step_id)
        )
