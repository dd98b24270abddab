"""The Prepare page: a new workshop in two steps, then its plan, saved as it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems

if TYPE_CHECKING:
    from lqf_workshop_ui.pages.prepare.new_workshop import NewWorkshop
    from lqf_workshop_ui.pages.prepare.plan_view import PlanView


class PreparePage(QWidget):
    """Shows either a new workshop in the making, or the plan of a stored one.

    Both are built when they are first needed, so that the program starts without them.
    """

    asked_run = Signal(int)
    asked_activities = Signal(str)
    """The code of an activity to edit a copy of, or nothing for the list of one's own."""
    left = Signal()

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self._changes = changes
        self._looks = looks
        self._problems = problems
        self._new: NewWorkshop | None = None
        self._plan: PlanView | None = None
        self._sides = QStackedWidget(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._sides)

    @property
    def new(self) -> NewWorkshop:
        """Where a new workshop is made."""
        if self._new is None:
            from lqf_workshop_ui.pages.prepare.new_workshop import NewWorkshop

            self._new = NewWorkshop(self._services, self._looks, self._problems, self._sides)
            self._sides.addWidget(self._new)
            self._new.left.connect(self.left)
            self._new.prepared.connect(self._show_prepared)
        return self._new

    @property
    def plan(self) -> PlanView:
        """Where a stored plan is changed."""
        if self._plan is None:
            from lqf_workshop_ui.pages.prepare.plan_view import PlanView

            self._plan = PlanView(
                self._services, self._changes, self._looks, self._problems, self._sides
            )
            self._sides.addWidget(self._plan)
            self._plan.left.connect(self.left)
            self._plan.asked_run.connect(self.asked_run)
            self._plan.asked_activities.connect(self.asked_activities)
        return self._plan

    def prepare_new(self) -> None:
        """Begin a new workshop."""
        self._flush()
        self._sides.setCurrentWidget(self.new)
        self._problems.attempt(self.new.begin)

    def show_workshop(self, workshop_id: int) -> None:
        """Show the plan of a workshop; WorkshopProblem when it is gone."""
        self.plan.show_workshop(workshop_id)
        self._sides.setCurrentWidget(self.plan)

    @Slot(int, int)
    def _show_prepared(self, workshop_id: int, booked: int) -> None:
        if booked:
            self.plan.book(workshop_id, booked)
        if self._problems.attempt(lambda: self.show_workshop(workshop_id)):
            self._problems.tell(_("Prepared and saved. Change whatever you like."))

    def _flush(self) -> None:
        if self._plan is not None:
            self._plan.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is being typed when another page comes up, or the program ends."""
        self._flush()
        super().hideEvent(event)
