"""What the team agreed last time: how it went, and what was learnt."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lqf_workshop.domain.action import Action, ActionState, Terms
from lqf_workshop.domain.text import has_words
from lqf_workshop.scenes.build import action_state_words
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, short_date
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.plain_words import BETWEEN
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import Choices, only_by_tab
from lqf_workshop_ui.widgets.date_field import DateField, in_weeks
from lqf_workshop_ui.widgets.saved_text import SavedText
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import line, words

STATES = (ActionState.AGREED, ActionState.GOING_ON, ActionState.DONE, ActionState.DROPPED)


class LastActionsPanel(StepPanel):
    """One action from an earlier meeting at a time."""

    redraws_on = frozenset({Change.ACTIONS, Change.RUN})

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self._shown: int | None = None
        self._fields: list[QWidget] = []
        card = Surface("soft", self, margins=(20, 14, 20, 14), spacing=4)
        self.what = words("", "heading", card)
        self.details = words("", "muted", card)
        card.box.addWidget(self.what)
        card.box.addWidget(self.details)
        self.box.addWidget(card)
        self.states = Choices(
            [(state.value, action_state_words(state)) for state in STATES],
            self,
            name=_("How it stands"),
        )
        self.states.chosen.connect(self._set_state)
        self.box.addWidget(self.states)
        self._now = QWidget(self)
        now = QHBoxLayout(self._now)
        now.setContentsMargins(0, 0, 0, 0)
        now.setSpacing(12)
        choices = [in_weeks(2), in_weeks(4), in_weeks(6)]
        self.due = DateField(_("Due"), looks, services.desk.today, choices, self._now)
        self.due.setFixedWidth(190)
        self.due.settled.connect(self._set_due)
        self.said = QLineEdit(self._now)
        self.said.setAccessibleName(_("What was said"))
        self.said.setPlaceholderText(_("How is it going? Keep a word on it with Enter"))
        self.said.returnPressed.connect(self._say)
        for name, field in ((_("Due"), self.due), (_("What was said"), self.said)):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(line(name, "label", self._now))
            column.addWidget(field)
            now.addLayout(column, 1 if field is self.said else 0)
        self.box.addWidget(self._now)
        self.latest = words("", "muted", self)
        self.box.addWidget(self.latest)
        self.happened = self._field(_("What happened"), "happened")
        self.learnt = self._field(_("What we learnt"), "learnt")
        self._none = words(
            _("This team has no actions from an earlier meeting. Go on to the next step."),
            "muted",
            self,
        )
        self.box.addWidget(self._none)
        self._card = card
        only_by_tab(self)

    def _field(self, name: str, which: str) -> SavedText:
        label = line(name, "label", self)
        self._fields.append(label)
        field = SavedText(partial(self._tell, which), name, self)
        field.setFixedHeight(72)
        field.saver.refused.connect(self.problems.warn)
        self._fields.append(field)
        self.box.addWidget(label)
        self.box.addWidget(field)
        return field

    @property
    def action(self) -> Action | None:
        """The action this moment is about."""
        return next((a for a in self.live.meeting.last_actions if str(a.id) == self.about), None)

    def refresh(self) -> None:
        """Show the action and how it stands."""
        action = self.action
        for widget in (self._card, self.states, self._now, *self._fields):
            widget.setVisible(action is not None)
        self.latest.hide()
        self._none.setVisible(action is None)
        if action is None:
            return
        text = action.text
        parts = [
            text.owner,
            _("due {0}").format(short_date(text.due)) if text.due else "",
            text.how_we_know,
        ]
        self.what.setText(text.what)
        self.details.setText(" · ".join(p for p in parts if p))
        self.states.choose(action.state.value)
        another = action.id != self._shown
        if another:
            self._turn_to(action)
        for field, stored in ((self.happened, action.happened), (self.learnt, action.learnt)):
            (field.replace_text if another else field.show_text)(stored)
        (self.due.replace_date if another else self.due.show_date)(text.due)
        self._show_latest(action.id)

    def _show_latest(self, action_id: int) -> None:
        """Show what was said last, while the room does not look at this display."""
        said = self.services.follow_up.progress(action_id)
        self.latest.setVisible(bool(said) and not self.covered)
        if said:
            self.latest.setText(BETWEEN.join((short_date(said[-1].said_on), said[-1].text)))

    def _turn_to(self, action: Action) -> None:
        """Save words about the action on show; what could not be saved is not the next one's."""
        self.flush()
        self._shown = action.id
        for field in (self.happened, self.learnt):
            field.saver.accept(field.toPlainText())

    def flush(self) -> None:
        """Save what is being typed."""
        self.happened.saver.flush()
        self.learnt.saver.flush()
        self.due.settle()
        if has_words(self.said.text()):
            self._say()

    @Slot()
    def _say(self) -> None:
        """Keep a word on how it goes, of today."""
        action_id, text = self._shown, self.said.text()
        if action_id is not None and self.attempt(
            lambda: self.services.follow_up.say(action_id, text)
        ):
            self.said.clear()

    @Slot()
    def _set_due(self) -> None:
        """Move the day of the action on show, which may have been left just now."""
        action = next((a for a in self.live.meeting.last_actions if a.id == self._shown), None)
        if action is None:
            return
        terms = Terms(action.text.owner, self.due.day, action.text.review_on)
        self.attempt(partial(self.services.actions.change_terms, action.id, terms))

    def _tell(self, which: str, text: str) -> None:
        """Save words about the action on show; they are flushed before another is shown."""
        if self._shown is not None:
            self.services.actions.tell(self._shown, **{which: text})

    @Slot(str)
    def _set_state(self, state: str) -> None:
        if self._shown is not None:
            self.attempt(partial(self.services.actions.set_state, self._shown, ActionState(state)))
