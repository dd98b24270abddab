"""The head of the Results page: which workshop this is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lqf_workshop.domain.action import ActionState
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.wording import _, long_date, minutes, people
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.typed import breakable, typed
from lqf_workshop_ui.widgets.words import words

PICTURES, TABLE = "pictures", "table"


class TitleBlock(QWidget):
    """The team, the day and the framework; at the right the buttons and the way to look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.team = typed("", "panel-title", self)
        self.when = words("", "", self)
        self.how = words("", "muted", self)
        self.summary = button(_("Session summary"), kind="primary", parent=self)
        self.save = button(_("Save as"), parent=self, hint=_("Save this workshop as a file"))
        self.save_menu = QMenu(self)
        self.save.setMenu(self.save_menu)
        self.save.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.save.setProperty("withIcon", True)
        self.agreed = button(
            _("Action plan"), parent=self, hint=_("Print the action plan or a wall poster")
        )
        self.run = button(_("Continue"), parent=self)
        self.plan = button(_("Plan"), parent=self)
        self.views = Choices(
            [(PICTURES, _("Pictures")), (TABLE, _("Table"))], self, name=_("Show the votes as")
        )
        self._lay_out()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(4)
        for label in (self.team, self.when, self.how):
            names.addWidget(label)
        names.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for made in (self.plan, self.run, self.agreed, self.summary):
            buttons.addWidget(made)
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addLayout(buttons)
        under = QHBoxLayout()
        under.setSpacing(10)
        under.addStretch(1)
        under.addWidget(self.save)
        under.addWidget(self.views)
        side.addLayout(under)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 28, 40, 12)
        row.setSpacing(28)
        row.addLayout(names, 1)
        row.addLayout(side)

    def show_summary(self, summary: WorkshopSummary) -> None:
        """Show which workshop it is."""
        workshop, plan = summary.workshop, summary.workshop.plan
        self.team.setText(breakable(plan.team))
        taking_part = _("{0} took part") if _held(summary) else _("{0} are expected")
        when = [long_date(plan.held_on), plan.place, minutes(workshop.minutes)]
        when.append(taking_part.format(people(plan.headcount)))
        self.when.setText(breakable(" · ".join(part for part in when if part)))
        led = _("led by {0}").format(plan.facilitator) if plan.facilitator else ""
        how = [_state_words(workshop.state), summary.edition_name, led, plan.provider]
        self.how.setText(breakable(" · ".join(part for part in how if part)))
        agreed = any(one.state is not ActionState.DRAFT for one in summary.actions)
        self.agreed.setVisible(agreed)
        self.run.setText(_run_words(workshop.state))
        self.run.setAccessibleName(self.run.text())


def _held(summary: WorkshopSummary) -> bool:
    return summary.workshop.state is not WorkshopState.PREPARED


def _state_words(state: WorkshopState) -> str:
    return {
        WorkshopState.PREPARED: _("Not started"),
        WorkshopState.RUNNING: _("Under way"),
        WorkshopState.DONE: _("Done"),
    }[state]


def _run_words(state: WorkshopState) -> str:
    return {
        WorkshopState.PREPARED: _("Start"),
        WorkshopState.RUNNING: _("Continue"),
        WorkshopState.DONE: _("Open again"),
    }[state]
