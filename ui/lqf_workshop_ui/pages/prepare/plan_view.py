"""The plan of a workshop: the agenda at the left, what is chosen at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.workshop import WorkshopPlan, WorkshopState
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.agenda_list import AgendaList
from lqf_workshop_ui.models.agenda_steps import likely_booking, with_count
from lqf_workshop_ui.models.plan_draft import draft_of, none_chosen, problems_of, settled
from lqf_workshop_ui.pages.prepare.agenda_panel import AgendaPanel
from lqf_workshop_ui.pages.prepare.details_form import DetailsForm
from lqf_workshop_ui.pages.prepare.plan_head import PlanHead
from lqf_workshop_ui.pages.prepare.rating_ways import RatingChoice, choice_of
from lqf_workshop_ui.pages.prepare.step_editor import StepEditor
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.page_scroll import MARGIN, PageColumn
from lqf_workshop_ui.widgets.saved_text import SAVE_AFTER_MILLISECONDS
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

SHOWN = frozenset({Change.WORKSHOPS, Change.RUN, Change.CARDS, Change.RATINGS, Change.ACTIVITIES})
LEFT_WIDTH, LEAST_LEFT = 400, 320
INDENT = 12
"""Pixels that the words of the quiet Home button stand inside of its edge."""
NEW_BOOKING = 60
"""Minutes taken as booked for a plan that is hardly begun."""


class PlanDetails(QWidget):
    """The fields of a stored plan; each right one is saved as it is typed."""

    saved = Signal()

    def __init__(self, services: Services, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._plan: WorkshopPlan | None = None
        self._workshop_id = 0
        editions = services.shelf.editions()
        card = Surface("card", self, margins=(20, 14, 20, 20), spacing=12)
        self.form = DetailsForm(editions[0].levels if editions else (), looks, card)
        self.edition = words("", "small", card)
        self.problem = words("", "problem", card)
        self.problem.hide()
        card.box.addWidget(words(_("Who, when and where"), "heading", card))
        for part in (self.form, self.edition, self.problem):
            card.box.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 24)
        box.addWidget(card)
        box.addStretch(1)
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MILLISECONDS)
        self._soon.timeout.connect(self.flush)
        self.form.edited.connect(self._save_soon)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is stored; what is being typed or is wrong stays."""
        other = self._workshop_id != meeting.workshop.id
        self._workshop_id, self._plan = meeting.workshop.id, meeting.workshop.plan
        name = f"{meeting.edition.name}, {meeting.edition.edition}"
        self.edition.setText(_("Framework: {0}. It stays as it is.").format(name))
        if other:
            self._soon.stop()
            self._complain("")
            self.form.start(self._services.desk.today(), self._services.workshops.teams())
            self.form.complain({})
            self.form.fields["team"].say("")
            self.form.fill(draft_of(meeting.workshop.plan))
        elif not self._soon.isActive():
            self.form.show_plan(meeting.workshop.plan)

    @Slot()
    def _save_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def flush(self) -> None:
        """Save every field that is right, and say what is wrong with the others."""
        self._soon.stop()
        if self._plan is None:
            return
        draft = self.form.draft
        self.form.complain(problems_of(draft))
        try:
            stored = self._services.workshops.workshop(self._workshop_id).plan
            plan = settled(draft, stored)
            if plan != stored:
                self._services.workshops.change_plan(self._workshop_id, plan)
                self.saved.emit()
        except WorkshopProblem as problem:
            self._complain(str(problem))
        else:
            self._complain("")

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    @property
    def wrong(self) -> bool:
        """Whether a field could not be stored as it is."""
        return self._plan is not None and bool(problems_of(self.form.draft))


