"""The second half of a new workshop: who, when, and what to rate."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from lqf_workshop.domain.agenda import AgendaTemplate, StepKind, StepPlan
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.team import Team
from lqf_workshop.domain.workshop import WorkshopId, WorkshopPlan
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.workshops import blank_steps
from lqf_workshop.wording import _, day_and_month
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.agenda_steps import with_count
from lqf_workshop_ui.models.plan_draft import PlanDraft, none_chosen, problems_of, settled
from lqf_workshop_ui.pages.prepare.details_form import DetailsForm, team_hint, which_one
from lqf_workshop_ui.pages.prepare.dimension_choice import DimensionChoice
from lqf_workshop_ui.pages.prepare.rating_ways import (
    RatingChoice,
    RatingWays,
    choice_of,
    scales_to_choose,
)
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class EditionChoice(QWidget):
    """Which edition of the framework; one that is only names says so."""

    changed = Signal()

    def __init__(
        self, editions: tuple[FrameworkEdition, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editions = {edition.code: edition for edition in editions}
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for edition in editions:
            text = edition.edition[:1].upper() + edition.edition[1:]
            made = QRadioButton(text, self)
            made.setAccessibleName(f"{edition.name}, {text}")
            made.setToolTip(edition.note)
            self._group.addButton(made)
            row.addWidget(made)
            self.buttons[edition.code] = made
        row.addStretch(1)
        if editions:
            self.buttons[editions[0].code].setChecked(True)
        self._group.buttonToggled.connect(self._tell)

    @property
    def edition(self) -> FrameworkEdition | None:
        """The edition that is chosen."""
        chosen = (code for code, made in self.buttons.items() if made.isChecked())
        return self._editions.get(next(chosen, ""))

    def choose(self, code: str) -> None:
        """Choose an edition, if it can be chosen."""
        if code in self.buttons:
            self.buttons[code].setChecked(True)

    @Slot(object, bool)
    def _tell(self, _button: object, on: bool) -> None:
        if on:
            self.changed.emit()


class NewDetails(QWidget):
    """Fills a plan for a chosen template, and prepares the workshop when all is right."""

    def __init__(self, services: Services, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._looks = looks
        self._template: AgendaTemplate | None = None
        self._asked = False
        self._filled_for: Team | None = None
        editions = services.shelf.editions()
        self._left = Surface("card", self, margins=(24, 20, 24, 22), spacing=14)
        self._right = Surface("card", self, margins=(24, 20, 24, 22), spacing=10)
        self.form = DetailsForm(editions[0].levels if editions else (), looks, self._left)
        self.edition = EditionChoice(editions, self._right)
        self.edition_note = words("", "small", self._right)
        self.dimensions = DimensionChoice(looks, self._right)
        self.ways = RatingWays(scales_to_choose(services.shelf), looks, self._right)
        self.no_rating = words("", "muted", self._right)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._check_again)
        self._lay_out()
        self.form.edited.connect(self._soon.start)
        self.form.team_chosen.connect(self._fill_from_last_time)
        self.edition.changed.connect(self._show_edition)
        self.dimensions.changed.connect(self._check_dimensions)
        self.ways.changed.connect(self._check_dimensions)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 24)
        row.setSpacing(20)
        left, right = self._left, self._right
        left.box.addWidget(words(_("Who, when and where"), "heading", left))
        left.box.addWidget(self.form)
        left.box.addStretch(1)
        right.box.addWidget(words(_("What you rate"), "heading", right))
        parts = (self.edition, self.edition_note, self.dimensions, self.ways, self.no_rating)
        for part in parts:
            right.box.addWidget(part)
        right.box.addStretch(1)
        row.addWidget(left, 1)
        row.addWidget(right, 1)

    def begin(self) -> None:
        """Empty the fields for another workshop."""
        chosen = self._looks.preferences
        today = self._services.desk.today()
        self._asked = False
        self._filled_for = None
        self.form.start(today, self._services.workshops.teams())
        self.form.fill(
            PlanDraft("", today, "", "", chosen.provider, chosen.facilitator),
        )
        for line in (self.form.place, self.form.headcount, self.form.provider):
            line.setModified(False)
        self.form.complain({})
        self.form.fields["team"].say(team_hint())
        self.ways.show_choice(RatingChoice())
        self.ways.fold.unfold(False)
        first = next(iter(self.edition.buttons), "")
        self.edition.choose(first)

    def use(self, template: AgendaTemplate | None) -> None:
        """Prepare with this template; what is typed already stays."""
        self._template = template
        self._show_edition()
        self.form.team.setFocus()

    @property
    def _steps(self) -> tuple[StepPlan, ...]:
        return self._template.steps if self._template else blank_steps()

    @property
    def _rating_minutes(self) -> int:
        return sum(step.minutes for step in self._steps if step.kind is StepKind.RATE)

    @Slot()
    def _show_edition(self) -> None:
        edition = self.edition.edition
        if edition is None:
            return
        self.edition_note.setText("" if edition.complete else edition.note)
        self.edition_note.setVisible(not edition.complete)
        suggested = self._services.workshops.suggested_dimensions(edition.code, self._template)
        self.dimensions.show_dimensions(edition.dimensions, suggested)
        rates = bool(self._rating_minutes)
        self.dimensions.setVisible(rates)
        self.ways.setVisible(rates)
        self.no_rating.setVisible(not rates)
        self.no_rating.setText(
            _("Nothing is rated in this meeting. You can add a rating to its agenda later.")
        )
        self._check_dimensions()

    @Slot()
    def _check_dimensions(self) -> None:
        edition = self.edition.edition
        chosen = self.dimensions.chosen
        known = edition.dimensions if edition else ()
        self.ways.show_dimensions([d for d in known if d.code in chosen])
        self.dimensions.tell_time(self._rating_minutes, self.ways.votes)
        missing = bool(self._rating_minutes) and not self.dimensions.chosen
        self.dimensions.complain(none_chosen() if missing else "")

    @Slot()
    def _check_again(self) -> None:
        """Take complaints away as soon as they are put right; new ones wait for their time."""
        wrong = problems_of(self.form.draft)
        self.ways.tell_people(self.form.draft.voters)
        if not self._asked:
            shown = {name for name, one in self.form.fields.items() if one.problem.text()}
            wrong = {name: sentence for name, sentence in wrong.items() if name in shown}
        self.form.complain(wrong)

    @Slot(str)
    def _fill_from_last_time(self, team: str) -> None:
        """Fill in what a known team had last time; what a person typed stays."""
        provider = self.form.provider
        typed = provider.text() if provider.isModified() else ""
        if Team.of(team, typed) == self._filled_for:
            return
        try:
            last = self._last_plan(team, typed) if team.strip() else None
        except WorkshopProblem:
            last = None
        self._filled_for = Team.of(team, typed)
        if last is None:
            others = self.form.organisations_of(team)
            self.form.fields["team"].say(which_one(others) if others else team_hint())
            return
        self._take_over(last)
        today = self._services.desk.today()
        self.form.fields["team"].say(
            _("Filled in from the workshop of {0}. Change what is different.").format(
                day_and_month(last.held_on, today)
            )
        )

    def _last_plan(self, team: str, typed: str) -> WorkshopPlan | None:
        """Return the latest plan of this team; of several with the name, that of our own."""
        workshops = self._services.workshops
        own = workshops.latest_plan(team, typed or self.form.provider.text())
        return own or (None if typed else workshops.latest_plan(team))

    def _take_over(self, last: WorkshopPlan) -> None:
        form, now = self.form, self.form.draft
        typed = {
            "place": form.place.isModified() and bool(now.place),
            "provider": form.provider.isModified() and bool(now.provider),
            "facilitator": bool(now.facilitator),
            "headcount": form.headcount.isModified() and bool(now.headcount),
        }
        leave = {name for name, is_typed in typed.items() if is_typed} | {"team", "held_on"}
        if now.role_mix or "headcount" in leave:
            leave.add("role_mix")
        if now.facilitator_votes:
            leave.add("facilitator_votes")
        form.fill(
            PlanDraft(
                last.team,
                last.held_on,
                str(last.headcount),
                last.place,
                last.provider or now.provider,
                last.facilitator,
                last.facilitator_votes,
                dict(last.role_mix),
            ),
            frozenset(leave),
        )
        self.edition.choose(last.edition_code)
        self.ways.show_choice(choice_of(last))
        self._check_dimensions()
        self._check_again()

    def prepare(self) -> WorkshopId | None:
        """Prepare the workshop and return its number; when something is wrong, say it there."""
        self._asked = True
        wrong = problems_of(self.form.draft)
        self.form.complain(wrong)
        self._check_dimensions()
        edition = self.edition.edition
        if wrong:
            self.form.go_to_first_problem()
            return None
        if self.dimensions.problem.text():
            next(iter(self.dimensions.boxes.values())).setFocus(Qt.FocusReason.TabFocusReason)
            return None
        chosen = self.dimensions.chosen
        draft = self.form.draft
        blank = WorkshopPlan("-", draft.held_on, 30, edition_code=edition.code if edition else "")
        plan = settled(draft, blank)
        rates = bool(self._rating_minutes)
        return self._store(plan, chosen if rates else ())

    def _store(self, plan: WorkshopPlan, chosen: tuple[str, ...]) -> WorkshopId:
        counted = tuple(with_count(step, len(chosen)) for step in self._steps)
        whole = self.ways.choice.put_into(plan) if chosen else plan
        return self._services.workshops.prepare(replace(whole, dimensions=chosen), counted)
