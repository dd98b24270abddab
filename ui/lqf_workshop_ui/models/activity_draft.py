"""An activity of one's own while it is being edited: stored with every change, and its flaws."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from lqf_workshop.domain.activity import Activity
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.activity_checks import Flaw
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.services.own_activities import OwnActivity
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.problems import Problems

Edit = Callable[[Activity], Activity]


class ActivityDraft(QObject):
    """What is stored of one activity now; there is no copy of it that waits to be saved."""

    changed = Signal()
    about_to_act = Signal()
    """Words that are being typed have to be saved first."""
    refused = Signal()
    """Words could not be stored; their field says why."""
    gone = Signal()
    """The activity was taken away: binned, or its copying taken back."""

    def __init__(
        self, services: Services, changes: ChangeSignals, problems: Problems, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._problems = services, problems
        self._own: OwnActivity | None = None
        self._storing = False
        changes.changed.connect(self._look_again)

    def open(self, code: str) -> None:
        """Take up an activity; StaleProblem when it is gone."""
        self._own = self._services.own_activities.find(code)
        self.changed.emit()

    def close(self) -> None:
        """Let go of it."""
        self._own = None

    @property
    def is_open(self) -> bool:
        """Whether there is an activity to edit."""
        return self._own is not None

    @property
    def activity(self) -> Activity:
        """The activity as it is stored; StaleProblem when there is none any more."""
        if self._own is None:
            raise StaleProblem(_("That activity is no longer in the library."))
        return self._own.activity

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """All that keeps it from being offered to a workshop."""
        return self._own.flaws if self._own else ()

    def flaw(self, where: str) -> str:
        """Return the first thing that is wrong at exactly this place, or nothing."""
        return next((flaw.sentence for flaw in self.flaws if flaw.where == where), "")

    def write(self, edit: Edit) -> None:
        """Save words as they are typed; WorkshopProblem when they cannot be kept."""
        self._storing = True
        try:
            self._own = self._services.own_activities.keep(edit(self.activity))
        except WorkshopProblem:
            self.refused.emit()
            raise
        finally:
            self._storing = False
        self.changed.emit()

    def act(self, what: str, edit: Edit) -> bool:
        """Make a change that has a name, and can be taken back; a problem is told."""
        self.about_to_act.emit()

        def go() -> None:
            self._own = self._services.own_activities.change(edit(self.activity), what)

        self._storing = True
        try:
            done = self._problems.attempt(go)
        finally:
            self._storing = False
        self.changed.emit()
        return done

    @Slot(Change, int)
    def _look_again(self, change: Change, _workshop_id: int) -> None:
        if change is not Change.OWN_ACTIVITIES or self._own is None or self._storing:
            return
        try:
            latest = self._services.own_activities.find(self.activity.code)
        except StaleProblem:
            self._own = None
            self.gone.emit()
            return
        if latest != self._own:
            self._own = latest
            self.changed.emit()
