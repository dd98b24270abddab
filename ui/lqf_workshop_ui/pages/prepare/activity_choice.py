"""Which activity a step has, chosen before the meeting or left to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.activity import Activity, ActivityRun
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

    asked_edit = Signal(str)
    """The code of an activity to edit a copy of, or nothing for the list of one's own."""

    def __init__(
        self, services: Services, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 16), spacing=10)
        self._services, self._problems = services, problems
        self._workshop_id = self._step_id = 0
        self._run: ActivityRun | None = None
        self._latest: Activity | None = None
        self.box.addWidget(words(_("The activity"), "heading", self))
        self.chosen = words("", "strong", self)
        self.ready = words("", "muted", self)
        self.newer = words(
            _("This activity has been changed since. This step still has its words of before."),
            "warm",
            self,
        )
        for label in (self.chosen, self.ready, self.newer):
            self.box.addWidget(label)
        self.chooser = ActivityChooser(services, problems, self)
        self.box.addWidget(self.chooser)
        self.newer_button = button(_("Use the new words"), self._use_latest, parent=self)
        self.other_button = button(_("Choose another"), self._put_away, parent=self)
        self.edit_button = button("", self._edit, parent=self)
        self.own_button = button(_("Our activities"), self._list, kind="quiet", parent=self)
        self._in_a_row(self.newer_button, self.other_button)
        self._in_a_row(self.edit_button, self.own_button)
        self.chooser.list.currentItemChanged.connect(self._name_edit)

    def _in_a_row(self, *made: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in made:
            row.addWidget(one)
        row.addStretch(1)
        self.box.addLayout(row)

    def show_step(self, meeting: Meeting, step_id: int, planned: int) -> None:
        """Show which activity a step has, and whether its minutes are enough for it."""
        self._workshop_id, self._step_id = meeting.workshop.id, step_id
        self._run = run = meeting.run_at(step_id)
        for part in (self.chosen, self.ready, self.other_button):
            part.setVisible(run is not None)
        self.chooser.setVisible(run is None)
        self._latest = self._newer_words(run) if run else None
        self.newer.setVisible(self._latest is not None)
        self.newer_button.setVisible(self._latest is not None)
        if run is None:
            self.chooser.offer(meeting, step_id)
        else:
            self._tell(run, planned)
        self._name_edit()

    def _tell(self, run: ActivityRun, planned: int) -> None:
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

    def _newer_words(self, run: ActivityRun) -> Activity | None:
        """Return the activity as it is now, where nothing is written yet and it has changed."""
        choices = self._services.activities.choices()
        now = next((a for a in choices if a.code == run.activity.code), None)
        return now if now != run.activity and not run.entries else None

    @property
    def _code(self) -> str:
        """The activity that is chosen or marked; nothing for one to go on with."""
        return self._run.activity.code if self._run else self.chooser.code

    @Slot()
    def _name_edit(self) -> None:
        """Say whether editing begins with a copy."""
        own = {one.activity.code for one in self._services.own_activities.own()}
        self.edit_button.setText(_("Edit it") if self._code in own else _("Edit our copy"))
        self.edit_button.setAccessibleName(self.edit_button.text())
        self.edit_button.setVisible(bool(self._code))

    @Slot()
    def _edit(self) -> None:
        self.asked_edit.emit(self._code)

    @Slot()
    def _list(self) -> None:
        self.asked_edit.emit("")

    @Slot()
    def _use_latest(self) -> None:
        run, latest = self._run, self._latest
        if run is not None and latest is not None:
            self._problems.attempt(
                lambda: self._services.activities.begin(
                    self._workshop_id, self._step_id, latest, run.card
                )
            )

    @Slot()
    def _put_away(self) -> None:
        self._problems.attempt(
            partial(self._services.activities.put_away, self._workshop_id, self._step_id)
        )
