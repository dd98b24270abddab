"""An action in words: its state, and when it is due."""

from __future__ import annotations

from datetime import date

from lqf_workshop.domain.action import Action, ActionState, DueAction
from lqf_workshop.wording import _, day_and_month
from lqf_workshop_ui.models.plain_words import BETWEEN, due_words

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
    """Say how an action stands in time, for example "3 days late" or "By Monday"."""
    if not action.state.open:
        return state_words(action.state)
    return due_words(action.text.due, today)


def standing_words(action: Action, today: date) -> str:
    """Say the same, and that somebody has begun, for example "3 days late · going on"."""
    when = when_words(action, today)
    return BETWEEN.join((when, _("going on"))) if action.state is ActionState.GOING_ON else when


def who_and_where(one: DueAction, today: date) -> str:
    """Say who does it, and which team agreed it when."""
    owner = one.action.text.owner or _("Nobody named yet")
    return BETWEEN.join((owner, one.team, day_and_month(one.held_on, today)))


def action_in_words(one: DueAction, today: date) -> str:
    """Say a row of a list in sentences, for a screen reader."""
    action = one.action
    parts = (standing_words(action, today), action.text.what, action.text.difference)
    return ". ".join(part.rstrip(".") for part in (*parts, who_and_where(one, today)) if part)
