"""One action, whole: what it is, how it goes, what happened and what was learnt."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lqf_workshop.domain.action import Action, ActionState, DueAction
from lqf_workshop.library.regulators import line_words
from lqf_workshop.scenes.sources import source_words
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, long_date
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.actions.progress_part import ProgressPart
from lqf_workshop_ui.pages.actions.terms_part import TermsPart
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.action_words import (
    STATES,
    is_late,
    standing_words,
    state_words,
)
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.saved_text import SavedText, saved_words
from lqf_workshop_ui.widgets.surfaces import Surface, hairline
from lqf_workshop_ui.widgets.typed import breakable, typed
from lqf_workshop_ui.widgets.words import line, set_role, words


class ActionDetail(Surface):
    """Shows an action and takes what a person says about it; its words save themselves.

    ``touched`` carries the number of the action just before it is changed here.
    """

    touched = Signal(int)
    asked_open = Signal(int)
    asked_print = Signal(int)
    asked_rating = Signal(int, str)

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 20), spacing=10)
        self._actions = services.actions
        self._shelf = services.shelf
        self._problems = problems
        self._shown: DueAction | None = None
        self.head = ActionHead(looks, self)
        self.facts = ActionFacts(self)
        self.terms = TermsPart(services.actions, looks, problems, services.desk.today, self)
        self.states = Choices(
            [(s.value, state_words(s)) for s in STATES], self, name=_("How it goes")
        )
        self.progress = ProgressPart(services.follow_up, looks, problems, self)
        self.happened = SavedText(self._save_happened, _("What happened"), self)
        self.learnt = SavedText(self._save_learnt, _("What we learnt"), self)
        self.saved = line("", "accent", self)
        self.print = button(
            _("Print the plan"),
            parent=self,
            hint=_("Print the action plan or a wall poster"),
        )
        self.open = button(_("Open the workshop"), parent=self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.box.addWidget(self.head)
        self.box.addWidget(self.facts)
        self.box.addWidget(self.terms)
        self.box.addWidget(hairline(self))
        self.box.addWidget(words(_("How it goes"), "label", self))
        self.box.addWidget(self.states, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self.progress)
        for name, field in (
            (_("What happened"), self.happened),
            (_("What we learnt"), self.learnt),
        ):
            label = words(name, "label", self)
            label.setBuddy(field)
            self.box.addWidget(label)
            field.setFixedHeight(76)
            self.box.addWidget(field)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.saved, 1)
        foot.addWidget(self.print)
        foot.addWidget(self.open)
        self.box.addLayout(foot)
        self.box.addStretch(1)

    def _connect(self) -> None:
        self.states.chosen.connect(self._set_state)
        self.print.clicked.connect(self._ask_print)
        self.open.clicked.connect(self._ask_open)
        self.progress.touched.connect(self._tell_touched)
        self.terms.touched.connect(self._tell_touched)
        self.terms.owner.saver.saved.connect(self._tell_saved)
        self.progress.began.connect(self._begin)
        self.progress.asked_rating.connect(self._ask_rating)
        for field in (self.happened, self.learnt):
            field.saver.saved.connect(self._tell_saved)
            field.saver.refused.connect(self._problems.warn)

    @property
    def action_id(self) -> int:
        """The number of the action on show, or 0."""
        return self._shown.action.id if self._shown else 0

    def flush(self) -> bool:
        """Save what is typed; say whether everything is on disk."""
        for field in (self.happened, self.learnt):
            field.saver.flush()
        kept = all((self.progress.flush(), self.terms.flush()))
        return kept and not (self.happened.saver.waiting or self.learnt.saver.waiting)

    def show_action(self, one: DueAction, dimension_name: str, today: date) -> None:
        """Show an action; the one that is on show already keeps the words being typed."""
        same = self.action_id == one.action.id
        if not same:
            self.flush()
            self.saved.clear()
        self._shown = one
        self.head.show_action(one, dimension_name, today)
        shows = line_words(self._shelf.regulators(), one.action.text.evidences)
        self.facts.show_action(one.action, shows)
        self.terms.show_action(one.action)
        self.progress.show_action(one, today)
        if one.action.state in STATES:
            self.states.choose(one.action.state.value)
        for field, text in (
            (self.happened, one.action.happened),
            (self.learnt, one.action.learnt),
        ):
            if same:
                field.show_text(text)
            else:
                _replace(field, text)

    def forget(self) -> None:
        """Show no action; for example because it has been removed."""
        self._shown = None
        self.progress.forget()
        self.terms.forget()
        for field in (self.happened, self.learnt):
            _replace(field, "")

    def _save_happened(self, text: str) -> None:
        if self.action_id:
            self.touched.emit(self.action_id)
            self._actions.tell(self.action_id, happened=text)

    def _save_learnt(self, text: str) -> None:
        if self.action_id:
            self.touched.emit(self.action_id)
            self._actions.tell(self.action_id, learnt=text)

    @Slot(str)
    def _set_state(self, code: str) -> None:
        if self._shown is None or self._shown.action.state.value == code:
            return
        action_id, before = self.action_id, self._shown.action.state.value
        self.touched.emit(action_id)
        if not self._problems.attempt(
            lambda: self._actions.set_state(action_id, ActionState(code))
        ):
            self.states.choose(before)

    @Slot()
    def _tell_touched(self) -> None:
        self.touched.emit(self.action_id)

    @Slot()
    def _begin(self) -> None:
        if self._shown is not None and self._shown.action.state is ActionState.AGREED:
            self._set_state(ActionState.GOING_ON.value)

    @Slot()
    def _ask_rating(self) -> None:
        if self._shown is not None:
            action = self._shown.action
            self.asked_rating.emit(action.workshop_id, action.source.code)

    @Slot()
    def _tell_saved(self) -> None:
        self.saved.setText(saved_words())

    @Slot()
    def _ask_print(self) -> None:
        """Ask for the plan of this action's workshop, with what is being typed."""
        if self._shown is not None and self.flush():
            self.asked_print.emit(self._shown.action.workshop_id)

    @Slot()
    def _ask_open(self) -> None:
        if self._shown is not None:
            self.asked_open.emit(self._shown.action.workshop_id)


