"""The left of a plan: its details, the agenda, and how the steps fill the time booked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.workshop import WorkshopPlan
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, people, short_date
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.agenda_list import AgendaList, RemovedStep
from lqf_workshop_ui.models.agenda_steps import ICONS, kind_name, new_step, time_words
from lqf_workshop_ui.models.plain_words import BETWEEN, shortened
from lqf_workshop_ui.pages.prepare.agenda_view import AgendaView
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.card_button import CardButton
from lqf_workshop_ui.widgets.elided import ElidedLabel
from lqf_workshop_ui.widgets.pickers import Stepper
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import set_role, words

LONGEST_BOOKING = 480


class TimeBar(QWidget):
    """How much of the time booked the steps take; what is too much stands out."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._planned, self._booked = 0, 1
        self.setFixedHeight(10)
        looks.changed.connect(self.update)

    def show_time(self, planned: int, booked: int) -> None:
        """Show these minutes."""
        self._planned, self._booked = planned, max(1, booked)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the time booked, the steps in it and what goes over."""
        theme = self._looks.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        longest = max(self._planned, self._booked)
        edge = theme.colours.line if theme.border < 2 else theme.colours.ink
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(theme.colours.panel))
        painter.drawRoundedRect(whole, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        used = min(self._planned, self._booked) / longest * whole.width()
        painter.setBrush(QColor(theme.colours.accent))
        painter.drawRoundedRect(QRectF(whole.left(), whole.top(), used, whole.height()), 4, 4)
        if self._planned > self._booked:
            over = QRectF(whole.left() + used + 2, whole.top(), whole.width() - used - 2, 8)
            painter.setBrush(QColor(theme.colours.warm))
            painter.drawRoundedRect(over, 4, 4)
        painter.end()


class BookedTime(QWidget):
    """The total of the steps against the minutes booked, in words and as a bar."""

    booked = Signal(int)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = TimeBar(looks, self)
        self.sentence = words("", "strong", self)
        self.stepper = Stepper(5, LONGEST_BOOKING, 5, _("Time booked, in minutes"), self)
        self.stepper.changed.connect(self.booked)
        label = words(_("Time booked, in minutes"), "muted", self)
        label.setWordWrap(False)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label, 1)
        row.addWidget(self.stepper)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.sentence)
        box.addWidget(self.bar)
        box.addLayout(row)

    def show_time(self, planned: int, booked: int) -> None:
        """Show these minutes."""
        self.bar.show_time(planned, booked)
        self.sentence.setText(time_words(planned, booked))
        set_role(self.sentence, "warm" if planned > booked else "strong")
        self.stepper.show_value(booked)


class DetailsRow(CardButton):
    """Who, when and where in two lines; pressing it brings up the fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("part", parent)
        self.setCheckable(True)
        self.team = ElidedLabel("", "strong", self)
        self.rest = ElidedLabel("", "muted", self)
        self.add(self.team, self.rest)

    def show_plan(self, plan: WorkshopPlan) -> None:
        """Show these details."""
        parts = [short_date(plan.held_on), people(plan.headcount)]
        if plan.place:
            parts.append(plan.place)
        self.team.setText(_("Who, when and where"))
        self.rest.setText(BETWEEN.join(parts))
        self.setAccessibleName(f"{self.team.text()}: {self.rest.text()}")


