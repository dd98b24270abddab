"""Where activities of one's own are made: a list of them, and the editor of one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.own_activities.editor import ActivityEditor
from lqf_workshop_ui.pages.own_activities.own_list import OwnList
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.redraw import Redraw


class OwnActivitiesPage(QWidget):
    """Shows the list, or one activity to edit; ``left`` goes back to where one came from."""

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
        self._services, self._problems = services, problems
        self._straight = False
        self._sides = QStackedWidget(self)
        self.list = OwnList(services, looks, problems, self._sides)
        self.editor = ActivityEditor(services, changes, looks, problems, self._sides)
        self._sides.addWidget(self.list)
        self._sides.addWidget(self.editor)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._sides)
        self._redraw = Redraw(self.list, changes, frozenset({Change.OWN_ACTIVITIES}))
        self._redraw.asked.connect(self.list.show_all)
        self.list.left.connect(self.left)
        self.list.asked_edit.connect(self._edit_from_list)
        self.editor.left.connect(self._leave_editor)

    def show_list(self) -> None:
        """Show all activities of one's own."""
        self._sides.setCurrentWidget(self.list)
        self._redraw.now()
        self.list.copy_button.setFocus()

    def edit(self, code: str) -> None:
        """Open the editor for an activity of one's own, or the one copy there is of another.

        Without a copy one is made; of several, the list lets a person choose. Back leads to
        where one was. Raises StaleProblem when the activity is gone.
        """
        copies = self._services.own_activities.copies_of(code)
        if len(copies) > 1:
            self.show_list()
            return
        self._open(copies[0].activity.code if copies else code)
        self._straight = True

    def _open(self, code: str) -> None:
        """Open the editor; what is not one's own is copied first."""
        own = {one.activity.code for one in self._services.own_activities.own()}
        if code not in own:
            code = self._services.own_activities.copy(code)
            self._problems.tell(_("A copy for your team. The one in the library stays as it is."))
        self.editor.edit(code)
        self._sides.setCurrentWidget(self.editor)
        self.editor.column.rows.setFocus()

    @Slot(str)
    def _edit_from_list(self, code: str) -> None:
        self._straight = False
        self._problems.attempt(lambda: self._open(code))

    @Slot()
    def _leave_editor(self) -> None:
        if self._straight:
            self.left.emit()
        self.show_list()
