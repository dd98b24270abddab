"""An action in words: its state, when it is due, and what it came from."""

from __future__ import annotations

from datetime import date, timedelta

from lqf_workshop.domain.action import Action, ActionState, SourceKind
from lqf_workshop.wording import _, day_and_month, ngettext, weekday

STATES = (ActionState.AGREED, ActionState.GOING_ON, ActionState.DONE, ActionState.DROPPED)
"""What a person can say about an agreed action, in the order it usually goes."""


def state_words(state: ActionState) -> str:
    """Name the state of an action."""
    return {
        ActionState.DRAFT: _("Not agreed yet"),
        ActionState.AGREED: _("Agreed"),
        ActionState.GOING_ON: _("Going on"),
        ActionState.DONE: _("Done"),
        ActionState.DROPPED: _("Dropped"),
    }[state]


def is_late(action: Action, today: date) -> bool:
    """Whether somebody still has it to do although its day has passed."""
    return action.state.open and action.text.due is not None and action.text.due < today


def when_words(action: Action, today: date) -> str:
    """Say how an action stands in time, for example "3 days late" or "Due Monday"."""
    due = action.text.due
    if not action.state.open:
        return state_words(action.state)
    if due is None:
        return _("No date yet")
    if due < today:
        return ngettext("{n} day late", "{n} days late", (today - due).days)
    if due == today:
        return _("Due today")
    if due == today + timedelta(days=1):
        return _("Due tomorrow")
    if due < today + timedelta(days=7):
        return _("Due on {0}").format(weekday(due))
    return _("Due {0}").format(day_and_month(due, today))


def source_words(action: Action, dimension_name: str) -> str:
    """Say what an action came from; ``dimension_name`` is the name behind its code."""
    source = action.source
    if source.kind is SourceKind.DIMENSION and dimension_name:
        return _("From {0}").format(dimension_name)
    if source.kind is SourceKind.CARD and source.code:
        return _("From the card “{0}”").format(source.code)
    return ""
