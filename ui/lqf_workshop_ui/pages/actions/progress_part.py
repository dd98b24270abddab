"""How an action goes: the look whose time has come, and what was said so far."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lqf_workshop.domain.action import DueAction
from lqf_workshop.domain.follow_up import DueLook, Look, Progress, due_look
from lqf_workshop.domain.text import has_words
from lqf_workshop.services.follow_up import FollowUp
from lqf_workshop.wording import _, short_date
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.plain_words import BETWEEN, look_name, look_question
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.typed import breakable, typed
from lqf_workshop_ui.widgets.words import words


class LookCard(Surface):
    """The question that it is time for, with the usual answers to press.

    ``answered`` carries the words of an answer; ``asked_rating`` asks for a short meeting that
    rates again what the action came from.
    """

    answered = Signal(str)
    begun = Signal()
    asked_rating = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent, margins=(18, 12, 18, 14), spacing=8)
        self.when = words("", "accent", self)
        self.question = words("", "strong", self)
        self.yes = button("", self._say_yes, parent=self)
        self.no = button("", self._say_no, parent=self)
        self.rate = button(_("Plan a short rating"), self.asked_rating.emit, parent=self)
        self.box.addWidget(self.when)
        self.box.addWidget(self.question)
        self.box.addWidget(self.rate, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(10)
        for made in (self.yes, self.no):
            row.addWidget(made)
        row.addStretch(1)
        self.box.addLayout(row)
        self.due: DueLook | None = None

    @property
    def look(self) -> Look | None:
        """The look that an answer here answers; None for the day that the team chose."""
        return self.due.look if self.due else None

    def show_due(self, due: DueLook | None) -> None:
        """Ask what it is time for, or nothing."""
        self.due = due
        self.setVisible(due is not None)
        if due is None:
            return
        self.when.setText(look_name(due.look))
        self.question.setText(look_question(due.look))
        yes, no = _answers(due.look)
        self.yes.setText(yes)
        self.no.setText(no)
        self.rate.setVisible(due.look is Look.RATE_AGAIN and due.one.action.source.kind.rated)

    @Slot()
    def _say_yes(self) -> None:
        if self.look is Look.STARTED:
            self.begun.emit()
        self.answered.emit(self.yes.text())

    @Slot()
    def _say_no(self) -> None:
        self.answered.emit(self.no.text())


def _answers(look: Look | None) -> tuple[str, str]:
    if look is None:
        return _("It is going well"), _("It is stuck")
    return {
        Look.STARTED: (_("It has started"), _("Not yet")),
        Look.EVIDENCE: (_("We see a difference"), _("Nothing yet")),
        Look.RATE_AGAIN: (_("We have talked about it"), _("Not needed")),
    }[look]


class ProgressPart(QWidget):
    """Notes on how it goes, each with its day, and a line for the next one.

    ``touched`` comes before anything is changed here; ``began`` when the team says it started;
    ``asked_rating`` carries the action that asks for a short rating.
    """

    touched = Signal()
    began = Signal()
    asked_rating = Signal()

    def __init__(
        self, follow_up: FollowUp, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._follow_up, self._looks, self._problems = follow_up, looks, problems
        self._action_id = 0
        self._said: tuple[Progress, ...] | None = None
        self.look = LookCard(self)
        self.entry = QLineEdit(self)
        self.entry.setAccessibleName(_("How is it going?"))
        self.entry.setPlaceholderText(_("How is it going? Keep a word on it with Enter"))
        self.add = button(_("Keep"), self.keep, parent=self, hint=_("Keep this note"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.look)
        box.addLayout(self._rows)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.entry, 1)
        row.addWidget(self.add)
        box.addLayout(row)
        self.entry.returnPressed.connect(self.keep)
        self.look.answered.connect(self._answer)
        self.look.begun.connect(self.began)
        self.look.asked_rating.connect(self.asked_rating)

    @property
    def rows(self) -> list[str]:
        """What was said, as it is shown."""
        return [said.text for said in self._said or ()]

    def show_action(self, one: DueAction, today: date) -> None:
        """Show what was said about an action; words being typed for another are kept first."""
        if one.action.id != self._action_id:
            self.flush()
            self.entry.clear()
            self._said = None
        self._action_id = one.action.id
        said = self._follow_up.progress(self._action_id)
        self.look.show_due(due_look(one, said, today))
        if said == self._said:
            return
        self._said = said
        empty(self._rows)
        for found in said:
            self._rows.addWidget(self._row(found))

    def forget(self) -> None:
        """Show no action."""
        self._action_id, self._said = 0, None
        self.entry.clear()
        empty(self._rows)
        self.look.show_due(None)

    def flush(self) -> bool:
        """Keep the words that are being typed; say whether everything is on disk."""
        return not has_words(self.entry.text()) or self._keep(self.entry.text(), None)

    @Slot()
    def keep(self) -> None:
        """Keep what was typed as a note of today."""
        self._keep(self.entry.text(), None)

    @Slot(str)
    def _answer(self, answer: str) -> None:
        look = self.look.look
        text = self.entry.text()
        said = BETWEEN.join(part for part in (answer, text.strip()) if part)
        self._keep(said, look)

    def _keep(self, text: str, look: Look | None) -> bool:
        action_id = self._action_id
        if not action_id:
            return True
        self.touched.emit()
        kept = self._problems.attempt(lambda: self._follow_up.say(action_id, text, look))
        if kept and self._action_id == action_id:
            self.entry.clear()
        return kept

    def _row(self, said: Progress) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        when = words(short_date(said.said_on), "label", row)
        when.setFixedWidth(92)
        line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        text = f"{look_name(said.look)}: {said.text}" if said.look else said.text
        line.addWidget(typed(breakable(text), "", row), 1)
        away = button("", kind="quiet", parent=row, hint=_("Remove this note"))
        away.setIcon(self._looks.icon("bin"))
        away.clicked.connect(partial(self._remove, said.id))
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remove(self, progress_id: int) -> None:
        self.touched.emit()
        self._problems.attempt(lambda: self._follow_up.remove(progress_id))