class PlanView(QWidget):
    """Shows a stored plan and changes it act by act; nothing waits for a Save button."""

    asked_run = Signal(int)
    asked_activities = Signal(str)
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
        self._services, self._looks, self._problems = services, looks, problems
        self._meeting: Meeting | None = None
        self._booked: dict[int, int] = {}
        self._shown_step = self._shown_row = 0
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.model = AgendaList(services, self)
        self.head = PlanHead(looks, self)
        self.agenda = AgendaPanel(services, self.model, looks, self)
        self._sides = QStackedWidget(self)
        self._areas = (PageColumn(self._sides), PageColumn(self._sides))
        first, second = (area.content for area in self._areas)
        self.details = PlanDetails(services, looks, first)
        self.editor = StepEditor(services, self.model, looks, problems, second)
        self._lay_out()
        self._connect(changes)

    def _lay_out(self) -> None:
        self.agenda.setMinimumWidth(LEAST_LEFT)
        self.agenda.setMaximumWidth(LEFT_WIDTH)
        for area, part in zip(self._areas, (self.details, self.editor), strict=True):
            area.column.addWidget(part)
            self._sides.addWidget(area)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 24)
        left.addWidget(self.agenda)
        both = QHBoxLayout()
        both.setContentsMargins(INDENT, 0, 0, 0)
        both.setSpacing(24)
        both.addLayout(left, 2)
        both.addWidget(self._sides, 3)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, MARGIN, 0)
        top.addWidget(self.head)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN - INDENT, 20, 0, 0)
        box.setSpacing(16)
        box.addLayout(top)
        box.addLayout(both, 1)

    def _connect(self, changes: ChangeSignals) -> None:
        self.head.left.connect(self._leave)
        self.head.asked_papers.connect(self._print_pack)
        self.head.asked_run.connect(self._run)
        self.agenda.chose_step.connect(self._show_step)
        self.agenda.chose_details.connect(self._show_details)
        self.agenda.asked_edit.connect(self._edit)
        self.agenda.booked.connect(self._book)
        self.editor.chose_dimensions.connect(self._change_dimensions)
        self.editor.chose_ways.connect(self._change_ways)
        for saver in self.editor.savers:
            saver.saved.connect(self._tell_saved)
            saver.refused.connect(self._tell_saved)
        self.details.form.edited.connect(self._tell_saved)
        self.details.saved.connect(self._tell_saved)
        self.editor.asked_no_card.connect(self._take_card_away)
        self.editor.activity.asked_edit.connect(self.asked_activities)
        self._soon.timeout.connect(self._look_again)
        changes.changed.connect(self._note_change)

    def show_workshop(self, workshop_id: int) -> None:
        """Show the plan of a workshop; WorkshopProblem when it is gone."""
        self.flush()
        meeting = self._services.meetings.read(workshop_id)
        self.agenda.forget()
        self.editor.forget()
        self._shown_step = 0
        self._show(meeting)
        if self.model.rowCount():
            self.agenda.choose(0)
            self._show_step(0)
        else:
            self.agenda.show_details()
        self._tell_saved()
        self.agenda.view.setFocus()

    def book(self, workshop_id: int, minutes: int) -> None:
        """Take these minutes as booked for a workshop."""
        self._booked[workshop_id] = minutes

    @property
    def workshop_id(self) -> int:
        """The workshop on show, or 0."""
        return self._meeting.workshop.id if self._meeting else 0

    @property
    def booked(self) -> int:
        """The minutes booked, as said by a person or guessed from the steps."""
        guess = likely_booking(self.model.total)
        if self.model.total < NEW_BOOKING // 2 - 5:
            guess = NEW_BOOKING
        return self._booked.setdefault(self.workshop_id, guess)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    @Slot(Change, int)
    def _note_change(self, change: Change, workshop_id: int) -> None:
        ours = change in SHOWN and workshop_id == self.workshop_id
        if not ours and change is not Change.OWN_ACTIVITIES:
            return
        self._stale = True
        if self.isVisible():
            self._soon.start()

    @Slot()
    def _look_again(self) -> None:
        """Read the plan again; one that was deleted elsewhere is left."""
        self._soon.stop()
        if not self._stale or self._meeting is None:
            return
        self._stale = False
        try:
            meeting = self._services.meetings.read(self.workshop_id)
        except StaleProblem:
            self._meeting = None
            self.left.emit()
            return
        self._show(meeting)

    def _show(self, meeting: Meeting) -> None:
        self._meeting = meeting
        done = meeting.workshop.state is WorkshopState.DONE
        self.model.fixed = done
        cards = {drawn.step_id: drawn.card for drawn in meeting.cards}
        self.model.show_steps(meeting.workshop.id, meeting.steps, cards)
        self.head.show_meeting(meeting)
        self.details.show_meeting(meeting)
        self.agenda.show_plan(meeting.workshop.plan, self.booked, fixed=done)
        self._keep_choice()

    def _keep_choice(self) -> None:
        """Keep the chosen step chosen after the steps were read again."""
        if not self._shown_step or self._sides.currentIndex() == 0:
            return
        row = self.model.row_of(self._shown_step)
        if row < 0:
            row = min(self._shown_row, self.model.rowCount() - 1)
        if row < 0:
            self._shown_step = 0
            self.agenda.show_details()
        elif row != self.agenda.row:
            self.agenda.choose(row)
        else:
            self._show_step(row)

    @Slot(int)
    def _show_step(self, row: int) -> None:
        step = self.model.step(row)
        if step is None or self._meeting is None:
            return
        if step.id != self._shown_step:
            self.editor.flush()
            self._areas[1].verticalScrollBar().setValue(0)
        self._shown_step, self._shown_row = step.id, row
        now = self.model.step(row) or step
        self.editor.show_step(now, self._meeting, fixed=self.model.fixed)
        self._sides.setCurrentIndex(1)

    @Slot()
    def _show_details(self) -> None:
        self.editor.flush()
        self._sides.setCurrentIndex(0)

    @Slot()
    def _edit(self) -> None:
        self.editor.title.setFocus()
        self.editor.title.selectAll()

    @Slot(int)
    def _book(self, minutes: int) -> None:
        self._booked[self.workshop_id] = minutes
        self.agenda.show_booked(minutes)

    @Slot(tuple)
    def _change_dimensions(self, chosen: tuple[str, ...]) -> None:
        if self._meeting is None:
            return
        self.editor.dimensions.complain("" if chosen else none_chosen())
        self._tell_saved()
        if chosen:
            self._problems.attempt(lambda: self._store_dimensions(chosen))

    @Slot(object)
    def _change_ways(self, choice: RatingChoice) -> None:
        """Store how the team rates; what is refused is shown as it is stored."""
        if self._meeting is None:
            return
        stored = self._services.workshops.workshop(self.workshop_id).plan
        change = partial(
            self._services.workshops.change_plan, self.workshop_id, choice.put_into(stored)
        )
        if not self._problems.attempt(change):
            self.editor.ways.show_choice(choice_of(stored))

    def _store_dimensions(self, chosen: tuple[str, ...]) -> None:
        stored = self._services.workshops.workshop(self.workshop_id).plan
        plan = replace(stored, dimensions=chosen)
        self._services.workshops.change_plan(self.workshop_id, plan)
        counted = [with_count(step.plan, len(chosen)) for step in self.model.steps]
        if counted != [step.plan for step in self.model.steps]:
            self.model.change_all(counted)

    @Slot(int)
    def _take_card_away(self, step_id: int) -> None:
        """Let the ratings choose the card of a step after all."""
        row = self.model.row_of(step_id)
        if self.model.without_card(row):
            self.agenda.choose(row)

    @property
    def wrong(self) -> bool:
        """Whether something typed could not be stored as it is."""
        return (
            self.details.wrong or self.editor.waiting or bool(self.editor.dimensions.problem.text())
        )

    @Slot()
    def _tell_saved(self) -> None:
        self.head.tell_saved(not self.wrong)

    @Slot()
    def flush(self) -> None:
        """Save what is being typed."""
        if self._meeting is not None:
            self.editor.flush()
            self.details.flush()

    @Slot()
    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    @Slot()
    def _run(self) -> None:
        """Start, once everything typed is stored; what could not be is shown first."""
        self.flush()
        refused = self.model.row_of(self.editor.refused_step)
        if self.details.wrong:
            self.agenda.show_details()
            self.details.form.go_to_first_problem()
        elif refused >= 0:
            self.agenda.choose(refused)
        elif not self.model.rowCount():
            self.agenda.complain(_("Add at least one step, then start."))
        else:
            self.asked_run.emit(self.workshop_id)

    @Slot()
    def _print_pack(self) -> None:
        """Offer the papers for what is stored of this plan now."""
        from lqf_workshop_ui.paper.pack_papers import PackPapers

        self.flush()
        meeting = self._services.meetings.read(self.workshop_id)
        papers = PackPapers(
            meeting, self._services.shelf, self._looks, self._problems, self.window()
        )
        papers.asked_more.connect(self._print_for_voting)
        papers.open()

    @Slot()
    def _print_for_voting(self) -> None:
        """Offer slips and sheets for what is stored of this plan now."""
        from lqf_workshop_ui.paper.voting_papers import VotingPapers

        self.flush()
        meeting = self._services.meetings.read(self.workshop_id)
        VotingPapers(
            meeting, self._services.shelf, "", self._looks, self._problems, self.window()
        ).open()
