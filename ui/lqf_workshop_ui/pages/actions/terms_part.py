"""Who does an agreed action, by when, and when to look again: what still changes later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.action import Action, Terms
from lqf_workshop.services.actions import Actions
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.date_field import DateField, in_weeks
from lqf_workshop_ui.widgets.disclosure import Disclosure
from lqf_workshop_ui.widgets.saved_text import SavedLine
from lqf_workshop_ui.widgets.words import line


class TermsPart(QWidget):
    """Three fields that save themselves, folded away until somebody wants to change one.

    ``touched`` comes before anything is changed here.
    """

    touched = Signal()

    def __init__(
        self,
        actions: Actions,
        looks: Looks,
        problems: Problems,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._problems = actions, problems
        self._action_id = 0
        self._stored = Terms()
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.owner = SavedLine(self._save_owner, _("Who"), inside, hint=_("A role is enough"))
        self.due = DateField(_("By when"), looks, today, [in_weeks(2), in_weeks(4)], inside)
        week = (_("In a week"), timedelta(weeks=1))
        self.review_on = DateField(_("Look again on"), looks, today, [week, in_weeks(4)], inside)
        for place, name, field, across in (
            (0, _("Who"), self.owner, 2),
            (1, _("By when"), self.due, 1),
            (1, _("Look again on"), self.review_on, 1),
        ):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(line(name, "label", inside))
            column.addWidget(field)
            grid.addLayout(column, place, 1 if field is self.review_on else 0, 1, across)
        self.fold = Disclosure(_("Change who and when"), inside, looks, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.fold)
        self.owner.saver.refused.connect(problems.warn)
        self.due.settled.connect(self._save)
        self.review_on.settled.connect(self._save)

    @property
    def terms(self) -> Terms:
        """What stands in the fields; a date that is no date yet stays as it was."""
        return Terms(
            self.owner.text(),
            self._stored.due if self.due.wrong else self.due.day,
            self._stored.review_on if self.review_on.wrong else self.review_on.day,
        )

    def show_action(self, action: Action) -> None:
        """Show an action; the one that is on show keeps what is being typed."""
        text, another = action.text, action.id != self._action_id
        if another:
            self.flush()
            self.owner.saver.accept(self.owner.text())
            self.fold.unfold(False)
        self._action_id = action.id
        self._stored = Terms(text.owner, text.due, text.review_on)
        (self.owner.replace_text if another else self.owner.show_text)(text.owner)
        for field, day in ((self.due, text.due), (self.review_on, text.review_on)):
            (field.replace_date if another else field.show_date)(day)

    def forget(self) -> None:
        """Show no action."""
        self._action_id = 0
        self.owner.saver.accept(self.owner.text())
        self.fold.unfold(False)

    def flush(self) -> bool:
        """Save what is typed; say whether everything is on disk."""
        self.owner.saver.flush()
        self.due.settle()
        self.review_on.settle()
        return not self.owner.saver.waiting

    def _save_owner(self, _text: str) -> None:
        if self._action_id:
            self.touched.emit()
            self._actions.change_terms(self._action_id, self.terms)

    @Slot()
    def _save(self) -> None:
        self._problems.attempt(lambda: self._save_owner(self.owner.text()))
