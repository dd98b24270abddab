"""Which activity the team will do: one to go on with, or one from the library."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.services.activities import StoppedRun
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, long_date, minutes
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.words import words

CODE, RUN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ActivityChooser(QWidget):
    """Brings an activity to a step; ``chosen`` once it is there."""

    chosen = Signal()

    def __init__(
        self, services: Services, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._problems = services, problems
        self._meeting: Meeting | None = None
        self._step_id = 0
        self._card: ScenarioCard | None = None
        self._activities: dict[str, Activity] = {}
        self._listed: tuple[object, object] = ((), ())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Activities"))
        self.list.setMinimumHeight(240)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemActivated.connect(self._begin)
        box.addWidget(self.list)
        self.about = words("", "", self)
        self.takeaway = words("", "muted", self)
        box.addWidget(self.about)
        box.addWidget(self.takeaway)
        self.with_card = QCheckBox("", self)
        box.addWidget(self.with_card)
        row = QHBoxLayout()
        self.begin_button = button(_("Use this activity"), self._begin, kind="primary", parent=self)
        row.addWidget(self.begin_button)
        row.addStretch(1)
        box.addLayout(row)
        only_by_tab(self)

    def offer(self, meeting: Meeting, step_id: int) -> None:
        """List what this team can do at a step."""
        issue = meeting.issue_of(step_id)
        stopped = self._services.activities.stopped(meeting.workshop.id)
        choices = self._services.activities.choices()
        again = (meeting.workshop.id, step_id)
        known = self._meeting and (self._meeting.workshop.id, self._step_id) == again
        self._meeting, self._step_id = meeting, step_id
        self._card = issue.card if issue else None
        if issue:
            self.with_card.setText(_("Begin from the card “{0}”").format(issue.card.title))
        if not known:
            self.with_card.setChecked(issue is not None)
        self._activities = {activity.code: activity for activity in choices}
        listed = (stopped, choices)
        if self._listed != listed:
            self._listed = listed
            self._list(stopped, choices)

    def _list(self, stopped: tuple[StoppedRun, ...], choices: tuple[Activity, ...]) -> None:
        marked = self.code
        self.list.clear()
        for run in stopped:
            told = _("Go on with {0}, from {1}").format(run.activity.name, long_date(run.held_on))
            item = QListWidgetItem(told, self.list)
            item.setData(RUN, run.run_id)
        for activity in choices:
            told = f"{activity.name}  ·  {minutes(activity.minutes)}"
            item = QListWidgetItem(told, self.list)
            item.setData(CODE, activity.code)
            item.setToolTip(activity.about)
        rows = range(self.list.count())
        again = (n for n in rows if marked and self.list.item(n).data(CODE) == marked)
        self.list.setCurrentRow(next(again, 0))

    @property
    def code(self) -> str:
        """The marked activity's code; nothing where an earlier run is marked."""
        item = self.list.currentItem()
        return str(item.data(CODE) or "") if item else ""

    @Slot()
    def _tell(self) -> None:
        """Say what the marked activity is for."""
        item = self.list.currentItem()
        activity = self._activities.get(item.data(CODE) or "") if item else None
        taken_up = item is not None and bool(item.data(RUN))
        if taken_up:
            self.about.setText(_("The lines you wrote last time come with it."))
            self.takeaway.setText("")
        elif activity is not None:
            self.about.setText(_("{0} For {1} people.").format(activity.about, activity.people))
            self.takeaway.setText(_("You take away: {0}").format(activity.takeaway))
        self.takeaway.setVisible(not taken_up)
        self.with_card.setVisible(self._card is not None and not taken_up)
        self.begin_button.setText(_("Go on with it") if taken_up else _("Use this activity"))

    def choose(self, code: str) -> None:
        """Bring an activity to the step by its code."""
        if self._meeting is None:
            return
        card = self._card if self.with_card.isChecked() else None
        activities, workshop_id = self._services.activities, self._meeting.workshop.id

        def begin() -> None:
            activities.begin(workshop_id, self._step_id, activities.choice(code), card)

        if self._problems.attempt(begin):
            self.chosen.emit()

    @Slot()
    def _begin(self) -> None:
        item = self.list.currentItem()
        if item is None or self._meeting is None:
            return
        run_id = item.data(RUN)
        if not run_id:
            self.choose(item.data(CODE))
            return
        take_up = partial(
            self._services.activities.take_up, self._meeting.workshop.id, self._step_id, run_id
        )
        if self._problems.attempt(take_up):
            self.chosen.emit()
