"""An action as a team agreed it, to read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.domain.action import Action, ActionState
from lqf_workshop.scenes.sources import source_words
from lqf_workshop.wording import _, day_and_month
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.action_words import is_late, state_words, when_words
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words


class ActionCard(Surface):
    """What will be done, the difference it makes, and the facts that make it happen."""

    def __init__(
        self,
        action: Action,
        dimension_name: str,
        today: date,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent, margins=(20, 16, 20, 16), spacing=16, across=True)
        if action.source.kind.rated:
            badge = DimensionBadge(action.source.code, dimension_name, looks, self, side=40)
            self.box.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        for text, role in _lines(action, dimension_name, today):
            column.addWidget(typed(text, role, self))
        self.box.addLayout(column, 1)
        self.box.addWidget(self._standing(action, today), 0, Qt.AlignmentFlag.AlignTop)

    def _standing(self, action: Action, today: date) -> QWidget:
        """Say its state and its time at the right-hand edge."""
        corner = QWidget(self)
        corner.setFixedWidth(150)
        box = QVBoxLayout(corner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        draft = action.state is ActionState.DRAFT
        right = Qt.AlignmentFlag.AlignRight
        state = words(state_words(action.state), "warm" if draft else "accent", corner)
        state.setAlignment(right)
        box.addWidget(state)
        if action.state.open:
            role = "warm" if is_late(action, today) else "muted"
            when = words(when_words(action, today), role, corner)
            when.setAlignment(right)
            box.addWidget(when)
        return corner


def _lines(action: Action, dimension_name: str, today: date) -> list[tuple[str, str]]:
    text = action.text
    found = [(text.what or _("No words yet"), "strong"), (text.difference, "")]
    found.append((facts(action, today), "muted"))
    if text.first_step:
        found.append((_("First step: {0}").format(text.first_step), "muted"))
    if text.how_we_know:
        found.append((_("How we will know: {0}").format(text.how_we_know), "muted"))
    if text.baseline or text.target:
        found.append((from_to(action), "muted"))
    if action.happened:
        found.append((_("What happened: {0}").format(action.happened), ""))
    if action.learnt:
        found.append((_("What we learnt: {0}").format(action.learnt), ""))
    found.append((source_words(action.source, dimension_name), "small"))
    return [(words, role) for words, role in found if words]


def facts(action: Action, today: date) -> str:
    """Say who, by when and when we look at it again, in one line."""
    text = action.text
    parts = [text.owner or _("Nobody named yet")]
    if text.due:
        parts.append(_("by {0}").format(day_and_month(text.due, today)))
    if text.first_step_on:
        parts.append(_("first step on {0}").format(day_and_month(text.first_step_on, today)))
    if text.review_on:
        parts.append(_("we look again on {0}").format(day_and_month(text.review_on, today)))
    return " · ".join(parts)


def from_to(action: Action) -> str:
    """Say where it starts from and where it should get to."""
    text = action.text
    if text.baseline and text.target:
        return _("From {0} to {1}").format(text.baseline, text.target)
    if text.target:
        return _("To {0}").format(text.target)
    return _("Today: {0}").format(text.baseline)
