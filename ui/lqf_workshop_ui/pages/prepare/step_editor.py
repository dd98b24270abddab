"""The right of a plan: everything about the chosen step, saved as it is changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.agenda import AgendaStep, Script, StepKind
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.text import required_line
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.agenda_list import AgendaList
from lqf_workshop_ui.models.agenda_steps import is_renamed, kind_name, with_script
from lqf_workshop_ui.pages.prepare.activity_choice import ActivityChoice
from lqf_workshop_ui.pages.prepare.card_chooser import CardChooser
from lqf_workshop_ui.pages.prepare.dimension_choice import DimensionChoice
from lqf_workshop_ui.pages.prepare.rating_ways import RatingWays, choice_of, scales_to_choose
from lqf_workshop_ui.pages.prepare.script_editor import ScriptEditor
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.pickers import Stepper
from lqf_workshop_ui.widgets.saved_text import SavedLine, Saver
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class StepEditor(QWidget):
    """Title, minutes, purpose, script, and what only this kind of step has."""

    chose_dimensions = Signal(tuple)
    """Codes of the dimensions that this workshop shall rate."""
    chose_ways = Signal(object)
    """A RatingChoice: how closely, in which words, by role or not."""
    asked_no_card = Signal(int)
    """The number of a step whose card the ratings shall choose."""

    def __init__(
        self,
        services: Services,
        model: AgendaList,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._step: AgendaStep | None = None
        self._refused: dict[tuple[int, str], str] = {}
        self._head = Surface("card", self, margins=(20, 14, 20, 18), spacing=10)
        self.title = SavedLine(self._save_title, _("Title"), self._head)
        self.minutes = Stepper(1, 240, 1, _("Minutes"), self._head)
        self.purpose = SavedLine(
            self._save_purpose, _("What it is for"), self._head, hint=_("One sentence for the room")
        )
        self.title_field = Field(_("Title"), self.title, self._head)
        self.minutes_field = Field(_("Minutes"), self.minutes, self._head)
        self.purpose_field = Field(_("What it is for"), self.purpose, self._head)
        self._lines = {
            "title": (self.title, self.title_field),
            "purpose": (self.purpose, self.purpose_field),
        }
        self.dimensions_card = Surface("card", self, margins=(20, 14, 20, 16), spacing=8)
        self.dimensions = DimensionChoice(looks, self.dimensions_card, across=1)
        self.ways = RatingWays(scales_to_choose(services.shelf), looks, self.dimensions_card)
        self.cards = CardChooser(services, looks, problems, self)
        self.activity = ActivityChoice(services, problems, self)
        self.script = ScriptEditor(self._save_script, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = self._head
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.title_field, 0, 0, top)
        grid.addWidget(self.minutes_field, 0, 1, top)
        grid.addWidget(self.purpose_field, 1, 0, 1, 2, top)
        head.box.addLayout(grid)
        self.dimensions_card.box.addWidget(
            words(_("Dimensions to rate"), "heading", self.dimensions_card)
        )
        self.dimensions_card.box.addWidget(self.dimensions)
        self.dimensions_card.box.addWidget(self.ways)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 24)
        box.setSpacing(14)
        for part in (head, self.dimensions_card, self.cards, self.activity, self.script):
            box.addWidget(part)
        box.addStretch(1)

    def _connect(self) -> None:
        for name, (made, _field) in self._lines.items():
            made.saver.refused.connect(partial(self._remember_refused, name))
            made.saver.saved.connect(partial(self._forget_refused, name))
        self.minutes.changed.connect(self._save_minutes)
        self.dimensions.changed.connect(self._tell_dimensions)
        self.ways.changed.connect(self._tell_ways)
        self.cards.asked_none.connect(self._take_card_away)

    def show_step(self, step: AgendaStep, meeting: Meeting, *, fixed: bool) -> None:
        """Show a step as it is stored; what is being typed stays."""
        other = self._step is None or self._step.id != step.id
        if other:
            self.flush()
        self._step = step
        self.title_field.say(kind_name(step.plan.kind) if is_renamed(step.plan) else "")
        self._show_lines(step, other)
        if other or not self.minutes.number.hasFocus():
            self.minutes.show_value(step.plan.minutes)
        self.script.show_step(step)
        self._show_special(step, meeting)
        self._allow(not fixed)

    def _show_lines(self, step: AgendaStep, other: bool) -> None:
        for name, (made, field) in self._lines.items():
            stored: str = getattr(step.plan, name)
            if not other:
                made.show_text(stored)
                continue
            made.saver.accept(made.text())
            made.replace_text(stored)
            field.complain("")
            if (step.id, name) in self._refused:
                made.setText(self._refused[step.id, name])
                made.saver.flush()

    def _show_special(self, step: AgendaStep, meeting: Meeting) -> None:
        kind, plan = step.plan.kind, meeting.workshop.plan
        self.dimensions_card.setVisible(kind is StepKind.RATE)
        self.cards.setVisible(kind is StepKind.CARD)
        self.activity.setVisible(kind is StepKind.ACTIVITY)
        if kind is StepKind.ACTIVITY:
            self.activity.show_step(meeting, step.id, step.plan.minutes)
        if kind is StepKind.RATE:
            rated = {r.subject[:2] for r in meeting.rounds} | {
                r.subject[:2] for r in meeting.open_rounds
            }
            if not self.dimensions.problem.text():
                self.dimensions.show_dimensions(meeting.edition.dimensions, plan.dimensions, rated)
            self.ways.show_dimensions(meeting.dimensions)
            self.ways.tell_people(meeting.workshop.expected_voters)
            self.ways.show_choice(choice_of(plan))
            self.dimensions.tell_time(step.plan.minutes, self.ways.votes)
        if kind is StepKind.CARD:
            laid = meeting.drawn(step.id)
            self.cards.show_step(
                meeting.workshop.id, step.id, laid.card if laid else None, meeting.edition
            )

    def _allow(self, editable: bool) -> None:
        self.title.setReadOnly(not editable)
        self.purpose.setReadOnly(not editable)
        self.script.allow(editable)
        for part in (self.minutes, self.dimensions, self.ways, self.cards, self.activity):
            part.setEnabled(editable)

    def flush(self) -> None:
        """Save what is being typed."""
        self.title.saver.flush()
        self.purpose.saver.flush()
        self.minutes.flush()
        self.script.flush()

    @property
    def savers(self) -> list[Saver]:
        """Everything that saves words as they are typed."""
        texts = [text.saver for text in self.script.texts.values()]
        return [self.title.saver, self.purpose.saver, *texts]

    @property
    def waiting(self) -> bool:
        """Whether there are words that could not be stored."""
        return bool(self._refused)

    @property
    def refused_step(self) -> int:
        """The number of the first step with words that could not be stored, or 0."""
        return next(iter(self._refused), (0, ""))[0]

    def forget(self) -> None:
        """Forget what could not be stored, for another workshop."""
        self._step = None
        self._refused.clear()
        self.dimensions.complain("")

    def _save_title(self, text: str) -> None:
        if self._step is not None:
            self._model.change(self._step.id, title=required_line(text, _("Title")))

    def _save_purpose(self, text: str) -> None:
        if self._step is not None:
            self._model.change(self._step.id, purpose=text)

    def _save_script(self, moment: str, script: Script) -> None:
        if self._step is not None:
            now = self._model.step(self._model.row_of(self._step.id))
            plan = with_script((now or self._step).plan, moment, script)
            self._model.change(self._step.id, scripts=plan.scripts)

    @Slot(int)
    def _save_minutes(self, value: int) -> None:
        if self._step is None:
            return
        try:
            self._model.change(self._step.id, minutes=value)
        except WorkshopProblem as problem:
            self.minutes_field.complain(str(problem))
        else:
            self.minutes_field.complain("")

    def _remember_refused(self, name: str, sentence: str) -> None:
        """Keep words that could not be stored, for when the step is looked at again."""
        line, field = self._lines[name]
        field.complain(sentence)
        if self._step is not None:
            self._refused[self._step.id, name] = line.text()

    def _forget_refused(self, name: str) -> None:
        self._lines[name][1].complain("")
        if self._step is not None:
            self._refused.pop((self._step.id, name), None)

    @Slot()
    def _tell_ways(self) -> None:
        self.chose_ways.emit(self.ways.choice)

    @Slot()
    def _tell_dimensions(self) -> None:
        self.chose_dimensions.emit(self.dimensions.chosen)

    @Slot()
    def _take_card_away(self) -> None:
        if self._step is not None:
            self.flush()
            self.asked_no_card.emit(self._step.id)
