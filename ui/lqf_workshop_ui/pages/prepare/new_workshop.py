"""A new workshop in two steps: what kind of meeting, then who, when and what."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.agenda import AgendaTemplate
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, minutes
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.prepare.new_details import NewDetails
from lqf_workshop_ui.pages.prepare.template_choice import TemplateChoice
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.page_scroll import MARGIN, PageColumn
from lqf_workshop_ui.widgets.words import words

INDENT = 12
"""Pixels that the words of the quiet Back button stand inside of its edge."""


class NewWorkshop(QWidget):
    """A new workshop: first what kind of meeting, then who and when."""

    left = Signal()
    prepared = Signal(int, int)
    """The workshop's number, and the minutes booked for it."""

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self._problems = problems
        self._template: AgendaTemplate | None = None
        self.back_button = button(_("Back"), self.go_back, kind="quiet", parent=self)
        self.title = words(_("New workshop"), "title", self)
        self.chosen = words("", "muted", self)
        self._steps = QStackedWidget(self)
        self._areas = tuple(PageColumn(self._steps, left=INDENT) for _step in range(2))
        first, second = (area.content for area in self._areas)
        self.templates = TemplateChoice(services.shelf.templates(), first)
        self.details = NewDetails(services, looks, second)
        self.prepare_button = button(
            _("Prepare this workshop"), self.prepare, kind="primary", parent=self
        )
        self._lay_out()
        self.templates.chosen.connect(self._use)
        looks.changed.connect(self._wear)
        self._wear()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, MARGIN, 0)
        head.setSpacing(16)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.title)
        said.addWidget(self.chosen)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(said, 1)
        head.addWidget(self.prepare_button, 0, Qt.AlignmentFlag.AlignTop)
        for area, part in zip(self._areas, (self.templates, self.details), strict=True):
            area.column.addWidget(part)
            area.column.addStretch(1)
            self._steps.addWidget(area)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN - INDENT, 24, 0, 0)
        box.setSpacing(20)
        box.addLayout(head)
        box.addWidget(self._steps, 1)

    @Slot()
    def _wear(self) -> None:
        self.back_button.setIcon(self._looks.icon("back"))
        self.back_button.setIconSize(QSize(20, 20))

    def begin(self) -> None:
        """Begin with the choice of a plan and empty fields."""
        self.details.begin()
        self._show_step(0)
        self.templates.cards[0].setFocus()

    def _show_step(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.prepare_button.setVisible(step == 1)
        if step == 0:
            self.chosen.setText(_("What kind of meeting will it be?"))
        else:
            name = self._template.name if self._template else _("Blank")
            long = f" · {minutes(self._template.minutes)}" if self._template else ""
            self.chosen.setText(f"{name}{long}")
        self.back_button.setAccessibleName(
            _("Back to the kinds of meeting") if step else _("Back to Home")
        )

    @Slot(object)
    def _use(self, template: AgendaTemplate | None) -> None:
        self._template = template
        self._problems.attempt(lambda: self.details.use(template))
        self._show_step(1)
        self.details.form.team.setFocus()

    @Slot()
    def go_back(self) -> None:
        """Go one step back; what is typed stays."""
        if self._steps.currentIndex() == 1:
            self._show_step(0)
            self.templates.focus(self._template)
        else:
            self.left.emit()

    @Slot()
    def prepare(self) -> None:
        """Store the workshop, if every field is right."""
        made: list[int] = []

        def store() -> None:
            workshop_id = self.details.prepare()
            if workshop_id is not None:
                made.append(workshop_id)

        if not self._problems.attempt(store) or not made:
            return
        draft = self.details.form.draft
        self._problems.attempt(
            lambda: self._looks.choose(
                provider=draft.provider.strip(), facilitator=draft.facilitator.strip()
            )
        )
        self.prepared.emit(made[0], self._template.minutes if self._template else 0)
