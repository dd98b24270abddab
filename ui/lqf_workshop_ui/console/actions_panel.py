"""Agree what will be done: write one action at a time, and see what is agreed so far."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.action import (
    Action,
    ActionState,
    ActionText,
    Source,
    SourceKind,
    check_before_agreeing,
)
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.subject import skill_of
from lqf_workshop.library.regulators import lines_of
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, short_date
from lqf_workshop_ui.console.action_form import ActionForm
from lqf_workshop_ui.console.drafting import rated_source
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.console.smart_line import SmartLine
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import words


class ActionsPanel(StepPanel):
    """The form for one action, and the agreed ones under it."""

    redraws_on = frozenset({Change.ACTIONS, Change.RUN, Change.CARDS})

    @property
    def has_main(self) -> bool:
        """Its own button is the main one."""
        return True

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self._editing: int | None = None
        self._sources: list[Source] = []
        self._wanted: Source | None = None
        lines = lines_of(services.shelf.regulators(), looks.preferences.regulator)
        self.form = ActionForm(self._write, looks, services.desk.today, lines, self)
        self.form.refused.connect(problems.warn)
        self.box.addWidget(self.form)
        self.smart = SmartLine(looks, self)
        self.box.addWidget(self.smart)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.source = QComboBox(self)
        self.source.setAccessibleName(_("What it came from"))
        self.source.activated.connect(self._choose_source)
        self.agree_button = button(_("Agree this action"), self.agree, kind="primary")
        row.addWidget(self.source)
        row.addStretch(1)
        row.addWidget(self.agree_button)
        self.box.addLayout(row)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.box.addLayout(self._rows)
        only_by_tab(self)

    def arrive(self) -> None:
        """Take up the draft that is waiting, if there is one."""
        if self.form.waiting:
            return  # words that could not be saved wait here for a shorter form
        self._editing = self._wanted = None
        self._suggest_owners()
        self._show_current(another=True)

    def _suggest_owners(self) -> None:
        """Offer the role levels that are in the room, then whom this team named before."""
        plan = self.live.meeting.workshop.plan
        levels = [
            level.name
            for level in self.live.meeting.edition.levels
            if plan.role_mix.get(level.code)
        ]
        self.form.owner.suggest([*levels, *self.services.actions.owners(plan.team)])

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    def refresh(self) -> None:
        """Show the current action and the others."""
        self._show_current(another=False)
        self._draw_agreed()

    @property
    def current(self) -> Action | None:
        """The action in the form: one being changed, else the first draft."""
        actions = self.live.meeting.actions
        if self._editing is not None:
            return next((a for a in actions if a.id == self._editing), None)
        return next((a for a in actions if a.state is ActionState.DRAFT), None)

    def _show_current(self, *, another: bool) -> None:
        action = self.current
        text = action.text if action else ActionText()
        self.form.show_text(text, another=another)
        self._fill_sources(action)
        self.smart.show_text(text, self.live.meeting.workshop.plan.held_on)
        editing = action is not None and action.state is not ActionState.DRAFT
        self.agree_button.setText(_("Done") if editing else _("Agree this action"))

    def _fill_sources(self, action: Action | None) -> None:
        meeting = self.live.meeting
        found = [(_("From: nothing in particular"), Source())]
        found += [
            (self._rated_words(source, s.short_name), source)
            for s in meeting.rated
            for source in (rated_source(meeting, s.code),)
        ]
        found += [
            (_("From: {0}").format(c.card.title), Source(SourceKind.CARD, c.card.title))
            for c in meeting.cards
        ]
        voted = any(skill_of(one.subject) for one in meeting.rounds)
        found += [
            (_("From: {0}").format(skill.name), Source(SourceKind.SKILL, skill.name))
            for skill in (meeting.skills if voted else ())
        ]
        found += [
            (_("From: {0}").format(name), Source(SourceKind.ACTIVITY, name))
            for name in dict.fromkeys(run.activity.name for run in meeting.activities)
        ]
        if meeting.notes_of(NoteKind.PARKING):
            found.append((_("From: the parking space"), Source(SourceKind.PARKING)))
        if action and action.source not in [source for _text, source in found]:
            found.append(self._earlier(action.source))
        sources = [source for _text, source in found]
        if sources != self._sources:
            self._sources = sources
            self.source.clear()
            self.source.addItems([text for text, _source in found])
        wanted = action.source if action else self._wanted or self._likely_source()
        self.source.setCurrentIndex(sources.index(wanted) if wanted in sources else 0)

    @staticmethod
    def _rated_words(source: Source, name: str) -> str:
        if source.kind is SourceKind.SPLIT:
            return _("From: {0}, where we differ").format(name)
        return _("From: {0}").format(name)

    def _earlier(self, source: Source) -> tuple[str, Source]:
        """Name a source that could not be chosen now: a second vote may have closed a split."""
        name = source.code
        if source.kind.rated:
            known = {subject.code: subject.short_name for subject in self.live.meeting.rated}
            name = known.get(source.code, source.code)
        return self._rated_words(source, name or _("the parking space")), source

    def _likely_source(self) -> Source:
        picks = self.live.meeting.picks
        return rated_source(self.live.meeting, picks[0]) if picks else Source()

    def _write(self, text: ActionText) -> None:
        """Save the form; the first letter makes the draft. Words too long make none."""
        text = text.cleaned()
        action = self.current
        if action is None:
            if text.empty:
                return
            number = self.services.actions.draft(
                self.live.workshop_id, self._sources[self.source.currentIndex()]
            )
        else:
            number = action.id
        self.services.actions.write(number, text)

    @Slot()
    def agree(self) -> None:
        """Agree the action in the form, and offer an empty form for the next."""
        self.form.flush()
        if self.form.waiting:
            return
        action = self.current
        if action is not None and action.state is not ActionState.DRAFT:
            self._edit(None)
            return

        def agree() -> None:
            if action is None:  # nothing is written, so that nothing is stored either
                check_before_agreeing(ActionText(), self.live.meeting.workshop.plan.held_on)
                return
            self.problems.tell(self.services.actions.agree(action.id))

        if self.attempt(agree):
            self._edit(None)
            self.form.what.setFocus()

    @Slot(int)
    def _choose_source(self, place: int) -> None:
        """Keep where an action comes from, also while not a word of it is written."""
        action = self.current
        if action is None:
            self._wanted = self._sources[place]
        else:
            self.attempt(partial(self.services.actions.set_source, action.id, self._sources[place]))

    def _edit(self, action_id: int | None) -> None:
        self.form.flush()
        if self.form.waiting:
            return  # it was told why; the words would be lost to another action's
        self._editing, self._wanted = action_id, None
        self._suggest_owners()
        self._show_current(another=True)
        self._draw_agreed()

    def _draw_agreed(self) -> None:
        empty(self._rows)
        for action in self.live.meeting.actions:
            if action.state is not ActionState.DRAFT and action.id != self._editing:
                self._rows.addWidget(self._row(action))
        only_by_tab(self)

    def _row(self, action: Action) -> Surface:
        row = Surface("card", self, margins=(14, 6, 8, 6), across=True)
        text = action.text
        parts = [text.what, text.owner, short_date(text.due) if text.due else ""]
        row.box.addWidget(words(" · ".join(p for p in parts if p), "", row), 1)
        change = button(_("Change"), kind="quiet", parent=row, hint=_("Change this action"))
        change.clicked.connect(partial(self._edit, action.id))
        away = button("", kind="quiet", parent=row, hint=_("Remove this action"))
        away.setIcon(self.looks.icon("bin"))
        away.clicked.connect(
            partial(self.attempt, partial(self.services.actions.remove, action.id))
        )
        for made in (change, away):
            row.box.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return row