class PutBack(Surface):
    """Says that a step was taken out, and offers to put it back."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent, margins=(14, 6, 8, 6), spacing=8, across=True)
        self.said = ElidedLabel("", "", self)
        self.button = button(_("Put it back"), kind="quiet", parent=self)
        self.button.clicked.connect(self.asked)
        self.box.addWidget(self.said, 1)
        self.box.addWidget(self.button)
        self.hide()

    def offer(self, removed: RemovedStep) -> None:
        """Offer to put this step back."""
        self.said.setText(_("“{0}” is out.").format(shortened(removed.plan.title, 60)))
        self.show()


class AgendaPanel(QWidget):
    """The agenda with everything that can be done to it."""

    chose_step = Signal(int)
    chose_details = Signal()
    asked_edit = Signal()
    booked = Signal(int)

    def __init__(
        self, services: Services, model: AgendaList, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._looks = looks
        self.model = model
        self._removed: RemovedStep | None = None
        self._dimensions = 0
        self.details = DetailsRow(self)
        self._card = card = Surface("card", self, margins=(10, 10, 10, 10), spacing=8)
        self.view = AgendaView(model, looks, card)
        self.nothing = words(_("No steps yet. Add the first one below."), "muted", card)
        self.put_back_bar = PutBack(card)
        self.problem = words("", "problem", card)
        self.problem.hide()
        self._make_tools()
        self.time = BookedTime(looks, self)
        self._lay_out()
        self._connect()

    def _make_tools(self) -> None:
        self.add_button: QPushButton = button(_("Add a step"), parent=self._card)
        self.add_button.setProperty("withIcon", True)
        self.add_menu = QMenu(self)
        self.add_actions = {}
        for kind in StepKind:
            action = self.add_menu.addAction(kind_name(kind))
            action.triggered.connect(partial(self._add, kind))
            self.add_actions[kind] = action
        self.add_button.setMenu(self.add_menu)
        self.up_button = self._tool(_("Move the step up (Alt + Up)"))
        self.down_button = self._tool(_("Move the step down (Alt + Down)"))
        self.remove_button = self._tool(_("Take the step out (Delete)"))
        self._looks.changed.connect(self._wear)
        self._wear()

    def _tool(self, name: str) -> QToolButton:
        made = QToolButton(self._card)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setIconSize(QSize(20, 20))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    @Slot()
    def _wear(self) -> None:
        self.add_button.setIcon(self._looks.icon("plus"))
        self.up_button.setIcon(self._looks.icon("up"))
        self.down_button.setIcon(self._looks.icon("down"))
        self.remove_button.setIcon(self._looks.icon("bin"))
        for kind, action in self.add_actions.items():
            action.setIcon(self._looks.icon(ICONS[kind]))

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(self.add_button)
        tools.addStretch(1)
        for tool in (self.up_button, self.down_button, self.remove_button):
            tools.addWidget(tool)
        card = self._card
        for part in (self.view, self.nothing, self.put_back_bar, self.problem):
            card.box.addWidget(part, 1 if part is self.view else 0)
        card.box.addLayout(tools)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.details)
        box.addWidget(card, 1)
        box.addWidget(self.time)

    def _connect(self) -> None:
        self.details.clicked.connect(self._choose_details)
        self.view.chosen.connect(self._tell_chosen)
        self.view.clicked.connect(self._click)
        self.view.asked_move.connect(self.move_step)
        self.view.asked_remove.connect(self.remove)
        self.view.asked_edit.connect(self.asked_edit)
        self.up_button.clicked.connect(partial(self.move_step, -1))
        self.down_button.clicked.connect(partial(self.move_step, 1))
        self.remove_button.clicked.connect(self.remove)
        self.put_back_bar.asked.connect(self.put_back)
        self.model.refused.connect(self.complain)
        self.time.booked.connect(self.booked)

    def show_plan(self, plan: WorkshopPlan, booked: int, *, fixed: bool) -> None:
        """Show the details and the time; the model shows the steps."""
        self._dimensions = len(plan.dimensions)
        self.details.show_plan(plan)
        self.view.fix(fixed)
        self.add_button.setEnabled(not fixed)
        self.show_booked(booked)
        self._allow()

    def show_booked(self, booked: int) -> None:
        """Show how the steps fill this many minutes."""
        self.time.show_time(self.model.total, booked)

    def forget(self) -> None:
        """Forget what was taken out and what was refused, for another workshop."""
        self._removed = None
        self.put_back_bar.hide()
        self.complain("")

    @property
    def row(self) -> int:
        """The row of the chosen step, or -1."""
        return self.view.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a step."""
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _allow(self) -> None:
        rows, row = self.model.rowCount(), self.row
        changeable = not self.model.fixed and row >= 0
        self.up_button.setEnabled(changeable and row > 0)
        self.down_button.setEnabled(changeable and row < rows - 1)
        self.remove_button.setEnabled(changeable)
        self.nothing.setVisible(not rows)

    @Slot(int)
    def _tell_chosen(self, row: int) -> None:
        self._allow()
        if row >= 0:
            self.details.setChecked(False)
            self.chose_step.emit(row)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        """Come back to a step that was chosen already, from the details."""
        if self.details.isChecked():
            self._tell_chosen(index.row())

    @Slot()
    def _choose_details(self) -> None:
        self.details.setChecked(True)
        self.view.setCurrentIndex(QModelIndex())
        self.view.clearSelection()
        self.chose_details.emit()

    def show_details(self) -> None:
        """Bring up the details, as pressing their row does."""
        self._choose_details()

    @Slot(str)
    def complain(self, sentence: str) -> None:
        """Say why something could not be done; nothing when it could."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _add(self, kind: StepKind, _checked: bool = False) -> None:
        """Add a step under the chosen one; a close comes last, a welcome first."""
        self.complain("")
        row = self.row + 1 if self.row >= 0 else self.model.rowCount()
        if kind is StepKind.WELCOME:
            row = 0
        last = self.model.step(self.model.rowCount() - 1)
        if self.row < 0 and last is not None and last.plan.kind is StepKind.CLOSE:
            row = self.model.rowCount() - 1
        if kind is StepKind.CLOSE:
            row = self.model.rowCount()
        plan = new_step(kind, self._services.shelf.templates(), self._dimensions)
        self.choose(self.model.add(plan, row))
        self.view.setFocus()

    @Slot(int)
    def move_step(self, by: int) -> None:
        """Move the chosen step up or down."""
        self.complain("")
        row = self.row
        if self.model.move(row, row + by):
            self.choose(row + by)
        self._allow()

    @Slot()
    def remove(self) -> None:
        """Take the chosen step out; it can be put back."""
        self.complain("")
        row = self.row
        removed = self.model.remove(row)
        if removed is None:
            return
        self._removed = removed
        self.put_back_bar.offer(removed)
        self.choose(min(row, self.model.rowCount() - 1))
        self._allow()

    @Slot()
    def put_back(self) -> None:
        """Put the step back that was taken out last."""
        if self._removed is None:
            return
        row = self.model.put_back(self._removed)
        self._removed = None
        self.put_back_bar.hide()
        self.choose(row)
        self.view.setFocus()
