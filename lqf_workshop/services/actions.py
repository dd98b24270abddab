"""Agree what will be done, and come back to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import (
    ACTIONS_BY_DEFAULT,
    OPEN_STATES,
    Action,
    ActionState,
    ActionText,
    DueAction,
    Source,
    SourceKind,
    check_before_agreeing,
)
from lqf_workshop.domain.follow_up import Progress
from lqf_workshop.domain.text import clean_text
from lqf_workshop.errors import StaleProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.said import progress_record, said_about
from lqf_workshop.services.same_team import namesakes_in
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.services.teams import shown_name
from lqf_workshop.storage.records import ActionRecord, WorkshopRecord
from lqf_workshop.wording import _

CLOSED = (ActionState.DONE, ActionState.DROPPED)
"""States in which nobody has anything left to do; the day of coming to one is kept."""


class Actions:
    """The actions of every workshop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def draft(self, workshop_id: int, source: Source = Source(), what: str = "") -> int:  # noqa: B008
        """Begin an action and return its number; its words are saved as they are typed.

        ``what`` is something said in the room that the action begins with.
        """
        text = ActionText(what=what).cleaned()
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            record = ActionRecord(
                workshop_id=workshop_id, source_kind=source.kind.value, source_code=source.code
            )
            _put(record, text)
            session.add(record)
            session.flush()
            action_id = record.id
        self._desk.changes.announce(Change.ACTIONS, workshop_id)
        return action_id

    def write(self, action_id: int, text: ActionText) -> None:
        """Save an action's words and dates as they are being typed, right or not yet right."""
        clean = text.cleaned()
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            _put(record, clean)
            workshop_id = record.workshop_id
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def set_source(self, action_id: int, source: Source) -> None:
        """Say what an action came from."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            record.source_kind, record.source_code = source.kind.value, source.code
            workshop_id = record.workshop_id
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def agree(self, action_id: int) -> str:
        """Agree a drafted action; return a friendly warning when there are many, or nothing."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            held_on = workshop_record(session, record.workshop_id).held_on
            check_before_agreeing(text_of(record), held_on)
            workshop_id, before = record.workshop_id, ActionState(record.state)
            if before.open:
                return ""
            agreed = session.scalars(
                select(ActionRecord.id).where(
                    ActionRecord.workshop_id == workshop_id, ActionRecord.state.in_(OPEN_STATES)
                )
            ).all()
            record.state = ActionState.AGREED.value
        self._remember(action_id, before, ActionState.AGREED, _("agreeing an action"))
        self._desk.changes.announce(Change.ACTIONS, workshop_id)
        if len(agreed) >= ACTIONS_BY_DEFAULT:
            return _("That makes {0}. Three that happen are worth more than ten that wait.").format(
                len(agreed) + 1
            )
        return ""

    def set_state(self, action_id: int, state: ActionState) -> None:
        """Move an action on: going on, done or dropped."""
        workshop_id, before = self._set_state(action_id, state)
        self._remember(action_id, before, state, _("the state of an action"))
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def tell(
        self, action_id: int, *, happened: str | None = None, learnt: str | None = None
    ) -> None:
        """Save what happened with an action, and what was learnt."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            if happened is not None:
                record.happened = clean_text(happened)
            if learnt is not None:
                record.learnt = clean_text(learnt)
            workshop_id = record.workshop_id
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def remove(self, action_id: int) -> None:
        """Delete an action; undo brings it back with every word."""
        action, said = self._delete(action_id)

        def bring_back() -> None:
            self._restore(action, said)
            self._desk.changes.announce(Change.ACTIONS, action.workshop_id)

        def take_away() -> None:
            nonlocal action, said
            action, said = self._delete(action_id)
            self._desk.changes.announce(Change.ACTIONS, action.workshop_id)

        self._desk.journal.did(Act(_("removing an action"), bring_back, take_away))
        self._desk.changes.announce(Change.ACTIONS, action.workshop_id)

    def everywhere(self, limit: int, words: str = "") -> list[DueAction]:
        """Return agreed and finished actions of all teams that hold ``words``, newest first."""
        query = (
            select(
                ActionRecord,
                WorkshopRecord.team,
                WorkshopRecord.team_key,
                WorkshopRecord.provider,
                WorkshopRecord.held_on,
            )
            .join(WorkshopRecord, WorkshopRecord.id == ActionRecord.workshop_id)
            .where(ActionRecord.state != ActionState.DRAFT.value)
            .order_by(WorkshopRecord.held_on.desc(), ActionRecord.id)
            .limit(limit)
        )
        for word in words.split():
            sought = word.casefold()
            query = query.where(
                func.casefold(ActionRecord.what).contains(sought, autoescape=True)
                | func.casefold(ActionRecord.owner).contains(sought, autoescape=True)
                | WorkshopRecord.team_key.contains(sought, autoescape=True)
            )
        with self._desk.database.reading() as session:
            rows = session.execute(query).all()
            names = namesakes_in(session, (key for _record, _team, key, _provider, _day in rows))
            return [
                DueAction(action_of(record), shown_name(team, provider, names[key]), held_on)
                for record, team, key, provider, held_on in rows
            ]

    def _set_state(self, action_id: int, state: ActionState) -> tuple[int, ActionState]:
        """Change a state and return the workshop and the state before."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            before = ActionState(record.state)
            record.state = state.value
            record.closed_on = self._desk.today() if state in CLOSED else None
            return record.workshop_id, before

    def _remember(self, action_id: int, before: ActionState, after: ActionState, what: str) -> None:
        def put(state: ActionState) -> None:
            workshop_id, _before = self._set_state(action_id, state)
            self._desk.changes.announce(Change.ACTIONS, workshop_id)

        self._desk.journal.did(Act(what, lambda: put(before), lambda: put(after)))

    def _delete(self, action_id: int) -> tuple[Action, tuple[Progress, ...]]:
        """Delete an action with all that was said about it, and return both."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            action, said = action_of(record), said_about(session, action_id)
            session.delete(record)
        return action, said

    def _restore(self, action: Action, said: Sequence[Progress]) -> None:
        with self._desk.database.transaction() as session:
            workshop_record(session, action.workshop_id)
            record = ActionRecord(
                workshop_id=action.workshop_id,
                state=action.state.value,
                source_kind=action.source.kind.value,
                source_code=action.source.code,
                happened=action.happened,
                learnt=action.learnt,
            )
            _put(record, action.text)
            record.id = action.id
            session.add(record)
            session.flush()
            session.add_all(map(progress_record, said))


def _action_record(session: Session, action_id: int) -> ActionRecord:
    record = session.get(ActionRecord, action_id)
    if record is None:
        raise StaleProblem(_("That action has been removed."))
    return record


def _put(record: ActionRecord, text: ActionText) -> None:
    for one in fields(ActionText):
        setattr(record, one.name, getattr(text, one.name))


def text_of(record: ActionRecord) -> ActionText:
    """Return the words of a stored action."""
    return ActionText(**{one.name: getattr(record, one.name) for one in fields(ActionText)})


def action_of(record: ActionRecord) -> Action:
    """Return a stored action as a value."""
    return Action(
        record.id,
        record.workshop_id,
        text_of(record),
        ActionState(record.state),
        Source(SourceKind(record.source_kind), record.source_code),
        record.happened,
        record.learnt,
    )