def _replace(field: SavedText, text: str) -> None:
    """Put another action's words into a field; what was there is saved already."""
    field.saver.accept(field.toPlainText())
    field.replace_text(text)


class ActionHead(QWidget):
    """What will be done, for what difference, and where it came from."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = DimensionBadge("", "", looks, self, side=44)
        self.when = words("", "accent", self)
        self.what = typed("", "figure", self)
        self.difference = typed("", "", self)
        self.source = typed("", "small", self)
        column = QVBoxLayout()
        column.setSpacing(4)
        for label in (self.when, self.what, self.difference, self.source):
            column.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_action(self, one: DueAction, dimension_name: str, today: date) -> None:
        """Show another action."""
        action = one.action
        from_dimension = action.source.kind.rated
        self.badge.setVisible(from_dimension)
        if from_dimension:
            self.badge.show_dimension(action.source.code, dimension_name or action.source.code)
        self.when.setText(standing_words(action, today))
        set_role(self.when, "warm" if is_late(action, today) else "accent")
        self.what.setText(breakable(action.text.what))
        _show_if_any(self.difference, action.text.difference)
        where = _("{0}, {1}").format(one.team, long_date(one.held_on))
        came = source_words(action.source, dimension_name)
        self.source.setText(breakable(f"{came} · {where}" if came else where))


class ActionFacts(QWidget):
    """Who, when, the first step, how we will know: only what was written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []
        for row in range(9):
            name, text = words("", "label", self), typed("", "", self)
            name.setFixedWidth(112)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)
            self._lines.append((name, text))

    def show_action(self, action: Action, evidences: str) -> None:
        """Show the facts of another action; ``evidences`` names the regulator's line."""
        facts = _facts(action, evidences)
        for n, (name, text) in enumerate(self._lines):
            there = n < len(facts)
            name.setVisible(there)
            text.setVisible(there)
            if there:
                name.setText(facts[n][0])
                text.setText(breakable(facts[n][1]))


def _facts(action: Action, evidences: str) -> list[tuple[str, str]]:
    text = action.text
    first = " · ".join(
        part
        for part in (text.first_step, long_date(text.first_step_on) if text.first_step_on else "")
        if part
    )
    change = " → ".join(part for part in (text.baseline, text.target) if part)
    found = (
        (_("Who"), text.owner or _("Nobody named yet")),
        (_("Who helps"), text.helpers),
        (_("By when"), long_date(text.due) if text.due else _("No date yet")),
        (_("First step"), first),
        (_("How we know"), text.how_we_know),
        (_("From and to"), change),
        (_("What it needs"), text.needs),
        (_("Look again"), long_date(text.review_on) if text.review_on else ""),
        (_("It shows"), evidences),
    )
    return [(name, words) for name, words in found if words]


def _show_if_any(label: QLabel, text: str) -> None:
    label.setText(breakable(text))
    label.setVisible(bool(text))
