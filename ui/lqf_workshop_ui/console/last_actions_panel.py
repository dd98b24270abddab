"""What the team agreed last time: how it went, and what was learnt."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.action import Action, ActionState
from lqf_workshop.scenes.build import action_state_words
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, short_date
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import Choices, only_by_tab
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
        field = SavedText(partial(self._tell, which), name, self)
        field.setFixedHeight(72)
        field.saver.refused.connect(self.problems.warn)
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
        for widget in (self._card, self.states, self.happened, self.learnt):
            widget.setVisible(action is not None)
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

    def _tell(self, which: str, text: str) -> None:
        """Save words about the action on show; they are flushed before another is shown."""
        if self._shown is not None:
            self.services.actions.tell(self._shown, **{which: text})

    @Slot(str)
    def _set_state(self, state: str) -> None:
        if self._shown is not None:
            self.attempt(partial(self.services.actions.set_state, self._shown, ActionState(state)))
